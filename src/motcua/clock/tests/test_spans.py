"""Lengths of working time in words, as LOOK.md says them."""

import pytest

from motcua import clock
from motcua.clock.tests.made import STANDARD, at, limit


@pytest.mark.parametrize(
    ("now", "due", "expected"),
    [
        ("2026-11-25 10:12", "2026-11-25 17:00", "còn 5 giờ làm việc"),
        ("2026-11-25 10:12", "2026-11-26 17:00", "còn 1 ngày 5 giờ làm việc"),
        ("2026-11-25 10:12", "2026-11-25 11:30", "còn 1 giờ 18 phút làm việc"),
        ("2026-11-25 10:12", "2026-12-10 17:00", "còn 11 ngày làm việc"),
        ("2026-11-25 13:00", "2026-12-09 17:00", "còn 10 ngày 4 giờ làm việc"),
        ("2026-11-25 17:00", "2026-11-27 17:00", "còn 2 ngày làm việc"),
        ("2026-11-25 15:00", "2026-11-25 17:00", "còn 2 giờ làm việc"),
        ("2026-11-25 15:00:01", "2026-11-25 17:00", "còn 1 giờ 59 phút làm việc"),
        ("2026-11-25 15:00:00.5", "2026-11-25 17:00", "còn 1 giờ 59 phút làm việc"),
        ("2026-11-25 16:30", "2026-11-25 17:00", "còn 30 phút làm việc"),
        ("2026-11-25 17:00", "2026-11-25 17:00", "hết giờ hẹn"),
        ("2026-11-25 18:00", "2026-11-25 17:00", "hết giờ hẹn"),
    ],
)
def test_what_is_left_is_rounded_down(now: str, due: str, expected: str) -> None:
    assert clock.remaining(at=at(now), due=at(due), calendar=STANDARD).words() == expected


def test_continuous_hours_are_plain_hours() -> None:
    within = limit("12 hours")
    left = clock.remaining(at=at("2026-11-28 01:00"), due=at("2026-11-28 10:30"), calendar=STANDARD, limit=within)
    late = clock.late_by(at=at("2026-11-29 12:00"), due=at("2026-11-28 10:30"), calendar=STANDARD, limit=within)
    assert left.words() == "còn 9 giờ"
    assert late.words() == "trễ 1 ngày 1 giờ 30 phút"


@pytest.mark.parametrize(
    ("now", "due", "within", "expected"),
    [
        ("2026-11-25 10:12", "2026-11-23 17:00", "5 working days", "trễ 1 ngày"),
        ("2026-11-26 07:00", "2026-11-23 17:00", "5 working days", "trễ 2 ngày"),
        ("2026-11-24 10:00", "2026-11-23 17:00", "5 working days", "trễ, chưa sang ngày làm việc"),
        ("2026-11-23 20:00", "2026-11-23 17:00", "5 working days", "không trễ"),
        ("2026-11-25 10:12", "2026-11-23 15:00", "4 working hours", "trễ 4 giờ 42 phút"),
        ("2026-11-25 10:12", "2026-11-23 17:00", "4 working hours", "trễ 2 giờ 42 phút"),
        ("2026-11-26 10:12", "2026-11-23 17:00", "4 working hours", "trễ 1 ngày 2 giờ 42 phút"),
        ("2026-11-25 10:12:59", "2026-11-25 10:12", "4 working hours", "trễ, chưa hết một phút làm việc"),
        ("2026-11-25 10:12", "2026-11-25 10:12", "4 working hours", "không trễ"),
        ("2026-11-25 10:00", "2026-11-25 10:12", "4 working hours", "không trễ"),
    ],
)
def test_lateness_never_softens(now: str, due: str, within: str, expected: str) -> None:
    span = clock.late_by(at=at(now), due=at(due), limit=limit(within), calendar=STANDARD)
    assert span.words() == expected


def test_early_and_elapsed() -> None:
    early = clock.early_by(at=at("2026-11-12 09:22"), due=at("2026-11-12 11:30"), calendar=STANDARD)
    spent = clock.elapsed(start=at("2026-11-12 09:10"), end=at("2026-11-16 14:00"), calendar=STANDARD)
    assert early.words() == "sớm 2 giờ 8 phút"
    assert spent.minutes == (140 + 240) + 480 + 300
    assert spent.words() == "2 ngày 3 giờ làm việc"
    assert clock.elapsed(start=at("2026-11-12 09:10"), end=at("2026-11-12 09:10"), calendar=STANDARD).minutes == 0
