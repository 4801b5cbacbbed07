"""Money as people say it: read in full, added up with money in figures, multiplied by what each of so many gets."""

import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.signs.numerals import spot


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("quyên được bảy triệu rưỡi, gửi", 7_500_000),
        ("mua máy bơm 12 triệu 4.", 12_400_000),
        ("giá trị 1 tỷ 250 triệu đồng", 1_250_000_000),
        ("chi mười ba triệu sáu đồng", 13_600_000),
        ("thu hai mươi triệu năm trăm nghìn đồng", 20_500_000),
        ("tiền công 2,5 triệu rưỡi", 3_000_000),
    ],
)
def test_an_amount_is_read_in_full(words: str, value: int) -> None:
    assert value in [int(one.value) for one in spot(words, in_english=False)]


@pytest.mark.parametrize(
    ("words", "values"), [("mức 10 triệu một người", [10]), ("vài triệu rưỡi", []), ("được 9,4 triệu đồng", ["9.4"])]
)
def test_what_is_no_such_amount_is_let_be(words: str, values: list[object]) -> None:
    assert [str(one.value) for one in spot(words, in_english=False)][:1] == [str(one) for one in values]


def wrong(text: str) -> list[str]:
    return [one.relation.kind for one in check(text).checks if one.verdict is Verdict.INCONSISTENT]


@pytest.mark.parametrize(
    ("text", "printed", "instead"),
    [
        (
            "Lớp võ có 31 em, 19 em trai, 12 em gái. Học phí mỗi em 150 nghìn đồng, thành 4 triệu 650 nghìn đồng.",
            "650",
            "560",
        ),
        ("Hội quyên góp được 3 triệu rưỡi, gồm người lớn 2 triệu 8, trẻ em 700 nghìn đồng.", "700", "900"),
    ],
)
def test_amounts_agree_with_what_is_told_of_them(text: str, printed: str, instead: str) -> None:
    assert not wrong(text)
    assert wrong(text.replace(printed, instead))


def test_a_sentence_may_end_with_a_short_word_for_money() -> None:
    text = "Đã trả điện 420.000 đ. Số còn trong quỹ là 1.080.000 đ trên tổng 1.500.000 đ."
    assert not wrong(text)
