"""What the checker says is wrong in a text, in the forms in which tests compare it."""

from decimal import Decimal

from motcua.statements.checking import check
from motcua.statements.judging.verdicts import Check, Verdict
from motcua.statements.telling.report import report

__all__ = ["failing", "failing_rates", "failing_values", "fails", "wrong"]


def wrong(text: str) -> list[str]:
    """The sentences in which it says so."""
    return [one.why for one in report(check(text)).wrong]


def fails(text: str) -> bool:
    """Whether anything is wrong."""
    return bool(failing(text))


def failing(text: str) -> list[Check]:
    """Every check that fails."""
    return [one for one in check(text).checks if one.verdict is Verdict.INCONSISTENT]


def failing_values(text: str) -> list[set[Decimal]]:
    """The values of the figures of every check that fails."""
    values = [one.value for one in check(text).known.quantities]
    return [{values[which] for which in one.relation.quantities} for one in failing(text)]


def failing_rates(text: str) -> list[Decimal]:
    """The rates that fail."""
    values = [one.value for one in check(text).known.quantities]
    return [values[one.relation.printed] for one in failing(text) if one.relation.printed >= 0]
