"""Balances told one word after another: "đầu năm 34 máy, mua thêm 9, thanh lý 5, cuối năm còn 38".

What there was, what came and what went make what is left. A balance is read only when both its ends are named and
every count between them has a direction; it fails only when it is told in full, or when its net change says so too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate, product

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Topic
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.own_words import after_figure
from motcua.statements.signs.phrases import tie_in
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.stocks import Turn, falls, turn_of
from motcua.statements.signs.wording import HOW_MANY
from motcua.sums import SMALL, Force, Kind, Relation, slip

__all__ = ["balances"]

_MOST = 24  # figures from the one end of a balance to the other
_APART = 2  # sentences between neighbours
_LONGEST = 160  # characters that lead to a count
_LAST = 3  # counts before a net change
_FOLLOWING = 3  # counts after it that may say more
_MOST_EITHER = 2  # counts whose direction the numbers show
_LONG = 1_000  # what is left, so large that it is no slip away from anything by chance
_STOP = re.compile(r"[.;:!?](?=\s|$)|\n")
_JOIN = re.compile(r",(?!\d)|(?<!\w)(?:(?:và|and)(?= |$)|còn(?! lại| nợ| tồn| dư| đọng| giữ| nằm| phải)(?= ))")
_NOUN = re.compile(r"\s+(?!trường hợp)([^\W\d_]+)")
_WAYS = {Turn.ADDED: (1,), Turn.TAKEN: (-1,), Turn.EITHER: (1, -1)}
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:cùng kỳ|năm (?:ngoái|trước)|kế hoạch|chỉ tiêu|dự kiến|phấn đấu|same period|target|plan)(?!\w)",
    re.IGNORECASE,
)
_MANY = re.compile(rf"[;,][^.;,\d]*?(?<!\w){HOW_MANY} (?P<more>[^.\d]*)", re.IGNORECASE)
_NEXT_PERIOD = re.compile(
    r"(?<!\w)(?:quý|tháng|năm|tuần|kỳ|sang|quarter|month|year|week|then|next)(?!\w)", re.IGNORECASE
)
_OTHERWISE = re.compile(  # the text itself says that it does not come out
    r"(?<!\w)(?:chênh|lệch|khớp|sai số|nhầm|hao hụt|mismatch|differ\w*|discrepancy)(?!\w)", re.IGNORECASE
)

_IN_ONE_BREATH = re.compile(r"[^.;:!?\n()]*(?:,|\s(?:và|and)\s)[^.;:!?\n()]*")
_BOUGHT = re.compile(r"(?<!\w)(?:mua|nộp|đóng|sắm|bought)(?!\w)", re.IGNORECASE)  # brings things in, takes money out

_Moved = list[tuple[Figure, tuple[int, ...]]]
_Terms = Sequence[tuple[int, Figure]]


@dataclass(slots=True, kw_only=True)
class _Balance:
    """One stock: what there was, each count that moved it with the directions it may have, what is left."""

    opening: Figure
    moved: _Moved = field(default_factory=list)
    totals: list[tuple[Figure, int]] = field(default_factory=list)  # after so many of these
    closing: Figure | None = None
    net: tuple[Figure, int] | None = None
    so_called: bool = False
    beyond: list[Decimal] = field(default_factory=list)  # counts right after it
    partly: bool = False  # more may have moved than it tells


def balances(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The sums of every balance that sentences tell; what is left comes first in them."""
    reader = _Reader(text, figures)
    closed = set[int]()
    for one in figures:
        yield from _net(reader, one, found)
        if not reader.amount(one) or reader.turn(one)[0] not in {Turn.OPENING, Turn.POINT}:
            continue
        if one.index in closed and not reader.goes_on(one):
            continue  # the next stock may be another
        told = reader.balance(one)
        if told.closing is not None and told.moved:
            closed.add(told.closing.index)
            yield from _sums(told, found)


