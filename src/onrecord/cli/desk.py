"""Sets aside what a newsroom has looked at before: silenced findings, a baseline, the version before."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from onrecord.cli import known as files
from onrecord.model.case import Case
from onrecord.model.errors import BadConfiguration, BadInput
from onrecord.model.finding import Finding
from onrecord.model.known import Known, Why, set_aside
from onrecord.model.story import Story

_LINE = re.compile(r":\d+\Z")  # the number of a story's line, behind the name of its .jsonl file


class Desk:
    """What was looked at before, as far as a run of ``check`` has to know; each finding of it is met once."""

    def __init__(self, *, baseline: Path | None = None, accept: bool = False, before: Case | None = None) -> None:
        """Read the baseline, unless it is to be written.

        Raises ``BadConfiguration`` when the baseline is not there or cannot be read.
        """
        self.baseline, self.accept, self.before = baseline, accept, before
        self.accepted: list[Known] = []
        self.pools: dict[str, list[Known]] = {}
        if baseline and not accept:
            if not baseline.exists():
                raise BadConfiguration(f"{baseline}: no such baseline; --accept makes it of what is found today")
            for one in files.read(baseline, "finding"):
                self.pools.setdefault(one.story or "", []).append(one)
        earlier = before.findings if before else ()
        self.earlier = [(files.known_of(before, finding), finding) for finding in earlier if before]

    def sort(self, case: Case) -> Case:
        """Return a checked case with what is known of it set aside."""
        case = silenced(case)
        if self.before:
            case, gone = _aside(case, [one for one, _ in self.earlier], "as before")
            self.earlier = [(one, finding) for one, finding in self.earlier if any(one is lost for lost in gone)]
        if self.baseline is None:
            return case
        story = self._story(case.story.path or "", self.baseline)
        if self.accept:
            self.accepted += [files.known_of(case, finding, story=story) for finding in case.findings]
            self.pools[story] = self.accepted[len(self.accepted) - len(case.findings) :]
        case, self.pools[story] = _aside(case, self.pools.get(story, []), "in the baseline")
        return case

    def fixed(self) -> tuple[Finding, ...]:
        """Return the findings of the version before that are no more."""
        return tuple(finding for _, finding in self.earlier)

    def close(self) -> None:
        """Write the baseline, where today's findings are accepted."""
        if self.baseline and self.accept:
            files.write_baseline(self.baseline, self.accepted)

    @staticmethod
    def _story(path: str, baseline: Path) -> str:
        """Return the file of a story as the baseline calls it: seen from the baseline's folder."""
        return Path(os.path.relpath(_LINE.sub("", path), baseline.parent)).as_posix()


def silenced(case: Case) -> Case:
    """Return a checked case with the findings set aside that the file beside its story silences."""
    if case.story.path in (None, "-"):
        return case
    case, _ = _aside(case, files.read(files.sidecar(case.story.path or ""), "silence"), "silenced")
    return case


def _aside(case: Case, known: Sequence[Known], why: Why) -> tuple[Case, list[Known]]:
    sorted_ = set_aside(case.story.text, case.findings, known, why)
    case = msgspec.structs.replace(case, findings=sorted_.findings, aside=(*case.aside, *sorted_.aside))
    return case, list(sorted_.gone)


def only(file: str, check: Callable[[Story], Case], published: date | None) -> Case:
    """Return the checked case of a file that holds one story, such as the version before.

    Raises ``BadConfiguration`` when it cannot be read or holds several.
    """
    cases = checked(file, check, published)
    if len(cases) != 1:
        raise BadConfiguration(f"{file}: {len(cases)} stories; expected one, to compare with")
    return silenced(cases[0])


def checked(file: str, check: Callable[[Story], Case], published: date | None) -> list[Case]:
    """Return the checked cases of a file's stories.

    Raises ``BadConfiguration`` when one cannot be read.
    """
    from onrecord import stories

    cases = []
    for path in stories.find([file]):
        for story in (path,) if isinstance(path, BadInput) else stories.read(path, published=published):
            if isinstance(story, BadInput):
                raise BadConfiguration(str(story))
            cases.append(check(story))
    return cases


def the_one(cases: Sequence[Case], check: str, words: str | None) -> tuple[Case, Finding]:
    """Return the finding that is to be silenced: the only one of its check, or the only one with these words.

    Raises ``BadConfiguration`` when there is none, or more than one.
    """
    found = [
        (case, finding)
        for case in cases
        for finding in case.findings
        if words is None or any(words in text for text in (finding.message, *(span.text for span in finding.spans)))
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadConfiguration(f"{check} finds nothing{f' with {words!r}' if words else ''} that is not silenced yet")
    listed = "; ".join(finding.message for _, finding in found[:5])
    raise BadConfiguration(f"{check} finds {len(found)}; expected words of one of them: {listed}")
