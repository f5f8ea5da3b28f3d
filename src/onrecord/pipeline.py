"""The order of the work: a story is laid out, marked, resolved and checked."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import msgspec

from onrecord import parts, reader
from onrecord.check.slip import asked
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.limits import LIMITS, Limits
from onrecord.model.marks import Marks
from onrecord.model.story import Story
from onrecord.resolve import resolve
from onrecord.resolve.confidence import LEAST
from onrecord.text import lay_out

_MOST_ASKED_OF = 10  # findings, about a slip: each question is many checks


def read(story: Story, *, rules_alone: bool = False, least_confidence: float = LEAST) -> Case:
    """Read one story into a case, without checking it; ``rules_alone`` leaves the trained reader out.

    A quotation whose voice is less sure than ``least_confidence``, from 0 to 1, keeps none.
    """
    document = lay_out(story)
    with ThreadPoolExecutor(1) as beside:
        reading = None if rules_alone else beside.submit(reader.read, document)
        extractors = parts.extractors().values()  # the first story's reading and the loading of the rules take as long
    marks = Marks(reading=reading.result() if reading else None)
    for extract in extractors:
        marks += extract(document, marks)
    return resolve(document, marks, least_confidence=least_confidence)


def check(case: Case, names: Iterable[str] | None = None, *, limits: Limits = LIMITS) -> Case:
    """Return the case with what does not add up in it, and what was checked and holds.

    ``names`` are the checks to run; None runs all that are on by default. ``limits`` say what is unlikely.
    """
    known = parts.checks()
    findings: list[Finding] = []
    held: list[Held] = []
    for name in parts.default_checks() if names is None else names:
        rerun = partial(known[name], limits=limits) if parts.limits_of(name) else known[name]
        for result in rerun(case):
            if isinstance(result, Finding):
                told = asked(case, result, rerun) if len(findings) < _MOST_ASKED_OF else result
                findings.append(msgspec.structs.replace(told, check=name))
            else:
                held.append(msgspec.structs.replace(result, check=name))
    findings.sort(key=lambda finding: (finding.spans[0].start if finding.spans else 0, finding.check))
    return msgspec.structs.replace(case, findings=tuple(findings), held=tuple(held))
