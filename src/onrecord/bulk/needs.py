"""Says in one line what to install where a library for corpora is missing."""

from __future__ import annotations

from importlib.util import find_spec

from onrecord.model.errors import BadConfiguration

EXTRAS = {"bulk": ("pyarrow", "fastwarc", "datasketch", "fsspec", "scipy"), "ray": ("ray",)}


def need(extra: str) -> None:
    """Make sure that the libraries of an optional extra are installed.

    Raises ``BadConfiguration`` that names the extra when one is missing.
    """
    missing = [name for name in EXTRAS[extra] if find_spec(name) is None]
    if missing:
        raise BadConfiguration(f"{', '.join(missing)} missing; expected onrecord installed as 'onrecord[{extra}]'")
