"""A calendar that comes in a file: read as people write it, or a sentence for each wrong line; never an exception."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.acts import Refused
from motcua.clock import Day, DayKind, Hours, Session
from motcua.offices.rules import (
    CERTAINTIES,
    KINDS,
    Change,
    DayChange,
    HoursChange,
    difference,
    from_sheet,
    read,
    sessions_from,
    sessions_text,
    week_from,
)

HEAD = ["Ngày", "Loại", "Tên ngày", "Văn bản", "Độ chắc"]
TET = ["05/02/2027", "nghỉ lễ", "Tết Đinh Mùi", "Thông báo 1", "chắc"]
DAY = DayChange(date=date(2027, 2, 5), kind=DayKind.PUBLIC_HOLIDAY, name="Tết Đinh Mùi", source="Thông báo 1")


def of(*rows):
    return read(from_sheet([HEAD, *rows]))


@pytest.mark.parametrize(
    "row",
    [
        TET,
        ["2027-02-05", "public_holiday", "Tết Đinh Mùi", "Thông báo 1", "high"],
        [date(2027, 2, 5), " NGHI LE ", "Tết Đinh Mùi", "Thông báo 1", ""],
        ["5-2-2027", "nghỉ lễ", "Tết  Đinh Mùi ", "Thông báo 1"],
    ],
)
def test_a_line_is_read_as_people_write_it(row):
    assert of(row).change == Change(days=(DAY,))


def test_every_word_of_the_lists_is_read_back():
    for kind, said in KINDS.items():
        assert of(["05/02/2027", said, "a", "b", ""]).change.days[0].kind == kind
    for certainty, said in CERTAINTIES.items():
        assert of(["05/02/2027", "nghỉ lễ", "a", "b", said]).change.days[0].certainty == certainty


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["31/02/2027", *TET[1:]], "Không đọc được ngày"),
        (["", *TET[1:]], "Không đọc được ngày"),
        ([True, *TET[1:]], "Không đọc được ngày"),
        ([TET[0], "nghỉ chơi", *TET[2:]], "Loại ngày là một trong"),
        ([TET[0], "nghỉ lễ", "", "Thông báo 1", ""], "Ghi tên ngày và văn bản"),
        ([*TET[:4], "có lẽ"], "Độ chắc là một trong"),
        ([TET[0], "nghỉ lễ", "T" * 161, "b", ""], "Tên dài nhất"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line_and_nothing_is_read(row, words):
    parsed = of(TET, row)
    assert parsed.change is None
    assert [error.where for error in parsed.errors] == ["dòng 3"] * len(parsed.errors)
    assert any(words in error.vi for error in parsed.errors)
    assert all(error.vi.endswith(".") and error.en.endswith(".") for error in parsed.errors)


def test_a_day_given_twice_and_a_file_without_days_are_errors():
    assert "đã có ở dòng trước" in of(TET, TET).errors[0].vi
    assert read({}).errors[0].vi == read(None).errors[0].vi == of().errors[0].vi
    with pytest.raises(Refused) as no:
        from_sheet([["Day", "Sort"]])
    assert no.value.code == "upload.column"


NAMES = ["days", "hours", "date", "kind", "name", "source", "certainty", "valid_from", "weekly", "extra", "T2"]
PLAIN = st.none() | st.booleans() | st.integers() | st.text() | st.floats()
ANYTHING = st.recursive(PLAIN, lambda part: st.lists(part) | st.dictionaries(st.sampled_from(NAMES), part))


@given(ANYTHING)
def test_whatever_a_file_holds_it_is_read_or_told(raw):
    week = {"valid_from": "2027-01-01", "weekly": raw}
    for whole in (raw, {"days": raw}, {"days": [raw]}, {"hours": raw}, {"hours": week}):
        parsed = read(whole)
        assert (parsed.change is None) == bool(parsed.errors)


def test_hours_come_by_weekday():
    weekly = {"T2": "7h30-11h30; 13h–17h", "CN": ""}
    hours = {"valid_from": "2027-01-04", "weekly": weekly, "extra": {"T7": "08:00-11:00"}}
    found = read({"hours": hours}).change.hours
    assert found.valid_from == date(2027, 1, 4)
    assert found.weekly == {"0": [["07:30", "11:30"], ["13:00", "17:00"]]}
    assert found.extra == {"5": [["08:00", "11:00"]]}
    assert "T2 đến T7" in read({"hours": {**hours, "weekly": {"Thứ hai": "8-9"}}}).errors[0].vi
    assert "valid_from" in read({"hours": {"weekly": weekly}}).errors[0].vi


@pytest.mark.parametrize("text", ["mai", "8", "25:00-26:00", "08:00", "8-9," * 7, "08:60-09:00", "x" * 500])
def test_hours_that_cannot_be_read_get_one_sentence(text):
    with pytest.raises(Refused) as no:
        sessions_from(text)
    assert no.value.code == "calendar.session_text"


@given(st.lists(st.tuples(st.times(), st.times()).map(sorted), max_size=4))
def test_hours_written_are_hours_read(pairs):
    stored = [[f"{a:%H:%M}", f"{b:%H:%M}"] for a, b in pairs]
    assert sessions_from(sessions_text(stored)) == stored


def test_a_file_read_twice_changes_nothing():
    known = Day(date=DAY.date, kind=DAY.kind, name=DAY.name, source=DAY.source, certainty=DAY.certainty)
    week = week_from({"T2": "8-11"})
    hours = HoursChange(valid_from=date(2027, 1, 4), weekly=week)
    held = Hours(valid_from=hours.valid_from, weekly={0: (Session(start=time(8), end=time(11)),), 1: ()})
    gone = DayChange(date=date(2027, 3, 1), kind=None)
    asked = Change(days=(DAY, gone), hours=hours)
    assert difference(asked, days={DAY.date: known}, hours={hours.valid_from: held}) == Change()
    assert difference(asked, days={}, hours={}) == Change(days=(DAY,), hours=hours)
    other = Day(date=DAY.date, kind=DAY.kind, name=DAY.name, source="Văn bản cũ", certainty="low")
    assert difference(Change(days=(DAY,)), days={DAY.date: other}, hours={}) == Change(days=(DAY,))
