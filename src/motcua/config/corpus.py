"""How well the checker reads: our own statements with expected verdicts, counted.

A wrong figure is found when a check that fails, or the correction that stands out, speaks of it (where nobody can tell
which figure is wrong: of one of those it may be). A check that fails and speaks of none is a false alarm. A correction
is right when it is the one that stands out and gives the figure that was meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from motcua import statements, vietnam
from motcua.statements.checking import check
from motcua.statements.signs.numerals import spot
from motcua.statements.signs.spoken import number, spoken
from motcua.statements.telling.report import Finding, Report, report
from motcua.sums import places

__all__ = ["ANNOUNCED", "HELD_OUT", "Item", "Score", "score", "statements_of"]

ROOT = Path(statements.__file__).parent / "corpus"
HELD_OUT = "held_out"  # not looked at while the checker was made, but counted often
ANNOUNCED = "announced"  # the same, announced before it was written and counted once: docs/check-statement.md


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A wrong figure of a statement: as printed, as meant (None when nobody can tell), and what else it may be."""

    printed: str
    right: str | None
    told: bool
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A statement and what a careful auditor says of it."""

    id: str
    text: str
    traits: tuple[str, ...]
    wrong: tuple[Wrong, ...]
    why: str


@dataclass(slots=True, kw_only=True)
class Score:
    """Counts over a part of the corpus; `failed` names the statements that were not read as expected."""

    statements: int = 0
    found: int = 0
    missed: int = 0
    alarms: int = 0
    mended: int = 0
    unmended: int = 0
    misled: int = 0
    failed: list[str] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """For people and machines: how often an alarm is right, and how many of the errors were found."""
        return {
            "statements": self.statements,
            "inconsistencies": _rates(self.found, self.alarms, self.missed),
            "corrections": _rates(self.mended, self.misled, self.unmended),
            "failed": self.failed,
        }


def _rates(right: int, wrong: int, missed: int) -> dict[str, Any]:
    return {
        "precision": round(right / (right + wrong), 3) if right + wrong else None,
        "recall": round(right / (right + missed), 3) if right + missed else None,
        "right": right,
        "wrong": wrong,
        "missed": missed,
    }


def statements_of(part: str) -> Iterator[Item]:
    """The statements of a part: "" for those the checker was made with, HELD_OUT or ANNOUNCED."""
    for path in sorted((ROOT / part).glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield Item(
                id=row["id"],
                text=row["text"],
                traits=tuple(row["traits"]),
                wrong=tuple(_wrong(one) for one in row["wrong"] or ()),
                why=row["why"],
            )


def _wrong(row: dict[str, Any]) -> Wrong:
    right = row["right"]
    return Wrong(
        printed=str(row["printed"]),
        right=None if right is None else str(right),
        told=bool(row["told"]),
        near=tuple(str(one) for one in row.get("near") or ()),
    )


def score(part: str) -> Score:
    """Check every statement of a part and count."""
    total = Score()
    for item in statements_of(part):
        before = (total.missed, total.alarms, total.unmended, total.misled)
        _count(total, item, report(check(item.text)))
        total.statements += 1
        if (total.missed, total.alarms, total.unmended, total.misled) != before:
            total.failed.append(item.id)
    return total


def _count(total: Score, item: Item, found: Report) -> None:
    hits: set[int] = set()
    for one in found.wrong:
        named = {index for index, _, _ in one.mends[0].changes if index is not None} if one.told else set[int]()
        spoken = {_bare(found.entries[index].text) for index in {*one.entries, *named}}
        meant = {n for n, wrong in enumerate(item.wrong) if spoken & {_bare(w) for w in (wrong.printed, *wrong.near)}}
        hits |= meant
        total.alarms += not meant
    total.found += len(hits)
    total.missed += len(item.wrong) - len(hits)
    proposed = {change for one in found.wrong if one.told for change in _changes(one, found)}
    wanted = [wrong for wrong in item.wrong if wrong.told and wrong.right is not None]
    right = {(wrong.printed, wrong.right) for wrong in wanted if _proposed(wrong, proposed)}
    total.mended += len(right)
    total.unmended += len(wanted) - len(right)
    total.misled += sum(not any(_same(wrong, change) for wrong in wanted) for change in proposed)


def _changes(one: Finding, found: Report) -> Iterator[tuple[str, Decimal]]:
    for index, _, value in one.mends[0].changes:
        if index is not None:
            yield _bare(found.entries[index].text), value


def _proposed(wrong: Wrong, proposed: set[tuple[str, Decimal]]) -> bool:
    return any(_same(wrong, change) for change in proposed)


def _same(wrong: Wrong, change: tuple[str, Decimal]) -> bool:
    """Whether a proposal is the expected one, in whichever way the number is written."""
    printed, value = change
    if printed != _bare(wrong.printed) or wrong.right is None:
        return False
    ways = {str(value), f"{value:,}", vietnam.number(value, places(value)), str(value).replace(".", ",")}
    said = {Decimal(which) for noun in ("hồ sơ", "dossiers") for _, _, which in spoken(f"{wrong.right} {noun}")}
    read = {one.value for foreign in (False, True) for one in spot(wrong.right, in_english=foreign)}
    return _bare(wrong.right) in ways or value in read or (said or {Decimal(number(wrong.right))}) == {value}


def _bare(text: str) -> str:
    """A number without its spaces and its unit."""
    return text.replace(" ", "").replace("\u00a0", "").rstrip("%").removesuffix("đồng")
