"""Tables with subtotals of lettered groups, changes against a period, marks of absence, repeated headings."""

from motcua.statements.tests.layouts import Layout

__all__ = ["CHANGES"]

CHANGES: tuple[Layout, ...] = (
    Layout(
        name="lettered groups and Cong A",
        text="""\
| TT | Nội dung | Kinh phí (triệu đồng) | Nguồn xã | Nguồn huy động |
|---|---|---|---|---|
| A | Giao thông | | | |
| 1 | Đường Thượng | 350 | 200 | 150 |
| 2 | Đường Hạ | 240 | 140 | 100 |
| | Cộng A | 590 | 340 | 250 |
| B | Thủy lợi | | | |
| 1 | Mương Đông | 180 | 120 | 60 |
| 2 | Mương Tây | 95 | 70 | 25 |
| | Cộng B | 275 | 190 | 85 |
| | Tổng A + B | 865 | 530 | 335 |
""",
        slips=(("590", "509"), ("190", "109"), ("530", "550"), ("| 240 |", "| 204 |")),
    ),
    Layout(
        name="cumulative row after the total",
        text="""\
| Ngày | Lượt đến | Hồ sơ nhận | Trả tại chỗ |
|---|---|---|---|
| Thứ hai | 88 | 71 | 30 |
| Thứ ba | 64 | 52 | 21 |
| Thứ tư | 70 | 58 | 25 |
| Thứ năm | 59 | 47 | 19 |
| Thứ sáu | 81 | 66 | 28 |
| Cộng tuần | 362 | 294 | 123 |
| Lũy kế từ đầu tháng | 1.120 | 905 | 377 |
""",
        slips=(("362", "326"), ("294", "249"), ("66 |", "99 |")),
    ),
    Layout(
        name="overlapping of-which columns",
        text="""\
| Đoàn thể | Hội viên | Nữ | Dân tộc | Đảng viên | Dưới 35 tuổi |
|---|---|---|---|---|---|
| Phụ nữ | 412 | 412 | 130 | 61 | 150 |
| Nông dân | 388 | 140 | 99 | 52 | 87 |
| Thanh niên | 205 | 92 | 61 | 30 | 190 |
| Cựu chiến binh | 120 | 4 | 22 | 88 | 0 |
| Tổng | 1.125 | 648 | 312 | 231 | 427 |
""",
        slips=(("648", "684"), ("231", "213")),
    ),
    Layout(
        name="change against last month with percent",
        text="""\
| Chỉ số | Tháng 8 | Tháng 9 | Tăng/giảm | Tỷ lệ tăng/giảm (%) |
|---|---|---|---|---|
| Hồ sơ nhận | 400 | 460 | +60 | +15,0 |
| Hồ sơ trực tuyến | 250 | 310 | +60 | +24,0 |
| Phản ánh | 40 | 34 | -6 | -15,0 |
| Lượt tiếp dân | 50 | 48 | -2 | -4,0 |
""",
        slips=(("310", "301"), ("+24,0", "+42,0"), ("-6", "-9")),
    ),
    Layout(
        name="fractions of tasks by block with percent",
        text="""\
| Khối | Hoàn thành/giao | Tỷ lệ |
|---|---|---|
| Văn phòng | 45/50 | 90% |
| Kinh tế | 32/40 | 80% |
| Văn hóa | 27/36 | 75% |
| Cộng | 104/126 | 82,5% |
""",
        slips=(("75%", "57%"), ("82,5%", "85,2%"), ("32/40", "23/40")),
    ),
    Layout(
        name="note column at the end",
        text="""\
| STT | Thôn | Số hộ | Đã nộp | Chưa nộp | Ghi chú |
|---|---|---|---|---|---|
| 1 | Gốc Gạo | 120 | 112 | 8 | 3 hộ đi vắng |
| 2 | Bến Nứa | 98 | 95 | 3 | |
| 3 | Đồi Chè | 134 | 120 | 14 | nộp đợt 2 ngày 15/10 |
| | Cộng | 352 | 327 | 25 | |
""",
        slips=(("352", "325"), ("112", "121"), ("14 |", "41 |")),
    ),
    Layout(
        name="spaces as separators and blank",
        text="""\
Lĩnh vực | Nhận | Trả | Còn
---|---|---|---
Hộ tịch | 1 204 | 1 190 | 14
Chứng thực | 2 377 | 2 377 | -
Đất đai | 410 | 371 | 39
Cộng | 3 991 | 3 938 | 53
""",
        slips=(("3 991", "3 919"), ("371", "317")),
    ),
    Layout(
        name="csv english",
        text="""\
field,received,settled,pending
civil status,412,405,7
land,233,201,32
construction,88,80,8
total,733,686,47
""",
        slips=(("201", "210"), ("733", "773")),
    ),
    Layout(
        name="level three and four services table by rate of fulltime",
        text="""\
| Đơn vị | Tổng TTHC | Toàn trình | Một phần | Cung cấp thông tin | Tỷ lệ toàn trình (%) |
|---|---|---|---|---|---|
| Cấp tỉnh | 320 | 208 | 72 | 40 | 65,0 |
| Cấp xã | 140 | 91 | 35 | 14 | 65,0 |
| Ngành dọc | 60 | 27 | 18 | 15 | 45,0 |
| Cộng | 520 | 326 | 125 | 69 | 62,7 |
""",
        slips=(("208", "280"), ("62,7", "67,2"), ("69", "96")),
    ),
    Layout(
        name="turned key value with rates",
        text="""\
Chỉ tiêu ¦ Giá trị
Tổng số hồ sơ ¦ 1.551
Trong đó trực tuyến ¦ 1.240
Trực tiếp ¦ 311
Đã giải quyết ¦ 1.492
Đúng hạn ¦ 1.471
Quá hạn ¦ 21
Đang giải quyết ¦ 59
Tỷ lệ trực tuyến ¦ 79,9%
Tỷ lệ đúng hạn ¦ 98,6%
""".replace(" ¦ ", "\t"),
        slips=(("311", "331"), ("79,9%", "97,9%"), ("1.471", "1.417"), ("59", "95")),
    ),
    Layout(
        name="header repeated mid table",
        text="""\
| Thôn | Nam | Nữ | Tổng |
|---|---|---|---|
| Một | 210 | 220 | 430 |
| Hai | 180 | 171 | 351 |
| Thôn | Nam | Nữ | Tổng |
| Ba | 160 | 166 | 326 |
| Bốn | 205 | 199 | 404 |
| Cộng | 755 | 756 | 1.511 |
""",
        slips=(("755", "775"), ("351", "315")),
    ),
    Layout(
        name="per cent of per cent and gaps",
        text="""\
| Chỉ tiêu | Mục tiêu | Kết quả | Đánh giá |
|---|---|---|---|
| Hồ sơ trực tuyến | 80% | 84,5% | Đạt |
| Thanh toán trực tuyến | 75% | 71,2% | Chưa đạt |
| Số hóa kết quả | 100% | 97,8% | Chưa đạt |
| Hài lòng | 95% | 96,1% | Đạt |
""",
        slips=(),
    ),
    Layout(
        name="quarters with growth vs last year columns",
        text="""\
| Quý | 2024 | 2025 | Tăng |
|---|---|---|---|
| Quý I | 1.204 | 1.310 | 106 |
| Quý II | 1.377 | 1.420 | 43 |
| Quý III | 1.290 | 1.405 | 115 |
| Quý IV | 1.415 | 1.530 | 115 |
| Cả năm | 5.286 | 5.665 | 379 |
""",
        slips=(("5.286", "5.268"), ("43", "34"), ("1.405", "1.450")),
    ),
    Layout(
        name="half years carried",
        text="""\
| Kỳ | Tồn đầu kỳ | Tiếp nhận | Giải quyết | Tồn cuối kỳ |
|---|---|---|---|---|
| 6 tháng đầu năm | 40 | 1.200 | 1.190 | 50 |
| 6 tháng cuối năm | 50 | 1.340 | 1.355 | 35 |
| Cả năm | 40 | 2.540 | 2.545 | 35 |
""",
        slips=(("1.340", "1.430"), ("2.545", "2.554")),
    ),
    Layout(
        name="vertical merged group with two count columns",
        text="""\
| Cơ quan | Loại | Giao | Xong |
|---|---|---|---|
| Ủy ban | Thường xuyên | 120 | 110 |
| | Đột xuất | 30 | 28 |
| Hội đồng | Thường xuyên | 40 | 40 |
| | Đột xuất | 12 | 9 |
| Mặt trận | Thường xuyên | 25 | 24 |
| | Đột xuất | 8 | 8 |
| Tổng cộng | | 235 | 219 |
""",
        slips=(("235", "253"), ("219", "291")),
    ),
)
