"""How much more or less than in another period: differences and their rates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.statements.signs.bases import further_words
from motcua.statements.signs.changing import CHANGED, SO, THAN_ANY
from motcua.statements.signs.figures import Figure, before, noun_of
from motcua.statements.signs.lexicon import labels
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.phrases import compared
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Fraction, Kind, Relation, judge, weighted

__all__ = ["growth"]

_NEAR = 40  # figures
_BESIDE = 2  # sentences, and what semicolons part, between a change and what it is between
_SENTENCES = 12  # between two periods and the change from one to the other
_PERIOD = re.compile(r"(?<!\w)(?:quý|tháng|năm|tuần|kỳ|quarter|month|year|week|Q[1-4]|20\d\d)(?!\w)", re.IGNORECASE)
_PLAN = re.compile(r"(?<!\w)(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|target|planned?)(?!\w)", re.IGNORECASE)
_THAN = re.compile(
    r"(?:so với|than(?: in)?|compared (?:with|to)|over|from)\s+(?P<period>"
    r"(?:quý|tháng|năm|tuần|kỳ|quarter|month|week)\s+(?:\d+|[IVX]+)(?:[/ ]\d{4})?|Q[1-4]|20\d\d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December))(?!\w)",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"\W*(?:tương ứng|tương đương|tức(?: là)?|bằng|hay|or|that is|i\.e\.|equal to|equivalent to)?(?: với)?\W*",
    re.IGNORECASE,
)
_A_YEAR_AGO = re.compile(
    r"(?<!\w)(?:cùng kỳ|năm (?:trước|ngoái)|a year (?:ago|earlier)|last year)(?!\w)", re.IGNORECASE
)
_JUST_BEFORE = re.compile(
    r"(?<!\w)(?:(?:tuần|tháng|quý) (?:trước|vừa qua)(?! cùng)|(?:last|previous) (?:week|month|quarter))(?!\w)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\W*(?:từ|from)(?!\w)", re.IGNORECASE)
_TO = re.compile(r"(?<!\w)(?:lên|xuống|còn|đến|to)\W*$", re.IGNORECASE)
_MORE = frozenset(["tăng", "increase", "increased", "rise", "rose", "growth", "grew", "up"])
_MORE_OR_LESS = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(_MORE))}|giảm|decreased?|fall|fell|drop|dropped|reduction|decline|declined|down)(?!\w)",
    re.IGNORECASE,
)
_ON_THE = re.compile(r"(?P<change>\d[\d.,]* ?(?:%|per ?cent))(?: [a-z]+){0,2} (?:on|over|than|from) (?:the )?$")
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = 3  # two periods that differ more than so many times are not compared


def growth(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """How much more or less than in the period it is compared with.

    "2.916, cùng kỳ 2.488, tăng 428 hồ sơ, tức 17,20 %": the difference, and what it is of the earlier figure. The one
    of the two that is right shows which periods are meant, and so that the other is wrong.
    """
    values = {one.index: one.value for one in found.quantities}
    for change in figures:
        if change.numeral.hedge is not Hedge.CHANGE or change.numeral.form is Form.RATIO or change.trio is not None:
            continue
        rate = _its_rate(change, figures)
        if rate is None and _is_rate_of_another(change, figures):
            continue
        for now, then, force in _from_to(change, figures) or _periods(change, figures):
            if _of_others(change, now, then):
                continue
            both = [one for which in (change, rate) if which for one in _difference(which, now, then, found, force)]
            shown = len(both) > 1 and any(judge(one, values).holds for one in both)
            yield from (replace(one, force=Force.CLAIMED) if shown else one for one in both)
        if rate is not None:
            yield from _of_the_earlier(change, rate, figures, found)


def _of_the_same(change: Figure, now: Figure, then: Figure) -> bool:
    """Whether the words before a change name nothing but what was counted: not "số hồ sơ đất đai tăng 12 %"."""
    lead = CHANGED.split(change.words, maxsplit=1)[0]
    named = {one.sort: one.value for one in labels(lead) if one.sort}
    told = {word.lower() for word in _WORD.findall(now.words)}
    of_plan = _PLAN.search(change.words) is not None and _PLAN.search(then.words) is None
    return named.items() <= now.tags.items() and {*further_words(lead)} <= told | SO and not of_plan


def _of_others(change: Figure, now: Figure, then: Figure) -> bool:
    """Whether a change is of something else ("41 lớp, nay 44 lớp, tăng 30 em") or since another period than that."""
    noun, nouns = noun_of(change), {noun_of(now), noun_of(then)}
    counted = {word.lower() for one in (now, then) for word in _WORD.findall(one.words)}
    other = change.numeral.form is Form.COUNT and noun != "" not in nouns and noun not in counted
    since = _A_YEAR_AGO.search(change.words) is not None and _JUST_BEFORE.search(then.words) is not None
    return other or (since and _A_YEAR_AGO.search(then.words) is None)


def _its_rate(change: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The rate right after a difference that tells it in percent: "tăng 887 hồ sơ, tương ứng tăng 26,79 %"."""
    after = figures[change.index + 1] if change.index + 1 < len(figures) else change
    if change.numeral.form is not Form.COUNT or after.numeral.form is not Form.PERCENT or after.block != change.block:
        return None
    tail = after.words.removeprefix(change.words).partition(after.numeral.text)[0]
    again = after.numeral.hedge is Hedge.CHANGE or _THAT_IS.fullmatch(tail) is not None
    of_then = compared(after.base_words) is not None  # "tức 28,0 % so với cùng kỳ"
    named = (after.base_words and not of_then) or any(one.sort for one in labels(tail))
    return after if again and not named and after.trio is None else None


