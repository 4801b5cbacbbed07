"""Which numbers of a text count something, and what they are."""

from decimal import Decimal

import pytest

from motcua.statements.signs.numerals import Form, Hedge, english, spot


def counted(text: str) -> list[str]:
    return [one.text for one in spot(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.558 hồ sơ", "12558"),
        ("4545 hồ sơ", "4545"),
        ("1.234.567 đồng", "1234567"),
        ("1 234 hồ sơ tiếp nhận", "1234"),
        ("05 nhiệm vụ", "5"),
        ("96,5 triệu đồng", "96.5"),
        ("received 12,558 dossiers", "12558"),
        ("mười hai hồ sơ", "12"),
        ("hai mươi mốt đơn", "21"),
        ("một nghìn không trăm bốn mươi hồ sơ", "1040"),
        ("twenty-one dossiers", "21"),
        ("còn năm hồ sơ", "5"),
    ],
)
def test_a_count(text: str, value: str) -> None:
    one = spot(text)[0]
    assert (one.form, one.value) == (Form.COUNT, Decimal(value))
    assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [("98,23%", "98.23", 2), ("51,8 %", "51.8", 1), ("97 phần trăm", "97", 0), ("at 98.50 % of all", "98.50", 2)],
)
def test_a_rate(text: str, value: str, decimals: int) -> None:
    one = spot(text)[0]
    assert (one.form, one.value, one.decimals) == (Form.PERCENT, Decimal(value), decimals)


def test_a_ratio() -> None:
    one = spot("đã hoàn thành 14/27 nhiệm vụ")[0]
    assert (one.form, one.value, one.whole) == (Form.RATIO, 14, 27)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("hơn 2.000 hồ sơ", Hedge.ABOUT),
        ("gần 98%", Hedge.ABOUT),
        ("about 40 visits", Hedge.ABOUT),
        ("ấp Trên 48, ấp Dưới 31", Hedge.EXACT),
        ("Trên 48 hồ sơ", Hedge.ABOUT),
        ("tăng 12%", Hedge.CHANGE),
        ("giảm 35 hồ sơ", Hedge.CHANGE),
        ("gấp 2 lần", Hedge.CHANGE),
        ("rose by 428 dossiers", Hedge.CHANGE),
        ("tiếp nhận 428 hồ sơ", Hedge.EXACT),
    ],
)
def test_how_firmly_it_is_said(text: str, hedge: Hedge) -> None:
    assert spot(text)[0].hedge is hedge


@pytest.mark.parametrize(
    "text",
    [
        "ngày 15/9/2025",
        "từ 01/7 đến 30/9/2025",
        "tháng 9/2025",
        "quý III/2025",
        "6 tháng đầu năm 2025",
        "năm 2024",
        "giai đoạn 2021 - 2025",
        "between 4 and 15 August 2025",
        "3 March 2026",
        "17 giờ 30",
        "7:30",
        "Quyết định số 1510/QĐ-UBND",
        "Nghị định 61/2018/NĐ-CP",
        "Công văn 1902/UBND-NC",
        "điều 19",
        "mức độ 3, 4",
        "level 3 and level 4",
        "TCVN ISO 9001:2015",
        "khu phố 3",
        "phường 14",
        "điểm tiếp nhận số 2",
        "ĐT 0236.3.812.345",
        "hotline 1900 5551",
        "máy lẻ 12",
        "từ 30 đến 60 tuổi",
        "4 sao",
        "60 m2",
        "24/7",
        "1. Kết quả",
        "thứ 2",
        "năm hồ sơ cũ",  # "the year" as likely as "five"
    ],
)
def test_noise(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Đội có hai mươi tư diễn viên: bảy nhạc công, mười ca sĩ và một vũ công.", ["24", "7", "10", "1"]),
        ("trồng 210 gốc bưởi, còn ba gốc chưa bén", ["210", "3"]),
        ("mười hai đã xong, chín mươi còn chờ", ["12", "90"]),
        ("tổ sáng bốn người, tổ chiều năm người", ["4", "5"]),
        ("Forty-six, all from the hills, remain, and thirty-one were seen", ["46", "31"]),
        ("hai mươi năm qua, mười hai giờ, tám mươi mốt tuổi, ba mươi phút", []),
        ("Ngày hai mươi tư tháng ba; năm hai nghìn không trăm hai mươi; bác Ba và chị Tư", []),
        ("hai buổi sau 150 tờ, một phần 24, hai bên ký", ["150", "24"]),
        ("Trong năm người dân nộp bốn đơn", ["4"]),
        ("twenty-four hours, a forty-one-year-old", []),
    ],
)
def test_numbers_in_words_before_any_noun(text: str, numbers: list[str]) -> None:
    assert [str(one.value) for one in spot(text)] == numbers


def test_noise_does_not_swallow_what_follows() -> None:
    assert counted("Ngày 15/9, 12 hồ sơ; tháng 9 có 130 hồ sơ; trong 6 tháng 1.204 hồ sơ") == ["12", "130", "1.204"]


def test_which_language_the_numbers_speak() -> None:
    assert english("received 12,558 dossiers, 98.23%")
    assert not english("tiếp nhận 12.558 hồ sơ, đạt 98,23%")
    assert english("Only 12 dossiers")
    assert not english("Chỉ có 12 hồ sơ")
    assert spot("phường nhận 1,204 hồ sơ, 98.23%")[0].value == 1204  # as printed, whatever the language


def test_a_number_nobody_means_is_left_out() -> None:
    assert spot("9" * 5000 + " hồ sơ") == ()


def test_a_short_number_after_a_hotline_counts() -> None:
    assert counted("Tin nhận qua đường dây nóng: 160. Đã xong 136.") == ["160", "136"]
    assert counted("Cuộc gọi tới đường dây nóng: 1.204 cuộc") == ["1.204"]
    assert counted("Gọi đường dây nóng 0236.3777.405 hoặc tổng đài 115, zalo 1022") == []


def test_minutes_that_became_fewer_count() -> None:
    assert counted("Chờ giảm từ 40 phút xuống 26 phút") == ["40", "26"]
    assert counted("Đợi từ 40 phút là phải báo") == []


def test_decimals_before_a_full_stop() -> None:
    assert [one.value for one in spot("Điểm là 86,75. Năm ngoái 83,5.")] == [Decimal("86.75"), Decimal("83.5")]
    assert [one.value for one in spot("The score was 86.75, last year 83.5.")] == [Decimal("86.75"), Decimal("83.5")]


def test_the_sign_ahead() -> None:
    told = spot("Tỷ lệ che phủ (%): 71,5. Tỷ lệ % là 64; còn 30 ha.")
    assert [(one.form, one.value) for one in told][:2] == [(Form.PERCENT, Decimal("71.5")), (Form.PERCENT, Decimal(64))]
    assert [one.form for one in spot("Trồng (%) 1.250 cây")] == [Form.COUNT]


def test_so_many_in_ten_are_no_counts() -> None:
    assert counted("Cứ 10 hộ thì có 8 hộ dùng bếp ga; ấp có 160 hộ.") == ["160"]
