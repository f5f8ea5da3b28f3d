"""Measures what onrecord gets right, and how fast, on the stories of a shared folder."""
