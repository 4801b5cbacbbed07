"""The apology of a late dossier: when it is drafted, who gives what to it, when none is owed.

Source: ND 61/2018 art. 19(9); law.md §1.2, §1.7.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil
from uuid import UUID

from motcua import clock, law
from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.clock import ZONE, Calendar
from motcua.dossiers.rules.handling import LEADERS, door_or_unit, in_order, reason_given, works_on
from motcua.dossiers.rules.states import GONE, OPEN, Cause, ExtensionStatus, Status
from motcua.promises.rules import late_after

__all__ = [
    "Debt",
    "Lead",
    "Order",
    "debt_of",
    "fit_order",
    "in_lead",
    "is_owed",
    "leads",
    "may_approve",
    "may_assess",
    "may_decide_escalation",
    "may_draft",
    "may_explain",
    "may_give_reason",
    "may_send_apology",
    "new_appointment",
    "second_late_after",
]

BASIS = "NĐ 61/2018 Điều 19 khoản 9"


class Debt(StrEnum):
    """Whose hand an apology waits for."""

    REASON = "reason"  # the officer's
    SIGNATURE = "signature"  # a leader's
    SENDING = "sending"  # the counter's, or the gateway's


def debt_of(status: ExtensionStatus | None) -> Debt | None:
    """What an owed apology waits for now; None when it was sent."""
    if status is None or status is ExtensionStatus.DRAFTED or status in GONE:
        return Debt.REASON
    return {ExtensionStatus.PROPOSED: Debt.SIGNATURE, ExtensionStatus.APPROVED: Debt.SENDING}.get(status)


def is_owed(*, status: Status, broken: bool) -> bool:
    """Whether somebody is or may be owed an apology: while the dossier is open, or when it ended late."""
    return status in OPEN or broken


# -- when it is drafted ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Promises due in [first, last) that were made before `begins`: their apology is drafted now.

    Of those made inside their own lead `share` of their time, in percent, must have passed at `at`.
    """

    first: datetime
    last: datetime
    begins: datetime
    at: datetime
    share: int = 0


def leads(*, at: datetime, calendar: Calendar) -> tuple[Lead, ...]:
    """The dues whose lead has begun at `at`: by their due days, today first, and those of the last chance.

    The lead of a due day begins APOLOGY_WARN_DAYS working days before it, at midnight. A promise made inside its own
    lead (one of hours, or of the same day) has two more chances: when APOLOGY_SHORT_SHARE of its time has passed and
    no more than APOLOGY_SHORT_HOURS working hours are left; and as many hours before the office closes, for whatever
    falls due before it opens again.
    """
    today = at.astimezone(ZONE).date()
    days = law.rule("APOLOGY_WARN_DAYS", on=today).whole
    last = clock.working_days_after(day=today, n=days, calendar=calendar)
    by_day = [
        _lead(today + timedelta(days=n), at=at, days=days, calendar=calendar) for n in range((last - today).days + 1)
    ]
    short = law.rule("APOLOGY_SHORT_HOURS", on=today).whole * 60
    return (
        *by_day,
        _hours(at=at, minutes=short, calendar=calendar),
        _last_chance(at=at, minutes=short, calendar=calendar),
    )


def _hours(*, at: datetime, minutes: int, calendar: Calendar) -> Lead:
    """What falls due within a few working hours, once a good part of its own time has gone."""
    share = law.rule("APOLOGY_SHORT_SHARE", on=at.astimezone(ZONE).date()).whole
    last = clock.add_working(start=at, minutes=minutes, calendar=calendar)
    return Lead(first=at, last=last, begins=at, at=at, share=share)


