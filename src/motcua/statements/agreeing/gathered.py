"""Sums over sentences: counts one after another, and what they come to, told before or after them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, islice, pairwise

from motcua.statements.signs.figures import Bunch, Figure, before, noun_of, unit
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.phrases import TOTAL, tells_total
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.spoken import number
from motcua.statements.signs.traits import of_each
from motcua.statements.signs.wording import EMPTY, GROUP, HOW_MANY
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["of_groups", "totals"]

_MOST_RUN = 20  # counts before their total
_NEAR = 2  # sentences between parts and their whole
_MUCH = 10  # times the total: a part with a digit too many
_AHEAD = 60  # characters before a total that may say of how many parts it is
_GROUPS = rf"({HOW_MANY}) (?:[^\W\d]+ )?{GROUP}(?!\w)"
_THESE = r"(?: (?:này|đó|ấy|trên|kể trên|nêu trên|nói trên|vừa nêu))"
_NO_MORE = re.compile(  # so many parts are all there is
    rf"(?<!\w)(?:chỉ (?:có|gồm)|vỏn vẹn|tất cả chỉ(?: có)?) {_GROUPS}{_THESE}|"
    rf"(?<!\w)ngoài {_GROUPS}{_THESE}?[^.;\d]{{0,25}}(?:không|chẳng)(?!\w)|"
    rf"(?<!\w){_GROUPS},? (?:and|with) (?:no|none|nothing)(?: \w+)? (?:others?|more|else)(?!\w)|"
    rf"(?<!\w)(?:only|just) (?:these|those) {_GROUPS}|"
    rf"(?<!\w)(?:other than|beyond|besides|outside) (?:these|those|the) {_GROUPS}|"
    rf"(?<!\w)(?:chỉ|đúng|thuộc|vào|ở|nằm (?:ở|trong)) (?:đúng )?(?:ở |thuộc )?một trong (?:số )?({HOW_MANY}) [^\W\d]+|"
    rf"(?<!\w)(?:is|are|was|were|fell|falls?|belongs?)(?: in| into| to)?(?: only| exactly)? one of (?:the|these|those) "
    rf"({HOW_MANY}) [^\W\d]+|"
    rf"(?<!\w)({HOW_MANY}) (?:con )?(?:số|nhóm|khoản|loại|mục|phần){_THESE} (?:cộng|gộp)(?: lại| chung)?[^.;\d]{{0,12}}"
    rf"(?:tất cả|toàn bộ|đủ|hết|trọn)(?!\w)",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"(?<!\w)total (?:number|amount|cost|area|length|volume|value)s? of (?P<what>[^.;:,()]+)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_PLACE = re.compile(r"(?<!\w)(?:tại|ở|trong|của|từ|cho|at|in|of|from)\s+$", re.IGNORECASE)
_LEAST_CELLS = 2  # after the first of a row
_LEAST_PERIODS = 3  # months of a quarter
_ALL_PERIOD = re.compile(
    r"\W*(?:(?:như vậy|tính ra|vậy|cộng|tính)[ ,]+)*(?:cả|trọn|hết) (?:quý|năm|tháng|tuần|kỳ|đợt|vụ|ba tháng|3 tháng)"
    r"(?P<verb>(?: [^\W\d]+){1,3}) ",
    re.IGNORECASE,
)
_PART_OF_PERIOD = re.compile(r"(?<!\w)(?:tháng|quý|tuần|ngày|đợt|thứ) (?:thứ )?(?:\d|[^\W\d]+)", re.IGNORECASE)
_TOGETHER = (
    re.compile(  # so many parts come to the count that follows: "Bốn thôn cộng lại là 1.504", "Bốn bản, 247 hồ sơ"
        rf"(?:^|[.!?;:\"“”\n]\s*|(?<!\w)(?:cả|tổng) ){_GROUPS}{_THESE}?"
        rf"(?:,|(?:,? (?:cộng|gộp|tính|tất cả|tổng|together|altogether|in all))(?: [^\W\d]+){{0,3}})"
        rf"(?: (?:là|được|có|make|made))? $",
        re.IGNORECASE,
    )
)


def totals(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A total after its parts: "hộ tịch 412 hồ sơ, chứng thực 300 hồ sơ; tổng cộng 712"; not all before it need be."""
    depths = _depths(text)
    for total in figures:
        of_period = _of_period(total, figures)
        told = total.counts and _plain(total) and (of_period or tells_total(total.words, total.numeral.text))
        if total.bunch is not None or not told or _heads_a_row(total, figures):
            continue
        if _PLACE.search(total.words.partition(total.numeral.text)[0]):
            continue  # "Tổng số lao động tại 14 cơ sở là 1.050 người"
        run = list(islice(_run_before(total, figures, depths), _MOST_RUN))
        if run and not (of_period or TOTAL.match(total.words)) and run[0].block != total.block:
            continue  # "28 in all, 9 of them due": of nothing before it
        alike = [one for one in run if unit(one) == unit(total)]
        run = alike if len(alike) > 1 and unit(total) else run  # "9 ra 11 vào, …; tổng 42 ra"
        if not of_period and not tells_total(
            total.words, total.numeral.text, place=False
        ):  # nor is "cả xã có 10 tổ" one of households
            run = alike if max((one.numeral.value for one in alike), default=0) <= total.numeral.value else []
        same = [one for one in run if noun_of(one, in_english=True) == noun_of(total, in_english=True)]
        run = (
            same if len(same) > 1 and noun_of(total, in_english=True) else run
        )  # "90 trees; 45 farmers joined. In total, 560 trees"
        under = [found.of_figure[one.index] for one in reversed(run)]
        top = found.of_figure[total.index]
        apart = not any(one.overlaps for one in run)
        if apart and len(under) > 1 and len({top, *under}) > len(under):
            sums = tuple(weighted([top], under[start:]) for start in range(len(under) - 1))
            likely = len(under) > 2 and not _of_others(total, run)
            yield Relation(kind=Kind.SUM, force=Force.LIKELY if likely else Force.LOOSE, sums=sums)


