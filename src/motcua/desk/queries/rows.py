"""One row of the desk: what stands in it, read with everything its rules ask, in one statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua import vietnam
from motcua.acts import Actor, Role
from motcua.clock import ZONE, Calendar
from motcua.desk import rules
from motcua.desk.rules import Badge, Edges, Measure, Next, Owed, Rank, Station
from motcua.dossiers import queries as dossiers
from motcua.dossiers.models import Consultation, Dossier, Escalation, Result, Supplement
from motcua.dossiers.rules import ExtensionStatus, Money, Status
from motcua.dossiers.rules.offers import Facts, Verb
from motcua.forecast import queries as forecast
from motcua.procedures.models import ProcessStep
from motcua.procedures.rules import StepKind
from motcua.promises.models import Promise
from motcua.promises.rules import Outcome
from motcua.watch.rules import Band

__all__ = ["Action", "Row", "built", "detailed", "owed_of"]

AHEAD = (Rank.SOON, Rank.LATER)  # late and due today are said already


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """The button of a row; `main` is the one filled button of its band."""

    label: str
    href: str
    main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A promise row, as `ui/parts/row.html` draws it."""

    pk: str  # what the batch sends: the dossier and the state it was seen in
    code: str
    href: str
    applicant: str
    procedure: str
    step: str
    step_note: str
    kind: str
    words: str
    due_words: str
    warned: str  # what the reader was warned of, where the badge does not say it
    units: float
    used: float
    late: float
    paused: bool
    can: str
    act: Action
    onward: str  # what completing its step is called
    rank: Rank
    risk: str = ""  # the mark of what may be late and is not yet due: its words with what was counted
    risk_why: str = ""


