"""Phrasings of sums: numbered sections, brackets of names, what is left, overlapping groups, reports side by side."""

from motcua.statements.tests.phrasings import Case

__all__ = ["SUMS"]

SUMS: tuple[Case, ...] = (
    Case(
        "a heading after a numbered list is no part of its last line",
        "1. Tiếp nhận\n1.1. Tồn kỳ trước: 40 hồ sơ.\n1.2. Tổng phải giải quyết: 1.240 hồ sơ.\n2. Giải quyết\n"
        "2.1. Đã giải quyết: 1.180 hồ sơ. Trong đó trước hạn 1.100 hồ sơ, đúng hạn 70 hồ sơ, trễ hạn 10 hồ sơ.",
    ),
    Case(
        "a list under the line that ends with its whole",
        "a) Trong tháng tiếp nhận 860 hồ sơ.\nb) Giải quyết xong 815 hồ sơ. Cụ thể:\n- Trước hạn: 700 hồ sơ;\n"
        "- Đúng hạn: 119 hồ sơ;\n- Trễ hạn: 6 hồ sơ.\nc) Đang giải quyết 45 hồ sơ.",
        (("815", None),),
        ("700", "119", "6"),
    ),
    Case(
        "three levels of numbers",
        "3. Hộ tịch (640 việc)\n3.1. Khai sinh: 420 việc, trong đó:\n- Bản giấy: 385 việc;\n- Bản điện tử: 25 "
        "việc;\n3.2. Kết hôn: 150 việc.\n3.3. Khai tử: 80 việc.",
        (("420", "410"),),
    ),
    Case(
        "three levels of numbers hold, with times",
        "3. Hộ tịch (640 việc)\n3.1. Khai sinh: 410 việc, trong đó:\n- Đúng hạn: 385 việc;\n- Đăng ký lại: 25 việc;\n"
        "3.2. Kết hôn: 150 việc.\n3.3. Khai tử: 80 việc.",
    ),
    Case(
        "three levels of numbers hold",
        "3. Hộ tịch (640 việc)\n3.1. Khai sinh: 410 việc, trong đó:\n- Bản giấy: 385 việc;\n- Bản điện tử: 25 "
        "việc;\n3.2. Kết hôn: 150 việc.\n3.3. Khai tử: 80 việc.\n4. Chứng thực (95 việc, nộp trực tuyến 12 việc).",
    ),
    Case(
        "bullets without a rank",
        "■ ĐẦU VÀO: 512 HỒ SƠ\n  • Cũ: 12 - Mới: 500\n■ ĐẦU RA: 490 HỒ SƠ\n  • Sớm: 450, đúng: 35, muộn: 5",
    ),
    Case(
        "what is left is late",
        "Xã giải quyết 1.520 hồ sơ. Trước hạn có 1.402 hồ sơ. Đúng hạn có 96 hồ sơ. Còn lại là 24 hồ sơ trễ hạn.",
        (("1.520", None),),
        ("1.402", "96", "24"),
    ),
    Case(
        "what is left in time is in progress",
        "Đã giải quyết 1.300 hồ sơ, trong đó 12 hồ sơ trễ hạn. Còn lại 61 hồ sơ đều trong hạn.",
    ),
    Case(
        "a rest that nobody counted",
        "Tháng 5, xã tiếp nhận 236 hồ sơ, đã trả 205 hồ sơ, đang giải quyết 26 hồ sơ. Các hồ sơ còn lại thiếu giấy tờ "
        "nên đã hẹn người dân quay lại.",
    ),
    Case(
        "some others that nobody counted",
        "The office received 418 applications, settled 390 and has 24 in progress. A few others lack papers.",
    ),
    Case(
        "tasks in words, nothing undone",
        "Phường có mười sáu việc phải khắc phục. Đến nay đã làm xong mười việc, đang làm bốn việc. Không có việc nào "
        "chưa triển khai.",
        (("mười sáu", None),),
        ("mười", "bốn"),
    ),
    Case(
        "a bracket of two names",
        "Tổ chức 12 buổi tuyên truyền với 650 lượt người dự (415 lượt tại nhà văn hóa, 225 lượt lưu động).",
        (("650", None),),
        ("415", "225"),
    ),
    Case(
        "a bracket of two names that are not all",
        "Phường tiếp nhận 1.842 hồ sơ hộ tịch (khai sinh 615, kết hôn 288).",
    ),
    Case(
        "fields that are more than all",
        "Tiếp nhận 342 hồ sơ, trong đó lĩnh vực đất đai 128 hồ sơ, hộ tịch 254 hồ sơ.",
        (("342", None),),
        ("128", "254"),
    ),
    Case(
        "people of several groups",
        "Bộ phận có 15 công chức, trong đó 8 nữ, 9 đảng viên, 5 người có trình độ thạc sĩ.",
    ),
    Case(
        "a second split of the same papers",
        "Đã dùng 940 biên lai, trong đó điện tử 820, giấy 120; hủy 4 biên lai.",
    ),
    Case(
        "late births are not late dossiers",
        "Xã đăng ký khai sinh 58 trường hợp (trong đó đúng hạn 40, quá hạn 13, đăng ký lại 5).",
    ),
    Case(
        "opinions of those asked",
        "Đoàn hỏi 120 người dân: 103 người hài lòng, 27 người không hài lòng.",
        (("120", None),),
        ("103", "27"),
    ),
    Case(
        "opinions of some of those asked",
        "Đoàn hỏi 120 người dân: 91 người hài lòng. Có 2 người dân góp ý thêm về chỗ để xe.",
    ),
    Case(
        "two reports side by side",
        "Xã Đông tiếp nhận 905 hồ sơ, đã giải quyết 861 hồ sơ; 12 hồ sơ từ tháng trước chuyển sang.\n\n"
        "Phường Tây đang giải quyết 45 hồ sơ, trong đó trong hạn 43, quá hạn 2.",
    ),
    Case(
        "a table that lies on its side, over time",
        "| Nội dung | Tháng 4 | Tháng 5 | Tháng 6 | Quý II |\n|---|---|---|---|---|\n"
        "| Tiếp nhận | 210 | 190 | 240 | 640 |\n| Trực tuyến | 180 | 170 | 200 | 550 |\n"
        "| Trực tiếp | 30 | 20 | 40 | 90 |\n| Đã giải quyết | 205 | 188 | 236 | 629 |\n"
        "| Tồn cuối tháng | 15 | 17 | 21 | 21 |",
    ),
    Case(
        "units and all of them, one count of which adds up and one does not",
        "Xã Nậm Cắn thụ lý 1.418 hồ sơ, trả đúng hẹn 1.377; xã Mường Lống thụ lý 905 hồ sơ, trả đúng hẹn 896; xã "
        "Bắc Lý thụ lý 1.160 hồ sơ, trả đúng hẹn 1.151. Cộng ba xã 3.483 hồ sơ, trả đúng hẹn 3.442 hồ sơ.",
        (("3.442", "3.424"),),
    ),
    Case(
        "what is there at the end of each month is not added",
        "Tháng 4 tiếp nhận 518 hồ sơ, đang giải quyết 41 hồ sơ. Tháng 5 tiếp nhận 467 hồ sơ, đang giải quyết 38 hồ sơ. "
        "Cả hai tháng tiếp nhận 985 hồ sơ, đang giải quyết 38 hồ sơ.",
    ),
    Case(
        "a plan with a number is a paper",
        "Theo Kế hoạch 41/KH-UBND, tổ kiểm tra 96 quán: 610 quán sạch, 20 quán nhắc nhở, 15 quán phạt.",
        (("610", "61"),),
    ),
    Case(
        "a part with a digit too many before its total",
        "Lệ phí quầy số hai: tháng 1 thu 14.210, tháng 2 thu 131.540, tháng 3 thu 15.900; cộng cả quý 43.650.",
        (("131.540", "13.540"),),
    ),
    Case(
        "a rate that names the count before it by its label",
        "Xã nhận 1.264, trong đó qua mạng 1.058, tại quầy 239; tỷ lệ qua mạng 81,09%.",
        (("1.058", "1.025"),),
    ),
    Case(
        "on the day itself, a number that is no date",
        "Tuần qua trả 512 bộ: sớm 380 bộ, vừa ngày 12 bộ nữa, trễ 8 bộ.",
        (("12", "124"),),
    ),
    Case(
        "amounts that end in đ, a total that says its week",
        "Thu phí tuần này: thứ hai 1.240.000đ, thứ ba 980.000đ, thứ tư 1.115.000đ, tổng cả tuần 3.353.000đ.",
        (("3.353.000", "3.335.000"),),
    ),
    Case(
        "counts without a unit under a total with one",
        "Chứng thực tháng 6: bản sao 1.027, chữ ký 214, hợp đồng 58. Tổng 1.289 việc.",
        (("1.289", None),),
        ("1.027", "214", "58"),
    ),
    Case(
        "bare names behind a count with its unit",
        "Rà soát quy trình: xã có 271 quy trình, giữ nguyên 188, sửa đổi 54, bãi bỏ 19.",
        (("19", None),),
        ("271", "188", "54"),
    ),
    Case(
        "bare names of which some are in others hold nothing",
        "Xã có 45 công chức, trong đó đại học trở lên 41, cao đẳng 4; nữ 23; đảng viên 39.",
    ),
    Case(
        "places by their numbers, all of them",
        "Tổ số hướng dẫn 1.036 lượt, gồm khu dân cư số 1 hướng dẫn 287 lượt, khu dân cư số 2 hướng dẫn 341 lượt, khu "
        "dân cư số 3 hướng dẫn 408 lượt.",
    ),
    Case(
        "what was spent of a plan, and what is left of it",
        "Xã giải ngân 11.340 triệu đồng vốn đầu tư, trong tổng kế hoạch vốn 14.500 triệu đồng, đạt 81,2% kế hoạch, còn "
        "3.160 triệu đồng chưa giải ngân, chiếm 21,8% kế hoạch.",
        (("81,2", "78,2"),),
    ),
    Case(
        "left of a whole that was split before",
        "Of the 388 complaints, 301 concerned waste, 52 noise and 35 lighting. We answered 365 of them, leaving 32.",
        (("32", None),),
        ("365", "388"),
    ),
    Case(
        "from a count to a count",
        "Hồ sơ tiếp nhận của xã tăng 347 hồ sơ, từ 2.518 hồ sơ lên 2.856 hồ sơ, tương ứng tăng 13,78%.",
        (("2.856", "2.865"),),
    ),
    Case("gifts on a day of the month", "Quà 27/7: 335 suất (thành phố 200; phường 75; xã hội hóa 60)."),
    Case(
        "what remains after a rate and its whole",
        "Toàn xã có 1.240 hội viên đóng hội phí, đạt 93,7% trong số 1.324 hội viên; còn 48 hội viên chưa đóng.",
        (("48", "84"),),
    ),
    Case(
        "a total of counts that brackets split",
        "Hộ tịch 120 việc (mới 80, cũ 40), đất đai 64 việc (mới 50, cũ 14), môi trường 11 việc; tổng cộng 159 việc.",
        (("159", "195"),),
    ),
)  # fmt: skip
