"""Why a due date is what it is: the course of the count as reasons in Vietnamese that end in a sum."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from motcua.clock.calendars import Calendar, DayKind
from motcua.clock.counting import Channel, Course, Due, counted_from, course, due_of, in_time_today
from motcua.clock.limits import Limit, Unit
from motcua.clock.pauses import Pause, Stop
from motcua.clock.reasons import Reason, ReasonKind
from motcua.clock.spans import late_by, length_in_words
from motcua.clock.strip import StripDay, strip_of
from motcua.clock.timeline import DAY, minute_of, moment_of

__all__ = ["Explanation", "explain"]

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_EACH_DAY_UP_TO = 5  # a longer limit tells its counted days in runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A due and why. `due` is what `due()` gives for the same arguments, open pauses ended at `until`."""

    due: Due
    reasons: tuple[Reason, ...]
    course: Course
    calendar: Calendar
    received: datetime
    until: datetime | None

    def strip(self, until: datetime | None = None) -> tuple[StripDay, ...]:
        """The days from receipt to the due or `until`, whichever is later, for a calendar strip."""
        return strip_of(
            course=self.course,
            limit=self.due.limit,
            calendar=self.calendar,
            received=self.received,
            until=until or self.until,
        )

    def plain(self) -> dict[str, object]:
        """For machines: `due_at`, `due_date`, `rule` (the limit), `provisional`, `reasons`."""
        return {
            "due_at": self.due.at.isoformat(),
            "due_date": self.due.date.isoformat(),
            "rule": str(self.due.limit),
            "provisional": self.due.provisional,
            "reasons": [reason.plain() for reason in self.reasons],
        }