def detailed(rows: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Rows with what the next action depends on: the coming step, the apology, open questions, missing papers."""
    of_row = {"dossier_id": OuterRef("pk")}
    coming = ProcessStep.objects.filter(process_id=OuterRef("process_id"), order__gt=OuterRef("step__order"))
    question = Consultation.objects.filter(**of_row, answered_at__isnull=True).order_by("asked_at")
    asked = Supplement.objects.filter(**of_row, done_at__isnull=True)
    return rows.select_related(
        "promise", "step__promise", "step__process_step", "step__officer", "step__unit", "version_pinned"
    ).annotate(
        following=Subquery(coming.order_by("order").values("kind")[:1]),
        question_body=Subquery(question.values("body")[:1]),
        question_late=Subquery(question.annotate(until=F("promise__late_after")).values("until")[:1]),
        apology=dossiers.slip_status(),
        asked_items=Subquery(asked.values("items")[:1]),
        has_result=Exists(Result.objects.filter(**of_row)),
        escalated=Exists(Escalation.objects.filter(**of_row, decided_at__isnull=True)),
    )


def built(
    rows: Iterable[Dossier],
    *,
    by: Actor,
    edges: Edges,
    calendar: Calendar,
    with_holder: bool = False,
    bands: Mapping[UUID, Band] | None = None,
) -> list[Row]:
    """The rows of detailed dossiers; `with_holder` says on whose desk each lies, `bands` of what one was warned.

    Those whose day has not come are asked how likely they are to be late: four statements more, one in a ward that has
    learnt nothing yet, none where there are no such rows.
    """
    told = bands or {}
    made = [(d, _row(d, by=by, edges=edges, calendar=calendar, with_holder=with_holder, bands=told)) for d in rows]
    ahead = [d.pk for d, row in made if row.rank in AHEAD and Status(d.status) is Status.PROCESSING]
    risks = forecast.chance(by=by, at=edges.at, dossier_ids=ahead, calendar=calendar)
    return [replace(row, risk=risks[d.pk].words, risk_why=risks[d.pk].why) if d.pk in risks else row for d, row in made]


def owed_of(promise: Promise | None) -> Owed | None:
    """A promise as the rules of the desk see it."""
    if promise is None:
        return None
    return Owed(
        limit=promise.limit,
        counted_from=promise.counted_from,
        first_due_at=promise.first_due_at,
        due_at=promise.due_at,
        late_after=promise.late_after,
        extended_due_at=promise.extended_due_at,
        paused_at=promise.paused_at,
        kept_at=promise.kept_at,
        outcome=Outcome(promise.outcome) if promise.outcome else None,
    )


def _row(
    dossier: Dossier,
    *,
    by: Actor,
    edges: Edges,
    calendar: Calendar,
    with_holder: bool,
    bands: Mapping[UUID, Band],
) -> Row:
    status, owed = Status(dossier.status), owed_of(dossier.promise)
    rank = rules.rank(status=status, owed=owed, edges=edges)
    badge = rules.badge(status=status, owed=owed, edges=edges, calendar=calendar)
    drawn = rules.measure(owed=owed, at=edges.at, calendar=calendar) if owed else Measure(units=1, used=0)
    facts, station = _facts(dossier), _station(dossier)
    following = rules.next_act(
        by=by,
        at=edges.at,
        code=dossier.code,
        facts=facts,
        station=station,
        late=rank is Rank.LATE,
        answer_late=bool(facts.unanswered and _extra(dossier, "question_late") < edges.at),
    )
    return Row(
        pk=f"{dossier.pk}.{dossier.seen_no}",
        code=dossier.code,
        href=f"/dossiers/{dossier.code}/",
        applicant=dossier.applicant_name,
        procedure=dossier.version_pinned.name,
        step=_step(dossier, status),
        step_note=_step_note(dossier, status, edges.at, with_holder=with_holder),
        kind=badge.kind,
        words=_words(badge, rank, status, owed, dossier, edges.at),
        due_words=_due_words(rank, status, owed, dossier, edges.at),
        warned=_warned(dossier, rank, bands),
        units=drawn.units,
        used=drawn.used,
        late=drawn.late,
        paused=drawn.paused,
        can=_can(by=by, at=edges.at, facts=facts, station=station),
        act=_action(following),
        onward=_(rules.onward(station)),
        rank=rank,
    )


def _extra(dossier: Dossier, name: str) -> datetime:
    value = getattr(dossier, name)
    assert isinstance(value, datetime)
    return value


def _action(following: Next) -> Action:
    return Action(label=_(following.label), href=following.href)


def _facts(dossier: Dossier) -> Facts:
    step, apology = dossier.step, getattr(dossier, "apology", None)
    return Facts(
        status=Status(dossier.status),
        unit_id=dossier.unit_id,
        last_at=dossier.touched_at,
        money=Money(dossier.money),
        asked_times=dossier.supplements,
        step_unit_id=step.unit_id if step else None,
        step_role=Role(step.role) if step else None,
        step_officer_id=step.officer_id if step else None,
        extension=ExtensionStatus(apology) if apology else None,
        broken=dossier.promise is not None and dossier.promise.broken_at is not None,
        escalated=bool(getattr(dossier, "escalated", False)),
        unanswered=bool(getattr(dossier, "question_body", None)),
    )


def _station(dossier: Dossier) -> Station:
    if dossier.step is None:
        return Station()
    plan, following = dossier.step.process_step, getattr(dossier, "following", None)
    return Station(
        kind=StepKind(plan.kind),
        following=StepKind(following) if following else None,
        must_note=plan.must_note,
        must_result=plan.must_result,
        has_result=bool(getattr(dossier, "has_result", False)),
    )


def _can(*, by: Actor, at: datetime, facts: Facts, station: Station) -> str:
    """What the batch may do to this row, as words the page's script counts."""
    able = []
    if rules.may_go_in_batch(by=by, at=at, facts=facts, station=station):
        able.append(Verb.ADVANCE.value)
    if facts.step_unit_id is not None:
        able.append("print")
        if facts.status is not Status.FINISHED:
            able.append(Verb.ASSIGN.value)
    return " ".join(able)


# -- words -----------------------------------------------------------------------------------------------------


def _step(dossier: Dossier, status: Status) -> str:
    said = {
        Status.LODGED: _("Kiểm tra hồ sơ"),
        Status.AWAITING: _("Chờ hoàn thiện"),
        Status.WAITING: _("Chờ bổ sung"),
        Status.OWING: _("Chờ nộp tiền"),
        Status.FINISHED: _("Trả kết quả"),
    }.get(status)
    return said or (dossier.step.name if dossier.step else "")


def _step_note(dossier: Dossier, status: Status, at: datetime, *, with_holder: bool) -> str:
    step = dossier.step
    if status is Status.LODGED:
        return ""
    if status is Status.FINISHED and dossier.finished_at:
        return _("xong %(when)s") % {"when": _short(dossier.finished_at, at)}
    if status in {Status.WAITING, Status.AWAITING} and getattr(dossier, "asked_items", None):
        count = len(dossier.asked_items)  # type: ignore[attr-defined]  # annotated by `detailed`
        return ngettext("thiếu %(n)s giấy", "thiếu %(n)s giấy", count) % {"n": count}
    body = getattr(dossier, "question_body", None)
    parts = [_("chờ %(body)s trả lời") % {"body": body}] if body else []
    if not parts and step and step.promise:
        parts.append(_("hạn %(when)s") % {"when": _short(step.promise.due_at, at)})
    if with_holder and step:
        parts.append(step.officer.name if step.officer else _("chưa giao ai"))
    return " · ".join(parts)


def _short(when: datetime, at: datetime) -> str:
    """`11:00` on the day itself, else `23/11, 15:00`."""
    local = when.astimezone(ZONE)
    return f"{local:%H:%M}" if local.date() == at.astimezone(ZONE).date() else f"{local:%d/%m, %H:%M}"


def _moment(when: datetime, at: datetime) -> str:
    return vietnam.moment(when, at.astimezone(ZONE).date())


def _words(badge: Badge, rank: Rank, status: Status, owed: Owed | None, dossier: Dossier, at: datetime) -> str:
    if status is Status.LODGED:
        return _("chờ kiểm tra")
    if rank is Rank.PAUSED:
        since = owed.paused_at if owed and owed.paused_at else dossier.touched_at
        return _("tạm dừng từ %(when)s") % {"when": _short(since, at)}
    if rank is Rank.COLLECT:
        return _("xong %(late)s") % {"late": badge.words} if badge.words else _("chờ đến nhận")
    return badge.words


def _warned(dossier: Dossier, rank: Rank, bands: Mapping[UUID, Band]) -> str:
    """The badge says by itself what is late and what is near; only "now" is to be said."""
    step = dossier.step.promise_id if dossier.step else None
    told = {bands.get(pk) for pk in (dossier.promise_id, step) if pk}
    return _("phải làm ngay") if Band.ACT in told and rank in {Rank.TODAY, Rank.SOON, Rank.LATER} else ""


def _due_words(rank: Rank, status: Status, owed: Owed | None, dossier: Dossier, at: datetime) -> str:
    if status is Status.LODGED:
        return _("nộp %(when)s") % {"when": _moment(dossier.lodged_at, at)}
    if owed is None:
        return _("chưa nhận, chưa hẹn")
    if rank is Rank.PAUSED:
        return _("tính lại khi nộp tiền") if status is Status.OWING else _("tính lại khi nộp đủ")
    if owed.extended_due_at:
        days = {"new": _short(owed.extended_due_at, at), "first": _short(owed.first_due_at, at)}
        return _("hẹn lại %(new)s; hẹn đầu %(first)s") % days
    return _("hẹn trả %(when)s") % {"when": _moment(owed.due_at, at)}
