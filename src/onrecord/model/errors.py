"""What can go wrong, in words for the person at the keyboard."""

from __future__ import annotations

from pathlib import Path


class OnrecordError(Exception):
    """Any fault that onrecord reports itself: one clear line, never a traceback."""


class BadInput(OnrecordError):
    """A story that cannot be read: what is wrong, where, and what was expected instead."""

    def __init__(self, where: str, what: str, expected: str) -> None:
        """Keep the three parts, so that callers can show them as they like."""
        super().__init__(f"{where}: {what}; expected {expected}")
        self.where, self.what, self.expected = where, what, expected

    @property
    def reason(self) -> str:
        """Return what is wrong and what was expected, without where."""
        return f"{self.what}; expected {self.expected}"


class NotEnglish(BadInput):
    """A story in another language."""


class NoArticle(BadInput):
    """A page that holds no news story: a home page, a list of links."""


class BadCase(OnrecordError):
    """A case in JSON that does not keep the contract."""


class BadConfiguration(OnrecordError):
    """A setting or an option that cannot be used."""


def internal(error: Exception) -> str:
    """Return one line on a fault of ours, with what whoever mends it needs to know."""
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    where = f" at {Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else ""
    return f"internal error ({type(error).__name__}: {error}{where}); please report it with the story"
