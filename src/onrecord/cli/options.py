"""What the commands have in common: days as they are typed, and the terminal that is written to."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

_NO_TERMINAL_COLUMNS = 100


class Day(click.ParamType[date]):
    """A day, as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Turn what was typed into a day."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; expected YYYY-MM-DD", param, ctx)


def width() -> int:
    """Return the width of the terminal, in columns."""
    return shutil.get_terminal_size((_NO_TERMINAL_COLUMNS, 24)).columns


def colour(output: Path | None) -> bool:
    """Tell whether what is written may have colours; ``output`` is the file that it goes to, None is the screen."""
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
