"""Names: case, order, masks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.vietnam import mask_name, name_key, title_case

anything = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("scanned", "written"),
    [
        ("TRẦN THỊ NGÂU", "Trần Thị Ngâu"),
        ("nguyễn văn mẫu", "Nguyễn Văn Mẫu"),
        ("ĐẶNG  Ỷ\tNHƯ", "Đặng Ỷ Như"),
        ("Y H'BIA ÊBAN", "Y H'Bia Êban"),
        ("K-PA LÔ", "K-Pa Lô"),
        ("Lê McAn", "Lê McAn"),
        ("", ""),
    ],
)
def test_title_case(scanned: str, written: str) -> None:
    assert title_case(scanned) == written


def test_people_in_order() -> None:
    in_order = [
        "Lê An",
        "Nguyễn An",  # the same given name: by family name
        "Nguyễn Thị An",
        "Nguyễn Văn An",
        "Bùi Anh",  # an before anh
        "Bùi Ánh",  # tone after letters: anh before ánh …
        "Trần Ảo",  # … and both before ao
        "Trần Ân",  # a before â
        "Phạm Bình",
        "Vũ Dung",
        "Vũ Đan",  # every d before every đ
        "Hồ Hoa",
        "Hồ Hòa",
        "Hồ Hỏa",
        "Hồ Hõa",
        "Hồ Hóa",
        "Hồ Họa",
        "Hồ Ông",
        "Hồ Ơn",
        "Hồ Uyên",
        "Hồ Ưng",
        "Hồ Yến",
    ]
    mixed = in_order[::2] + in_order[1::2]
    assert sorted(mixed, key=name_key) == in_order
    assert all(name_key(a) < name_key(b) for a, b in pairwise(in_order))


def test_the_key_ignores_case_and_spaces_and_survives_strangers() -> None:
    assert name_key("TRẦN  THỊ NGÂU ") == name_key("Trần Thị Ngâu")
    assert name_key("Trần François") == name_key("Trần Francois")
    assert name_key("王 芳") > name_key("Hồ Ý")
    assert name_key("") == ""


@given(anything)
def test_the_key_is_ascii_for_any_text(text: str) -> None:
    assert name_key(text).isascii()


@pytest.mark.parametrize(
    ("name", "masked"),
    [("Nguyễn Văn Mẫu", "N***** V** M**"), ("  lê Ý ", "L* Ý"), ("", ""), ("Đỗ", "Đ*")],
)
def test_mask_name(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text(st.characters(categories=["Ll"]), min_size=1, max_size=30))
def test_a_mask_shows_one_letter_of_a_word(word: str) -> None:
    assert set(mask_name(word)[1:]) <= {"*", *mask_name(word)[:3]}
    assert mask_name(word).count("*") >= len(word) - 2
