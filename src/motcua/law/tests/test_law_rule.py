"""Rules of the days before and after each turning point."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua import law
from motcua.acts import Refused
from motcua.law import Certainty, Rule, Rulebook

days = st.dates(min_value=date(2018, 6, 21), max_value=date(2035, 12, 31))


@pytest.mark.parametrize(
    ("rule_id", "day", "value"),
    [
        ("HANDOVER_CUTOFF", date(2018, 6, 21), "15:00"),
        ("HANDOVER_CUTOFF", date(2026, 11, 25), "15:00"),
        ("SUPPLEMENT_CLOCK", date(2025, 6, 30), "restart"),
        ("SUPPLEMENT_CLOCK", date(2025, 7, 1), "suspend"),
        ("FINANCIAL_DUTY_CLOCK", date(2022, 3, 1), "suspend"),
        ("FORM_SET", date(2025, 6, 30), "TT01-2018"),
        ("FORM_SET", date(2025, 7, 1), "TT03-2025"),
        ("ONLINE_SCALE", date(2022, 8, 14), "levels_1_4"),
        ("ONLINE_SCALE", date(2022, 8, 15), "partial_full"),
        ("REAPPOINTMENT_MAX", date(2023, 1, 5), 1),
        ("REAPPOINTMENT_MAX", date(2026, 11, 25), 1),
        ("APOLOGY_LEAD_DAYS", date(2026, 11, 25), 1),
        ("APOLOGY_WARN_DAYS", date(2026, 11, 25), 2),
        ("SUPPLEMENT_MAX_PROCESSING", date(2026, 11, 25), 1),
        ("SUPPLEMENT_NOTICE_DAYS", date(2026, 11, 25), 3),
        ("ONLINE_ACK_HOURS", date(2026, 11, 25), 8),
        ("HOURS_PER_DAY", date(2000, 1, 1), 8),
        ("CLOCK_START", date(2022, 11, 25), "valid_receipt"),
        ("CLOCK_START_BOUNDARY_FREE", date(2026, 8, 5), "competent_agency_receipt"),
        ("SUPERVISION_LAW", date(2026, 2, 28), "87/2015"),
        ("SUPERVISION_LAW", date(2026, 3, 1), "121/2025"),
        ("LEVELS_OF_GOVERNMENT", date(2025, 6, 30), 4),
        ("LEVELS_OF_GOVERNMENT", date(2025, 7, 1), 3),
        ("KPI_ONTIME_DEFINITION", date(2022, 1, 1), ("QD766_2_1", "SETTLED_ONLY")),
        ("PERCENT_DECIMALS", date(2022, 1, 1), 2),
    ],
)
def test_value_on_a_day(rule_id: str, day: date, value: law.Value) -> None:
    assert law.rule(rule_id, on=day).value == value


def test_defaults_that_were_not_found_in_a_text_say_so() -> None:
    for rule_id in ("SUPPLEMENT_NOTICE_DAYS", "SUPPLEMENT_CLOCK", "REAPPOINTMENT_MAX", "APOLOGY_LEAD_DAYS"):
        assert law.rule(rule_id, on=date(2026, 1, 1)).certainty is Certainty.UNSURE
        assert law.rule(rule_id, on=date(2024, 1, 1)).certainty is Certainty.SURE


def test_a_day_before_the_first_record_is_refused() -> None:
    with pytest.raises(Refused) as no:
        law.rule("REAPPOINTMENT_MAX", on=date(2018, 6, 20))
    assert no.value.code == "law.no_rule"
    assert "20/06/2018" in no.value.vi
    assert "2018-06-20" in no.value.en


def test_a_misspelt_id_is_a_bug() -> None:
    with pytest.raises(KeyError):
        law.rule("REAPOINTMENT_MAX", on=date(2026, 1, 1))


def test_values_by_kind() -> None:
    on = date(2026, 11, 25)
    assert law.rule("REAPPOINTMENT_MAX", on=on).whole == 1
    assert law.rule("PAKN_PORTAL", on=on).part("handle") == 15
    assert law.rule("SUPERVISION_EXPLAIN_DAYS", on=on).part("complex") == 30
    with pytest.raises(TypeError):
        _ = law.rule("HANDOVER_CUTOFF", on=on).whole
    with pytest.raises(KeyError):
        law.rule("PAKN_PORTAL", on=on).part("nothing")
    with pytest.raises(KeyError):
        law.rule("HANDOVER_CUTOFF", on=on).part("handle")


def _local(value: law.Value, start: date | None, end: date | None = None, rule_id: str = "APOLOGY_WARN_DAYS") -> Rule:
    return Rule(id=rule_id, value=value, basis="Quyết định của phường", start=start, end=end, certainty=Certainty.SURE)


def test_a_ward_overrides_a_rule_for_its_days() -> None:
    book = Rulebook((_local(3, date(2026, 1, 1), date(2026, 12, 31)),))
    assert book.rule("APOLOGY_WARN_DAYS", on=date(2025, 12, 31)).value == 2
    assert book.rule("APOLOGY_WARN_DAYS", on=date(2026, 1, 1)).value == 3
    assert book.rule("APOLOGY_WARN_DAYS", on=date(2026, 12, 31)).value == 3
    assert book.rule("APOLOGY_WARN_DAYS", on=date(2027, 1, 1)).value == 2
    assert law.rule("APOLOGY_WARN_DAYS", on=date(2026, 6, 1)).value == 2


def test_the_later_local_record_wins_whatever_their_order() -> None:
    older, newer = _local(3, date(2026, 1, 1)), _local(4, date(2026, 7, 1))
    for book in (Rulebook((older, newer)), Rulebook((newer, older))):
        assert book.rule("APOLOGY_WARN_DAYS", on=date(2026, 6, 30)).value == 3
        assert book.rule("APOLOGY_WARN_DAYS", on=date(2026, 7, 1)).value == 4
        assert [record.value for record in book.history("APOLOGY_WARN_DAYS")] == [2, 3, 4]


def test_a_ward_may_add_a_rule_of_its_own() -> None:
    book = Rulebook((_local("18:00", None, rule_id="EVENING_OPENING"),))
    assert book.rule("EVENING_OPENING", on=date(2020, 1, 1)).value == "18:00"
    assert {record.id for record in book.all_rules()} == {record.id for record in law.all_rules()} | {"EVENING_OPENING"}


def test_a_record_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Refused) as no:
        _local(3, date(2026, 2, 1), date(2026, 1, 31))
    assert no.value.code == "law.period"


@given(day=days, start=days, end=days)
def test_the_rule_found_covers_its_day(day: date, start: date, end: date) -> None:
    book = Rulebook((_local(9, min(start, end), max(start, end)),))
    found = book.rule("APOLOGY_WARN_DAYS", on=day)
    assert found.covers(day)
    assert found.value == (9 if min(start, end) <= day <= max(start, end) else 2)