def _is_rate_of_another(change: Figure, figures: Sequence[Figure]) -> bool:
    """Whether it tells the difference before it in percent, and was looked at with that."""
    before = figures[change.index - 1] if change.index else change
    return before.numeral.hedge is Hedge.CHANGE and _its_rate(before, figures) is change


def _periods(change: Figure, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Force]]:
    """The pairs of figures of two periods that a change may be between."""
    near = [
        one
        for one in figures[max(0, change.index - _NEAR) : change.index + _NEAR]
        if abs(one.block - change.block) <= _BESIDE and one.trio is None and one.index != change.index
    ]
    here = [one for one in near if one.paragraph == change.paragraph]
    near = here if sum(one.numeral.form is Form.COUNT for one in here) > 1 else near  # two periods are told together
    for pairs in (_named_period(change, figures), _two_periods(change, near), _told_twice(change, figures)):
        if read := list(pairs):
            yield from (
                (now, then, told if _of_the_same(change, now, then) else Force.LOOSE) for now, then, told in read
            )
            return


def _from_to(change: Figure, figures: Sequence[Figure]) -> list[tuple[Figure, Figure, Force]]:
    """The two counts right after a difference that say so: "tăng 347 hồ sơ, từ 2.518 hồ sơ lên 2.865 hồ sơ"."""
    after = figures[change.index + 1 : change.index + 3]
    exact = all(one.numeral.form is Form.COUNT and one.numeral.hedge is Hedge.EXACT for one in after)
    if len(after) < 2 or not exact or not after[0].block == after[1].block == change.block:
        return []
    then, now = after
    told = _FROM.match(then.words) and _TO.search(then.words) and change.topic is now.topic is then.topic
    return [(now, then, Force.CLAIMED)] if told else []


def _named_period(change: Figure, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Force]]:
    """The count of this line and that of the line called so: "Quý II: 1.455 hồ sơ, tăng 137 hồ sơ so với quý I"."""
    named = _THAN.search(change.words)
    if named is None:
        return
    called = re.compile(r"(?<!\w)" + re.escape(" ".join(named["period"].lower().split())) + r"(?!\w|/)")
    earlier = [one for one in before(figures, change.index) if _amount(one) and one.topic is change.topic]
    now = [one for one in earlier if one.block == change.block]
    then = [one for one in earlier if one.block < change.block and called.search(one.words.lower())]
    if len(now) == 1 and then and then[-1].key == now[0].key:
        yield now[0], then[-1], Force.CLAIMED if _alike(now[0], then[-1]) else Force.LOOSE


