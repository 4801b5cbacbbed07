"""The rate columns and rate rows of a table: the division of two cells that explains nearly every one of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, permutations

from motcua.statements.agreeing.hundreds import hundred
from motcua.statements.sheets.placing import Place, Placed
from motcua.statements.sheets.tables import is_change
from motcua.statements.signs.numerals import Form
from motcua.sums import Force, Fraction, Kind, Relation, is_share, places

__all__ = ["rate_columns"]

_LEAST = 3  # cells that a division explains by no chance; one fewer when more suggests it
_ALL = 100  # percent
_MOST_FAILING = 2
_MOST_LEFT = 7  # lines of counts of which one is taken from another
_MOST_ROWS = 30  # of a table whose rows are looked at for divisions of each other
_CALLED = re.compile(r"t[ỷỉyi] lệ|tỷ trọng|rate|share|percent(?:age)?|\(?%\)?|pct", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """Lines of counts and of rates, columns or rows, and the places where they are crossed."""

    placed: Placed
    in_columns: bool
    counts: Sequence[int]
    crossing: Sequence[int]
    whole: int | None  # the crossing line of all the others together

    def cell(self, line: int, at: int) -> Place:
        return (at, line) if self.in_columns else (line, at)

    def name(self, line: int) -> str:
        return self.placed.table.names[line] if self.in_columns else self.placed.table.lines[line].name

    def has(self, line: int, at: int) -> bool:
        return self.placed.value(*self.cell(line, at)) is not None

    def value(self, line: int, at: int) -> Decimal:
        return self.placed.value(*self.cell(line, at)) or Decimal(0)

    def which(self, line: int, at: int) -> int:
        return self.placed.which(*self.cell(line, at))


def rate_columns(placed: Placed) -> Iterator[Relation]:
    """A line of rates is computed in one way; the shares of all parts make a hundred."""
    read = placed.table
    totals = placed.totals
    by_columns = _Axis(
        placed=placed,
        in_columns=True,
        counts=sorted(read.summed - read.rate),
        crossing=range(len(placed.lines)),
        whole=totals[0] if len(totals) == 1 and not read.turned else None,
    )
    for rate in sorted(read.rate):
        yield from _best(_with_whole(by_columns, rate), rate)
        rows = [row for row in range(len(placed.lines)) if placed.value(row, rate) is not None]
        parts = [row for row in rows if row not in totals]
        if not read.turned and 1 < len(parts) < len(rows):
            yield hundred([placed.which(row, rate) for row in parts], placed.found)
    if len(placed.lines) > _MOST_ROWS:
        return
    columns = sorted(read.tags.keys() - read.rate)
    rates = [
        row for row, here in enumerate(placed.lines) if here and all(placed.percent(row, column) for column in here)
    ]
    counts = [row for row, here in enumerate(placed.lines) if here and row not in rates]
    by_rows = _Axis(placed=placed, in_columns=False, counts=counts, crossing=columns, whole=read.margin)
    for rate in rates:
        yield from _best(_with_whole(by_rows, rate), rate)


def _with_whole(axis: _Axis, rate: int) -> _Axis:
    """The same with the one crossing line that has a hundred percent as that of all others."""
    every = [at for at in axis.crossing if axis.has(rate, at) and axis.value(rate, at) == _ALL]
    return replace(axis, whole=every[0]) if len(every) == 1 else axis


def _best(axis: _Axis, rate: int) -> list[Relation]:
    """The division that explains most of the rates of a line, when it explains nearly all."""
    held = [at for at in axis.crossing if axis.has(rate, at)]
    if shares := _of_the_sum(axis, rate, held) or _one_mends(axis, rate, held):
        return shares
    best, most = list[Relation](), 0
    for suggested, made in _divisions(axis, rate, held):
        relations = list[Relation]()
        near, wrong = list[Relation](), list[Relation]()
        fits = failing = 0
        for one in made:
            relations.append(one)
            if axis.placed.holds(one):
                fits += 1
            elif suggested and _one_off(axis.placed, one):
                near.append(one)
            elif (failing := failing + 1) > _MOST_FAILING:
                break
            else:
                wrong.append(one)
        if len(wrong) == 2 == failing and _exchanged(axis.placed, *wrong):
            fits, failing = fits + failing, 0
        if (
            fits >= _LEAST - suggested
            and failing < min(_MOST_FAILING + 1, fits)
            and (fits, len(relations)) > (most, len(best))
        ):
            best = [replace(one, force=Force.LOOSE) if failing and one in near else one for one in relations]
            most = fits
    return best


def _of_the_sum(axis: _Axis, rate: int, held: Sequence[int]) -> list[Relation]:
    """The shares in a total that is wrong: each is right of what all parts come to."""
    whole, parts = axis.whole, [at for at in held if at != axis.whole]
    for over in axis.counts if whole is not None and len(parts) >= _LEAST else ():
        if whole is None or not all(axis.has(over, at) for at in (whole, *parts)):
            continue
        total = sum((axis.value(over, at) for at in parts), start=Decimal(0))
        shares = (is_share(axis.value(rate, at), axis.value(over, at), total) for at in parts)
        if axis.value(over, whole) != total and all(shares):
            return list(_shares(axis, rate, parts, over, whole))
    return []


def _one_mends(axis: _Axis, rate: int, held: Sequence[int]) -> list[Relation]:
    """The shares in a total, when one cell mends both its share and what its column comes to.

    "Tài khoản 615 | 93,2; tiền mặt 45 | 1,8; tổng 660 | 100": 6,8 is the share, and makes the hundred.
    """
    whole, parts = axis.whole, [at for at in held if at != axis.whole]
    if whole is None or len(parts) < 2 or (axis.has(rate, whole) and axis.value(rate, whole) != _ALL):
        return []
    rates_left = _ALL - sum((axis.value(rate, at) for at in parts), start=Decimal(0))
    for over in axis.counts:
        made = list(_shares(axis, rate, parts, over, whole))
        wrong = [at for at, one in enumerate(made) if not (axis.placed.holds(one) or _one_off(axis.placed, one))]
        if len(made) != len(parts) or len(wrong) != 1:
            continue
        part, total = parts[wrong[0]], axis.value(over, whole)
        counts_left = total - sum((axis.value(over, at) for at in parts), start=Decimal(0))
        printed, count = axis.value(rate, part), axis.value(over, part)
        unit = Decimal(1).scaleb(-max(places(axis.value(rate, at)) for at in parts))
        far = abs(printed + rates_left - (count + counts_left) * _ALL / total)
        one_cell = bool(counts_left) != (abs(rates_left) > unit * len(parts))
        if one_cell and far < unit * Decimal("1.5"):
            return [
                one if axis.placed.holds(one) or at in wrong else replace(one, force=Force.LOOSE)
                for at, one in enumerate(made)
            ]
    return []


def _exchanged(placed: Placed, one: Relation, other: Relation) -> bool:
    """Whether two rates are each right on the other's line."""
    return all(placed.holds(replace(mine, printed=theirs.printed)) for mine, theirs in ((one, other), (other, one)))


