"""The text a scanner types from an identity card. All people are invented."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.acts import Refused
from motcua.vietnam import Card, Sex, parse_card

NGAU = "000190000123||TRẦN THỊ NGÂU|07031990|Nữ|Số 8, ngõ Hoa Giấy, phường Hoa Gạo|15082021"
EXPECTED = Card(
    id_number="000190000123",
    old_number="",
    name="Trần Thị Ngâu",
    born=date(1990, 3, 7),
    sex=Sex.FEMALE,
    address="Số 8, ngõ Hoa Giấy, phường Hoa Gạo",
    issued=date(2021, 8, 15),
)


def codes(text: str) -> list[str]:
    return [warning.code for warning in parse_card(text).warnings]


@pytest.mark.parametrize(
    "text",
    [
        NGAU,
        f"  {NGAU}\r\n",
        f"]Q1{NGAU}",
        f"\ufeff{NGAU}",
        unicodedata.normalize("NFD", NGAU),
        NGAU.replace("|", " | "),
        NGAU.replace("|", "｜"),
        NGAU.replace("07031990", "07/03/1990"),
        NGAU.replace("Nữ", "NỮ"),
        NGAU.encode().decode("latin-1"),
        NGAU + "||NGUYỄN THỊ MẪU|TRẦN VĂN MẪU|",  # cards since 2024 may carry more
        NGAU.replace("||", "|"),  # a reader that drops the old number
    ],
)
def test_ways_a_card_arrives(text: str) -> None:
    assert parse_card(text) == EXPECTED


def test_letters_broken_by_windows_are_mended() -> None:
    broken = "".join(
        bytes([byte]).decode("cp1252") if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte) for byte in NGAU.encode()
    )
    assert parse_card(broken) == EXPECTED


def test_six_fields_without_the_day_of_issue() -> None:
    card = parse_card(NGAU.rpartition("|")[0])
    assert card.issued is None
    assert card.warnings == ()
    assert parse_card(NGAU.replace("15082021", "")).issued is None


def test_an_old_number_is_kept() -> None:
    assert parse_card(NGAU.replace("||", "|000000001|")).old_number == "000000001"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Nữ", "Nam", "card.sex"),
        ("Nữ", "N?", "card.sex_unread"),
        ("|Nữ|", "||", "card.sex_unread"),
        ("07031990", "07031991", "card.year"),
        ("07031990", "07031890", "card.year"),
        ("||TRẦN", "|12345|TRẦN", "card.old_number"),
        ("NGÂU", "NG\ufffdU", "card.name_broken"),
        ("NGÂU", "NG?U", "card.name_broken"),
        ("15082021", "99992021", "card.issued_unread"),
        ("15082021", "15081980", "card.issued_before"),
    ],
)
def test_things_to_look_at(old: str, new: str, code: str) -> None:
    assert codes(NGAU.replace(old, new)) == [code]


def test_an_unread_sex_comes_from_the_number() -> None:
    assert parse_card(NGAU.replace("Nữ", "N\ufffd")).sex is Sex.FEMALE
    assert parse_card(NGAU.replace("Nữ", "").replace("000190", "000090")).sex is Sex.MALE


@pytest.mark.parametrize(
    ("prefix", "year", "sex"), [("0", 1965, "Nam"), ("1", 1965, "Nữ"), ("2", 2008, "Nam"), ("3", 2008, "Nữ")]
)
def test_century_and_sex_in_the_number(prefix: str, year: int, sex: str) -> None:
    text = f"000{prefix}{year % 100:02}000001||LÊ MẪU|0101{year}|{sex}|Tổ 1"
    assert codes(text) == []


def test_a_warning_reads_as_a_sentence() -> None:
    warning = parse_card(NGAU.replace("Nữ", "Nam")).warnings[0]
    assert str(warning) == "Giới tính không khớp với số căn cước. Xem lại trên thẻ."


@pytest.mark.parametrize("name", ["LÊ Ý", "H'BIA ÊBAN", "K-PA LÔ", "NGUYỄN THỊ TUYẾT NGƯỠNG"])
def test_names_without_a_warning(name: str) -> None:
    assert codes(NGAU.replace("TRẦN THỊ NGÂU", name)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "card.empty"),
        ("\x00\r\n", "card.empty"),
        ("000190000123", "card.fields"),
        ("a|b|c|d|e", "card.fields"),
        ("||||||", "card.number"),
        (NGAU.replace("000190000123", "00019000012"), "card.number"),
        (NGAU.replace("000190000123", "٠٠٠١٩٠٠٠٠١٢٣"), "card.number"),
        (NGAU.replace("TRẦN THỊ NGÂU", ""), "card.name"),
        (NGAU.replace("07031990", "31021990"), "card.born"),
        (NGAU.replace("07031990", "1990"), "card.born"),
        ("|" * 3_000, "card.long"),
    ],
)
def test_texts_that_are_no_card(text: str, code: str) -> None:
    with pytest.raises(Refused) as no:
        parse_card(text)
    assert no.value.code == code


def test_an_impossible_birthday_says_why() -> None:
    with pytest.raises(Refused) as no:
        parse_card(NGAU.replace("07031990", "31021990"))
    assert no.value.vi.startswith("Ngày sinh trên mã: Tháng 2 không có ngày 31.")


def read(text: str) -> Card | str:
    try:
        return parse_card(text)
    except Refused as no:
        return no.code


hostile = st.text(st.characters(exclude_categories=()), max_size=30)


@given(st.lists(hostile | st.sampled_from(NGAU.split("|")), max_size=12).map("|".join) | hostile)
def test_hostile_text_is_read_or_refused(text: str) -> None:
    found = read(text)
    if isinstance(found, str):
        assert found.startswith("card.")
        return
    assert len(found.id_number) == 12
    for part in (found.name, found.address, found.old_number):
        assert "\x00" not in part
        assert part.encode().decode() == part


@given(st.integers(0, len(NGAU) - 1), st.characters(exclude_categories=()))
def test_one_broken_character_never_breaks_more(place: int, char: str) -> None:
    found = read(NGAU[:place] + char + NGAU[place + 1 :])
    assert isinstance(found, Card) or found.startswith("card.")
