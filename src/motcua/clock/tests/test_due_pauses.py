"""What pauses do to a due date."""

import pytest

from motcua import clock
from motcua.acts import Refused
from motcua.clock import Channel, Pause, PauseMode
from motcua.clock.tests.made import STANDARD, at, limit, restarted, suspended


def due_at(received: str, within: str, *pauses: Pause, channel: Channel = Channel.DIRECT) -> str:
    found = clock.due(start=at(received), limit=limit(within), calendar=STANDARD, pauses=pauses, channel=channel)
    return f"{found.at:%Y-%m-%d %H:%M}"


def test_the_dossier_of_the_picture() -> None:
    pause = suspended("2026-11-16 14:00", "2026-11-18 14:00")
    assert due_at("2026-11-12 09:10", "5 working days") == "2026-11-19 17:00"
    assert due_at("2026-11-12 09:10", "5 working days", pause) == "2026-11-23 17:00"


@pytest.mark.parametrize(
    ("within", "start", "end", "expected"),
    [
        # received Monday 02/03/2026 09:00
        ("3 working days", "03-03 10:00", "03-03 10:01", "03-06 17:00"),  # a minute costs a day
        ("3 working days", "03-03 11:30", "03-03 13:00", "03-05 17:00"),  # lunch costs nothing
        ("3 working days", "03-03 17:00", "03-04 07:30", "03-05 17:00"),  # nor does a night
        ("3 working days", "03-03 08:00", "03-04 08:00", "03-06 17:00"),
        ("3 working days", "03-05 16:00", "03-09 09:00", "03-09 17:00"),  # 10.5 hours
        ("3 working days", "03-02 10:00", "03-02 16:00", "03-06 17:00"),  # on the day of receipt
        ("3 working days", "03-05 20:00", "03-06 09:00", "03-06 17:00"),  # in the evening of the due day
        ("3 working days", "03-06 08:00", "03-13 08:00", "03-05 17:00"),  # too late to heal
        ("3 working days", "02-20 08:00", "03-01 08:00", "03-05 17:00"),  # before the receipt
        ("3 working days", "02-20 08:00", "03-03 17:00", "03-09 17:00"),  # across the receipt
        ("4 working hours", "03-02 10:00", "03-02 11:00", "03-02 15:30"),
        ("4 working hours", "03-02 10:00", "03-03 10:00", "03-03 14:30"),
        ("4 working hours", "03-02 14:30", "03-02 16:00", "03-02 16:00"),  # at the very due
        ("4 working hours", "03-02 14:31", "03-02 16:00", "03-02 14:30"),  # a minute after it
        ("0.5 working days", "03-02 10:00", "03-02 11:00", "03-02 15:30"),
        ("12 hours", "03-02 20:00", "03-03 20:00", "03-03 21:00"),
        ("5 days", "03-03 10:00", "03-05 09:00", "03-09 17:00"),  # two days: from 07 to 09/03
        ("4 days", "03-03 10:00", "03-03 16:00", "03-06 17:00"),  # not one calendar day
        ("4 days", "03-03 23:59", "03-04 00:00", "03-09 17:00"),  # one midnight is a day
        ("5 days", "03-09 10:00", "03-11 09:00", "03-11 17:00"),  # in the days of grace
        ("1 month", "03-10 10:00", "03-13 09:00", "04-06 17:00"),  # 02/04 and 3 days is a Sunday
        ("same day", "03-02 10:00", "03-02 11:00", "03-03 17:00"),
    ],
)
def test_a_suspension(within: str, start: str, end: str, expected: str) -> None:
    assert due_at("2026-03-02 09:00", within, suspended(f"2026-{start}", f"2026-{end}")) == f"2026-{expected}"


