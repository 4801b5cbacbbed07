"""What remains of a whole, when a rate or two breakdowns show the whole and what is done of it.

"Dự toán 4.860 triệu đồng; đã chi 2.187 triệu đồng, bằng 45,0 %, gồm …; dự toán còn lại 267 triệu đồng": the rate says
that 2.673 remain. What the whole is called does not matter; a count nearby that explains the difference is believed.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, takewhile

from motcua.statements.agreeing.complements import SOME_OF, negated, says
from motcua.statements.signs.figures import Figure, before, left_by_ratio
from motcua.statements.signs.lexicon import labels
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.own_words import after_figure
from motcua.statements.signs.phrases import OPEN
from motcua.statements.signs.quantities import Known
from motcua.sums import SMALL, Force, Fraction, Kind, Relation, Slip, is_share, judge, slip, weighted

__all__ = ["remaining"]

_NEAR = 3  # sentences between what is done and what remains
_AFTER = 2  # sentences between what remains and a rate after it
_BEFORE = 12  # figures before what is done that may be its whole
_MOST_DONE = 2  # counts that a rate is of together
_FEWEST = 2  # terms of a sum that splits nothing
_MUCH = 5  # times what is told to remain
_AROUND = 6  # counts on either side that may explain a difference
_STOP = re.compile(r"[.;:,()\n](?!\d)")
_LEFT = re.compile(
    r"(?<!\w)(?:còn|thiếu|khuyết(?! tật)|tồn|open|left|remain(?:s|ed|ing)?|unspent|outstanding|pending|yet)(?!\w)",
    re.IGNORECASE,
)

_Shown = tuple[Figure | None, Sequence[Figure], Figure]  # a rate, what is done, the whole


def remaining(text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The sums of a whole, what is done and what remains that one slip of what remains breaks."""
    bench = _Bench(text, relations, figures, found)
    for rest in figures:
        if bench.remains(rest):
            yield from bench.failing(rest)