def _last_chance(*, at: datetime, minutes: int, calendar: Calendar) -> Lead:
    """What falls due between the last working day that is about to close, or has closed, and the next opening."""
    today = at.astimezone(ZONE).date()
    closing = today if calendar.is_working(today) else clock.working_days_after(day=today, n=-1, calendar=calendar)
    if clock.working_minutes(start=at, end=calendar.close_of(closing), calendar=calendar) > minutes:
        closing = clock.working_days_after(day=closing, n=-1, calendar=calendar)
    opens = calendar.opening_of(clock.working_days_after(day=closing, n=1, calendar=calendar))
    return Lead(first=datetime.combine(closing, time(0), ZONE), last=opens, begins=at + timedelta(minutes=1), at=at)


def _lead(day: date, *, at: datetime, days: int, calendar: Calendar) -> Lead:
    begins = clock.working_days_after(day=day, n=-days, calendar=calendar)
    first, begun = (datetime.combine(d, time(0), ZONE) for d in (day, begins))
    return Lead(first=first, last=first + timedelta(days=1), begins=begun, at=at)


def in_lead(*, due_at: datetime, made_at: datetime, leads: tuple[Lead, ...]) -> bool:
    """Whether a promise has entered its lead. The same is said in SQL by `queries.apologies`."""
    return any(
        lead.first <= due_at < lead.last
        and made_at < lead.begins
        and made_at + (due_at - made_at) * lead.share / 100 <= lead.at
        for lead in leads
    )


def new_appointment(
    *, counted_from: datetime, due_at: datetime, appointment: datetime, at: datetime, calendar: Calendar
) -> datetime:
    """The new appointment the house proposes: at the close of a working day.

    A share (APOLOGY_EXTRA_SHARE, percent) of the promised working time in whole days, at least one, counted from the
    old appointment or from `at`, whichever is later.
    """
    share = Fraction(law.rule("APOLOGY_EXTRA_SHARE", on=at.astimezone(ZONE).date()).whole, 100)
    promised = clock.working_minutes(start=counted_from, end=due_at, calendar=calendar)
    days = max(1, ceil(share * promised / (calendar.hours_per_day * 60)))
    after = max(appointment, at).astimezone(ZONE).date()
    return calendar.close_of(clock.working_days_after(day=after, n=days, calendar=calendar))


def second_late_after(*, extended_due_at: datetime, limit: clock.Limit) -> datetime:
    """The last instant at which the new appointment counts as kept, by the same rule as the first."""
    return late_after(due_at=extended_due_at, limit=limit)


# -- who does what ---------------------------------------------------------------------------------------------


def may_draft(*, by: Actor) -> None:
    """Only the house drafts by itself; a person proposes with a reason."""
    if by.kind is not ActorKind.SYSTEM:
        raise Refused("forbidden", "Phiếu nháp do hệ thống soạn.", "Drafts are made by the house.")


def _owed(*, status: Status, broken: bool) -> None:
    if is_owed(status=status, broken=broken):
        return
    if status in {Status.FINISHED, Status.RETURNED, Status.WITHDRAWN}:
        raise Refused(
            "apology.kept",
            "Hồ sơ đã kết thúc trong hạn, không còn phải xin lỗi.",
            "The dossier ended in time; there is nothing to apologise for.",
        )
    raise Refused("dossier.closed", "Hồ sơ này không còn đang giải quyết.", "This dossier is no longer in process.")


def may_give_reason(
    *,
    by: Actor,
    at: datetime,
    last_at: datetime,
    status: Status,
    broken: bool,
    reason: str,
    unit_id: UUID,
    step_unit_id: UUID | None,
    step_role: Role | None,
) -> None:
    """The processing unit says why, in its own words: a reason is a person's, never the machine's."""
    _owed(status=status, broken=broken)
    in_order(at=at, last_at=last_at)
    if by.kind is ActorKind.SYSTEM:
        raise Refused("forbidden", "Lý do phải do công chức ghi.", "The reason is for a person to give.")
    works_on(by=by, unit_id=unit_id, step_unit_id=step_unit_id, step_role=step_role)
    reason_given(reason)


