"""Sums and rates told in other words than most offices use: wrong ones are found, right ones are let be."""

import re

import pytest

from motcua.statements.checking import Verdict, check

TOLD = [  # {right|wrong}
    # totals behind concluding words, by the name of all there is, and before "in all"
    "Thôn Hạ có 152 hộ, thôn Đông 147 hộ, thôn Đoài 139 hộ; toàn xã {438|468} hộ.",
    "Tổ một trồng 412 cây, tổ hai trồng 388 cây, tổ ba trồng 275 cây, tính chung cả xã được {1.075|1.055} cây.",
    "Quý I bán 214 tấn, quý II bán 305 tấn, quý III bán 178 tấn, như vậy tổng cộng {697|677} tấn.",
    "Nine hundred and four seats were sold on the web, 310 at the gate, 121 by phone, {1,335|1,325} in all.",
    "Bến Ván 230 lượt, bến Trẹm 845 lượt, bến Đò 410 lượt; cộng 3 bến là {1.485|1.845} lượt.",
    # a group that is told beside what is done and being done, and is too much
    ("- Tiếp nhận 1.872 hồ sơ.\n- Đã giải quyết 1.783 hồ sơ, gồm: trước hạn 1.402, đúng hạn 365, quá hạn 16.\n"
    "- Đang giải quyết 57 hồ sơ, gồm trong hạn 52 hồ sơ và quá hạn 5 hồ sơ.\n- Công dân rút: {32|42} hồ sơ."),
    # the rest ends a list, and no sum is told without it
    "Of the 318 requests, 271 (85.22%) have been settled, 38 are being handled and the remaining {9|8} went elsewhere.",
    # numbers in words before any noun
    ("Trong {47|45} phòng học có hai mươi lăm phòng học sửa xong sớm, mười bốn phòng học xong đúng hẹn; tám phòng học "
    "chưa xong."),
    # a rate, and the count that says it again
    "Cả đội có 1.240 xe phải đăng kiểm. 88,5% số xe ấy, tức 1.097 xe, đã đăng kiểm; {143|43} xe chưa đăng kiểm.",
    # what remains is more than all
    "Đoàn xem 96 quầy thuốc, nhắc nhở 14 quầy, phạt 5 quầy; {77|770} quầy còn lại làm đúng.",
    # what became more, concluded
    "Số ca mổ tháng 5 là 442; sang tháng 6 lên 487 ca, như vậy nhiều hơn {45|35} ca.",
    "Năm 2024 cảng đón 4.620 tàu, năm 2025 đón 5.187 tàu, nghĩa là thêm {567|57} tàu, tăng 12,27%.",
    "Năm ngoái thư viện cho mượn 1.360 cuốn, năm nay con số là 1.530. Như vậy thêm được 170 cuốn, hay {12,5%|11,1%}.",
    # rates on a condition
    ("Có 308 giống lúa lai (93 giống cũ, 215 giống mới) và 44 giống thuần, cộng lại 352 giống. Nếu tính trên cả 352 "
    "giống thì giống mới chiếm {61,08%|69,81%}."),
    # rates that name a part, or several together, and conclude
    "Trong 640 con bò có 412 con đã tiêm, 228 con chưa tiêm. Như vậy {64,4%|71,2%} số bò đã tiêm.",
    ("It holds 315 roses, 140 lilies and 65 tulips, 520 flowers altogether. Roses and lilies taken together come "
    "to {87.5%|83.1%} of them."),
    ("Phường có 96 tuyến đèn: 54 tuyến led, 31 tuyến cao áp, 11 tuyến mặt trời. Tính cả led lẫn mặt trời thì được "
    "{67,7%|76,4%}."),
    # of the rates of a list one is of another whole
    "Đội sửa 3.248 bóng đèn. 143 bóng sửa muộn, bằng 4,40%; 3.105 bóng sửa kịp, bằng {95,60%|97,25%}.",
    ("Trạm trả 1.850 kết quả. Trả sớm 1.702 kết quả, chiếm 92,00%. Trả đúng giờ 87 kết quả, chiếm 4,70%. Trả muộn 61 "
    "kết quả, chiếm {3,30%|3,58%}."),
    # both sexes, one of them more than all
    "Quý này trạm đỡ 84 ca. Bé trai 45, bé gái {39|93}.",
    # nothing else is there
    "Trường phải làm {mười bảy|mười tám} việc. Mười một việc đã xong; sáu việc đang làm; ngoài ra không còn việc nào.",
    # two sums of one whole in two sentences
    ("Có {2.163|2.613} lượt người đăng ký hiến máu, 1.874 lượt qua ứng dụng, 289 lượt tại phường. Đã hiến 2.098 "
    "lượt, 65 lượt chờ gọi."),
    # so many groups, each named; a whole split twice
    "Ba xóm góp 412 cây; xóm Trên 150 cây, xóm Giữa 140 cây, xóm Dưới {122|112} cây. Sáng 230 cây, chiều 182 cây.",
    "Danh sách của cả bốn khu có {159|197} cụ, gồm khu Đông 42 cụ, khu Tây 37 cụ, khu Nam 51 cụ, khu Bắc 29 cụ.",
    "Hội thi có 486 người dự. Theo giới: nam 267, nữ 219. Theo nghề: giáo viên 94, y tá 71, nông dân {321|331}.",
    # what rates name of sums that only numbers show, also of another whole than they name
    ("Tổng đài nhận 905 cuộc gọi mới, 35 cuộc gọi lại. Trong các cuộc gọi mới, 612 cuộc từ di động và 293 cuộc từ máy "
    "bàn. Như thế di động chiếm {67,62%|76,62%}."),
    ("Có 360 lượt đọc, 150 lượt mượn báo, 210 lượt mượn sách. Trong 150 lượt mượn báo, 120 lượt trả đúng hẹn, 30 lượt "
    "trả trễ; tính ra {80,0%|33,3%} số lượt mượn báo trả đúng hẹn."),
    # a rate of two parts and a sum tell of one slip
    ("We asked 640 shoppers. 352 called it very good, {237|27} good, 38 fair and 13 poor. Very good and good make up "
    "92.03% of them."),
    # stocks
    "Ca trước để lại 57 máy hỏng, ca này nhận thêm 43 máy nữa, sửa xong 61 máy, thành ra còn nợ khách {39|49} máy.",
    "Đầu năm trại có 128 con bò; trong năm mua 34 con và bỏ 9 con già, vậy cuối năm có {153|135} con.",
    "The shop began with 63 bicycles. Another 118 were brought in, 109 were repaired, and {72|82} are waiting.",
    # what is counted is called by a classifier, and a clock is no money
    "Đã lắp 2.093 đồng hồ, trong đó sớm hẹn 1.874 cái, đúng hẹn 176 cái, chậm hẹn {43|48} cái.",
]  # fmt: skip