def _heads_a_row(total: Figure, figures: Sequence[Figure]) -> bool:
    """Whether bare numbers follow it: the first cell of a row, of a table whose rows are lost: "Total 30 21 9"."""
    after = figures[total.index + 1 : total.index + 1 + _LEAST_CELLS]
    return len(after) == _LEAST_CELLS and all(one.words.strip() == one.numeral.text for one in after)


def _of_others(total: Figure, run: Sequence[Figure]) -> bool:
    """Whether it is called the total number of what no part is: "26 came; the total number of attendances was 61"."""
    called = _NUMBER_OF.search(total.words.partition(total.numeral.text)[0])
    told = {word for one in run for word in _WORD.findall(one.words.lower())}
    return called is not None and not ({*_WORD.findall(called["what"].lower())} - EMPTY) & told


def _of_period(total: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a count is of all of a period and led by the verb that leads the counts before it, of parts of it.

    "tháng 4 nhận 18 đơn, tháng 5 nhận 24 đơn, tháng 6 nhận 15 đơn. Cả quý nhận 57 đơn".
    """
    said = _ALL_PERIOD.fullmatch(total.words.partition(total.numeral.text)[0])
    parts = figures[max(0, total.index - _LEAST_PERIODS) : total.index]
    if said is None or len(parts) < _LEAST_PERIODS:
        return False
    leads = (one.words.partition(one.numeral.text)[0].lower().rstrip() for one in parts)
    alike = all(lead.endswith(said["verb"].lower()) for lead in leads)
    return alike and all(_PART_OF_PERIOD.search(one.words) and _plain(one) for one in parts)


def _depths(text: str) -> Sequence[int]:
    """How many brackets are open at each letter."""
    return list(accumulate((letter == "(") - (letter == ")") for letter in text))


def _run_before(total: Figure, figures: Sequence[Figure], depths: Sequence[int]) -> Iterator[Figure]:
    """The counts of the same kind right before a total, the last first; what stands in brackets between is left out."""
    last = total
    for one in reversed(before(figures, total.index)):
        within = one.trio is None and depths[one.numeral.start] > depths[total.numeral.start]
        if one.numeral.form is Form.PERCENT or within or of_each(one):
            continue
        alike = one.counts and _plain(one) and one.bunch is None and one.topic in {total.topic, None}
        if not alike or last.block - one.block > 1 or one.numeral.value > total.numeral.value * _MUCH:
            return
        last = one
        yield one


def of_groups(text: str, figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known) -> Iterator[Relation]:
    """Sums of as many counts as the text says that there are groups: "Xã chỉ có ba thôn này", "Bốn bản, 247 hồ sơ"."""
    counts = [one for one in figures if _plain(one)]
    depths = _depths(text)
    for claim in _NO_MORE.finditer(text):
        many = number(next(word for word in claim.groups() if word))
        outer = [one for one in counts if depths[one.numeral.start] <= depths[claim.start()]]
        ahead = [one for one in outer if one.numeral.start < claim.start()]
        after = [one for one in counts if one.numeral.start >= claim.end()]
        fitting = [
            (parts, whole)
            for parts, near in (
                (ahead[-many:], ahead[-many - 1 : -many] + after[:1]),
                (after[:many], after[many : many + 1] + ahead[-1:]),
            )
            if _side_by_side(parts, many)
            and (
                whole := _split(parts, figures, bunches) or _whole(parts, near) or _whole(parts, _widest(parts, ahead))
            )
        ]
        if fitting:
            parts, whole = min(fitting, key=lambda one: abs(_sum(one[0]) / one[1].numeral.value - 1))
            yield _of(parts, whole, Force.CLAIMED, found)
    for place, total in enumerate(counts):
        if said := _TOGETHER.search(text, max(0, total.numeral.start - _AHEAD), total.numeral.start):
            many = number(said[1])
            parts = counts[max(0, place - many) : place]
            alike = _side_by_side(parts, many) and total.block - parts[-1].block <= 1
            if alike and (whole := _whole(parts, [total])):
                yield _of(parts, whole, Force.LIKELY, found)


def _side_by_side(parts: Sequence[Figure], many: int) -> bool:
    """Whether these are so many counts of one kind, in sentences one after another."""
    return (
        len(parts) == many > 1
        and len({one.topic for one in parts}) == 1
        and all(one.counts and not one.overlaps for one in parts)
        and all(b.block - a.block <= 1 for a, b in pairwise(parts))
    )


def _split(parts: Sequence[Figure], figures: Sequence[Figure], bunches: Sequence[Bunch]) -> Figure | None:
    """The whole that the text itself splits into the first of them."""
    whole = figures[bunches[parts[0].bunch].whole] if parts[0].bunch is not None else None
    return whole if whole is not None and whole not in parts and whole.counts and whole.numeral.value > 0 else None


def _whole(parts: Sequence[Figure], wholes: Sequence[Figure]) -> Figure | None:
    """Of the counts beside parts the one that they come nearest to."""
    near = [
        one
        for one in wholes
        if one.counts
        and one.topic is parts[0].topic
        and (-_NEAR <= one.block - parts[0].block <= _NEAR + len(parts) or one.key == "received")
        and one.numeral.value >= max(part.numeral.value for part in parts) > 0
    ]
    return min(near, key=lambda one: abs(one.numeral.value - _sum(parts)), default=None)


def _widest(parts: Sequence[Figure], told: Sequence[Figure]) -> list[Figure]:
    """The largest count of the same kind in the paragraph before them; of another paragraph what was received."""
    alike = [one for one in told if one.index < parts[0].index and one.counts and one.topic is parts[0].topic]
    here = [one for one in alike if one.paragraph == parts[0].paragraph]
    alike = here or [one for one in alike if one.key == "received"]
    return [max(alike, key=lambda one: one.numeral.value)] if alike else []


def _sum(parts: Sequence[Figure]) -> Decimal:
    return sum((one.numeral.value for one in parts), start=Decimal(0))


def _of(parts: Sequence[Figure], whole: Figure, force: Force, found: Known) -> Relation:
    """The sum of these parts, of that whole."""
    under = [found.of_figure[one.index] for one in parts]
    return Relation(kind=Kind.SUM, force=force, sums=(weighted([found.of_figure[whole.index]], under),))


def _plain(figure: Figure) -> bool:
    return figure.trio is None and figure.numeral.form is Form.COUNT
