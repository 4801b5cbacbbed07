"""Rates of groups that the text does not count as one: "195 và 140 hồ sơ chiếm 83,8 % trong 400", "không kể 12 hồ sơ".

They are looked for only when a rate fits nothing that the words say, and so few of them that a wrong rate is hardly
right of one by chance. They are good news only: they excuse a rate and claim nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from motcua.statements.signs.figures import Bunch, Figure, before, key_of
from motcua.statements.signs.lexicon import Sort
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, judge

__all__ = ["grouped"]

_MOST = {1: 40, 2: 300}  # readings that are tried of a rate with so many decimals
_LONGEST = 4  # counts that are one group
_MOST_OUT = 4  # counts right before it that may be left out
_NEAR = 14  # counts before a rate
_AFTER = 8  # figures after it
_APART = 2  # sentences between
_APART_OUT = 3  # when something is left out
_AROUND = 160  # characters before a rate that may say that something is left out
_LEFT_OUT = re.compile(
    r"(?<!\w)(?:trừ|(?:không|chưa) (?:kể|tính|bao gồm|gồm)|ngoại trừ|loại (?:trừ|bỏ|ra)|bỏ ra|excluding|"
    r"except(?:ing)?|without|leaving (?:aside|out)|not counting|apart from|setting aside)(?!\w)",
    re.IGNORECASE,
)


def grouped(
    text: str, relations: Sequence[Relation], figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known
) -> Iterator[Relation]:
    """The same checks; a rate of a sentence that fails gets the reading of a group by which it is right.

    So does one that nothing was known of.
    """
    values = {one.index: one.value for one in found.quantities}
    known = {one.printed for one in relations}
    unknown = [one for one in figures if one.rates and found.of_figure[one.index] not in known]
    for one in (*relations, *(_bare(found.of_figure[one.index]) for one in unknown)):
        rate = figures[found.quantities[one.printed].figures[0]] if one.kind is Kind.RATE else None
        told = one.fractions and (one.force is Force.LOOSE or judge(one, values).holds)
        if rate is None or rate.trio or told:
            yield one
            continue
        bench = _Bench(text, rate, figures, bunches, found)
        readings = islice(dict.fromkeys(bench.readings()), _MOST.get(rate.numeral.decimals, 0))
        tried = (*readings, *bench.left_out())
        fit = next((it for it in tried if judge(replace(one, fractions=(it,)), values).holds), None)
        if fit or one.fractions:
            yield replace(one, fractions=(*one.fractions, *((fit,) if fit else ())))


def _as_well(rate: Figure, count: Figure, sort: Sort) -> bool:
    """Whether a count may be what a rate counts by its labels of that sort; "đúng hạn" may mean all in time."""
    said, own = rate.tags[sort], count.tags.get(sort, rate.tags[sort])
    return said == own or {said, own} == {"on_time", "early_on_time"}


def _bare(printed: int) -> Relation:
    return Relation(kind=Kind.RATE, force=Force.LOOSE, printed=printed)


class _Bench:
    """What stands around a rate."""

    def __init__(
        self, text: str, rate: Figure, figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known
    ) -> None:
        self.text, self.rate, self.bunches, self.found = text, rate, bunches, found
        self.figures = figures
        self.told = self._before(_APART)
        later = figures[rate.index + 1 : rate.index + 1 + _AFTER]
        self.later = [one for one in later if one.told and one.block == rate.block]
        self.said = figures[rate.said_of] if rate.said_of is not None else None
        self.wholes = self._wholes()
        self.tops = self._tops(self.told)

    def _before(self, apart: int) -> list[Figure]:
        told = before(self.figures, self.rate.index)
        return [one for one in told if one.told and self.rate.block - one.block <= apart][-_NEAR:]

    def _tops(self, told: Sequence[Figure]) -> list[Figure]:
        """The counts that it may count by its labels, those of another unit left aside."""
        alike = [one for one in told if all(_as_well(self.rate, one, sort) for sort in self.rate.tags)]
        return [one for one in alike if one.paragraph == self.rate.paragraph or one.scope == self.rate.scope]

    def readings(self) -> Iterator[Fraction]:
        """The likeliest first; none of one count when the text says by its usual name what the rate is of."""
        yield from self._rest()
        if self.rate.base:
            return
        for whole in self.wholes:
            if whole.index == self.rate.of or self.said is None:  # of which count is left open
                yield from (self._share([one], [whole]) for one in self.tops if one is not whole)
            elif self.rate.of is None and not self.rate.base_words:
                yield self._share([self.said], [whole])
        yield from (self._share(run, [whole]) for run in self._runs() for whole in self.wholes if whole not in run)
        for row in self._rows():
            parts = [self.said] if self.said in row else [one for one in row if one in self.tops]
            yield from (self._share([part], row) for part in parts)

    def _rest(self) -> Iterator[Fraction]:
        """What the rate is said to be of, without a part of it that is told right after it."""
        values = {one.numeral.value for one in self.told}
        for whole, part in pairwise(self.told):
            rest = whole.numeral.value - part.numeral.value
            if self.rate.base and whole.key == key_of(self.rate.base) and rest not in values:
                yield replace(self._share([whole], [whole]), minus=self._of([part]))

    def left_out(self) -> Iterator[Fraction]:
        """A count, or two, of a whole without some that are told, when the words before the rate speak of such."""
        start = max(0, self.rate.numeral.start - _AROUND)
        if not _LEFT_OUT.search(self.text, start, self.rate.numeral.start):
            return
        told = self._before(_APART_OUT)
        largest = [max(told, key=lambda one: one.numeral.value)] if told else []
        for whole in (*self.wholes, *largest):
            for out in told[-_MOST_OUT:]:
                for top in (*([one] for one in self._tops(told)), *self._runs()):
                    if out is not whole and whole not in top and out not in top:
                        yield replace(self._share(top, [whole]), without=self._of([out]))

    def _wholes(self) -> list[Figure]:
        """What the text says that it is of, the whole of the breakdown of its count, what follows it, the largest."""
        every = [*self.told, *self.later]
        if self.rate.of is not None:
            return [self.figures[self.rate.of]]
        told = list[Figure]()
        if self.said is not None and self.said.bunch is not None:
            told.append(self.figures[self.bunches[self.said.bunch].whole])
        largest = [max(every, key=lambda one: one.numeral.value)] if every else []
        return [*{one.index: one for one in (*told, *self.later[:1], *largest)}.values()]

    def _rows(self) -> Iterator[list[Figure]]:
        """Counts of one sentence in a row, the latest row first."""
        row = list[Figure]()
        for one in reversed([*self.told, *self.later]):
            if row and one.block != row[-1].block:
                yield row[::-1]
                row = []
            row.append(one)
        if row:
            yield row[::-1]

    def _runs(self) -> Iterator[list[Figure]]:
        """Neighbours that end with the count beside the rate, or with the last one before it; first parts of a row."""
        told = self.told
        end = told.index(self.said) + 1 if self.said in told else len(told)
        for size in range(2, _LONGEST + 1):
            if size <= end:
                yield told[end - size : end]
        for row in self._rows():
            yield from (row[at : at + size] for at in (0, 1) for size in (2, 3) if at + size <= len(row))

    def _share(self, over: Sequence[Figure], under: Sequence[Figure]) -> Fraction:
        return Fraction(over=self._of(over), under=self._of(under), name="named")

    def _of(self, figures: Sequence[Figure]) -> tuple[int, ...]:
        return tuple(
            dict.fromkeys(self.found.of_figure[one.index] for one in figures if one.numeral.form is Form.COUNT)
        )
