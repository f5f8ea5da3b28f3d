"""The command line: stories in; findings, records and pages out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from onrecord import reader

__all__ = ["main", "program"]

READING = ("add", "check", "read", "silence")
"""Commands that need the trained reader."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code; the reader's weights load beside its modules."""
    typed = sys.argv[1:] if arguments is None else arguments
    if typed and typed[0] in READING:
        # No sums of matrices are done here; numpy would start a thread for each core all the same.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        reader.load()
    from onrecord.cli import commands

    commands.main(arguments)


def program() -> NoReturn:
    """Run as a program of its own: what is written is written, and taking the loaded reader down again helps nobody."""
    try:
        main()
    except SystemExit as left:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):  # nobody listens any more
                if stream is not None:
                    stream.flush()
        os._exit(left.code if isinstance(left.code, int) else 0)