def explain(
    *,
    start: datetime,
    limit: Limit,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
    channel: Channel = Channel.DIRECT,
    until: datetime | None = None,
    basis: str = "",
) -> Explanation:
    """The due of the same arguments, and why, up to the due or `until`, whichever is later.

    `basis` names where the limit comes from (a version of a procedure); it is the source of the sum.

    With `until` a pause still open is taken to end there; without it such a pause is Refused
    `clock.open_pause`.
    """
    ended = [pause if until is None else pause.closed(until) for pause in pauses]
    found = course(start=start, limit=limit, calendar=calendar, pauses=ended, channel=channel)
    the_due = due_of(found, limit, calendar)
    story = _Story(course=found, limit=limit, calendar=calendar, due=the_due)
    reasons = [*story.begun(start, channel), *story.counted(), *story.summed(basis)]
    if until is not None:
        reasons += story.late(until)
    return Explanation(
        due=the_due, reasons=tuple(reasons), course=found, calendar=calendar, received=start, until=until
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """Tells one course, beat by beat."""

    course: Course
    limit: Limit
    calendar: Calendar
    due: Due

    def begun(self, start: datetime, channel: Channel) -> Iterator[Reason]:
        """From the receipt to the moment the limit was finally counted from."""
        first = counted_from(received=start, channel=channel, calendar=self.calendar)
        if first == start:
            yield _moment(minute_of(start), ReasonKind.RECEIVED, self._received(minute_of(start)))
        else:
            yield _moment(minute_of(start), ReasonKind.RECEIVED, "Nộp trực tuyến ngoài giờ làm việc.")
            text = f"Tính là nhận khi mở cửa. {self._received(minute_of(first))}"
            yield _moment(minute_of(first), ReasonKind.OPENING, text)
        for stop in self.course.restarts:
            yield _paused(stop)
            begun = counted_from(received=moment_of(stop.end), channel=channel, calendar=self.calendar)
            text = f"Hết tạm dừng: thời hạn tính lại từ đầu. {self._received(minute_of(begun))}"
            yield _moment(minute_of(begun), ReasonKind.RESTARTED, text)

    def counted(self) -> Iterator[Reason]:
        """From there to where the count ended."""
        if self.limit.unit in {Unit.DAY, Unit.MONTH}:
            yield from self._calendar_days()
            return
        cursor = self.course.first
        for stop in self.course.suspensions:
            yield from self._run(cursor, stop.start)
            yield _paused(stop)
            yield self._resumed(stop)
            cursor = max(cursor, stop.end)
        yield from self._run(cursor, self.course.at)
        yield from self._adjusted()

    def summed(self, basis: str) -> Iterator[Reason]:
        """The line under the rule, and a warning when the calendar is not settled."""
        said = "1 ngày" if self.limit.unit is Unit.SAME_DAY else self.limit.words().removesuffix(" làm việc")
        yield _moment(self.course.at, ReasonKind.DUE, self._ended(), source=basis, effect=f"= {said}")
        if self.due.provisional:
            years = range(self.due.counted_from.year, self.due.date.year + 1)
            named = ", ".join(str(year) for year in years if self.calendar.is_provisional(year))
            text = f"Lịch nghỉ năm {named} chưa chính thức: giờ hẹn có thể đổi."
            day = self.due.date.toordinal()
            yield _days(day, day, ReasonKind.PROVISIONAL, text, source=self.calendar.name)

    def late(self, until: datetime) -> Iterator[Reason]:
        """From the due to `until`: days off, which are not lateness, and lateness."""
        if not self.limit.by_date:
            if minute_of(until) > self.course.at:
                span = late_by(at=until, due=self.due.at, limit=self.limit, calendar=self.calendar)
                yield _moment(minute_of(until), ReasonKind.LATE, "Đã quá giờ hẹn.", effect=span.words())
            return
        late = 0
        for worked, group in groupby(range(self.course.at // DAY + 1, minute_of(until) // DAY + 1), self._worked):
            days = list(group)
            if not worked:
                yield from self._off(days, "nghỉ, không tính là trễ", "0 ngày")
                continue
            late += len(days)
            text = _numbered("Ngày làm việc trễ", late - len(days) + 1, late)
            yield _days(days[0], days[-1], ReasonKind.LATE, text, effect=f"trễ {late} ngày")

    def _received(self, minute: int) -> str:
        if self.limit.unit is not Unit.SAME_DAY:
            return "Nhận hồ sơ. Ngày nhận không tính." if self.limit.by_date else "Nhận hồ sơ."
        if in_time_today(minute, self.calendar):
            return f"Nhận trước {self.calendar.cutoff:%H:%M}: trả trong ngày."
        if self._worked(minute // DAY):
            return f"Nhận từ {self.calendar.cutoff:%H:%M} trở đi: trả trong ngày làm việc tiếp theo."
        return "Nhận vào ngày nghỉ: trả trong ngày làm việc tiếp theo."

    def _ended(self) -> str:
        if self.limit.unit is Unit.SAME_DAY:
            return "Hết giờ làm việc trong ngày: giờ hẹn."
        if self.limit.unit is Unit.WORKING_DAY and self.limit.by_date:
            return f"Hết ngày làm việc thứ {self.limit.value}: giờ hẹn."
        if not self.limit.by_date:
            return f"Đủ {self.limit.words()}: giờ hẹn."
        moved = self.course.at // DAY != self.course.raw // DAY
        return f"Hết {self.limit.words()}{', chuyển khỏi ngày nghỉ' if moved else ''}: giờ hẹn."

    def _run(self, start: int, end: int) -> Iterator[Reason]:
        """What was counted from one minute to another without a pause."""
        if start >= end:
            return
        if self.limit.unit is Unit.HOUR:
            text = "Giờ liên tục, tính cả ngoài giờ và ngày nghỉ."
            effect = length_in_words(hours=(end - start) // 60, minutes=(end - start) % 60)
            first, last = start // DAY, (end - 1) // DAY
            yield _days(first, last, ReasonKind.COUNTED, text, effect=effect, minutes=end - start)
            return
        for (worked, _), group in groupby(range(start // DAY, (end - 1) // DAY + 1), self._told_together):
            days = list(group)
            if worked:
                yield from self._worked_run(days, max(start, days[0] * DAY), min(end, (days[-1] + 1) * DAY))
            else:
                whole = [day for day in days if day * DAY >= start and (day + 1) * DAY <= end]
                yield from self._off(whole, "nghỉ", "0 ngày" if self.limit.by_date else "0 giờ")

    def _told_together(self, day: int) -> tuple[bool, int]:
        """Neighbouring days with the same key share a line: days off, and the days of a long limit."""
        if not self._worked(day):
            return False, 0
        each = self._plain_days and self.limit.value <= _EACH_DAY_UP_TO
        return True, day if each or self.calendar.named(date.fromordinal(day)) else 0

    @property
    def _plain_days(self) -> bool:
        """Whether days, and not minutes, are what is counted."""
        return self.limit.by_date and not self.course.suspensions

    def _worked_run(self, days: list[int], start: int, end: int) -> Iterator[Reason]:
        timeline = self.calendar.timeline
        minutes = timeline.between(start, end)
        if not minutes:
            return
        named = self.calendar.named(date.fromordinal(days[0]))
        kind = ReasonKind.MAKEUP_WORKING if named else ReasonKind.COUNTED
        if self._plain_days:
            number = timeline.days_between(self.course.first // DAY - 1, days[-1])
            same_day = self.limit.unit is Unit.SAME_DAY
            text = "Ngày trả kết quả" if same_day else _numbered("Ngày làm việc", number - len(days) + 1, number)
            effect, counted = f"{len(days)} ngày", len(days)
        else:
            begins = "bắt đầu chạy" if start == self.course.first else "chạy tiếp"
            text = f"Thời hạn {self.limit.words()} {begins}."
            effect, counted = self._length(days, start, end), 0
        if named:
            text = f"{named.name}: {text[0].lower()}{text[1:]}"
        source = named.source if named else ""
        yield _days(days[0], days[-1], kind, text, source=source, effect=effect, days=counted, minutes=minutes)

    def _length(self, days: Iterable[int], start: int, end: int) -> str:
        """Counted working time in words: whole days and the rest, or hours when the limit is in hours."""
        timeline = self.calendar.timeline
        whole = rest = 0
        for day in days:
            minutes = timeline.between(max(start, day * DAY), max(start, min(end, (day + 1) * DAY)))
            if self.limit.by_date and minutes == timeline.between(day * DAY, (day + 1) * DAY):
                whole += 1
            else:
                rest += minutes
        return length_in_words(days=whole, hours=rest // 60, minutes=rest % 60)

    def _resumed(self, stop: Stop) -> Reason:
        """The end of a suspension: how far it moved the due."""
        if self.limit.unit is Unit.HOUR:
            minutes = stop.end - stop.start
            moved = length_in_words(hours=minutes // 60, minutes=minutes % 60)
        elif self.limit.unit in {Unit.DAY, Unit.MONTH}:
            moved = f"{stop.end // DAY - stop.start // DAY} ngày"
        else:
            minutes = self.calendar.timeline.between(stop.start, stop.end)
            days, rest = divmod(minutes, self.calendar.hours_per_day * 60)
            moved = f"{length_in_words(days=days, hours=rest // 60, minutes=rest % 60)} làm việc"
        shifted = self._shifted() if stop == self.course.suspensions[-1] else ""
        effect = f"dừng {moved.removesuffix(' làm việc')}"
        return _moment(stop.end, ReasonKind.RESUMED, f"Tính tiếp. Đã dừng {moved}{shifted}.", effect=effect)

    def _shifted(self) -> str:
        """From which day to which all suspensions together moved the due."""
        base, at = moment_of(self.course.base), self.due.at
        return "" if base.date() == at.date() else f", hạn lùi từ {base:%d/%m} sang {at:%d/%m}"

    def _adjusted(self) -> Iterator[Reason]:
        """What a suspended day limit gains beyond the time that was paused while it ran."""
        if not self.limit.by_date or not self.course.suspensions:
            return
        timeline, first = self.calendar.timeline, self.course.first
        before = sum(timeline.between(min(s.start, first), min(s.end, first)) for s in self.course.suspensions)
        rounded = timeline.between(self.course.raw, self.course.at)
        day = self.course.start // DAY
        if before:
            text = "Phần đã dừng trong ngày nhận cũng lùi hạn."
            said = length_in_words(hours=before // 60, minutes=before % 60)
            yield _days(day, day, ReasonKind.OFFSET, text, effect=f"− {said}", minutes=-before)
        if rounded:
            text = "Hạn rơi vào giữa ngày làm việc: tính đến hết giờ ngày đó."
            said = length_in_words(hours=rounded // 60, minutes=rounded % 60)
            last = self.course.at // DAY
            yield _days(last, last, ReasonKind.ROUNDED, text, effect=f"− {said}", minutes=-rounded)

    def _calendar_days(self) -> Iterator[Reason]:
        """Days as the calendar has them, the pauses between, the days off the due moves away from."""
        cursor, ends = self.course.start // DAY, self.course.unpaused // DAY
        for stop in self.course.suspensions:
            yield from self._calendar_run(cursor, min(stop.start // DAY, ends))
            yield from self._left_behind(ends, stop.start // DAY)
            yield _paused(stop)
            yield self._resumed(stop)
            cursor, ends = stop.end // DAY, max(ends, stop.start // DAY) + stop.end // DAY - stop.start // DAY
        yield from self._calendar_run(cursor, ends)
        yield from self._left_behind(ends, self.course.at // DAY)

    def _calendar_run(self, after: int, until: int) -> Iterator[Reason]:
        if after < until:
            text = "Ngày theo lịch, tính cả ngày nghỉ."
            count = until - after
            yield _days(after + 1, until, ReasonKind.COUNTED, text, effect=f"{count} ngày", days=count)

    def _left_behind(self, ends: int, day: int) -> Iterator[Reason]:
        yield from self._off(list(range(ends, day)), "nghỉ, hạn chuyển sang ngày làm việc tiếp theo", "")

    def _off(self, days: list[int], said: str, effect: str) -> Iterator[Reason]:
        """Days off, neighbours of one name together."""
        for (kind, name, source), group in groupby(days, self._day_off):
            run = list(group)
            text = f"{name or _weekdays(run)}: {said}"
            yield _days(run[0], run[-1], kind, text, source=source, effect=effect)

    def _day_off(self, day: int) -> tuple[ReasonKind, str, str]:
        named = self.calendar.named(date.fromordinal(day))
        if named is None or named.kind is DayKind.MAKEUP_WORKING:
            return ReasonKind.WEEKEND, "", ""
        return ReasonKind(named.kind.value), named.name, named.source

    def _worked(self, day: int) -> bool:
        return bool(self.calendar.timeline.sessions(day))


def _paused(stop: Stop) -> Reason:
    text = f"Tạm dừng: {stop.ground}." if stop.ground else "Tạm dừng."
    return _moment(stop.start, ReasonKind.PAUSED, text, effect="tạm dừng")


def _moment(minute: int, kind: ReasonKind, text: str, *, source: str = "", effect: str = "") -> Reason:
    at = moment_of(minute)
    return Reason(from_=at.date(), to=at.date(), at=at, kind=kind, text=text, source=source, effect=effect)


def _days(
    first: int,
    last: int,
    kind: ReasonKind,
    text: str,
    *,
    source: str = "",
    effect: str = "",
    days: int = 0,
    minutes: int = 0,
) -> Reason:
    return Reason(
        from_=date.fromordinal(first),
        to=date.fromordinal(last),
        kind=kind,
        text=text,
        source=source,
        effect=effect,
        days=days,
        minutes=minutes,
    )


def _numbered(what: str, first: int, last: int) -> str:
    return f"{what} thứ {last}" if first == last else f"{what} thứ {first} đến thứ {last}"


def _weekdays(days: list[int]) -> str:
    """`thứ Bảy, Chủ nhật`; a long unnamed run is an office without hours."""
    names = [_WEEKDAYS[(day - 1) % 7] for day in days]
    return ", ".join(names) if len(names) <= len(_WEEKDAYS) else "những ngày không có giờ làm việc"
