"""A figure of a statement: a numeral with what it counts, whose part it is, and in which scope."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from motcua.statements.signs.lexicon import Sort, Topic
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import Form, Hedge, Numeral

__all__ = [
    "Bunch",
    "Figure",
    "Tie",
    "before",
    "how_many",
    "key_of",
    "left_by_ratio",
    "noun_of",
    "of_those",
    "of_unit",
    "unit",
]

_NEAR = 80  # figures
_MOST_AHEAD = 12  # figures before what remains
_AFTER = re.compile(r"\s+([^\W\d_]+)")
_OF_THOSE = re.compile(r"\s+of (?:them|these|those|which|whom)(?!\w)", re.IGNORECASE)
_AHEAD = re.compile(r"([^\W\d_]+)\W*$")


@dataclass(slots=True, kw_only=True)
class Figure:
    """One quantity as read. Indices are positions in the list of all figures."""

    index: int
    numeral: Numeral
    tags: dict[Sort, str] = field(default_factory=dict)
    topic: Topic | None = None
    bunch: int | None = None  # the breakdown it is a part of
    scope: int = 0
    said_of: int | None = None  # a rate: the count it follows
    base: Mapping[Sort, str] = field(default_factory=dict)  # a rate: what the text says it is of
    of: int | None = None  # the count that the text says a rate, or another count, is of
    among: bool = False  # a rate: of a part of the whole that its sentence begins with
    base_words: str = ""  # a rate: the words that name what it is of
    based: bool = False  # a rate: of a total that the text names and we do not know
    rest: bool = False  # what remains of a whole
    closed: bool = False  # the text says that nothing else is there
    others: bool = False  # all that the text does not name: "nhóm khác"
    more: bool = False  # the text speaks of a group without saying how many it has
    aside: bool = False  # since the year began, told beside those of the month; or the other way round
    twofold: bool = False  # told so beside another
    overlaps: bool = False  # the text says that something was counted in two groups
    compared: bool = False  # of another period, or a difference
    block: int = 0
    paragraph: int = 0  # what blank lines part
    section: int = 0  # counts what blank lines part; numbered sections and lists stay together
    line: int = 0  # counts lines, and what stands before their first word
    bullet: str = ""
    words: str = ""  # the piece it stands in
    trio: tuple[int, int] | None = None  # row and column of a table

    @property
    def counts(self) -> bool:
        """Whether it is an amount that may stand in a sum."""
        here = not self.compared and not self.aside
        return self.numeral.form is not Form.PERCENT and here and self.numeral.hedge is Hedge.EXACT

    @property
    def told(self) -> bool:
        """Whether it is a count of a sentence, exact and of this period; one of the year so far beside it too."""
        exact = self.numeral.hedge is Hedge.EXACT and self.numeral.form is Form.COUNT
        return exact and self.trio is None and not self.compared

    @property
    def rates(self) -> bool:
        """Whether it is a rate of a sentence, exact and of this period."""
        exact = self.numeral.hedge is Hedge.EXACT and self.numeral.form is Form.PERCENT
        return exact and self.trio is None and not self.compared

    @property
    def key(self) -> str:
        """Its standard name: "settled.early"."""
        return key_of(self.tags)


def before(figures: Sequence[Figure], index: int) -> Sequence[Figure]:
    """The figures shortly before that one, in reading order: what a text may still speak of."""
    return figures[max(0, index - _NEAR) : index]


def unit(figure: Figure) -> str:
    """The word right after its number, else the last before it: "81 lượt", "nhận 41, trả 38"."""
    *_, ahead, after = "", *re.split(rf"(?<!\w){re.escape(figure.numeral.text)}(?!\w)", figure.words)
    word = _AFTER.match(after) or _AHEAD.search(ahead)
    return word[1].lower() if word else ""


def of_unit(whole: Figure, parts: Sequence[Figure], figures: Sequence[Figure]) -> Figure | None:
    """The count right before a whole that has the unit of all parts, which the whole has not: "90 lượt, 99 người"."""
    earlier = figures[whole.index - 1] if whole.index else whole
    near = earlier.counts and earlier.block == whole.block and earlier.trio is None
    units = {noun_of(one) for one in (earlier, *parts)}
    return earlier if near and len(units) == 1 and "" not in units and noun_of(whole) not in {*units, ""} else None


def noun_of(figure: Figure, *, in_english: bool = False) -> str:
    """The word right after its number, when it may say what is counted; in English the head of the phrase there."""
    number = re.search(rf"(?<!\w){re.escape(figure.numeral.text)}(?!\w)", figure.words)
    return noun_after(figure.words, number.end(), in_english=in_english) if number else ""


def of_those(figure: Figure) -> bool:
    """Whether a count says that it is of what was counted before it: "225 of them"."""
    return _OF_THOSE.match(figure.words.rpartition(figure.numeral.text)[2]) is not None


def key_of(tags: Mapping[Sort, str]) -> str:
    """The standard name of what is tagged so; "" when nothing is."""
    stage, timing = tags.get(Sort.STAGE, ""), tags.get(Sort.TIMING, "")
    where = tags.get(Sort.LEVEL) or tags.get(Sort.CHANNEL) or ""
    arrival = tags.get(Sort.ARRIVAL, "")
    if arrival == "carried":
        return "carried"
    if timing and not stage:
        stage = {"in_time": "pending", "late": ""}.get(timing, "settled")
    if where and not stage:
        stage = "received"
    if arrival and not stage:
        stage = "received"
    if opinion := tags.get(Sort.OPINION):
        return opinion
    return ".".join(part for part in (stage, arrival if not where else "", where, timing) if part)


class Tie:
    """How a breakdown was introduced."""

    CLAIMED = "claimed"  # gồm, bao gồm, chia ra: says it is all of it
    NAMED = "named"  # trong đó: may be some of it
    BARE = "bare"  # a bracket, a colon, bullets, or only a comma
    OPEN = "open"  # như, chủ yếu, …: says it is not all


@dataclass(slots=True, kw_only=True)
class Bunch:
    """A breakdown: `whole` and its `parts`."""

    index: int
    whole: int
    tie: str
    sort: Sort | None = None  # what tells the parts apart; None are names of fields, units, …
    parts: list[int] = field(default_factory=list)
    bracket: bool = False
    bullet: str = ""
    closed: bool = False  # the text says that there is nothing else


def left_by_ratio(rest: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The latest ratio of its paragraph that leaves just what remains: "xong 19/24 việc: …, tổ 3 2/3; còn 5 việc"."""
    near = (one for one in reversed(figures[max(0, rest.index - _MOST_AHEAD) : rest.index]) if one.trio is None)
    near = (one for one in near if one.paragraph == rest.paragraph)
    return next((one for one in near if one.numeral.whole == one.numeral.value + rest.numeral.value), None)


def how_many(count: Decimal, values: Sequence[Decimal]) -> bool:
    """Whether a count before others is but how many they are, or one more: "chia theo 4 mức: 402 lượt, 171, 43"."""
    return len(values) > 1 and count in {len(values), len(values) + 1} and count < min(values)
