"""Phrasings that say what a rate is of, by a count, by a name, in a sentence before; and what only looks like it."""

from motcua.statements.tests.phrasings import Case

__all__ = ["BASES"]

_FEES = "Tiếp nhận 1.240 hồ sơ; có 610 hồ sơ thuộc diện phải nộp lệ phí, 630 hồ sơ được miễn. "
_SETTLED = "Giải quyết 920 hồ sơ, trong đó trước hạn 850, đúng hạn 52, quá hạn 18; nhận 1.015 hồ sơ, còn 95 hồ sơ. "
_FILES = "The ward received 1,310 files and settled 1,250; 1,200 were on time and 50 late. "

BASES: tuple[Case, ...] = (
    Case(
        "of a count before the verb",
        _SETTLED + "Tỷ lệ hồ sơ quá hạn trên tổng số 920 hồ sơ đã giải quyết là 1,77%.",
        (("1,77%", "1,96%"),),
    ),
    Case("of that count, rightly", _SETTLED + "Tỷ lệ hồ sơ quá hạn trên tổng số 920 hồ sơ đã giải quyết là 1,96%."),
    Case(
        "of a count after a bracket",
        _SETTLED + "Số trước và đúng hạn (902 hồ sơ) tính trên 920 hồ sơ đã giải quyết bằng 88,87%.",
        (("88,87%", "98,04%"),),
    ),
    Case(
        "a division told",
        "Phường trả 640 kết quả, đúng và trước hạn 612, trễ 28. Lấy 612 chia cho 640 thì được 96,53%.",
        (("96,53%", "95,63%"),),
    ),
    Case(
        "two divisions told, both right",
        "Đem 612 hồ sơ đúng hạn chia cho 700 hồ sơ tiếp nhận thì ra 87,43%; chia cho 640 hồ sơ đã trả thì ra 95,63%.",
    ),
    Case("more than so many, no whole", _SETTLED + "Tỷ lệ đúng hạn cao dù nhận trên 1.000 hồ sơ, đạt 98,04%."),
    Case(
        "of some by their name, labelled",
        _FEES
        + "Có 488 hồ sơ thanh toán trực tuyến, 122 hồ sơ trả tiền mặt. Tỷ lệ thanh toán trực tuyến (tính trên hồ sơ "
        "phải nộp lệ phí) là 39,35%.",
        (("39,35%", "80,00%"),),
    ),
    Case(
        "share of some, english",
        "The office received 1,300 files and settled 1,150. Of the settled ones 1,104 were on time and 46 late, so the "
        "share of settled files finished on time is 84.92%.",
        (("84.92%", "96.00%"),),
    ),
    Case(
        "share after the rate, english",
        "The office received 1,300 files and settled 1,150, of which 1,104 on time and 46 late, that is 84.92% on time "
        "out of all settled files.",
        (("84.92%", "96.00%"),),
    ),
    Case(
        "share of a whole period, english",
        "The office received 1,300 files, 1,105 of them online. The share of online files this month is 85.00%.",
    ),
    Case(
        "of a total named after it",
        "Nhận 1.420 hồ sơ: 1.193 hồ sơ trực tuyến, chiếm 81,04% tổng số tiếp nhận, 227 hồ sơ tại quầy.",
        (("81,04%", "84,01%"),),
    ),
    Case(
        "results called by other words",
        "Tiếp nhận 900 hồ sơ, đã trả 840 hồ sơ. Có 756 bản được ký số và số hóa. Tỷ lệ số hóa, ký số trên số hồ sơ đã "
        "trả đạt 84,00%.",
        (("84,00%", "90,00%"),),
    ),
    Case(
        "rate of the other part",
        "Trong 500 hồ sơ phải nộp phí, 130 hồ sơ thanh toán trực tuyến, 370 hồ sơ nộp tiền mặt. Tỷ lệ thanh toán trực "
        "tuyến đạt 74,0%.",
        (("74,0%", None),),
    ),
    Case(
        "rate of what was not done",
        "Trong 500 hồ sơ phải nộp phí, 130 hồ sơ thanh toán trực tuyến, 370 hồ sơ nộp tiền mặt. Tỷ lệ chưa thanh toán "
        "trực tuyến còn 74,0%.",
    ),
    Case(
        "fees in a heading, english",
        "Fees paid by bank transfer, May: of 420 files with a fee, 336 were paid online and 84 in cash. The share of "
        "fee files paid online is thus 84.0%.",
        (("84.0%", "80.0%"),),
    ),
    Case(
        "pleased together and apart",
        "Thu về 530 phiếu: rất hài lòng 401 phiếu, hài lòng 103 phiếu, không hài lòng 26 phiếu. Cộng chung hài lòng và "
        "rất hài lòng là 504 phiếu (95,09%), tỷ lệ không hài lòng 4,19%.",
        (("4,19%", "4,91%"),),
    ),
    Case(
        "satisfied by topics, none of the whole",
        "Rất hài lòng 401 phiếu, hài lòng 103 phiếu, không hài lòng 26 phiếu; hài lòng trở lên là 504 phiếu (95,1%). "
        "Thái độ: 96,1% hài lòng; thời gian: 90,3% hài lòng; lệ phí: 95,7% hài lòng.",
    ),
    Case(
        "what was planned beside what was done",
        "Đã trả 288 kết quả. Riêng năm 2024 trồng 470 cây xanh, kế hoạch 450 cây, đạt 104,4%.",
    ),
    Case(
        "what was planned, another rate",
        "Năm 2024 cấp 468 giấy chứng nhận, chỉ tiêu giao 450 giấy, đạt 101,4%.",
        (("101,4%", "104,0%"),),
    ),
    Case(
        "a survey that somebody made",
        "Năm nay đã giải quyết 1.310 hồ sơ, tiếp nhận 1.352 hồ sơ. Khảo sát do Hội Phụ nữ thực hiện cho kết quả 96,8%.",
    ),
    Case(
        "this year after last year, english",
        "Against the first half of last year, when 830 files were received, this year's total of 913 is higher by 83, "
        "an increase of 11.0%.",
        (("11.0%", "10.0%"),),
    ),
    Case(
        "this year left",
        "Số hồ sơ trễ hạn năm ngoái là 52, năm nay chỉ còn 31, giảm 21 hồ sơ. Nhận 402 hồ sơ, 371 xong.",
    ),
    Case(
        "the whole that a sentence begins with",
        "Tháng 6 nhận 1.120 hồ sơ (tháng 5 nhận 1.050 hồ sơ). Trong 1.120 hồ sơ có 940 hồ sơ trực tuyến, chiếm 89,52%.",
        (("89,52%", "83,93%"),),
    ),
    Case(
        "that whole, english",
        _FILES + "Of the 1,250 settled files, 91.6% were on time.",
        (("91.6%", "96.0%"),),
    ),
    Case("that whole after its rate, english", _FILES + "96.0% of the 1,250 settled files were on time."),
    Case(
        "share as a noun, english",
        _FILES + "On-time settlement, as a share of settled files, was 91.6%.",
        (("91.6%", "96.0%"),),
    ),
    Case("measured against all, english", _FILES + "The on-time rate, measured against files received, was 91.6%."),
    Case(
        "measured against some, english",
        _FILES + "Measured against settled files, the on-time rate was 91.6%.",
        (("91.6%", "96.0%"),),
    ),
    Case(
        "named in a bracket",
        _SETTLED + "Tỷ lệ trước và đúng hạn (tính theo số đã giải quyết) đạt 88,87%.",
        (("88,87%", "98,04%"),),
    ),
    Case("two wholes of one rate", _SETTLED + "Có 18 hồ sơ trễ, chiếm 1,96% số đã giải quyết và 1,77% số tiếp nhận."),
    Case(
        "a ratio in a bracket after its rate",
        "Quý này tỷ lệ trực tuyến 88,9% (940/1.120 hồ sơ), quý trước 80,1%.",
        (("88,9%", "83,9%"),),
    ),
    Case(
        "a rate of a unit that tells no counts",
        "Tại phường Hòn Sỏi, nhận 2.014 hồ sơ, giải quyết xong 1.960, trễ hạn 11 hồ sơ.\nTại xã Bãi Dừa, nhận 880 bộ.\n"
        "Tại phường Mỏ Vàng, nhận 1.305 hồ sơ, đúng và trước hạn đạt 98,1% số đã giải quyết.",
    ),
    Case(
        "of what came online, told by its parts",
        "Xã có 310 thủ tục, trong đó toàn trình 186, một phần 74, còn 50 thủ tục nộp trực tiếp. Tỷ lệ thủ tục toàn "
        "trình trên tổng số thủ tục trực tuyến đạt 71,54%.",
    ),
    Case(
        "rates in brackets with their counts",
        "Nhiều nhất là chứng thực (402 hồ sơ, chiếm 50,25%), sau đó là hộ tịch (240 hồ sơ, chiếm 30,00%), rồi đất đai "
        "(90 hồ sơ) trong 800 hồ sơ đã trả.",
    ),
    Case(
        "a base by its noun alone, of those of one way that were early",
        "Phường đã trả 2.210 hồ sơ, trong đó 1.480 hồ sơ nộp trực tuyến và 730 hồ sơ nộp trực tiếp. Hồ sơ trực tuyến "
        "trả sớm 1.332, đúng hẹn 148. Như vậy hồ sơ trực tuyến trả sớm chiếm 95,4% hồ sơ trực tuyến.",
        (("95,4%", "90,0%"),),
    ),
    Case(
        "works of one kind, of all works of a field",
        "Mảng cây xanh: 2.316 việc, gồm 1.874 tỉa cành, 391 tưới nước và 51 trồng mới. Tỉa cành bằng 80,9% số việc cây "
        "xanh.",
    ),
    Case(
        "the same, turned round",
        "Mảng cây xanh: 2.316 việc, gồm 1.874 tỉa cành, 391 tưới nước và 51 trồng mới. Tỉa cành bằng 89,0% số việc cây "
        "xanh.",
        (("89,0%", "80,9%"),),
    ),
    Case(
        "a rate in brackets says what it is of",
        "Tuần này nhận 300 hồ sơ, đã trả 250 hồ sơ: 200 trước hẹn (80,0% số đã trả), 45 đúng hẹn, 5 trễ hẹn.",
    ),
    Case(
        "all rates say that they are of what was spent",
        "Dự toán 900.000.000 đồng. Đã chi 600.000.000 đồng. Đã chi gồm máy 300.000.000 đồng (50,00% số đã chi), "
        "giấy 180.000.000 đồng (20,00% số đã chi), điện 120.000.000 đồng (20,00% số đã chi).",
        (("20,00%", "30,00%"),),
    ),
    Case(
        "online and counter exchanged",
        "Tháng 3 nhận 640 hồ sơ: trực tuyến 58 (90,94%), trực tiếp 582 (9,06%).",
        (("58", "582"), ("582", "58")),
    ),
)