@pytest.mark.parametrize(
    ("within", "start", "end", "expected"),
    [
        ("3 working days", "03-03 10:00", "03-09 10:00", "03-12 17:00"),
        ("3 working days", "03-03 10:00", "03-07 10:00", "03-11 17:00"),  # ends on a Saturday
        ("4 working hours", "03-02 10:00", "03-02 14:00", "03-03 08:30"),
        ("12 hours", "03-02 10:00", "03-02 14:00", "03-03 02:00"),
        ("5 days", "03-03 10:00", "03-04 10:00", "03-09 17:00"),
        ("1 month", "03-03 10:00", "03-10 10:00", "04-10 17:00"),
        ("same day", "03-02 10:00", "03-02 16:00", "03-03 17:00"),
        ("3 working days", "03-06 08:00", "03-13 08:00", "03-05 17:00"),  # already late
    ],
)
def test_a_restart(within: str, start: str, end: str, expected: str) -> None:
    assert due_at("2026-03-02 09:00", within, restarted(f"2026-{start}", f"2026-{end}")) == f"2026-{expected}"


def test_a_restart_online_counts_from_the_next_opening() -> None:
    pause = restarted("2026-03-03 10:00", "2026-03-07 10:00")
    found = clock.due(
        start=at("2026-03-02 09:00"),
        limit=limit("3 working days"),
        calendar=STANDARD,
        pauses=[pause],
        channel=Channel.ONLINE,
    )
    assert found.counted_from == at("2026-03-09 07:30")
    assert found.at == at("2026-03-12 17:00")


def test_overlapping_suspensions_count_once() -> None:
    one = suspended("2026-03-03 08:00", "2026-03-04 12:00")
    two = suspended("2026-03-04 10:00", "2026-03-05 08:00")
    both = suspended("2026-03-03 08:00", "2026-03-05 08:00")
    assert due_at("2026-03-02 09:00", "3 working days", one, two) == due_at("2026-03-02 09:00", "3 working days", both)


def test_two_short_suspensions_cost_one_day_together() -> None:
    one = suspended("2026-03-03 08:00", "2026-03-03 09:00")
    two = suspended("2026-03-04 08:00", "2026-03-04 09:00")
    assert due_at("2026-03-02 09:00", "3 working days", two, one) == "2026-03-06 17:00"


def test_a_suspension_that_outlasts_a_restart_still_suspends() -> None:
    restart = restarted("2026-03-03 08:00", "2026-03-04 08:00")
    suspension = suspended("2026-03-03 10:00", "2026-03-05 17:00")
    assert due_at("2026-03-02 09:00", "3 working days", restart, suspension) == "2026-03-11 17:00"


def test_the_last_of_two_restarts_counts() -> None:
    one = restarted("2026-03-03 08:00", "2026-03-04 08:00")
    two = restarted("2026-03-04 07:00", "2026-03-06 08:00")
    assert due_at("2026-03-02 09:00", "3 working days", one, two) == "2026-03-11 17:00"


@pytest.mark.parametrize("mode", PauseMode)
def test_a_pause_of_no_length_is_nothing(mode: PauseMode) -> None:
    pause = Pause(start=at("2026-03-03 10:00:10"), end=at("2026-03-03 10:00:50"), mode=mode)
    assert due_at("2026-03-02 09:00", "3 working days", pause) == "2026-03-05 17:00"


def test_a_pause_cannot_end_before_it_starts() -> None:
    with pytest.raises(Refused) as no:
        suspended("2026-03-03 10:00", "2026-03-03 09:59")
    assert no.value.code == "pause.order"


def test_an_open_pause_has_no_due_but_can_be_projected() -> None:
    pause = Pause(start=at("2026-03-03 10:00"), end=None, mode=PauseMode.SUSPEND)
    with pytest.raises(Refused) as no:
        due_at("2026-03-02 09:00", "3 working days", pause)
    assert no.value.code == "clock.open_pause"

    def projected(now: str) -> str:
        found = clock.project(
            start=at("2026-03-02 09:00"),
            limit=limit("3 working days"),
            calendar=STANDARD,
            pauses=[pause],
            now=at(now),
        )
        return f"{found.at:%Y-%m-%d %H:%M}"

    assert projected("2026-03-03 09:00") == "2026-03-05 17:00"  # the pause is still to come
    assert projected("2026-03-04 10:00") == "2026-03-06 17:00"
    assert projected("2026-03-10 10:00") == "2026-03-12 17:00"
