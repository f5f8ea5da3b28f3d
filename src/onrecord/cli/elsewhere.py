"""Commands that have a module of their own, found by name when somebody asks for them."""

from __future__ import annotations

from importlib import import_module

import click

_OF_THE_RECORD = (
    "add", "person", "timeline", "family", "quotes", "conflicts", "origins", "versions", "queue", "judge", "undo",
    "judgements",
)  # fmt: skip
ELSEWHERE = {
    **dict.fromkeys(_OF_THE_RECORD, "onrecord.cli.record_commands"),
    "bulk": "onrecord.bulk.command",
    "export": "onrecord.cli.exchange_commands",
    "serve": "onrecord.web.command",
}
"""By the command's name the module that has it, under that name."""


class Commands(click.Group):
    """The command line's own commands and those elsewhere; no module of these is loaded for another's sake."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in order."""
        return sorted([*super().list_commands(ctx), *ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name, None when there is none."""
        if cmd_name not in ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        command = getattr(import_module(ELSEWHERE[cmd_name]), cmd_name)
        return command if isinstance(command, click.Command) else None
