"""Holds the founding story to what a careful reader found in it: what is wrong, and what adds up."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.case import Case

FINDINGS = ("quotation-altered-in-heading", "quotation-marks-unbalanced")
HELD = ("age-gap-against-ages", "count-against-names", "age-against-birth", "order-against-ages",
        "children-against-marriage")  # fmt: skip


def faults(case: Case) -> Iterator[str]:
    """Yield a line for each finding that is missing or false, and for each sum that is not among what holds."""
    found = [finding.check for finding in case.findings]
    yield from (f"{check} is not found" for check in FINDINGS if check not in found)
    for finding in case.findings:
        if finding.check not in FINDINGS or found.count(finding.check) > 1:
            yield f"reported, but it is not so: {finding.check}: {finding.message}"
    held = {held.check for held in case.held}
    yield from (f"{check} is not among what holds" for check in HELD if check not in held)
