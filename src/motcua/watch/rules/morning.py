"""The morning digest: what breaks today, tomorrow and in two days, what is broken already, what others owe. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from motcua import clock, law, vietnam
from motcua.accounts.rules import digest_hour
from motcua.clock import ZONE, Calendar
from motcua.watch.rules.bands import PARTS, Owed, ends_at, until

__all__ = [
    "GROUPS",
    "Days",
    "Group",
    "Line",
    "Page",
    "body",
    "days",
    "group",
    "is_due",
    "is_morning",
    "lines_at_most",
    "page",
    "said",
    "subject",
]


class Group(StrEnum):
    """The parts of a digest, most urgent first."""

    BROKEN = "broken"  # late, and no apology has been sent; or late a second time
    TODAY = "today"
    TOMORROW = "tomorrow"  # the next working day
    TWO_DAYS = "two_days"  # the second working day


GROUPS = tuple(Group)
_NAMES = {
    Group.BROKEN: "Đã trễ",
    Group.TODAY: "Phải xong hôm nay",
    Group.TOMORROW: "Đến hạn ngày làm việc tới",
    Group.TWO_DAYS: "Đến hạn trong hai ngày làm việc",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A morning and the last days of its groups."""

    at: datetime
    today: date
    tomorrow: date
    two_days: date


def days(*, at: datetime, calendar: Calendar) -> Days:
    """The days of a morning: days off between are part of "tomorrow"."""
    today = at.astimezone(ZONE).date()
    following = (clock.working_days_after(day=today, n=n, calendar=calendar) for n in (1, 2))
    tomorrow, two_days = following
    return Days(at=at, today=today, tomorrow=tomorrow, two_days=two_days)


def group(owed: Owed, *, days: Days, apologised: bool) -> Group | None:
    """The part of the digest that an open promise stands in; None when it needs nobody yet.

    A late part of a promise is work for today, not a broken word. A late promise whose apology was sent counts to its
    new appointment.
    """
    if owed.paused_at is not None:
        return None
    part = owed.kind in PARTS
    if not part and (days.at > ends_at(owed) or (days.at > owed.late_after and not apologised)):
        return Group.BROKEN
    day = until(owed).astimezone(ZONE).date()
    edges = ((days.today, Group.TODAY), (days.tomorrow, Group.TOMORROW), (days.two_days, Group.TWO_DAYS))
    return next((name for edge, name in edges if day <= edge), None)


def lines_at_most(on: date) -> int:
    """How many lines a digest has. Source: DIGEST_LINES."""
    return law.rule("DIGEST_LINES", on=on).whole


def is_morning(*, at: datetime, calendar: Calendar) -> bool:
    """Whether digests go out at all: on a working day, from DIGEST_FROM to DIGEST_UNTIL.

    A ward's computer may be switched on late; a digest that comes after the morning helps nobody.
    """
    local = at.astimezone(ZONE)
    if not calendar.is_working(local.date()):
        return False
    first, last = (
        time.fromisoformat(str(law.rule(rule, on=local.date()).value)) for rule in ("DIGEST_FROM", "DIGEST_UNTIL")
    )
    return first <= local.time() <= last


def is_due(*, at: datetime, preferences: Mapping[str, str]) -> bool:
    """Whether somebody's digest of this morning is to be sent by now: unless they want none, from their hour on."""
    local = at.astimezone(ZONE)
    if preferences.get("digest") == "off":
        return False
    return digest_hour(chosen=preferences.get("digest_at", ""), on=local.date()) <= local.time()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One promise in a digest. `who` holds it, when that is somebody else; no name of a resident stands here."""

    group: str
    label: str
    what: str
    words: str
    href: str
    who: str = ""

    @property
    def text(self) -> str:
        """As one line of plain text."""
        named = ", ".join(part for part in (self.label, self.what) if part)
        return f"- {named}: {self.words}" + (f" ({self.who})" if self.who else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A digest: how many stand in each group, how many others owe, the lines shown."""

    counts: Mapping[str, int]
    others: int
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        """All promises it speaks of."""
        return sum(self.counts.values()) + self.others

    @property
    def more(self) -> int:
        """Those without a line of their own."""
        return self.total - len(self.lines)


def page(*, counts: Mapping[str, int], others: int, lines: Iterable[Line]) -> Page:
    """A digest with a count for every group."""
    return Page(counts={name.value: counts.get(name.value, 0) for name in GROUPS}, others=others, lines=tuple(lines))


def said(shown: Page) -> str:
    """The digest in one sentence; empty when there is nothing to say."""
    words = {
        Group.BROKEN: "đã trễ",
        Group.TODAY: "phải xong hôm nay",
        Group.TOMORROW: "đến hạn ngày làm việc tới",
        Group.TWO_DAYS: "đến hạn trong hai ngày làm việc",
    }
    parts = [f"{vietnam.number(shown.counts[name])} {words[name]}" for name in GROUPS if shown.counts[name]]
    if shown.others:
        parts.append(f"người khác còn nợ {vietnam.number(shown.others)}")
    return ", ".join(parts)


def subject(shown: Page, *, day: date) -> str:
    """The subject of the message: "Việc sáng thứ Tư 25/11: 2 đã trễ, 3 phải xong hôm nay"."""
    return f"Việc sáng {vietnam.day(day)}: {said(shown)}"


def body(shown: Page, *, day: date, address: str) -> str:
    """The message as plain text; `address` is where the same digest stands as a page."""
    text = [f"Bảng nhắc sáng {vietnam.day(day, year=True)}", said(shown) + "."]
    for name in GROUPS:
        own = [line for line in shown.lines if line.group == name and not line.who]
        if own:
            text += ["", _NAMES[name], *(line.text for line in own)]
    if theirs := [line for line in shown.lines if line.who]:
        text += ["", "Người khác còn nợ", *(line.text for line in theirs)]
    if shown.more:
        text += ["", f"và {vietnam.number(shown.more)} việc nữa."]
    return "\n".join([*text, "", f"Xem cả bảng: {address}"])
