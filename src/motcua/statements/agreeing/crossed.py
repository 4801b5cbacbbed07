"""Rates that are right of the other part: "Giao 92; xong 13, chưa xong 79. Tỷ lệ chưa xong 14,1 %".

Which part a rate names is read from the text's own words: those that stand at one part of a sum and at no other. No
list of what things are called is needed; a rate whose words stand at no part, or at two, is let be.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, permutations

from motcua.statements.agreeing.definite import PLAIN
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Sort
from motcua.statements.signs.own_words import NOT_SO, own_words, said_at
from motcua.statements.signs.quantities import Known
from motcua.sums import SMALL, Force, Fraction, Kind, Relation, is_share, judge, percent_of, slip, tells_share

__all__ = ["crossed", "exchanged"]

_NEAR = 6  # sentences between a rate and the parts it may be of
_PAIR = 2
_PERIODS = frozenset({"tuần", "tháng", "quý", "kỳ", "năm", "week", "month", "quarte", "year", "period"})
_FAR = 24  # the same when it is right of one of the parts
_MOST = 40  # counts, or sums, near a rate that are looked at
_TOGETHER = re.compile(  # several parts are named as one
    r"(?<!\w)(?:lẫn|cộng|gộp|tính (?:cả|chung)|và|cùng|together|combined|plus|and|or)(?!\w)", re.IGNORECASE
)
_COUNTED_IN = re.compile(r"(?<!\w)(?:(?:tính|kể|gồm) cả|gộp|cộng|together|combined|including)(?!\w)", re.IGNORECASE)
_OF = re.compile(r"\s*(?:out of|of|của|trên|trong|so với)(?!\w)", re.IGNORECASE)
_SO = re.compile(  # what is said so follows from what was told
    r"(?<!\w)(?:như vậy|như thế|vậy là|tính ra|theo đó|từ đó|do (?:đó|vậy)|bởi (?:thế|vậy)|vì (?:thế|vậy)|tức(?: là)?|"
    r"nghĩa là|thành ra|thus|hence|therefore|so|that is|which is|i\.e\.|making)(?!\w)",
    re.IGNORECASE,
)


def crossed(
    text: str, relations: Sequence[Relation], sums: Sequence[Relation], figures: Sequence[Figure], found: Known
) -> Iterator[Relation]:
    """A claim for every such rate that nothing explains: it is of the part that it names; `sums` hold too."""
    bench = _Bench(text, relations, sums, figures, found)
    for rate in bench.rates:
        for parts, top in (*bench.sums_near(rate, _NEAR), *bench.taken_back(rate)):
            meant = bench.named(rate, parts, top)
            if meant and (bench.of_another(rate, meant, parts, top) or bench.concluded(rate, meant, parts)):
                fraction = Fraction(over=meant, under=(top,), name="named")
                printed = found.of_figure[rate.index]
                of_it = bench.of_other_whole(rate, meant, top)
                yield Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=(fraction,), printed=printed, said=of_it)
                break


def exchanged(claims: Sequence[Relation], found: Known) -> Iterator[Relation]:
    """The claims of two rates that are each the share of the other's part: those are of one report wherever they stand.

    "Đã trả 950 hồ sơ, trong đó trước hạn 133, đúng hạn 817. … Tỷ lệ trước hạn 86,0 %, đúng hạn 14,0 %".
    """
    values = {one.index: one.value for one in found.quantities}
    told = [one for one in claims if len(one.fractions[0].over) == 1 and found.quantities[one.printed].decimals]
    alike: dict[tuple[int, ...], list[Relation]] = {}
    for one in told:
        alike.setdefault(one.fractions[0].under, []).append(one)
    for (top, *_), rates in alike.items():
        for one, other in combinations(rates[:_MOST], _PAIR):
            (mine,), (theirs,) = one.fractions[0].over, other.fractions[0].over
            first = tells_share(values[one.printed], values[theirs], values[top])
            if mine != theirs and first and tells_share(values[other.printed], values[mine], values[top]):
                yield from (one, other)


class _Bench:
    """The sums of a statement that hold, and what is said at their parts."""

    def __init__(
        self,
        text: str,
        relations: Sequence[Relation],
        sums: Sequence[Relation],
        figures: Sequence[Figure],
        found: Known,
    ) -> None:
        self.figures, self.found = figures, found
        self.values = {one.index: one.value for one in found.quantities}
        holding = [one for one in relations if judge(one, self.values).holds]
        standing = [one for one in holding if one.force > Force.LOOSE]
        told = [one for one in holding if one.listed or one in standing]
        self.sums = list(dict.fromkeys(split for one in (*told, *sums) if (split := self._split(one))))
        explained = {one.printed for one in (*standing, *(one for one in relations if one.force is Force.CLAIMED))}
        self.words = dict(said_at(text, [one for one in figures if one.trio is None]))
        self.counts = [one for one in figures if one.told]
        self.blocks = [one.block for one in self.counts]
        self.where: dict[int, dict[int, None]] = {}  # in which sentence which sums have their first part
        for number, (parts, _) in enumerate(self.sums):
            for one in self.found.quantities[parts[0]].figures:
                self.where.setdefault(figures[one].block, {})[number] = None
        self.rates = [one for one in figures if one.rates and one.said_of is None]  # behind no count: it names one
        self.rates = [one for one in self.rates if found.of_figure[one.index] not in explained]
        self.rates = [one for one in self.rates if one.tags.get(Sort.ARRIVAL) != "carried"]  # of the month before

    def _split(self, one: Relation) -> tuple[tuple[int, ...], int] | None:
        """The parts and the whole of a sum of counts told in sentences."""
        if one.kind is not Kind.SUM or one.hundred or one.at_most:
            return None
        terms = one.sums[judge(one, self.values).reading]
        wholes, parts = ([which for weight, which in terms if weight * sign > 0] for sign in (1, -1))
        return (tuple(parts), wholes[0]) if len(wholes) == 1 and len(parts) > 1 and self.values[wholes[0]] else None

    def taken_back(self, rate: Figure) -> list[tuple[tuple[int, ...], int]]:
        """The one sum far before a rate with decimals of which it names a part, when it is the share of one of them."""
        if not rate.numeral.decimals:
            return []
        value, printed = self.values, rate.numeral.value
        near = self.sums_near(rate, _NEAR)
        far = [one for one in self.sums_near(rate, _FAR) if one not in near]
        if not any(is_share(printed, value[one], value[top]) for parts, top in far for one in parts):
            return []
        named = [(parts, top) for parts, top in far if self.named(rate, parts, top)]
        own = [(parts, top) for parts, top in named if any(is_share(printed, value[one], value[top]) for one in parts)]
        if len({value[which] for parts, top in named for which in self.named(rate, parts, top)}) != 1:
            return []
        return [(parts, top) for parts, top in own if not self._of_else(rate, parts, top)]

    def _of_else(self, rate: Figure, parts: Sequence[int], top: int) -> bool:
        """Whether words of a rate stand at no figure of a sum, and say of which time, place or kind it is."""
        told = (one for which in (top, *parts) for one in self._near(rate, which))
        known = frozenset[str]().union(*(self.words[one.index] for one in told))
        return bool(self.words[rate.index] - known - PLAIN - _PERIODS)

    def sums_near(self, rate: Figure, far: int) -> list[tuple[tuple[int, ...], int]]:
        """The sums whose first part stands near a rate."""
        near = (self.where.get(block, {}) for block in range(rate.block - far, rate.block + _NEAR + 1))
        return [self.sums[number] for number in sorted({number for each in near for number in each})[:_MOST]]

    def named(self, rate: Figure, parts: Sequence[int], top: int) -> tuple[int, ...]:
        """The part whose own words stand at the rate, or those that it names together; none when all are named.

        Words of the whole say nothing: "15,6 % số chưa trả bị quá hạn".
        """
        near = self._side_by_side([self._near(rate, part) for part in parts])
        if not all(near):
            return ()
        told = [frozenset[str]().union(*(self.words[one.index] for one in each)) for each in near]
        asked = self.words[rate.index].difference(*(self.words[one.index] for one in self._near(rate, top)))
        meant = [part for part, words in zip(parts, told, strict=True) if _alike(asked, words, told)]
        if len(meant) < _PAIR:
            return tuple(meant)
        ahead = rate.words.partition(rate.numeral.text)[0]  # else it may be of the one or the other
        joined = _TOGETHER.search(ahead) is not None and len(meant) < len(parts)
        before = asked & own_words(ahead)
        return tuple(meant) if joined and all(before & told[parts.index(one)] for one in meant) else ()

    def _side_by_side(self, told: Sequence[Sequence[Figure]]) -> list[Sequence[Figure]]:
        """Of the places where parts are told those where another one is too: elsewhere it may bear the other's name."""
        where = Counter(block for each in told for block in {one.block for one in each})
        return [[one for one in each if where[one.block] > 1] or each for each in told]

    def _near(self, rate: Figure, part: int) -> list[Figure]:
        told = (self.figures[one] for one in self.found.quantities[part].figures)
        return [one for one in told if one.index in self.words and abs(one.block - rate.block) <= _FAR]

    def concluded(self, rate: Figure, meant: Sequence[int], parts: Sequence[int]) -> bool:
        """Whether the text concludes a rate from what it has told, and it is the share of nothing there."""
        together = _TOGETHER.search(rate.words) is not None
        if not rate.numeral.decimals or not (_SO.search(rate.words) or (together and len(meant) > 1)):
            return False
        if len(meant) == 1 and (_COUNTED_IN.search(rate.words) or self._only_base(rate, meant[0])):
            return False
        value, near = self.values, self._around(rate)
        tops = [*(value[one] for one in near), *(value[one] + value[other] for one, other in combinations(parts, 2))]
        wholes = [value[one] for one in near]
        tops.append(sum((value[one] for one in meant), start=Decimal(0)))
        return not any(is_share(rate.numeral.value, part, whole) for part in tops for whole in wholes if part < whole)

    def _only_base(self, rate: Figure, part: int) -> bool:
        """Whether words name a part only as what the rate is of: "late ones made up 1.06 % of the settled ones"."""
        ahead, _, after = rate.words.partition(rate.numeral.text)
        own = frozenset[str]().union(*(self.words[one.index] for one in self._near(rate, part)))
        return _OF.match(after) is not None and not own_words(ahead) & own

    def of_other_whole(self, rate: Figure, meant: Sequence[int], top: int) -> bool:
        """Whether it is the share of what it names in another whole than it names."""
        value, printed = self.values, rate.numeral.value
        part = sum((value[one] for one in meant), start=Decimal(0))
        wholes = [whole for whole in self._around(rate) if is_share(printed, part, value[whole])]
        return bool(wholes) and all(value[one] != value[top] and self._of(rate, top, one) for one in wholes)

    def _of(self, rate: Figure, top: int, other: int) -> bool:
        """Whether words behind a rate name the one whole, and no word of its sentence the other."""
        mine, its = (
            frozenset[str]().union(*(self.words[one.index] for one in self._near(rate, which)))
            for which in (top, other)
        )
        after = own_words(rate.words.partition(rate.numeral.text)[2])
        return bool(after & (mine - its)) and not self.words[rate.index] & (its - mine)

    def _around(self, rate: Figure) -> Sequence[int]:
        """The quantities of the counts near a rate."""
        first = bisect_left(self.blocks, rate.block - _NEAR)
        last = min(bisect_right(self.blocks, rate.block + _NEAR), first + _MOST)
        return list(dict.fromkeys(self.found.of_figure[one.index] for one in self.counts[first:last]))

    def of_another(self, rate: Figure, meant: Sequence[int], parts: Sequence[int], top: int) -> bool:
        """Whether the rate is the share of another part, or one slip from being that of the one it names.

        Then it is a share of nothing else: of the other part by the same words the one, of any two counts the other.
        """
        value, printed, near = self.values, rate.numeral.value, self._around(rate)
        part = sum((value[one] for one in meant), start=Decimal(0))
        if any(is_share(printed, part, value[whole]) for whole in near):
            return self.of_other_whole(rate, meant, top)
        if any(value[one] != part and is_share(printed, value[one], value[top]) for one in parts):
            return True
        right = percent_of(part, value[top], rate.numeral.decimals, ROUND_HALF_UP)
        return (
            rate.numeral.decimals > 0
            and slip(printed, right, rate=True) in SMALL
            and not self._of_else(rate, parts, top)
            and not self._rounded_otherwise(rate, meant, top)
            and not any(is_share(printed, value[one], value[other]) for one, other in permutations(near, 2))
        )

    def _rounded_otherwise(self, rate: Figure, meant: Sequence[int], top: int) -> bool:
        """Whether the share stands right behind its count with other decimals: then the rate is of something else.

        "Đạt loại giỏi 12 (26,67 %) … Về học sinh, tỷ lệ loại giỏi 23,7 %".
        """
        counts = (one for which in meant for one in self._near(rate, which) if one.index + 1 < len(self.figures))
        told = ((one, self.figures[one.index + 1]) for one in counts)
        shares = (own for one, own in told if own.rates and own.said_of == one.index)
        whole = self.values[top]
        return len(meant) == 1 and any(
            own.numeral.decimals != rate.numeral.decimals and is_share(own.numeral.value, self.values[meant[0]], whole)
            for own in shares
        )


def _alike(asked: AbstractSet[str], own: AbstractSet[str], all_parts: Sequence[AbstractSet[str]]) -> bool:
    """Whether words of a rate stand at this part and at no other; "not" is no such word, but must be at both.

    What is told with "not" and what without it are never taken for one another.
    """
    if bool(asked & NOT_SO) != bool(own & NOT_SO):
        return False
    alike = (words for words in all_parts if words is not own and bool(words & NOT_SO) == bool(own & NOT_SO))
    return bool((asked & own) - NOT_SO - frozenset[str]().union(*alike))