class _Reader:
    """Reads the counts of sentences by the words that lead to each."""

    def __init__(self, text: str, figures: Sequence[Figure]) -> None:
        self.text, self.figures = text, figures
        self.depths = list(accumulate((letter in "([") - (letter in ")]") for letter in text))

    @staticmethod
    def amount(one: Figure) -> bool:
        return one.trio is None and one.numeral.form is Form.COUNT and one.numeral.hedge is not Hedge.ABOUT

    def turn(self, one: Figure) -> tuple[Turn | None, bool]:
        """What a count does to a stock; the words that follow it say it when none lead to it."""
        ahead = self._ahead(one)
        said = turn_of(ahead)
        if one.topic is Topic.MONEY and said[0] in {None, Turn.ADDED} and _BOUGHT.search(ahead):
            return Turn.EITHER, said[1]
        return said if said[0] else turn_of(after_figure(self.text, self.figures, one.index))

    def _gap(self, one: Figure) -> str:
        """What stands between a figure and the one before it."""
        end = self.figures[one.index - 1].numeral.end if one.index else 0
        return self.text[max(end, one.numeral.start - _LONGEST) : one.numeral.start]

    def _ahead(self, one: Figure) -> str:
        """The words that lead to a count: those of its part of the sentence, of all of it when it is the first."""
        *before, ahead = _STOP.split(self._gap(one).rstrip(" (:"))
        return ahead if before or not one.index else _JOIN.split(ahead)[-1]

    def falls(self, one: Figure) -> bool:
        """Whether the words that lead to a count say that something became less."""
        return falls(self._gap(one))

    def goes_on(self, one: Figure) -> bool:
        """Whether the text turns to the next period after what there is at the end of one."""
        after = self.figures[one.index + 1 : one.index + 2]
        return any(_NEXT_PERIOD.search(self._gap(each)) for each in after)

    def balance(self, opening: Figure) -> _Balance:
        """The stock that begins with this count."""
        told, last, inner = _Balance(opening=opening), opening, False
        for one in self.figures[opening.index + 1 : opening.index + _MOST]:
            if one.trio is not None or one.block - last.block > _APART or one.paragraph != opening.paragraph:
                break
            depth = self.depths[one.numeral.start] - self.depths[opening.numeral.start]
            if depth < 0:
                break
            if depth or one.numeral.form is Form.PERCENT or self._foreign(one, opening):
                continue
            gap = self._gap(one)
            turn, total = self.turn(one)
            inner = (inner and not _STOP.search(gap)) or tie_in(gap) is not None
            if turn in {Turn.OPENING, Turn.POINT, Turn.CLOSING}:
                if turn is Turn.OPENING or not self.amount(one) or told.closing is not None:
                    break
                told.closing, last = one, one
                if told.moved or turn is not Turn.POINT:
                    break  # else both ends are told first
                continue
            if told.closing is not None and not told.moved and self._difference(told.opening, told.closing, one):
                told.net, last = (one, -1 if falls(gap) else 1), one
                continue
            if not self._take(told, one, turn, total=total, inner=inner):
                break
            last = one
        self._look_on(told)
        return told

    def _foreign(self, one: Figure, opening: Figure) -> bool:
        """Whether it counts something else altogether: money, or time."""
        return one.topic is Topic.TIME or (one.topic is Topic.MONEY) != (opening.topic is Topic.MONEY)

    @staticmethod
    def _difference(opening: Figure, closing: Figure, one: Figure) -> bool:
        """Whether it is by how much the two differ, and no part of what moved."""
        apart = closing.numeral.value - opening.numeral.value
        return one.numeral.hedge is Hedge.CHANGE and one.numeral.value == abs(apart)

    def _take(self, told: _Balance, one: Figure, turn: Turn | None, *, total: bool, inner: bool) -> bool:
        """Note what a count between the ends does; gives whether the balance may still be read."""
        if not self.amount(one):
            told.partly = True
        elif turn is Turn.NET:
            told.net, told.so_called = (one, -1 if falls(self._gap(one)) else 1), True
        elif inner or (one.numeral.hedge is Hedge.CHANGE and _OF_ANOTHER.search(one.words)):
            told.partly = told.partly or turn is not None
        elif turn is Turn.TOTAL:
            told.totals.append((one, len(told.moved)))
        elif turn is not None:
            ways = _WAYS[turn]
            if total:  # "tổng chi": of what went before
                told.moved = [each for each in told.moved if each[1] != ways]
            told.partly = told.partly or self._other_noun(one, told.opening)
            told.moved.append((one, ways))
        elif not self._likewise(told, one):
            return one.bunch is not None or one.compared
        return True

    def _likewise(self, told: _Balance, one: Figure) -> bool:
        """Whether money is told in one breath with what moved before it: it went the same way, "52,8 … và 17,5 …"."""
        gap = self._gap(one)
        alike = one.topic is Topic.MONEY and one.bunch is None and not one.compared
        if not (alike and told.moved and told.moved[-1][0].index == one.index - 1 and _IN_ONE_BREATH.fullmatch(gap)):
            return False
        told.moved.append((one, told.moved[-1][1]))
        return True

    def _other_noun(self, one: Figure, other: Figure) -> bool:
        """Whether the words after both name different things; what became of them names none."""
        mine, its = (after_figure(self.text, self.figures, each.index) for each in (one, other))
        nouns = {found[1].lower() for words in (mine, its) if not turn_of(words)[0] and (found := _NOUN.match(words))}
        return len(nouns) > 1

    def _look_on(self, told: _Balance) -> None:
        """What stands after what is left, or before all of it: a net change, what else went, why it does not come out.

        Of "sau điều chỉnh là 1.845 triệu đồng, gồm giao đầu năm 1.620, bổ sung 310 …" what is left comes first.
        """
        if told.closing is None:
            ahead, gap = self.figures[told.opening.index - 1], self._gap(told.opening)
            here = all(one.block == told.opening.block for one, _ in told.moved) and not _STOP.search(gap)
            told.closing = ahead if here and told.opening.index and self.amount(ahead) and tie_in(gap) else None
            return
        last = max((told.closing, *(one for one, _ in told.moved)), key=lambda one: one.index)
        end = last.numeral.end
        tail = self.text[end : end + _LONGEST].split("\n", maxsplit=1)[0]
        more = _MANY.search(tail.partition(". ")[0])  # "…, cuối kỳ còn 49; ba hồ sơ công dân rút"
        told.partly = told.partly or _OTHERWISE.search(tail) is not None or _moves(more)
        for one in self.figures[last.index + 1 : last.index + 1 + _FOLLOWING]:
            if self.amount(one) and one.block - last.block <= _APART + 1:
                told.beyond.append(one.numeral.value)
                turn, way = self.turn(one)[0], -1 if falls(self._gap(one)) else 1
                changed = one.numeral.hedge is Hedge.CHANGE and _OF_ANOTHER.search(one.words) is None
                if told.net is None and (turn is Turn.NET or changed):
                    told.net, told.so_called = (one, way), turn is Turn.NET


