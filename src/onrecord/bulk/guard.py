"""Has stories read by a process of its own, and ends it when one story takes too long or too much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import msgspec

from onrecord.bulk.asking import Answer, Fault, Question, Ready, Refused, answer, send

SECONDS_BETWEEN_LOOKS = 0.05
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one story may take: seconds by the clock, and megabytes of the whole reading process."""

    seconds: float = 60
    megabytes: int = 1_500


class Guard:
    """One reading process, started when first asked and again whenever it had to be ended.

    It is watched from outside, so that a story is cut off inside a library's own code too. Memory is watched where
    the system tells it (``/proc``).
    """

    def __init__(self, limits: Limits, *, command: tuple[str, ...] = ("-m", "onrecord.bulk.answering")) -> None:
        self.limits, self.command = limits, command
        self.process: subprocess.Popen[bytes] | None = None
        self.ready = False
        self.begun: float | None = None
        self.cut: Refused | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end()

    def ask(self, asked: Question) -> Answer:
        """Return the answer, or why there is none; a process that dies unasked for is given the story once more."""
        first = self._ask(asked)
        return self._ask(asked) if isinstance(first, Refused) and first.kind == "died" else first

    def start(self) -> subprocess.Popen[bytes]:
        """Start the process ahead of the first question; it must not be running."""
        process = subprocess.Popen(  # noqa: S603 - our own module, with our own Python
            [sys.executable, *self.command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_NUM_THREADS": "1"},  # workers share the machine by processes, not by threads
        )
        self.process, self.ready = process, False
        threading.Thread(target=self._watch, args=(process,), daemon=True).start()
        return process

    def end(self) -> None:
        """End the process, whatever it does."""
        if self.process:
            process, self.process = self.process, None
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(BrokenPipeError):
                    _open(stream).close()

    def _ask(self, asked: Question) -> Answer:
        process = self.process or self.start()
        self.cut = None
        try:
            if not self.ready:
                self.ready = isinstance(answer(_open(process.stdout)), Ready)
            self.begun = time.monotonic()
            send(_open(process.stdin), asked)
            return answer(_open(process.stdout))
        except (EOFError, OSError):
            process.wait()
            self.end()
            return self.cut or Refused("died", f"the reading process ended with {process.returncode}")
        finally:
            self.begun = None

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None:
            begun = self.begun
            if begun is not None and (broken := self._broken(process, begun)):
                self.cut = Refused(*broken)
                process.kill()
                return
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def _broken(self, process: subprocess.Popen[bytes], begun: float) -> tuple[Fault, str] | None:
        """Return the limit that is broken, if one is."""
        if time.monotonic() - begun > self.limits.seconds:
            return "time", f"cut off after {self.limits.seconds:g} seconds"
        if megabytes(process.pid) > self.limits.megabytes:
            return "memory", f"cut off at {self.limits.megabytes:,} MB"
        return None


def megabytes(pid: int) -> float:
    """Return what a process holds in memory; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_bytes().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * _PAGE_BYTES / 1e6


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("a pipe is expected here")
    return stream
