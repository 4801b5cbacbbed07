"""Which lines of a table add up to which others, as its own numbers show: rows and columns alike.

What nearly every crossing line agrees on is meant; what is told as parts of a line stands in no other sum, and the
line stands for it: "Tổng | Nam | Nữ | Trẻ em | Người lớn" is two sums of one total.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from motcua.sums import SMALL, slip

__all__ = ["Sum", "slipped_sum", "sums"]

_MOST_LINES = 40  # lines that are looked at
_MOST_CROSSING = 60  # numbers of a line that are looked at
_MOST_BALANCED = 14  # lines of which some may add up to the rest
_LEAST = 3  # agreeing numbers that are no chance; one fewer for a line that is called a total
_MOST_FAILING = 2
_LEAST_BALANCED = 4  # agreeing numbers of a balance that is no chance
_LARGE = 100_000  # what the totals of fewer multiply to
_SHOWN = 1_000  # what those must multiply to that hold where others fail
_PAIR = 2  # crossing lines that one exchange mends
_RARE = 500  # one in so many tables may show it by chance

Values = Sequence[Decimal | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Lines that add up to other lines; `fits` says for how many of the crossing lines."""

    tops: tuple[int, ...]
    parts: tuple[int, ...]
    fits: int


def sums(values: Sequence[Values], called: frozenset[int] = frozenset()) -> list[Sum]:
    """The sums among lines, the best supported first. `called`: lines that are called totals."""
    numbers = [line[:_MOST_CROSSING] for line in values[:_MOST_LINES]]
    lines = [at for at, line in enumerate(numbers) if any(one is not None for one in line)]
    left = lines
    found: list[Sum] = []
    while some := [*_sums(numbers, lines, left, called), *_balances(numbers, left)]:
        best = max(some, key=lambda one: (one.fits, len(one.tops) == 1, -len(one.parts)))
        found.append(best)
        told = {*best.parts, *(best.tops if len(best.tops) > 1 else ())}
        left = [at for at in left if at not in told]
    return found


def _sums(
    numbers: Sequence[Values], lines: Sequence[int], left: Sequence[int], called: frozenset[int]
) -> Iterator[Sum]:
    """One line and the lines right after or before it, of those that are no parts yet."""
    for top in lines:
        after, before = [one for one in left if one > top], [one for one in left if one < top][::-1]
        for near in (after, before, [*before[:1], *after[:1]]):
            for size in range(2, len(near) + 1):
                if fits := _fits(numbers, [top], near[:size], _LEAST - (top in called)):
                    yield Sum(tops=(top,), parts=tuple(near[:size]), fits=fits)


def _balances(numbers: Sequence[Values], left: Sequence[int]) -> Iterator[Sum]:
    """Neighbours that come to the same as the neighbours after them: what was there and came in, what became of it."""
    for start in range(len(left) if len(left) <= _MOST_BALANCED else 0):
        for middle in range(start + 2, len(left) - 1):
            for end in range(middle + 2, len(left) + 1):
                tops, parts = left[start:middle], left[middle:end]
                fits = _fits(numbers, tops, parts, _LEAST)
                if fits >= _LEAST_BALANCED or (fits and _no_chance(numbers, tops, parts)):
                    yield Sum(tops=tuple(tops), parts=tuple(parts), fits=fits)


def _no_chance(numbers: Sequence[Values], tops: Sequence[int], parts: Sequence[int]) -> bool:
    """Whether a balance holds on all lines but one, for figures so large that it does not by chance."""
    sides = [
        [sum(numbers[line][at] or 0 for line in some) for some in (tops, parts)] for at in range(len(numbers[tops[0]]))
    ]
    held = [over for over, under in sides if over == under]
    return len(sides) - len(held) <= 1 and prod(held) >= _LARGE


def _fits(numbers: Sequence[Values], tops: Sequence[int], parts: Sequence[int], least: int) -> int:
    """For how many crossing lines both sides come to the same; 0 when that may be chance.

    Two of them on which they would if two numbers of a line changed places speak for it, too, but are not counted.
    """
    held = list[Decimal]()
    left = dict[int, Decimal]()
    telling = 0
    for at in range(len(numbers[tops[0]])):
        over = [one for line in tops if (one := numbers[line][at]) is not None]
        under = [one for line in parts if (one := numbers[line][at]) is not None]
        if len(over) < len(tops) or len(under) < 2:
            continue
        if more := sum(over, start=Decimal(0)) - sum(under):
            left[at] = more
        else:
            held.append(sum(over, start=Decimal(0)))
            telling += sum(part != 0 for part in under) > 1
    fits, failing = len(held), len(left)
    if failing == _PAIR and _exchanged(numbers, tops, parts, held, left):
        fits, failing, telling = fits + failing, 0, telling + failing
    if failing == 1 and prod(held) >= _LARGE:
        least -= 1  # of figures so large two are no chance
    if failing and least >= _LEAST and prod(one or Decimal(1) for one in held) < _SHOWN:
        return 0  # figures so small that others may come to them
    most = min(_MOST_FAILING, fits - (least >= _LEAST))
    return max(1, len(held)) if fits >= least and telling > 1 and failing <= most else 0


def _exchanged(
    numbers: Sequence[Values],
    tops: Sequence[int],
    parts: Sequence[int],
    held: Sequence[Decimal],
    left: Mapping[int, Decimal],
) -> bool:
    """Whether two numbers of one line, exchanged, mend both crossing lines that fail, and that is hardly chance.

    It is the rarer the larger the figures are, and the fewer the lines that may be one another's sum.
    """
    (a, more), (b, less) = left.items()
    if more + less:
        return False
    differences = [(numbers[line][a] or Decimal(0)) - (numbers[line][b] or Decimal(0)) for line in (*tops, *parts)]
    signed = [*differences[: len(tops)], *(-one for one in differences[len(tops) :])]
    tries = len(numbers) * max(1, len(numbers) - 2) * len(signed)  # lines that may be sums, and lines of one
    return more in signed and (prod(held) if held else abs(more)) * abs(more) * 2 >= tries * _RARE


def slipped_sum(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether a slip of the total or of one of its parts explains that they differ."""
    more = sum(parts, start=Decimal(0)) - total
    return slip(total, total + more) in SMALL or any(one > more and slip(one, one - more) in SMALL for one in parts)