def _sums(told: _Balance, found: Known) -> Iterator[Relation]:
    """From what there was to each total and to what is left; with a net change, also of that alone."""
    moved = _directed(told)
    if told.closing is None or not moved:
        return  # which way it moved is not told
    start = (-1, told.opening)
    ends = [(1, told.closing), start, *moved]
    full = len({weight for weight, _ in moved}) > 1 and not told.partly and abs(_sum(ends)) not in told.beyond
    if told.net is not None and (told.so_called or _sum(ends)):
        net, way = told.net
        by_net = [(1, net), *((way * weight, one) for weight, one in moved)], [(1, told.closing), start, (-way, net)]
        # when it agrees with what moved, or with both ends, something else is wrong; else it is no net change of these
        shown = not told.partly and not all(_sum(one) for one in (ends, *by_net))
        for terms in (ends, *by_net) if shown else ():
            yield from _relation(terms, Force.CLAIMED, found)
    yield from _relation(ends, Force.LIKELY if full else Force.LOOSE, found)
    for total, so_far in told.totals:
        yield from _relation([(1, total), start, *moved[:so_far]], Force.LIKELY, found)


def _net(reader: _Reader, net: Figure, found: Known) -> Iterator[Relation]:
    """What came less what went, concluded right behind both: "tăng 64 và giảm 41 người, như vậy tăng thêm 23 người"."""
    told = [one for one in reader.figures[max(0, net.index - _LAST) : net.index] if one.block == net.block]
    if reader.turn(net)[0] is not Turn.NET or not all(reader.amount(one) for one in (*told, net)):
        return
    moved = [(turn, one) for one in told if (turn := reader.turn(one)[0]) in _WAYS]
    by_turn = dict(moved)
    if len(moved) == len(by_turn) and {*by_turn} == {Turn.ADDED, Turn.TAKEN}:
        way = -1 if reader.falls(net) else 1
        yield from _relation([(1, net), (-way, by_turn[Turn.ADDED]), (way, by_turn[Turn.TAKEN])], Force.LIKELY, found)


def _moves(more: re.Match[str] | None) -> bool:
    """Whether a number in words says of something that it came or went."""
    return more is not None and turn_of(more["more"])[0] in _WAYS


def _directed(told: _Balance) -> _Terms:
    """What moved, with the directions that words tell; of what may be either those that the numbers show, if any."""
    either = sum(len(ways) > 1 for _, ways in told.moved)
    sides = product(*(ways for _, ways in told.moved)) if either <= _MOST_EITHER else ()
    readings = [[(-way, one) for way, (one, _) in zip(side, told.moved, strict=True)] for side in sides]
    if len(readings) == 1:
        return readings[0]
    shown = {_sum([(1, told.closing), (-1, told.opening)])} if told.closing else set()
    if told.net is not None:
        shown.add(told.net[0].numeral.value * told.net[1])
    return next((one for one in readings if -_sum(one) in shown), _but_for_a_slip(told, readings))


def _but_for_a_slip(told: _Balance, readings: Sequence[_Terms]) -> _Terms:
    """The only directions by which what is left is one slip away from what it should be, when it is a long figure."""
    if told.closing is None or told.closing.numeral.value < _LONG:
        return []
    left = ((one, told.opening.numeral.value - _sum(one)) for one in readings)
    near = [one for one, value in left if value > 0 and slip(told.closing.numeral.value, value) in SMALL]
    return near[0] if len(near) == 1 else []


def _sum(terms: _Terms) -> Decimal:
    return sum((weight * one.numeral.value for weight, one in terms), start=Decimal(0))


def _relation(terms: _Terms, force: Force, found: Known) -> Iterator[Relation]:
    """The check that these come to nothing."""
    ordered = sorted(((weight, found.of_figure[one.index]) for weight, one in terms), key=lambda one: -one[0])
    if len({which for _, which in ordered}) == len(ordered) > 2:
        yield Relation(kind=Kind.SUM, force=force, sums=(tuple(ordered),), listed=force > Force.LOOSE)
