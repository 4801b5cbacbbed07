"""Tables of stocks and flows, shares, plans, staff, money, points."""

from motcua.statements.tests.layouts import Layout

__all__ = ["TIMES"]

TIMES: tuple[Layout, ...] = (
    Layout(
        name="plan, done and difference unsigned",
        text="""\
| Phòng | Kế hoạch | Thực hiện | Chênh lệch |
|---|---|---|---|
| Văn phòng | 120 | 131 | 11 |
| Kinh tế | 210 | 198 | 12 |
| Văn hóa | 96 | 99 | 3 |
| Cộng | 426 | 428 | |
""",
        slips=(("198", "189"), ("426", "462")),
    ),
    Layout(
        name="not telling: services by level with all rows plain",
        text="""\
| STT | Thủ tục | Số lượt | Phí (đồng) | Tổng phí (đồng) |
|---|---|---|---|---|
| 1 | Cấp bản sao | 412 | 8.000 | 3.296.000 |
| 2 | Chứng thực chữ ký | 120 | 10.000 | 1.200.000 |
| 3 | Xác nhận | 45 | 15.000 | 675.000 |
| | Cộng | 577 | | 5.171.000 |
""",
        slips=(("5.171.000", "5.117.000"), ("577", "557")),
    ),
    Layout(
        name="share column of the total",
        text="""\
| Kênh | Số hồ sơ | Tỷ trọng (%) |
|---|---|---|
| Trực tuyến toàn trình | 1.204 | 60,2 |
| Trực tuyến một phần | 431 | 21,6 |
| Trực tiếp | 310 | 15,5 |
| Bưu chính | 55 | 2,8 |
| Tổng | 2.000 | 100 |
""",
        slips=(("60,2", "62,0"), ("310", "301")),
    ),
    Layout(
        name="by year plain comparision no sums",
        text="""\
| Chỉ tiêu | 2023 | 2024 | 2025 |
|---|---|---|---|
| Dân số | 12.410 | 12.655 | 12.890 |
| Số hộ | 3.102 | 3.140 | 3.201 |
| Hộ nghèo | 210 | 166 | 121 |
| Tỷ lệ hộ nghèo (%) | 6,8 | 5,3 | 3,8 |
""",
        slips=(("5,3", "3,5"),),
    ),
    Layout(
        name="targets vs results by month with half-year mean",
        text="""\
| Tháng | Tỷ lệ đúng hạn (%) | Tỷ lệ trực tuyến (%) | Tỷ lệ hài lòng (%) |
|---|---|---|---|
| 1 | 96,1 | 81,4 | 98,0 |
| 2 | 97,0 | 83,0 | 97,5 |
| 3 | 97,7 | 85,2 | 98,2 |
| Quý I | 97,0 | 83,3 | 97,9 |
""",
        slips=(),
    ),
    Layout(
        name="men women children crossing",
        text="""\
Thôn ¦ Nhân khẩu ¦ Nam ¦ Nữ ¦ Dưới 16 ¦ Từ 16 trở lên
Đồi ¦ 812 ¦ 401 ¦ 411 ¦ 210 ¦ 602
Suối ¦ 640 ¦ 330 ¦ 310 ¦ 151 ¦ 489
Bãi ¦ 455 ¦ 220 ¦ 235 ¦ 118 ¦ 337
Cộng ¦ 1.907 ¦ 951 ¦ 956 ¦ 479 ¦ 1.428
""".replace(" ¦ ", "\t"),
        slips=(("401", "410"), ("489", "498"), ("956", "965"), ("1.907", "1.970")),
    ),
    Layout(
        name="weekly table with stock",
        text="""\
| Tuần | Tồn đầu tuần | Nhận | Trả | Tồn cuối tuần |
|---|---|---|---|---|
| Tuần 1 | 31 | 140 | 133 | 38 |
| Tuần 2 | 38 | 151 | 160 | 29 |
| Tuần 3 | 29 | 138 | 131 | 36 |
| Tuần 4 | 36 | 144 | 150 | 30 |
| Cả tháng | 31 | 573 | 574 | 30 |
""",
        slips=(("160", "106"), ("573", "537"), ("| 29 | 138", "| 27 | 138")),
    ),
    Layout(
        name="two tables, second a part of the first",
        text="""\
Bảng 1
| Lĩnh vực | Nhận | Trả | Còn |
|---|---|---|---|
| Hộ tịch | 412 | 405 | 7 |
| Đất đai | 233 | 201 | 32 |
| Cộng | 645 | 606 | 39 |

Bảng 2. Riêng đất đai
| Thủ tục | Nhận | Trả | Còn |
|---|---|---|---|
| Đăng ký biến động | 150 | 131 | 19 |
| Tách thửa | 83 | 70 | 13 |
| Cộng | 233 | 201 | 32 |
""",
        slips=(("645", "654"), ("131", "113")),
    ),
    Layout(
        name="cells with units and bold",
        text="""\
| Hạng mục | Kinh phí | Đã giải ngân | Còn lại |
|---|---|---|---|
| Đường thôn Thượng | 450,0 tr | 300,0 tr | 150,0 tr |
| Nhà văn hóa | 820,5 tr | 610,5 tr | 210,0 tr |
| Kênh mương | 310,0 tr | 275,0 tr | 35,0 tr |
| **Tổng** | **1.580,5 tr** | **1.185,5 tr** | **395,0 tr** |
""",
        slips=(("610,5", "601,5"), ("395,0", "359,0")),
    ),
    Layout(
        name="english fields with of which",
        text="""\
| Field | Received | of which online | Settled | On time | Late | Pending |
|---|---|---|---|---|---|---|
| Civil status | 1,204 | 980 | 1,190 | 1,181 | 9 | 14 |
| Land | 377 | 210 | 330 | 301 | 29 | 47 |
| Construction | 141 | 128 | 133 | 130 | 3 | 8 |
| Total | 1,722 | 1,318 | 1,653 | 1,612 | 41 | 69 |
""",
        slips=(("1,181", "1,118"), ("1,318", "1,381"), ("| 47 |", "| 74 |"), ("1,653", "1,635")),
    ),
    Layout(
        name="no total row, rates by unit and note with the mean",
        text="""\
| Phường | Phiếu | Hài lòng | Tỷ lệ |
|---|---|---|---|
| Hồ Sen | 320 | 301 | 94,1% |
| Cầu Đá | 210 | 199 | 94,8% |
| Bến Vải | 180 | 166 | 92,2% |
| Gò Sỏi | 150 | 140 | 93,3% |
Bình quân bốn phường đạt 93,7%.
""",
        slips=(("94,8%", "84,8%"), ("166", "116")),
    ),
    Layout(
        name="months across, a cumulative row",
        text="""\
| Chỉ tiêu | Tháng 1 | Tháng 2 | Tháng 3 | Tháng 4 |
|---|---|---|---|---|
| Hồ sơ nhận trong tháng | 318 | 290 | 361 | 340 |
| Lũy kế từ đầu năm | 318 | 608 | 969 | 1.309 |
| Lượt gọi hỗ trợ | 44 | 39 | 52 | 47 |
""",
        slips=(("969", "996"), ("361", "316")),
    ),
    Layout(
        name="staff lists",
        text="""\
| Bộ phận | Biên chế giao | Có mặt | Thiếu | Nữ | Trình độ đại học |
|---|---|---|---|---|---|
| Văn phòng | 14 | 13 | 1 | 7 | 12 |
| Kinh tế | 12 | 10 | 2 | 4 | 10 |
| Văn hóa | 11 | 11 | 0 | 6 | 9 |
| Trung tâm | 9 | 8 | 1 | 5 | 8 |
| Cộng | 46 | 42 | 4 | 22 | 39 |
""",
        slips=(("46 | 42", "64 | 42"), ("39", "93"), ("| 13 |", "| 15 |")),
    ),
    Layout(
        name="ranking list with points no total",
        text="""\
| Hạng | Phường | Điểm kỳ này | Điểm kỳ trước | Tăng, giảm |
|---|---|---|---|---|
| 1 | Hoa Sim | 92,4 | 90,1 | +2,3 |
| 2 | Cỏ May | 90,8 | 91,5 | -0,7 |
| 3 | Lau Trắng | 88,0 | 84,2 | +3,8 |
| 4 | Sen Hồ | 85,5 | 85,0 | +0,5 |
""",
        slips=(("88,0", "80,0"), ("+2,3", "+3,2")),
    ),
    Layout(
        name="carried in sections, one row total lacking cells",
        text="""\
| Lĩnh vực | Kỳ trước | Trong kỳ | Tổng | Trước hạn | Đúng hạn | Quá hạn | Tổng đã xong | Trong hạn | Quá hạn |
|---|---|---|---|---|---|---|---|---|---|
| Hộ tịch | 5 | 412 | 417 | 377 | 21 | 7 | 405 | 12 | 0 |
| Đất đai | 40 | 233 | 273 | 160 | 27 | 14 | 201 | 68 | 4 |
| Xây dựng | 9 | 88 | 97 | 70 | 8 | 2 | 80 | 16 | 1 |
| Cộng | 54 | 733 | 787 | 607 | 56 | 23 | 686 | 96 | 5 |
""",
        slips=(("417", "471"), ("160", "106"), ("686", "668"), ("68", "86")),
    ),
)