def _told_twice(change: Figure, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Force]]:
    """Counts of one name in two sentences: "Năm 2024 tiếp nhận 3.274. Năm 2025 tiếp nhận 4.151, tăng 877"."""
    earlier = [
        one
        for one in before(figures, change.index)
        if _amount(one) and one.topic is change.topic and one.key and change.block - one.block <= _SENTENCES
    ]
    own = {one.sort: one.value for one in labels(THAN_ANY.sub("", change.words)) if one.sort}
    if own:
        mine = [one for one in earlier if own.items() <= one.tags.items()]
        mine = [one for one in mine if len(one.tags) == min(len(other.tags) for other in mine)]
    else:
        heads = [one for one in earlier if one.bunch is None and one.block == change.block]
        mine = [one for one in earlier if heads and one.key == heads[0].key]
    if len(mine) == 2 and mine[0].scope != mine[1].scope and mine[0].paragraph == mine[1].paragraph == change.paragraph:
        yield mine[1], mine[0], Force.LIKELY if _alike(mine[1], mine[0]) else Force.LOOSE


def _amount(one: Figure) -> bool:
    return one.counts and one.numeral.form is Form.COUNT and one.trio is None


def _of_the_earlier(change: Figure, rate: Figure, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """Of the only earlier figure of the sentence: "So với cùng kỳ (3.402 hồ sơ) tăng 475 hồ sơ, tức 13,96 %".

    Else of the one before: "Cùng kỳ xong 380 việc; năm nay số việc xong tăng 76 việc, tương ứng 20 %".
    """
    near = [
        one
        for one in before(figures, change.index)
        if one.compared and one.numeral.form is Form.COUNT and one.topic is change.topic
    ]
    then = [one for one in near if one.block == change.block]
    then = then or [one for one in near if change.block - one.block == 1 and one.paragraph == change.paragraph]
    if then and then[0].block != change.block and not _goes_on_from(then[0], change):
        return
    if len(then) == 1 and then[0].numeral.hedge is Hedge.EXACT:
        over, under = found.of_figure[change.index], found.of_figure[then[0].index]
        fractions = [Fraction(over=(over,), under=(under,), name="compared")]
        if rate.numeral.hedge is not Hedge.CHANGE:  # "tăng 253 hồ sơ, bằng 120 % cùng kỳ"
            fractions.append(Fraction(over=(under, over), under=(under,), name="compared"))
        printed = found.of_figure[rate.index]
        yield Relation(kind=Kind.RATE, force=Force.CLAIMED, fractions=tuple(fractions), printed=printed)


def _goes_on_from(then: Figure, change: Figure) -> bool:
    """Whether a change is of what the sentence before told of another period, and of no third one."""
    a_year = all(_A_YEAR_AGO.search(one.words) for one in (change, then))
    of_third = compared(change.words) is not None and not a_year
    return not of_third and _of_the_same(change, then, then)


def _difference(change: Figure, now: Figure, then: Figure, found: Known, force: Force) -> Iterator[Relation]:
    more, fewer = (then, now) if now.numeral.value < then.numeral.value else (now, then)
    top, bottom, base = found.of_figure[more.index], found.of_figure[fewer.index], found.of_figure[then.index]
    mine = found.of_figure[change.index]
    finer = change.numeral.decimals > max(now.numeral.decimals, then.numeral.decimals)  # "mỗi tháng hơn 6,4 hồ sơ"
    if change.numeral.form is Form.COUNT and change.topic is now.topic and not finer:
        yield Relation(kind=Kind.SUM, force=force, sums=(weighted([top], [bottom, mine]),))
    elif change.numeral.form is Form.PERCENT and change.of is None:
        fractions = [Fraction(over=(top,), minus=(bottom,), under=(base,), name="compared")]
        if change.numeral.hedge is not Hedge.CHANGE:  # "tăng 253 hồ sơ, bằng 120 % cùng kỳ"
            fractions.append(Fraction(over=(found.of_figure[now.index],), under=(base,), name="compared"))
        elif _told_backwards(change, now, then):
            fractions.append(replace(fractions[0], under=(found.of_figure[now.index],)))
        yield Relation(kind=Kind.RATE, force=force, fractions=tuple(fractions), printed=mine)


def _told_backwards(change: Figure, now: Figure, then: Figure) -> bool:
    """Whether it is more by its words and less by its figures: "64 in May compared to June when it was 80, up 25 %"."""
    lead = change.words.rpartition(change.numeral.text)[0]
    told = [one.lower() for one in _MORE_OR_LESS.findall(lead)]
    return bool(told) and (told[-1] in _MORE) != (now.numeral.value > then.numeral.value)


def _two_periods(change: Figure, near: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Force]]:
    """The figure of this period and the one it is compared with; several may be meant, then only good news counts."""
    exact = [one for one in near if one.numeral.form is Form.COUNT and one.numeral.hedge is Hedge.EXACT]
    about = [one for one in near if one.numeral.hedge is Hedge.ABOUT and one.topic is change.topic]
    if any(one.block == change.block and one.index < change.index for one in about):
        return  # "ước 53,0 triệu đồng, tăng 2,5 triệu đồng so với năm 2024"
    then = [one for one in exact if one.compared and one.topic is change.topic and not _PLAN.search(one.words)]
    if any(not one.key and one.block != change.block and _changed_itself(one, near) for one in then):
        return
    now = [one for one in exact if one.counts and one.topic is change.topic and one.index < change.index]
    now = [one for one in now if not _grown_on(one)]
    then = [one for one in exact if _grown_on(one) == change.numeral.text and one.block == change.block] or then
    here = [one for one in then if one.block == change.block and one.index < change.index]
    if len(then) > 1 and len(here) == 1 and any(one.block == change.block for one in now):
        then, now = here, [one for one in now if one.block == change.block]
    if len(then) == 1:
        between = {abs(one.numeral.value - then[0].numeral.value) for one in now}
        now = [one for one in now if one.numeral.value not in between]  # "(thêm 124)" is no figure of now
        mine = [one for one in now if one.key == then[0].key]
        named = [one for one in now if one.key != "" and not then[0].key]
        beside = [one for one in now if not one.key and one.block == then[0].block == change.block]
        others = mine or named or beside
        plain = others is not beside and (then[0].key or change.numeral.value * 2 < then[0].numeral.value)
        sure = Force.CLAIMED if plain else Force.LIKELY
        for one in others:
            yield one, then[0], sure if len(others) == 1 and _alike(one, then[0]) else Force.LOOSE
    elif not then and len(now) == 2 and not _two_things(now[0], now[1], near) and _named_alike(now[0], now[1]):
        now.sort(key=lambda one: one.numeral.value)
        grown = "giảm" not in change.words.lower()
        yield (now[1], now[0], Force.LIKELY) if grown else (now[0], now[1], Force.LIKELY)


