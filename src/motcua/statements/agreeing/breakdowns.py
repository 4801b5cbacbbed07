"""What the breakdowns of a text claim: that parts come to their whole, or that they do not exceed it."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import accumulate, combinations

from motcua.statements.signs.figures import Bunch, Figure, Tie, before, how_many, of_unit
from motcua.statements.signs.lexicon import EXTRAS, Sort, Topic
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.traits import crossing
from motcua.statements.signs.wholes import ITS_VERB
from motcua.sums import SMALL, Force, Kind, Relation, Weighted, slip, weighted

__all__ = ["breakdowns", "of_another_whole"]

_INTAKE = (Sort.LEVEL, Sort.CHANNEL, Sort.ARRIVAL)
# Names that are all there is: what holds one of these sets is meant to be the whole.
_COMPLETE: dict[Sort, tuple[frozenset[str], ...]] = {
    Sort.TIMING: (
        frozenset({"early", "on_time", "late"}),
        frozenset({"early_on_time", "late"}),
        frozenset({"on_time", "late"}),
        frozenset({"early", "late"}),
        frozenset({"in_time", "late"}),
    ),
    Sort.CHANNEL: (
        frozenset({"online", "direct"}),
        frozenset({"online", "direct_post"}),
        frozenset({"online", "cash"}),
        frozenset({"paid_online", "cash"}),
        frozenset({"paid_online", "direct"}),
    ),
    Sort.LEVEL: (frozenset({"level3", "level4"}), frozenset({"full", "partial"})),
    Sort.ARRIVAL: (frozenset({"in_period", "carried"}),),
    Sort.STAGE: (frozenset({"settled", "pending"}),),
    Sort.OPINION: (frozenset({"satisfied", "dissatisfied"}),),
}
# What offices split by field, unit or kind; people and papers are of several groups at once.
_APART = frozenset({Topic.MONEY, Topic.DOSSIERS, Topic.TASKS, Topic.PROCEDURES, Topic.FEEDBACK, Topic.PETITIONS})
_STATE = re.compile(
    r"\W*(?:(?:hiện|hiện nay|hiện tại|hiện có|riêng)(?!\w)|(?:now|currently|at present|of (?:them|whom|these))(?!\w))",
    re.IGNORECASE,
)
_MUCH = Decimal("1.1")  # what parts that come to more than so much of their whole have in common
_ALONE = frozenset({Sort.TIMING, Sort.CHANNEL, Sort.LEVEL})  # one part of these never exceeds its whole


def breakdowns(figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known) -> Iterator[Relation]:
    """A check for every breakdown whose figures are all exact."""
    full = frozenset(bunch.index for bunch in bunches if bunch.bracket and _adds_up(bunch, figures))
    beside = frozenset(figures[bunches[one].whole].bunch for one in full) - {None}
    some = {bunch.whole for bunch in bunches if bunch.tie == Tie.OPEN}  # "640 novels and, among others, 95 atlases"
    for bunch in bunches:
        if bunch.whole in some and bunch.sort is None and bunch.tie == Tie.BARE:
            continue
        bunch.whole = _told_before(bunch, figures)
        whole = figures[bunch.whole]
        bunch.closed = bunch.closed or (bunch.bracket and bunch.tie == Tie.BARE and whole.bunch in beside)
        parts = [figures[part] for part in bunch.parts if figures[part].bunch == bunch.index]
        parts = parts[: _told_out(bunch, whole, parts)]
        amount = whole.counts or whole.numeral.hedge is Hedge.CHANGE
        if not parts or not amount or not all(part.counts for part in parts) or _far_more(whole, parts):
            continue
        if whole.numeral.form is Form.COUNT and of_another_whole(parts, {whole.numeral.value}):
            continue
        top, under = found.of_figure[whole.index], [found.of_figure[part.index] for part in parts]
        if len(set(under)) == len(under) and top not in under:
            yield from _checked(bunch, (whole, top), under, parts)


def of_another_whole(parts: Sequence[Figure], wholes: AbstractSet[Decimal]) -> bool:
    """Whether a part among plain counts is told out of something else: "291 vụ mới; giải quyết 281/316 vụ, còn 35"."""
    ratios = [one for one in parts if one.numeral.form is Form.RATIO]
    return 0 < len(ratios) < len(parts) and any(one.numeral.whole not in wholes for one in ratios)


def _told_before(bunch: Bunch, figures: Sequence[Figure]) -> int:
    """Its whole; of parts that are each more than that the count before it to which they come.

    "137 lượt: …; đột xuất 17 lượt. Nội dung: đất đai 93 lượt, chính sách 44 lượt": not of the 17.
    """
    ahead = figures[bunch.parts[0] - 1] if bunch.bracket and bunch.parts and bunch.parts[0] else None
    if ahead is not None and ahead.index > bunch.whole and ahead.numeral.hedge is Hedge.CHANGE:
        return ahead.index  # "tăng 15 (mới 12, về 3), giảm 9 (mất 8, đi 1)"
    if bunch.parts and (same := of_unit(figures[bunch.whole], [figures[part] for part in bunch.parts], figures)):
        return same.index
    whole, values = figures[bunch.whole], [figures[part].numeral.value for part in bunch.parts]
    if len(values) < 2 or min(values) <= whole.numeral.value:
        return bunch.whole
    if how_many(whole.numeral.value, values) and (counted := _before_number(whole, values, figures)):
        return counted.index
    told = (one for one in reversed(before(figures, whole.index)) if one.counts and one.topic is whole.topic)
    return next((one.index for one in told if one.numeral.value == sum(values)), bunch.whole)


def _before_number(many: Figure, values: Sequence[Decimal], figures: Sequence[Figure]) -> Figure | None:
    """The whole right before the number of its groups: "250 lượt, chia theo 4 mức: …"."""
    whole = figures[many.index - 1] if many.index else many
    fits = whole.counts and whole.block == many.block and whole.trio is None
    return whole if fits and whole.numeral.value > max(values) else None


def _far_more(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether each of several parts is more than their whole, and no slip of it explains that: a row of other years."""
    values = [part.numeral.value for part in parts]
    few = len(values) <= 2 or min(values) <= whole.numeral.value
    return not few and slip(whole.numeral.value, sum(values, start=Decimal(0))) not in SMALL