def _one_off(placed: Placed, one: Relation) -> bool:
    """Whether a rate is one off in its last place, as rates are that were adjusted to make a hundred."""
    expected = placed.held(one).expected
    printed = placed.found.quantities[one.printed].value
    return expected is not None and 0 < abs(printed - expected) <= Decimal(1).scaleb(-places(printed))


def _divisions(axis: _Axis, rate: int, held: Sequence[int]) -> Iterator[tuple[bool, Iterable[Relation]]]:
    """Divisions of the lines of counts, and whether names, decimals or the rate of the total suggest one."""
    if axis.in_columns:
        yield from _of_the_text(axis.placed, rate, held)
    name = _plain(axis.name(rate))
    exact = sum(axis.value(rate, at) % 1 != 0 for at in held) > 1  # with decimals two are no chance
    plain = exact or len(axis.counts) == 2  # nor where nothing else could be divided
    for over in [*((one,) for one in axis.counts), *pairwise(axis.counts)]:
        called = len(over) == 1 and _plain(axis.name(over[0])) == name
        for under in axis.counts:
            if under not in over:
                yield called or plain, _made(axis, rate, held, over, (under,))
        if axis.whole is not None and len(over) == 1:
            all_of_it = axis.has(rate, axis.whole) and axis.value(rate, axis.whole) == _ALL
            yield all_of_it, _shares(axis, rate, held, over[0], axis.whole)
    for top, less in permutations(axis.counts, 2) if len(axis.counts) <= _MOST_LEFT else ():
        for under in axis.counts:
            yield exact, _made(axis, rate, held, (top,), (under,), less=less)
    yield from _of_sums(axis, rate, held)
    for then, now in permutations(axis.counts, 2) if is_change(axis.name(rate)) else ():
        yield False, _changes(axis, rate, held, then, now)


