"""Figures of several units and of all of them together: what adds up for one count is meant to add up for every one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Topic
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import Force, Kind, Relation, weighted

__all__ = ["of_all_units"]

_MOST_UNITS = 12  # scopes before a total that may be its units
_LEAST = 100  # from this value on, units that come to a total by chance are rare
_TOGETHER = re.compile(
    r"(?<!\w)(?:cả|toàn|tổng|cộng|tính chung|gộp|tất cả|all|both|together|total|overall|whole|combined)(?!\w)",
    re.IGNORECASE,
)

_PERIOD = re.compile(r"(?<!\w)(?:tháng|quý|tuần|month|quarter|week|q[1-4])(?!\w)", re.IGNORECASE)
_AT_A_TIME = ("pending", "carried")  # what is there at the end of a period is not added over periods

_Named = Mapping[str, int]  # quantities by their standard names


def of_all_units(figures: Sequence[Figure], found: Known) -> Iterator[Relation]:
    """The sums of each count over the units that the text tells of before all of them; these stand in one paragraph."""
    by_scope: dict[tuple[Topic | None, int], dict[str, int]] = {}
    for (scope, topic, key), which in found.named.items():
        if scope < TABLES:
            by_scope.setdefault((topic, scope), {})[key] = which
    for (topic, last), named in by_scope.items():
        every = list(_by_place(named, figures, found))
        for first in range(max(0, last - _MOST_UNITS), last - 1):
            units = [unit for scope in range(first, last) if (unit := by_scope.get((topic, scope)))]
            for total in every if len(units) > 1 else ():
                yield from _Together(total=total, units=units, figures=figures, found=found).sums()


def _by_place(named: _Named, figures: Sequence[Figure], found: Known) -> Iterator[_Named]:
    """What is named in each section of the text."""
    places = {key: figures[found.quantities[which].figures[0]].section for key, which in named.items()}
    for place in {*places.values()}:
        yield {key: named[key] for key in named if places[key] == place}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Together:
    """Counts that may be those of all these units."""

    total: _Named
    units: Sequence[_Named]
    figures: Sequence[Figure]
    found: Known

    def sums(self) -> Iterator[Relation]:
        """The sums, when enough of them hold; one that holds is enough where words say that all are meant."""
        over_time = all(self._over_time(unit) for unit in self.units)
        whole = {**self._unnamed(), **self.total}
        checks = [
            weighted([which], [unit[key] for unit in self.units])
            for key, which in whole.items()
            if all(key in unit for unit in self.units) and not (over_time and key.startswith(_AT_A_TIME))
        ]
        holding = [one for one in checks if not sum(weight * self._value(which) for weight, which in one)]
        least = 1 if self._says_all(whole) and any(self._value(one[0][1]) >= _LEAST for one in holding) else 2
        if len(holding) >= max(least, len(checks) - 1):
            yield from (Relation(kind=Kind.SUM, force=Force.CLAIMED, sums=(one,)) for one in checks)

    def _value(self, which: int) -> Decimal:
        return self.found.quantities[which].value

    def _over_time(self, unit: _Named) -> bool:
        """Whether a unit is a period and no place."""
        first = self.figures[min(self.found.quantities[which].figures[0] for which in unit.values())]
        return _PERIOD.search(first.words) is not None

    def _first(self) -> Figure:
        return self.figures[min(self.found.quantities[which].figures[0] for which in self.total.values())]

    def _says_all(self, whole: _Named) -> bool:
        told = [self.figures[self.found.quantities[which].figures[0]] for which in whole.values()]
        return any(_TOGETHER.search(one.words) for one in told)

    def _unnamed(self) -> dict[str, int]:
        """A total without a label counts what comes first of each unit: "Cộng ba phòng 8.019 hồ sơ, đúng hạn 7.943"."""
        first = self._first()
        before = self.figures[first.index - 1] if first.index else first
        plain = before.counts and not before.key and before.numeral.form is Form.COUNT and before.topic is first.topic
        if not plain or before.block != first.block or not _TOGETHER.search(before.words):
            return {}
        leading = {min(unit, key=lambda key: unit[key]) for unit in self.units}
        return {leading.pop(): self.found.of_figure[before.index]} if len(leading) == 1 else {}