class _Bench:
    """The counts of a statement, and which of them something confirms."""

    def __init__(self, text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> None:
        self.text, self.figures, self.found = text, figures, found
        self.values = {one.index: one.value for one in found.quantities}
        sums = [one for one in relations if one.sums and not one.hundred]
        holding = [(one, judge(one, self.values)) for one in sums]
        holding = [(one, held) for one, held in holding if held.holds]
        self.adding_up = [(one.force, {which for _, which in one.sums[held.reading]}) for one, held in holding]
        self.split = {one.sums[0][0][1] for one, _ in holding if not one.at_most and len(one.sums[0]) > _FEWEST}
        failing = [one for one in sums if one.force > Force.LOOSE and not judge(one, self.values).holds]
        self.failing_sums = [(one.quantities, self._gap(one)) for one in failing]
        self.explained = set[int]()
        shares = list(self._shares(relations))
        self.shares, self.rough = ([one for one in shares if _exact(one[0]) is way] for way in (True, False))
        self.confirmed = self.split | {found.of_figure[whole.index] for _, _, whole in self.shares}

    def _shares(self, relations: Sequence[Relation]) -> Iterator[_Shown]:
        """The rates that are right of one or two counts, as the text reads, or of that beside them."""
        for one in relations:
            if one.kind is Kind.RATE and (held := judge(one, self.values)).holds:
                fraction, rate = one.fractions[held.reading], self._first(one.printed)
                self.explained.add(rate.index)
                plain = len(fraction.over) <= _MOST_DONE and len(fraction.under) == 1
                if plain and rate.rates and not (fraction.minus or fraction.without):
                    yield rate, [self._first(which) for which in fraction.over], self._first(fraction.under[0])
        for rate in self.figures:
            if rate.said_of is not None:
                yield from self._shown(rate, self.figures[rate.said_of])

    def _shown(self, rate: Figure, done: Figure) -> Iterator[_Shown]:
        """The wholes shortly before a rate that nothing explains of which it is right."""
        if rate.rates and rate.numeral.decimals and rate.index not in self.explained:
            for whole in self.figures[max(0, done.index - _BEFORE) : rate.index]:
                if _count(whole) and is_share(rate.numeral.value, done.numeral.value, whole.numeral.value):
                    yield rate, [done], whole

    def _first(self, which: int) -> Figure:
        return self.figures[self.found.quantities[which].figures[0]]

    def remains(self, one: Figure) -> bool:
        """Whether words may say of a count that it is left, or not so; it is no part, nor in a sum that holds."""
        if not _count(one) or self._adds_up(one) or self._of_rest(one) or self._of_its_sentence(one):
            return False
        if left_by_ratio(one, self.figures) is not None:
            return False
        said = self._said(one)
        return (self._left(one) or negated(said) != "") and not (SOME_OF.search(said) or OPEN.search(said))

    def _of_rest(self, one: Figure) -> bool:
        """Whether its sentence splits what remains: "of the other nine five went to court and two are pending"."""
        ahead = self.figures[max(0, one.index - _AROUND) : one.index]
        return any(each.rest and each.block == one.block and each.numeral.value >= one.numeral.value for each in ahead)

    def _of_its_sentence(self, one: Figure) -> bool:
        """Whether it is what the two counts before it in its sentence leave: "nhận 23 việc, xong 19, đang làm 4"."""
        told = self.figures[max(0, one.index - 2) : one.index]
        here = len(told) > 1 and all(_count(each) and each.block == one.block for each in told)
        return here and told[0].numeral.value - told[1].numeral.value == one.numeral.value

    def _left(self, one: Figure) -> bool:
        said = self._said(one)
        return one.rest or _LEFT.search(said) is not None or any(label.value == "pending" for label in labels(said))

    def _said(self, one: Figure) -> str:
        """The words of its part of the sentence."""
        start = self.figures[one.index - 1].numeral.end if one.index else 0
        ahead = _STOP.split(self.text[start : one.numeral.start].rstrip(" (:"))[-1]
        return f"{ahead} {after_figure(self.text, self.figures, one.index)}"

    def failing(self, rest: Figure) -> Iterator[Relation]:
        """What remains beside what shows the other two; nothing when something that is shown leaves just that."""
        near = [*self._by_rates(rest), *self._by_breakdowns(rest), *self._by_parts(rest)]
        if rest.numeral.value in {whole.numeral.value - _sum(done) for _, done, whole in near}:
            return
        of = self.found.of_figure
        for rate, done, whole in near:
            top, parts = of[whole.index], [of[one.index] for one in done]
            if len({top, *parts, of[rest.index]}) < len(parts) + 2 or not self._broken(rest, done, whole):
                continue
            sums = (weighted([top], [*parts, of[rest.index]]),)
            yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=sums, listed=True)
            if rate is not None:
                share = Fraction(over=tuple(parts), under=(top,), name="named")
                yield Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(share,), printed=of[rate.index])

    def _broken(self, rest: Figure, done: Sequence[Figure], whole: Figure) -> bool:
        """Whether it should be what the done leave of the whole, and is one slip away from that."""
        left, what = whole.numeral.value - _sum(done), negated(self._said(rest))
        if slip(rest.numeral.value, left) not in SMALL or self._explained(rest, left - rest.numeral.value):
            return False
        if self._left_elsewhere(left, whole, rest):
            return False
        shown = {self.found.of_figure[one.index] for one in (whole, *done)}
        if any(shown <= each for _, each in self.adding_up):
            return False
        more = any(shown | {self.found.of_figure[rest.index]} < each for each, _ in self.failing_sums)
        denied = what != "" and not more and any(says(one.words, what) for one in done)
        return denied or (self._left(rest) and not self._told(shown, rest, left))

    def _left_elsewhere(self, left: Decimal, whole: Figure, rest: Figure) -> bool:
        """Whether another count is just what is left: "52 quán, 45 đạt, 7 phải sửa; thiếu bình chữa cháy ở 5 quán"."""
        others = self.figures[whole.index + 1 : rest.index]
        return any(_count(one) and _alike(one, rest) and one.numeral.value == left for one in others)

    def _told(self, shown: set[int], rest: Figure, left: Decimal) -> bool:
        """Whether the text itself says what else there is of it, nearly enough; or may leave a group out.

        No group is likely just as large as two digits that changed places make it.
        """
        every, mine = {*shown, self.found.of_figure[rest.index]}, abs(left - rest.numeral.value)
        swapped = slip(rest.numeral.value, left) is Slip.SWAPPED
        told = [(each - every, gap) for each, gap in self.failing_sums if every <= each]
        told = [(more, gap) for more, gap in told if more or not swapped]
        return any(gap <= mine or any(self._first(which).rest for which in more) for more, gap in told)

    def _gap(self, one: Relation) -> Decimal:
        return min(abs(sum((weight * self.values[which] for weight, which in terms), Decimal(0))) for terms in one.sums)

    def _by_rates(self, rest: Figure) -> Iterator[_Shown]:
        """The rates shortly before it or right after it that show what is done of the whole before both."""
        last = next((one for one in reversed(self.figures[: rest.index]) if _count(one)), None)
        around = (one for one in self.figures[rest.index + 1 : rest.index + _AROUND] if one.said_of is None)
        after = (shown for rate in around for shown in self._shown(rate, last)) if last is not None else ()
        for rate, done, whole in (*self.shares, *after):
            near = -_AFTER <= rest.block - rate.block <= _NEAR and rest.block - done[-1].block <= _NEAR
            near = near and not self._of_a_list(rest, done[-1])
            if rest.numeral.value * _MUCH < whole.numeral.value - _sum(done):
                near = near and rest.block - done[-1].block <= 1  # "… xong 109 việc. Việc năm 2023 còn 1"
            if near and max(whole.index, done[-1].index) < rest.index and all(_alike(one, rest) for one in done):
                yield rate, done, whole

    def _of_a_list(self, rest: Figure, done: Figure) -> bool:
        """Whether it ends a list of another sentence than what is done: "nữ 9, tái cử 10, còn lại 16 lần đầu"."""
        ahead = [one for one in self.figures[max(0, rest.index - _BEFORE) : rest.index] if one.block == rest.block]
        return done.block != rest.block and sum(map(_count, ahead)) > 1

    def _by_breakdowns(self, rest: Figure) -> Iterator[_Shown]:
        """The latest count before it that is split, of the largest one that is shown as well."""
        shown = [
            one
            for one in before(self.figures, rest.index)
            if _count(one) and _alike(one, rest) and self.found.of_figure[one.index] in self.confirmed
        ]
        split = [one for one in shown if self.found.of_figure[one.index] in self.split]
        if split and rest.block - split[-1].block <= _NEAR:
            yield None, [split[-1]], max(shown, key=lambda one: one.numeral.value)

    def _by_parts(self, rest: Figure) -> Iterator[_Shown]:
        """The rates in whole percents before it, when its parts come to what they leave: "còn 43 hộ ở xóm A (19) …"."""
        after = [one for one in self.figures[rest.index + 1 : rest.index + _AROUND] if one.block == rest.block]
        parts = [one.numeral.value for one in takewhile(_count, after)]
        sums = [*accumulate(parts)][1:]
        for rate, done, whole in self.rough:
            near = done[-1].index < rest.index and rest.block - done[-1].block <= _NEAR
            if near and whole.numeral.value - _sum(done) in sums and all(_alike(one, rest) for one in done):
                yield rate, done, whole

    def _explained(self, rest: Figure, gap: Decimal) -> bool:
        """Whether counts beside it are the difference: other groups, or what came from before."""
        around = self.figures[max(0, rest.index - _AROUND) : rest.index + _AROUND]
        known = {one.numeral.value for one in around if self._adds_up(one)}
        after = [one.numeral.value for one in self.figures[rest.index + 1 : rest.index + _AROUND] if _count(one)]
        beside = {one.numeral.value for one in around if _alike(one, rest)}
        return abs(gap) in beside - known or gap in accumulate(after)

    def _adds_up(self, one: Figure) -> bool:
        return any(self.found.of_figure[one.index] in each for force, each in self.adding_up if force > Force.LOOSE)


def _exact(rate: Figure | None) -> bool:
    """Whether a rate is not in whole percents, which are right too easily."""
    return rate is None or rate.numeral.decimals > 0


def _count(one: Figure) -> bool:
    exact = one.numeral.form is Form.COUNT and one.numeral.hedge is Hedge.EXACT
    return exact and one.trio is None


def _alike(one: Figure, other: Figure) -> bool:
    return one.topic is other.topic or None in {one.topic, other.topic}


def _sum(counts: Sequence[Figure]) -> Decimal:
    return sum((one.numeral.value for one in counts), start=Decimal(0))
