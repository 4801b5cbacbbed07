"""What must be said when a petition or a visitor is received. Source: law.md §10.2 (Art. 25, 29), §10.4."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from motcua import law
from motcua.acts import Refused
from motcua.clock import ZONE, Calendar
from motcua.petitions.rules.matters import Channel, Matter, VisitResult, VisitWay

__all__ = [
    "NewPetition",
    "NewVisit",
    "Part",
    "day_of_week",
    "is_group",
    "may_come_online",
    "may_represent",
    "monday",
    "written",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a petition that says several things."""

    matter: Matter
    gist: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPetition:
    """A petition as it is written into the book. Who and what are kept out of `repr`, so out of every traceback."""

    channel: Channel
    matter: Matter = Matter.UNCLEAR
    name: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    id_number: str = field(default="", repr=False)
    content: str = field(default="", repr=False)
    gist: str = field(default="", repr=False)
    accused: tuple[str, ...] = field(default=(), repr=False)
    accused_ids: tuple[UUID, ...] = field(default=(), repr=False)
    signers: int = 1
    representatives: str = field(default="", repr=False)
    previous_id: UUID | None = None
    origin: str = ""  # the code of the feedback, or the letter that passed it on


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVisit:
    """Somebody received, with the fields of the book (Art. 25)."""

    way: VisitWay = VisitWay.IN_PERSON
    matter: Matter = Matter.UNCLEAR
    result: VisitResult
    name: str = field(repr=False)
    address: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    id_number: str = field(default="", repr=False)
    people: int = 1
    representatives: str = field(default="", repr=False)
    content: str = field(repr=False)
    so_far: str = field(default="", repr=False)
    requests: str = field(default="", repr=False)
    outcome: str = field(default="", repr=False)
    gist: str = field(default="", repr=False)
    accused: tuple[str, ...] = field(default=(), repr=False)
    accused_ids: tuple[UUID, ...] = field(default=(), repr=False)


def written(*, text: str, field: str, vi: str, en: str) -> None:
    """Something that must not stay empty. Raises Refused `petition.text`."""
    if not text.strip():
        raise Refused("petition.text", vi, en, field=field)


def is_group(*, people: int, on: date) -> bool:
    """Whether so many people are a group that names representatives. Source: Art. 29."""
    return people >= law.rule("RECEPTION_GROUP", on=on).part("from")


def may_represent(*, people: int, named: str, on: date) -> None:
    """A group names its representatives, one a line. Raises Refused `petition.representatives`. Source: Art. 29."""
    rule = law.rule("RECEPTION_GROUP", on=on)
    if not is_group(people=people, on=on):
        return
    most = rule.part("few_represent" if people <= rule.part("few") else "many_represent")
    if not 1 <= len([line for line in named.splitlines() if line.strip()]) <= most:
        raise Refused(
            "petition.representatives",
            f"Đoàn {people} người cử từ 1 đến {most} người đại diện; ghi tên mỗi người một dòng.",
            f"A group of {people} names 1 to {most} representatives, one a line.",
            source=rule.basis,
            field="representatives",
        )


def may_come_online(*, way: VisitWay, on: date) -> None:
    """Receiving people online is allowed from a day on. Raises Refused `reception.online`."""
    rule = law.rule("RECEPTION_ONLINE", on=on)
    if way is VisitWay.ONLINE and rule.value != "yes":
        raise Refused(
            "reception.online",
            "Ngày này chưa được tiếp công dân trực tuyến.",
            "Online reception was not allowed on that day.",
            source=rule.basis,
            field="way",
        )


def monday(on: date | datetime) -> date:
    """The Monday of a week."""
    day = on.astimezone(ZONE).date() if isinstance(on, datetime) else on
    return day - timedelta(days=day.weekday())


def day_of_week(*, week: date, weekday: int, calendar: Calendar) -> date | None:
    """The chairman's day in the week that begins on `week`; None in a week without a working day.

    The planned weekday; when that is a day off the nearest working day after it in that week, else before it.
    """
    days = [week + timedelta(days=n) for n in (*range(weekday, 7), *reversed(range(weekday)))]
    return next((day for day in days if calendar.is_working(day)), None)
