"""Rates beside a ratio or a count that are no share of it: a mark that is exceeded, all of something else, a plan."""

import re
from collections.abc import Sequence
from decimal import Decimal

from motcua.statements.signs.bases import of_plan
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form

__all__ = ["is_whole", "keeps_side", "of_else", "of_ratio_beside"]

_ALL = 100  # percent
_MEASURE = re.compile(  # what a rate is held against: "11/16 khoản vượt tiến độ bình quân 75 %"
    r"(?<!\w)nhất (?:là|ở|tại|thuộc)(?!\w)|"
    r"(?<!\w)(?:vượt|dưới|trên|hơn|kém|quá|above|below|beyond)(?: (?!đạt|bằng|chiếm|tức|là)[^\W\d_]+){1,5} $",
    re.IGNORECASE,
)
_SIDE = re.compile(  # of which side of a mark a rate is said to be
    r"(?<!\w)(?:(?P<above>(?<!chưa )(?<!không )(?:vượt|cao hơn|trên)|above|beyond|exceed(?:s|ed|ing)?)|"
    r"(?:(?:chưa|không) (?:đạt|vượt)|thấp hơn|dưới|below|short of))(?: [^\W\d]+){1,5} $",
    re.IGNORECASE,
)
_ITS_RATE = re.compile(  # "9/13 tổ đạt 100 %" is of each of the nine, "24/25 việc, đạt 100 %" of all
    r"(?:^|[(,;=]|tỷ lệ|tức|hay|or)\s*(?:(?:đạt|bằng|chiếm|là|tỷ lệ|được|reaching|that is)\s+)*$", re.IGNORECASE
)
_NOUN = re.compile(r" ?(?!và |and |với |so )[^\W\d_]{2,} [^\W\d_]")


def of_else(rate: Figure, ratio: Figure, figures: Sequence[Figure]) -> bool:
    """Whether it is the second rate beside a ratio, and said to be of something: "7/26 (26,9 %), trên … 63 %".

    So is all of something: "12/18 xã đạt 100 % cử tri đi bầu", "218/269 vụ, đạt 81,04 %, riêng án nặng đạt 100 %".
    """
    again = figures[rate.index - 1].said_of == ratio.index
    after = rate.words.rpartition(rate.numeral.text)[2]
    all_of_else = rate.numeral.value == _ALL and ratio.numeral.value != ratio.numeral.whole
    lead = rate.words.rpartition(rate.numeral.text)[0]
    behind = lead.rpartition(ratio.numeral.text)[2]  # not "thấp nhất là xã Hạ, chỉ 804/951 hồ sơ (84,54 %)"
    if _MEASURE.search(behind) or (all_of_else and not _ITS_RATE.search(lead)):
        return True
    if all_of_else and _NOUN.match(after) and not of_plan(rate):
        return True
    return again and (all_of_else or bool(rate.base or rate.base_words))


def of_ratio_beside(rate: Figure, figures: Sequence[Figure]) -> bool:
    """Whether it is the rate of the ratio right before it, of whatever period: "chỉ tiêu 2: 31/40 (77,5 %)"."""
    last = figures[rate.index - 1] if rate.index else rate
    beside = last.numeral.form is Form.RATIO and rate.said_of == last.index and rate.block == last.block
    return beside and _ITS_RATE.search(rate.words.rpartition(rate.numeral.text)[0]) is not None


def keeps_side(rate: Figure, value: Decimal, figures: Sequence[Figure]) -> bool:
    """Whether a rate stays on its side of the mark right after it with another value: "88,1 %, vượt chỉ tiêu 80 %"."""
    for mark in figures[rate.index + 1 : rate.index + 2]:
        side = _SIDE.search(mark.words.rpartition(mark.numeral.text)[0])
        if side and mark.numeral.form is Form.PERCENT and mark.block == rate.block:
            above, limit = side["above"] is not None, mark.numeral.value
            return (rate.numeral.value > limit) != above or (value >= limit) == above
    return True


def is_whole(said: Figure, rate: Figure) -> bool:
    """Whether a count behind its rate is what that is of: "đạt 107,5 % kế hoạch 1.100", "3,24 % số đầu năm (5.768)"."""
    return said.numeral.start > rate.numeral.start and (of_plan(rate) or bool(rate.base or rate.base_words))
