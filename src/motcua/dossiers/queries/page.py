"""Everything the dossier page shows, read in a constant number of statements."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from motcua import clock, vietnam
from motcua.accounts.models import Person
from motcua.acts import Actor, Role
from motcua.clock import ZONE, Channel, PauseMode
from motcua.dossiers.models import (
    Consultation,
    Dossier,
    Escalation,
    Extension,
    Mark,
    Paper,
    Payment,
    Result,
    Return,
    Step,
    Supplement,
)
from motcua.dossiers.queries import words
from motcua.dossiers.queries.holding import Context, missing, pinned, visible_to
from motcua.dossiers.queries.register import marks_of, may_read
from motcua.dossiers.queries.standing import Left, early_words, late_words, left
from motcua.dossiers.queries.stations import Station, stations
from motcua.dossiers.queries.telling import Names, Told, tell
from motcua.dossiers.rules import (
    GONE,
    End,
    ExtensionStatus,
    Money,
    PartyKind,
    ReturnWay,
    Status,
)
from motcua.dossiers.rules.offers import Facts, Verb, offers
from motcua.dossiers.rules.sentence import Sentence, Situation, called, sentence
from motcua.ledger import queries as ledger
from motcua.outages.queries import OfPromise, of_promise
from motcua.promises.models import DueChange, Pause
from motcua.promises.rules import Change, Outcome

__all__ = ["Page", "Why", "facts", "opened", "page", "why"]

MOST_ACTS = 200  # a dossier with more acts than these shows its newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The explanation panel: when, its days as a strip, its reasons, its heading."""

    due_at: datetime
    explanation: clock.Explanation
    heading: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The dossier page."""

    dossier: Dossier
    who: str
    sentence: Sentence
    left: Left | None
    step_left: Left | None
    late: str
    why: Why | None
    rail: list[Station]
    told: list[Told]
    papers: list[Paper]
    supplements: list[Supplement]
    payments: list[Payment]
    consultations: list[Consultation]
    extension: Extension | None
    rejected: list[Extension]
    escalations: list[Escalation]
    results: list[Result]
    handed: Return | None
    marks: list[Mark]
    open_marks: frozenset[UUID]  # those of them that this actor may read
    offers: tuple[Verb, ...]
    outages: list[OfPromise]

    @property
    def waiting_matter(self) -> Escalation | None:
        """The matter that waits for the chairman, if there is one."""
        return next((e for e in self.escalations if e.decided_at is None), None)


def opened(*, by: Actor, code: str) -> Dossier:
    """One dossier of the actor's ward with everything a page or a verb looks at. Raises Refused `missing`."""
    found = (
        visible_to(by)
        .select_related(
            "promise",
            "step__promise",
            "step__officer",
            "step__unit",
            "version_pinned",
            "case",
            "procedure",
            "process",
            "unit",
            "officer",
            "received_by",
        )
        .filter(code=vietnam.clean(code)[:60])
        .first()
    )
    if found is None:
        raise missing()
    return found


def facts(*, by: Actor, dossier: Dossier) -> Facts:
    """What the rules need to know before they say who may do what: two statements."""
    extension = dossier.extensions.exclude(status__in=[s.value for s in GONE]).first()
    return _facts(
        dossier=dossier,
        plan=pinned(by=by, dossier=dossier),
        extension=extension,
        escalated=dossier.escalations.filter(decided_at__isnull=True).exists(),
        unanswered=dossier.consultations.filter(answered_at__isnull=True).exists(),
    )


def _facts(*, dossier: Dossier, plan: Context, extension: Extension | None, escalated: bool, unanswered: bool) -> Facts:
    step = dossier.step
    steps = plan.plan.steps
    index = next((i for i, s in enumerate(steps) if step and s.id == step.process_step_id), 0)
    return Facts(
        status=Status(dossier.status),
        unit_id=dossier.unit_id,
        last_at=dossier.touched_at,
        money=Money(dossier.money),
        asked_times=dossier.supplements,
        step_unit_id=step.unit_id if step else None,
        step_role=Role(step.role) if step else None,
        step_officer_id=step.officer_id if step else None,
        first_step=index == 0,
        can_send_back=steps[index].can_send_back if step else False,
        can_pause=steps[index].can_pause if step else True,
        extension=ExtensionStatus(extension.status) if extension else None,
        broken=dossier.promise is not None and dossier.promise.broken_at is not None,
        escalated=escalated,
        unanswered=unanswered,
    )


