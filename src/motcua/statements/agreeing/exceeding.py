"""A part that is more than its whole, when one slip of either makes all the parts come to the whole.

"Đoàn xem 48 bếp ăn, trong đó đạt yêu cầu 93 bếp, phải nhắc 9 bếp": 39 do. Nothing need say that these are all the
parts: a part is never more than its whole, and figures of other things are seldom one slip away from such a sum.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import accumulate, groupby, takewhile

from motcua.statements.agreeing.neighbours import explained
from motcua.statements.signs.clauses import Clause, Sentence, headed, sentences, sisters
from motcua.statements.signs.closing import not_all
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import labels
from motcua.statements.signs.phrases import introduced, tells_total
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.stocks import Turn, turn_of
from motcua.statements.signs.traits import crossing
from motcua.sums import SMALL, Force, Kind, Relation, slip, weighted

__all__ = ["exceeding"]

_LEAST = 20  # a whole below it is a slip away from anything
_PAIR = 2
_MOST = 8  # parts that anybody tells in a row
_STOP = re.compile(r"[;:]|\.\s|\n")
_MOVES = frozenset({Turn.OPENING, Turn.POINT, Turn.ADDED, Turn.NET})  # what a stock was, or grew by: no part of it


def exceeding(
    text: str, relations: Sequence[Relation], holding: Sequence[Relation], figures: Sequence[Figure], found: Known
) -> Iterator[Relation]:
    """The sums that fail so; a figure that adds up with others has no slip."""
    known = explained(relations, holding, found)
    for _, paragraph in groupby(sentences(text, figures), key=lambda one: one.paragraph):
        for whole, parts, said in _windows(text, list(paragraph)):
            top, under = found.of_figure[whole.figure.index], [found.of_figure[one.figure.index] for one in parts]
            sure = {which for which in (top, *under) if which not in known}
            if len({top, *under}) > len(under) and _slipped(whole, parts, sure, found) and _apart(said, whole, parts):
                yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([top], under),), listed=True)


def _windows(text: str, told: Sequence[Sentence]) -> Iterator[tuple[Clause, list[Clause], str]]:
    """The first count of its noun in a sentence with those right behind it, there or in the next; and the words."""
    for place, one in enumerate(told):
        for number, whole in enumerate(one.clauses):
            behind, end = one.clauses[number + 1 :], one.end
            if not behind and place + 1 < len(told):
                behind, end = told[place + 1].clauses, told[place + 1].end
            behind = _introduced(whole.noun, behind)
            first = bool(whole.noun) and all(other.noun != whole.noun for other in one.clauses[:number])
            if not (first and _counted(whole)) or headed(text, whole.figure.numeral.start):
                continue
            run = _of_noun(whole, behind[:_MOST])
            for size in range(_PAIR, len(run) + 1):
                mark = run[size - 1].mark
                if not mark or mark == ";" != run[0].mark:  # "lần 2 có 81 hộ"; "đất đai 17, đúng hạn 15; hộ tịch 25"
                    break
                stop = _STOP.search(text, run[size - 1].figure.numeral.end, end)
                yield whole, run[:size], text[one.start : stop.start() if stop else end]


def _introduced(noun: str, behind: list[Clause]) -> list[Clause]:
    """What "trong đó" begins behind a count of something else: "366 bếp ở 27 trường, trong đó …"; else all."""
    at = next((place for place, one in enumerate(behind[:_PAIR]) if introduced(one.lead)), 0)
    return behind[at:] if all(one.noun not in {noun, ""} for one in behind[:at]) else behind


def _of_noun(whole: Clause, behind: Sequence[Clause]) -> list[Clause]:
    """The first of them that are counted in its noun, or in none, or by what became of it: "54 đúng tiến độ"."""
    return list(takewhile(lambda one: _counted(one) and (one.noun in {whole.noun, ""} or _state(whole, one)), behind))


def _state(whole: Clause, part: Clause) -> bool:
    """Whether right behind the number stands a label in place of a noun."""
    one = part.figure
    after = one.words.rpartition(one.numeral.text)[2]
    return one.topic is whole.figure.topic and any(label.start <= 1 for label in labels(after))


def _counted(one: Clause) -> bool:
    return one.figure.told and one.figure.counts and not one.figure.twofold


def _slipped(whole: Clause, parts: Sequence[Clause], sure: AbstractSet[int], found: Known) -> bool:
    """Whether one part is more than the whole, and one slip of it or of the whole makes all agree."""
    values, amount = [one.figure.numeral.value for one in parts], whole.figure.numeral.value
    total, most = sum(values, start=Decimal(0)), max(values)
    if most <= amount or values.count(most) > 1 or most in {total - most, total - most + amount}:
        return False
    if any(one.figure.numeral.value in {*accumulate(values)} - {values[0]} for one in parts):
        return False  # a total of its own
    ways = [
        (parts[values.index(most)], amount - total + most, amount),
        (whole, total, total),
    ]
    return any(
        found.of_figure[one.figure.index] in sure
        and right > 0
        and meant >= _LEAST
        and slip(one.figure.numeral.value, right) in SMALL
        for one, right, meant in ways
    )


def _apart(said: str, whole: Clause, parts: Sequence[Clause]) -> bool:
    """Whether nothing says that some are in two parts, that there are others, or that something else is told."""
    if not_all(said) or sisters(whole, parts):
        return False
    if all(one.mark == ";" and not one.lead.strip(" ;") for one in parts):
        return False  # each told alike: "25 quán xin nghỉ; 14 quán đóng cửa; 31 quán mở lại"
    if any(one.words[:1] == whole.words[:1] != [] for one in parts):
        return False  # "tuần trước 48 bếp, tuần này 93 bếp"
    moves = {turn_of(one.lead)[0] for one in parts}
    if turn_of(whole.lead)[0] is Turn.ADDED and Turn.TAKEN in moves:
        return False  # some of what went out was there before
    totals = any(tells_total(one.figure.words, one.figure.numeral.text, place=False) for one in parts)
    return not (moves & _MOVES or totals or crossing([one.figure for one in parts]))
