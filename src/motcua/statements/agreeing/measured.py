"""Which relations are of one measure: thousands are not added to millions, nor money to people."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.statements.signs.amounts import is_amount
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import topic_of
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Relation

__all__ = ["of_one_measure"]

_MEASURE = re.compile(
    r"\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng(?! (?:chí|hồ|bào|nghiệp|đội))|đ|tấn|tạ|kg|ha|km|lít|giờ|phút|ngày|tuần|"
    r"tháng|năm|billion|million|thousand|hours?|minutes?|days?|weeks?|months?|years?)(?!\w)",
    re.IGNORECASE,
)
_COUNTED_SO = re.compile(  # words with which anything is counted
    r"\s*(?:em|cụ|cháu|chị|anh|ông|bà|con|cây|cuốn|quyển|suất|nhà|căn|chiếc|cái|buổi|cuộc|ca|vụ|xe|bài|tin|trẻ|"
    r"học sinh)(?!\w)",
    re.IGNORECASE,
)
_PER = re.compile(  # so much of one thing for each of another, which is added to nothing: "65 tạ/ha"
    r"\s*[^\W\d_]+(?: [^\W\d_]+)?/(?:ha|sào|m2|m²|người|khẩu|hộ|năm|tháng|ngày|tuần|giờ|lần|con|cây|kg|lít|lớp|suất|"
    r"đêm)(?!\w)",
    re.IGNORECASE,
)
_APIECE = re.compile(r"(?: [^\W\d_]+){0,3} (?:each|apiece)(?!\w)", re.IGNORECASE)
_SAME = {"tỉ": "tỷ", "ngàn": "nghìn", "tr": "triệu", "đ": "đồng"}
_COUNTED = "counted"


def of_one_measure(
    text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known
) -> Iterator[Relation]:
    """The same checks without sums, and readings of rates, of figures that are measured in different things.

    Nothing is all of what there is for each of another thing: "ngô 75 tạ/ha, rau 160 tạ/ha, đậu 15 tạ/ha".
    """
    measures = {
        one.index: {made for place in one.figures if (made := _measure(text, figures[place]))}
        for one in found.quantities
        if not one.rate
    }

    def alike(quantities: Sequence[int]) -> bool:
        return len(set[str]().union(*(measures.get(which, set()) for which in quantities))) < 2

    def apiece(quantities: Sequence[int]) -> bool:
        places = [figures[place] for which in quantities for place in found.quantities[which].figures]
        return all(place.trio is None and _PER.match(text, place.numeral.end) for place in places)

    for one in relations:
        if one.listed and (apiece([which for _, which in one.sums[0]]) or _in_pairs(text, one, figures, found)):
            continue
        if one.sums:
            whole = any(abs(weight) != 1 for weight, _ in one.sums[0])  # money of several units, weighted
            if sums := tuple(terms for terms in one.sums if whole or alike([which for _, which in terms])):
                yield replace(one, sums=sums)
        elif fractions := tuple(each for each in one.fractions if alike((*each.over, *each.under))):
            meant = fractions[0] == one.fractions[0]  # else what is left is nothing that the text suggests
            yield replace(one, fractions=fractions, force=one.force if meant else Force.LOOSE)


def _in_pairs(text: str, one: Relation, figures: Sequence[Figure], found: Known) -> bool:
    """Whether counts of two nouns take turns, and both are parts: "37 vụ, 68 người, gồm 20 vụ, 39 người, …"."""
    whole, *parts = (figures[found.quantities[which].figures[0]] for _, which in one.sums[0])
    beside = figures[max(0, whole.index - 1)]
    nouns = [noun_after(text, each.numeral.end, in_english=False) for each in (whole, beside, *parts)]
    own, other, *others = nouns
    apart = whole.trio is None and beside not in (whole, *parts) and "" not in (own, other) and own != other
    return apart and own in others and other in others


def _measure(text: str, figure: Figure) -> str | None:
    """What the words right after a number of a sentence say that it is measured in; None when they do not."""
    if figure.trio is not None:
        return None
    if is_amount(figure.numeral.text):
        return "đồng"
    if _APIECE.match(text, figure.numeral.end):
        return "apiece"
    if found := _MEASURE.match(text, figure.numeral.end):
        word = found[1].lower()
        return _SAME.get(word, word)
    counted = topic_of(text, figure.numeral.end) is not None or _COUNTED_SO.match(text, figure.numeral.end)
    return _COUNTED if counted else None
