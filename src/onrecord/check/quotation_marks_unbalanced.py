"""Flags quotation marks that do not match, so that a reader cannot tell where the quotation ends."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.document import Quotation
from onrecord.model.finding import Finding, Held, Says


def check(case: Case) -> Iterator[Finding | Held]:
    """Report each quotation whose marks do not match.

    A quotation that goes on in the next paragraph rightly leaves its end open and is no fault; nor are one that breaks
    off in mid-sentence and one that begins there, for that is a paragraph cut in two on its way to us. Guillemets are
    ornaments of web pages in English ("more »").
    """
    statements = {statement.spans[0].start: statement.id for statement in case.statements if statement.spans}
    for quotation in case.quotations:
        if quotation.fault and not _is_cut_in_two(quotation) and not _is_ornament(quotation):
            says, reason = _explain(quotation)
            yield Finding(
                level="unclear",
                message=f"{says}: {_shortened(quotation.text)}",
                spans=(Says.of(quotation.span, says),),
                reason=(reason,),
                statements=(statements[quotation.start],) if quotation.start in statements else (),
            )


def _is_cut_in_two(quotation: Quotation) -> bool:
    if quotation.fault == "never closed":
        return quotation.text[-1].isalnum() or quotation.text.endswith(("...", "…"))
    return quotation.fault == "never opened" and quotation.text[0].islower()


def _is_ornament(quotation: Quotation) -> bool:
    return bool({quotation.opening, quotation.closing} & {"«", "»"})


def _explain(quotation: Quotation) -> tuple[str, str]:
    if quotation.fault == "wrong kind":
        says = f"the quotation opens with {quotation.opening} and closes with {quotation.closing}"
        return says, "an opening mark and its closing mark are of one kind"
    if quotation.fault == "never closed":
        return "the quotation is never closed", f"{quotation.opening} opens, and the paragraph ends without its mate"
    return "the quotation is never opened", f"{quotation.closing} closes, and the paragraph has nothing to close"


def _shortened(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[: longest // 2].rstrip()} … {text[-longest // 2 :].lstrip()}"
