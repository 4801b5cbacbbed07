"""Looking a rule up by its id and a day, with a ward's own records laid over the common ones."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from motcua.acts import Refused
from motcua.law.records import RECORDS
from motcua.law.rules import Rule

__all__ = ["Rulebook"]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The common records and, above them, the records a ward has added.

    A local record wins over a common one on every day it covers; of two local records the later start wins.
    """

    extra: tuple[Rule, ...] = ()
    _local: dict[str, tuple[Rule, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_local", _by_id(self.extra))

    def rule(self, rule_id: str, /, *, on: date) -> Rule:
        """The record of `rule_id` in force on `on`.

        Raises Refused `law.no_rule` when the day lies outside every record, KeyError when no such rule was
        ever written (a misspelt id is a bug, not an answer).
        """
        for candidate in reversed(self.history(rule_id)):
            if candidate.covers(on):
                return candidate
        raise Refused(
            "law.no_rule",
            f"Chưa có quy định {rule_id} cho ngày {on:%d/%m/%Y}. Bổ sung quy định hoặc xem lại ngày.",
            f"There is no record of rule {rule_id} for {on.isoformat()}. Add one or check the day.",
            source=rule_id,
        )

    def history(self, rule_id: str, /) -> tuple[Rule, ...]:
        """Every record of a rule, the weakest first: common ones by date, then the ward's own by date."""
        return _COMMON.get(rule_id, ()) + self._local.get(rule_id, ()) or _unknown(rule_id)

    def all_rules(self) -> tuple[Rule, ...]:
        """Every record, by id and date; the ward's own after the common ones of the same id."""
        ids = sorted(_COMMON.keys() | self._local.keys())
        return tuple(record for rule_id in ids for record in self.history(rule_id))


def _by_id(records: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = {}
    for record in sorted(records, key=lambda record: record.since):
        found.setdefault(record.id, []).append(record)
    return {rule_id: tuple(group) for rule_id, group in found.items()}


def _unknown(rule_id: str) -> tuple[Rule, ...]:
    raise KeyError(f"no rule is called {rule_id!r}")


_COMMON = _by_id(RECORDS)
