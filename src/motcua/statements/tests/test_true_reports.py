"""Consistent passages as councils, statistics offices and inspectors write them, at which the checker once spoke."""

import pytest

from motcua.statements.tests.failing import wrong


@pytest.mark.parametrize(
    "text",
    [
        "A total of 4,310 enquiries were received in 2018/19 which represented a 9% increase on the year before.",
        "The share rose from 91.8% in 2013/14 to 93.2% in 2014/15.",
        (
            "Thu nội địa 3.215,640 tỷ đồng, bằng 102,1% (vượt 65,640 tỷ đồng) dự toán, tăng 2,6% (tăng 81,485 tỷ đồng) "
            "so cùng kỳ 2019. Đây là kết quả tốt."
        ),
        (
            "Tổng thu 8.420 tỷ đồng, đạt 106,3% dự toán, thuộc số tỉnh tăng từ 10-11% so với kế hoạch. Trong đó, thu "
            "nội địa 7.915 tỷ đồng, đạt 112,4% dự toán, tăng 8,7% so với cùng kỳ."
        ),
    ],
)
def test_two_years_and_a_range_are_no_counts(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        (
            "In the yard there were 640 break-ins in 2023 compared to 2024 when there were 712, an increase of {}%.",
            "11.25",
            "11.52",
        ),
        ("We had {} complaints, most on kerbs (40%, 24), drains (15%, 9) and lamps (10%, 6).", "60", "60"),
        (
            "Fines came to $4.4 million this year, a 22% rise from $3.6 million. Visits grew from 400 to {}, up 25%.",
            "500",
            "600",
        ),
        (
            (
                "The desk saw {} visitors in July. That was a rise of 2% on the 5,118 visits recorded during June, "
                "and 20% more than the 4,350 seen a year before."
            ),
            "5,220",
            "5,720",
        ),
    ],
)
def test_what_grew_is_told_from_either_side(text: str, right: str, slip: str) -> None:
    assert wrong(text.format(right)) == []
    assert right == slip or wrong(text.format(slip))


def test_two_things_that_each_changed_are_not_compared() -> None:
    text = (
        "Tổng trị giá xuất khẩu đạt 41,2 tỷ USD tăng 6,5% so với cùng kỳ năm trước; tổng trị giá nhập khẩu đạt 39,8 tỷ "
        "USD, giảm 1,7% so với cùng kỳ năm trước."
    )
    assert wrong(text) == []


def test_rows_whose_lines_are_lost_are_not_added() -> None:
    series = (
        "Số giáo viên - Người\n812\n830\n845 861 902\nSố học sinh - học sinh\n9120 9340 9515 9608 9811\n"
        "Phân theo giới tính -\nBy sex\nNam -\nMale\n4710 4802 4899 4931 5040\nNữ -\nFemale\n4410 4538 4616 4677 4771\n"
    )
    cells = "\n".join(
        f"{name} |\n" + " |\n".join(row.split()) + " |"
        for name, row in [
            ("Quarterly statistics 2023/24\nQuarter |\nReceived |\nOn time |\nLate", ""),
            ("Q1", "412 380 32"),
            ("Q2", "365 340 25"),
            ("Q3", "433 391 36"),
            ("Q4", "508 467 44"),
            ("Total (2023/24)", "1718 1578 137"),
        ]
    )
    assert wrong(series) == wrong(cells) == []


def test_counts_told_alike_between_semicolons_are_no_parts_of_the_first() -> None:
    text = "Trong quý, có 20 quán đăng ký tạm nghỉ; 14 quán đóng cửa; 26 quán mở cửa trở lại."
    assert wrong(text) == []
    assert len(wrong("Đoàn xem 48 bếp ăn, trong đó đạt yêu cầu 93 bếp, phải nhắc 9 bếp.")) == 1
