"""Into the book: receive, classify, split, join."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from motcua import clock, vietnam
from motcua.accounts import queries as accounts
from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.ledger.actions import action, add, change, number
from motcua.offices import actions as offices
from motcua.petitions import rules
from motcua.petitions.actions.papers import keep_file
from motcua.petitions.actions.stages import begin, close_stage, find, open_stage, remark, touch
from motcua.petitions.models import Accused, Identity, Petition, Visit
from motcua.petitions.queries import holding
from motcua.petitions.rules import (
    SECRET,
    Channel,
    End,
    Matter,
    NewPetition,
    Part,
    Stage,
    StageEnd,
    Status,
    Verb,
    deadlines,
)

__all__ = ["accuse", "classify", "join", "receive", "split"]


@action("petition.receive")
def receive(*, by: Actor, at: datetime, new: NewPetition, files: Iterable[tuple[str, bytes]] = ()) -> Petition:
    """Write a petition into the book of the year and owe its first handling. `files` are names and bytes.

    Plain values, so that a door may pass on what came as feedback. Source: law.md §10.3, §10.4.
    """
    rules.may_receive(by)
    rules.written(
        text=new.content,
        field="content",
        vi="Chưa ghi nội dung đơn. Tóm tắt người viết nói gì, xin gì.",
        en="Write down what the petition says.",
    )
    rules.may_represent(people=new.signers, named=new.representatives, on=at.astimezone(ZONE).date())
    before = _before(by=by, at=at, previous_id=new.previous_id)
    _not_written_yet(by=by, new=new)
    petition = _entered(by=by, at=at, received_at=at, new=new, previous=before)
    for name, content in files:
        keep_file(by=by, at=at, petition=petition, title=name, content=content)
    return petition


def _not_written_yet(*, by: Actor, new: NewPetition) -> None:
    """A feedback becomes one petition, also when two people hand it over at once: they come one after the other."""
    if new.channel is not Channel.FEEDBACK or not new.origin:
        return
    offices.lock(by.ward_id)
    if Petition.objects.filter(ward_id=by.ward_id, channel=new.channel.value, origin=new.origin).exists():
        raise Refused(
            "petition.written",
            f"Phản ánh {new.origin} đã có trong sổ.",
            f"Feedback {new.origin} is in the book already.",
            field="origin",
        )


def _before(*, by: Actor, at: datetime, previous_id: UUID | None) -> Petition | None:
    if previous_id is None:
        return None
    found = holding.visible_to(by, at).filter(pk=previous_id).first()
    if found is None:
        raise holding.missing()
    return found


def _entered(
    *,
    by: Actor,
    at: datetime,
    received_at: datetime,
    new: NewPetition,
    previous: Petition | None = None,
    whole: Petition | None = None,
) -> Petition:
    """A new line of the book with what is kept apart from it, and its first stage."""
    secret = new.matter in SECRET
    year = at.astimezone(ZONE).year
    petition = add(
        Petition(
            ward_id=by.ward_id,
            year=year,
            channel=new.channel.value,
            origin=new.origin[:200],
            matter=new.matter.value,
            secret=secret,
            gist="" if secret else new.gist[:300],
            named=bool(new.name.strip()),
            signers=new.signers,
            second=previous is not None,
            previous=previous,
            whole=whole,
            status=Status.RECEIVED.value if whole is None else Status.CLASSIFIED.value,
            received_at=received_at,
            received_by_id=by.id if by.positions else None,
            touched_at=at,
            touched_by=by.name,
        )
    )
    number(ward_id=by.ward_id, series=f"petitions/{year}", row=petition, field="number", form=int)
    said = f"{new.gist}\n{new.content}" if secret and new.gist else new.content
    add(
        Identity(
            ward_id=by.ward_id,
            petition=petition,
            name=new.name[:200],
            id_number=new.id_number,
            address=new.address[:400],
            phone=new.phone,
            representatives=new.representatives,
            content=said,
        )
    )
    accuse(by=by, names=new.accused, people=new.accused_ids, petition=petition)
    calendar = holding.calendar(by.ward_id)
    term = deadlines.initial(matter=new.matter, continued=previous is not None, start=received_at, calendar=calendar)
    open_stage(by=by, at=at, petition=petition, stage=Stage.INITIAL, term=term, start=received_at, calendar=calendar)
    return petition


def accuse(
    *,
    by: Actor,
    names: Iterable[str],
    people: Iterable[UUID],
    petition: Petition | None = None,
    visit: Visit | None = None,
) -> None:
    """Write down against whom it is: names as typed, officers as chosen."""
    chosen = list(people)
    found = [(None, name) for name in names if name.strip()]
    officers = accounts.people(by=by).filter(pk__in=chosen).order_by("pk")
    for person_id, name in [*found, *((person.pk, person.name) for person in officers)]:
        add(
            Accused(
                ward_id=by.ward_id,
                petition=petition,
                visit=visit,
                person_id=person_id,
                name=name.strip()[:200],
                name_folded=vietnam.fold(name)[:200],
            )
        )


@action("petition.classify")
def classify(
    *,
    by: Actor,
    at: datetime,
    petition_id: UUID,
    matter: Matter,
    gist: str = "",
    accused: Iterable[str] = (),
    accused_ids: Iterable[UUID] = (),
    text: str = "",
    seen: int | None = None,
) -> Petition:
    """Say what a petition is. Where that makes the first due nearer, the nearer one is owed; never a later one."""
    petition, stages = begin(verb=Verb.CLASSIFY, by=by, at=at, petition_id=petition_id, seen=seen)
    if matter is Matter.UNCLEAR:
        raise Refused("petition.unclear", "Chọn loại đơn.", "Choose what the petition is.", field="matter")
    secret = matter in SECRET
    if not secret:
        rules.written(
            text=gist,
            field="gist",
            vi="Ghi trích yếu, một dòng hiện trong sổ.",
            en="Write the line that the book shows.",
        )
    accuse(by=by, names=accused, people=accused_ids, petition=petition)
    remark(by=by, at=at, petition=petition, verb=Verb.CLASSIFY.value, text=text)
    if secret:
        _hide_visit(petition)
    first = find(stages, Stage.INITIAL)
    if first is not None:
        calendar = holding.calendar(by.ward_id)
        start = petition.received_at
        term = deadlines.initial(matter=matter, continued=petition.second, start=start, calendar=calendar)
        if clock.due(start=start, limit=term.limit, calendar=calendar).at < first.promise.due_at:
            close_stage(by=by, at=at, row=first, end=StageEnd.REPLACED)
            open_stage(by=by, at=at, petition=petition, stage=Stage.INITIAL, term=term, start=start, calendar=calendar)
    return touch(
        by=by,
        at=at,
        petition=petition,
        matter=matter.value,
        secret=secret,
        gist="" if secret else gist.strip()[:300],
        status=Status.CLASSIFIED.value,
    )


def _hide_visit(petition: Petition) -> None:
    """A visit at which a denunciation was handed in is as secret as the denunciation."""
    visit = Visit.objects.select_for_update().filter(petition_id=petition.pk).first()
    if visit is not None:
        change(visit, secret=True)


@action("petition.split")
def split(*, by: Actor, at: datetime, petition_id: UUID, parts: Iterable[Part], seen: int | None = None) -> Petition:
    """Divide a petition that says several things into one for each, counted from the same receipt."""
    petition, stages = begin(verb=Verb.SPLIT, by=by, at=at, petition_id=petition_id, seen=seen)
    wanted = list(parts)
    if len(wanted) < 2 or any(part.matter not in rules.SETTLED_CLASSES for part in wanted):
        raise Refused(
            "petition.parts",
            "Tách thành ít nhất hai đơn, mỗi đơn một loại rõ ràng.",
            "Split it into two at least, each of one clear class.",
            field="parts",
        )
    identity = Identity.objects.get(petition_id=petition.pk)
    accused = list(petition.accused.all())
    for part in wanted:
        new = NewPetition(
            channel=Channel.SPLIT,
            matter=part.matter,
            name=identity.name,
            address=identity.address,
            phone=identity.phone,
            id_number=identity.id_number,
            content=identity.content,
            gist=part.gist,
            accused=tuple(row.name for row in accused if row.person_id is None),
            accused_ids=tuple(row.person_id for row in accused if row.person_id is not None),
            signers=petition.signers,
            representatives=identity.representatives,
        )
        _entered(by=by, at=at, received_at=petition.received_at, new=new, whole=petition)
    for row in stages:
        close_stage(by=by, at=at, row=row, end=StageEnd.REPLACED)
    return _closed(by=by, at=at, petition=petition, end=End.SPLIT)


@action("petition.join")
def join(
    *, by: Actor, at: datetime, petition_id: UUID, year: int, number: int, text: str = "", seen: int | None = None
) -> Petition:
    """Join a petition that says the same as an earlier one to it."""
    petition, stages = begin(verb=Verb.JOIN, by=by, at=at, petition_id=petition_id, seen=seen)
    first = holding.visible_to(by, at).filter(year=year, number=number).exclude(pk=petition.pk).first()
    if first is None or first.joined_to_id is not None or first.received_at > petition.received_at:
        raise Refused(
            "petition.first",
            "Không có đơn trước nào mang số này. Xem lại số và năm.",
            "There is no earlier petition of this number.",
            field="number",
        )
    remark(by=by, at=at, petition=petition, verb=Verb.JOIN.value, text=text)
    for row in stages:
        close_stage(by=by, at=at, row=row, end=StageEnd.DONE)
    change(petition, joined_to=first)
    return _closed(by=by, at=at, petition=petition, end=End.JOINED)


def _closed(*, by: Actor, at: datetime, petition: Petition, end: End) -> Petition:
    return touch(by=by, at=at, petition=petition, status=Status.CLOSED.value, end=end.value, closed_at=at)
