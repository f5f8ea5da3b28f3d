"""Shows what a record answers: on the terminal, as a page, as a picture."""
