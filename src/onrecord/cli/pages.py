"""Finds the page that explains a check: inside the installed package, or in the checkout it is run from."""

from __future__ import annotations

from pathlib import Path

import onrecord
from onrecord.model.errors import OnrecordError

_PACKAGE = Path(onrecord.__file__).parent


def page(check: str) -> str:
    """Return the page of a check, in Markdown.

    Raises ``OnrecordError`` when this copy of onrecord has none.
    """
    for folder in (_PACKAGE / "docs" / "checks", _PACKAGE.parents[1] / "docs" / "checks"):
        if (file := folder / f"{check}.md").is_file():
            return file.read_text(encoding="utf-8").rstrip("\n")
    raise OnrecordError(f"no page on {check} came with this copy of onrecord; expected docs/checks/{check}.md")
