"""Waiting for the applicant: supplements, and what they share with payments: the clock stops on a recorded ground."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from motcua import clock, law
from motcua.acts import Actor, Role
from motcua.dossiers import queries, rules
from motcua.dossiers.actions import steps
from motcua.dossiers.actions.steps import touch
from motcua.dossiers.models import Dossier, Supplement
from motcua.dossiers.rules import Status
from motcua.ledger.actions import action, add, change, note, standing
from motcua.promises.rules import ZONE

__all__ = ["ask_supplement", "complete_supplement", "pause_by_rule", "rule_basis", "run_on", "station"]


def _mode(rule: str, at: datetime) -> clock.PauseMode:
    """Suspend or restart, by the rule of the day."""
    return clock.PauseMode(str(law.rule(rule, on=at.astimezone(ZONE).date()).value))


def rule_basis(rule: str, at: datetime) -> str:
    """The legal ground of a rule on that day."""
    return law.rule(rule, on=at.astimezone(ZONE).date()).basis


@action("dossier.ask_supplement")
def ask_supplement(
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID,
    items: tuple[str, ...],
    reason: str,
    answer_by: date | None = None,
    override_basis: str = "",
    seen: int | None = None,
) -> Dossier:
    """Ask the applicant for papers during processing: the promise pauses from now (SUPPLEMENT_CLOCK)."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_ask_supplement(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        **station(by=by, dossier=dossier),
        asked_times=dossier.supplements,
        items=items,
        reason=reason,
        override_basis=override_basis,
    )
    basis = override_basis or rule_basis("SUPPLEMENT_CLOCK", at)
    add(
        Supplement(
            ward_id=by.ward_id,
            dossier_id=dossier.pk,
            number=dossier.supplements + 2,  # 1 is kept for the request at the door
            stage=rules.Stage.PROCESSING.value,
            items=list(items),
            reason=reason,
            basis=basis,
            override_basis=override_basis,
            asked_at=at,
            asked_by=by.name,
            answer_by=answer_by,
        )
    )
    note(reason)
    pause_by_rule(by=by, at=at, dossier=dossier, rule="SUPPLEMENT_CLOCK", ground="supplement", basis=basis)
    return touch(by=by, at=at, dossier=dossier, status=Status.WAITING.value, supplements=dossier.supplements + 1)


def pause_by_rule(*, by: Actor, at: datetime, dossier: Dossier, rule: str, ground: str, basis: str) -> None:
    """Stop the clocks of a dossier as the rule of the day says."""
    steps.pause(by=by, at=at, dossier=dossier, mode=_mode(rule, at), ground=ground, basis=basis)


def run_on(*, by: Actor, at: datetime, dossier: Dossier, ground: str) -> None:
    """Let the clocks of a dossier run again by the calendar of today."""
    calendar = queries.pinned(by=by, dossier=dossier).calendar
    steps.resume(by=by, at=at, dossier=dossier, calendar=calendar, ground=ground)


def station(*, by: Actor, dossier: Dossier) -> dict[str, Any]:
    """What the rules ask about who works on a dossier now, and whether its step may be paused."""
    step = dossier.step
    plan = queries.pinned(by=by, dossier=dossier).plan
    at_step = next((s for s in plan.steps if step is not None and s.id == step.process_step_id), None)
    return {
        "unit_id": dossier.unit_id,
        "step_unit_id": step.unit_id if step else None,
        "step_role": Role(step.role) if step else None,
        "can_pause": at_step.can_pause if at_step else True,
    }


@action("dossier.complete_supplement")
def complete_supplement(
    *, by: Actor, at: datetime, dossier_id: UUID, remark: str = "", seen: int | None = None
) -> Dossier:
    """The applicant brought everything: the clock runs on, or from the start under the rule of the day it stopped."""
    dossier = queries.locked(by=by, dossier_id=dossier_id)
    rules.not_moved(seen=seen, version=dossier.seen_no, by_name=dossier.touched_by, at=dossier.touched_at)
    rules.may_resume(
        by=by,
        at=at,
        last_at=dossier.touched_at,
        status=Status(dossier.status),
        wanted=Status.WAITING,
        unit_id=dossier.unit_id,
    )
    for request in standing(
        dossier.supplement_requests.all(), lambda row: row.dossier_id == dossier.pk and row.done_at is None
    ):
        change(request, done_at=at, done_note=remark)
    note(remark)
    run_on(by=by, at=at, dossier=dossier, ground="Người nộp đã bổ sung đủ")
    return touch(by=by, at=at, dossier=dossier, status=Status.PROCESSING.value)
