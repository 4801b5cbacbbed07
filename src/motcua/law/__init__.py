"""The law as dated records: `law.rule("REAPPOINTMENT_MAX", on=day)` → value, basis, days, certainty."""

from datetime import date

from motcua.law.rulebook import Rulebook
from motcua.law.rules import Certainty, Rule, Value

__all__ = ["Certainty", "Rule", "Rulebook", "Value", "all_rules", "history", "rule"]

_COMMON = Rulebook()


def rule(rule_id: str, /, *, on: date) -> Rule:
    """The common record of `rule_id` in force on `on`.

    Raises Refused `law.no_rule` when the day lies outside every record, KeyError for an id nobody wrote.
    """
    return _COMMON.rule(rule_id, on=on)


def history(rule_id: str, /) -> tuple[Rule, ...]:
    """Every common record of a rule, oldest first. KeyError for an id nobody wrote."""
    return _COMMON.history(rule_id)


def all_rules() -> tuple[Rule, ...]:
    """Every common record, by id and date."""
    return _COMMON.all_rules()
