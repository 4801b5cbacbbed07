"""The life of an office, replayed through the real actions.

A `Life` says when one dossier is handed in and how it goes; `play` turns many lives into acts, in the order of their
times, and writes them in large books (`ledger.actions.batch`): fewer commits and statements, not another path.
"""

import heapq
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.acts import Actor, Role
from motcua.config import opinions
from motcua.config.people import Staff
from motcua.dossiers import actions, jobs
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import (
    Applicant,
    Cause,
    Channel,
    Comer,
    ComerKind,
    Intake,
    NewResult,
    PaperIn,
    ReturnWay,
)
from motcua.ledger.actions import batch
from motcua.procedures.rules import CasePlan, Copy, Need, StepKind
from motcua.promises.rules import ZONE

__all__ = ["Course", "Life", "Office", "Stage", "play", "sweep"]

ACTS_PER_BOOK = 1500  # acts collected before a book is written: large enough to be cheap, small enough to show progress


class Course(StrEnum):
    """How a dossier goes."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    STALLED = "stalled"  # left open: in time or overdue, as the clock goes on
    CONSULTING = "consulting"  # another body was asked and has not answered
    WAITING = "waiting"  # asked for a supplement, nobody came back yet
    AT_DOOR = "at_door"  # asked for completion at the door
    TURNED_AWAY = "turned_away"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


ENDING_OTHERWISE = {Course.CONSULTING, Course.WAITING, Course.REFUSED, Course.WITHDRAWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One dossier to come: when, which case, by whom, which way, and how it goes."""

    at: datetime
    plan: CasePlan
    applicant: Applicant
    channel: Channel
    course: Course
    level: str = ""
    finish_at: datetime | None = None  # for EARLY, ON_TIME, LATE: when the processing ends
    walked: int = 0  # for STALLED: how many steps are done
    apology: Cause | None = None
    signed: bool = True  # whether the leader has approved the apology; else it waits on a desk
    scan: bytes = b""  # of the first paper
    handed_after: int | None = 60  # working minutes between the finish and the hand-over; None: not collected yet
    opinion: int = 0  # what the applicant says of it a day after the hand-over, 1 to 5; 0: nothing
    until: datetime | None = None  # nothing happens after this moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The ward in which lives are played."""

    ward_id: UUID
    calendar: clock.Calendar
    staff: Staff


def sweep(*, at: datetime) -> None:
    """What time alone does, done once at the end of a replay: the register, the drafts, what goes to the chairman."""
    for job in (jobs.draft_apologies, jobs.escalate_second):
        job(timestamp=int(at.timestamp()))


@dataclass(order=True, slots=True)
class _Event:
    at: datetime
    order: int
    do: Callable[[], None] = field(compare=False)


class Stage:
    """Lives and their next acts, in the order of time."""

    def __init__(self, *, office: Office) -> None:
        self.office = office
        self.lives: dict[UUID, Life] = {}  # of the dossiers in processing
        self._queue: list[_Event] = []
        self._order = 0

    def enter(self, life: Life) -> None:
        """A life to come."""
        player = _Player(stage=self, life=life, seed=self._order)
        self.later(life.at, player.begin)

    def go_on(self, life: Life, *, dossier: Dossier, at: datetime) -> None:
        """A life whose dossier is already there, open: its remaining steps end at the life's `finish_at`."""
        player = _Player(stage=self, life=life, seed=self._order)
        player.dossier = dossier
        self.later(at, lambda: player.go_on(at))

    def later(self, at: datetime, do: Callable[[], None]) -> None:
        """Something to be done at a moment."""
        self._order += 1
        heapq.heappush(self._queue, _Event(at=at, order=self._order, do=do))

    def __bool__(self) -> bool:
        return bool(self._queue)

    def next(self) -> bool:
        """Do what comes next; whether a life began with it."""
        event = heapq.heappop(self._queue)
        event.do()
        return isinstance(getattr(event.do, "__self__", None), _Player) and event.do.__name__ == "begin"

    def until(self, moment: datetime) -> int:
        """Do everything up to a moment, each act by itself; returns how many lives began."""
        began = 0
        while self._queue and self._queue[0].at <= moment:
            began += self.next()
        return began


