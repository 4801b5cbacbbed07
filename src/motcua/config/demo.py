"""The demonstration ward: invented people, a believable past, and work waiting today for each role."""

import random
from datetime import datetime, time, timedelta

from uuid_utils.compat import uuid7

from motcua import clock
from motcua.accounts import actions as accounts
from motcua.accounts import queries
from motcua.acts import Position, Refused, Role
from motcua.config import catalogue, demo_feedback, demo_petitions, opinions, troubles
from motcua.config.handing_out import hand_out
from motcua.config.lives import Course, Life, Office, play, sweep
from motcua.config.moment import current
from motcua.config.people import Staff, found, resident
from motcua.config.playing import Play
from motcua.dossiers.rules import Cause, Channel
from motcua.forecast import actions as forecast
from motcua.offices import queries as offices
from motcua.offices.models import Unit, Ward
from motcua.offices.rules import UnitKind
from motcua.procedures.rules import CasePlan
from motcua.promises.rules import ZONE
from motcua.watch import actions as watch

__all__ = ["CODE", "load", "sign_ins", "token", "wanted"]

CODE = "H99.16"
PASSWORD = "mot-cua-2026"  # noqa: S105 - the demonstration ward is public; a real ward sets its own
DOSSIERS = 700
WORKING_DAYS = 60
ANSWERING = 0.35  # of those who were invited
SHARES = {  # of a hundred dossiers, as a ward's counter sees them
    "Hộ tịch": 38,
    "Chứng thực": 30,
    "Bảo trợ xã hội": 12,
    "Hộ kinh doanh": 8,
    "Đất đai": 7,
    "Xây dựng": 5,
}


SCAN = (  # a page with two words, as a scanner would leave it
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 41>>stream\nBT /F 24 Tf 60 500 Td (BAN QUET) Tj ET     \nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n"
)


def wanted() -> bool:
    """Whether there is no ward at all yet."""
    return not Ward.objects.exists()


def load() -> None:
    """Found Phường Hoa Gạo and play the last three months of its life up to this minute."""
    now = current()
    opened = datetime.combine(now.date() - timedelta(days=200), time(8), ZONE)
    ward, staff = _founded(at=opened)
    plans = catalogue.load(ward=ward, at=opened)
    office = Office(ward_id=ward.pk, calendar=offices.calendar(offices.now_of(ward.pk)), staff=staff)
    play(office=office, lives=_lives(office=office, plans=plans, now=now), progress=lambda _done: None)
    troubles.play_troubles(staff=staff, calendar=office.calendar, now=now)
    hand_out(office=office, now=now)
    people = Play(staff=staff, calendar=office.calendar, now=now)
    demo_feedback.load(people)
    demo_petitions.load(people)
    demo_feedback.hand_over(people)
    sweep(at=now)
    watch.warn(by=queries.system_actor(ward_id=ward.pk), at=now)  # at night or on a Sunday the worker would not
    forecast.learn(at=now, ward_id=ward.pk)
    opinions.play(staff=staff, calendar=office.calendar, now=now)


def _founded(*, at: datetime) -> tuple[Ward, Staff]:
    return found(
        ward_id=uuid7(),
        at=at,
        code=CODE,
        slug="hoa-gao",
        name="Phường Hoa Gạo",
        superior="UBND thành phố Hoa Ban",
        prefix="",
        password=PASSWORD,
        extra={"1": [["18:00", "19:30"]], "3": [["18:00", "19:30"]]},
        address="Số 1, đường Hoa Gạo",
        phone="0900 000 016",
    )


