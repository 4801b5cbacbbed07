"""What people of invented and replayed wards say, and what leaders do about how people are treated."""

import random
from datetime import date, datetime, time, timedelta
from itertools import cycle

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.clock import Calendar
from motcua.conduct import actions as conduct
from motcua.conduct import queries as matters
from motcua.conduct.rules import Presence
from motcua.config.people import Staff
from motcua.dossiers.models import Dossier
from motcua.promises.rules import ZONE
from motcua.surveys import actions as surveys
from motcua.surveys import queries
from motcua.surveys.rules import Instrument, Sheet, Way

__all__ = ["answer", "play"]

DAYS = 6  # of taps at the counter, up to this minute
TAPS = cycle(((5, 5), (4, 5), (5, 4), (4, 4), (3, 4), (5, 5), (2, 3), (4, 4), (5, 5), (1, 2)))
OPEN = 2  # grave words that wait for a leader
CONTENT = 3  # who is less content than this says why
GRUMBLES = (
    "Phải chờ lâu, không ai báo còn bao lâu.",
    "Hỏi thì trả lời cộc lốc.",
    "Phải đi lại hai lần vì thiếu một tờ giấy.",
)


def play(*, staff: Staff, calendar: Calendar, now: datetime) -> None:
    """Taps on the tablet, grave words told to the leaders, two unannounced checks."""
    ward_id = staff.people["cuc"].ward_id
    for n in range(DAYS, -1, -1):
        day = clock.working_days_after(day=now.astimezone(ZONE).date(), n=-5 * n, calendar=calendar)
        _tapped(staff, at=_moment(day, 8), now=now)
    house = accounts.system_actor(ward_id=ward_id)
    raised = [
        conduct.raise_matter(by=house, at=now, answer_id=answer.pk)
        for answer in matters.grave(by=house).order_by("month", "id")
    ]
    leader = accounts.actor_for_person(person=staff.people["lim"], on=now.date())
    for matter in raised[:-OPEN]:
        conduct.close_matter(by=leader, at=now, matter_id=matter.pk, words="Đã nhắc trong họp giao ban tuần.")
    _checked(staff, calendar=calendar, now=now)


def answer(*, dossier: Dossier, value: int, at: datetime, pick: random.Random) -> None:
    """The applicant of a dossier answers: `value` (1 to 5) for the whole, other answers near it."""
    house = accounts.system_actor(ward_id=dossier.ward_id)
    asked = queries.asked(ward_id=dossier.ward_id, way=Way.LINK, on=at.astimezone(ZONE).date())
    surveys.answer(
        by=house,
        at=at,
        dossier_id=dossier.pk,
        sheets=[Sheet(instrument=one, choices=_said(one, value, pick)) for one in asked],
        words=pick.choice(GRUMBLES) if value < CONTENT else "",
        seconds=40 + pick.randrange(120),
    )


def _said(instrument: Instrument, value: int, pick: random.Random) -> dict[str, int]:
    said = {}
    for question in instrument.questions:
        values = [option.value for option in question.options]
        wanted = value if question.scale == "five" else round(value * 2 / 5)
        shift = 0 if question.key == instrument.headline else pick.choice((0, 0, 0, -1, 1))
        said[question.key] = min(max(wanted + shift, min(values)), max(values))
    return said


def _moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE)


def _tapped(staff: Staff, *, at: datetime, now: datetime) -> None:
    """A morning's taps; nothing of it lies in the future."""
    if at >= now:
        return
    cuc = staff.people["cuc"]
    key = surveys.new_key()
    by = accounts.actor_for_person(person=cuc, on=at.date())
    surveys.open_tablet(by=by, at=at, name="Quầy số 1", officer_id=cuc.pk, key=key)
    house = accounts.system_actor(ward_id=cuc.ward_id)
    (asked,) = queries.asked(ward_id=cuc.ward_id, way=Way.TABLET, on=at.date())
    for n in range(1, 11):
        moment = at + timedelta(minutes=17 * n)
        overall, attitude = next(TAPS)
        if moment < now:
            sheet = Sheet(instrument=asked, choices={"overall": overall, "attitude": attitude})
            surveys.tap(by=house, at=moment, key=key, sheet=sheet)


def _checked(staff: Staff, *, calendar: Calendar, now: datetime) -> None:
    """One check long followed, and one whose demand is still open."""
    today = now.astimezone(ZONE).date()
    before, lately = (clock.working_days_after(day=today, n=-n, calendar=calendar) for n in (18, 2))
    chairman = accounts.actor_for_person(person=staff.people["lat"], on=before)
    first = conduct.record_check(
        by=chairman,
        at=_moment(before, 15),
        held_at=_moment(before, 14, 20),
        unit_id=staff.units["MC"].pk,
        place="Sảnh một cửa",
        checker="Chủ tịch UBND Chu Văn Lát",
        seen=["kind", "board"],
        words="Tiếp dân tốt; bảng lệ phí còn bản cũ.",
        found={staff.people["cuc"].pk: Presence.PRESENT},
        demand="Thay bảng lệ phí bằng bản đang áp dụng.",
        due_on=before + timedelta(days=7),
    )
    demand = first.demands.get()
    conduct.meet_demand(
        by=chairman, at=_moment(before, 9) + timedelta(days=5), demand_id=demand.pk, words="Đã thấy bảng mới ở sảnh."
    )
    conduct.record_check(
        by=chairman,
        at=_moment(lately, 11),
        held_at=_moment(lately, 10, 5),
        unit_id=staff.units["VHXH"].pk,
        place="Phòng Văn hóa – Xã hội",
        checker="Chủ tịch UBND Chu Văn Lát, văn thư Tô Thị Lài",
        seen=["at_post", "private"],
        words="Đủ người; một máy đang mở trang không liên quan công việc.",
        found={staff.people["sen"].pk: Presence.PRESENT, staff.people["tre"].pk: Presence.PRESENT},
        demand="Trưởng phòng nhắc nội quy trong họp tuần, báo lại.",
        due_on=today + timedelta(days=5),
        again_id=None,
    )
