"""More phrasings: words for numbers, completeness said outright, named wholes, rates told by words, tables by rows."""

from motcua.statements.tests.phrasings import Case

__all__ = ["MORE"]

MORE: tuple[Case, ...] = (
    Case(
        "people in words, witness rates",
        "Tổ tuyên truyền có mười lăm thành viên, gồm tám cán bộ thôn, năm cán bộ hội và 3 cán bộ đoàn; tỷ lệ cán bộ "
        "thôn 53,3%, cán bộ đoàn 13,3%.",
        (("3", "2"),),
    ),
    Case(
        "all states said to be all",
        "Toàn bộ 622 hồ sơ trong tháng được phân loại như sau: đã giải quyết 570 hồ sơ; đang giải quyết trong hạn 31 "
        "hồ sơ; đang giải quyết quá hạn 02 hồ sơ; chờ bổ sung 08 hồ sơ. Không có hồ sơ nào khác.",
        (("622", None),),
        ("570", "31", "02", "08"),
    ),
    Case(
        "states by semicolons hold",
        "Toàn bộ 611 hồ sơ trong tháng được phân loại như sau: đã giải quyết 570 hồ sơ; đang giải quyết trong hạn 31 "
        "hồ sơ; đang giải quyết quá hạn 02 hồ sơ; chờ bổ sung 08 hồ sơ.",
    ),
    Case(
        "english exactly one",
        "All 431 dossiers fall into exactly one of these groups (settled: 390; in progress, in time: 22; in progress, "
        "overdue: 3; awaiting supplement: 9).",
        (("431", None),),
        ("390", "22", "3", "9"),
    ),
    Case(
        "a group without a number",
        "Xã tiếp nhận 730 hồ sơ; đã giải quyết 688 hồ sơ; 31 hồ sơ đang giải quyết. Ngoài ra có một số hồ sơ công dân "
        "xin rút.",
    ),
    Case(
        "parts in words, whole in digits",
        "Thành phố giao phường 24 nhiệm vụ; mười chín nhiệm vụ hoàn thành đúng hạn, ba nhiệm vụ hoàn thành nhưng chậm, "
        "bốn nhiệm vụ đang thực hiện và còn trong hạn. Tỷ lệ hoàn thành đạt 84,62%.",
        (("24", "26"),),
    ),
    Case(
        "labels exchanged, levels tell",
        "Tổng số hồ sơ tiếp nhận: 1.120. Nộp trực tuyến: 214 hồ sơ (toàn trình 512 hồ sơ, một phần 394 hồ sơ); nộp "
        "trực tiếp: 906 hồ sơ.",
        (("214", "906"),),
    ),
    Case(
        "base at the head of the sentence",
        "Đã giải quyết 2.400 hồ sơ, gồm 2.280 hồ sơ trước hạn, 84 hồ sơ đúng hạn và 36 hồ sơ quá hạn. So với tổng số "
        "hồ sơ đã giải quyết, trước hạn chiếm 95,00%, đúng hạn chiếm 3,50%, quá hạn chiếm 1,58%.",
        (("1,58%", "1,50%"),),
    ),
    Case(
        "of all procedures",
        "Phường có 320 thủ tục hành chính; 248 thủ tục cung cấp trực tuyến, trong đó 150 toàn trình, 98 một phần; 72 "
        "thủ tục chưa cung cấp trực tuyến. Tỷ lệ thủ tục cung cấp trực tuyến trên tổng số thủ tục đạt 71,30%.",
        (("71,30%", "77,50%"),),
    ),
    Case(
        "procedures by level and the rest",
        "Xã niêm yết 240 thủ tục, trong đó 130 thủ tục toàn trình, 76 thủ tục một phần và 44 thủ tục chỉ cung cấp "
        "thông tin.",
        (("240", None),),
        ("130", "76", "44"),
    ),
    Case(
        "joint share of answers",
        "The ward collected 812 ratings: 520 very satisfied, 244 satisfied, 37 neutral and 11 dissatisfied. Satisfied "
        "and very satisfied residents together make 96.2% of all ratings.",
        (("96.2%", "94.1%"),),
    ),
    Case(
        "rose from to",
        "Received dossiers rose from 1,215 in the first quarter to 1,540 in the second, an increase of 352 dossiers.",
        (("352", None),),
        ("1,215", "1,540"),
    ),
    Case(
        "one of the other",
        "Đã số hóa 1.406 hồ sơ trong tổng số 1.480 hồ sơ, đạt 95,00%; còn 74 hồ sơ chưa số hóa.",
    ),
    Case(
        "one of the other, digit",
        "Đã số hóa 1.406 hồ sơ trong tổng số 1.480 hồ sơ, đạt 95,00%; còn 84 hồ sơ chưa số hóa.",
        (("84", "74"),),
    ),
    Case(
        "rate of the whole after its last part",
        "Đã hoàn thành 115 nhiệm vụ trên 125 nhiệm vụ được giao, trong đó 109 nhiệm vụ đúng hạn, 6 nhiệm vụ quá hạn, "
        "đạt tỷ lệ 92,00%.",
    ),
    Case(
        "goal is no rate",
        "Tiếp nhận 1.900 hồ sơ, trong đó trực tuyến 1.710 hồ sơ, đạt 90,00%. Phấn đấu năm sau tỷ lệ hồ sơ trực tuyến "
        "đạt 96% trở lên.",
    ),
    Case(
        "plan said of a rate only",
        "Đã chi 450 triệu đồng, đạt 90,0% dự toán, gồm: mua sắm 260 triệu đồng, sửa chữa 1120 triệu đồng, tập huấn 70 "
        "triệu đồng.",
        (("1120", None),),
        ("450",),
    ),
    Case(
        "third level",
        "Có 64 hồ sơ trễ hẹn. Trong 64 hồ sơ trễ hẹn có 40 hồ sơ đất đai, 26 hồ sơ xây dựng và 8 hồ sơ hộ tịch; riêng "
        "đất đai chiếm 62,5%, xây dựng chiếm 25,0%.",
        (("26", "16"),),
    ),
    Case(
        "a zero lost after the thousands point",
        "Hồ sơ trực tuyến 2.100 hồ sơ. Trong đó toàn trình 1.250 hồ sơ, một phần 850 hồ sơ. Riêng số hồ sơ toàn trình, "
        "có 1.09 hồ sơ đã trả kết quả, 241 hồ sơ đang giải quyết. Tỷ lệ trả kết quả của hồ sơ toàn trình là 80,72%.",
        (("1.09", "1.009"),),
    ),
    Case(
        "turned table of one column, key to rates",
        "Chỉ tiêu\tSố liệu\nTiếp nhận\t1.250\nTrực tuyến\t1.100\nTrực tiếp\t150\nĐã giải quyết\t1.200\nTrước "
        "hạn\t1.050\nĐúng hạn\t120\nQuá hạn\t50\nĐang giải quyết\t50\nTỷ lệ quá hạn (%)\t2,50",
        (("50", "30"),),
    ),
    Case(
        "ratio cells",
        "| Chỉ tiêu | Kết quả | Tỷ lệ |\n|---|---|---|\n| Nhiệm vụ | 17/23 | 73,9% |\n| Thủ tục | 81/190 | 46,2% |",
        (("46,2%", "42,6%"),),
    ),
    Case(
        "a total after its parts",
        "Cơ cấu quý III: hộ tịch 512 hồ sơ, chứng thực 730 hồ sơ, đất đai 204 hồ sơ; tổng cộng 1.464 hồ sơ.",
        (("1.464", None),),
        ("512", "730", "204"),
    ),
    Case(
        "a total after its parts holds",
        "Có 18 công chức; quý III hộ tịch 512 hồ sơ, chứng thực 730 hồ sơ, đất đai 204 hồ sơ; tổng cộng 1.446 hồ sơ.",
    ),
    Case(
        "stock worked off is no stock",
        "Tháng 2 tiếp nhận mới 318 hồ sơ. Do xử lý cả số hồ sơ tồn từ trước nên đã giải quyết được 341 hồ sơ, trong đó "
        "329 hồ sơ trước hạn và đúng hạn, 22 hồ sơ trễ hạn. Hiện còn 26 hồ sơ đang giải quyết.",
        (("341", None),),
        ("329", "22"),
    ),
    Case(
        "parts told by who gave them",
        "Phường được giao tổng số 143 nhiệm vụ, trong đó UBND tỉnh giao 80 nhiệm vụ, Đảng ủy giao 63 nhiệm vụ. Đã hoàn "
        "thành 120 nhiệm vụ, còn 32 nhiệm vụ đang triển khai.",
        (("32", "23"),),
    ),
    Case(
        "a rate with a name of its own",
        "Hòa giải cơ sở: 12 vụ, hòa giải thành 9 vụ, không thành 3 vụ, đạt tỷ lệ hòa giải thành 75,0%.",
    ),
    Case(
        "the state of all of them",
        "Xã tiếp nhận 3.215 hồ sơ. Tình trạng của toàn bộ số hồ sơ trên: đã trả kết quả 3.040 hồ sơ; đang giải quyết 96"
        " hồ sơ; chờ bổ sung 31 hồ sơ; công dân rút 14 hồ sơ.",
        (("3.215", None),),
        ("3.040", "96", "31", "14"),
    ),
    Case(
        "headings with formulas",
        "| TT | Đơn vị | (3)=4+5+6 | (4) Trực tuyến | (5) Trực tiếp | (6) Kỳ trước |\n|---|---|---|---|---|---|\n"
        "| 1 | Xã Cau Trắng | 421 | 300 | 101 | 20 |\n| 2 | Xã Suối Mơ | 310 | 219 | 72 | 10 |\n"
        "| | Cộng | 731 | 519 | 182 | 30 |",
        (("72", "81"),),
    ),
    Case(
        "rows after the total are of it",
        "| Nội dung | Số lượt | Thành tiền (đồng) |\n|---|---|---|\n| Chứng thực bản sao | 3.000 | 6.000.000 |\n"
        "| Chứng thực chữ ký | 400 | 4.000.000 |\n| Cộng | 3.400 | 10.000.000 |\n"
        "| Trong đó: chuyển khoản | | 7.500.000 |\n| Tiền mặt | | 2.500.000 |",
    ),
    Case(
        "ways and a total",
        "Hình thức\tSố hồ sơ\nTrực tiếp\t8.412\nTrực tuyến mức độ 3\t51\nTrực tuyến mức độ 4\t7\nTổng cộng\t8.470",
    ),
    Case(
        "answers of one question come to all slips",
        "| Mức | Số phiếu |\n|---|---|\n| Rất hài lòng | 211 |\n| Hài lòng | 140 |\n| Không hài lòng | 9 |\n"
        "| Tổng số phiếu | 365 |",
        (("365", None),),
        ("211", "140", "9"),
    ),
    Case(
        "rows under rows",
        "| Nội dung | Số lượng |\n|---|---|\n| Hồ sơ phải số hóa | 1.400 |\n| - Đã số hóa thành phần | 1.330 |\n"
        "| + Tái sử dụng dữ liệu | 31 |\n| + Số hóa mới | 1.019 |\n| - Chưa số hóa | 70 |\n"
        "| Tỷ lệ tái sử dụng trên số hồ sơ đã số hóa | 23,38% |",
        (("31", "311"),),
    ),
    Case(
        "no column for what waits",
        "| Lĩnh vực | Tiếp nhận | Đã giải quyết | Đang giải quyết |\n|---|---|---|---|\n| Hộ tịch | 320 | 300 | 15 |\n"
        "| Chứng thực | 800 | 800 | 0 |\n| Đất đai | 211 | 150 | 41 |\n| Xây dựng | 64 | 50 | 10 |\n"
        "| Cộng | 1.395 | 1.300 | 66 |",
    ),
    Case(
        "shares of a table told before it",
        "Trong tổng số 1.400 hồ sơ nêu tại bảng, lĩnh vực chứng thực chiếm 60,0%, đất đai chiếm 15,0%.\n\n| Lĩnh vực "
        "| Số hồ sơ |\n|---|---|\n| Hộ tịch | 300 |\n| Chứng thực | 840 |\n| Đất đai | 201 |\n| Khác | 50 |\n| Tổng "
        "| 1.400 |",
        (("201", "210"),),
    ),
    Case(
        "a swap that nothing else touches",
        "Số hồ sơ trực tuyến là 412 hồ sơ và số hồ sơ trực tiếp là 135 hồ sơ trên tổng số 574 hồ sơ phát sinh.",
        (("574", None),),
        ("412", "135"),
    ),
    Case(
        "english, accepted and numbers in words before a verb",
        "Of 722 applications accepted in May, 655 have been settled and forty-one are in progress; the other "
        "twenty-four were withdrawn.",
        (("722", None),),
        ("655", "41", "24", "forty-one", "twenty-four"),
    ),
    Case(
        "what a count of last year consists of",
        "We received 4,318 requests last year: 2,907 by phone, 1,326 at our desk and 58 by letter.",
        (("58", None),),
        ("2,907", "1,326", "4,318"),
    ),
    Case(
        "a list under words on last year is all of last year",
        "Cùng kỳ năm trước: nhận 400 hồ sơ, trả 380 hồ sơ. Kỳ này nhận 512 hồ sơ, trả 480 hồ sơ, còn 32 hồ sơ.",
    ),
)
