"""What is owed on the way: opening a stage with its promise, closing it. Only called inside the verbs of this room."""

from datetime import datetime
from uuid import UUID

from motcua.acts import Actor
from motcua.clock import ZONE, Calendar
from motcua.clock import PauseMode as Mode
from motcua.ledger.actions import add, change
from motcua.petitions import rules
from motcua.petitions.models import Petition, Remark, StageOwed
from motcua.petitions.queries import holding
from motcua.petitions.rules import Stage, StageEnd, Verb
from motcua.petitions.rules.deadlines import Term
from motcua.promises import actions as promises
from motcua.promises import queries as owed
from motcua.promises.rules import Kind

__all__ = ["begin", "close_stage", "drop_all", "find", "lengthen", "open_stage", "remark", "touch"]


def begin(
    *, verb: Verb, by: Actor, at: datetime, petition_id: UUID, seen: int | None
) -> tuple[Petition, list[StageOwed]]:
    """Lock a petition and ask whether the verb may be done to it; its open stages come along."""
    petition = holding.locked(by=by, at=at, petition_id=petition_id)
    stages = holding.stages(petition)
    facts = holding.facts(by=by, petition=petition, open_stages=frozenset(Stage(row.stage) for row in stages))
    rules.may(verb=verb, by=by, at=at, facts=facts)
    rules.not_moved(seen=seen, version=petition.seen_no, by_name=petition.touched_by, at=petition.touched_at)
    return petition, stages


def find(stages: list[StageOwed], stage: Stage) -> StageOwed | None:
    """The open stage of one kind."""
    return next((row for row in stages if row.stage == stage.value), None)


def open_stage(
    *,
    by: Actor,
    at: datetime,
    petition: Petition,
    stage: Stage,
    term: Term,
    start: datetime,
    calendar: Calendar,
) -> StageOwed:
    """Owe one more thing, counted from `start`, by whoever handles the petition or else by the leadership."""
    day = at.astimezone(ZONE).date()
    promise = promises.make(
        by=by,
        at=at,
        kind=Kind.PETITION,
        unit_id=holding.unit_of(ward_id=by.ward_id, person_id=petition.handler_id, on=day),
        officer_id=petition.handler_id,
        start=start,
        limit=term.limit,
        calendar=calendar,
    )
    return add(
        StageOwed(
            ward_id=by.ward_id,
            petition=petition,
            stage=stage.value,
            promise=promise,
            basis=term.basis[:200],
            opened_at=at,
        )
    )


def close_stage(*, by: Actor, at: datetime, row: StageOwed, end: StageEnd) -> None:
    """End a stage: done keeps its promise, early or late for ever; any other end releases it."""
    if row.promise.paused_at is not None:
        promises.resume(
            by=by, at=at, promise=row.promise, calendar=holding.calendar(by.ward_id), ground="Kết thúc tạm dừng"
        )
    if end is StageEnd.DONE:
        promises.keep(by=by, at=at, promise=row.promise)
    else:
        promises.release(by=by, at=at, promise=row.promise)
    change(row, closed_at=at, end=end.value)


def drop_all(*, by: Actor, at: datetime, stages: list[StageOwed]) -> None:
    """Nobody owes these any more."""
    for row in stages:
        close_stage(by=by, at=at, row=row, end=StageEnd.DROPPED)


def lengthen(*, by: Actor, at: datetime, petition: Petition, row: StageOwed, term: Term, calendar: Calendar) -> None:
    """Give a stage the longer term of the law: a new promise counted from the same moment, with the same pauses."""
    before = owed.pauses(row.promise)
    start = row.promise.counted_from
    close_stage(by=by, at=at, row=row, end=StageEnd.EXTENDED)
    longer = open_stage(
        by=by, at=at, petition=petition, stage=Stage(row.stage), term=term, start=start, calendar=calendar
    ).promise
    for pause in before:
        if pause.ends is not None:
            promises.pause(
                by=by, at=pause.starts, promise=longer, mode=Mode(pause.mode), ground=pause.ground, basis=pause.basis
            )
            promises.resume(by=by, at=pause.ends, promise=longer, calendar=calendar, ground=pause.ground)


def remark(*, by: Actor, at: datetime, petition: Petition, verb: str, text: str) -> None:
    """Keep what was written beside an act, outside the ledger."""
    if text.strip():
        add(Remark(ward_id=by.ward_id, petition=petition, verb=verb, text=text.strip(), at=at, by_name=by.name))


def touch(*, by: Actor, at: datetime, petition: Petition, **fields: object) -> Petition:
    """Set fields on a petition and say who did it last."""
    return change(petition, **fields, seen_no=petition.seen_no + 1, touched_at=at, touched_by=by.name)