def page(*, by: Actor, at: datetime, code: str) -> Page:
    """Read a dossier for its page. Raises Refused `missing`."""
    dossier = opened(by=by, code=code)
    plan = pinned(by=by, dossier=dossier)
    steps = list(dossier.steps.select_related("promise", "officer", "unit"))
    supplements = list(dossier.supplement_requests.all())
    consultations = list(dossier.consultations.select_related("promise"))
    extensions = list(dossier.extensions.all())
    escalations = list(dossier.escalations.select_related("assignee"))
    late_ones = dossier.promise is not None and dossier.promise.broken_at is not None
    marks = marks_of(dossier) if late_ones else []
    extension = next((e for e in extensions if e.status not in GONE), None)
    handed = Return.objects.filter(dossier_id=dossier.pk).first()
    reasons = why(dossier=dossier, plan=plan, at=at)
    late = _late(dossier=dossier, plan=plan, at=at)
    known = _facts(
        dossier=dossier,
        plan=plan,
        extension=extension,
        escalated=any(e.decided_at is None for e in escalations),
        unanswered=any(c.answered_at is None for c in consultations),
    )
    person = dossier.applicant_kind == PartyKind.PERSON.value
    who = called(name=dossier.applicant_name, sex=dossier.applicant_sex, person=person)
    promise, step = dossier.promise, dossier.step
    return Page(
        dossier=dossier,
        who=who,
        sentence=sentence(
            _situation(
                dossier=dossier,
                who=who,
                at=at,
                plan=plan,
                why=reasons,
                late=late,
                supplements=supplements,
                handed=handed,
            )
        ),
        left=left(promise=promise, at=at, calendar=plan.calendar) if promise else None,
        step_left=left(promise=step.promise, at=at, calendar=plan.calendar) if step and step.promise else None,
        late=late,
        why=reasons,
        rail=stations(steps=steps, plan=plan.plan, at=at, calendar=plan.calendar, ended=dossier.closed_at is not None)
        if steps
        else [],
        told=_told(by=by, dossier=dossier, steps=steps, consultations=consultations),
        papers=list(dossier.papers.select_related("file").order_by("added_at", "id")),
        supplements=supplements,
        payments=list(dossier.payments.all()),
        consultations=consultations,
        extension=extension,
        rejected=[e for e in extensions if e.status == ExtensionStatus.REJECTED.value],
        escalations=escalations,
        results=list(dossier.results.select_related("file").order_by("made_at")),
        handed=handed,
        marks=marks,
        open_marks=frozenset(m.pk for m in marks if may_read(by=by, mark=m)),
        offers=offers(by=by, at=at, facts=known),
        outages=of_promise(promise=promise, at=at) if promise else [],
    )


def _late(*, dossier: Dossier, plan: Context, at: datetime) -> str:
    """Lateness in words: up to now, up to the finish, or up to the moment the clock was stopped for good."""
    promise = dossier.promise
    if promise is None:
        return ""
    moment = promise.kept_at or promise.released_at or promise.paused_at or at
    return late_words(promise=promise, at=moment, calendar=plan.calendar)


def _situation(
    *,
    dossier: Dossier,
    who: str,
    at: datetime,
    plan: Context,
    why: Why | None,
    late: str,
    supplements: list[Supplement],
    handed: Return | None,
) -> Situation:
    promise, status = dossier.promise, Status(dossier.status)
    asked = next((s.asked_at for s in supplements), None)
    running = promise is not None and not promise.closed
    return Situation(
        status=status,
        who=who,
        now=at,
        lodged_at=dossier.lodged_at,
        end=End(dossier.end) if dossier.end else None,
        step=dossier.step.name if dossier.step and status is Status.PROCESSING else "",
        first_due_at=promise.first_due_at if promise else None,
        due_at=(why.due_at if why and promise.paused_at else promise.due_at) if promise else None,
        new_due_at=promise.extended_due_at if promise else None,
        paused_at=promise.paused_at if promise else None,
        outcome=Outcome(promise.outcome) if promise and promise.outcome else None,
        finished_at=dossier.finished_at,
        closed_at=dossier.closed_at,
        asked_at=asked,
        way=ReturnWay(handed.way) if handed else None,
        left=left(promise=promise, at=at, calendar=plan.calendar).words if promise and running and not late else "",
        late=late,
        early=early_words(promise=promise, at=promise.kept_at, calendar=plan.calendar)
        if promise and promise.kept_at
        else "",
    )


