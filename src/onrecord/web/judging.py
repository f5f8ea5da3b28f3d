"""Keeps what a person decides on the page, and undoes it: each with who, when and why."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import store
from onrecord.model.errors import BadConfiguration
from onrecord.model.statement import Age, Count, Statement
from onrecord.record.judged import CORRECTABLE, corrected
from onrecord.web.rooms import page
from onrecord.web.tools import NOBODY, statement_name

MOST_SHOWN = 200
MOST_LETTERS_OF_A_REASON = 2000


async def statement(request: Request) -> Response:
    """Accept, reject or correct the statements of one line."""
    key = request.path_params["key"]
    async with request.form(max_files=0) as form:
        verdict, names, reason = _word(form, "verdict"), _word(form, "statements").split(), _reason(form)
        case = store.story(request.app.state.engine, key)
        told = {one.id: one for one in case.statements}
        for name in names:
            if name not in told:
                raise BadConfiguration(f"{name!r}: no statement of this story")
        for name in names:
            value = _value(form, told[name]) if verdict == "corrected" else None
            store.judge(
                request.app.state.engine, "statement", (statement_name(key, told[name]),), verdict,
                by=request.app.state.by, reason=reason, value=value,
            )  # fmt: skip
        return RedirectResponse(f"/stories/{key}#{_anchor(form)}", 303)


async def finding(request: Request) -> Response:
    """Silence a finding, with a reason."""
    key = request.path_params["key"]
    async with request.form(max_files=0) as form:
        reason = _reason(form)
        if not reason:
            raise BadConfiguration("no reason is given; expected why the finding is none")
        name = _word(form, "finding")
        if not name.startswith(f"{key}!"):
            raise BadConfiguration("no finding of this story")
        store.judge(
            request.app.state.engine, "finding", (name,), "silenced", by=request.app.state.by, reason=reason
        )  # fmt: skip
        return RedirectResponse(f"/stories/{key}#{_anchor(form)}", 303)


async def undo(request: Request) -> Response:
    """Undo a judgement, and go back to where it was undone."""
    async with request.form(max_files=0) as form:
        store.undo(request.app.state.engine, request.path_params["id"], by=request.app.state.by)
        back = _word(form, "back")
        return RedirectResponse(back if back.startswith("/") and not back.startswith("//") else "/judgements", 303)


def listing(request: Request) -> Response:
    """Show all judgements, the newest first."""
    all_ = store.judgements(request.app.state.engine)[::-1]
    return page(request, "judgements.html", judgements=all_[:MOST_SHOWN], total=len(all_))


def _value(form: FormData, statement: Statement) -> str:
    """Return what the form puts right, as JSON; only what differs from what was read.

    Raises ``BadConfiguration`` when nothing differs, or a field takes no such value.
    """
    value: dict[str, Any] = {}
    for field in CORRECTABLE[type(statement)]:
        written = _word(form, field)
        if not written:
            continue
        told: Any = None if written == NOBODY else written
        if isinstance(statement, (Age, Count)):
            try:
                told = int(written)
            except ValueError:
                raise BadConfiguration(f"{written!r} is no whole number") from None
        if told != getattr(statement, field):
            value[field] = told
    if not value:
        raise BadConfiguration("nothing was changed; expected another value, or accept what was read")
    corrected(statement, value)
    return msgspec.json.encode(value).decode()


def _word(form: FormData, name: str) -> str:
    given = form.get(name)
    return given.strip() if isinstance(given, str) else ""


def _reason(form: FormData) -> str | None:
    return _word(form, "reason")[:MOST_LETTERS_OF_A_REASON] or None


def _anchor(form: FormData) -> str:
    anchor = _word(form, "anchor")
    return anchor if anchor.replace("-", "").isalnum() else ""
