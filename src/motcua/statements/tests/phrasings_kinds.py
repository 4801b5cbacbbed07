"""Kinds of text that new readers wrote: what is not so, slips in how a number is written, lists said to be all."""

from motcua.statements.tests.phrasings import Case

__all__ = ["KINDS"]

KINDS: tuple[Case, ...] = (
    Case("not so, and people called", "Xã gọi 340 cuộc: 311 người trả máy, 299 người không trả máy.", (("299", "29"),)),
    Case(
        "not so, the rate tells the whole", "Cấp 486 suất, đã phát 421 suất, đạt 86,6%; chưa phát 56.", (("56", "65"),)
    ),
    Case(
        "not so, far from the whole",
        "Dự án được giao 2.140.000.000 đồng.\nTrong năm có 3 đợt giải ngân. Đến nay giải ngân 1.985.000.000 đồng, đạt "
        "92,76%; chưa giải ngân 155.000.000 đồng.",
    ),
    Case(
        "not so, and a further group",
        "Xã có 318 hộ nghèo: 207 hộ đã nhận trợ cấp, 98 hộ chưa nhận trợ cấp và 13 hộ xin thôi nhận.",
    ),
    Case(
        "not so, of several that are",
        "Phường làm xong sớm 97 việc, xong muộn 14 việc, 8 việc chưa xong; tổng 119 việc.",
    ),
    Case(
        "an act is no group",
        "Phường nhận 2.061 hồ sơ, trả 1.998 hồ sơ, đang giải quyết 63 hồ sơ. Hồ sơ trễ hẹn 44, đã gọi điện 44.",
    ),
    Case("a thousand without a digit", "Thu 1.31, chia ra: quầy A 1.120; quầy B 160; quầy C 51.", (("1.31", "1.331"),)),
    Case(
        "a thousand with a digit too many",
        "The office closed 2,833 files: 2,6990 early, 112 on the last day, 22 late.",
        (("2,6990", "2,699"),),
    ),
    Case("on the day", "Trả 415 hồ sơ: sớm 352, đúng ngày 31, trễ 32."),
    Case(
        "a rate with a slip, its base named",
        "Trả 1.250 hồ sơ, 1.175 kết quả được gửi bằng tin nhắn. Tỷ lệ kết quả "
        "được gửi bằng tin nhắn trên hồ sơ đã trả đạt 49,00%.",
        (("49,00%", "94,00%"),),
    ),
    Case(
        "two columns of a CSV",
        "Lý do rút;Số hồ sơ\nĐổi ý;17\nThiếu giấy;25\nNộp nhầm nơi;8\nLý do khác;4\nTổng (mỗi hồ sơ một lý do);57",
        (("57", None),),
        ("17", "25", "8", "4"),
    ),
    Case("a CSV that holds", "Lý do rút;Số hồ sơ\nĐổi ý;17\nThiếu giấy;25\nNộp nhầm nơi;8\nTổng;50"),
    Case(
        "a balance around a breakdown, in whatever words",
        "Kho nhập 1.046 thùng (gạo 918, mì 103, sữa 25). Kho xuất 978 thùng (gạo 861, mì 98, sữa 9); ở lại 78 thùng.",
        (("978", "968"),),
    ),
    Case(
        "named bases at the end of a sentence",
        "Nhận 214 hồ sơ. Trả 194 (sớm 168, đúng 21, muộn 5); chưa trả 20. Tỷ lệ muộn trên số trả 2,85%. Số chưa trả "
        "chiếm 9,35% số nhận.",
        (("2,85%", "2,58%"),),
    ),
    Case(
        "since the year began, first of its sentence",
        "Tháng 10 nhận 402 hồ sơ, lũy kế 4.377 hồ sơ; trả 398 hồ sơ, lũy kế 4.310 hồ sơ. Hồ sơ trễ trong tháng 1, lũy "
        "kế 22 (bằng 0,51% số đã trả).",
    ),
    Case(
        "more than before, told twice",
        "Hồ sơ khai sinh tăng từ 1.250 lên 1.400 trường hợp (thêm 150 trường hợp), tức tăng 13% so với năm ngoái.",
        (("13%", None),),
    ),
    Case(
        "settled late beside overdue",
        "Đã giải quyết 884 hồ sơ, quá hạn chưa giải quyết 18 hồ sơ. "
        "Giải quyết trước hạn 7933, đúng hạn 77, sau hạn 14.",
        (("7933", "793"),),
    ),
)