def why(*, dossier: Dossier, plan: Context, at: datetime) -> Why | None:
    """Why that date: the clock's own reasons over the facts of the dossier. None before it is accepted."""
    promise = dossier.promise
    if promise is None or dossier.accepted_at is None:
        return None
    rows = list(Pause.objects.filter(promise_id=promise.pk).order_by("starts"))
    version = dossier.version_pinned
    until = promise.kept_at or promise.released_at or at
    explanation = clock.explain(
        start=dossier.accepted_at,
        limit=promise.limit,
        calendar=plan.calendar,
        pauses=[
            clock.Pause(
                start=row.starts,
                end=row.ends or (until if promise.closed else None),
                mode=PauseMode(row.mode),
                ground=_ground(row),
            )
            for row in rows
        ],
        channel=Channel(dossier.channel),
        until=until,
        basis=_("Thủ tục %(code)s, bản có hiệu lực từ %(day)s")
        % {"code": dossier.procedure.code, "day": f"{version.valid_from:%d/%m/%Y}"},
    )
    due_at = explanation.due.at
    stops = f", tạm dừng {len(rows)} lần" if rows else ""
    return Why(
        due_at=due_at,
        explanation=explanation,
        heading=_("Vì sao hẹn ngày %(day)s?") % {"day": f"{due_at.astimezone(ZONE):%d/%m}"},
        said=f"{promise.limit.words()}{stops}",
    )


def _ground(row: Pause) -> str:
    said = str(words.GROUNDS.get(row.ground, row.ground))
    return f"{said} ({row.basis})" if row.basis else said


def _told(*, by: Actor, dossier: Dossier, steps: list[Step], consultations: list[Consultation]) -> list[Told]:
    """The timeline, newest first: the acts on this dossier and the days on which a calendar moved its due."""
    acts = list(ledger.of_subject(by=by, subject_id=dossier.pk)[:MOST_ACTS])
    given = {
        str(row["set"]["officer_id"][1])
        for act in acts
        for row in act.changes
        if row["set"].get("officer_id", [0, 0])[1]
    }
    ids = {UUID(text) for text in given}
    people = {
        str(pk): name for pk, name in Person.objects.filter(Q(ward_id=by.ward_id), pk__in=ids).values_list("pk", "name")
    }
    told = tell(
        acts,
        Names(
            steps={str(s.pk): s.name for s in steps},
            people=people,
            bodies={str(c.pk): c.body for c in consultations},
        ),
    )
    moved = (
        DueChange.objects.filter(promise_id=dossier.promise_id, why=Change.RECOMPUTED.value)
        if dossier.promise_id and dossier.promise and dossier.promise.due_changes
        else DueChange.objects.none()
    )
    told += [_recomputed(row) for row in moved]
    return sorted(told, key=lambda line: (line.at, line.number), reverse=True)


def _recomputed(row: DueChange) -> Told:
    days = {
        "old": f"{row.old_due_at.astimezone(ZONE):%d/%m}",
        "new": f"{row.new_due_at.astimezone(ZONE):%d/%m}",
    }
    return Told(at=row.at, who=row.by_name, what=_("Lịch làm việc đổi: %(old)s → %(new)s") % days, remark=row.ground)


def next_close(*, plan: Context, after: datetime, days: int) -> datetime:
    """The close of the working day so many working days after a moment."""
    day = clock.working_days_after(day=after.astimezone(ZONE).date(), n=days, calendar=plan.calendar)
    return plan.calendar.close_of(day)
