"""Forms of the ministry, tables of one row, tables without totals, weights, numbered contents."""

from motcua.statements.tests.layouts import Layout

__all__ = ["FORMS"]

FORMS: tuple[Layout, ...] = (
    Layout(
        name="form 06a with three header lines",
        text="""\
STT ¦ Lĩnh vực ¦ Số hồ sơ nhận giải quyết ¦  ¦  ¦  ¦ Số hồ sơ đã giải quyết ¦  ¦  ¦  ¦ Đang giải quyết
 ¦  ¦ Tổng số ¦ Trong kỳ ¦  ¦ Từ kỳ trước ¦ Tổng số ¦ Trước hạn ¦ Đúng hạn ¦ Quá hạn ¦ Tổng số ¦ Trong hạn ¦ Quá hạn
 ¦  ¦  ¦ Trực tuyến ¦ Trực tiếp, dịch vụ bưu chính
(1) ¦ (2) ¦ (3)=(4)+(5)+(6) ¦ (4) ¦ (5) ¦ (6) ¦ (7)=(8)+(9)+(10) ¦ (8) ¦ (9) ¦ (10) ¦ (11)=(12)+(13) ¦ (12) ¦ (13)
1 ¦ Hộ tịch ¦ 512 ¦ 401 ¦ 98 ¦ 13 ¦ 498 ¦ 470 ¦ 21 ¦ 7 ¦ 14 ¦ 14 ¦ 0
2 ¦ Đất đai ¦ 266 ¦ 160 ¦ 66 ¦ 40 ¦ 219 ¦ 160 ¦ 42 ¦ 17 ¦ 47 ¦ 41 ¦ 6
3 ¦ Chứng thực ¦ 910 ¦ 310 ¦ 600 ¦ 0 ¦ 910 ¦ 905 ¦ 5 ¦ 0 ¦ 0 ¦ 0 ¦ 0
 ¦ Tổng số ¦ 1.688 ¦ 871 ¦ 764 ¦ 53 ¦ 1.627 ¦ 1.535 ¦ 68 ¦ 24 ¦ 61 ¦ 55 ¦ 6
""".replace(" ¦ ", "\t"),
        slips=(("401", "410"), ("219", "291"), ("1.535", "1.553"), ("764", "746"), ("55\t6", "66\t6")),
    ),
    Layout(
        name="one row only",
        text="""\
| Tổng số | Trực tuyến | Trực tiếp | Đã giải quyết | Đúng hạn | Quá hạn | Đang giải quyết |
|---|---|---|---|---|---|---|
| 1.551 | 1.240 | 311 | 1.492 | 1.471 | 21 | 59 |
""",
        slips=(("311", "331"), ("1.471", "1.417")),
    ),
    Layout(
        name="two rows and total",
        text="""\
| Cơ sở | Nhận | Trả | Còn |
|---|---|---|---|
| Cơ sở 1 | 812 | 790 | 22 |
| Cơ sở 2 | 455 | 441 | 14 |
| Cộng | 1.267 | 1.231 | 36 |
""",
        slips=(("1.267", "1.276"), ("441", "414")),
    ),
    Layout(
        name="no total row, single column, sentence gives the total",
        text="""\
Tổng số 1.267 hồ sơ, chia theo cơ sở:
| Cơ sở | Số hồ sơ |
|---|---|
| Cơ sở 1 | 612 |
| Cơ sở 2 | 455 |
| Cơ sở 3 | 200 |
""",
        slips=(("1.267", "1.276"), ("455", "445")),
    ),
    Layout(
        name="prose before, table without total, two columns",
        text="""\
Trong tháng, ba cơ sở tiếp nhận 1.267 hồ sơ, đã giải quyết 1.231 hồ sơ.
| Cơ sở | Tiếp nhận | Đã giải quyết |
|---|---|---|
| Cơ sở 1 | 612 | 600 |
| Cơ sở 2 | 455 | 440 |
| Cơ sở 3 | 200 | 191 |
""",
        slips=(("1.231", "1.213"), ("612", "621")),
    ),
    Layout(
        name="months by rows with quarter subtotals named Cong",
        text="""\
| Tháng | Nhận | Trả đúng hạn | Tỷ lệ (%) |
|---|---|---|---|
| 1 | 200 | 190 | 95,0 |
| 2 | 160 | 156 | 97,5 |
| 3 | 240 | 234 | 97,5 |
| Cộng quý I | 600 | 580 | 96,7 |
| 4 | 250 | 245 | 98,0 |
| 5 | 220 | 209 | 95,0 |
| 6 | 230 | 223 | 97,0 |
| Cộng quý II | 700 | 677 | 96,7 |
| Cộng 6 tháng | 1.300 | 1.257 | 96,7 |
""",
        slips=(("600", "660"), ("677", "667"), ("1.300", "1.330"), ("209", "290"), ("97,0", "79,0")),
    ),
    Layout(
        name="english half years",
        text="""\
| Period | Visits | Forms | Complaints |
|---|---|---|---|
| January | 1,204 | 980 | 4 |
| February | 1,077 | 871 | 2 |
| March | 1,316 | 1,020 | 7 |
| First quarter | 3,597 | 2,871 | 13 |
""",
        slips=(("3,597", "3,579"), ("871", "817")),
    ),
    Layout(
        name="difference column last minus first, negative in brackets",
        text="""\
| Chỉ tiêu | Quý I | Quý II | Chênh lệch |
|---|---|---|---|
| Nhận | 812 | 790 | -22 |
| Trả | 800 | 801 | +1 |
| Phản ánh | 40 | 52 | +12 |
| Tiếp dân | 61 | 55 | -6 |
""",
        slips=(("812", "821"), ("+12", "+21")),
    ),
    Layout(
        name="share of each in total with rows and column",
        text="""\
| Trình độ | Nam | Nữ | Cộng | Tỷ lệ (%) |
|---|---|---|---|---|
| Thạc sĩ | 2 | 1 | 3 | 8,6 |
| Đại học | 12 | 14 | 26 | 74,3 |
| Cao đẳng | 3 | 3 | 6 | 17,1 |
| Cộng | 17 | 18 | 35 | 100 |
""",
        slips=(("74,3", "73,4"), ("26", "62")),
    ),
    Layout(
        name="kpi with weights",
        text="""\
| Nhóm | Trọng số (%) | Điểm | Điểm quy đổi |
|---|---|---|---|
| Công khai | 20 | 90,0 | 18,0 |
| Tiến độ | 50 | 84,0 | 42,0 |
| Hài lòng | 30 | 95,0 | 28,5 |
| Tổng | 100 | | 88,5 |
""",
        slips=(("42,0", "24,0"),),
    ),
    Layout(
        name="budget by quarter and year plan",
        text="""\
| Nguồn thu | Dự toán năm | Quý I | Quý II | 6 tháng | Đạt (%) |
|---|---|---|---|---|---|
| Thuế | 1.200,0 | 310,5 | 289,5 | 600,0 | 50,0 |
| Phí | 300,0 | 80,0 | 85,0 | 165,0 | 55,0 |
| Khác | 100,0 | 20,5 | 19,5 | 40,0 | 40,0 |
| Cộng | 1.600,0 | 411,0 | 394,0 | 805,0 | 50,3 |
""",
        slips=(("289,5", "298,5"), ("805,0", "850,0"), ("55,0", "50,5")),
    ),
    Layout(
        name="transposed two units with total column and rate row",
        text="""\
| Chỉ tiêu | Cơ sở 1 | Cơ sở 2 | Toàn phường |
|---|---|---|---|
| Phiếu phát ra | 500 | 400 | 900 |
| Phiếu thu về | 450 | 380 | 830 |
| Hài lòng | 441 | 361 | 802 |
| Tỷ lệ hài lòng | 98,0% | 95,0% | 96,6% |
""",
        slips=(("441", "414"), ("95,0", "59,0"), ("830", "803")),
    ),
    Layout(
        name="bullets in cells",
        text="""\
| Nội dung | Kết quả |
|---|---|
| 1. Hồ sơ tiếp nhận | 1.551 |
| 1.1. Trực tuyến | 1.240 |
| 1.2. Trực tiếp | 311 |
| 2. Hồ sơ đã giải quyết | 1.492 |
| 2.1. Trước hạn | 1.300 |
| 2.2. Đúng hạn | 171 |
| 2.3. Quá hạn | 21 |
| 3. Hồ sơ đang giải quyết | 59 |
""",
        slips=(("171", "117"), ("311", "331"), ("59", "95")),
    ),
)
