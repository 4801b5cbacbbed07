"""Grave words go to the leaders; checks are recorded, explained, and followed until what was asked for is met."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused
from motcua.conduct import queries, rules
from motcua.conduct.models import Check, Demand, Matter, Photo, Presence
from motcua.files import actions as files
from motcua.ledger.actions import action, add, change, subject
from motcua.offices import queries as offices

__all__ = ["close_matter", "explain_check", "explain_matter", "meet_demand", "raise_matter", "record_check"]


@action("matter.raise")
def raise_matter(*, by: Actor, at: datetime, answer_id: UUID) -> Matter:
    """Tell the leaders of one grave answer. Called by the sweep; a second call finds nothing to raise."""
    answer = queries.grave(by=by).filter(pk=answer_id).first()
    if answer is None:
        raise Refused("missing", "Không có phiếu này để nêu.", "There is no such answer to raise.")
    return add(Matter(ward_id=by.ward_id, answer_id=answer.pk, raised_at=at))


@action("matter.explain")
def explain_matter(*, by: Actor, at: datetime, matter_id: UUID, words: str) -> Matter:
    """The officer concerned says their side; only once their name is said at all (queries.named).

    Raises Refused `missing`, `forbidden`, `conduct.explained`, `conduct.words`.
    """
    matter = queries.matter_locked(by=by, matter_id=matter_id)
    officer_id = queries.officer_of(by=by, at=at, matter=matter)
    rules.may_explain(by=by, person_id=officer_id, explained_at=matter.explained_at)
    return change(matter, explanation=rules.said(words, field="words"), explained_at=at)


@action("matter.close")
def close_matter(*, by: Actor, at: datetime, matter_id: UUID, words: str) -> Matter:
    """A leader says what follows. Raises Refused `missing`, `forbidden`, `conduct.closed`, `conduct.words`."""
    rules.may_close(by)
    matter = queries.matter_locked(by=by, matter_id=matter_id)
    if matter.closed_at is not None:
        raise Refused("conduct.closed", f"{matter.closed_by} đã kết luận việc này.", "This was concluded already.")
    return change(matter, decision=rules.said(words, field="words"), closed_at=at, closed_by=by.name)


@action("check.record")
def record_check(
    *,
    by: Actor,
    at: datetime,
    held_at: datetime,
    unit_id: UUID,
    place: str,
    checker: str,
    seen: Sequence[str],
    words: str = "",
    found: Mapping[UUID, rules.Presence] | None = None,
    demand: str = "",
    due_on: date | None = None,
    photos: Sequence[tuple[str, bytes]] = (),
    again_id: UUID | None = None,
) -> Check:
    """Record a check as it was: it is never changed afterwards.

    Raises Refused `forbidden`, `check.future`, `check.observation`, `check.demand`, `conduct.words`, `missing`,
    `file.*`.
    """
    rules.may_record(by)
    if held_at > at:
        raise Refused("check.future", "Giờ kiểm tra chưa tới.", "The check lies in the future.", field="held_at")
    codes = rules.observed(codes=list(seen), words=words)
    rules.of_demand(demand=demand, due_on=due_on, held_at=held_at)
    if not offices.units(by=by).filter(pk=unit_id).exists():
        raise Refused("missing", "Không có đơn vị này trong phường.", "There is no such unit.")
    before = queries.check(by=by, check_id=again_id) if again_id else None
    check = add(
        Check(
            ward_id=by.ward_id,
            held_at=held_at,
            unit_id=unit_id,
            place=place,
            checker=checker,
            seen=codes,
            words=words.strip(),
            again=before,
            recorded_at=at,
            recorded_by=by.name,
        )
    )
    for person_id, state in (found or {}).items():
        person = accounts.person(by=by, person_id=person_id)
        add(Presence(ward_id=by.ward_id, of=check, person_id=person.pk, found=state.value))
    if demand.strip() and due_on is not None:
        add(Demand(ward_id=by.ward_id, of=check, words=rules.said(demand, field="demand"), due_on=due_on))
    for name, content in photos:
        file = files.store(by=by, at=at, name=name, content=content)
        add(Photo(ward_id=by.ward_id, of=check, file_id=file.pk))
    subject(check)
    return check


@action("check.explain")
def explain_check(*, by: Actor, at: datetime, check_id: UUID, words: str) -> Presence:
    """Somebody who was noted says their side. Raises Refused `missing`, `forbidden`, `conduct.*`."""
    check = queries.check(by=by, check_id=check_id)
    mine = Presence.objects.select_for_update().filter(of_id=check.pk, person_id=by.id).first()
    rules.may_explain(
        by=by, person_id=mine.person_id if mine else None, explained_at=mine.explained_at if mine else None
    )
    assert mine is not None
    subject(check)
    return change(mine, explanation=rules.said(words, field="words"), explained_at=at)


@action("check.meet_demand")
def meet_demand(*, by: Actor, at: datetime, demand_id: UUID, words: str) -> Demand:
    """A leader saw that a demand is met, and says how. Raises Refused `missing`, `forbidden`, `conduct.*`."""
    rules.may_meet(by)
    demand = Demand.objects.select_for_update().filter(ward_id=by.ward_id, pk=demand_id).first()
    if demand is None:
        raise Refused("missing", "Không có yêu cầu này.", "There is no such demand.")
    if demand.met_at is not None:
        raise Refused("conduct.met", f"{demand.met_by} đã ghi là xong.", "It is recorded as met already.")
    return change(demand, proof=rules.said(words, field="words"), met_at=at, met_by=by.name)
