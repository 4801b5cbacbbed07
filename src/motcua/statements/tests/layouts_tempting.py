"""Tables that are right and look wrong: people counted once, means, stocks, totals of more than is listed."""

from motcua.statements.tests.layouts import Layout

__all__ = ["TEMPTING"]

TEMPTING: tuple[Layout, ...] = (
    Layout(
        name="people counted once",
        text="""\
Số người được hỗ trợ (một người có thể thuộc nhiều nhóm)
| Nhóm | Nam | Nữ | Chung |
|---|---|---|---|
| Người cao tuổi | 61 | 72 | 133 |
| Người khuyết tật | 22 | 19 | 41 |
| Hộ nghèo | 30 | 45 | 75 |
| Tổng số người | 90 | 108 | 198 |
""",
        slips=(),
    ),
    Layout(
        name="month stocks with mean",
        text="""\
| Tháng | Nhận | Trả | Tồn cuối tháng |
|---|---|---|---|
| 7 | 410 | 402 | 33 |
| 8 | 388 | 391 | 30 |
| 9 | 432 | 420 | 42 |
| Cộng/bình quân | 1.230 | 1.213 | 35 |
""",
        slips=(),
    ),
    Layout(
        name="of which rows are only some",
        text="""\
| Chỉ tiêu | Năm 2024 | Năm 2025 |
|---|---|---|
| Tổng số vụ việc | 210 | 188 |
| Trong đó: hòa giải thành | 150 | 141 |
| - Đất đai | 60 | 52 |
| - Hôn nhân | 41 | 39 |
| Số tổ hòa giải | 12 | 12 |
""",
        slips=(),
    ),
    Layout(
        name="area density households",
        text="""\
| Thôn | Diện tích (ha) | Số hộ | Nhân khẩu | Mật độ (người/ha) |
|---|---|---|---|---|
| Thượng | 120,5 | 210 | 812 | 6,7 |
| Hạ | 98,0 | 180 | 701 | 7,2 |
| Trung | 75,5 | 155 | 612 | 8,1 |
| Toàn xã | 294,0 | 545 | 2.125 | 7,2 |
""",
        slips=(),
    ),
    Layout(
        name="phones and dates",
        text="""\
| Quầy | Cán bộ | Điện thoại | Ngày trực | Số hồ sơ |
|---|---|---|---|---|
| 1 | Quầy hộ tịch | 0912 000 111 | 02/10/2026 | 41 |
| 2 | Quầy đất đai | 0912 000 222 | 03/10/2026 | 28 |
| 3 | Quầy thuế | 0912 000 333 | 04/10/2026 | 19 |
""",
        slips=(),
    ),
    Layout(
        name="targets where totals are of other scope",
        text="""\
| Chỉ tiêu | Kế hoạch năm | Thực hiện 9 tháng | % so kế hoạch | % so cùng kỳ |
|---|---|---|---|---|
| Hồ sơ trực tuyến | 8.000 | 6.320 | 79,0 | 112,4 |
| Lượt hỗ trợ | 1.200 | 1.020 | 85,0 | 104,1 |
| Lớp tập huấn | 10 | 8 | 80,0 | 100,0 |
| Tin bài | 400 | 361 | 90,3 | 98,7 |
""",
        slips=(),
    ),
    Layout(
        name="waiting minutes and percentile",
        text="""\
| Khung giờ | Lượt | Chờ trung bình (phút) | Chờ lâu nhất (phút) |
|---|---|---|---|
| 7-9 | 120 | 11 | 35 |
| 9-11 | 98 | 8 | 22 |
| 13-15 | 76 | 6 | 15 |
| 15-17 | 54 | 5 | 12 |
| Cả ngày | 348 | 8 | 35 |
""",
        slips=(),
    ),
    Layout(
        name="other rows left out on purpose",
        text="""\
Bảng chỉ nêu ba lĩnh vực nhiều hồ sơ nhất.
| Lĩnh vực | Nhận | Trả |
|---|---|---|
| Hộ tịch | 412 | 405 |
| Chứng thực | 906 | 886 |
| Đất đai | 233 | 201 |
| Tổng cả 11 lĩnh vực | 1.702 | 1.611 |
""",
        slips=(),
    ),
    Layout(
        name="pass rate averaged",
        text="""\
| Phường | Điểm tự chấm | Điểm thẩm định | Chênh lệch | Hạng |
|---|---|---|---|---|
| Sen | 95,5 | 93,0 | -2,5 | 1/9 |
| Súng | 92,0 | 92,0 | 0 | 2/9 |
| Sậy | 90,5 | 88,5 | -2,0 | 4/9 |
| Trung bình | 92,7 | 91,2 | -1,5 | |
""",
        slips=(),
    ),
    Layout(
        name="year pairs with plan",
        text="""\
| Năm | Giao | Thực hiện | Vượt |
|---|---|---|---|
| 2023 | 100 | 112 | 12 |
| 2024 | 120 | 131 | 11 |
| 2025 | 130 | 150 | 20 |
""",
        slips=(),
    ),
    Layout(
        name="percent points changes",
        text="""\
| Chỉ số | 2024 | 2025 | Tăng (điểm %) |
|---|---|---|---|
| Tỷ lệ đúng hạn | 96,1% | 98,4% | 2,3 |
| Tỷ lệ trực tuyến | 70,2% | 81,0% | 10,8 |
| Tỷ lệ hài lòng | 93,0% | 95,5% | 2,5 |
""",
        slips=(),
    ),
    Layout(
        name="services counted by level",
        text="""\
| Mức độ | Số TTHC | Có phát sinh hồ sơ | Hồ sơ |
|---|---|---|---|
| Toàn trình | 91 | 60 | 1.204 |
| Một phần | 35 | 22 | 431 |
| Không cung cấp | 14 | 9 | 88 |
| Cộng | 140 | 91 | 1.723 |
""",
        slips=(),
    ),
    Layout(
        name="school classes with ages",
        text="""\
| Lớp tập huấn | Ngày | Người dự | Nam | Nữ | Tuổi trung bình |
|---|---|---|---|---|---|
| Lớp 1 | 12/3 | 45 | 20 | 25 | 41 |
| Lớp 2 | 14/3 | 38 | 18 | 20 | 39 |
| Lớp 3 | 21/3 | 52 | 30 | 22 | 44 |
| Cộng | | 135 | 68 | 67 | |
""",
        slips=(),
    ),
    Layout(
        name="two totals this period and last",
        text="""\
| Lĩnh vực | Nhận | Trả | Còn |
|---|---|---|---|
| Hộ tịch | 412 | 405 | 7 |
| Đất đai | 233 | 201 | 32 |
| Tổng kỳ này | 645 | 606 | 39 |
| Tổng kỳ trước | 590 | 571 | 19 |
| Tăng, giảm | 55 | 35 | 20 |
""",
        slips=(),
    ),
    Layout(
        name="total and total of online",
        text="""\
| Lĩnh vực | Nhận | Trả | Còn |
|---|---|---|---|
| Hộ tịch | 412 | 405 | 7 |
| Đất đai | 233 | 201 | 32 |
| Xây dựng | 88 | 80 | 8 |
| Tổng cộng | 733 | 686 | 47 |
| Tổng số nộp trực tuyến | 610 | 580 | 30 |
| Tổng số nộp trực tiếp | 123 | 106 | 17 |
""",
        slips=(),
    ),
    Layout(
        name="group withdrawn without column",
        text="""\
| Thôn | Nhận | Trả | Đang làm |
|---|---|---|---|
| Đông | 120 | 115 | 3 |
| Tây | 98 | 90 | 5 |
| Nam | 77 | 70 | 6 |
| Bắc | 64 | 60 | 3 |
| Cộng | 359 | 335 | 17 |
""",
        slips=(),
    ),
    Layout(
        name="quarters where stock does not add",
        text="""\
| Chỉ tiêu | Quý I | Quý II | 6 tháng |
|---|---|---|---|
| Hồ sơ đang giải quyết cuối kỳ | 40 | 35 | 35 |
| Số cán bộ | 11 | 12 | 12 |
| Số máy tính | 20 | 20 | 20 |
""",
        slips=(),
    ),
    Layout(
        name="last row rates of totals",
        text="""\
| Ngành | Giao | Xong | Quá hạn |
|---|---|---|---|
| Tư pháp | 30 | 28 | 0 |
| Địa chính | 41 | 36 | 2 |
| Văn hóa | 22 | 22 | 0 |
| Tổng | 93 | 86 | 2 |
| Tỷ lệ (%) | 100 | 92,5 | 2,2 |
""",
        slips=(),
    ),
    Layout(
        name="month columns and mean column",
        text="""\
| Thôn | T7 | T8 | T9 | Bình quân |
|---|---|---|---|---|
| Đông | 30 | 36 | 33 | 33 |
| Tây | 22 | 20 | 27 | 23 |
| Nam | 18 | 15 | 21 | 18 |
| Cộng | 70 | 71 | 81 | 74 |
""",
        slips=(),
    ),
    Layout(
        name="staff by more than one split",
        text="""\
| Đơn vị | Tổng số | Nam | Nữ | Đảng viên | Đại học | Trên đại học |
|---|---|---|---|---|---|---|
| Văn phòng | 14 | 6 | 8 | 11 | 10 | 3 |
| Kinh tế | 10 | 7 | 3 | 8 | 8 | 2 |
| Văn hóa | 11 | 4 | 7 | 9 | 9 | 1 |
| Cộng | 35 | 17 | 18 | 28 | 27 | 6 |
""",
        slips=(),
    ),
    Layout(
        name="rates of two bases in one column",
        text="""\
| Nội dung | Số lượng | Tỷ lệ (%) |
|---|---|---|
| Tổng hồ sơ tiếp nhận | 1.000 | |
| Hồ sơ trực tuyến | 800 | 80,0 |
| Thanh toán trực tuyến | 450 | 75,0 |
| Hồ sơ phải nộp phí | 600 | 60,0 |
| Cấp kết quả điện tử | 720 | 90,0 |
""",
        slips=(),
    ),
    Layout(
        name="short headings, and one row without what has been left out",
        text="""\
Tổ | Nhận | Đã xong | Sớm | Đúng | Muộn | Đang làm
Một | 88 | 80 | 61 | 17 | 2 | 8
Hai | 45 | 41 | 30 | 10 | 1 | 4
Ba | 12 | 12 | 12 | 0 | 0 | 0
Cộng | 145 | 133 | 103 | 27 | 3 | 12
""",
        slips=(("61", "67"), ("133", "135")),
    ),
)
