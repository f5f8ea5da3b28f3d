"""A case becomes findings: one file a check."""
