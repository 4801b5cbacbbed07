import pytest

from motcua.statements.checking import Verdict, check

_FAILING = [
    (
        "Quỹ khuyến học: số dư đầu năm 4.120.000 đồng, các gia đình đóng góp 7.350.000 đồng, chi khen thưởng 5.900.000 "
        "đồng, số dư cuối năm 5.750.000 đồng."
    ),
    "Đàn bò đầu năm 812 con, trong năm sinh 96 con, nhập 15 con, xuất bán 71 con, chết 8 con, cuối năm 884 con.",
    "Đầu năm có 120 hội viên. Kết nạp 14, cho ra 3, chuyển đi 2. Cuối năm có 139 hội viên, tăng 9 so với đầu năm.",
    "Kho: tồn đầu kỳ 340 bao, nhập 125 bao (đợt một 80, đợt hai 45), xuất 198 bao, tồn cuối kỳ 276 bao.",
    "Hết quý II kho còn 71 thẻ. Sang quý III: tồn quý II chuyển sang 17, nhận mới 305, cộng 376; đã phát 340, còn 36.",
    (
        "Trạm y tế đầu tháng có 64 thẻ đang cho mượn; cho mượn 210, thu về 198; cuối tháng có 86 thẻ đang cho mượn, "
        "tăng 12 thẻ so với đầu tháng."
    ),
    "Số dư đầu kỳ: 2.150.000 đồng. Thu: 1.800.000 đồng. Chi: 1.320.000 đồng. Số dư cuối kỳ: 2.360.000 đồng.",
    (
        "Dự toán sau điều chỉnh là 2.460 triệu đồng, gồm giao đầu năm 1.980 triệu đồng, bổ sung 540 triệu đồng và cắt "
        "giảm 69 triệu đồng."
    ),
    "Số dư 31/12 là 3.450 nghìn đồng. Thu 2.100 nghìn đồng, chi 1.260 nghìn đồng. Số dư 30/6 là 4.920 nghìn đồng.",
    "Cuối năm trước có 1.105 hộ; cuối năm nay có 1.126 hộ; cấp mới 98 hộ, chấm dứt 41 hộ.",
    "Đầu kỳ 318 người; tăng 15 (mới 12, chuyển đến 3), giảm 9 (mất 6, chuyển đi 1); cuối kỳ 324 người.",
    "Trong quý tăng 71 và giảm 48 hội viên, như vậy tăng thêm 32 hội viên.",
    "Opening balance 1,240; received 310; paid out 257; closing balance 1,275.",
    "At the start of the year the register had 642 traders; 58 new, 31 closed; at the end of the year 696.",
]
_SOUND = [
    "Trong quý tăng 71 và giảm 48 hội viên, như vậy tăng thêm 23 hội viên.",
    "Đàn bò đầu năm 812 con, trong năm sinh 96 con, nhập 15 con, xuất bán 71 con, chết 8 con, cuối năm 844 con.",
    "Kho: tồn đầu kỳ 340 bao, nhập 125 bao (đợt một 80, đợt hai 45), xuất 198 bao, tồn cuối kỳ 267 bao.",
    "Đầu kỳ 318 người; tăng 15 (mới 12, chuyển đến 3), giảm 9 (mất 8, chuyển đi 1); cuối kỳ 324 người.",
    "Cuối năm trước có 1.105 hộ; cuối năm nay có 1.162 hộ, tăng 57 hộ; cấp mới 98 hộ, chấm dứt 41 hộ.",
    "Opening balance 1,240; received 310; paid out 275; closing balance 1,275.",
    "Cuối quý I còn 32 việc; quý II giao thêm 41 việc, xong 50 việc, cuối quý II còn 23 việc.",
]
_SILENT = [
    # two stocks; something went that is told after; only some of what moved; a change against another year; a reason
    (
        "Đầu quý có 214 hộ nghèo và 356 hộ cận nghèo. Trong quý 12 hộ thoát nghèo, 3 hộ phát sinh; cuối quý còn 205 hộ "
        "nghèo, 349 hộ cận nghèo."
    ),
    "Đầu tuần còn 37 thẻ, nhận thêm 142, đã phát 149, cuối tuần còn 28 thẻ; hai thẻ chuyển xã bên.",
    "Đầu năm có 260 em, giữa năm 18 em mới chuyển về cùng gia đình, cuối năm có 271 em.",
    "Đầu kỳ 64 chiếc. Tăng 9 chiếc so với cùng kỳ năm trước. Giảm 2 chiếc do hỏng, thêm 1. Cuối kỳ 62 chiếc.",
    "Kho đầu năm 431 bao, nhập 244 bao, xuất 240 bao, cuối năm còn 433 bao, lệch vì có bao rách đã bỏ.",
    "Đầu năm có 214 hộ nghèo. Xã hỗ trợ 50 hộ vay vốn, giảm 31 hộ nghèo, tăng 4 hộ, cuối năm còn 197 hộ nghèo.",
    "Quỹ tổ: đầu năm 34 bao, thêm 20, phát 15, cuối năm 39 bao. Quỹ đội: thêm 12, phát 10, cuối năm 49 bao.",
    "Kho đầu năm 85 bộ bàn, mua mới 14 ghế, thanh lý 6 bộ, cuối năm còn 81 bộ bàn.",
    "Đầu tháng tồn 44 thẻ; nhập 512 thẻ, trong đó mua mới 430 thẻ; phát 498 thẻ, cuối tháng còn 57 thẻ.",
]


