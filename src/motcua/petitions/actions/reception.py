"""Citizen reception: the plan of the chairman's day, what became of it each week, the book of visits."""

from datetime import date, datetime, time
from uuid import UUID

from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused, Role
from motcua.clock import ZONE
from motcua.ledger.actions import action, add, change, number, subject
from motcua.ledger.actions import hold as keep_row
from motcua.petitions import rules
from motcua.petitions.actions.receiving import accuse, receive
from motcua.petitions.models import Look, Petition, ReceptionPlan, Sitting, Visit, Visitor
from motcua.petitions.queries import holding
from motcua.petitions.rules import SECRET, Capacity, Channel, NewPetition, NewVisit, VisitResult, deadlines
from motcua.promises import actions as promises
from motcua.promises import queries as owed
from motcua.promises.rules import Kind

__all__ = ["hold", "miss", "plan", "record", "reply", "see_visitor"]

OWING = frozenset({VisitResult.TAKEN, VisitResult.PROMISED})


def _may_plan(by: Actor) -> None:
    if not by.has(Role.CHAIRMAN, Role.LEADER, Role.CLERK):
        raise rules.forbidden()


@action("reception.plan")
def plan(
    *, by: Actor, at: datetime, valid_from: date, weekday: int, opens: time, closes: time, place: str
) -> ReceptionPlan:
    """Say on which weekday the chairman receives people, from a day on. Source: law.md §10.2, Art. 15."""
    _may_plan(by)
    if valid_from < at.astimezone(ZONE).date():
        raise Refused(
            "reception.past",
            "Lịch chỉ đổi từ hôm nay trở đi; những tuần đã qua giữ nguyên.",
            "A plan begins today at the earliest; past weeks stay as they were.",
            field="valid_from",
        )
    if opens >= closes:
        raise Refused(
            "reception.hours", "Giờ kết thúc phải sau giờ bắt đầu.", "It must end after it begins.", field="closes"
        )
    same = ReceptionPlan.objects.filter(ward_id=by.ward_id, valid_from=valid_from).select_for_update().first()
    fields = {"weekday": weekday, "opens": opens, "closes": closes, "place": place.strip()[:200]}
    if same is not None:
        return change(same, **fields)
    return add(
        ReceptionPlan(
            ward_id=by.ward_id,
            valid_from=valid_from,
            weekday=weekday,
            opens=opens,
            closes=closes,
            place=place.strip()[:200],
        )
    )


def _free_week(by: Actor, week: date) -> None:
    if Sitting.objects.filter(ward_id=by.ward_id, week=week).exists():
        raise Refused(
            "reception.week",
            "Tuần này đã ghi rồi. Sổ không sửa lại được.",
            "This week is on record already; the record is not rewritten.",
        )


@action("reception.hold")
def hold(
    *,
    by: Actor,
    at: datetime,
    held_on: date,
    person_id: UUID,
    capacity: Capacity,
    authority: str = "",
    reason: str = "",
) -> Sitting:
    """Write down who sat on the chairman's day of a week: the chairman, or a deputy with the letter that says so."""
    _may_plan(by)
    if held_on > at.astimezone(ZONE).date():
        raise Refused("reception.ahead", "Buổi này chưa đến.", "This day has not come.", field="held_on")
    if capacity is Capacity.DEPUTY:
        rules.written(
            text=authority,
            field="authority",
            vi="Ghi số văn bản ủy quyền của Chủ tịch.",
            en="Give the chairman's letter of authority.",
        )
    week = rules.monday(held_on)
    _free_week(by, week)
    accounts.person(by=by, person_id=person_id)
    return add(
        Sitting(
            ward_id=by.ward_id,
            week=week,
            held_on=held_on,
            person_id=person_id,
            capacity=capacity.value,
            authority=authority.strip()[:200],
            reason=reason.strip()[:300],
            written_at=at,
            written_by=by.name,
        )
    )


@action("reception.miss")
def miss(*, by: Actor, at: datetime, week: date, reason: str) -> Sitting:
    """Write down why the chairman's day of a week was not held. The week stays in the list with its reason."""
    _may_plan(by)
    monday = rules.monday(week)
    if monday > at.astimezone(ZONE).date():
        raise Refused("reception.ahead", "Tuần này chưa đến.", "This week has not come.", field="week")
    rules.written(
        text=reason,
        field="reason",
        vi="Ghi vì sao tuần này không tiếp, và hẹn lại khi nào.",
        en="Say why nobody was received.",
    )
    _free_week(by, monday)
    return add(Sitting(ward_id=by.ward_id, week=monday, reason=reason.strip()[:300], written_at=at, written_by=by.name))


