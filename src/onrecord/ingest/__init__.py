"""Bytes become stories: plain text, HTML, JSON lines."""
