"""Codes of dossiers, agencies, procedures."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.acts import Refused
from motcua.vietnam import AGENCY_MOST, DossierCode, agency_id, dossier_code, procedure_code, tail

anything = st.text(st.characters(exclude_categories=()), max_size=60) | st.text("AH09.-", max_size=40)
agencies = st.from_regex(r"\A[A-Z0-9]{1,4}(\.[A-Z0-9]{1,4}){0,5}\Z")


def test_our_own_code() -> None:
    code = DossierCode(agency="H99.16", day=date(2026, 11, 12), number=12)
    assert code.format() == "H99.16-261112-0012"
    assert DossierCode.parse("h99.16-261112-0012") == code
    assert tail(code.format()) == ("H99.16-261112-", "0012")
    assert DossierCode(agency="H99.16", day=date(2026, 1, 2), number=12345).format() == "H99.16-260102-12345"


@given(agencies, st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 999_999))
def test_a_code_comes_back(agency: str, day: date, number: int) -> None:
    code = DossierCode(agency=agency, day=day, number=number)
    assert DossierCode.parse(code.format()) == code
    assert dossier_code(code.format()) == code.format()
    assert "".join(tail(code.format())) == code.format()


@pytest.mark.parametrize(
    ("agency", "day", "number", "refusal"),
    [
        ("H99.16", date(2026, 1, 1), 0, "code.number"),
        ("H99.16", date(2026, 1, 1), 1_000_000, "code.number"),
        ("H99.16", date(1999, 1, 1), 1, "code.number"),
        ("h99.16", date(2026, 1, 1), 1, "code.agency"),
        ("H99..16", date(2026, 1, 1), 1, "code.agency"),
        ("", date(2026, 1, 1), 1, "code.agency"),
    ],
)
def test_parts_that_make_no_code(agency: str, day: date, number: int, refusal: str) -> None:
    with pytest.raises(Refused) as no:
        DossierCode(agency=agency, day=day, number=number)
    assert no.value.code == refusal


@pytest.mark.parametrize(
    "code", ["000.00.16.H29-220915-0001", "H29.16-220915-0001", "H29-220915-123456", "A-991399-0001"]
)
def test_shapes_of_other_systems(code: str) -> None:
    assert dossier_code(f" {code.lower()}\n") == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "H99.16",
        "H99.16-26111-0012",
        "H99.16-261112-012",
        "H99.16-261112-0012-1",
        "Đ99-261112-0012",
        "A" * 36 + "-261112-0012",
    ],
)
def test_texts_that_are_no_code(text: str) -> None:
    with pytest.raises(Refused) as no:
        dossier_code(text)
    assert no.value.code == "code.dossier"


def test_an_impossible_day_is_none_of_ours() -> None:
    with pytest.raises(Refused) as no:
        DossierCode.parse("A-991399-0001")
    assert no.value.code == "code.dossier"


def test_tail_of_a_text_without_a_dash() -> None:
    assert tail("0012") == ("", "0012")
    assert tail("") == ("", "")


def test_agency_ids() -> None:
    assert agency_id(" h99.16 ") == "H99.16"
    assert len(agency_id("A" * AGENCY_MOST)) == AGENCY_MOST
    for wrong in ("A" * 36, "H99.", ".H99", "H99-16", ""):
        with pytest.raises(Refused):
            agency_id(wrong)


@pytest.mark.parametrize("code", ["1.001193", "1.001193.000.00.00.H56", "2.000815.000.00.00.H55.02"])
def test_procedure_codes(code: str) -> None:
    assert procedure_code(f" {code.lower()} ") == code


@pytest.mark.parametrize(
    "text", ["", "1001193", "1.00119", "1.001193.", "1.001193.H", "khai sinh", "1.001193\x00.0000"]
)
def test_texts_that_are_no_procedure_code(text: str) -> None:
    with pytest.raises(Refused) as no:
        procedure_code(text)
    assert no.value.code == "code.procedure"


@given(anything)
def test_hostile_text_is_read_or_refused(text: str) -> None:
    assert "".join(tail(text)) == text
    for parse in (dossier_code, agency_id, procedure_code, DossierCode.parse):
        with suppress(Refused):
            parse(text)
