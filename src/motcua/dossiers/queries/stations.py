"""The steps of a dossier as a timetable: due, actual, station, who, difference."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.clock import Calendar
from motcua.dossiers.models import Step
from motcua.dossiers.queries import words
from motcua.dossiers.queries.standing import early_words, late_words
from motcua.dossiers.rules import StepEnd
from motcua.procedures.rules import CasePlan, StepPlan

__all__ = ["Station", "stations"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One station of the rail. `state` is done, at or next; `late` when its own due was missed."""

    name: str
    state: str
    who: str
    due_at: datetime | None = None
    closed_at: datetime | None = None
    note: str = ""
    difference: str = "–"
    late: bool = False


def stations(*, steps: Iterable[Step], plan: CasePlan, at: datetime, calendar: Calendar, ended: bool) -> list[Station]:
    """The stations walked, the one the dossier is at, and those to come."""
    walked = list(steps)
    drawn = [_walked(step, at, calendar) for step in walked]
    reached = walked[-1].order if walked else -1
    if ended:
        return drawn
    return drawn + [_to_come(step) for step in plan.steps if step.order > reached]


def _walked(step: Step, at: datetime, calendar: Calendar) -> Station:
    promise = step.promise
    moment = step.closed_at or at
    late = (
        late_words(promise=promise, at=min(moment, promise.paused_at or moment), calendar=calendar) if promise else ""
    )
    early = early_words(promise=promise, at=moment, calendar=calendar) if promise and step.closed_at else ""
    return Station(
        name=step.name,
        state="done" if step.closed_at else "at",
        who=_who(step),
        due_at=promise.due_at if promise else None,
        closed_at=step.closed_at,
        note=_note(step),
        difference=late.replace("trễ", "+", 1) if late else early or ("–" if promise is None else _in_time(step)),
        late=bool(late),
    )


def _in_time(step: Step) -> str:
    return _("đúng hạn") if step.closed_at else _("trong hạn")


def _note(step: Step) -> str:
    said = {StepEnd.SENT_BACK.value: _("trả lại"), StepEnd.ENDED.value: _("dừng ở đây")}.get(step.end, "")
    return ": ".join(part for part in (said, step.note) if part)


def _who(step: Step) -> str:
    if step.closed_by:
        return step.closed_by
    return step.officer.name if step.officer else step.unit.name


def _to_come(step: StepPlan) -> Station:
    return Station(name=step.name, state="next", who=str(words.ROLES[step.role]))