@action("reception.record")
def record(*, by: Actor, at: datetime, new: NewVisit, with_chairman: bool = False) -> Visit:
    """Write a visit into the book; a petition handed in with it gets its own number in the same act."""
    rules.may_receive(by)
    day = at.astimezone(ZONE).date()
    rules.may_come_online(way=new.way, on=day)
    rules.written(text=new.name, field="name", vi="Ghi tên người đến.", en="Give the visitor's name.")
    rules.written(text=new.content, field="content", vi="Ghi nội dung.", en="Write down what they said.")
    if new.result in {VisitResult.EXPLAINED, VisitResult.REFUSED}:
        rules.written(
            text=new.outcome,
            field="outcome",
            vi="Ghi đã giải thích, trả lời hoặc từ chối vì sao.",
            en="Say what they were told, or why they were refused.",
        )
    rules.may_represent(people=new.people, named=new.representatives, on=day)
    secret = new.matter in SECRET
    petition = _handed_in(by=by, at=at, new=new) if new.result is VisitResult.TAKEN else None
    calendar = holding.calendar(by.ward_id)
    term = deadlines.reply(start=at)
    promise = (
        promises.make(
            by=by,
            at=at,
            kind=Kind.PETITION,
            unit_id=holding.unit_of(ward_id=by.ward_id, person_id=by.id, on=day),
            officer_id=by.id,
            start=at,
            limit=term.limit,
            calendar=calendar,
        )
        if new.result in OWING
        else None
    )
    visit = add(
        Visit(
            ward_id=by.ward_id,
            year=day.year,
            came_at=at,
            way=new.way.value,
            matter=new.matter.value,
            secret=secret,
            people=new.people,
            grouped=rules.is_group(people=new.people, on=day),
            result=new.result.value,
            with_chairman=with_chairman,
            received_by_id=by.id,
            petition=petition,
            promise=promise,
        )
    )
    number(ward_id=by.ward_id, series=f"receptions/{day.year}", row=visit, field="number", form=int)
    add(
        Visitor(
            ward_id=by.ward_id,
            visit=visit,
            name=new.name[:200],
            id_number=new.id_number,
            address=new.address[:400],
            phone=new.phone,
            representatives=new.representatives,
            content=new.content,
            so_far=new.so_far,
            requests=new.requests,
            outcome=new.outcome,
        )
    )
    accuse(by=by, names=new.accused, people=new.accused_ids, visit=visit)
    subject(visit)
    return visit


def _handed_in(*, by: Actor, at: datetime, new: NewVisit) -> Petition:
    return receive(
        by=by,
        at=at,
        new=NewPetition(
            channel=Channel.RECEPTION,
            matter=new.matter,
            name=new.name,
            address=new.address,
            phone=new.phone,
            id_number=new.id_number,
            content="\n".join(part for part in (new.content, new.requests) if part),
            gist=new.gist or ("" if new.matter in SECRET else new.content.split("\n")[0][:300]),
            accused=new.accused,
            accused_ids=new.accused_ids,
            signers=new.people,
            representatives=new.representatives,
        ),
    )


def _locked(*, by: Actor, at: datetime, visit_id: UUID) -> Visit:
    """One visit that the actor may know of, locked."""
    if not holding.visits_visible_to(by, at).filter(pk=visit_id).exists():
        raise Refused("missing", "Không có lượt tiếp này.", "There is no such visit.")
    return keep_row(Visit.objects.select_for_update().get(pk=visit_id))


@action("reception.reply")
def reply(*, by: Actor, at: datetime, visit_id: UUID, text: str) -> Visit:
    """Write down what they were answered; the promise is kept now. Source: law.md §10.2, Art. 28."""
    rules.may_receive(by)
    visit = _locked(by=by, at=at, visit_id=visit_id)
    if visit.secret and by.id != visit.received_by_id and not by.has(Role.CHAIRMAN):
        raise rules.forbidden()
    if visit.promise_id is None or visit.replied_at is not None:
        raise Refused("reception.replied", "Lượt này không còn nợ trả lời.", "No answer is owed here any more.")
    rules.written(text=text, field="text", vi="Ghi đã trả lời thế nào.", en="Say what was answered.")
    promises.keep(by=by, at=at, promise=owed.locked(ward_id=by.ward_id, promise_id=visit.promise_id))
    change(Visitor.objects.select_for_update().get(visit_id=visit.pk), reply=text)
    return change(visit, replied_at=at)


@action("reception.see_visitor")
def see_visitor(*, by: Actor, at: datetime, visit_id: UUID) -> Look:
    """Write down that somebody looked at who came in secret: the chairman, or whoever received them."""
    rules.may_receive(by)
    visit = _locked(by=by, at=at, visit_id=visit_id)
    if by.id != visit.received_by_id and not by.has(Role.CHAIRMAN):
        raise rules.forbidden()
    subject(visit)
    return add(Look(ward_id=by.ward_id, visit=visit, what="visitor", person_id=by.id, at=at))
