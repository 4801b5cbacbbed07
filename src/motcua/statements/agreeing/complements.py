"""What is so and what is not so make all of it: "gọi 160 cuộc, 134 người nghe máy, 26 người không nghe".

The second count names by a "not" what an earlier one names without it, in whatever words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, takewhile

from motcua.statements.signs.figures import Figure, before
from motcua.statements.signs.lexicon import Topic
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["SOME_OF", "complements", "negated", "says"]

_NEAR = 2  # sentences between what is so and what is not
_FARTHER = 4  # between what is so and its whole, when a rate with one decimal tells that
_MORE = 2  # counts after it that may be further groups
_MOST_PARTS = 4  # figures between the whole and what is not so
_ALL = 100  # percent
_FAR = 2  # times
_PEOPLE = frozenset({Topic.PEOPLE, Topic.SLIPS, Topic.MEETINGS, Topic.FEEDBACK})  # calls and those called, and so on
_STOP = re.compile(r"[.;:\n]")
_NOT = r"(?:chưa|không|chẳng|not|never)"
_NEGATED = re.compile(
    rf"(?<!\w){_NOT}(?: (?:được|bị|có|thể|kịp|phải|yet|been|be))*(?P<what> [^\W\d_]+(?: [^\W\d_]+)?)", re.IGNORECASE
)
_UN = re.compile(r"(?<!\w)(?:un|in|im|ir|il|dis|non-?)([a-z]{3,})(?!\w)", re.IGNORECASE)
SOME_OF = re.compile(r"(?<!\w)(?:trong (?:đó|số)|riêng|of (?:which|these|them|those))(?!\w)", re.IGNORECASE)
_PAIR = 2  # what is so, and its whole
_NEAR_BY = 5  # counts of which one may be what the last two come to
_NOT_SO = re.compile(  # a verb that is denied, with nothing after it
    r"(?: [^\W\d]+){0,6}? (have|has|had|did|do|does|were|was|are|is)(?: not|n['’]t)(?: yet)?(?=\s*(?:[.,;:)]|$))",
    re.IGNORECASE,
)
_BE, _HAVE = frozenset({"were", "was", "are", "is", "been", "be"}), frozenset({"have", "has", "had", "having"})
_VERBS = {verb: verbs for verbs in (_BE, _HAVE) for verb in verbs}
_EMPTY = frozenset({"có", "được", "phải", "đến", "tới", "kể", "tính", "quá", "còn", "khác", "đúng", "yet", "the", "a"})


def complements(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The sum of both, of the whole that the rate of the first shows, else of the count before it."""
    for rest in figures:
        yield from _elliptic(text, rest, figures, found)
        what = negated(rest.words)
        if not what or not rest.told or not rest.counts or SOME_OF.search(rest.words):
            continue
        near = [one for one in before(figures, rest.index) if rest.block - one.block <= _NEAR and one.trio is None]
        counts = [one for one in near if one.told]
        named = {one.index for one in near if says(_words(text, one, figures), what)}
        beside = [one for one in counts if one.block == rest.block and one.index in named]
        for so in reversed([one for one in counts if _alike(one, rest) and one.bunch == rest.bunch]):
            shown = _shown(so, near, before(figures, rest.index))
            whole = shown or (_before(so, counts, rest, near) if beside == [so] else None)
            if whole is not None and _left_told(whole, so, rest, counts):
                break
            if whole is not None and any(index > whole.index for index in named):
                sums = _sums(whole, so, rest, figures, found)
                yield from (replace(one, listed=shown is not None) for one in sums)
                break


