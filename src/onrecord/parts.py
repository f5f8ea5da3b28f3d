"""Finds the extractors and checks by listing their folders."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from types import ModuleType

from onrecord.model.document import Document
from onrecord.model.finding import Finding, Held
from onrecord.model.marks import Mark, Marks

Extractor = Callable[[Document, Marks], Iterable[Mark]]
Check = Callable[..., Iterator[Finding | Held]]  # takes a case, and the limits where it says so


@cache
def extractors() -> dict[str, Extractor]:
    """Return the extractors by name, each after those whose marks it needs (its ``NEEDS``).

    An extractor is a module of ``annotate`` with a function ``annotate``; other modules there are its tools.
    """
    modules = {name: module for name, module in _modules("onrecord.annotate") if hasattr(module, "annotate")}
    order = TopologicalSorter({name: module.NEEDS for name, module in modules.items()}).static_order()
    return {name: modules[name].annotate for name in order}


@cache
def checks() -> dict[str, Check]:
    """Return the checks by the name that users type: the file's name with hyphens.

    A check is a module of ``check`` with a function ``check``; other modules there are its tools.
    """
    return {
        name.replace("_", "-"): module.check for name, module in _modules("onrecord.check") if hasattr(module, "check")
    }


@cache
def default_checks() -> tuple[str, ...]:
    """Return the names of the checks that run unless others are selected: all but those whose ``DEFAULT`` is False."""
    return tuple(name for name, check in checks().items() if getattr(_module(check), "DEFAULT", True))


@cache
def limits_of(name: str) -> tuple[str, ...]:
    """Return the limits that a check takes, its ``LIMITS``; it is then called with a case and the limits."""
    return tuple(getattr(_module(checks()[name]), "LIMITS", ()))


def _module(check: Check) -> ModuleType:
    return sys.modules[check.__module__]


def _modules(folder: str) -> Iterator[tuple[str, ModuleType]]:
    path = importlib.import_module(folder).__path__
    for part in sorted(pkgutil.iter_modules(path), key=lambda part: part.name):
        yield part.name, importlib.import_module(f"{folder}.{part.name}")
