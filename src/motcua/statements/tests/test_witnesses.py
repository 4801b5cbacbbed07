"""Two things that tell of the same slip: found without knowing the words; what may be chance is left alone."""

from decimal import Decimal

import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.tests.failing import fails


def told(text: str) -> dict[str, Decimal]:
    read = check(text)
    return {
        read.figures[read.known.quantities[which].figures[0]].numeral.text: value
        for one in read.checks
        if one.verdict is Verdict.INCONSISTENT and one.told
        for which, value in one.changes[0].values
    }


@pytest.mark.parametrize(
    ("text", "printed", "right"),
    [
        (
            (
                "Ấp Trên góp 412 cây, ấp Dưới góp 538 cây, ấp Giữa góp 277 cây, nghĩa là cả xã có 1.127 cây. "
                "Phần của ấp Giữa bằng 15,7%."
            ),
            "277",
            177,
        ),
        (
            "Tổ một đi 214 nhà, bằng 30,4%. Tổ hai đi 193 nhà. Tổ ba đi 297 nhà, bằng 42,2%. Ba tổ đi hết 740 nhà.",
            "740",
            704,
        ),
        (
            (
                "Kho giữ 1.318 thùng sổ. Đợt đầu chuyển đi 845 thùng, ở lại 4733 thùng. Nơi ở lại: nhà A 301 thùng, "
                "nhà B 172 thùng."
            ),
            "4733",
            473,
        ),
    ],
)
def test_two_that_agree(text: str, printed: str, right: int) -> None:
    assert told(text) == {printed: Decimal(right)}


@pytest.mark.parametrize(
    "text",
    [
        # neighbours that come near each other, and a rate of something else
        "Ấp Trên góp 412 cây, ấp Dưới góp 538 cây, ấp Giữa góp 277 cây, cả xã trồng 1.300 cây. Cây sống đạt 91,6%.",
        # a rate of a whole that the sum is not of
        "Ấp Trên góp 412 cây, ấp Dưới góp 538 cây, ấp Giữa góp 101 cây, cả xã có 1.127 cây; 177 cây chết, 15,7%.",
        # one slip mends a sum, and no rate knows of it
        "Ấp Trên góp 412 cây, ấp Dưới góp 538 cây, ấp Giữa góp 277 cây; xã bạn góp 1.127 cây.",
        # small figures: anything is a slip away
        "Có 3 tổ, 5 nhóm và 9 người; đạt 33,3% và 60,0%.",
    ],
)
def test_chance(text: str) -> None:
    assert not any(one.verdict is Verdict.INCONSISTENT for one in check(text).checks)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (
            "Đã trả 640 hồ sơ, gồm 430 hồ sơ trước hạn, 187 hồ sơ đúng hạn, 20 hồ sơ quá hạn. Đã gửi 23 thư xin lỗi.",
            {"20": Decimal(23)},
        ),
        (
            "Nhận 900 hồ sơ: trực tuyến 135 hồ sơ (85,0%), trực tiếp 765 hồ sơ (15,0%). Có 765 hồ sơ trực tuyến.",
            {"135": Decimal(765), "765": Decimal(135)},
        ),
        # told elsewhere, but so may anything be among many figures of two digits
        (
            (
                "Đã trả 640 hồ sơ, gồm 430 hồ sơ trước hạn, 187 hồ sơ đúng hạn, 20 hồ sơ quá hạn. Có 23 máy, 41 ghế, "
                "12 quạt, 17 bàn, 36 tủ, 55 kệ và 61 chậu cây."
            ),
            {},
        ),
    ],
)
def test_told_again(text: str, changes: dict[str, Decimal]) -> None:
    assert told(text) == changes


def test_two_shares_exchanged() -> None:
    read = check("Cả xã trồng 1.340 cây: keo 871 cây (35,0%), lát 469 cây (65,0%).")
    assert sum(one.verdict is Verdict.INCONSISTENT for one in read.checks) == 2


def test_a_share_beside_a_part_of_a_sum_that_holds() -> None:
    text = "Người dân góp 931 cây (78,44%), còn nhà trường góp 233 cây; 1.164 cây đã trồng."
    assert told(text) == {}  # far off: it may be of something else
    assert told(text.replace("78,44", "79,88")) == {"79,88%": Decimal("79.98")}
    assert not told(text.replace("78,44", "79,98"))


def test_rates_vouch_for_all_parts_but_one() -> None:
    text = "Phát 200 phiếu, thu 184. Trả lời rõ 121, tạm 47, khó 16. Trong đó rõ 65,8%, tạm 25,5% số thu về."
    assert told(text) == {}
    assert {one.verdict for one in check(text).checks} <= {Verdict.CONSISTENT, Verdict.UNDETERMINED}
    read = check(text.replace("khó 16", "khó 26"))
    assert any(one.verdict is Verdict.INCONSISTENT and one.relation.sums for one in read.checks)
    read = check(text.replace("khó 16", "khó 33"))  # no slip: it may be no list of all
    assert not any(one.verdict is Verdict.INCONSISTENT for one in read.checks)


def test_what_remains_and_the_rate_behind_a_count_ask_for_the_same_one() -> None:
    text = "Tiếp nhận 125 phản ánh, đã trả lời {} phản ánh, đạt {}%; 06 phản ánh đang xác minh."
    assert not fails(text.format(119, "95,2"))
    assert fails(text.format(111, "95,2"))
    assert not fails(text.format(111, "88,8"))  # some are not told