def _elliptic(text: str, rest: Figure, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The sum of a count and those of which it is not so: "326 traders …; 291 attended and 35 did not"."""
    denied = _NOT_SO.match(text, rest.numeral.end)
    if not rest.told or not rest.counts or denied is None:
        return
    told = [one for one in before(figures, rest.index) if one.told and one.counts and _alike(one, rest)]
    counts = told[-_PAIR:]
    if counts and any(one.numeral.value == counts[-1].numeral.value + rest.numeral.value for one in told[-_NEAR_BY:-1]):
        return  # "240 of 250 came back; 229 were satisfied, 11 were not": of those that came
    if len(counts) < _PAIR or any(b.block - a.block > 1 for a, b in pairwise((*counts, rest))):
        return
    whole, so = counts
    verbs = _VERBS.get(denied[1].lower())
    if verbs is not None and not verbs & {*text[so.numeral.end : rest.numeral.start].lower().split()}:
        return  # "45 had lamps and 20 were not": not what the 20 are not
    top, under = found.of_figure[whole.index], [found.of_figure[one.index] for one in (so, rest)]
    larger = whole.numeral.value >= so.numeral.value and len({top, *under}) > _PAIR
    if whole.paragraph == rest.paragraph and larger:
        yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([top], under),), listed=True)


def _words(text: str, one: Figure, figures: Sequence[Figure]) -> str:
    """The words of its piece; of what says a rate again what follows too: "90 %, tức 1.024 người, đã đóng"."""
    again = one.index and figures[one.index - 1].said_of == one.index
    after = _STOP.split(text[one.numeral.end : figures[one.index + 1].numeral.start])[0] if again else ""
    return f"{one.words} {after}"


def negated(words: str) -> str:
    """What is not so: "chưa giải ngân" gives "giải ngân", "unpaid" "paid"; "" when nothing is, or several things."""
    told = _NEGATED.findall(words) or _UN.findall(words)
    first = told[0].strip().lower() if len(told) == 1 else ""
    return "" if first.partition(" ")[0] in _EMPTY else first


def says(words: str, what: str) -> bool:
    """Whether words say that it is so; its first word may do."""
    plain = _NEGATED.sub(" ", words.lower())
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", plain) for one in (what, what.partition(" ")[0]))


def _alike(one: Figure, other: Figure) -> bool:
    return one.topic is other.topic or None in {one.topic, other.topic}


def _rate_beside(so: Figure, near: Sequence[Figure]) -> Figure | None:
    rates = [one for one in near if one.numeral.form is Form.PERCENT]
    return next((one for one in rates if one.index == so.index + 1 or one.said_of == so.index < one.index + 2), None)


def _shown(so: Figure, near: Sequence[Figure], told: Sequence[Figure]) -> Figure | None:
    """The count of which the rate right after it is its share; with two decimals it may stand far before it."""
    rate = _rate_beside(so, near)
    if rate is None or not rate.numeral.decimals or rate.compared:
        return None
    unit = Decimal(1).scaleb(-rate.numeral.decimals)
    last = near[-1].block - _FARTHER
    for one in reversed([one for one in told if one.told and (rate.numeral.decimals > 1 or one.block >= last)]):
        larger = one.numeral.value > so.numeral.value and _alike(one, so)
        if larger and abs(so.numeral.value * _ALL / one.numeral.value - rate.numeral.value) < unit:
            return one
    return None


def _before(so: Figure, counts: Sequence[Figure], rest: Figure, near: Sequence[Figure]) -> Figure | None:
    """The count right before it, in one sentence with both; of people and calls it may be under another noun.

    Not when the rate beside it is far from its share of that: "khá 170 em (21,6 %), đạt 116 em (14,8 %), chưa đạt 59".
    """
    earlier = [one for one in counts if one.index < so.index]
    whole = earlier[-1] if earlier else None
    if whole is None or whole.block != rest.block or whole.numeral.value < so.numeral.value:
        return None
    rate = _rate_beside(so, near)
    share = so.numeral.value * _ALL / whole.numeral.value if whole.numeral.value else Decimal(_ALL)
    if rate is not None and not rate.numeral.value <= share * _FAR <= rate.numeral.value * _FAR * _FAR:
        return None
    return whole if _alike(whole, so) or {whole.topic, so.topic} <= _PEOPLE else None


def _left_told(whole: Figure, so: Figure, rest: Figure, counts: Sequence[Figure]) -> bool:
    """Whether a count between is just what is not so: "245 hộ, có mặt 214, vắng 31; 143 thuận, 71 không thuận"."""
    between = [one for one in counts if so.index < one.index < rest.index and _alike(one, rest)]
    return any(one.numeral.value == whole.numeral.value - so.numeral.value for one in between)


def _with_next(whole: Figure, told: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The same with the group that what a semicolon parts begins with, when all come to the whole: "; đang xử lý 4"."""
    last = told[-1]
    after = next((one for one in figures[last.index + 1 :] if one.numeral.form is not Form.PERCENT), None)
    near = after is not None and after.told and _alike(after, last) and 0 <= after.block - last.block <= 1
    if near and after is not None and sum(one.numeral.value for one in (*told, after)) == whole.numeral.value:
        yield [*told, after]


def _sums(whole: Figure, so: Figure, rest: Figure, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Both alone; with what stands between the whole and them; with further groups after them."""
    after = (one for one in figures[rest.index + 1 :] if one.told and _alike(one, rest))
    more = list(takewhile(lambda one: one.block == rest.block, after))[:_MORE]
    between = [one for one in figures[whole.index + 1 : rest.index] if one.told and one is not so]
    choices = [[so, rest, *more[:size]] for size in range(len(more) + 1)]
    choices += _with_next(whole, [so, rest, *more], figures)
    if len(between) <= _MOST_PARTS:
        choices.append([*between, so, rest])
    top = found.of_figure[whole.index]
    under = [[found.of_figure[one.index] for one in parts] for parts in choices]
    if readings := [weighted([top], parts) for parts in under if len({top, *parts}) > len(parts)]:
        yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=tuple(dict.fromkeys(readings)))
