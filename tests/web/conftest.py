"""The application on a new record, asked as its own page asks it."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from sqlalchemy import Engine
from starlette.testclient import TestClient

from onrecord import store
from onrecord.web.application import application

TOKEN = "the-token"
PORT = 8123
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
STORY = (
    "Jane Roe and Tom Hale marry in Leeds\n"
    "Jane Roe, 41, and Tom Hale, 50, married in Leeds on Saturday, March 1, 2025. Their daughter Mara Hale, 9, "
    "carried the rings.\n\n"
    '"We waited for eleven years," Roe told the Northern Post. "It was worth every day of it."\n'
)
OTHER = (
    "Jane Roe opens a theatre\n"
    'Jane Roe, 41, opened a theatre in Hull on Friday. "It was worth every single day of it," Roe said. '
    "Her husband Tom Hale, 50, was there, and so was their daughter Mara Hale, 9.\n"
)


@pytest.fixture
def record(tmp_path) -> Iterator[Engine]:
    with store.opened(str(tmp_path / "record.db"), new=True) as engine:
        yield engine


@pytest.fixture
def stranger(record) -> Iterator[TestClient]:
    """Somebody at this machine who has not opened the printed address."""
    app = application(record, token=TOKEN, port=PORT, by="ann")
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False) as client:
        yield client


@pytest.fixture
def page(stranger) -> TestClient:
    """Whoever has opened it."""
    stranger.get("/", params={"token": TOKEN})
    stranger.headers["Origin"] = f"http://127.0.0.1:{PORT}"
    return stranger


@pytest.fixture
def key(page) -> str:
    """A story that is on record."""
    return added(page, STORY, "2025-03-04")


def added(page: TestClient, text: str, published: str = "") -> str:
    """Paste a story, wait until it is read, and return its key."""
    answer = page.post("/add", data={"text": text, "published": published, "outlet": "Northern Post"})
    job = finished(page, answer.headers["location"])
    return job.partition('href="/stories/')[2].partition('"')[0]


def finished(page: TestClient, job: str) -> str:
    """Wait until a job is over and return its page."""
    for _ in range(600):
        if "All is done" in (text := page.get(job).text):
            return text
        time.sleep(0.05)
    raise AssertionError(text)


@pytest.fixture
def served(record) -> Iterator[str]:
    """The application behind a real port; return its first address."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = application(record, token=TOKEN, port=port, by="ann")
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{port}/?token={TOKEN}"
    server.should_exit = True
    thread.join()
    listening.close()
