"""Sums written out with their signs: "38 + 1.135 = 1.173 hồ sơ", "[nhận: 207 = trực tuyến 168 + trực tiếp 39]"."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["equations"]

_NAME = r"(?: [^\W\d]+){0,4}"  # of what is added, before its number
_PLUS = re.compile(
    rf"(?: [^\W\d]+){{0,3}}(?:\s*\+{_NAME}|,? (?:cộng|plus)(?: với| thêm)?)\s*",
    re.IGNORECASE,
)
_EQUALS = re.compile(
    r"(?: [^\W\d]+){0,3}\s*=\s*|(?: [^\W\d]+){0,8}?,? (?:là|thành|bằng|thành ra|makes?|equals?|is)\s+", re.IGNORECASE
)
_CONSISTS = re.compile(rf"(?: [^\W\d]+){{0,3}}\s*={_NAME}\s*")
_ADDED = re.compile(rf"(?: [^\W\d]+){{0,3}}\s*\+{_NAME}\s*")
_GOES_ON = re.compile(rf"(?: [^\W\d]+){{0,3}}\s*[-−–*/x×÷=]{_NAME}\s*")  # a sign that makes it no mere sum


def equations(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """A sum for each of them, its whole behind the parts or before them."""
    yield from _forwards(text, figures, found)
    yield from _backwards(text, figures, found)


def _forwards(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    terms: list[int] = []
    for figure, following in zip_longest(figures, figures[1:]):
        if following is None or not _plain(figure) or not _plain(following):
            terms = []
            continue
        terms.append(found.of_figure[figure.index])
        gap = text[figure.numeral.end : following.numeral.start]
        total = found.of_figure[following.index]
        if _EQUALS.fullmatch(gap) and len({*terms, total}) == len(terms) + 1 > 2:
            yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(weighted([total], terms),))
        if not _PLUS.fullmatch(gap):
            terms = []


def _backwards(text: str, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    whole, parts = -1, list[int]()
    for figure, following in zip_longest(figures, figures[1:]):
        gap = text[figure.numeral.end : following.numeral.start] if following else ""
        plain = following is not None and _plain(figure) and _plain(following)
        if plain and parts and _ADDED.fullmatch(gap):
            parts.append(found.of_figure[following.index])
            continue
        if len(parts) > 1 and not _GOES_ON.fullmatch(gap) and len({whole, *parts}) > len(parts):
            yield Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(weighted([whole], parts),))
        whole = found.of_figure[figure.index]
        parts = [found.of_figure[following.index]] if plain and _CONSISTS.fullmatch(gap) else []


def _plain(figure: Figure) -> bool:
    return figure.trio is None and figure.numeral.form is Form.COUNT
