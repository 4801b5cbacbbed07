"""Rates whose count and whole the text makes plain: they are right of something that it tells, or wrong."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from motcua.statements.agreeing.spare import spare
from motcua.statements.signs.figures import Bunch, Figure
from motcua.statements.signs.lexicon import Sort, labels
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.wording import EMPTY
from motcua.sums import SMALL, Force, Fraction, Kind, Relation, exact_percent, is_share, judge, percent_of, slip

__all__ = ["PLAIN", "definite"]

_ALL = 100  # percent
_WORD = re.compile(r"[^\W\d_]+")
PLAIN = EMPTY | frozenset([  # words that say of no field, place, time or kind
    "chung", "kết", "quả", "hồ", "sơ", "nhiệm", "vụ", "phiếu", "lượt", "đánh", "giá", "ý", "kiến", "đơn", "thủ", "tục",
    "việc", "xã", "phường", "trung", "tâm", "vị", "kỳ", "hợp", "giao", "nộp", "nhận", "tiếp", "giải", "quyết", "xử",
    "lý", "trả", "hoàn", "thành", "hình", "thức", "người", "dân", "báo", "cáo", "ghi", "thấy", "thống", "kê", "cho",
    "biết", "puts", "makes", "means", "gives", "dossiers", "applications", "files", "cases", "tasks", "ward",
    "commune", "centre",
])  # fmt: skip
_WHOLES = frozenset({"settled", "received", "received.in_period", "due", "pending", "collected", "sent", "answers"})
_BEFORE = 4  # figures before the count that a rate follows
_NEAR = 2  # sentences between a rate and what it is of


def definite(
    relations: Sequence[Relation],
    sums: Sequence[Relation],
    figures: Sequence[Figure],
    bunches: Sequence[Bunch],
    found: Known,
) -> Iterator[Relation]:
    """The same checks; a rate that fits no whole of the text is claimed when there is no doubt what it is of.

    "Nhận 1.150 hồ sơ, trong đó 874 hồ sơ nộp qua mạng. Tỷ lệ trực tuyến đạt 79,5 %." Not when a broken one of `sums`
    speaks of its count: then that may be wrong.
    """
    bench = _Bench((*relations, *sums), figures, bunches, found)
    for one in relations:
        yield bench.claimed(one) if bench.plain(one) else one


class _Bench:
    """The rates of one statement, and what its figures say of them."""

    def __init__(
        self, relations: Sequence[Relation], figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known
    ) -> None:
        self.figures, self.bunches, self.found = figures, bunches, found
        self.values = {one.index: one.value for one in found.quantities}
        self.rates = [one for one in relations if one.kind is Kind.RATE]
        broken = (one for one in relations if one.sums and one.force > Force.LOOSE)
        self.doubtful = frozenset[int]().union(*(one.quantities for one in broken if not judge(one, self.values).holds))

    def claimed(self, one: Relation) -> Relation:
        """The same check of the count and the wholes beside it alone."""
        return replace(one, force=Force.CLAIMED, fractions=tuple(self._plain_readings(one)))

    def plain(self, one: Relation) -> bool:
        """Whether a rate that fits nothing is of a count beside it, and that of a whole beside it."""
        if one.kind is not Kind.RATE or one.force is not Force.LIKELY or judge(one, self.values).holds:
            return False
        rate = self._first(one.printed)
        if rate.trio is not None or rate.base or rate.base_words or rate.of is not None or rate.based:
            return False
        told = rate.numeral.decimals > 0 or rate.said_of is not None
        if not told or not 0 < rate.numeral.value < _ALL or not self._plain_readings(one):
            return False
        apart = self._told_twice(one, rate) or self._of_its_count(rate) or self._of_others(one, rate)
        return not apart and not spare(one, self.figures, self.found)

    def _plain_readings(self, one: Relation) -> list[Fraction]:
        """The readings by which it is of figures beside it that nothing makes doubtful."""
        rate, over = self._first(one.printed), one.fractions[0].over
        return [
            fraction
            for fraction in one.fractions
            if fraction.over == over
            and self._of_whole(fraction)
            and self._likely(rate, fraction)
            and self._count_beside(rate, fraction)
            and self._whole_beside(rate, fraction)
            and not self.doubtful & {*fraction.over, *fraction.minus, *fraction.under}
        ]

    def _likely(self, rate: Figure, fraction: Fraction) -> bool:
        """Whether the rate may have been meant to be this share: one slip away, or at most twice or half of it."""
        exact = exact_percent(fraction, self.values)
        if exact is None or not 0 < exact[0] < exact[1]:
            return False
        printed, right = rate.numeral.value, percent_of(*exact, rate.numeral.decimals, ROUND_HALF_UP)
        of_the_others = abs(printed + right - _ALL) <= Decimal(1).scaleb(-rate.numeral.decimals)
        return slip(printed, right, rate=True) in SMALL or right <= printed * 2 <= right * 4 or of_the_others

    def _first(self, which: int) -> Figure:
        return self.figures[self.found.quantities[which].figures[0]]

    def _near(self, which: int, rate: Figure) -> list[Figure]:
        """The figures of a quantity that stand shortly before a rate."""
        told = (self.figures[one] for one in self.found.quantities[which].figures)
        return [
            one
            for one in told
            if one.paragraph == rate.paragraph and -1 <= rate.block - one.block <= _NEAR and one.trio is None
        ]

    def _of_whole(self, fraction: Fraction) -> bool:
        """Whether the whole is no other part: it has a standard name, or the count stands right after it."""
        if fraction.name in _WHOLES:
            return True
        over, under = self._first(fraction.over[0]), self._first(fraction.under[0])
        split = over.bunch is not None and self.bunches[over.bunch].whole == under.index
        return split or (over.block == under.block and over.index == under.index + 1 and under.bunch is None)

    def _count_beside(self, rate: Figure, first: Fraction) -> bool:
        """Whether what it counts is told shortly before it."""
        return all(self._near(which, rate) for which in (*first.over, *first.minus))

    def _whole_beside(self, rate: Figure, first: Fraction) -> bool:
        """Whether what it is of is the whole of the breakdown of what it counts, or told shortly before it."""
        bunches = [self._first(which).bunch for which in first.over]
        wholes = {self.found.of_figure[self.bunches[one].whole] for one in bunches if one is not None}
        return all(which in wholes or self._near(which, rate) for which in first.under)

    def _told_twice(self, one: Relation, rate: Figure) -> bool:
        """Whether another rate is called by the same labels: then they are of different wholes."""
        others = (self._first(other.printed) for other in self.rates if other.printed != one.printed)
        return any(other.tags == rate.tags and other.trio is None and not other.compared for other in others)

    def _of_its_count(self, rate: Figure) -> bool:
        """Whether it is right of the count it follows: "30 hồ sơ qua mạng, cộng 120 hồ sơ, mà phần qua mạng 25,0 %"."""
        said = self.figures[rate.said_of] if rate.said_of is not None else None
        if said is None or not rate.numeral.decimals:
            return False
        near = (one for one in self.figures[max(0, said.index - _BEFORE) : said.index] if one.told)
        return any(is_share(rate.numeral.value, one.numeral.value, said.numeral.value) for one in near)

    def _of_others(self, one: Relation, rate: Figure) -> bool:
        """Whether its words may speak of some field, place or time only, or no rate of its sentence fits."""
        if rate.said_of is not None:
            return False
        if rate.tags.get(Sort.ARRIVAL) == "carried":
            return True  # "tháng trước tỷ lệ trực tuyến là 88,2 %"
        told = [self._first(which).words for each in one.fractions for which in (*each.over, *each.under)]
        if _of_some(rate.words, {word for words in told for word in _WORD.findall(words.lower())}):
            return True
        sisters = [
            other
            for other in self.rates
            if other.printed != one.printed and self._first(other.printed).block == rate.block
        ]
        return bool(sisters) and not any(judge(other, self.values).holds for other in sisters)


def _of_some(words: str, known: AbstractSet[str]) -> bool:
    """Whether the words of a rate say beyond its labels and what its counts are called of which field or time it is."""
    named = {at for label in labels(words) for at in range(label.start, label.end)}
    told = (found for found in _WORD.finditer(words) if found.start() not in named)
    return any(found.group().lower() not in PLAIN | known for found in told)
