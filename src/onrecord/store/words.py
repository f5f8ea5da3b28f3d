"""Searches words: in SQLite by FTS5, in PostgreSQL by its text search, with the same answers from both."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, column, false, text

MOST_LETTERS = 250_000
"""Of a longer story only the beginning can be searched: PostgreSQL indexes a megabyte of words at most."""
_MOST_LETTERS_OF_A_WORD = 100
_WORD = re.compile(r"\w+")


def index(connection: Connection, table: str, told: Mapping[int, str]) -> None:
    """Make words findable; ``told`` gives them by the number of their story or statement."""
    if not told:
        return
    words = "to_tsvector('simple', :words)" if connection.dialect.name == "postgresql" else ":words"
    column = "number" if connection.dialect.name == "postgresql" else "rowid"
    connection.execute(
        text(f"INSERT INTO {table} ({column}, words) VALUES (:number, {words})"),  # noqa: S608 - names of ours
        [{"number": number, "words": " ".join(split(said[:MOST_LETTERS]))} for number, said in told.items()],
    )


def holding(connection: Connection, table: str, number: ColumnElement[int], wanted: str) -> ColumnElement[bool]:
    """Return the condition that all words of ``wanted`` stand under a number; no word stands nowhere.

    A ``*`` at the end lets the last word be the beginning of one.
    """
    words = split(wanted)
    if not words:
        return false()
    begins = wanted.rstrip().endswith("*")
    if connection.dialect.name == "postgresql":
        asked = " & ".join(words) + (":*" if begins else "")
        found = f"SELECT number FROM {table} WHERE words @@ to_tsquery('simple', :asked)"  # noqa: S608 - a name of ours
    else:
        asked = " ".join(f'"{word}"' for word in words) + ("*" if begins else "")
        found = f"SELECT rowid FROM {table} WHERE {table} MATCH :asked"  # noqa: S608 - a name of ours
    return number.in_(text(found).bindparams(asked=asked).columns(column("number")))


def split(said: str) -> list[str]:
    """Return the words of a text, in lower case without accents, as they are searched for."""
    plain = unicodedata.normalize("NFKD", said.casefold().replace("’", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).replace("'", "")
    return [word[:_MOST_LETTERS_OF_A_WORD] for word in _WORD.findall(plain.replace("_", " "))]
