"""Runs the command line as ``python -m onrecord``."""

from onrecord.cli import program

if __name__ == "__main__":
    program()
