"""Gives the people of a family their places in a picture."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.show.kinship import Household, Kinship

PITCH = 118.0
_ASIDE, _ASIDE_STEP = 14.0, 9.0
_BETWEEN_BLOCKS = 4.0
_ORDERING_SWEEPS = 4
_PLACING_SWEEPS = 12
_MOST_WEIGHT = 20  # children; a large family outweighs a small one of the same parent


class Layout(msgspec.Struct, frozen=True):
    """Where the middle of each person stands, in pixels from the left, and each row's people from left to right."""

    x: Mapping[str, float]
    rows: Sequence[Sequence[str]]

    @property
    def width(self) -> float:
        """Return the width of all, half a pitch of room on both sides included."""
        return max(self.x.values()) + PITCH / 2

    def middle(self, home: Household) -> float:
        """Return where the line down to a household's children begins."""
        if not home.partners:
            return sum(self.x[child] for child in home.children) / len(home.children)
        left, right = sorted(self.x[who] for who in (home.partners[0], home.partners[-1]))
        if right - left <= PITCH * 1.5:
            return (left + right) / 2
        # Aside of the line from the two who stand there, and of that to a partner who stands further off.
        return right - PITCH / 2 + _ASIDE + _ASIDE_STEP * min(round((right - left) / PITCH) - 2, 2)


def layout(family: Kinship) -> Layout:
    """Place a family: a row for each generation, partners side by side, children under their parents by birth."""
    blocks = _blocks(family)
    rows = _order(family, blocks)
    x = _place(family, rows)
    left = min(x.values()) - PITCH / 2
    return Layout({who: at - left for who, at in x.items()}, [[who for block in row for who in block] for row in rows])


def _blocks(family: Kinship) -> list[list[str]]:
    """Return the people who stand side by side because they are, or were, partners, each from left to right."""
    partners: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for home in family.households:
        if len(home.partners) == 2:
            first, second = home.partners
            former = home.tie is None or home.tie.status == "former"
            partners[first][second] = partners[second][first] = former
    placed: set[str] = set()
    most_first = sorted(family.generation, key=lambda one: -len(partners[one]))
    return [_block(who, partners, placed) for who in most_first if who not in placed]


def _block(who: str, partners: Mapping[str, Mapping[str, bool]], placed: set[str]) -> list[str]:
    """Put the one with the most partners in the middle, the earlier half of the partners to the left.

    Former partners come before present ones, and otherwise the one told first before the one told later.
    """
    placed.add(who)
    block = deque([who])
    waiting = deque([(who, 0)])
    while waiting:
        here, side = waiting.popleft()
        others = [other for other in partners[here] if other not in placed]
        others.sort(key=lambda other: not partners[here][other])
        left = others if side < 0 else [] if side > 0 else others[: _to_left(here, others, partners)]
        right = others[len(left) :]
        block.extendleft(reversed(left))
        block.extend(right)
        placed.update(others)
        waiting.extend([*((other, -1) for other in left), *((other, 1) for other in right)])
    return list(block)


def _to_left(here: str, others: list[str], partners: Mapping[str, Mapping[str, bool]]) -> int:
    """Return how many partners stand on the left: half of them, of one only a former one."""
    return (len(others) + 1) // 2 if len(others) > 1 else sum(partners[here][other] for other in others)


def _order(family: Kinship, blocks: list[list[str]]) -> list[list[list[str]]]:
    """Order the blocks of each generation, so that lines between generations cross little."""
    depth = max(family.generation.values()) + 1
    rows: list[list[list[str]]] = [[] for _ in range(depth)]
    first_named = {who: number for number, who in enumerate(family.generation)}
    for block in sorted(blocks, key=lambda block: min(first_named[who] for who in block)):
        rows[family.generation[block[0]]].append(block)
    above, below, beside = _neighbours(family)
    birth_order = {child: number for home in family.households for number, child in enumerate(home.children)}
    position = {who: float(number) for row in rows for number, who in enumerate(who for b in row for who in b)}
    for sweep in range(_ORDERING_SWEEPS):
        down = sweep % 2 == 0
        near = above if down else below
        for row in rows if down else reversed(rows):
            for block in row:
                _turn(block, near, position)
            row.sort(key=lambda block: _rank(block, near, beside, position, birth_order))
            position |= {who: float(number) for number, who in enumerate(who for block in row for who in block)}
    return rows