def _adds_up(bunch: Bunch, figures: Sequence[Figure]) -> bool:
    """Whether its parts, by names, come to their whole: then so do those of the brackets beside it in a list."""
    parts = [figures[part].numeral.value for part in bunch.parts]
    return bunch.sort is None and len(parts) > 1 and sum(parts) == figures[bunch.whole].numeral.value


def _told_out(bunch: Bunch, whole: Figure, parts: Sequence[Figure]) -> int:
    """How many parts of a list by names are told before it turns to what some of them are or do.

    "7 người: công chức 5, nhân viên 2, nghỉ thai sản 1": what adds up is told out.
    """
    if bunch.sort is not None:
        return len(parts)
    total = Decimal(0)
    for number, part in enumerate(parts):
        if number > 1 and _STATE.match(part.words):
            return number
        if number > 1 and total == whole.numeral.value:
            return number
        total += part.numeral.value
    return len(parts)


def _turns(parts: Sequence[Figure]) -> bool:
    """Whether a semicolon stands before the last part, after some that only commas part: there a list may end.

    "giao 9 việc: kinh tế 4 việc, văn hóa 3 việc; 5 việc có hạn trong tuần".
    """
    if len(parts) <= 2:
        return False
    *_, former, last = parts
    return former.block == parts[0].block != last.block and former.line == last.line


def _checked(
    bunch: Bunch, above: tuple[Figure, int], under: Sequence[int], parts: Sequence[Figure]
) -> Iterator[Relation]:
    whole, top = above
    within = Relation(kind=Kind.PART, force=Force.CLAIMED, sums=(weighted([top], under),), at_most=True, listed=True)
    if len(parts) == 1:
        if bunch.tie != Tie.OPEN and bunch.sort in _ALONE:
            yield within
        return
    force = _force(bunch, whole, parts)
    short = sum(part.numeral.value for part in parts) < whole.numeral.value
    if force and short and parts[-1].more and bunch.sort is not Sort.TIMING:
        force = Force.LOOSE  # "…; một số phiếu để trống"
    if force is not None:
        yield Relation(kind=Kind.SUM, force=force, sums=tuple(_readings(top, under, parts, bunch)), listed=True)
    elif bunch.sort is Sort.TIMING:  # other groups may overlap
        yield within