def may_approve(
    *, by: Actor, at: datetime, last_at: datetime, status: Status, broken: bool, reason: str, cause: str
) -> None:
    """A leader signs, or sends back; what is signed has its reason and cause."""
    _owed(status=status, broken=broken)
    in_order(at=at, last_at=last_at)
    if not by.has(*LEADERS):
        raise Refused(
            "forbidden", "Chỉ lãnh đạo duyệt phiếu xin lỗi.", "Only a leader approves an apology.", source=BASIS
        )
    reason_given(reason)
    if cause not in set(Cause):
        raise Refused("apology.cause", "Chọn nguyên nhân trễ.", "Choose the cause of the lateness.", field="cause")


def may_send_apology(*, by: Actor, at: datetime, approved_at: datetime, unit_id: UUID, way: str, proof: str) -> None:
    """The signed apology reached the applicant: the counter, the clerk, the unit or a proven gateway says how."""
    if not by.has(Role.CLERK, *LEADERS):
        door_or_unit(by=by, unit_id=unit_id)
    in_order(at=at, last_at=approved_at)
    if not (way.strip() and proof.strip()):
        raise Refused(
            "apology.proof",
            "Ghi cách gửi và bằng chứng đã gửi.",
            "Say how it was sent and what proves it.",
            field="proof",
        )


# -- the chairman's word ---------------------------------------------------------------------------------------


class Order(StrEnum):
    """What the chairman may order about a second lateness."""

    FINISH = "finish"  # somebody finishes it by a day
    TAKE_OVER = "take_over"  # somebody else takes it over, by a day
    MEET = "meet"  # a leader meets the applicant, by a day
    OTHER = "other"


NEEDS_WHO_AND_WHEN = frozenset({Order.FINISH, Order.TAKE_OVER, Order.MEET})


def may_decide_escalation(*, by: Actor, at: datetime, last_at: datetime) -> None:
    """A second lateness, or a second new appointment asked for: only the chairman says what is to be done."""
    if not by.has(Role.CHAIRMAN):
        raise Refused("forbidden", "Chỉ Chủ tịch quyết định việc này.", "Only the chairman decides this.")
    in_order(at=at, last_at=last_at)


def fit_order(*, at: datetime, order: Order, assignee_id: UUID | None, finish_by: date | None, decision: str) -> None:
    """An order says who must do what by when, and why. `finish_by` is today or later."""
    if not decision.strip():
        raise Refused("reason.missing", "Ghi quyết định.", "Write down the decision.", field="decision")
    if order in NEEDS_WHO_AND_WHEN and assignee_id is None:
        raise Refused("order.who", "Chọn người phải làm.", "Say who must do it.", field="assignee")
    if order in NEEDS_WHO_AND_WHEN and finish_by is None:
        raise Refused("order.when", "Ghi ngày phải xong.", "Say by when.", field="finish_by")
    if finish_by is not None and finish_by < at.astimezone(ZONE).date():
        raise Refused("order.past", "Ngày phải xong đã qua.", "That day has passed.", field="finish_by")


# -- the register ----------------------------------------------------------------------------------------------


def may_explain(
    *, by: Actor, at: datetime, marked_at: datetime, people: frozenset[UUID], unit_id: UUID, text: str
) -> None:
    """Those a lateness is written to, or the head of the unit, explain it."""
    if by.id not in people and unit_id not in by.units(Role.UNIT_HEAD):
        raise Refused(
            "forbidden",
            "Chỉ người được ghi trong sổ hoặc lãnh đạo đơn vị giải trình.",
            "Only those named in the register, or their head, explain.",
        )
    in_order(at=at, last_at=marked_at)
    _text(text)


def may_assess(*, by: Actor, at: datetime, marked_at: datetime, text: str) -> None:
    """The chairman judges a lateness."""
    if not by.has(Role.CHAIRMAN):
        raise Refused("forbidden", "Chỉ Chủ tịch đánh giá.", "Only the chairman assesses.")
    in_order(at=at, last_at=marked_at)
    _text(text)


def _text(text: str) -> None:
    if not text.strip():
        raise Refused("mark.text", "Chưa ghi nội dung.", "Nothing was written.", field="text")
