"""Figures that a text says again, in its conclusion or beside others said again, with one small slip."""

import re
from collections.abc import Iterator, Mapping, Sequence

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Topic
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import SMALL, Force, Kind, Relation, slip, weighted

__all__ = ["restated"]

_LEAST = 100  # from this value on, two figures that are one slip apart by chance are rare
_LOOKING_BACK = re.compile(
    r"(?<!\w)(?:với|trong (?:tổng )?số|trên tổng|tổng hợp|tóm lại|nhìn chung|như vậy|tựu trung|nêu trên|nói trên|"
    r"kể trên|đánh giá|kết luận|out of|of the|with|overall|in (?:sum|short|total)|altogether|conclusion)(?!\w)",
    re.IGNORECASE,
)
_OTHER = re.compile(  # another time, place or field: no figure of before
    r"(?<!\w)(?:tháng|quý|năm|tuần|ngày|kỳ|lĩnh vực|phường|xã|thôn|tổ dân phố|riêng|cả hai|cả ba|trước|"
    r"kế hoạch|chỉ tiêu|dự kiến|"
    r"month|quarter|year|week|field|ward|commune|hamlet|both|last|previous|plan|target|expected)(?!\w)",
    re.IGNORECASE,
)

_Named = Mapping[tuple[Topic | None, str], int]


def restated(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """What a later scope says again of an earlier one: "Với 3.148 hồ sơ tiếp nhận và 3.327 hồ sơ đã giải quyết …"."""
    scopes: dict[int, dict[tuple[Topic | None, str], int]] = {}
    for (scope, topic, key), which in found.named.items():
        if scope < TABLES:
            scopes.setdefault(scope, {})[topic, key] = which
    for later in sorted(scopes):
        for earlier in sorted(scopes):
            if earlier < later:
                yield from _again(scopes[earlier], scopes[later], figures, found)


def _again(first: _Named, after: _Named, figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    shared = [name for name in after if name in first]
    if len(shared) < len(after):
        return  # it says something of its own
    value = {which: found.quantities[which].value for which in (*first.values(), *after.values())}
    apart = [name for name in shared if value[first[name]] != value[after[name]]]
    same = len(shared) - len(apart)
    if len(apart) != 1:
        return
    old, new = first[apart[0]], after[apart[0]]
    if min(value[old], value[new]) < _LEAST or slip(value[old], value[new]) not in SMALL:
        return
    told = [figures[one] for one in found.quantities[new].figures]
    if any(one.numeral.form is not Form.COUNT or not one.counts or _OTHER.search(one.words) for one in told):
        return
    if same or any(_LOOKING_BACK.search(one.words) for one in told):
        yield Relation(kind=Kind.SUM, force=Force.LIKELY, sums=(weighted([old], [new]),))
