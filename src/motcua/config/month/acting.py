"""What the people of a demonstration ward do in a month: residents come, officers work, are late, and say so.

Everything goes through the real actions, with the moment of the demonstration. What the house does by itself (draft,
warn, escalate, send) is left to its jobs.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua import clock
from motcua.acts import Actor, Refused, Role
from motcua.clock import ZONE
from motcua.config.lives import REASONS, Course, Life, Office, Stage
from motcua.config.people import MAIL, resident
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, Escalation, Extension
from motcua.dossiers.rules import OPEN, Applicant, Cause, Channel, ExtensionStatus, Status
from motcua.offices import queries as offices
from motcua.procedures import queries as procedures
from motcua.procedures.rules import CasePlan
from motcua.promises.models import Promise

__all__ = ["People", "owed"]

LATE = 0.10  # of the dossiers that come; a bad month, so that there is something to see
TWICE = 0.2  # of the late ones break the new appointment too
GIVEN = 2  # working days of a new appointment
LAST_HOUR = 60  # working minutes
CAUSES = (Cause.NETWORK, Cause.SOFTWARE, Cause.DIGITISING, Cause.CATALOGUE, Cause.COORDINATION)


def owed(dossier: Dossier) -> Promise:
    """The promise of a dossier that was accepted."""
    assert dossier.promise is not None
    return dossier.promise


@dataclass(slots=True, kw_only=True)
class People:
    """The residents and officers of a ward, from `first` on."""

    office: Office
    plans: dict[str, list[CasePlan]]
    a_day: int
    pick: random.Random
    stage: Stage = field(init=False)
    asked_again: set[UUID] = field(default_factory=set)  # dossiers for which a second new appointment was asked
    refused_again: int = 0  # how often the house said no

    def __post_init__(self) -> None:
        self.stage = Stage(office=self.office)

    # -- who comes ---------------------------------------------------------------------------------------------------

    def take_over(self, *, at: datetime) -> int:
        """The dossiers that lie open from before; returns how many."""
        rows = Dossier.objects.filter(ward_id=self.office.ward_id, status=Status.PROCESSING.value)
        for dossier in rows.select_related("promise", "step").order_by("code"):
            due, who = owed(dossier).due_at, Applicant(name=dossier.applicant_name)
            life = self._life(self._plan(dossier), at=at, due=due, applicant=who)
            self.stage.go_on(life, dossier=dossier, at=at + timedelta(minutes=self.pick.randrange(20, 300)))
        return len(rows)

    def _plan(self, dossier: Dossier) -> CasePlan:
        return procedures.plan_of(
            ward=offices.now_of(self.office.ward_id), case_id=dossier.case_id, process_id=dossier.process_id
        ).processed_by(dossier.unit_id)

    def come(self, *, first: datetime, days: int) -> int:
        """The dossiers of the month to come; returns how many."""
        count = 0
        for day in self._days(first, days):
            for _ in range(self.a_day + self.pick.randrange(-3, 4)):
                minute = self.pick.choice((self.pick.randrange(455, 690), self.pick.randrange(785, 1000)))
                at = datetime.combine(day, time(minute // 60, minute % 60), ZONE)
                if at > first:
                    self.stage.enter(self._new(at))
                    count += 1
        return count

    def _days(self, first: datetime, days: int) -> Iterator[date]:
        for n in range(days):
            day = first.astimezone(ZONE).date() + timedelta(days=n)
            if self.office.calendar.is_working(day):
                yield day

    def _new(self, at: datetime) -> Life:
        plan = self.pick.choice(self.plans[self.pick.choice(sorted(self.plans))])
        due = clock.due(start=at, limit=plan.limit, calendar=self.office.calendar).at
        channel = self.pick.choices((Channel.DIRECT, Channel.ONLINE), weights=(60, 40))[0]
        life = self._life(plan, at=at, due=due, applicant=self._resident())
        return replace(life, channel=channel, level="full" if channel is Channel.ONLINE else "")

    def _resident(self) -> Applicant:
        """Some have e-mail, most a telephone, a few neither."""
        person = resident(self.pick)
        chance = self.pick.random()
        if chance < 0.45:
            return replace(person, email=f"cu-dan-{self.pick.randrange(10**8)}@{MAIL}")
        return person if chance < 0.95 else replace(person, phone="")

    def _life(self, plan: CasePlan, *, at: datetime, due: datetime, applicant: Applicant) -> Life:
        calendar = self.office.calendar
        late = self.pick.random() < LATE
        if late:
            days = self.pick.randrange(1, GIVEN + 1) + (GIVEN if self.pick.random() < TWICE else 0)
            day = clock.working_days_after(day=due.astimezone(ZONE).date(), n=days, calendar=calendar)
            finish = datetime.combine(day, time(9, self.pick.randrange(60)), ZONE)
        else:
            minutes = max(60, clock.working_minutes(start=at, end=due, calendar=calendar))
            finish = clock.add_working(
                start=at, minutes=max(30, int(minutes * self.pick.uniform(0.1, 0.75))), calendar=calendar
            )
        return Life(
            at=at,
            plan=plan,
            applicant=applicant,
            channel=Channel.DIRECT,
            course=Course.LATE if late else Course.EARLY,
            finish_at=finish,
            handed_after=self.pick.randrange(10, 600),
        )

    # -- who is late, and says so ------------------------------------------------------------------------------------

    def apologise(self, *, at: datetime) -> None:
        """In working hours officers give reasons, leaders sign, the chairman decides."""
        if not self.office.calendar.is_open(at):
            return
        for dossier in self._to_explain(at):
            self._say_why(dossier, at=at)
        for slip in self._slips(ExtensionStatus.PROPOSED):
            actions.approve_extension(by=self.one(Role.LEADER), at=at, dossier_id=slip.dossier_id)
        for matter in Escalation.objects.filter(ward_id=self.office.ward_id, decided_at__isnull=True):
            actions.decide_escalation(
                by=self.one(Role.CHAIRMAN), at=at, dossier_id=matter.dossier_id, decision="Gặp người nộp, xong ngay."
            )
        for dossier in self._twice(at):
            self._ask_again(dossier, at=at)

    def _slips(self, *statuses: ExtensionStatus) -> QuerySet[Extension]:
        return Extension.objects.filter(ward_id=self.office.ward_id, status__in=[s.value for s in statuses])

    def _to_explain(self, at: datetime) -> list[Dossier]:
        """Those that will be late, as their officer knows, once the house has drafted their apology.

        In the last hour of the day also what came too late for a draft and falls due before the office opens again.
        """
        said = self._slips(ExtensionStatus.PROPOSED, ExtensionStatus.APPROVED, ExtensionStatus.SENT)
        wanted = Q(pk__in=self._slips(ExtensionStatus.DRAFTED).values("dossier_id"))
        today, calendar = at.astimezone(ZONE).date(), self.office.calendar
        if clock.working_minutes(start=at, end=calendar.close_of(today), calendar=calendar) <= LAST_HOUR:
            morning = calendar.opening_of(clock.working_days_after(day=today, n=1, calendar=calendar))
            wanted |= Q(promise__due_at__lt=morning, status__in=[s.value for s in OPEN])
        rows = Dossier.objects.filter(wanted, ward_id=self.office.ward_id).exclude(pk__in=said.values("dossier_id"))
        late = rows.select_related("promise").order_by("promise__due_at", "pk")
        return [row for row in late if self._ends(row) > owed(row).late_after]

    def _ends(self, dossier: Dossier) -> datetime:
        life = self.stage.lives.get(dossier.pk)
        return life.finish_at if life and life.finish_at else owed(dossier).due_at

    def _say_why(self, dossier: Dossier, *, at: datetime) -> None:
        """The officer always promises two working days more; one in five will need longer than that."""
        cause = self.pick.choice(CAUSES)
        after = max(owed(dossier).due_at, at).astimezone(ZONE).date()
        calendar = self.office.calendar
        actions.request_extension(
            by=self.one(Role.SPECIALIST, unit_id=dossier.unit_id),
            at=at,
            dossier_id=dossier.pk,
            reason=REASONS[cause],
            cause=cause,
            new_due=calendar.close_of(clock.working_days_after(day=after, n=GIVEN, calendar=calendar)),
        )

    def _twice(self, at: datetime) -> list[Dossier]:
        """Past the new appointment, and nobody has asked for another one yet."""
        rows = Dossier.objects.filter(
            ward_id=self.office.ward_id, status__in=[s.value for s in OPEN], promise__extended_due_at__lt=at
        )
        return [row for row in rows.exclude(pk__in=self.asked_again) if row.touched_at <= at]

    def _ask_again(self, dossier: Dossier, *, at: datetime) -> None:
        """A second new appointment is asked for, as people do; the house must say no."""
        self.asked_again.add(dossier.pk)
        try:
            actions.request_extension(
                by=self.one(Role.SPECIALIST, unit_id=dossier.unit_id),
                at=at,
                dossier_id=dossier.pk,
                reason="Cơ quan phối hợp vẫn chưa trả lời, phường xin hẹn thêm",
                cause=Cause.COORDINATION,
                new_due=at + timedelta(days=3),
            )
        except Refused as no:
            if no.code != "extension.second":
                raise
            self.refused_again += 1

    def one(self, role: Role, *, unit_id: UUID | None = None) -> Actor:
        return self.office.staff.one(role=role, unit_id=unit_id, on=date.min, pick=self.pick)
