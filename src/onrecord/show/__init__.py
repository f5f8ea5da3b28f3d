"""A case becomes something to look at: terminal, page, pictures, exchange formats."""
