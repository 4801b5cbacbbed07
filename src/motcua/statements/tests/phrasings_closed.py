"""Phrasings of groups that the text says are all there is, and of parts under names that we do not know."""

from motcua.statements.tests.phrasings import Case

__all__ = ["CLOSED"]

CLOSED: tuple[Case, ...] = (
    Case(
        "said before the list that each is in one of two states",
        "Cả 512 hồ sơ nhận trong tháng đều chỉ ở một trong hai trạng thái: đã trả 470 hồ sơ, đang thẩm tra 28 hồ sơ.",
        (("512", None),),
        ("470", "28"),
    ),
    Case(
        "the number of states is no count",
        "Toàn bộ 512 hồ sơ chỉ ở 2 tình trạng: đã trả 470 hồ sơ, đang xử lý 28 hồ sơ.",
        (("512", None),),
        ("470", "28"),
    ),
    Case(
        "said before the list, and it holds",
        "Toàn bộ 512 hồ sơ chỉ ở 2 tình trạng: đã trả 484 hồ sơ, đang xử lý 28 hồ sơ.",
    ),
    Case(
        "one of three states in English",
        "Every one of the 310 files is in one of three states: 280 settled, 20 in progress, 6 withdrawn.",
        (("310", None),),
        ("280", "20", "6"),
    ),
    Case(
        "said of the names in a bracket",
        "The Front passed on 66 letters, all of them of the three kinds named here (roads 30; waste 21; noise 11).",
        (("66", None),),
        ("30", "21", "11"),
    ),
    Case(
        "two hamlets of many",
        "Phường nhận 430 hồ sơ. Chỉ có hai thôn đạt chỉ tiêu: thôn Đông 120 hồ sơ, thôn Tây 95 hồ sơ.",
    ),
    Case(
        "each of four hamlets is no claim on the files",
        "The centre took in 310 files. An officer went to each of the four remote hamlets: hamlet A 20 files, hamlet B "
        "31 files.",
    ),
    Case(
        "a part of a bracket under a name of its own",
        "Received 902 (online 700; at the desk 150; by post 52). Settled 880 (early 700; the same day 150; late 30).",
    ),
    Case(
        "a line of a list under a name of its own",
        "Xã phải giải quyết 640 hồ sơ, không sót hồ sơ nào, cụ thể:\n- Đã trả kết quả: 560 hồ sơ;\n- Đang thẩm tra, "
        "lấy ý kiến: 40 hồ sơ;\n- Công dân rút: 23 hồ sơ.",
        (("640", None),),
        ("560", "40", "23"),
    ),
    Case(
        "nouns before the number are names of parts",
        "Tiếp nhận 52 đơn: khiếu nại 08, tố cáo 03, kiến nghị - phản ánh 14 (chiếm 78,85%).",
        (("14", "41"),),
    ),
    Case(
        "parts under other nouns than their whole",
        "Văn phòng ban hành 60 văn bản, gồm 21 quyết định, 30 công văn và 9 báo cáo, tốn 3 triệu đồng tiền giấy.",
    ),
    Case(
        "parts of something else",
        "Lực lượng tại chỗ 85 người, phương tiện gồm 2 xuồng, 40 áo phao, 1 máy phát điện.",
    ),
    Case(
        "as many sentences as groups, their total after them",
        "Quầy Đông tiếp 212 lượt. Quầy Đoài được 187 lượt. Quầy Nam 143 lượt. Cả ba điểm cộng lại là 552 lượt.",
        (("552", None),),
        ("212", "187", "143"),
    ),
    Case(
        "as many sentences as groups hold",
        "Thôn Đông nộp 212 hồ sơ. Thôn Đoài nộp 187 hồ sơ. Thôn Nam nộp 143 hồ sơ. Cả ba thôn cộng lại là 542 hồ sơ.",
    ),
    Case(
        "as many as there are of something else",
        "Quầy một nhận 212 hồ sơ, quầy hai 187 hồ sơ. Hai quầy, 12 công chức, làm cả thứ Bảy, được 300 hồ sơ.",
    ),
    Case(
        "no more groups than these, after a whole",
        "Trong tháng có 640 hồ sơ. Hộ tịch nhiều nhất, 391 hồ sơ. Đất đai 140 hồ sơ. Còn chứng thực thì 89 hồ sơ. Xã "
        "chỉ có ba lĩnh vực này.",
        (("640", None),),
        ("391", "140", "89"),
    ),
    Case(
        "other groups than these",
        "Xã có 430 hồ sơ. Tổ 1 nhận 120 hồ sơ, tổ 2 nhận 85 hồ sơ. Ngoài hai tổ này còn các tổ khác.",
    ),
    Case(
        "no more groups than these, in English",
        "Three villages, and no others, make up the commune. The first lodged 120 files, the second 95, the third 80. "
        "All told that is 259 files.",
        (("259", None),),
        ("120", "95", "80"),
    ),
    Case(
        "questions and answers",
        "Nhận bao nhiêu hồ sơ? 430. Đã trả bao nhiêu? 391. Đang giải quyết bao nhiêu? 29. Ngoài hai nhóm trên không "
        "còn nhóm nào khác.",
        (("430", None),),
        ("391", "29"),
    ),
    Case(
        "by days after a colon",
        "Trong tuần phường nhận 640 hồ sơ. Theo ngày: thứ Hai 140 hồ sơ, thứ Ba 151 hồ sơ, thứ Tư 120 hồ sơ, thứ Năm "
        "119 hồ sơ, thứ Sáu 100 hồ sơ.",
        (("640", None),),
        ("140", "151", "120", "119", "100"),
    ),
    Case(
        "a digit added to an amount among decimals",
        "Tổng chi 742,8 triệu đồng, không có khoản khác: tuyên truyền 128,4 triệu đồng; thiết bị 5650 triệu đồng; "
        "tập huấn 49,4 triệu đồng.",
        (("5650", "565"),),
    ),
    Case(
        "lateness in the names of all parts",
        "Phân tích 25 hồ sơ theo nguyên nhân, gồm: luân chuyển chậm 14 hồ sơ; ký duyệt chậm 7 hồ sơ; thuế trả lời chậm "
        "3 hồ sơ.",
        (("25", None),),
        ("14", "7", "3"),
    ),
    Case(
        "a state that is no other word for settled",
        "Tổng tiếp nhận: 750 hồ sơ. Trong đó:\n+ Đã giải quyết: 690\n+ Đang giải quyết: 31\n+ Chờ bổ sung: 11\n+ Dừng "
        "giải quyết: 18",
    ),
    Case(
        "the rest closes a breakdown over sentences",
        "Trong quý xã nhận 1.240 hồ sơ. Nộp qua mạng 980 hồ sơ. Số đem đến quầy ít hơn, chỉ 205. Toàn bộ phần còn lại, "
        "65 hồ sơ, gửi bưu tá.",
        (("1.240", None),),
        ("980", "205", "65"),
    ),
    Case(
        "the rest of another count",
        "Xã nhận 500 hồ sơ, trong đó 380 hồ sơ trực tuyến. Đã trả 450 hồ sơ. Số còn lại là 50 hồ sơ.",
    ),
    Case(
        "the rest of the first count, with details between",
        "Sáng nay quầy nhận 27 hồ sơ. Khai sinh nhiều nhất, 12 hồ sơ; trong số ấy 8 hồ sơ liên thông, còn 4 hồ sơ thì "
        "không. Hôn nhân có 9. Phần còn lại, 6 hồ sơ, là trích lục.",
    ),
    Case(
        "a part by comma under a name of its own",
        "Received 650: online 500, desk 120, by post 30. Settled 600: early 480, within the hour 100, late 20.",
    ),
    Case(
        "questions with answers under a word of their own",
        "Hỏi: đã nhận bao nhiêu hồ sơ? Đáp: 430 hồ sơ. Hỏi: đã trả trước hạn bao nhiêu? Đáp: 390 hồ sơ. Hỏi: đã trả "
        "đúng hạn bao nhiêu? Đáp: 20 hồ sơ.",
    ),
    Case(
        "the number of things is no count of them",
        "Kinh phí 300 triệu đồng chi cho ba việc: sửa trụ sở 180 triệu đồng, mua máy 75 triệu đồng, tập huấn 35 triệu "
        "đồng.",
        (("300", None),),
        ("180", "75", "35"),
    ),
    Case(
        "a part of the named whole, not of what that is itself of",
        "Mảng cây xanh chiếm 853 trong tổng số 1.418 việc của đội. Trong đó tỉa cành 306 việc. Trồng mới có 218 việc. "
        "Tưới nước tăng, lên 3.112 việc. Dọn lá có 17 việc. Ngoài bốn loại việc này, mảng không có việc nào khác.",
        (("3.112", "312"),),
    ),
    Case(
        "reached is said of what is done",
        "Xóm được giao 40 việc, xong 33 việc, chưa xong 7 việc, đạt 85,2%.",
        (("85,2%", "82,5%"),),
    ),
    Case(
        "one of so many drawers that follow",
        "Cả năm có 318 đơn. Đơn nào cũng nằm trong một trong bốn sổ: đã xong 201 đơn; đang xem 64 đơn; chuyển đi 29 "
        "đơn; lưu 17 đơn.",
        (("318", None),),
        ("201", "64", "29", "17"),
    ),
    Case(
        "one of so many drawers, and it holds",
        "Cả năm có 318 đơn. Đơn nào cũng nằm trong một trong bốn sổ: đã xong 201 đơn; đang xem 64 đơn; chuyển đi 29 "
        "đơn; lưu 24 đơn.",
    ),
    Case(
        "either the one or the other",
        "Tháng này nhận 640 hồ sơ, tất cả hoặc đã trả kết quả hoặc đang giải quyết. Đã trả kết quả 588, đang giải "
        "quyết 41.",
        (("640", None),),
        ("588", "41"),
    ),
    Case(
        "one of these two in English",
        "The team read 310 files. It passed 288 files and failed 13 files; every file read was one of these two sorts.",
        (("310", None),),
        ("288", "13"),
    ),
    Case(
        "these two together are all",
        "Buổi tập huấn đón 240 người: thôn Thượng 150, thôn Hạ 90. Số mang theo máy 197 người, số dùng nhờ 34 "
        "người, hai nhóm này cộng lại là đủ tất cả.",
        (("34", "43"),),
        ("240", "197"),
    ),
    Case(
        "all of so many are split by something",
        "Toàn bộ 264 thùng rác phân theo thôn như sau: thôn Đông 91, thôn Tây 88, thôn Giữa 64. Tháng sau mua thêm.",
        (("264", None),),
        ("91", "88", "64"),
    ),
    Case(
        "all of so many are split by something, and it holds",
        "Tất cả 1.083 lá phiếu được chia theo khu: khu 1 có 402 phiếu, khu 2 có 377 phiếu, khu 3 có 304 phiếu.",
    ),
    Case(
        "all are split, some are told",
        "Toàn bộ 75 đơn được phân loại theo nội dung, chủ yếu là đất đai 41 đơn, môi trường 20 đơn.",
    ),
    Case(
        "done, being done, not begun, and none withdrawn",
        "Đội quản lý đô thị được giao 84 việc, đến nay 61 việc đã làm xong, 15 việc đang làm, 6 việc chưa bắt đầu, "
        "không có việc nào bị rút.",
        (("84", None),),
        ("61", "15", "6"),
    ),
    Case(
        "done and being done with what each consists of, and none withdrawn",
        "Nhiệm vụ quý này: 54 nhiệm vụ; đã hoàn thành 31 (đúng hạn 30, quá hạn 1); đang thực hiện 14 (trong hạn 14). "
        "Không có nhiệm vụ nào xin rút.",
        (("54", "45"),),
    ),
    Case(
        "done and being done, nobody says that none was withdrawn",
        "Đội quản lý đô thị được giao 84 việc, đến nay 61 việc đã làm xong, 15 việc đang làm, 6 việc chưa bắt đầu.",
    ),
    Case(
        "a plan and its parts are compared with nothing",
        "Dự toán trạm bơm 640 triệu đồng, gồm thiết bị 410 triệu đồng, xây lắp 170 triệu đồng, dự phòng 50 triệu đồng.",
        (("640", None),),
        ("410", "170", "50"),
    ),
    Case(
        "a plan with its parts, and what came of it with its own",
        "Kế hoạch thu 1.250 triệu đồng (phí 800 triệu đồng, thuế 450 triệu đồng). Đã thu 1.310 triệu đồng (phí 850 "
        "triệu đồng, thuế 460 triệu đồng).",
    ),
    Case(
        "what a change came to is of this period",
        "So với tháng trước, số hồ sơ tiếp nhận giảm từ 640 xuống còn 571 hồ sơ. Trong đó nộp trực tuyến 489 hồ sơ, "
        "nộp trực tiếp 73 hồ sơ.",
        (("571", None),),
        ("489", "73"),
    ),
    Case(
        "what a change came to was told before",
        "Đã giải quyết 1.204 hồ sơ, trong đó trước và đúng hạn 1.192 hồ sơ, trễ hạn 12 hồ sơ. So với năm ngoái, số "
        "hồ sơ trễ hạn giảm từ 37 xuống 12 hồ sơ.",
    ),
    Case(
        "a comma that is missing",
        "Kho nhận 30,6 tấn gạo: 18,4 tấn từ tỉnh, 7,2 tấn từ nhà tài trợ và 50 tấn mua thêm.",
        (("50", "5,0"),),
    ),
    Case(
        "called the total of what was told, it has no other part",
        "Tuần qua có 41 cuộc gọi hỏi giấy tờ, 17 cuộc gọi báo rác, 8 cuộc gọi báo ngập; tất cả là 69 cuộc gọi.",
        (("69", None),),
        ("41", "17", "8"),
    ),
    Case(
        "a total of something else",
        "Ngoài ra còn nhiều việc khác: dọn 12 cống, phát 14 tuyến cỏ, tất cả 35 người tham gia.",
    ),
    Case(
        "the title of an account speaks of a plan",
        "Thuyết minh quyết toán kế hoạch trồng cây: tổng chi 840 triệu đồng, gồm giống 510 triệu đồng, công 303 "
        "triệu đồng.",
        (("840", None),),
        ("510", "303"),
    ),
    Case(
        "the title tells of a plan that is kept",
        "Kết quả thực hiện kế hoạch năm: trồng 1.840 cây so với 2.000 cây, đạt 92,0%; còn thiếu 160 cây.",
    ),
)
