"""Tables with two lines of headings, groups, units in columns, rows of rates, notes below."""

from motcua.statements.tests.layouts import Layout

__all__ = ["HEADS"]

HEADS: tuple[Layout, ...] = (
    Layout(
        name="two header lines, trong do, percent",
        text="""\
| TT | Lĩnh vực | Hồ sơ tiếp nhận | | | Hồ sơ đã giải quyết | | | Tỷ lệ đúng hạn (%) |
|---|---|---|---|---|---|---|---|---|
| | | Tổng số | Trong đó trực tuyến | Trực tiếp | Tổng số | Đúng hạn | Quá hạn | |
| 1 | Hộ tịch | 412 | 331 | 81 | 405 | 398 | 7 | 98,3 |
| 2 | Chứng thực | 906 | 512 | 394 | 906 | 906 | 0 | 100 |
| 3 | Đất đai | 233 | 170 | 63 | 201 | 187 | 14 | 93,0 |
| 4 | Xây dựng | 88 | 77 | 11 | 80 | 78 | 2 | 97,5 |
| | Tổng cộng | 1.639 | 1.090 | 549 | 1.592 | 1.569 | 23 | 98,6 |
""",
        slips=(("331", "313"), ("394", "349"), ("1.569", "1.596"), ("93,0", "39,0"), ("1.639", "1.693")),
    ),
    Layout(
        name="numbering row with formulas",
        text="""\
| STT | Nội dung | Tổng | Mới | Cũ | Đã xong | Còn lại | Tỷ lệ (%) |
|---|---|---|---|---|---|---|---|
| (1) | (2) | (3)=(4)+(5) | (4) | (5) | (6) | (7)=(3)-(6) | (8)=(6)/(3)*100 |
| 1 | Đơn thư loại A | 46 | 39 | 7 | 40 | 6 | 87,0 |
| 2 | Đơn thư loại B | 58 | 50 | 8 | 51 | 7 | 87,9 |
""",
        slips=(("46", "64"), ("| 7 | 87,9", "| 9 | 87,9"), ("87,0", "78,0")),
    ),
    Layout(
        name="units in columns",
        text="""\
Chỉ tiêu;ĐVT;Kế hoạch;Thực hiện;Đạt (%)
Thu ngân sách;triệu đồng;4.200;3.906;93,0
Khám sức khỏe;lượt;1.500;1.620;108,0
Trồng cây;cây;8.000;7.440;93,0
Làm đường;km;2,5;2,1;84,0
""",
        slips=(("93,0\nKh", "39,0\nKh"), ("108,0", "180,0")),
    ),
    Layout(
        name="groups with figures on heading row",
        text="""\
| STT | Lĩnh vực | Tiếp nhận | Giải quyết | Đang xử lý |
|---|---|---|---|---|
| I | Khối tư pháp | 1.318 | 1.291 | 27 |
| 1 | Hộ tịch | 412 | 405 | 7 |
| 2 | Chứng thực | 906 | 886 | 20 |
| II | Khối kinh tế | 321 | 281 | 40 |
| 1 | Đất đai | 233 | 201 | 32 |
| 2 | Xây dựng | 88 | 80 | 8 |
| | Tổng cộng (I+II) | 1.639 | 1.572 | 67 |
""",
        slips=(("1.291", "1.219"), ("281", "218"), ("886", "868"), ("1.572", "1.527")),
    ),
    Layout(
        name="total on top, unnamed subtotal",
        text="""\
Đơn vị ¦ Giao ¦ Hoàn thành ¦ Chưa xong
Toàn phường ¦ 236 ¦ 211 ¦ 25
Khối chính quyền ¦ 150 ¦ 135 ¦ 15
Văn phòng ¦ 62 ¦ 58 ¦ 4
Kinh tế ¦ 88 ¦ 77 ¦ 11
Khối đảng, đoàn thể ¦ 86 ¦ 76 ¦ 10
Văn phòng đảng ủy ¦ 40 ¦ 36 ¦ 4
Mặt trận ¦ 46 ¦ 40 ¦ 6
""".replace(" ¦ ", "\t"),
        slips=(("135", "153"), ("76\t", "67\t"), ("211", "221")),
    ),
    Layout(
        name="quarters by two counts in two header lines",
        text="""\
| Thôn | Quý I | | Quý II | | 6 tháng | |
|---|---|---|---|---|---|---|
| | Nhận | Trả | Nhận | Trả | Nhận | Trả |
| Đông | 120 | 117 | 131 | 126 | 251 | 243 |
| Tây | 88 | 86 | 93 | 94 | 181 | 180 |
| Nam | 64 | 61 | 70 | 68 | 134 | 129 |
| Cộng | 272 | 264 | 294 | 288 | 566 | 552 |
""",
        slips=(("251", "215"), ("126", "162"), ("134", "143"), ("264", "246")),
    ),
    Layout(
        name="cumulative column of this month and since january",
        text="""\
| Lĩnh vực | Tháng 9 | Lũy kế 9 tháng |
|---|---|---|
| Hộ tịch | 88 | 790 |
| Chứng thực | 152 | 1.401 |
| Đất đai | 31 | 266 |
| Tổng | 271 | 2.457 |
""",
        slips=(("1.401", "1.410"), ("271", "217")),
    ),
    Layout(
        name="year rows and growth percent",
        text="""\
| Năm | Tiếp nhận | Tăng so với năm trước | Tỷ lệ tăng (%) |
|---|---|---|---|
| 2022 | 2.400 | | |
| 2023 | 2.640 | 240 | 10,0 |
| 2024 | 3.036 | 396 | 15,0 |
| 2025 | 3.279 | 243 | 8,0 |
""",
        slips=(("396", "369"), ("3.279", "3.297")),
    ),
    Layout(
        name="english quarters",
        text="""\
| Quarter | Received | Settled | In progress at end |
|---|---|---|---|
| Q1 | 1,204 | 1,180 | 61 |
| Q2 | 1,377 | 1,365 | 73 |
| Q3 | 1,290 | 1,301 | 62 |
| Q4 | 1,415 | 1,402 | 75 |
| Full year | 5,286 | 5,248 | 75 |
""",
        slips=(("5,286", "5,268"), ("1,365", "1,356")),
    ),
    Layout(
        name="satisfaction answers by desk",
        text="""\
| Quầy | Phiếu thu về | Rất hài lòng | Hài lòng | Bình thường | Không hài lòng |
|---|---|---|---|---|---|
| Quầy 1 | 120 | 64 | 50 | 4 | 2 |
| Quầy 2 | 98 | 51 | 40 | 6 | 1 |
| Quầy 3 | 77 | 40 | 33 | 3 | 1 |
| Cộng | 295 | 155 | 123 | 13 | 4 |
""",
        slips=(("| 64 |", "| 46 |"), ("123", "132"), ("| 98 |", "| 89 |")),
    ),
    Layout(
        name="money with units in heading",
        text="""\
| Nguồn | Dự toán (triệu đồng) | Quyết toán (triệu đồng) | Đạt (%) |
|---|---|---|---|
| Phí, lệ phí | 420,5 | 441,5 | 105,0 |
| Thuế | 1.250,0 | 1.187,5 | 95,0 |
| Thu khác | 80,0 | 76,8 | 96,0 |
| Tổng thu | 1.750,5 | 1.705,8 | 97,4 |
""",
        slips=(("1.187,5", "1.178,5"), ("1.750,5", "1.705,5"), ("97,4", "79,4")),
    ),
    Layout(
        name="last year total row below",
        text="""\
| Thôn | Nhận | Xong | Đang làm |
|---|---|---|---|
| Trung | 210 | 200 | 10 |
| Thượng | 143 | 139 | 4 |
| Hạ | 96 | 91 | 5 |
| Tổng | 449 | 430 | 19 |
| Cùng kỳ năm trước | 402 | 390 | 12 |
""",
        slips=(("449", "494"), ("91", "19"), ("390", "309")),
    ),
    Layout(
        name="average row",
        text="""\
| Tuần | Lượt khách | Hồ sơ nhận | Thời gian chờ (phút) |
|---|---|---|---|
| Tuần 1 | 310 | 255 | 12 |
| Tuần 2 | 288 | 240 | 10 |
| Tuần 3 | 342 | 281 | 14 |
| Tuần 4 | 300 | 244 | 12 |
| Cộng | 1.240 | 1.020 | |
| Bình quân | 310 | 255 | 12 |
""",
        slips=(("1.240", "1.420"), ("281", "218")),
    ),
    Layout(
        name="turned with fields as columns and total column",
        text="""\
| Nội dung | Hộ tịch | Chứng thực | Đất đai | Tổng cộng |
|---|---|---|---|---|
| Tiếp nhận | 412 | 906 | 233 | 1.551 |
| Đã giải quyết | 405 | 886 | 201 | 1.492 |
| Trước hạn | 377 | 850 | 160 | 1.387 |
| Đúng hạn | 21 | 36 | 27 | 84 |
| Quá hạn | 7 | 0 | 14 | 21 |
| Đang giải quyết | 7 | 20 | 32 | 59 |
| Tỷ lệ đúng hạn (%) | 98,3 | 100 | 93,0 | 98,6 |
""",
        slips=(("377", "373"), ("1.492", "1.429"), ("| 32 |", "| 23 |"), ("93,0", "39,0")),
    ),
    Layout(
        name="notes below with the total said again",
        text="""\
| Chợ | Hộ kinh doanh | Đã đăng ký | Chưa đăng ký |
|---|---|---|---|
| Chợ Sáng | 143 | 120 | 23 |
| Chợ Chiều | 98 | 91 | 7 |
| Cộng | 241 | 211 | 30 |
Ghi chú: tổng số 241 hộ kinh doanh tính đến 30/9/2026; 30 hộ chưa đăng ký đã được nhắc.
""",
        slips=(("241 hộ", "214 hộ"), ("| 120 |", "| 102 |"), ("| 211 |", "| 221 |")),
    ),
)