def _neighbours(family: Kinship) -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, list[str]]]:
    above: defaultdict[str, list[str]] = defaultdict(list)
    below: defaultdict[str, list[str]] = defaultdict(list)
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for home in family.households:
        for child in home.children:
            above[child] += home.partners
            beside[child] += [] if home.partners else [home.children[0]]
        for partner in home.partners:
            below[partner] += home.children
    for tie in family.loose:
        beside[tie.from_].append(tie.to)
        beside[tie.to].append(tie.from_)
    return above, below, beside


def _mean(places: Iterable[float]) -> float | None:
    found = list(places)
    return sum(found) / len(found) if found else None


def _turn(block: list[str], near: Mapping[str, list[str]], position: Mapping[str, float]) -> None:
    """Turn a couple round when each has family, and the two families stand the other way about."""
    pulls = [
        (number, pull)
        for number, who in enumerate(block)
        if (pull := _mean(position[one] for one in near.get(who, ()))) is not None
    ]
    if len(pulls) > 1 and pulls[0][1] > pulls[-1][1]:
        block.reverse()


def _rank(
    block: list[str],
    near: Mapping[str, list[str]],
    beside: Mapping[str, list[str]],
    position: Mapping[str, float],
    birth_order: Mapping[str, int],
) -> tuple[float, int, float]:
    here = position[block[0]]
    pull = _mean(position[one] for who in block for one in near.get(who, ()))
    if pull is None:
        pull = _mean(position[one] for who in block for one in beside.get(who, ()))
    born = min((birth_order[who] for who in block if who in birth_order), default=0)
    return (here if pull is None else pull, born, here)


def _place(family: Kinship, rows: list[list[list[str]]]) -> dict[str, float]:
    """Move parents above their children and children below their parents, until little moves."""
    x: dict[str, float] = {}
    for row in rows:
        at = 0.0
        for block in row:
            for who in block:
                x[who] = at
                at += PITCH
            at += _BETWEEN_BLOCKS
    above: defaultdict[str, list[Household]] = defaultdict(list)
    below: defaultdict[str, list[Household]] = defaultdict(list)
    for home in family.households:
        if home.partners and home.children:
            for child in home.children:
                above[child].append(home)
            for partner in home.partners:
                below[partner].append(home)
    for sweep in range(_PLACING_SWEEPS):
        down = sweep % 2 == 0
        for row in rows if down else reversed(rows):
            _settle(row, _pulls(row, above if down else below, down, x), x)
    return x


def _pulls(
    row: list[list[str]], homes: Mapping[str, list[Household]], down: bool, x: Mapping[str, float]
) -> dict[str, list[float]]:
    """Return how far each person of a row would move to stand under the parents, or above the children."""
    here = Layout(x, ())
    pulls: dict[str, list[float]] = {}
    for who in (who for block in row for who in block):
        for home in homes.get(who, ()):
            ends = [x[home.children[0]], x[home.children[-1]]]
            off = here.middle(home) - (min(ends) + max(ends)) / 2
            pulls.setdefault(who, []).extend([off] if down else [-off] * min(len(home.children), _MOST_WEIGHT))
    return pulls


def _settle(row: list[list[str]], pulls: Mapping[str, list[float]], x: dict[str, float]) -> None:
    """Move the blocks of a row as near as can be to where they are pulled, in order and without touching.

    The exact least-squares answer: pool neighbours that would overlap, and put each pool at its mean.
    """
    pools: list[tuple[float, int]] = []
    offsets: list[float] = []
    at = 0.0
    for block in row:
        moves = [move for who in block for move in pulls.get(who, ())]
        wanted = x[block[0]] + (sum(moves) / len(moves) if moves else 0.0)
        offsets.append(at)
        total, count = wanted - at, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
        at += PITCH * len(block) + _BETWEEN_BLOCKS
    means = [total / count for total, count in pools for _ in range(count)]
    for block, offset, mean in zip(row, offsets, means, strict=True):
        for number, who in enumerate(block):
            x[who] = mean + offset + number * PITCH
