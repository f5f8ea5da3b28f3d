"""The command line: stories in; findings, records and pages out."""

from onrecord.cli.commands import main

__all__ = ["main"]
