"""The command that opens the page to work with."""

from __future__ import annotations

import getpass
import secrets
import socket

import click

from onrecord import stories
from onrecord.model.errors import BadConfiguration

LOOPBACK = "127.0.0.1"
_EXAMPLES = """\b
Examples:
  onrecord serve
  onrecord serve --record family.db --port 8123
"""


@click.command(epilog=_EXAMPLES)
@click.option(
    "--record", default=stories.usual_record, metavar="FILE|URL",
    help=f"The record; else $ONRECORD_RECORD, else {stories.RECORD}. A file that is not there yet is begun.",
)  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; else one that is free.")
@click.option("--as", "by", metavar="NAME", help="Who judges; else the name you are logged in by.")
def serve(record: str, port: int, by: str | None) -> None:
    """Open the page to work with a record: read stories, judge, search, compare.

    The page is for this machine alone. It prints its address, which holds the key to it; Ctrl+C ends it.
    """
    import uvicorn

    from onrecord import reader, store
    from onrecord.web.application import application

    with store.opened(record, new=True) as engine, _listening(port) as listening:
        reader.load()
        found = listening.getsockname()[1]
        token = secrets.token_urlsafe(24)
        click.echo(f"onrecord: {record} at http://{LOOPBACK}:{found}/?token={token} (Ctrl+C ends it)")
        app = application(engine, token=token, port=found, by=by or _name())
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="on")
        uvicorn.Server(config).run(sockets=[listening])


def _listening(port: int) -> socket.socket:
    """Take a port of the loopback address.

    Raises ``BadConfiguration`` when it is taken.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
    except OSError as error:
        listening.close()
        raise BadConfiguration(f"port {port}: {error.strerror}; expected one that is free") from None
    return listening


def _name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name, as in some containers
        return "the person at this machine"