@pytest.mark.parametrize("text", _FAILING)
def test_what_is_left_must_be_what_there_was_and_what_moved(text):
    assert any(one.verdict is Verdict.INCONSISTENT for one in check(text).checks)


@pytest.mark.parametrize("text", _SOUND)
def test_a_balance_that_comes_out_is_confirmed(text):
    verdicts = {one.verdict for one in check(text).checks}
    assert Verdict.CONSISTENT in verdicts
    assert Verdict.INCONSISTENT not in verdicts


@pytest.mark.parametrize("text", _SILENT)
def test_nothing_is_said_when_only_some_of_what_moved_may_be_told(text):
    assert not any(one.verdict is Verdict.INCONSISTENT for one in check(text).checks)


def test_more_and_fewer_exchanged_stand_out():
    found = check("Đầu quý: 318 người. Giảm: 15. Tăng: 9. Cuối quý: 324 người, tăng ròng 6 người.")
    wrong = [one for one in found.checks if one.verdict is Verdict.INCONSISTENT]
    assert wrong
    assert all(one.told and len(one.changes[0].values) == 2 for one in wrong)


def verdicts(text: str) -> set[Verdict]:
    return {one.verdict for one in check(text).checks}


@pytest.mark.parametrize(
    ("text", "printed", "instead"),
    [
        (
            (
                "Dư đầu quý 4.318.000 đ; thu phí sân bóng 962.000 đ, thu phí gửi xe 1.745.000 đ; nộp công đoàn "
                "2.100.000 đ, mua nước 380.000 đ. Dư cuối quý 4.545.000 đ."
            ),
            "4.545.000",
            "4.554.000",
        ),
        (
            (
                "The club began the year with 18.2 million dong. It took in 40.9 million from members and 6.3 million "
                "from guests, and paid out 51.7 million for the pool. It ended the year with 13.7 million."
            ),
            "13.7",
            "17.3",
        ),
    ],
)
def test_money_goes_the_way_that_words_or_numbers_show(text: str, printed: str, instead: str) -> None:
    assert Verdict.INCONSISTENT not in verdicts(text)
    assert Verdict.INCONSISTENT in verdicts(text.replace(printed, instead))


def test_what_each_pays_is_no_whole_of_what_is_counted_after_it() -> None:
    assert Verdict.INCONSISTENT not in verdicts("Mức góp 120.000 đồng mỗi hộ: đồng ý 86, chưa đồng ý 7, ý kiến khác 4.")