def _of_sums(axis: _Axis, rate: int, held: Sequence[int]) -> Iterator[tuple[bool, Iterable[Relation]]]:
    """Divisions by what three lines side by side come to: "trước hạn + đúng hạn" of all settled, which has no line."""
    for three in zip(axis.counts, axis.counts[1:], axis.counts[2:], strict=False):
        for over in (three[:2], three[:1], three[2:]):
            yield False, _made(axis, rate, held, over, three)


def _plain(name: str) -> str:
    """What a heading says besides that it is of rates."""
    return " ".join(re.findall(r"\w+", _CALLED.sub(" ", name).lower()))


def _made(
    axis: _Axis, rate: int, held: Sequence[int], over: Sequence[int], under: Sequence[int], *, less: int | None = None
) -> Iterator[Relation]:
    """Each rate as what these lines have, without what is `less`, of another; nothing to take away tells nothing."""
    for at in held:
        if all(axis.has(line, at) for line in (*over, *under)) and sum(
            (axis.value(line, at) for line in under), Decimal(0)
        ):
            if less is not None and not 0 < axis.value(less, at) < axis.value(over[0], at):
                continue
            tops = tuple(axis.which(line, at) for line in over)
            minus = () if less is None else (axis.which(less, at),)
            bottoms = tuple(axis.which(line, at) for line in under)
            name = " + ".join(axis.name(line).strip() for line in under)
            fraction = Fraction(over=tops, minus=minus, under=bottoms, name=name)
            if axis.value(rate, at) < 0 or all(axis.value(line, at) >= 0 for line in over):
                yield _claimed(fraction, axis.which(rate, at))


def _changes(axis: _Axis, rate: int, held: Sequence[int], then: int, now: int) -> Iterator[Relation]:
    """How much more a line has than another, in percent of that; what is less may be told without a sign."""
    for at in held:
        if axis.has(now, at) and axis.value(then, at):
            less = axis.value(now, at) < axis.value(then, at) and axis.value(rate, at) >= 0
            old, new = axis.which(then, at), axis.which(now, at)
            more, fewer = (old, new) if less else (new, old)
            fraction = Fraction(over=(more,), minus=(fewer,), under=(old,), name=axis.name(then).strip())
            yield _claimed(fraction, axis.which(rate, at))


def _shares(axis: _Axis, rate: int, held: Sequence[int], over: int, whole: int) -> Iterator[Relation]:
    """The shares that the parts of one line have in their total."""
    for at in held if axis.has(over, whole) and axis.value(over, whole) else ():
        if at != whole and axis.has(over, at):
            fraction = Fraction(
                over=(axis.which(over, at),), under=(axis.which(over, whole),), name=axis.name(over).strip()
            )
            yield _claimed(fraction, axis.which(rate, at))


def _of_the_text(placed: Placed, rate: int, rows: Sequence[int]) -> Iterator[tuple[bool, Iterable[Relation]]]:
    """The division of each cell by a count that the sentences tell: "Trong 1.317 hồ sơ tiếp nhận, …".

    Counts that come to it, or rates that come to a hundred, suggest that it is what they are of.
    """
    wholes = [one for one in placed.figures if one.trio is None and one.counts and one.numeral.form is Form.COUNT]
    rates = sum(placed.value(row, rate) or 0 for row in rows)
    for over in sorted(placed.table.summed - placed.table.rate):
        held = [row for row in rows if placed.value(row, over) is not None]
        total = sum(placed.value(row, over) or 0 for row in held)
        most = max((placed.value(row, over) or 0 for row in held), default=0)
        for which in dict.fromkeys(placed.found.of_figure[one.index] for one in wholes if one.numeral.value >= most):
            fractions = (
                (row, Fraction(over=(placed.which(row, over),), under=(which,), name="named"))
                for row in held
                if placed.which(row, over) != which
            )
            suggested = rates == _ALL or total == placed.found.quantities[which].value
            yield suggested, [_claimed(fraction, placed.which(row, rate)) for row, fraction in fractions]


def _claimed(fraction: Fraction, printed: int) -> Relation:
    return Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=printed)