def _readings(top: int, under: Sequence[int], parts: Sequence[Figure], bunch: Bunch) -> Iterator[Weighted]:
    """All parts; without levels that are within the online ones; without groups that may stand outside."""
    if bunch.sort is None:
        yield from (weighted([top], some) for some in _of_lines(under, parts))
    yield weighted([top], under)
    levels = [number for number, part in enumerate(parts) if Sort.LEVEL in part.tags]
    if levels and any(part.tags.get(Sort.CHANNEL) == "online" for part in parts):
        yield weighted([top], [one for number, one in enumerate(under) if number not in levels])
    if bunch.sort is not None and (named := [n for n, part in enumerate(parts) if _name(part, bunch.sort)]):
        yield weighted([top], [under[n] for n in named])
    if bunch.sort is Sort.STAGE and bunch.tie != Tie.CLAIMED and not bunch.closed:
        extra = [number for number, part in enumerate(parts) if part.tags.get(Sort.STAGE) in EXTRAS]
        for size in range(1, len(extra) + 1):
            for left_out in combinations(extra, size):
                yield weighted([top], [one for number, one in enumerate(under) if number not in left_out])


def _of_lines(under: Sequence[int], parts: Sequence[Figure]) -> Iterator[list[int]]:
    """Of a list over lines the first part of each, or those of the first line alone.

    "- Thôn Hạ: 11 hồ sơ, 4 hồ sơ gấp" tells more of the 11; after "a) Quý I 11, quý II 9" come other cuts.
    """
    lines = [part.line for part in parts]
    firsts = [which for number, which in enumerate(under) if lines[number] not in lines[:number]]
    if 1 < len(firsts) < len(under):
        yield firsts
        yield [which for which, line in zip(under, lines, strict=True) if line == lines[0]]


def _force(bunch: Bunch, whole: Figure, parts: Sequence[Figure]) -> Force | None:
    """How surely the parts are meant to be all of the whole; None when they may surely fall short."""
    if bunch.tie == Tie.OPEN:
        return None
    claimed = Force.LIKELY if bunch.tie == Tie.CLAIMED else None
    if bunch.sort is None or bunch.closed:
        return Force.CLAIMED if bunch.closed else _force_of_names(bunch, whole, parts)
    names = frozenset(_name(part, bunch.sort) for part in parts)
    if not any(names >= one for one in _complete(bunch.sort)):
        levels = bunch.sort in _INTAKE and "direct" in names and names & {"level3", "level4"}
        unknown = "" in names and bunch.bracket and bunch.tie == Tie.BARE  # beside others whose names we know
        return Force.LIKELY if levels or unknown else claimed
    if bunch.sort is Sort.STAGE:
        return Force.CLAIMED if bunch.tie == Tie.CLAIMED else Force.LIKELY
    sure = (
        bunch.sort is Sort.TIMING
        or names == {"in_period", "carried"}
        or (bunch.tie == Tie.CLAIMED and whole.block == parts[0].block)
    )
    return Force.CLAIMED if sure else Force.LIKELY


def _force_of_names(bunch: Bunch, whole: Figure, parts: Sequence[Figure]) -> Force:
    """The same of parts told apart by names: the last may be all others, those side by side are likely all.

    Parts that come to more than their whole are surely not some of it, when no case is of two groups.
    """
    values = [part.numeral.value for part in parts]
    too_many = sum(values) > whole.numeral.value and whole.topic in _APART and whole.numeral.value not in _sums(values)
    too_many = too_many and not (
        bunch.tie == Tie.NAMED and _traits(parts) and sum(values) > whole.numeral.value * _MUCH
    )
    crossed = crossing(parts) and sum(values) != whole.numeral.value
    if bunch.closed or (parts[-1].others and not crossed and not any(part.others for part in parts[:-1])):
        return Force.CLAIMED
    if crossed or any(_turns(parts[: end + 1]) for end in range(len(parts))):
        return Force.LOOSE
    alike = bunch.tie == Tie.BARE and len({part.topic for part in parts}) == 1
    return Force.LIKELY if alike or too_many or bunch.tie == Tie.CLAIMED else Force.LOOSE


def _traits(parts: Sequence[Figure]) -> bool:
    """Whether several parts say what so many are, as others may be as well: "84 were about land, 41 were urgent"."""
    told = [one.words.rpartition(one.numeral.text)[2] for one in parts]
    return sum(ITS_VERB.match(words) is not None for words in told) > 1


def _sums(values: Sequence[Decimal]) -> Sequence[Decimal]:
    """What the first of them come to, and what the first two, and so on: later ones may tell more of those."""
    return list(accumulate(values))


def _complete(sort: Sort) -> tuple[frozenset[str], ...]:
    if sort in _INTAKE:
        return tuple(one for each in _INTAKE for one in _COMPLETE[each])
    return _COMPLETE.get(sort, ())


def _name(part: Figure, sort: Sort) -> str:
    """What tells a part apart; ways of coming in are told apart by any of three things."""
    if sort in _INTAKE:
        return next((part.tags[one] for one in _INTAKE if one in part.tags), "")
    return part.tags.get(sort, "")
