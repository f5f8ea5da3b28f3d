"""Lets only the person at this machine in: not another site, not another machine, nothing that is too large."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, MutableMapping
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.show.page import style_hashes

MOST_BYTES = 64_000_000
"""No upload may be larger; a corpus is added from the command line."""
_READING = ("GET", "HEAD")


class Guard:
    """Stands before the application; see ``application`` for what it is given."""

    def __init__(self, app: ASGIApp, *, token: str, port: int, styles: Iterable[str]) -> None:
        self.app = app
        self.token = token
        self.hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self.cookie = f"onrecord-{port}"
        self.headers = {
            "Content-Security-Policy": policy(styles),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "same-origin",  # with "no-referrer" a form would not say where it stands
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what may not be asked, and hand on the rest."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        answer = self._refusal(scope, headers) or self._welcome(scope)
        if answer is None and not self._known(headers):
            answer = PlainTextResponse("Open the address that `onrecord serve` has printed.\n", 403)
        bounded = _Bounded(receive)
        await (answer or self.app)(scope, bounded.receive, self._sealed(send))

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        if host not in self.hosts:
            return PlainTextResponse("This address is for the machine that onrecord runs on.\n", 403)
        site = headers.get("sec-fetch-site")
        if site in {"cross-site", "same-site"}:
            return PlainTextResponse("Another site may not ask this.\n", 403)
        if scope["method"] not in _READING and headers.get("origin") != f"http://{host}":
            return PlainTextResponse("Only a page of onrecord may change anything.\n", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return PlainTextResponse(f"More than {MOST_BYTES:,} bytes; `onrecord add` takes more.\n", 413)
        return None

    def _welcome(self, scope: Scope) -> Response | None:
        """Turn the token of the first address into a cookie, and take it out of the address."""
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        given = asked.pop("token", [""])[0]
        if scope["method"] != "GET" or not given or not secrets.compare_digest(given.encode(), self.token.encode()):
            return None
        rest = urlencode(asked, doseq=True)
        answer = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(self.cookie, self.token, httponly=True, samesite="strict", path="/")
        return answer

    def _known(self, headers: Headers) -> bool:
        cookie = SimpleCookie(headers.get("cookie", "")).get(self.cookie)
        return cookie is not None and secrets.compare_digest(cookie.value.encode(), self.token.encode())

    def _sealed(self, send: Send) -> Send:
        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        return sealed


class _Bounded:
    """Counts what comes in, whatever its header has promised."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._bytes = 0

    async def receive(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        self._bytes += len(message.get("body", b""))
        if self._bytes > MOST_BYTES:
            return {"type": "http.disconnect"}
        return message


def policy(styles: Iterable[str]) -> str:
    """Return the content security policy: nothing but our own files, and the styles named here by their hash."""
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' {style_hashes(*styles)}; connect-src 'self'; "
        "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
