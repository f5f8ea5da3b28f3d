"""What can go wrong, in words for the person at the keyboard."""


class OnrecordError(Exception):
    """Any fault that onrecord reports itself: one clear line, never a traceback."""


class BadInput(OnrecordError):
    """A story that cannot be read: what is wrong, where, and what was expected instead."""

    def __init__(self, where: str, what: str, expected: str) -> None:
        """Keep the three parts, so that callers can show them as they like."""
        super().__init__(f"{where}: {what}; expected {expected}")
        self.where, self.what, self.expected = where, what, expected


class BadCase(OnrecordError):
    """A case in JSON that does not keep the contract."""


class BadConfiguration(OnrecordError):
    """A setting or an option that cannot be used."""
