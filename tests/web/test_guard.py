"""Who may ask, and what the answers forbid."""

from __future__ import annotations

import pytest

from onrecord.web import guard
from tests.web.conftest import PORT, TOKEN

OWN = {"Origin": f"http://127.0.0.1:{PORT}"}


def test_the_printed_address_lets_in_and_takes_the_token_out_of_the_address(stranger):
    assert stranger.get("/").status_code == 403
    welcome = stranger.get("/", params={"token": TOKEN, "q": "roe"})
    assert (welcome.status_code, welcome.headers["location"]) == (303, "/?q=roe")
    cookie = welcome.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger.get("/").status_code == 200


@pytest.mark.parametrize("token", ["", "the-toke", "the-token ", "ünïcode"])
def test_another_token_does_not(stranger, token):
    assert stranger.get("/", params={"token": token}).status_code == 403


@pytest.mark.parametrize("path", ["/", "/page.css", "/static/desk.css", "/people/x.p1"])
def test_nothing_is_open_to_a_stranger(stranger, path):
    assert stranger.get(path).status_code == 403


@pytest.mark.parametrize(
    ("host", "code"),
    [(f"127.0.0.1:{PORT}", 200), (f"localhost:{PORT}", 200), ("127.0.0.1:1", 403), ("evil.example", 403), ("", 403)],
)
def test_only_this_machines_names_are_answered(page, host, code):
    page.cookies.set(f"onrecord-{PORT}", TOKEN)
    assert page.get("/", headers={"Host": host, "Cookie": f"onrecord-{PORT}={TOKEN}"}).status_code == code


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (OWN, 303),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": f"http://localhost:{PORT}"}, 403),
        ({**OWN, "Sec-Fetch-Site": "cross-site"}, 403),
        ({**OWN, "Sec-Fetch-Site": "same-site"}, 403),
        ({**OWN, "Sec-Fetch-Site": "same-origin"}, 303),
    ],
)
def test_another_site_changes_nothing(page, headers, code):
    del page.headers["Origin"]
    assert page.post("/example", headers=headers).status_code == code


def test_without_an_origin_nothing_is_changed(page):
    del page.headers["Origin"]
    assert page.post("/example").status_code == 403


def test_what_is_too_large_is_refused_before_it_is_read(page):
    headers = {"Content-Length": str(guard.MOST_BYTES + 1)}
    assert page.post("/add", headers=headers, content=b"x").status_code == 413


@pytest.mark.parametrize("path", ["/", "/static/desk.js", "/nowhere"])
def test_every_answer_forbids_what_is_not_ours(page, path):
    headers = page.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
