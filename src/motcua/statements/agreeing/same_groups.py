"""A list of the same names as another one that comes to its whole in full: then it is of all there is too.

"Nhận 460 hồ sơ, trong đó xã Đông 210, xã Tây 250. Trả 430 hồ sơ, trong đó xã Đông 201, xã Tây 213": no word says that
the second list is all, but the first shows that there is no third commune.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.own_words import ahead_of_figure, own_words
from motcua.statements.signs.quantities import Known
from motcua.sums import Force, Relation, judge

__all__ = ["of_same_groups"]

_LEAST = 2  # groups

_Names = frozenset[frozenset[str]]


def of_same_groups(
    text: str, relations: Sequence[Relation], figures: Sequence[Figure], found: Known
) -> Iterator[Relation]:
    """The same relations; sums over such lists are claimed."""
    values = {one.index: one.value for one in found.quantities}
    prose = [one for one in figures if one.trio is None]
    at = {one.index: place for place, one in enumerate(prose)}
    names = [_names(text, one, prose, at, figures, found) if one.breakdown else None for one in relations]
    full = [(one, each) for one, each in zip(relations, names, strict=True) if each and judge(one, values).holds]
    known, told = {each for _, each in full}, {which for one, _ in full for which in _parts(one)}
    for one, each in zip(relations, names, strict=True):
        yield replace(one, force=Force.CLAIMED) if each in known and not told.intersection(_parts(one)) else one


def _parts(one: Relation) -> list[int]:
    return [which for weight, which in one.sums[0] if weight < 0]


def _names(
    text: str,
    one: Relation,
    prose: Sequence[Figure],
    at: dict[int, int],
    figures: Sequence[Figure],
    found: Known,
) -> _Names | None:
    """What leads to each of its parts; None when two are led to alike, or one by no word, or some are not told."""
    parts = [figures[found.quantities[which].figures[0]] for which in _parts(one)]
    if any(part.index not in at or part.more for part in parts):
        return None
    told = frozenset(own_words(ahead_of_figure(text, prose, at[part.index])) for part in parts)
    return told if len(told) == len(parts) >= _LEAST and all(told) else None