def said(text: str, side: int) -> str:
    """The text with the right or with the wrong figure."""
    return re.sub(r"\{(.*?)\|(.*?)\}", rf"\{side + 1}", text)


def failing(text: str) -> int:
    return sum(one.verdict is Verdict.INCONSISTENT for one in check(text).checks)


@pytest.mark.parametrize("text", TOLD)
def test_told_in_other_words(text):
    assert failing(said(text, 0)) == 0
    assert failing(said(text, 1)) > 0


@pytest.mark.parametrize(
    "text",
    [
        "Hòa giải 27 vụ: đất đai 11 vụ, hôn nhân 9 vụ, còn lại là việc khác. Cả xã có 10 tổ hòa giải.",
        "Được 430 tờ: buổi đầu một trăm tờ, hai buổi sau 150 và 180 tờ.",
        "Trong quý 9 người nghỉ việc, 15 người mới vào; đầu quý có 318 người, cuối quý có 324 người.",
        "Đội có 64 người: nam 40, nữ 24. Theo tuổi: dưới hai mươi 12, trên năm mươi 9, trên sáu mươi 3.",
        "Năm tổ trồng 300 cây, trong đó tổ Hoa 60 cây, tổ Lá 55 cây, tổ Cành 70 cây.",
        "Chợ có 52 sạp thịt và 48 sạp rau, cộng 100 sạp. Tính cả sạp rau ngoài cổng, tỷ lệ sạp rau là 53,27%.",
        ("Xếp loại 63 người: xuất sắc 11, tốt 44, hoàn thành 6, yếu 2. Như vậy người xuất sắc bằng 20,0% số người tốt "
        "trở lên."),
        "We sold 2,418 tickets: 1,975 by web and 443 by phone; the latter make up 18.32% of all.",
        "Trong 684 em học trực tuyến, 513 em có máy riêng và 171 em dùng chung, nghĩa là 75,0% số em có máy riêng.",
    ],
)  # fmt: skip
def test_what_only_looks_like_it(text):
    assert failing(text) == 0
