"""Puts many stories together: who is who across them, what agrees, what conflicts, who repeats whom."""
