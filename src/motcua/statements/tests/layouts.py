"""Tables as offices lay them out: each holds, and with one figure exchanged something in it does not."""

from dataclasses import dataclass

__all__ = ["LAYOUTS", "Layout"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table whose sums and rates hold, and slips: what is printed and what it is exchanged for, each by itself."""

    name: str
    text: str
    slips: tuple[tuple[str, str], ...]


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        name="merged cells left blank, a subtotal in each group",
        text="""\
| Khu vực | Loại | Số việc |
|---|---|---|
| Phía đông | Khai sinh | 214 |
| | Kết hôn | 61 |
| | Cộng khu vực | 275 |
| Phía tây | Khai sinh | 388 |
| | Kết hôn | 94 |
| | Cộng khu vực | 482 |
| Toàn xã | Khai sinh | 602 |
| | Kết hôn | 155 |
| | Tổng | 757 |
""",
        slips=(("275", "295"), ("482", "428"), ("602", "662"), ("757", "775")),
    ),
    Layout(
        name="subtotals below their rows",
        text="""\
Lĩnh vực ¦ Tiếp nhận ¦ Đã trả
Hộ tịch ¦ 310 ¦ 302
Chứng thực ¦ 845 ¦ 845
Cộng tư pháp ¦ 1.155 ¦ 1.147
Đất đai ¦ 122 ¦ 97
Xây dựng ¦ 64 ¦ 60
Cộng địa chính ¦ 186 ¦ 157
Tổng cộng ¦ 1.341 ¦ 1.304
""".replace(" ¦ ", "\t"),
        slips=(("1.155", "1.165"), ("157", "175"), ("1.341", "1.331"), ("845\t845", "854\t845")),
    ),
    Layout(
        name="a running total beside each month",
        text="""\
| Tháng | Trong tháng | Lũy kế |
|---|---|---|
| Tháng 1 | 211 | 211 |
| Tháng 2 | 164 | 375 |
| Tháng 3 | 287 | 662 |
| Tháng 4 | 253 | 915 |
| Tháng 5 | 270 | 1.185 |
""",
        slips=(("662", "626"), ("253", "233"), ("1.185", "1.158")),
    ),
    Layout(
        name="months, quarters and the half-year",
        text="""\
Kỳ ¦ Nhận ¦ Trả
Tháng 1 ¦ 110 ¦ 104
Tháng 2 ¦ 98 ¦ 99
Tháng 3 ¦ 131 ¦ 127
Quý I ¦ 339 ¦ 330
Tháng 4 ¦ 140 ¦ 141
Tháng 5 ¦ 122 ¦ 120
Tháng 6 ¦ 125 ¦ 121
Quý II ¦ 387 ¦ 382
6 tháng đầu năm ¦ 726 ¦ 712
""".replace(" ¦ ", "\t"),
        slips=(("339", "393"), ("382", "328"), ("726", "762"), ("131", "113")),
    ),
    Layout(
        name="periods as columns of rows that have no standard name",
        text="""\
| Việc | Quý I | Quý II | 6 tháng |
|---|---|---|---|
| Lượt gọi tổng đài | 1.204 | 1.377 | 2.581 |
| Lượt hướng dẫn tại nhà | 46 | 53 | 99 |
| Cuộc họp thôn | 18 | 22 | 40 |
""",
        slips=(("2.581", "2.518"), ("99", "89")),
    ),
    Layout(
        name="what a period leaves is what the next begins with",
        text="""\
| Kỳ | Kỳ trước chuyển sang | Nhận mới | Tổng phải giải quyết | Đã giải quyết | Chuyển kỳ sau |
|---|---|---|---|---|---|
| Quý I | 24 | 640 | 664 | 622 | 42 |
| Quý II | 42 | 715 | 757 | 719 | 38 |
| 6 tháng | 24 | 1.355 | 1.379 | 1.341 | 38 |
""",
        slips=(("664", "646"), ("719", "791"), ("1.355", "1.335")),
    ),
    Layout(
        name="points reached of points possible",
        text="""\
| Tiêu chí | Điểm tối đa | Điểm đạt | Tỷ lệ (%) |
|---|---|---|---|
| Công khai | 15 | 13,2 | 88,0 |
| Tiến độ giải quyết | 25 | 23,5 | 94,0 |
| Trực tuyến | 20 | 17,1 | 85,5 |
| Mức độ hài lòng | 40 | 37,4 | 93,5 |
| Tổng điểm | 100 | 91,2 | 91,2 |
""",
        slips=(("85,5", "58,5"), ("23,5", "25,3")),
    ),
    Layout(
        name="points, ranks and means by year add up to nothing",
        text="""\
| Năm | Điểm cải cách | Hạng | Hài lòng (%) | Bình quân một tháng |
|---|---|---|---|---|
| 2023 | 71,30 | 9/11 | 81,4 | 388 |
| 2024 | 80,25 | 6/11 | 90,2 | 420 |
| 2025 | 85,10 | 4/11 | 93,7 | 517 |
""",
        slips=(),
    ),
    Layout(
        name="two periods and their difference",
        text="""\
Chỉ tiêu ¦ Năm 2024 ¦ Năm 2025 ¦ Tăng (+), giảm (-)
Hồ sơ tiếp nhận ¦ 1.940 ¦ 2.215 ¦ +275
Hồ sơ trực tuyến ¦ 988 ¦ 1.530 ¦ +542
Lượt tiếp dân ¦ 77 ¦ 69 ¦ -8
Văn bản đi ¦ 430 ¦ 466 ¦ +36
Số hồ sơ trực tuyến tăng 542 hồ sơ nhờ các tổ công nghệ số.
""".replace(" ¦ ", "\t"),
        slips=(("+542", "+524"), ("+275", "+257"), ("466", "446")),
    ),
    Layout(
        name="a balance: what was there and came in, what became of it",
        text="""\
| Loại đơn | Năm trước chuyển sang | Nhận | Đã xong | Chuyển nơi khác | Lưu | Đang xem xét |
|---|---|---|---|---|---|---|
| Khiếu nại | 2 | 7 | 5 | 1 | 1 | 2 |
| Tố cáo | 0 | 3 | 1 | 1 | 1 | 0 |
| Tranh chấp | 4 | 17 | 12 | 3 | 1 | 5 |
| Kiến nghị | 1 | 29 | 24 | 2 | 3 | 1 |
| Phản ánh | 0 | 22 | 20 | 1 | 1 | 0 |
| Cộng | 7 | 78 | 62 | 8 | 7 | 8 |
""",
        slips=(("| 24 |", "| 42 |"), ("| 78 |", "| 87 |")),
    ),
    Layout(
        name="the sentence above the table tells its total",
        text="""\
Trong năm có 327 hộ được vay vốn ưu đãi, cụ thể theo thôn:

| Thôn | Hộ được vay vốn | Hộ nghèo | Hộ khác |
|---|---|---|---|
| Nà Lốc | 98 | 61 | 37 |
| Bản Ỏ | 143 | 90 | 53 |
| Pá Khôm | 86 | 44 | 42 |
| Cộng | 327 | 195 | 132 |
""",
        slips=(("Trong năm có 327", "Trong năm có 372"), ("195", "159")),
    ),
    Layout(
        name="one column more than most rows need",
        text="""\
| Phòng | Được giao | Xong | Đang làm | Trễ |
|---|---|---|---|---|
| Văn phòng | 24 | 20 | 4 | 0 |
| Kinh tế | 37 | 28 | 7 | 2 |
| Văn hóa | 41 | 36 | 4 | 1 |
| Trung tâm | 19 | 16 | 3 | 0 |
| Cộng | 121 | 100 | 18 | 3 |
""",
        slips=(("| 36 |", "| 63 |"), ("| 100 |", "| 106 |"), ("| 18 |", "| 81 |")),
    ),
)
