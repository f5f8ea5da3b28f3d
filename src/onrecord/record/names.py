"""Folds people's names so that stories that write one name differently can be laid side by side."""

from __future__ import annotations

import re
import unicodedata

import msgspec

_SUFFIXES = frozenset("jr sr ii iii iv".split())
_PARTICLES = frozenset("al bin da de del della der di dos du el la le los mac mc san st ten van ver von".split())
_APART = re.compile(r"[^\w]+|_")
_SILENT = re.compile(r"[.'’‘`´]")
# The everyday short forms of given names that keep no first letters, or stand for one name only.
_SHORT = dict(
    pair.split("=")
    for pair in (
        "abby=abigail alex=alexander andy=andrew becky=rebecca ben=benjamin beth=elizabeth bill=william billy=william "
        "bob=robert bobby=robert cate=catherine chris=christopher chuck=charles dan=daniel danny=daniel dave=david "
        "dick=richard drew=andrew ed=edward eddie=edward eliza=elizabeth greg=gregory jake=jacob jen=jennifer "
        "jenny=jennifer jim=james jimmy=james joe=joseph joey=joseph jon=jonathan josh=joshua kate=catherine "
        "katherine=catherine kathy=catherine ken=kenneth larry=lawrence liz=elizabeth maggie=margaret matt=matthew "
        "meg=margaret mick=michael mike=michael nate=nathan nick=nicholas pat=patricia peggy=margaret pete=peter "
        "phil=philip rick=richard rob=robert ron=ronald sam=samuel steve=steven stephen=steven sue=susan ted=edward "
        "tim=timothy tom=thomas tommy=thomas tony=anthony vicky=victoria will=william"
    ).split()
)


class Folded(msgspec.Struct, frozen=True):
    """A name in lower case without accents: its words, and the suffix ("jr") that tells fathers from sons."""

    words: tuple[str, ...]
    suffix: str | None = None

    def __str__(self) -> str:
        return " ".join((*self.words, self.suffix)) if self.suffix else " ".join(self.words)

    @property
    def full(self) -> bool:
        """Tell whether the name has more than one word."""
        return len(self.words) > 1

    @property
    def key(self) -> str:
        """Return what stories that name this person so have in common: the long given name and the last name."""
        return f"{long(self.words[0])} {self.words[-1]}" if self.full else self.words[0]


def fold(name: str) -> Folded | None:
    """Fold a name; None when no letter is left of it.

    Initials are drawn together ("J. K." is "jk"), particles go to the word behind them ("De Niro" is "deniro").
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = _SILENT.sub("", "".join(char for char in plain if not unicodedata.combining(char)))
    words: list[str] = []
    glue = ""
    initial = False
    for word in _APART.sub(" ", plain).split():
        if initial and len(word) == 1:
            words[-1] += word
            continue
        initial = len(word) == 1 and not glue
        if word in _PARTICLES and words:
            glue += word
            continue
        words.append(glue + word)
        glue = ""
    if glue:
        words.append(glue)
    return _folded(words) if words else None


def unfold(written: str) -> Folded:
    """Read a folded name back as ``str`` writes it."""
    return _folded(written.split(" "))


def _folded(words: list[str]) -> Folded:
    suffix = words.pop() if len(words) > 1 and words[-1] in _SUFFIXES else None
    return Folded(tuple(words), suffix)


def long(given: str) -> str:
    """Return the long form of a folded given name: "bill" is "william"."""
    return _SHORT.get(given, given)


def alike(one: Folded, other: Folded) -> bool:
    """Tell whether two full names may be one person's: the same first word, and no word that speaks against it.

    One may leave words out ("Kim Kardashian", "Kim Kardashian West"); two that both have words of their own are not
    alike ("George W. Bush", "George H. W. Bush").
    """
    if long(one.words[0]) != long(other.words[0]) or (one.suffix and other.suffix and one.suffix != other.suffix):
        return False
    mine, theirs = set(one.words[1:]), set(other.words[1:])
    return mine <= theirs or theirs <= mine
