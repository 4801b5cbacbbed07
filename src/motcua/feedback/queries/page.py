"""One feedback as an officer sees it: who owes what by when, what was said, what can be done now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from motcua.accounts import queries as accounts
from motcua.acts import Actor
from motcua.dossiers.queries.standing import Left, left
from motcua.feedback import rules
from motcua.feedback.models import Answer, Case, Photo, Sender, Word
from motcua.feedback.queries import cases, telling, words
from motcua.feedback.rules import Clock, Ground, Privacy, Status, Verb
from motcua.feedback.rules.likeness import NEAR_DAYS, Text, ranked
from motcua.files import queries as files
from motcua.files.models import StoredFile
from motcua.ledger import queries as ledger
from motcua.offices.models import Unit

__all__ = ["Owed", "Page", "Similar", "page", "photo", "similar", "workers"]

NEWEST = 8  # acts shown at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One promise of the feedback: what, until when, how it stands."""

    what: str
    due_at: datetime
    left: Left
    released: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Another feedback that may be the same matter."""

    case: Case
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything the page of one feedback shows."""

    case: Case
    about: str
    kind: str
    state: str
    channel: str
    privacy: str
    ground: str
    running: Left | None
    owed: list[Owed]
    said: list[Word]
    photos: list[Photo]
    answers: list[Answer]
    followers: list[Case]
    similar: list[Similar]
    told: list[telling.Told]
    offers: tuple[Verb, ...]
    sender: Sender | None  # of a named one, for who handles it; else it is opened by an act of its own
    sights: int

    @property
    def newest(self) -> list[telling.Told]:
        """The acts shown at once."""
        return self.told[:NEWEST]

    @property
    def older(self) -> list[telling.Told]:
        """The others."""
        return self.told[NEWEST:]


def page(*, by: Actor, at: datetime, code: str) -> Page:
    """One feedback. Raises Refused `missing`, `forbidden`. At most fourteen statements."""
    case = cases.get(by=by, code=code)
    calendar = cases.calendar_of(case.ward_id)
    offered = rules.offers(by=by, facts=cases.facts(case, at=at))
    named = case.privacy == Privacy.NAMED.value and Verb.SEE_SENDER in offered
    status = Status(case.status)
    owed = [
        Owed(
            what=str(words.CLOCKS[Clock(stage.clock)]),
            due_at=stage.promise.due_at,
            left=left(promise=stage.promise, at=at, calendar=calendar),
            released=stage.promise.released_at is not None,
        )
        for stage in cases.stages(case)
    ]
    return Page(
        case=case,
        about=words.about(case.category),
        kind=str(words.KINDS[rules.Kind(case.kind)]),
        state=str(words.STATUSES[status]),
        channel=str(words.CHANNELS[rules.Channel(case.channel)]),
        privacy=str(words.PRIVACIES[Privacy(case.privacy)]),
        ground=str(words.GROUNDS[Ground(case.ground)]) if status is Status.REJECTED else "",
        running=left(promise=case.promise, at=at, calendar=calendar)
        if case.promise is not None and not case.promise.closed
        else None,
        owed=owed,
        said=list(case.said.all()),
        photos=list(case.photos.all()),
        answers=list(case.answers.order_by("-round")),
        followers=list(case.followers.order_by("lodged_at")),
        similar=similar(by=by, case=case) if Verb.MERGE in offered else [],
        told=_told(by=by, case=case),
        offers=offered,
        sender=cases.sender_of(case) if named else None,
        sights=case.sights.count(),
    )


def _told(*, by: Actor, case: Case) -> list[telling.Told]:
    acts = list(ledger.of_subject(by=by, subject_id=case.pk)[:200])
    ids = {
        row["set"][name][1]
        for act in acts
        for row in act.changes
        for name in ("unit_id", "officer_id", "merged_into_id")
        if row["kind"] == "feedback" and name in row["set"] and row["set"][name][1]
    }
    names = {
        str(pk): name for pk, name in Unit.objects.filter(ward_id=by.ward_id, pk__in=ids).values_list("pk", "name")
    }
    names |= {str(pk): name for pk, name in accounts.people(by=by).filter(pk__in=ids).values_list("pk", "name")}
    names |= {
        str(pk): code for pk, code in Case.objects.filter(ward_id=by.ward_id, pk__in=ids).values_list("pk", "code")
    }
    return telling.tell(acts, names=names, case_id=str(case.pk))


def similar(*, by: Actor, case: Case) -> list[Similar]:
    """What may be the same matter: same category, near in time, alike in words and place. One statement."""
    around = timedelta(days=NEAR_DAYS)
    others = {
        other.code: other
        for other in cases.visible_to(by)
        .filter(
            category=case.category,
            merged_into__isnull=True,
            lodged_at__range=(case.lodged_at - around, case.lodged_at + around),
            status__in=[s.value for s in MAIN],
        )
        .exclude(pk=case.pk)
        .order_by("-lodged_at")[:300]
    }
    found = ranked(_text(case), ((code, _text(other)) for code, other in others.items()))
    return [Similar(case=others[code], percent=round(100 * score)) for code, score in found]


MAIN = (Status.HANDLING, Status.WAITING, Status.ANSWERED, Status.PUBLISHED, Status.CLOSED)


def _text(case: Case) -> Text:
    return Text(words=f"{case.subject} {case.text}", place=case.place, category=case.category, at=case.lodged_at)


def workers(*, by: Actor, at: datetime) -> list[tuple[str, str]]:
    """To whom feedback can be given: each unit, and in it each person; as `unit` or `unit:person`. One statement."""
    offered: dict[str, str] = {}
    held_roles = [role.value for role in rules.HOLDERS]
    for held in accounts.positions(by=by, at=at).filter(unit__valid_to__isnull=True, role__in=held_roles):
        offered.setdefault(str(held.unit_id), held.unit.name)
        offered.setdefault(f"{held.unit_id}:{held.person_id}", f"{held.unit.name} – {held.person.name}")
    return sorted(offered.items(), key=lambda pair: pair[1])


def photo(*, by: Actor, code: str, number: int) -> tuple[StoredFile, bytes]:
    """A photo of a feedback the actor may read. Raises Refused `missing`, `forbidden`."""
    case = cases.get(by=by, code=code)
    found = case.photos.filter(number=number).select_related("file").first()
    if found is None:
        raise cases.missing()
    return found.file, files.content(found.file)


def id_of(*, by: Actor, code: str) -> UUID:
    """The id behind a number. Raises Refused `missing`, `forbidden`."""
    return cases.get(by=by, code=code).pk
