"""Cleaning, folding, words, initials."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.vietnam import clean, fold, initials, words

anything = st.text(st.characters(exclude_categories=()), max_size=60)  # surrogates and nulls too


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đăng ký khai sinh", "dang ky khai sinh"),
        ("ĐĂNG KÝ  kết hôn\n", "dang ky ket hon"),
        ("Nguyễn Thị Tuyết Ngưỡng", "nguyen thi tuyet nguong"),
        ("ẵ ỗ Ữ ợ ỷ Ặ", "a o u o y a"),
        ("đĐ", "dd"),
        ("1.001193", "1.001193"),
        ("", ""),
    ],
)
def test_fold(form: str, written: str, folded: str) -> None:
    assert fold(unicodedata.normalize(form, written)) == folded  # type: ignore[arg-type]  # parametrised form names


def test_hidden_characters_go() -> None:
    assert clean("Trần\u200b Thị\x00\u202e Ng\ud800âu\ufeff") == "Trần Thị Ngâu"
    assert fold("\x00Đ\u200fặng\x1b") == "dang"


def test_words_and_initials() -> None:
    assert words("Đăng ký, khai-sinh (1.001193)") == ("dang", "ky", "khai", "sinh", "1.001193")
    assert words("…") == ()
    assert initials("đăng ký khai sinh") == "dkks"
    assert initials("") == ""


@given(anything)
def test_clean_can_be_stored_and_settles(text: str) -> None:
    tidy = clean(text)
    assert clean(tidy) == tidy
    assert "\x00" not in tidy
    tidy.encode()
    assert unicodedata.is_normalized("NFC", tidy)


@given(anything)
def test_fold_settles_and_forgets_case_and_form(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert "".join(initials(text)) == "".join(word[0] for word in words(text))


def test_a_million_characters_are_only_long() -> None:
    assert fold("Ấ" * 1_000_000) == "a" * 1_000_000
