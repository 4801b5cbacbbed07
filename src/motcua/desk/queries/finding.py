"""Search from the header: by code or its tail, name without accents, phone or ID number, procedure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua import vietnam
from motcua.acts import Actor, Refused
from motcua.dossiers import queries as dossiers
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import words
from motcua.dossiers.queries.cases import Option, options
from motcua.dossiers.rules import Status

__all__ = ["Found", "Group", "Hit", "exact", "find"]

SHOWN = 50  # dossiers; the newest first
FEWEST = 2  # letters or digits below which everything would match


class Group(StrEnum):
    """What of a dossier answers the words."""

    CODE = "code"
    NAME = "name"
    NUMBER = "number"
    PROCEDURE = "procedure"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A dossier found, and its state in words."""

    dossier: Dossier
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found, by what answered; `more` says that only the newest are shown."""

    groups: dict[Group, list[Hit]]
    procedures: list[Option]
    more: bool

    @property
    def count(self) -> int:
        """Dossiers shown."""
        return sum(len(hits) for hits in self.groups.values())


def exact(*, by: Actor, text: str) -> str:
    """The code of the ward's dossier that was typed in full; nothing otherwise."""
    try:
        return dossiers.by_code(by=by, code=vietnam.dossier_code(text)).code
    except Refused:
        return ""


def find(*, by: Actor, at: datetime, text: str) -> Found:
    """Dossiers and procedures that answer what was typed: two statements."""
    asked = vietnam.words(text)
    if sum(len(word) for word in asked) < FEWEST:
        return Found(groups={}, procedures=[], more=False)
    rows = list(
        dossiers.search(by=by, text=text)
        .select_related("version_pinned", "procedure", "step")
        .order_by("-lodged_at", "-pk")[: SHOWN + 1]
    )
    groups: dict[Group, list[Hit]] = {group: [] for group in Group}
    for row in rows[:SHOWN]:
        groups[_group(row, asked)].append(Hit(dossier=row, state=_state(row)))
    return Found(
        groups={group: hits for group, hits in groups.items() if hits},
        procedures=options(by=by, at=at, text=text),
        more=len(rows) > SHOWN,
    )


def _state(dossier: Dossier) -> str:
    status = Status(dossier.status)
    return dossier.step.name if status is Status.PROCESSING and dossier.step else str(words.STATUSES[status])


def _group(dossier: Dossier, asked: tuple[str, ...]) -> Group:
    answers = {
        Group.CODE: (dossier.code, dossier.external_code),
        Group.NAME: (dossier.applicant_name,),
        Group.NUMBER: (dossier.applicant_phone, dossier.applicant_id),
        Group.PROCEDURE: (dossier.procedure.code, dossier.version_pinned.name),
    }
    for group, texts in answers.items():
        known = [part for text in texts for word in vietnam.words(text) for part in (word, *word.split("."))]
        if all(any(word.startswith(a) for word in known) for a in asked):
            return group
    return Group.MIXED
