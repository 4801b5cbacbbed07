"""Which single figure, changed, makes the sums agree again? Best guess first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from motcua.sums.rules import Identity, Rate, check, check_rates

__all__ = ["Repair", "repair"]

_Count = tuple[int, int]  # broken identities, broken rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One figure, what is printed and what it should be.

    `changed_digits` counts digits replaced, added or dropped. A repair is a proposal: the printed value stays
    on record beside it and a person decides.
    """

    key: str
    printed: int
    proposed: int
    changed_digits: int
    fixes_all_identities: bool
    fixes_rates: bool


def repair(
    figures: Mapping[str, int], identities: Sequence[Identity], rates: Sequence[Rate] = ()
) -> tuple[Repair, ...]:
    """Every change of one figure that leaves fewer identities broken, or as many and fewer rates; best first.

    Candidates are the values that solve an identity for one of its figures and, for every figure, the values
    one digit away (which reaches figures that only rates speak of). None is negative. Better means: more
    identities hold, then more rates, then fewer digits change, then the smaller difference. Nothing wrong
    gives (). Raises Refused `sums.missing`.
    """
    before = _broken(figures, identities, rates)
    if before == (0, 0):
        return ()
    rules: tuple[Identity | Rate, ...] = (*identities, *rates)
    found: list[tuple[_Count, Repair]] = []
    for key in dict.fromkeys(key for rule in rules for key in rule.keys):
        near_identities = [identity for identity in identities if key in identity.keys]
        near_rates = [rate for rate in rates if key in rate.keys]
        here = _broken(figures, near_identities, near_rates)
        for value in _candidates(key, figures, near_identities):
            now = _broken({**figures, key: value}, near_identities, near_rates)
            if now < here:
                after = (before[0] - here[0] + now[0], before[1] - here[1] + now[1])
                found.append((after, _repair(key, figures[key], value, after)))
    found.sort(key=lambda entry: (entry[0], *_closeness(entry[1])))
    return tuple(proposal for _, proposal in found)


def _broken(figures: Mapping[str, int], identities: Sequence[Identity], rates: Sequence[Rate]) -> _Count:
    return (
        sum(not verdict.holds for verdict in check(figures, identities)),
        sum(not verdict.holds for verdict in check_rates(figures, rates)),
    )


def _candidates(key: str, figures: Mapping[str, int], identities: Sequence[Identity]) -> list[int]:
    values = {*_solutions(key, figures, identities), *_one_digit_away(figures[key])}
    return sorted(value for value in values if value >= 0)


def _solutions(key: str, figures: Mapping[str, int], identities: Sequence[Identity]) -> Iterator[int]:
    """The values of `key` that make one identity hold while every other figure stays as printed."""
    for verdict in check(figures, identities):
        weight = verdict.identity.left.count(key) - verdict.identity.right.count(key)
        if weight and verdict.difference % weight == 0:
            yield figures[key] + verdict.difference // weight


def _one_digit_away(value: int) -> Iterator[int]:
    digits = str(abs(value))
    for place in range(len(digits)):
        for digit in "0123456789":
            yield int(digits[:place] + digit + digits[place + 1 :])


def _repair(key: str, printed: int, proposed: int, after: _Count) -> Repair:
    return Repair(
        key=key,
        printed=printed,
        proposed=proposed,
        changed_digits=_changed_digits(str(printed), str(proposed)),
        fixes_all_identities=after[0] == 0,
        fixes_rates=after[1] == 0,
    )


def _closeness(proposal: Repair) -> tuple[int, int, str]:
    return proposal.changed_digits, abs(proposal.proposed - proposal.printed), proposal.key


def _changed_digits(old: str, new: str) -> int:
    """The least number of digits to replace, add or drop (edit distance)."""
    row = list(range(len(new) + 1))
    for i, a in enumerate(old, start=1):
        above = row
        row = [i]
        for j, b in enumerate(new, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b)))
    return row[-1]
