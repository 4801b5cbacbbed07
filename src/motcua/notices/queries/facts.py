"""What a page of acts speaks of, read in few statements: dossiers, and the rows the acts added."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from motcua.dossiers.models import Dossier, Extension, Payment, Result, Supplement
from motcua.feedback.models import Answer, Case
from motcua.ledger.models import Act
from motcua.promises.models import DueChange

__all__ = ["Facts", "facts"]

# Rows that an act may have added or changed, by the kind the ledger names them with.
TOLD_OF: dict[str, QuerySet[Any]] = {
    "supplement": Supplement.objects.all(),
    "payment": Payment.objects.all(),
    "extension": Extension.objects.all(),
    "result": Result.objects.all(),
    "due_change": DueChange.objects.all(),
    "feedback": Case.objects.select_related("sender", "promise", "ward"),
    "feedback_answer": Answer.objects.all(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Dossiers by id and by promise, and every row the acts name, by kind and id."""

    dossiers: dict[UUID, Dossier]
    promised: dict[UUID, Dossier]
    rows: dict[tuple[str, UUID], Any]

    def named(self, act: Act, kind: str) -> list[Any]:
        """The rows of a kind that an act added or changed, in its order."""
        return [self.rows[key] for key in _keys(act, kind) if key in self.rows]


def _keys(act: Act, *kinds: str) -> list[tuple[str, UUID]]:
    return [(row["kind"], UUID(row["id"])) for row in act.changes if row["kind"] in kinds]


def facts(acts: Sequence[Act]) -> Facts:
    """At most nine statements, however many acts."""
    wanted: dict[str, set[UUID]] = {}
    for act in acts:
        for kind, pk in _keys(act, *TOLD_OF):
            wanted.setdefault(kind, set()).add(pk)
    rows: dict[tuple[str, UUID], Any] = {}
    for kind, pks in wanted.items():
        rows |= {(kind, row.pk): row for row in TOLD_OF[kind].filter(pk__in=pks)}
    moved = {row.promise_id for (kind, _), row in rows.items() if kind == "due_change"}
    subjects = {act.subject_id for act in acts if act.subject_kind == Dossier.KIND}
    found = _dossiers(pk__in=subjects)
    elsewhere = _dossiers(promise_id__in=moved - {d.promise_id for d in found}) if moved else []
    return Facts(
        dossiers={d.pk: d for d in found},
        promised={d.promise_id: d for d in (*found, *elsewhere) if d.promise_id},
        rows=rows,
    )


def _dossiers(**where: Iterable[UUID]) -> list[Dossier]:
    return list(Dossier.objects.filter(**where).select_related("promise", "version_pinned", "ward"))
