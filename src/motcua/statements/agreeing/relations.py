"""What a statement says must agree: its breakdowns and sums, its rates, and the identities of every report."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, combinations

from motcua.statements.agreeing.balances import balances
from motcua.statements.agreeing.bare_lists import of_bare_lists
from motcua.statements.agreeing.breakdowns import breakdowns, of_another_whole
from motcua.statements.agreeing.calendar import of_periods
from motcua.statements.agreeing.complements import complements
from motcua.statements.agreeing.definite import definite
from motcua.statements.agreeing.equations import equations
from motcua.statements.agreeing.gathered import of_groups, totals
from motcua.statements.agreeing.growth import growth
from motcua.statements.agreeing.identities import Shelf, identities
from motcua.statements.agreeing.in_step import in_step
from motcua.statements.agreeing.listed import of_lists
from motcua.statements.agreeing.rates import rates
from motcua.statements.agreeing.restating import restated
from motcua.statements.agreeing.sisters import of_one_whole, of_units
from motcua.statements.agreeing.stages import of_both_stages, of_stages_of_ratio
from motcua.statements.agreeing.together import together
from motcua.statements.agreeing.told_alike import of_lines_told_alike
from motcua.statements.agreeing.units import of_all_units
from motcua.statements.signs.changing import FEWER
from motcua.statements.signs.figures import Bunch, Figure, before, left_by_ratio, noun_of
from motcua.statements.signs.lexicon import EXTRAS, Sort, Topic
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import SMALL, Force, Kind, Relation, Weighted, slip, weighted

__all__ = ["merged", "relations"]

_MOST_PARTS = 3  # figures between a whole and what remains of it
_FEWEST = 3  # a whole, a part and the rest
_MOST_TOLD = 7  # counts before what remains that may be its whole
_SEVERAL = 10  # a whole of one digit is a slip away from anything
_NO_CHANCE = 50  # a whole so large that two counts hardly come to it by chance
_NEAR = 2  # sentences between a whole and what remains of it
_WIDER = re.compile(  # of more than the figures before it are
    r"(?<!\w)(?:(?:toàn|cả) (?:phường|xã|thành phố|tỉnh|huyện|trung tâm)|whole (?:ward|commune|city|province))(?!\w)",
    re.IGNORECASE,
)
_AMONG = re.compile(r"(?<!\w)(?:trong số|among|of (?:these|those|them))(?!\w)", re.IGNORECASE)  # of something else


def relations(
    text: str, figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known, *, in_english: bool = False
) -> list[Relation]:
    """Every check the text suggests, the surest of each set of quantities once."""
    split = list(breakdowns(figures, bunches, found))
    told = [sums for one in split if not one.at_most for sums in one.sums[:1]]
    standard = [
        _in_table(one, scope)
        for scope, shelf in _shelves(figures, bunches, found)
        for identity in identities(shelf)
        for one in _as_told(identity, told)
        if scope >= TABLES or (_in_one_place(one, figures, found) and not _of_other_whole(one, figures, found))
    ]
    stocks = list(balances(text, figures, found))
    left = {one.sums[0][0][1] for one in stocks}
    said = (
        *stocks,
        *(
            one
            for one in _rests(figures, found)
            if one.sums[0][-1][1] not in left and not _of_other_things(text, one, figures, found)
        ),
        *totals(text, figures, found),
        *of_groups(text, figures, bunches, found),
        *together(figures, found, in_english=in_english),
        *in_step(figures, found),
        *of_all_units(figures, found),
        *of_lines_told_alike(figures, found),
        *of_lists(figures, found),
        *of_bare_lists(text, figures, found),
        *of_periods(text, figures, found),
        *equations(text, figures, found),
        *of_both_stages(figures, found),
        *of_stages_of_ratio(figures, found),
        *restated(figures, found),
        *complements(text, figures, found),
    )
    of_units(figures)
    sisterly = of_one_whole(list(rates(figures, bunches, found)), figures, found)
    sums = [*split, *standard, *said]
    printed = definite(list(sisterly), sums, figures, bunches, found)
    return merged((*sums, *printed, *growth(figures, found)))


def merged(relations: Iterable[Relation]) -> list[Relation]:
    """Each check once: the surest force, every reading."""
    every: dict[tuple[object, ...], Relation] = {}
    for relation in relations:
        mark = (relation.kind, relation.printed, _sides(relation))
        known = every.get(mark)
        every[mark] = relation if known is None else _both(known, relation)
    return list(every.values())


def _sides(relation: Relation) -> frozenset[frozenset[int]]:
    """Which quantities stand on either side of a sum."""
    terms = relation.sums[0] if relation.sums else ()
    return frozenset(frozenset(which for weight, which in terms if weight * sign > 0) for sign in (1, -1))


def _both(first: Relation, after: Relation) -> Relation:
    surer = after if after.force > first.force else first
    sums = dict.fromkeys((*first.sums, *after.sums))
    either = (*first.fractions, *after.fractions) if first.force == after.force else surer.fractions
    return replace(
        first,
        force=surer.force,
        listed=first.listed or after.listed,
        sums=tuple(sums),
        fractions=tuple(dict.fromkeys(either)),
    )


def _as_told(identity: Relation, told: Sequence[Weighted]) -> Iterator[Relation]:
    """An identity without readings over fewer parts than the text itself names of the same whole."""
    sums = tuple(one for one in identity.sums if not any(_of_fewer(one, all_parts) for all_parts in told))
    if sums:
        yield replace(identity, sums=sums)


def _in_one_place(relation: Relation, figures: Sequence[Figure], found: Known) -> bool:
    """Whether the parts of a sum stand in one paragraph, list or section, so that one report tells them all."""
    places = [
        {figures[index].section for index in found.quantities[which].figures if figures[index].trio is None}
        for weight, which in relation.sums[0]
        if weight < 0
    ]
    return not all(places) or bool(set.intersection(*places))


def _of_other_whole(relation: Relation, figures: Sequence[Figure], found: Known) -> bool:
    """Whether a part is told out of another whole than that of the sum: "phát sinh 291 vụ; giải quyết 281/316 vụ"."""
    values = {known.index: known.value for known in found.quantities}
    wholes = {values[which] for terms in relation.sums for weight, which in terms if weight > 0}
    parts = {which for terms in relation.sums for weight, which in terms if weight < 0}
    return of_another_whole([figures[at] for which in parts for at in found.quantities[which].figures], wholes)


def _of_fewer(one: Weighted, all_parts: Weighted) -> bool:
    wholes = [{term for term in terms if term[0] > 0} for terms in (one, all_parts)]
    return wholes[0] == wholes[1] and set(one) < set(all_parts)


def _in_table(relation: Relation, scope: int) -> Relation:
    """In a table the columns say what they are: a sum of them is meant."""
    return replace(relation, force=Force.CLAIMED) if scope >= TABLES and relation.force is Force.LIKELY else relation


# what remains, and sums that the text writes out


def _rests(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """What remains: "318 lượt; Chủ tịch tiếp 46 lượt; những lượt khác …, 272 lượt"."""
    for rest in figures:
        of_others = any(mark.search(rest.words) for mark in (_WIDER, _AMONG, FEWER))
        last = figures[rest.index - 1] if rest.index else rest
        of_others = of_others or (last.compared and last.block == rest.block)  # "từ 42 vụ còn 36 vụ"
        of_others = of_others or _in_a_row(rest, figures)
        of_others = of_others or (rest.bunch is not None and rest.key == "settled.late")  # of what is settled
        if rest.rest and rest.counts and _plain(rest) and not of_others:
            yield from _rest_of_ratio(rest, figures, found) or _rest_of_whole(rest, figures, found)


def _of_other_things(text: str, one: Relation, figures: Sequence[Figure], found: Known) -> bool:
    """Whether what remains is of a noun that no other count of the sum has, and that one outside it has.

    "Thông qua 9 nghị quyết; … 23 tán thành, 2 không tán thành; 8 nghị quyết còn lại đạt 100 %". So it is when all have
    nouns and those are several: "giúp 151 hộ; phát 83 suất gạo …; kho còn 46 bao".
    """
    used = dict.fromkeys(which for terms in one.sums for _, which in terms)
    places = {which: figures[found.quantities[which].figures[0]] for which in used}
    rest = places.pop(one.sums[0][-1][1])
    nouns = {_noun(text, place) for place in places.values()}
    noun = _noun(text, rest)
    if not noun or noun in nouns:
        return False
    near = (each for each in before(figures, rest.index) if rest.block - each.block <= _NEAR)
    return any(_noun(text, each) == noun for each in near) or ("" not in nouns and len(nouns) > 1)


def _noun(text: str, figure: Figure) -> str:
    return "" if figure.trio is not None else noun_after(text, figure.numeral.end, in_english=False)


def _in_a_row(rest: Figure, figures: Sequence[Figure]) -> bool:
    """Whether bare numbers follow it, so that it remains of one of several things: "còn lại 14, 7, 13"."""
    return any(after.words.strip() == after.numeral.text for after in figures[rest.index + 1 : rest.index + 2])


def _rest_of_ratio(rest: Figure, figures: Sequence[Figure], found: Known) -> list[Relation]:
    """Right after a ratio, or "27 trong 32", what remains is of it: "27/32 nhiệm vụ, đạt 84,4 %; còn 5 nhiệm vụ".

    So it is after a rate and its whole: "1.240 hội viên đã đóng, đạt 93,7 % trong số 1.324 hội viên; còn 84".
    """
    ratio = figures[rest.index - 1] if rest.index else rest
    if ratio.index and figures[ratio.index - 1].of == ratio.index:
        ratio = figures[ratio.index - 1]
    elif several := _several_of_ratio(rest, figures, found):
        return several
    of = ratio.of
    if ratio.numeral.form is Form.PERCENT and ratio.said_of is not None:
        ratio = figures[ratio.said_of]
        of = ratio.of if of is None else of
    if other := left_by_ratio(rest, figures):
        ratio, of = other, None
    whole = found.of_figure[of] if of is not None else found.whole_of.get(ratio.index)
    under = [found.of_figure[ratio.index], found.of_figure[rest.index]]
    if ratio.numeral.whole == ratio.numeral.value or ratio.paragraph != rest.paragraph:
        return []  # nothing remains of 475/475
    if whole is None or not ratio.counts or ratio.topic is not rest.topic or len({whole, *under}) < len(under) + 1:
        return []
    return [Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([whole], under),))]


def _several_of_ratio(rest: Figure, figures: Sequence[Figure], found: Known) -> list[Relation]:
    """The same of some of so many, some more and the rest: "11 of our 18 boats sail, 4 row, the other 3 rot"."""
    between = list[Figure]()
    for one in reversed(figures[max(0, rest.index - _MOST_PARTS - 1) : rest.index]):
        part = figures[one.index - 1] if one.index else one
        if one.block != rest.block or not one.counts or not _plain(one):
            break
        if part.of == one.index and part.counts and _plain(part) and between:
            terms = [found.of_figure[each.index] for each in (part, *reversed(between), rest)]
            alone = len({found.of_figure[one.index], *terms}) > len(terms)
            sums = weighted([found.of_figure[one.index]], terms)
            return [Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(sums,))] if alone else []
        between.append(one)
    return []


def _rest_of_whole(rest: Figure, figures: Sequence[Figure], found: Known) -> list[Relation]:
    """What remains of the largest count shortly before it, or of any other that it fits."""
    told = [one for one in before(figures, rest.index) if one.counts and _plain(one) and one.topic is rest.topic]
    far = 0 if rest.topic is Topic.TIME else _NEAR  # each thing takes its own time
    own = [one for one in before(figures, rest.index) if one.block == rest.block and one.told]
    if own and all(one.topic is not rest.topic for one in own) and own[-1].numeral.value > rest.numeral.value:
        return []  # of what its own sentence counts, under another noun: "nhận 17 lượt, lọc trùng còn 13 ý kiến"
    near = [one for one in told if rest.block - one.block <= far]
    wholes = [
        one
        for one in near
        if one.numeral.value > rest.numeral.value and one.tags.get(Sort.STAGE) in {None, "received", "due"}
    ]
    if not wholes:
        return _of_less(near, rest, found)
    whole = max(wholes, key=lambda one: one.numeral.value)
    after = [one for one in told if one.index >= whole.index]
    outer, plain = (_left_of(whole, parts, rest, found) for parts in (_outer(after)[1:], after[1:]))
    others = (
        _left_of(told[start], _outer(told[start + 1 :]), rest, found)
        for start in range(max(0, len(told) - _MOST_TOLD), len(told) - 1)
    )
    beside = _left_of(whole, [one for one in after if one.block == rest.block and one is not whole], rest, found)
    fit = [one for one in others if one is not None and (plain or not _lacking(one, found))]
    fit += [beside] if beside is not None and whole.block < rest.block and not _lacking(beside, found) else []
    sums = dict.fromkeys(one for one in (outer, plain, *fit) if one is not None)
    if all(_lacking(one, found) for one in sums):
        sums.update(dict.fromkeys(_left_of_far(told, rest, found)))
    if not sums or any(_flows(one, found) for one in sums):
        return []
    if all(_lacking(one, found) for one in sums) and _without_some(told, rest):
        return []
    return [Relation(kind=Kind.SUM, force=Force.LIKELY, sums=tuple(sums))]


def _left_of_far(told: Sequence[Figure], rest: Figure, found: Known) -> Iterator[Weighted]:
    """What the count right before it leaves of one far before, so large that it is no chance: "371 …, 178; còn 193"."""
    for whole in told[-_MOST_TOLD:-1]:
        sums = _left_of(whole, told[-1:], rest, found) if whole.numeral.value >= _NO_CHANCE else None
        if sums is not None and not _lacking(sums, found):
            yield sums


def _without_some(told: Sequence[Figure], rest: Figure) -> bool:
    """Whether a sum holds without some of the counts between: "17 thôn; 15 thôn đạt chuẩn, 9 kiểu mẫu, 2 còn lại"."""
    for start in range(max(0, len(told) - _MOST_PARTS - 1), len(told) - 1):
        left = told[start].numeral.value - rest.numeral.value
        between = [one.numeral.value for one in told[start + 1 :]]
        if any(sum(some) == left for size in range(1, len(between)) for some in combinations(between, size)):
            return True
    return False


def _of_less(near: Sequence[Figure], rest: Figure, found: Known) -> list[Relation]:
    """What remains of a count that is less than it: a slip says how it became too much."""
    near = [one for one in near if rest.block - one.block <= 1]
    whole = max(near, key=lambda one: one.numeral.value, default=rest)
    if whole.bunch is not None or whole.numeral.value < _SEVERAL:
        return []
    parts = [one for one in near if one.index > whole.index]
    sums = _left_of(whole, parts, rest, found) if whole is not rest else None
    left = whole.numeral.value - sum((one.numeral.value for one in parts), start=Decimal(0))
    if sums is None or left <= 0 or slip(rest.numeral.value, left) not in SMALL:
        return []
    return [Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(sums,))]


def _flows(one: Weighted, found: Known) -> bool:
    """Whether it holds when one of its parts came on top: "đầu năm 35 hộ, thoát nghèo 14, phát sinh 5, còn 26"."""
    left = _lacking(one, found)
    return len(one) > _FEWEST and any(left == -2 * found.quantities[which].value for _, which in one[1:-1])


def _lacking(one: Weighted, found: Known) -> Decimal:
    """What the parts lack of their whole."""
    return sum((weight * found.quantities[which].value for weight, which in one), start=Decimal(0))


def _left_of(whole: Figure, parts: Sequence[Figure], rest: Figure, found: Known) -> Weighted | None:
    """The sum of these parts and the rest, unless a quantity or a name stands in it twice: month by month.

    Nor with a part that has another noun and is more: "phạt 9 vụ, 15 đối tượng; còn 4 vụ".
    """
    if any(one.numeral.value > whole.numeral.value and noun_of(one) not in {"", noun_of(whole)} for one in parts):
        return None
    names = [one.key for one in (whole, *parts) if one.key]
    top, under = found.of_figure[whole.index], [found.of_figure[one.index] for one in (*parts, rest)]
    alone = len({top, *under}) > len(under) and len({*names}) == len(names)
    return weighted([top], under) if alone and 0 < len(parts) <= _MOST_PARTS else None


def _outer(counts: Sequence[Figure]) -> list[Figure]:
    """These without those that come to the one before them: "11 hồ sơ, trong số ấy 8 hồ sơ …, còn 3 hồ sơ"."""
    kept, at = list[Figure](), 0
    while at < len(counts):
        kept.append(counts[at])
        sums = accumulate(one.numeral.value for one in counts[at + 1 :])
        inner = next((size for size, total in enumerate(sums, 1) if total == counts[at].numeral.value), 0)
        at += 1 + (inner if inner > 1 else 0)
    return kept


def _plain(figure: Figure) -> bool:
    return figure.trio is None and figure.numeral.form is Form.COUNT


# what stands apart in the text


def _shelves(figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known) -> Iterator[tuple[int, Shelf]]:
    """The named quantities of every scope and topic."""
    split = frozenset(
        found.of_figure[bunch.whole] for bunch in bunches if bunch.sort is Sort.STAGE and len(bunch.parts) > 1
    )
    apart = frozenset(_apart(figures, bunches, found))
    closed = frozenset(found.of_figure[one.index] for one in figures if one.closed)
    twofold = frozenset(found.of_figure[one.index] for one in figures if one.twofold)
    within = frozenset(
        found.of_figure[part] for bunch in bunches if figures[bunch.whole].key == "received" for part in bunch.parts
    )
    named: dict[tuple[int, Topic | None], dict[str, int]] = {}
    for (scope, topic, key), which in found.named.items():
        named.setdefault((scope, topic), {})[key] = which
    for scope, topic in sorted(named, key=str):
        shelf = Shelf(
            topic=topic,
            named=named[scope, topic],
            split=split,
            apart=apart,
            closed=closed,
            within=within,
            twofold=twofold,
        )
        yield scope, shelf
        told = [
            by_key["received"]
            for (where, of), by_key in named.items()
            if where < TABLES and of is topic and "received" in by_key
        ]
        if scope >= TABLES and len(told) == 1 and shelf.has("settled", "pending") and not shelf.has("received"):
            parts = {key: which for key, which in shelf.named.items() if key in {"settled", "pending", *EXTRAS}}
            yield 0, replace(shelf, named={**parts, "received": told[0]})  # the sentences tell what came in


def _apart(figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known) -> Iterator[int]:
    """The figure of other groups in a breakdown that names none of those groups: they follow by themselves."""
    for bunch in bunches:
        keys = [figures[part].key for part in bunch.parts]
        if "other" in keys and not set(keys) & set(EXTRAS[:-1]):
            yield found.of_figure[bunch.parts[keys.index("other")]]
