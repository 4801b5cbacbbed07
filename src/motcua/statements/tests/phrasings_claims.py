"""Phrasings in which other sums tell which figure is wrong, and in which a text does or does not claim to tell all."""

from motcua.statements.tests.phrasings import Case

__all__ = ["CLAIMS"]

CLAIMS: tuple[Case, ...] = (
    Case(
        "exchanged, a breakdown of the one tells",
        "Phường đã trả 640 hồ sơ (sớm hạn 171 hồ sơ, chiếm 70,31%; đúng hạn 450 hồ sơ, chiếm 26,72%; trễ hạn 19 hồ "
        "sơ, chiếm 2,97%). Hồ sơ sớm hạn nộp trực tuyến 333, nộp trực tiếp 117.",
        (("171", "450"), ("450", "171")),
    ),
    Case(
        "exchanged, nothing tells whether counts or rates",
        "Phường đã trả 640 hồ sơ (sớm hạn 171 hồ sơ, chiếm 70,31%; đúng hạn 450 hồ sơ, chiếm 26,72%; trễ hạn 19 hồ "
        "sơ, chiếm 2,97%).",
        (("70,31%", None), ("26,72%", None)),
        ("171", "450"),
    ),
    Case(
        "exchanged, two breakdowns that share no figure",
        "- Đã giải quyết 38 hồ sơ, đang giải quyết 412 hồ sơ.\n- Hồ sơ đã giải quyết gồm 300 hồ sơ trước hạn và 112 "
        "hồ sơ đúng hạn.\n- Hồ sơ đang giải quyết gồm 35 hồ sơ trong hạn, 3 hồ sơ quá hạn.",
        (("38", "412"), ("412", "38")),
    ),
    Case(
        "english, the early ones",
        "It settled 500 dossiers: 310 early (62.0%), 170 on time (34.0%), 20 late (4.0%). The early ones comprise "
        "250 civil-status and 60 land dossiers.",
    ),
    Case(
        "a second split of the total tells",
        "Thu phí, lệ phí 52.180.000 đồng, gồm: chứng thực 30.120.000 đồng, hộ tịch 6.010.000 đồng, đất đai "
        "16.020.000 đồng. Thu qua tài khoản 40.000.000 đồng, tiền mặt 12.150.000 đồng.",
        (("52.180.000", "52.150.000"),),
    ),
    Case(
        "a second split of a part tells",
        "Xã công khai 286 thủ tục, gồm 215 thủ tục cấp xã và 17 thủ tục cấp tỉnh. Cấp xã có 130 thủ tục toàn trình, 85 "
        "thủ tục một phần. Cấp tỉnh có 40 thủ tục toàn trình, 31 thủ tục một phần.",
        (("17", "71"),),
    ),
    Case(
        "all others end a breakdown",
        "Tổ công nghệ hướng dẫn 164 người dân, trong đó 58 người cao tuổi, 41 phụ nữ và 65 người thuộc nhóm khác; "
        "lập 40 phiếu hẹn cho người cao tuổi.",
    ),
    Case(
        "all others end a breakdown, cannot tell",
        "Tổ công nghệ hướng dẫn 164 người dân, trong đó 58 người cao tuổi, 47 phụ nữ và 65 người thuộc nhóm khác.",
        (("47", None),),
        ("164", "58", "65"),
    ),
    Case(
        "some others have no number",
        "Xử lý 36 phản ánh, trong đó 12 về giao thông, 17 về vệ sinh và một số lĩnh vực khác.",
    ),
    Case(
        "satisfied and very satisfied",
        "Phát 250 phiếu, thu về 241 phiếu, không thu được 9 phiếu. Có 229 phiếu đánh giá hài lòng và rất hài lòng, 10 "
        "phiếu bình thường, 2 phiếu không hài lòng; tỷ lệ hài lòng và rất hài lòng đạt 95,0% số phiếu thu về.",
    ),
    Case(
        "satisfied and very satisfied, swapped",
        "Phát 250 phiếu, thu về 214 phiếu, không thu được 9 phiếu. Có 229 phiếu đánh giá hài lòng và rất hài lòng, 10 "
        "phiếu bình thường, 2 phiếu không hài lòng; tỷ lệ hài lòng và rất hài lòng đạt 95,0% số phiếu thu về.",
        (("214", "241"),),
    ),
    Case(
        "several sums in every row",
        "| Đơn vị | Tiếp nhận | Trực tuyến | Trực tiếp | Đã trả | Sớm | Đúng | Trễ |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| Xã A Lưới | 260 | 200 | 60 | 240 | 150 | 80 | 10 |\n| Xã Bãi Cát | 190 | 155 | 53 | 170 | 90 | 76 | 4 |\n"
        "| Xã Cồn Đen | 312 | 250 | 62 | 300 | 211 | 84 | 5 |\n| Xã Đồi Sim | 145 | 105 | 40 | 140 | 88 | 50 | 2 |\n"
        "| Cộng | 907 | 710 | 197 | 850 | 539 | 290 | 21 |",
        (("53", "35"),),
    ),
    Case(
        "the total split again below it",
        "| Nội dung | Số lượt | Thành tiền (đồng) |\n|---|---|---|\n| Bản sao | 1.200 | 2.400.000 |\n"
        "| Chữ ký | 310 | 3.100.000 |\n| Hộ tịch | 84 | 672.000 |\n| Cộng | 1.594 | 6.172.000 |\n"
        "| Trong đó: chuyển khoản | | 5.000.000 |\n| Tiền mặt | | 1.172.000 |",
    ),
    Case(
        "numbered list with blank lines",
        "Trong tháng đã giải quyết 540 việc, gồm:\n\n1. Hộ tịch: 120 việc, trong đó khai sinh 90 việc, kết hôn 30 "
        "việc.\n\n2. Chứng thực: 378 việc, trong đó bản sao 300 việc, chữ ký 87 việc.\n\n3. Hòa giải: 33 vụ, thành 22 "
        "vụ, không thành 11 vụ.",
        (("378", "387"),),
    ),
    Case(
        "a rate calls its count by name",
        "Hòa giải cơ sở 16 vụ, hòa giải thành 12 vụ, không thành 4 vụ, đạt tỷ lệ hòa giải thành 75,0%.",
    ),
    Case(
        "who assigned them",
        "Xã được giao 96 nhiệm vụ, trong đó huyện giao 41 nhiệm vụ, Đảng ủy giao 55 nhiệm vụ. Đã hoàn thành 80 "
        "nhiệm vụ, còn 16 nhiệm vụ đang triển khai; tỷ lệ hoàn thành so với tổng số được giao là 88,3%.",
        (("88,3%", "83,3%"),),
    ),
    Case(
        "rates of units exchanged",
        "Phường Bến Mơ tiếp nhận 400 hồ sơ, trong đó 340 hồ sơ trực tuyến và 60 hồ sơ trực tiếp. Xã Gò Tre tiếp nhận "
        "250 hồ sơ, trong đó 180 hồ sơ trực tuyến và 70 hồ sơ trực tiếp.\n\nTỷ lệ trực tuyến của phường Bến Mơ đạt "
        "72,0%, xã Gò Tre 85,0%.",
        (("72,0%", "85,0%"), ("85,0%", "72,0%")),
    ),
    Case(
        "all groups are told",
        "Kỳ này thụ lý 620 hồ sơ; đã trả kết quả 571 hồ sơ, đang xử lý 36 hồ sơ, từ chối tiếp nhận 6 hồ sơ, công dân "
        "xin rút 3 hồ sơ, như vậy toàn bộ hồ sơ đã được thống kê đủ.",
        (("36", None),),
        ("620", "571", "6", "3"),
    ),
    Case(
        "a table of what became of it",
        "Tháng 5 tiếp nhận 430 hồ sơ.\n| Kết quả | Số hồ sơ |\n|---|---|\n| Đã giải quyết | 390 |\n| Đang giải quyết "
        "| 31 |\n| Rút hồ sơ | 9 |\n\nNgoài ba nhóm trên không có trường hợp nào khác.",
    ),
    Case(
        "a table of what became of it, cannot tell",
        "Tháng 5 tiếp nhận 430 hồ sơ.\n| Kết quả | Số hồ sơ |\n|---|---|\n| Đã giải quyết | 390 |\n| Đang giải quyết "
        "| 31 |\n| Rút hồ sơ | 5 |\n\nNgoài ba nhóm trên không có trường hợp nào khác.",
        (("5", None),),
        ("430", "390", "31"),
    ),
    Case(
        "one share of another whole than its sisters",
        "Thu được 356 lượt đánh giá, trong đó 211 lượt rất hài lòng, 129 lượt hài lòng, 16 lượt không hài lòng; rất "
        "hài lòng chiếm 62,1%, hài lòng chiếm 36,2%, không hài lòng chiếm 4,5%.",
        (("62,1%", "59,3%"),),
    ),
    Case(
        "a list after the sentence of its total",
        "Kinh phí mua sắm: tổng 226,4 triệu đồng.\n1. Máy tính: 120,5 triệu đồng\n2. Máy in: 45,7 triệu đồng\n"
        "3. Ghế chờ: 60,2 triệu đồng",
    ),
    Case(
        "a list after the sentence of its total, cannot tell",
        "Kinh phí mua sắm: tổng 226,4 triệu đồng.\n1. Máy tính: 120,5 triệu đồng\n2. Máy in: 48,7 triệu đồng\n"
        "3. Ghế chờ: 60,2 triệu đồng",
        (("48,7", None),),
        ("226,4", "120,5", "60,2"),
    ),
    Case(
        "what became of all of them",
        "Tiếp nhận 3.140 hồ sơ. Tình trạng của toàn bộ số hồ sơ trên: đã trả kết quả 3.020 hồ sơ; đang giải quyết 74 "
        "hồ sơ; tạm dừng chờ bổ sung 22 hồ sơ; công dân rút 17 hồ sơ.",
        (("22", None),),
        ("3.140", "3.020", "74", "17"),
    ),
    Case(
        "a rate of something else in whole percents",
        "Tiếp nhận 1.020 hồ sơ, đã giải quyết 988 hồ sơ, trong đó trước hạn 902 hồ sơ, đúng hạn 66 hồ sơ, quá hạn 20 "
        "hồ sơ.\n100% hồ sơ trễ hạn có thư xin lỗi. Tỷ lệ hài lòng 98%.",
    ),
    Case(
        "rates of another count than the one told",
        "Trong 2.459 hồ sơ đã trả kết quả có 2.099 hồ sơ trước hạn, 319 hồ sơ đúng hạn, 41 hồ sơ trễ hạn.\nLũy kế: tỷ "
        "lệ trước hạn 91,2%, đúng hạn 7,3%, quá hạn 1,5%.",
    ),
    Case(
        "two tables of two makes",
        "Lĩnh vực\tTiếp nhận\tĐã trả\nHộ tịch\t210\t200\nĐất đai\t88\t80\nCộng\t298\t280\n\n| Kênh | Số hồ sơ |\n"
        "|---|---|\n| Trực tuyến | 240 |\n| Trực tiếp | 58 |\n| Cộng | 298 |",
    ),
    Case(
        "the total comes last",
        "Về hình thức nộp: trực tuyến 508 hồ sơ, trực tiếp 171 hồ sơ, qua bưu chính 46 hồ sơ, cộng 725 hồ sơ.",
    ),
    Case(
        "the total comes last, cannot tell",
        "Về hình thức nộp: trực tuyến 508 hồ sơ, trực tiếp 191 hồ sơ, qua bưu chính 46 hồ sơ, cộng 725 hồ sơ.",
        (("191", None),),
        ("508", "46", "725"),
    ),
    Case(
        "procedures done in person only",
        "Niêm yết 301 thủ tục, trong đó 140 thủ tục toàn trình, 110 thủ tục một phần, 51 thủ tục chỉ thực hiện trực "
        "tiếp.",
    ),
    Case(
        "late in both stages",
        "Xã đã giải quyết 640 hồ sơ, trong đó trước hạn 400, đúng hạn 219, quá hạn 21; đang giải quyết 50 hồ sơ, gồm "
        "trong hạn 43, quá hạn 7. Tổng số hồ sơ quá hạn, cả đã giải quyết và đang giải quyết, là 28 hồ sơ. Hồ sơ đã "
        "giải quyết và đang giải quyết trong hạn là 662 hồ sơ.",
    ),
    Case(
        "late in both stages, exchanged",
        "Xã đã giải quyết 640 hồ sơ, trong đó trước hạn 400, đúng hạn 219, quá hạn 21; đang giải quyết 50 hồ sơ, gồm "
        "trong hạn 7, quá hạn 43. Tổng số hồ sơ quá hạn, cả đã giải quyết và đang giải quyết, là 28 hồ sơ. Hồ sơ đã "
        "giải quyết và đang giải quyết trong hạn là 662 hồ sơ.",
        (("7", "43"), ("43", "7")),
    ),
    Case(
        "english, late in both stages, digit",
        "The ward settled 640 dossiers: 619 early or on time and 21 late. It has 50 in progress: 43 in time and 7 "
        "overdue. Overdue dossiers, settled and in progress, number 38 dossiers.",
        (("38", "28"),),
    ),
    Case(
        "an old total, two splits ask for the same other one",
        "Tổng số hồ sơ phát sinh trong quý là 612 hồ sơ, gồm trực tuyến 503, trực tiếp 99, kỳ trước chuyển sang 27. "
        "Đã trả 588 hồ sơ, đang làm 41 hồ sơ.",
        (("612", "629"),),
    ),
    Case(
        "carried over within what was handled in the period",
        "Trong quý phường phải giải quyết 629 hồ sơ, gồm 27 hồ sơ kỳ trước chuyển sang, 503 hồ sơ nộp trực tuyến và 99 "
        "hồ sơ nộp trực tiếp. Đã trả 588 hồ sơ, đang làm 41 hồ sơ.",
    ),
    Case(
        "carried over on top of what came in the period",
        "Trong quý tiếp nhận mới 602 hồ sơ (trực tuyến 503, trực tiếp 99), kỳ trước chuyển sang 27. Đã trả 588 hồ sơ, "
        "đang làm 41 hồ sơ.",
    ),
    Case(
        "a conclusion that says a total again",
        "1. Tiếp nhận 4.276 hồ sơ: trực tuyến 3.894, trực tiếp 382. 2. Đã giải quyết 4.158 hồ sơ, còn 118 hồ sơ đang "
        "giải quyết.\n\nKết luận\nVới 4.267 hồ sơ tiếp nhận và 4.158 hồ sơ đã giải quyết, phường hoàn thành nhiệm vụ.",
        (("4.267", "4.276"),),
    ),
    Case(
        "english, a conclusion that says a total again",
        "The centre received 4,276 dossiers: 3,894 online and 382 at the counter.\n\nConclusion\nOut of 4,267 dossiers "
        "received, few were late.",
        (("4,267", "4,276"),),
    ),
    Case(
        "the next month, whose total only looks like this one's",
        "Tháng 6 tiếp nhận 4.276 hồ sơ: trực tuyến 3.894, trực tiếp 382. Với 4.267 hồ sơ tiếp nhận trong tháng 7, "
        "phường giữ được nhịp độ.",
    ),
    Case(
        "a field whose number only looks like the ward's",
        "Phường tiếp nhận 4.276 hồ sơ: trực tuyến 3.894, trực tiếp 382. Riêng lĩnh vực chứng thực, với 427 hồ sơ tiếp "
        "nhận, không có hồ sơ trễ.",
    ),
    Case(
        "groups that are counted elsewhere",
        "Tháng 5 tiếp nhận 268 hồ sơ, đã giải quyết 251 hồ sơ, đang xử lý 12 hồ sơ. Hồ sơ rút và hồ sơ bị trả lại được "
        "theo dõi riêng.",
    ),
    Case(
        "a rate of what fell due",
        "Trong 210 hồ sơ tiếp nhận có 58 hồ sơ chưa đến hạn trả, 152 hồ sơ đã đến hạn. Giải quyết đúng hạn 149 hồ sơ, "
        "đạt 98,03% số hồ sơ đến hạn.",
    ),
    Case(
        "a rate of a count that follows in a bracket",
        "Có 1.318 kết quả điện tử, đạt 97,2% trên số hồ sơ đã giải quyết có yêu cầu trả kết quả (1.356 hồ sơ). Tổng số "
        "hồ sơ đã giải quyết là 1.402 hồ sơ.",
    ),
    Case(
        "a rate of a field's own whole, which is told nowhere",
        "Đã giải quyết 620 hồ sơ. Quá hạn 6 hồ sơ, bằng 7,5% số hồ sơ đất đai đã giải quyết.",
    ),
    Case(
        "a column of rates that divides something else",
        "| Lĩnh vực | Đã giải quyết | Trước hạn | Tỷ lệ trước hạn năm trước |\n|---|---|---|---|\n"
        "| Hộ tịch | 120 | 100 | 71,5% |\n| Đất đai | 80 | 61 | 68,2% |\n| Tổng | 200 | 161 | 70,1% |",
    ),
    Case(
        "what a bracket splits is the part beside it",
        "Tháng này tiếp nhận 480 hồ sơ, gồm 88 hồ sơ trực tuyến (toàn trình 300, một phần 92) và 392 hồ sơ trực tiếp.",
        (("88", "392"),),
    ),
    Case(
        "what a bracket splits is the part beside it, of names",
        "Kho có 96 máy: 36 máy tính (20 máy cũ, 40 máy mới), 60 máy in.",
        (("36", "60"),),
    ),
    Case(
        "what a bracket splits is the part before it",
        "Giao 214 việc: đã hoàn thành 184 (đúng hạn 170, quá hạn 14), đang thực hiện 30.",
    ),
    Case(
        "a bracket with some of a part, that come to no other part",
        "Kho có 96 máy: 36 máy tính (trong đó 20 máy cũ, 9 máy hỏng), 60 máy in.",
    ),
)
