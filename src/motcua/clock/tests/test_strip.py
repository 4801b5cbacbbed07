"""The calendar strip of a dossier, as drawn in LOOK.md."""

from motcua import clock
from motcua.clock import SegmentKind, StripDay
from motcua.clock.tests.made import STANDARD, at, limit, restarted, suspended


def drawn(day: StripDay) -> str:
    parts = [f"{s.kind.value} {s.start:.4g}-{s.end:.4g}" for s in day.segments]
    marks = [f"count {day.count}"] if day.count else []
    marks += [f"late day {day.late_day}"] if day.late_day else []
    marks += [
        f"{name} {value:.4g}"
        for name, value in (("due", day.due), ("first", day.first_due), ("now", day.now))
        if value is not None
    ]
    return f"{day.weekday} {day.date:%d/%m} {'nghỉ' if day.off else ''}{day.name}: {', '.join(parts + marks)}"


def test_the_strip_of_the_dossier_picture() -> None:
    found = clock.explain(
        start=at("2026-11-12 09:10"),
        limit=limit("5 working days"),
        calendar=STANDARD,
        pauses=[suspended("2026-11-16 14:00", "2026-11-18 14:00")],
        until=at("2026-11-25 10:12"),
    )
    days = found.strip()
    assert [drawn(day) for day in days] == [
        "T5 12/11 : ",
        "T6 13/11 : used 0-1, count 1",
        "T7 14/11 nghỉ: ",
        "CN 15/11 nghỉ: ",
        "T2 16/11 : used 0-0.625, paused 0.625-1",
        "T3 17/11 : paused 0-1",
        "T4 18/11 : paused 0-0.625, used 0.625-1, count 2",
        "T5 19/11 : used 0-1, count 3, first 1",
        "T6 20/11 : used 0-1, count 4",
        "T7 21/11 nghỉ: ",
        "CN 22/11 nghỉ: ",
        "T2 23/11 : used 0-1, count 5, due 1",
        "T3 24/11 nghỉNgày Văn hóa Việt Nam: ",
        "T4 25/11 : late 0-0.3375, late day 1, now 0.3375",
    ]
    assert days[0].received == at("2026-11-12 09:10")
    assert days[4].paused_at == at("2026-11-16 14:00")
    assert days[6].resumed_at == at("2026-11-18 14:00")


def test_an_earlier_until_stops_at_the_due() -> None:
    found = clock.explain(start=at("2026-03-02 09:00"), limit=limit("2 working days"), calendar=STANDARD)
    days = found.strip(at("2026-03-03 09:00"))
    assert [drawn(day) for day in days] == [
        "T2 02/03 : ",
        "T3 03/03 : used 0-1, count 1, now 0.1875",
        "T4 04/03 : used 0-1, count 2, due 1",
    ]


def test_calendar_days_use_days_off_too() -> None:
    found = clock.explain(
        start=at("2026-03-05 09:00"),
        limit=limit("2 days"),
        calendar=STANDARD,
        pauses=[suspended("2026-03-06 09:00", "2026-03-07 09:00")],
    )
    assert [drawn(day) for day in found.strip()] == [
        "T5 05/03 : ",
        "T6 06/03 : used 0-1, count 1",
        "T7 07/03 nghỉ: paused 0-1",
        "CN 08/03 nghỉ: used 0-1, count 2",
        "T2 09/03 : due 1, first 1",
    ]


def test_hours_count_hours() -> None:
    found = clock.explain(
        start=at("2026-03-06 16:00"),
        limit=limit("8 working hours"),
        calendar=STANDARD,
        until=at("2026-03-10 09:00"),
    )
    assert [drawn(day) for day in found.strip()] == [
        "T6 06/03 : used 0.875-1, count 1",
        "T7 07/03 nghỉ: ",
        "CN 08/03 nghỉ: ",
        "T2 09/03 : used 0-0.875, late 0.875-1, count 8, due 0.875",
        "T3 10/03 : late 0-0.1875, now 0.1875",
    ]


def test_continuous_hours_fill_the_clock_of_the_day() -> None:
    found = clock.explain(start=at("2026-03-06 18:00"), limit=limit("12 hours"), calendar=STANDARD)
    assert [drawn(day) for day in found.strip()] == [
        "T6 06/03 : used 0.75-1, count 6",
        "T7 07/03 nghỉ: used 0-0.25, count 12, due 0.25",
    ]


def test_a_restart_is_drawn_as_a_pause() -> None:
    found = clock.explain(
        start=at("2026-03-02 09:00"),
        limit=limit("same day"),
        calendar=STANDARD,
        pauses=[restarted("2026-03-02 10:00", "2026-03-03 10:00")],
    )
    kinds = [[segment.kind for segment in day.segments] for day in found.strip()]
    assert kinds == [[SegmentKind.PAUSED], [SegmentKind.PAUSED, SegmentKind.USED]]