def _grown_on(one: Figure) -> str | None:
    """The change of which a count says what was before, told right before it: "a rise of 1 % on the 640 visits"."""
    led = _ON_THE.search(one.words.rpartition(one.numeral.text)[0])
    return led["change"] if led else None


def _changed_itself(one: Figure, near: Sequence[Figure]) -> bool:
    """Whether a count has a change of its own right behind it, as each of a list does: "A 75, tăng 9 %; B 72, …"."""
    after = (other for other in near if other.index == one.index + 1 and other.block == one.block)
    return any(other.numeral.hedge is Hedge.CHANGE for other in after)


def _two_things(first: Figure, second: Figure, near: Sequence[Figure]) -> bool:
    """Whether two counts are no two periods of one thing: "xuất 53, tăng 6,5 %. Nhập 51, giảm 1,3 %"."""
    leads = (one.words.partition(one.numeral.text)[0] for one in (first, second))
    return first.block != second.block and _changed_itself(first, near) and not any(map(_PERIOD.search, leads))


def _named_alike(now: Figure, then: Figure) -> bool:
    """Whether two figures have one name, or one has no name but a period."""
    return _one_name(now, then) or _bracketed(now, then)


def _one_name(now: Figure, then: Figure) -> bool:
    """Whether two figures have one name; without any they are no parts of something, nor two things of a sentence."""
    if not now.key and now.block == then.block and not any(_PERIOD.search(one.words) for one in (now, then)):
        return False
    return now.key == then.key and (now.key != "" or now.bunch is then.bunch is None)


def _bracketed(now: Figure, then: Figure) -> bool:
    """Whether a figure has no name but the period it is of: "tiếp nhận 1.530 hồ sơ (quý IV/2025: 1.360 hồ sơ, …)"."""
    return not then.key and now.block == then.block and _PERIOD.search(then.words) is not None


def _alike(now: Figure, then: Figure) -> bool:
    """Whether two figures may be of two periods."""
    small, large = sorted((now.numeral.value, then.numeral.value))
    return large < small * _ALIKE
