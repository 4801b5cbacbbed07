"""Figures right beside each other of which one is of the other: two counts, a rate and the count in its bracket."""

import re
from collections.abc import Sequence

from motcua.statements.passages.nesting import Nest
from motcua.statements.signs.figures import Figure, noun_of
from motcua.statements.signs.numerals import Form, Numeral
from motcua.statements.signs.wholes import among_count, among_total, base_after, words_of_part

__all__ = ["bracketed", "explains", "goes_on", "in_its_bracket", "of_pair", "pair", "that_is", "told_before"]

_THAT_IS = re.compile(
    r"[^.;:()\d]{0,60}?[\s,](?:tức(?: là)?|nghĩa là|hay là|(?:tương )?ứng(?: với)?|tương đương(?: với)?|i\.e\.|that is)"
    r",?(?: (?:có|được|với))? |,? (?:hay|or|bằng|với|with) ",
    re.IGNORECASE,
)
_SLASH = re.compile(r"(?: [^\W\d]+){1,8} ?/ ?")


def pair(part: Figure, whole: Figure, gap: str, nest: Nest) -> None:
    """Note that the first of two counts is of the second: "45 of 62 assigned tasks"; `gap` is what parts them.

    So is "45 hộ đã lắp/62 hộ", in one noun. Of a total it is even when it is more: then one of them is wrong.
    """
    if not (part.counts and whole.counts and part.numeral.form is whole.numeral.form is Form.COUNT):
        return
    alike = part.topic in {None, whole.topic} or not part.key
    among = among_count(gap) if part.numeral.value <= whole.numeral.value else among_total(gap)
    among = among or (_SLASH.fullmatch(gap) is not None and noun_of(part) == noun_of(whole) != "")
    if alike and among:
        part.of, part.topic = whole.index, whole.topic
        if behind := words_of_part(whole.words):
            part.words, whole.words = f"{part.words} {behind}", whole.words.removeprefix(behind)
        nest.last = part.index if nest.last == whole.index else nest.last


def told_before(part: Figure, figures: Sequence[Figure]) -> None:
    """A rate right before such two counts is so too: "36,8 %, tương ứng 276 trong 750 hồ sơ"."""
    rate = figures[part.index - 1] if part.index else part
    if rate.said_of == part.index and rate.of is None and not (rate.base or rate.base_words):
        rate.of = part.of


def of_pair(rate: Figure, figures: Sequence[Figure]) -> None:
    """A rate right after such two counts is what the one is of the other."""
    part = figures[rate.said_of - 1] if rate.said_of else rate
    if part.of is not None and part.of == rate.said_of:
        rate.said_of, rate.of, rate.tags = part.index, part.of, dict(part.tags)


def goes_on(part: Figure, whole: Figure) -> bool:
    """Whether a rate before a whole may be of the count before it: of the same things, not lines away."""
    return whole.block - part.block <= 1 and part.topic in {whole.topic, None}


def in_its_bracket(text: str, rate: Figure, count: Numeral, gap: str, shift: int) -> bool:
    """Whether a rate and a count are all of one bracket: "kerbs (39 %, 23), drains (12 %, 7)"."""
    closed = text.startswith(")", count.end) and gap.strip(" ") == ","
    return closed and text[: max(0, rate.numeral.start - shift)].endswith("(")


def explains(gap: str, count: Numeral) -> bool:
    """Whether a bracket right behind a rate says by a ratio of what it is: "94,3 % (tính trên …: 1.980/2.100)"."""
    return count.form is Form.RATIO and gap.lstrip().startswith("(") and gap.rstrip().endswith(":")


def bracketed(rate: Figure, count: Figure, gap: str, nest: Nest) -> None:
    """A count alone in a bracket after a rate is what the rate counts: "3,26 % (157 hồ sơ) bị trả chậm"; so is 14/27.

    After the words for what the rate is of it is just that: "7,5 % số hồ sơ đất đai đã giải quyết (80 hồ sơ)".
    """
    if rate.numeral.form is not Form.PERCENT or rate.compared or count.numeral.form is Form.PERCENT:
        return
    if rate.block != count.block or ")" in gap:
        return  # "(517 hồ sơ, chiếm 53,41 %), kế đến là hộ tịch (286 hồ sơ": that rate has its count
    if count.bunch is not None and nest.bunches[count.bunch].whole == rate.said_of:
        nest.bunches[count.bunch].parts.remove(count.index)
        count.bunch = None
    if rate.base_words and base_after(gap, 0, len(gap), noun=False):
        rate.of = count.index
        return
    rate.said_of, rate.of = count.index, None if count.numeral.form is Form.RATIO else rate.of
    if not count.tags and not count.compared:
        count.tags = dict(rate.tags)


def that_is(rate: Figure, count: Figure, gap: str) -> None:
    """A count that says again what a rate right before it counts: "90,1 % số hộ, tức 1.024 hộ"."""
    alone = rate.numeral.form is Form.PERCENT and rate.said_of is None and not rate.compared
    if alone and count.numeral.form is Form.COUNT and rate.block == count.block and _THAT_IS.fullmatch(gap):
        rate.said_of = count.index
        count.tags = count.tags or dict(rate.tags)