def play(*, office: Office, lives: Iterable[Life], progress: Callable[[int], None]) -> int:
    """Play lives in the order of time; returns how many dossiers were brought to life."""
    stage = Stage(office=office)
    count = 0
    for life in lives:
        stage.enter(life)
        count += 1
    done = since = 0
    with batch() as flush:
        while stage:
            done += stage.next()
            since += 1
            if since >= ACTS_PER_BOOK:
                flush()
                progress(done)
                since = 0
    progress(done)
    return count


class _Player:
    """Plays one life: each method performs one act and plans the next."""

    def __init__(self, *, stage: Stage, life: Life, seed: int) -> None:
        self.office = stage.office
        self.stage = stage
        self.life = life
        self.random = random.Random(seed)
        self.dossier: Dossier | None = None
        self.walk: Iterator[tuple[datetime, int]] = iter(())

    # -- at the door ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Hand in: at the counter accepted at once, online lodged first and accepted in the next opening."""
        life = self.life
        online = life.channel is Channel.ONLINE
        if not online:
            self._decide(life.at)
            return
        self.dossier = actions.lodge(
            by=accounts.system_actor(ward_id=self.office.ward_id), at=life.at, intake=self._intake()
        )
        opening = clock.counted_from(received=life.at, channel=Channel.ONLINE, calendar=self.office.calendar)
        decide = max(opening, life.at + timedelta(minutes=2))
        self._at(decide, lambda: self._decide(decide))

    def _at(self, moment: datetime, do: Callable[[], None]) -> None:
        if self.life.until is None or moment <= self.life.until:
            self.stage.later(moment, do)

    def _decide(self, at: datetime) -> None:
        life, by = self.life, self._who(Role.COUNTER, at)
        given = {"dossier_id": self.dossier.pk} if self.dossier else {"intake": self._intake()}
        if life.course is Course.AT_DOOR:
            self.dossier = actions.ask_completion(
                by=by,
                at=at,
                items=(self._paper_name(),),
                reason="Thiếu giấy tờ trong thành phần hồ sơ",
                **given,
            )
        elif life.course is Course.TURNED_AWAY:
            self.dossier = actions.turn_away(
                by=by, at=at, reason="Không thuộc thẩm quyền giải quyết của phường", **given
            )
        else:
            self.dossier = actions.accept(by=by, at=at, **given)
            self._plan_walk(at)

    def _intake(self) -> Intake:
        life = self.life
        papers = tuple(
            PaperIn(
                name=c.name,
                component_id=c.id,
                copy=Copy(c.copy),
                quantity=c.quantity,
                content=(life.scan or None) if n == 0 else None,
                file_name="ban-quet.pdf" if life.scan and n == 0 else "",
            )
            for n, c in enumerate(c for c in life.plan.components if c.need is Need.REQUIRED)
        )
        return Intake(
            case_id=life.plan.case_id,
            channel=life.channel,
            applicant=life.applicant,
            comer=Comer(kind=ComerKind.OWNER),
            papers=papers,
            online_level=life.level,
            exemption="Miễn theo quy định" if life.plan.fee else "",
        )

    def _paper_name(self) -> str:
        return next((c.name for c in life_papers(self.life.plan)), "Giấy tờ tùy thân")

    # -- station by station --------------------------------------------------------------------------------------

    def go_on(self, at: datetime) -> None:
        """Walk on from the step that is open."""
        dossier = self._dossier()
        assert dossier.step is not None
        self._plan_walk(at, begun=dossier.step.order - 1)

    def _plan_walk(self, at: datetime, *, begun: int = 0) -> None:
        """Spread the remaining steps over the working time until the finish."""
        life, calendar = self.life, self.office.calendar
        self.stage.lives[self._dossier().pk] = life
        stations = next(i for i, s in enumerate(life.plan.steps) if s.kind is StepKind.RETURN) - begun
        finish = life.finish_at
        if finish is None or finish <= at:
            finish = clock.add_working(start=at, minutes=30 * stations + 30, calendar=calendar)
        minutes = max(1, clock.working_minutes(start=at, end=finish, calendar=calendar))
        steps = life.walked if life.course is Course.STALLED else stations
        if life.course in ENDING_OTHERWISE:
            steps = min(1, stations - 1)
        moments = [
            clock.add_working(start=at, minutes=minutes * n // stations, calendar=calendar) for n in range(1, stations)
        ]
        moments.append(finish)
        self.walk = iter([(m, begun + i) for i, m in enumerate(moments[:steps])])
        if life.apology is not None and self.dossier and self.dossier.promise:
            self._plan_apology(finish)
        self._next(at)

    def _next(self, at: datetime) -> None:
        following = next(self.walk, None)
        if following is not None:
            moment, index = following
            moment = max(moment, at)
            self._at(moment, lambda: self._advance(moment, index))
        elif self.life.course in ENDING_OTHERWISE:
            moment = clock.add_working(start=at, minutes=40, calendar=self.office.calendar)
            self._at(moment, lambda: self._other_end(moment))

    def _advance(self, at: datetime, index: int) -> None:
        dossier, plan = self._dossier(), self.life.plan
        step = plan.steps[index]
        last = plan.steps[index + 1].kind is StepKind.RETURN
        by = self._who(step.role, at, unit_id=step.unit_id)
        result = (
            NewResult(name=plan.result or f"Kết quả: {plan.name}", number=f"{dossier.serial or index + 1}/{at.year}")
            if last or step.must_result
            else None
        )
        actions.advance(
            by=by,
            at=max(at, dossier.touched_at),
            dossier_id=dossier.pk,
            note_text="Đã kiểm tra, đủ điều kiện." if step.must_note else "",
            result=result,
        )
        if last:
            self._plan_return(at)
        else:
            self._next(at)

    def _other_end(self, at: datetime) -> None:
        dossier = self._dossier()
        work = next(s for s in self.life.plan.steps if s.kind is StepKind.WORK)
        by = self._who(Role.SPECIALIST, at, unit_id=work.unit_id)
        if self.life.course is Course.CONSULTING:
            actions.consult(
                by=by,
                at=at,
                dossier_id=dossier.pk,
                body="Công an phường",
                question="Đề nghị xác minh thông tin cư trú",
                limit=clock.Limit.parse("3 working days"),
            )
        elif self.life.course is Course.WAITING:
            actions.ask_supplement(
                by=by,
                at=at,
                dossier_id=dossier.pk,
                items=(self._paper_name(),),
                reason="Bản chụp không đọc được",
            )
        elif self.life.course is Course.REFUSED:
            actions.refuse(
                by=by,
                at=at,
                dossier_id=dossier.pk,
                reason="Không đủ điều kiện theo quy định",
                basis="Luật chuyên ngành",
            )
        else:
            actions.withdraw(
                by=self._who(Role.COUNTER, at), at=at, dossier_id=dossier.pk, reason="Người nộp xin rút hồ sơ"
            )

    def _plan_return(self, finished: datetime) -> None:
        if self.life.handed_after is None:
            return
        moment = clock.add_working(start=finished, minutes=self.life.handed_after, calendar=self.office.calendar)
        self._at(moment, lambda: self._hand_over(moment))

    def _hand_over(self, at: datetime) -> None:
        dossier = self._dossier()
        actions.return_result(
            by=self._who(Role.COUNTER, at),
            at=max(at, dossier.touched_at),
            dossier_id=dossier.pk,
            way=ReturnWay.ONLINE if self.life.channel is Channel.ONLINE else ReturnWay.IN_PERSON,
            receiver=self.life.applicant.name,
        )
        if self.life.opinion:
            moment = at + timedelta(hours=23, minutes=self.random.randrange(60))
            self._at(moment, lambda: self._answer(moment))

    def _answer(self, at: datetime) -> None:
        """The applicant follows the invitation."""
        dossier = self._dossier()
        opinions.answer(dossier=dossier, value=self.life.opinion, at=at, pick=self.random)

    # -- late, with an apology -----------------------------------------------------------------------------------

    def _plan_apology(self, finish: datetime) -> None:
        """Proposed and signed before the promise breaks, with a date that can be kept."""
        promise = self._dossier().promise
        assert promise is not None
        calendar = self.office.calendar
        proposed = max(
            promise.made_at + timedelta(minutes=1),
            _morning(clock.working_days_after(day=promise.due_at.astimezone(ZONE).date(), n=-1, calendar=calendar)),
        )
        new_due = _evening(
            max(finish.astimezone(ZONE).date(), promise.due_at.astimezone(ZONE).date() + timedelta(days=1))
        )
        self._at(proposed, lambda: self._propose(proposed, new_due))

    def _propose(self, at: datetime, new_due: datetime) -> None:
        dossier, life = self._dossier(), self.life
        work = next(s for s in life.plan.steps if s.kind is StepKind.WORK)
        actions.propose_extension(
            by=self._who(Role.SPECIALIST, at, unit_id=work.unit_id),
            at=max(at, dossier.touched_at),
            dossier_id=dossier.pk,
            reason=REASONS[life.apology or Cause.OTHER],
            cause=life.apology or Cause.OTHER,
            new_due=new_due,
        )
        if not life.signed:
            return
        signed = max(at, dossier.touched_at) + timedelta(minutes=20)
        self._at(signed, lambda: self._sign(signed))

    def _sign(self, at: datetime) -> None:
        dossier = self._dossier()
        moment = max(at, dossier.touched_at)
        actions.approve_extension(by=self._who(Role.LEADER, moment), at=moment, dossier_id=dossier.pk)
        sent = moment + timedelta(minutes=10)
        self._at(sent, lambda: self._send(sent))

    def _send(self, at: datetime) -> None:
        dossier = self._dossier()
        actions.send_apology(
            by=self._who(Role.COUNTER, at),
            at=at,
            dossier_id=dossier.pk,
            way="Tin nhắn và điện thoại",
            proof="Người nộp đã nghe máy",
        )

    # -- who ------------------------------------------------------------------------------------------------------

    def _dossier(self) -> Dossier:
        assert self.dossier is not None
        return self.dossier

    def _who(self, role: Role, at: datetime, *, unit_id: UUID | None = None) -> Actor:
        return self.office.staff.one(role=role, unit_id=unit_id, on=at.astimezone(ZONE).date(), pick=self.random)


# What an applicant reads after “Phường xin lỗi ông bà”: what happened in the office, never the name of a code.
REASONS = {
    Cause.NETWORK: "Đường truyền mạng gián đoạn, phường không gửi được hồ sơ liên thông",
    Cause.SOFTWARE: "Phần mềm một cửa lỗi khi chuyển bước",
    Cause.LOGIN: "Công chức không đăng nhập được phần mềm một cửa",
    Cause.CATALOGUE: "Thủ tục chưa được cập nhật trên hệ thống, phường phải chờ mở",
    Cause.DIGITISING: "Phường phải số hóa nhiều hồ sơ cùng lúc nên làm chậm hồ sơ này",
    Cause.COORDINATION: "Cơ quan phối hợp chưa trả lời xác minh",
    Cause.STAFF: "Công chức phụ trách vắng, phường chưa cử người thay",
    Cause.WORKLOAD: "Số hồ sơ tăng nhanh sau sắp xếp đơn vị, phường chưa bố trí đủ người",
    Cause.COMPLEX: "Hồ sơ cần xác minh thêm mà phường không tính trước",
    Cause.APPLICANT: "Ông bà đề nghị lùi ngày nhận, phường ghi hẹn lại chậm",
    Cause.OTHER: "Hồ sơ nằm chờ giữa hai bàn việc, phường không nhắc kịp",
}


def life_papers(plan: CasePlan) -> list[PaperIn]:
    """The required papers of a plan."""
    return [PaperIn(name=c.name, component_id=c.id) for c in plan.components if c.need is Need.REQUIRED]


def _morning(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), ZONE) + timedelta(hours=8)


def _evening(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), ZONE) + timedelta(hours=17)