def _lives(*, office: Office, plans: dict[str, list[CasePlan]], now: datetime) -> list[Life]:
    pick = random.Random(CODE)
    days = [
        clock.working_days_after(day=now.date(), n=-n, calendar=office.calendar) for n in range(WORKING_DAYS, 0, -1)
    ]
    if office.calendar.is_working(now.date()):
        days.append(now.date())
    lives = []
    for _ in range(DOSSIERS):
        day = pick.choice(days)
        minute = pick.choice((pick.randrange(450, 690), pick.randrange(780, 1010)))
        at = datetime.combine(day, time(minute // 60, minute % 60), ZONE)
        if at < now - timedelta(minutes=5):
            lives.append(_life(office=office, plans=plans, at=at, now=now, pick=pick))
    return lives


def _life(
    *, office: Office, plans: dict[str, list[CasePlan]], at: datetime, now: datetime, pick: random.Random
) -> Life:
    area = pick.choices(list(SHARES), weights=list(SHARES.values()))[0]
    plan = pick.choice(plans[area])
    due = clock.due(start=at, limit=plan.limit, calendar=office.calendar).at
    channel = pick.choices((Channel.DIRECT, Channel.ONLINE, Channel.POST), weights=(55, 42, 3))[0]
    course = _course(pick, recent=now - at < timedelta(days=12))
    if course is Course.STALLED and due < now and pick.random() < 0.75:
        course = Course.EARLY  # most promises are kept: few of the open ones are late
    minutes = max(60, clock.working_minutes(start=at, end=due, calendar=office.calendar))
    share = {Course.ON_TIME: 0.97, Course.LATE: 1.25}.get(course, pick.uniform(0.25, 0.8))
    finish = clock.add_working(start=at, minutes=max(45, int(minutes * share)), calendar=office.calendar)
    return Life(
        at=at,
        plan=plan,
        applicant=resident(pick),
        channel=channel,
        level="" if channel is not Channel.ONLINE else pick.choice(("full", "partial")),
        course=course,
        finish_at=finish,
        walked=pick.randrange(0, 3),
        apology=pick.choice(list(Cause)) if _apologises(course, minutes, pick) else None,
        signed=course is Course.LATE or pick.random() < 0.3,
        scan=SCAN if pick.random() < 0.15 else b"",
        handed_after=pick.choice((20, 90, 300, 900)) if pick.random() < 0.95 else None,
        opinion=pick.choice((5, 5, 5, 5, 4, 4, 4, 3, 2, 1)) if pick.random() < ANSWERING else 0,
        until=now,
    )


def _apologises(course: Course, minutes: int, pick: random.Random) -> bool:
    """Most of the late ones said so in time; of those still open nearly every one that can."""
    share = {Course.LATE: 0.7, Course.STALLED: 0.8}.get(course, 0.0)
    return minutes > 3 * 480 and pick.random() < share


def _course(pick: random.Random, *, recent: bool) -> Course:
    """How a dossier goes: the old ones ended, the recent ones are all kinds of work for today."""
    kinds = (
        (Course.EARLY, 70),
        (Course.ON_TIME, 14),
        (Course.LATE, 4),
        (Course.STALLED, 14 if recent else 1),
        (Course.CONSULTING, 3 if recent else 0),
        (Course.WAITING, 3 if recent else 0),
        (Course.AT_DOOR, 2 if recent else 0),
        (Course.TURNED_AWAY, 1),
        (Course.REFUSED, 1),
        (Course.WITHDRAWN, 1),
    )
    return pick.choices([k for k, _ in kinds], weights=[w for _, w in kinds])[0]


def sign_ins() -> str:
    """The demonstration sign-ins, when the demonstration ward is there."""
    if not Ward.objects.filter(code=CODE).exists():
        return "Chưa có phường mẫu. / No demonstration ward."
    return (
        f"Đăng nhập phường mẫu, mật khẩu {PASSWORD} / demo sign-ins:\n"
        "  cuc  tiếp nhận (counter)      sen  tư pháp – hộ tịch (specialist)\n"
        "  mit  trưởng phòng (head)      lim  phó chủ tịch (leader)\n"
        "  lat  chủ tịch (chairman)      lai  văn thư (clerk)\n"
        "  gao  quản trị (admin)         dau  đoàn giám sát (supervisor)"
    )


def token(*, ward_code: str, name: str) -> str:
    """A key for a machine that may do what every post of the ward may do; for trying the API out."""
    ward = offices.ward_by_code(ward_code or CODE)
    kinds = {unit.kind: unit for unit in Unit.objects.filter(ward_id=ward.pk).order_by("-order")}
    divisions = Unit.objects.filter(ward_id=ward.pk, kind=UnitKind.DIVISION.value)
    if UnitKind.CENTRE.value not in kinds:
        raise Refused("ward.units", "Phường chưa có đơn vị nào.", "The ward has no units yet.")
    centre, office, leaders = (kinds[k.value].pk for k in (UnitKind.CENTRE, UnitKind.OFFICE, UnitKind.LEADERSHIP))
    positions = (
        Position(role=Role.COUNTER, unit_id=centre),
        Position(role=Role.CLERK, unit_id=office),
        Position(role=Role.LEADER, unit_id=leaders),
        Position(role=Role.CHAIRMAN, unit_id=leaders),
        *(Position(role=r, unit_id=d.pk) for d in divisions for r in (Role.SPECIALIST, Role.UNIT_HEAD)),
    )
    _, key = accounts.issue_token(
        by=queries.system_actor(ward_id=ward.pk), at=current(), name=name, positions=positions
    )
    return key
