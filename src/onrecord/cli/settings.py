"""What a newsroom has settled once for all its stories, in onrecord.toml or in pyproject.toml."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec

from onrecord.cli.writing import FORMATS_OF_CHECK
from onrecord.model.errors import BadConfiguration
from onrecord.model.limits import LIMITS, Limits


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of onrecord.toml, or of [tool.onrecord]: the names and meanings of the options, and limits."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    format: str | None = None
    limits: Limits = LIMITS
    least_confidence: Annotated[float, msgspec.Meta(ge=0, le=1)] | None = None


def find(folder: Path) -> Path | None:
    """Return the nearest file with settings in this folder or one above: onrecord.toml, or a pyproject.toml with ours.

    Raises ``BadConfiguration`` when a pyproject.toml on the way cannot be read.
    """
    for above in (folder, *folder.parents):
        if (own := above / "onrecord.toml").is_file():
            return own
        if (shared := above / "pyproject.toml").is_file() and _table(shared) is not None:
            return shared
    return None


def load(file: Path) -> Settings:
    """Read the settings of one file.

    Raises ``BadConfiguration`` when the file cannot be read, is no TOML, or has a setting that there is not.
    """
    table = _table(file) or {}
    limits = tuple(field.name for field in msgspec.structs.fields(Limits))
    names = (*(field.name for field in msgspec.structs.fields(Settings) if field.name != "limits"), *limits)
    for name in table:
        if name not in names:
            raise BadConfiguration(f"{file}: no setting is called {name!r}{nearest(name, names)}")
    try:
        told = msgspec.convert({name: table[name] for name in limits if name in table}, Limits)
        settings = msgspec.convert({name: value for name, value in table.items() if name not in limits}, Settings)
    except msgspec.ValidationError as error:
        raise BadConfiguration(f"{file}: {error}") from None
    if settings.format is not None and settings.format not in FORMATS_OF_CHECK:
        raise BadConfiguration(
            f"{file}: no format is called {settings.format!r}{nearest(settings.format, FORMATS_OF_CHECK)}"
        )
    return msgspec.structs.replace(settings, limits=told)


def chosen(
    known: Sequence[str], default: Sequence[str], *, select: Sequence[str] | None, ignore: Sequence[str]
) -> tuple[str, ...]:
    """Return the checks to run, in the order they are known: those selected (None: by default) but those ignored.

    Raises ``BadConfiguration`` when there is no check of a name, or when no check is left.
    """
    for name in (*(select or ()), *ignore):
        if name not in known:
            raise BadConfiguration(f"no check is called {name!r}{nearest(name, known)}")
    left = tuple(name for name in known if name in (default if select is None else select) and name not in ignore)
    if not left:
        raise BadConfiguration("no check is left to run; expected fewer to be ignored")
    return left


def nearest(name: str, known: Collection[str]) -> str:
    """Return "; did you mean ...?" with the known name that is most like this one, or a list of all when none is."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; expected one of {', '.join(known)}"


def _table(file: Path) -> dict[str, Any] | None:
    import tomllib  # only where there are settings

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadConfiguration(f"{file}: {error.strerror}; expected a file of settings") from None
    except ValueError as error:  # not TOML, or not UTF-8
        raise BadConfiguration(f"{file}: {error}; expected TOML") from None
    if file.name != "pyproject.toml":
        return table
    tools = table.get("tool", {})
    ours = tools.get("onrecord") if isinstance(tools, dict) else tools
    if ours is not None and not isinstance(ours, dict):
        raise BadConfiguration(f"{file}: tool.onrecord is no table; expected [tool.onrecord]")
    return ours
