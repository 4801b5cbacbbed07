"""A list of which the text says how many it has: then nothing may be missing.

"Đã nhận 640 lượt đánh giá, chia theo 4 mức: rất tốt 402, tốt 171, khá 43": one of the four is not told, and the list
falls short of its whole for it. Whatever the list comes to, it is meant to be all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.statements.signs.closing import not_all
from motcua.statements.signs.figures import Figure, how_many
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.spoken import number
from motcua.statements.signs.stops import STOP
from motcua.statements.signs.wording import HOW_MANY
from motcua.sums import Force, Relation

__all__ = ["announced"]

_MANY = re.compile(
    rf"(?<![\w.,/])(?<!tháng )(?<!quý )(?<!năm )(?<!ngày )(?<!số )(?<!thứ )(?<!lần )(?<!tuần )({HOW_MANY}) ([^\W\d_]+)"
    r"(?!\w)(?! (?:đầu|trước|qua|gần|này|năm \d))",
    re.IGNORECASE,
)
_TO_LIST = re.compile(  # what leads from the number of the groups to the first of them
    r"[^.;:!?\n\d]*(?::|(?<!\w)(?:gồm|như sau|cụ thể(?: là)?|là|namely|as follows)(?!\w):?)\s*"
    r"(?:[-–+•*]\s*|\d?[a-z]?[.)]\s)?[^.;:!?\n\d]*:?\s*",
    re.IGNORECASE,
)
_NO_GROUPS = frozenset({  # what is told of a list, but is not what it lists
    "ngày", "giờ", "phút", "tuần", "tháng", "quý", "năm", "kỳ", "đợt", "lần", "buổi", "triệu", "nghìn", "tỷ", "đồng",
    "có", "là", "được", "gồm",
    "người", "công", "cán", "hồ", "days", "hours", "weeks", "months", "quarters", "years", "percent", "people",
})  # fmt: skip
_FAR = 200  # characters before a whole that may say how many groups it has


def announced(text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The same relations; a sum over such a list is claimed when the list is as long as is said, or one shorter."""
    for one in relations:
        if one.breakdown and one.force < Force.CLAIMED and _of_their_number(one, found):
            continue
        short = _short_by(text, one, figures, found) if one.breakdown else None
        yield one if short is None else replace(one, force=Force.CLAIMED, one_short=short > 0)


def _of_their_number(one: Relation, found: Known) -> bool:
    """Whether what would be their whole is how many they are."""
    whole, *parts = (found.quantities[which].value for _, which in one.sums[0])
    return how_many(whole, parts)


def _short_by(text: str, one: Relation, figures: Sequence[Figure], found: Known) -> int | None:
    """How many groups fewer than the text says are told: none or one; None when it does not say, or no other number."""
    whole, *parts = every = [figures[found.quantities[which].figures[0]] for _, which in one.sums[0]]
    told = [each.numeral.start for each in every]
    if any(each.trio is not None or each.more for each in every) or told != sorted(told) or len(parts) < 2:
        return None
    said = text[whole.numeral.end : parts[-1].numeral.end]
    if not_all(said) or _passed_over(text, parts, figures):
        return None
    less = sum(each.numeral.value for each in parts) < whole.numeral.value
    return next((many - len(parts) for many in _groups(text, whole, parts) if 0 <= many - len(parts) <= less), None)


def _passed_over(text: str, parts: Sequence[Figure], figures: Sequence[Figure]) -> bool:
    """Whether a count in their noun stands among them, or right behind them, that is not one of them."""
    noun, own = noun_after(text, parts[0].numeral.end, in_english=False), {each.index for each in parts}
    near = figures[parts[0].index : parts[-1].index + 2]
    beside = (each for each in near if each.index not in own and each.numeral.form is Form.COUNT)
    beside = (each for each in beside if not STOP.search(text, parts[-1].numeral.end, each.numeral.start))
    return any(noun_after(text, each.numeral.end, in_english=False) == noun for each in beside)


def _groups(text: str, whole: Figure, parts: Sequence[Figure]) -> Iterator[int]:
    """How many groups the text says there are, in the sentence of the whole: behind it or before it."""
    start, first = whole.numeral.start, parts[0].numeral.start
    begins = max([0, start - _FAR, *(stop.end() for stop in STOP.finditer(text, max(0, start - _FAR), start))])
    nouns = {noun_after(text, each.numeral.end, in_english=False) for each in (whole, *parts)}
    for each in _MANY.finditer(text, begins, first):
        noun = each[2].lower()
        if noun in nouns | _NO_GROUPS or each.start() == start or STOP.search(text, start, each.start()):
            continue
        behind = each.end() if each.start() > start else whole.numeral.end
        if _TO_LIST.fullmatch(text, behind, first):
            yield number(each[1])
