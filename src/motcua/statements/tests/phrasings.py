"""Statements in many phrasings with what a careful auditor says of them: nothing, or which figure should be another."""

from typing import NamedTuple


class Case(NamedTuple):
    """A statement; `wrong` is (printed, right) of each wrong figure, with None for right when nobody can tell."""

    name: str
    text: str
    wrong: tuple[tuple[str, str | None], ...] = ()
    near: tuple[str, ...] = ()  # when nobody can tell: the other figures that may be the wrong one


CASES: tuple[Case, ...] = (
    Case(
        "labels lead",
        "Tình hình giải quyết thủ tục hành chính của phường Hoa Gạo:\n"
        "Tổng tiếp nhận: 1.846. Trực tuyến: 1.602. Trực tiếp: 244.\n"
        "Đã giải quyết: 1.790. Trước hạn: 1.655. Đúng hạn: 98. Quá hạn: 37.\n"
        "Đang giải quyết: 56. Trong hạn: 54. Quá hạn: 2.",
    ),
    Case(
        "labels lead, one digit",
        "Tình hình giải quyết thủ tục hành chính của phường Hoa Gạo:\n"
        "Tổng tiếp nhận: 1.846. Trực tuyến: 1.602. Trực tiếp: 244.\n"
        "Đã giải quyết: 1.790. Trước hạn: 1.655. Đúng hạn: 98. Quá hạn: 87.\n"
        "Đang giải quyết: 56. Trong hạn: 54. Quá hạn: 2.\nTỷ lệ hồ sơ trước và đúng hạn: 97,93%.",
        (("87", "37"),),
    ),
    Case(
        "numbers before labels",
        "Trong quý, 2.305 hồ sơ được tiếp nhận, 2.240 hồ sơ đã có kết quả, 65 hồ sơ còn đang xử lý. Trong số "
        "đã có kết quả, 2.011 hồ sơ trả trước hạn, 190 hồ sơ trả đúng hạn và 39 hồ sơ trả trễ hạn (1,74%).",
    ),
    Case(
        "numbers before labels, swapped",
        "Trong quý, 2.305 hồ sơ được tiếp nhận, 2.240 hồ sơ đã có kết quả, 65 hồ sơ còn đang xử lý. Trong số "
        "đã có kết quả, 2.011 hồ sơ trả trước hạn, 109 hồ sơ trả đúng hạn và 39 hồ sơ trả trễ hạn (1,74%).",
        (("109", "190"),),
    ),
    Case(
        "waiting and withdrawn named",
        "Xã Cau Trắng tiếp nhận 914 hồ sơ; đã trả kết quả 861 hồ sơ, đang thụ lý 38 hồ sơ, chờ công dân bổ "
        "sung 9 hồ sơ, công dân xin rút 6 hồ sơ.",
    ),
    Case(
        "waiting named, digit",
        "Xã Cau Trắng tiếp nhận 914 hồ sơ, trong đó: đã trả kết quả 861 hồ sơ (94,20%), đang thụ lý 38 hồ sơ "
        "(4,16%), chờ công dân bổ sung 9 hồ sơ (0,98%), công dân xin rút 16 hồ sơ (0,66%).",
        (("16", "6"),),
    ),
    Case(
        "a missing group is nobody's mistake",
        "Tiếp nhận 914 hồ sơ, đã giải quyết 861 hồ sơ, đang giải quyết 38 hồ sơ. Một số hồ sơ công dân tự rút "
        "không thống kê.",
    ),
    Case(
        "carried over",
        "Kỳ trước chuyển qua 57 hồ sơ, trong kỳ nhận mới 1.203 hồ sơ, tổng cộng 1.260 hồ sơ phải giải quyết. "
        "Đã giải quyết 1.219 hồ sơ, chuyển kỳ sau 41 hồ sơ.",
    ),
    Case(
        "carried over, digit",
        "Kỳ trước chuyển qua 57 hồ sơ, trong kỳ nhận mới 1.203 hồ sơ, tổng cộng 1.260 hồ sơ phải giải quyết. "
        "Đã giải quyết 1.279 hồ sơ, đạt 96,75%; chuyển kỳ sau 41 hồ sơ.",
        (("1.279", "1.219"),),
    ),
    Case(
        "levels",
        "Hồ sơ trực tuyến 3.310, gồm toàn trình 2.871 và một phần 439; chiếm 88,48% trong tổng số 3.741 hồ sơ; "
        "còn lại 431 hồ sơ nộp trực tiếp.",
    ),
    Case(
        "levels, rate wrong",
        "Hồ sơ trực tuyến 3.310, gồm toàn trình 2.871 và một phần 439; chiếm 84,88% trong tổng số 3.741 hồ sơ; "
        "còn lại 431 hồ sơ nộp trực tiếp.",
        (("84,88%", "88,48%"),),
    ),
    Case(
        "fields as a list",
        "Theo lĩnh vực, 1.127 hồ sơ của quý I gồm:\n- Hộ tịch: 402;\n- Chứng thực: 511;\n- Đất đai: 147;\n"
        "- Lao động, người có công: 67.",
    ),
    Case(
        "fields as a list, one cannot tell which",
        "Theo lĩnh vực, 1.127 hồ sơ của quý I gồm:\n- Hộ tịch: 402;\n- Chứng thực: 511;\n- Đất đai: 157;\n"
        "- Lao động, người có công: 67.",
        (("157", None),),
        ("1.127", "402", "511", "67"),
    ),
    Case(
        "open list",
        "Tiếp nhận 1.127 hồ sơ, tập trung ở các lĩnh vực như hộ tịch 402 hồ sơ, chứng thực 511 hồ sơ. Một số "
        "lĩnh vực không phát sinh.",
    ),
    Case(
        "overlapping groups",
        "Trong 640 hồ sơ đã giải quyết có 512 hồ sơ nộp trực tuyến, 498 hồ sơ thanh toán trực tuyến và 433 hồ "
        "sơ trả kết quả qua bưu chính.",
    ),
    Case(
        "tasks",
        "Thành phố giao phường 48 nhiệm vụ; đã hoàn thành 41 nhiệm vụ (85,42%), trong đó đúng hạn 39, quá hạn "
        "2; đang thực hiện trong hạn 7 nhiệm vụ.",
    ),
    Case(
        "tasks, digit",
        "Thành phố giao phường 48 nhiệm vụ; đã hoàn thành 41 nhiệm vụ (85,42%), trong đó đúng hạn 36, quá hạn "
        "2; đang thực hiện trong hạn 7 nhiệm vụ.",
        (("36", None),),
        ("41", "2"),
    ),
    Case(
        "a ratio",
        "Đã hoàn thành 27/32 nhiệm vụ được giao, đạt 84,4%; còn 5 nhiệm vụ chưa đến hạn.",
    ),
    Case(
        "a ratio, truncated",
        "Đã hoàn thành 14/27 nhiệm vụ được giao, đạt 51,8%.",
    ),
    Case(
        "a ratio, wrong",
        "Đã hoàn thành 27/32 nhiệm vụ được giao, đạt 48,4%.",
        (("48,4%", "84,4%"),),
    ),
    Case(
        "satisfaction",
        "Phát ra 300 phiếu, thu về 288 phiếu: rất hài lòng 190 phiếu (65,97%), hài lòng 84 phiếu (29,17%), "
        "bình thường 11 phiếu (3,82%), không hài lòng 3 phiếu (1,04%).",
    ),
    Case(
        "satisfaction, digit",
        "Phát ra 300 phiếu, thu về 288 phiếu: rất hài lòng 190 phiếu (65,97%), hài lòng 94 phiếu (29,17%), "
        "bình thường 11 phiếu (3,82%), không hài lòng 3 phiếu (1,04%).",
        (("94", "84"),),
    ),
    Case(
        "growth is no share",
        "Tiếp nhận 2.480 hồ sơ, tăng 12% so với cùng kỳ năm 2024; đã giải quyết 2.431 hồ sơ, tăng 310 hồ sơ so "
        "với cùng kỳ.",
    ),
    Case(
        "last year beside",
        "Năm 2025 tiếp nhận 2.480 hồ sơ (năm 2024: 2.000 hồ sơ), tăng 480 hồ sơ, tương ứng tăng 24%.",
    ),
    Case(
        "last year beside, wrong",
        "Năm 2025 tiếp nhận 2.480 hồ sơ, cùng kỳ năm 2024 là 2.000 hồ sơ, tăng 480 hồ sơ, tương ứng tăng 42%.",
        (("42%", "24%"),),
    ),
    Case(
        "noise all around",
        "Thực hiện Quyết định số 1510/QĐ-UBND ngày 12/6/2025, từ 01/7 đến 30/9/2025 bộ phận một cửa (số 12 "
        "đường Lê Lợi, ĐT 0236.3.812.345) mở cửa từ 7 giờ 30, có 05 quầy; tiếp nhận 1.044 hồ sơ, giải quyết "
        "xong 1.010 hồ sơ, còn 34 hồ sơ trong hạn; 100% thủ tục mức độ 3, 4 được công khai.",
    ),
    Case(
        "words",
        "Trong tháng, phường nhận mười hai đơn thư, đã giải quyết chín đơn, còn ba đơn đang xem xét.",
    ),
    Case(
        "english",
        "In the third quarter the centre received 2,415 applications, 2,101 of them online (87.00%) and 314 in "
        "person. It processed 2,377, of which 2,340 on time and 37 late; 38 are pending.",
    ),
    Case(
        "english, digit",
        "In the third quarter the centre received 2,415 applications, 2,101 of them online (87.00%) and 374 in "
        "person. It processed 2,377, of which 2,340 on time and 37 late; 38 are pending.",
        (("374", "314"),),
    ),
    Case(
        "denominator named, another taken",
        "Tiếp nhận 1.500 hồ sơ, đã giải quyết 1.400 hồ sơ, trong đó đúng hạn và trước hạn 1.372 hồ sơ, trễ hạn "
        "28 hồ sơ, đang giải quyết 100 hồ sơ. Tỷ lệ giải quyết đúng hạn, trước hạn trên tổng số hồ sơ đã giải "
        "quyết đạt 91,47%.",
        (("91,47%", "98,00%"),),
    ),
    Case(
        "denominator of the new rules",
        "Tiếp nhận 1.338 hồ sơ; đã giải quyết 1.281 hồ sơ (trước hạn 1.226, đúng hạn 2, quá hạn 53); đang giải "
        "quyết 57 hồ sơ (trong hạn 55, quá hạn 2). Tỷ lệ đúng hạn đạt 95,89%.",
    ),
    Case(
        "adjusted to a hundred",
        "Kết quả đánh giá: 3 lĩnh vực có 300 hồ sơ, gồm hộ tịch 100 hồ sơ (33,3%), chứng thực 100 hồ sơ "
        "(33,3%), đất đai 100 hồ sơ (33,4%).",
    ),
    Case(
        "continued over sentences",
        "Bộ phận Một cửa giải quyết 1.655 hồ sơ. Có 1.530 hồ sơ trước hạn. Có 101 hồ sơ đúng hạn. Chỉ 24 hồ sơ bị trễ.",
    ),
    Case(
        "continued over sentences, digit",
        "Bộ phận Một cửa giải quyết 1.655 hồ sơ. Có 1.530 hồ sơ trước hạn. Có 101 hồ sơ đúng hạn, chiếm 6,10%. "
        "Chỉ 27 hồ sơ bị trễ, chiếm 1,45%.",
        (("27", "24"),),
    ),
    Case(
        "two topics whose numbers look related",
        "Tiếp nhận 120 phản ánh, đã xử lý 118. Tiếp nhận 1.200 hồ sơ, đã giải quyết 1.150 hồ sơ, còn 50 hồ sơ. "
        "Tiếp 120 lượt công dân, nhận 24 đơn.",
    ),
    Case(
        "table",
        "| Lĩnh vực | Tiếp nhận | Đã giải quyết | Đang giải quyết |\n|---|---|---|---|\n"
        "| Hộ tịch | 310 | 301 | 9 |\n| Chứng thực | 1.205 | 1.205 | 0 |\n| Đất đai | 88 | 61 | 27 |\n"
        "| Tổng cộng | 1.603 | 1.567 | 36 |",
    ),
    Case(
        "table, one cell",
        "| Lĩnh vực | Tiếp nhận | Đã giải quyết | Đang giải quyết |\n|---|---|---|---|\n"
        "| Hộ tịch | 310 | 301 | 9 |\n| Chứng thực | 1.205 | 1.205 | 0 |\n| Đất đai | 88 | 81 | 27 |\n"
        "| Tổng cộng | 1.603 | 1.567 | 36 |",
        (("81", "61"),),
    ),
    Case(
        "turned table",
        "Chỉ tiêu\tSố lượng\nTổng số hồ sơ tiếp nhận\t2.118\n- Trực tuyến\t1.870\n- Trực tiếp, bưu chính\t248\n"
        "Đã giải quyết\t2.060\n- Trước hạn\t1.902\n- Đúng hạn\t131\n- Quá hạn\t27\nĐang giải quyết\t58\n"
        "- Trong hạn\t57\n"
        "- Quá hạn\t1",
    ),
    Case(
        "turned table, swapped",
        "Chỉ tiêu\tSố lượng\nTổng số hồ sơ tiếp nhận\t2.118\n- Trực tuyến\t1.807\n- Trực tiếp, bưu chính\t248\n"
        "Đã giải quyết\t2.060\n- Trước hạn\t1.902\n- Đúng hạn\t131\n- Quá hạn\t27\nĐang giải quyết\t58\n"
        "- Trong hạn\t57\n"
        "- Quá hạn\t1",
        (("1.807", "1.870"),),
    ),
    Case(
        "months without a balance",
        "Tháng\tTiếp nhận\tĐã giải quyết\tCòn lại cuối tháng\nTháng 1\t210\t190\t20\nTháng 2\t180\t175\t25\n"
        "Tháng 3\t240\t250\t15\nCộng\t630\t615\t15",
    ),
    Case(
        "csv",
        "linh_vuc,tiep_nhan,da_giai_quyet,ty_le\nHo tich,120,114,95.00\nChung thuc,340,340,100.00\n"
        "Dat dai,55,44,80.00\nTong,515,498,96.70",
    ),
    Case(
        "money",
        "Thu phí, lệ phí được 84.500.000 đồng, trong đó phí chứng thực 61.300.000 đồng, lệ phí hộ tịch "
        "14.200.000 đồng và lệ phí đăng ký kinh doanh 9.000.000 đồng.",
    ),
    Case(
        "money, swapped",
        "Thu phí, lệ phí được 84.500.000 đồng, gồm phí chứng thực 61.300.000 đồng, lệ phí hộ tịch 41.200.000 "
        "đồng và lệ phí đăng ký kinh doanh 9.000.000 đồng.",
        (("41.200.000", "14.200.000"),),
    ),
    Case(
        "procedures",
        "Phường công khai 352 thủ tục, trong đó 118 dịch vụ công trực tuyến toàn trình, 97 dịch vụ công trực "
        "tuyến một phần và 137 thủ tục chỉ cung cấp thông tin.",
    ),
    Case(
        "received and returned at once",
        "Tiếp nhận 770 hồ sơ, từ chối 12 hồ sơ do không đủ điều kiện; giải quyết 741 hồ sơ, còn lại 17 hồ sơ "
        "chưa đến hạn.",
    ),
    Case(
        "semicolon chain with brackets",
        "Hồ sơ: tiếp nhận 988 (trực tuyến 871; trực tiếp 117); giải quyết 960 (trước hạn 842; đúng hạn 110; "
        "quá hạn 8); tồn 28 (trong hạn 28; quá hạn 0).",
    ),
    Case(
        "semicolon chain with brackets, dropped",
        "Hồ sơ: tiếp nhận 988 (trực tuyến 871; trực tiếp 117); giải quyết 960 (trước hạn 842; đúng hạn 10; quá "
        "hạn 8); tồn 28 (trong hạn 28; quá hạn 0).",
        (("10", None),),
        ("960", "842", "8"),
    ),
    Case(
        "section with headings",
        "1. Kết quả tiếp nhận\n"
        "Trong 9 tháng đầu năm 2025, toàn xã tiếp nhận 4.410 hồ sơ, trong đó hồ sơ nộp trực tuyến là 3.969 hồ "
        "sơ, đạt tỷ lệ 90%; hồ sơ nộp trực tiếp là 441 hồ sơ.\n2. Kết quả giải quyết\n"
        "- Số hồ sơ đã giải quyết: 4.352 hồ sơ, trong đó giải quyết trước hạn 4.100 hồ sơ, đúng hạn 230 hồ sơ, "
        "quá hạn 22 hồ sơ.\n"
        "- Số hồ sơ đang giải quyết: 58 hồ sơ, trong đó trong hạn 55 hồ sơ, quá hạn 03 hồ sơ.\n"
        "- Tỷ lệ giải quyết trước và đúng hạn: 99,49%.\n3. Số hóa: 4.216 hồ sơ được số hóa, đạt 95,6%.",
    ),
    Case(
        "section with headings, two slips",
        "1. Kết quả tiếp nhận\n"
        "Trong 9 tháng đầu năm 2025, toàn xã tiếp nhận 4.410 hồ sơ, trong đó hồ sơ nộp trực tuyến là 3.969 hồ "
        "sơ, đạt tỷ lệ 90%; hồ sơ nộp trực tiếp là 414 hồ sơ.\n2. Kết quả giải quyết\n"
        "- Số hồ sơ đã giải quyết: 4.352 hồ sơ, trong đó giải quyết trước hạn 4.100 hồ sơ, đúng hạn 230 hồ sơ, "
        "quá hạn 22 hồ sơ.\n"
        "- Số hồ sơ đang giải quyết: 58 hồ sơ, trong đó trong hạn 25 hồ sơ, quá hạn 03 hồ sơ.\n"
        "- Tỷ lệ giải quyết trước và đúng hạn: 99,49%.\n3. Số hóa: 4.216 hồ sơ được số hóa, đạt 95,6%.",
        (("414", "441"), ("25", None)),
        ("58", "03"),
    ),
    Case(
        "speech",
        "Thưa các đồng chí, chín tháng qua phường ta đã nhận của bà con 3.216 hồ sơ. Trong số đó, bà con "
        "nộp qua mạng 2.894 hồ sơ, còn 322 hồ sơ bà con mang ra tận quầy. Anh em đã làm xong 3.170 hồ sơ, "
        "46 hồ sơ đang làm, tất cả đều còn hạn.",
    ),
    Case(
        "speech, digit",
        "Thưa các đồng chí, chín tháng qua phường ta đã nhận của bà con 3.216 hồ sơ. Trong số đó, bà con "
        "nộp qua mạng 2.894 hồ sơ, còn 332 hồ sơ bà con mang ra tận quầy. Anh em đã làm xong 3.170 hồ sơ, "
        "46 hồ sơ đang làm.",
        (("332", None),),
        ("3.216", "2.894"),
    ),
    Case(
        "rates only",
        "Tỷ lệ hồ sơ giải quyết trước hạn 91,2%, đúng hạn 7,3%, quá hạn 1,5%. Tỷ lệ hài lòng 98%. Tỷ lệ số hóa 87%.",
    ),
    Case(
        "wards in one sentence",
        "Ba phường tiếp nhận 4.870 hồ sơ, trong đó phường Hoa Gạo 1.905 hồ sơ, phường Bến Lá 1.640 hồ sơ, "
        "phường Đồng Găng 1.325 hồ sơ.",
    ),
    Case(
        "wards in one sentence, cannot tell",
        "Ba phường tiếp nhận 4.870 hồ sơ, gồm phường Hoa Gạo 1.905 hồ sơ, phường Bến Lá 1.640 hồ sơ, "
        "phường Đồng Găng 1.335 hồ sơ.",
        (("1.335", None),),
        ("4.870", "1.905", "1.640"),
    ),
    Case(
        "petitions",
        "Trong kỳ tiếp nhận 57 đơn (khiếu nại 8, tố cáo 3, kiến nghị, phản ánh 46); đủ điều kiện xử lý 52 "
        "đơn, không đủ điều kiện 5 đơn. Đã giải quyết 49/52 đơn, đạt 94,23%.",
    ),
    Case(
        "citizens",
        "Tiếp công dân 214 lượt, trong đó lãnh đạo tiếp định kỳ 36 lượt, tiếp thường xuyên 178 lượt.",
    ),
    Case(
        "trainings",
        "Tổ chức 05 lớp tập huấn với 312 học viên; cử 18 công chức dự 4 lớp do thành phố mở.",
    ),
    Case(
        "early within",
        "Đã giải quyết 1.904 hồ sơ, trong đó trước và đúng hạn 1.880 hồ sơ (trước hạn 1.702 hồ sơ, đúng "
        "hạn 178 hồ sơ), quá hạn 24 hồ sơ, tỷ lệ trước và đúng hạn đạt 98,74%.",
    ),
    Case(
        "early within, digit",
        "Đã giải quyết 1.904 hồ sơ, trong đó trước và đúng hạn 1.880 hồ sơ (trước hạn 1.702 hồ sơ, đúng "
        "hạn 178 hồ sơ), quá hạn 44 hồ sơ, tỷ lệ trước và đúng hạn đạt 98,74%.",
        (("44", "24"),),
    ),
    Case(
        "rate named otherwise",
        "Trong tháng đã tiếp nhận 480 hồ sơ; số hồ sơ trực tuyến là 408, đạt tỷ lệ 85% trên tổng số hồ sơ "
        "tiếp nhận; đã số hóa 444 hồ sơ, đạt tỷ lệ 92,5%.",
    ),
    Case(
        "rate named otherwise, swapped",
        "Trong tháng đã tiếp nhận 480 hồ sơ; số hồ sơ trực tuyến là 408, đạt tỷ lệ 58% trên tổng số hồ sơ tiếp nhận.",
        (("58%", "85%"),),
    ),
    Case(
        "numbered list",
        "Kết quả cụ thể như sau:\n1. Tổng số hồ sơ tiếp nhận: 2.077 hồ sơ.\n"
        "2. Đã giải quyết: 2.031 hồ sơ (trước hạn 1.804; đúng hạn 198; trễ hạn 29).\n"
        "3. Chưa giải quyết: 46 hồ sơ.\n4. Tỷ lệ trễ hạn: 1,43%.",
    ),
    Case(
        "numbered list, digit",
        "Kết quả cụ thể như sau:\n1. Tổng số hồ sơ tiếp nhận: 2.077 hồ sơ.\n"
        "2. Đã giải quyết: 2.031 hồ sơ (trước hạn 1.804; đúng hạn 198; trễ hạn 29).\n"
        "3. Chưa giải quyết: 64 hồ sơ.\n4. Tỷ lệ trễ hạn: 1,43%.",
        (("64", "46"),),
    ),
    Case(
        "english list",
        "Results for the quarter:\n- Received: 1,460 applications\n"
        "- Settled: 1,402 (early 1,180, on time 190, late 32)\n- Pending: 58, all within the deadline\n"
        "- On-time rate: 97.72%",
    ),
    Case(
        "english list, dropped",
        "Results for the quarter:\n- Received: 1,460 applications\n"
        "- Settled: 1,402 (early 1,180, on time 19, late 32)\n- Pending: 58, all within the deadline\n"
        "- On-time rate: 97.72%",
        (("19", "190"),),
    ),
    Case(
        "two periods in one table",
        "| Nội dung | Quý II | Quý III |\n|---|---|---|\n| Hồ sơ tiếp nhận | 1.210 | 1.334 |\n"
        "| Trực tuyến | 1.001 | 1.150 |\n| Trực tiếp | 209 | 184 |\n| Đã giải quyết | 1.190 | 1.310 |\n"
        "| Đang giải quyết | 20 | 24 |",
    ),
    Case(
        "two periods in one table, digit",
        "| Nội dung | Quý II | Quý III |\n|---|---|---|\n| Hồ sơ tiếp nhận | 1.210 | 1.334 |\n"
        "| Trực tuyến | 1.001 | 1.150 |\n| Trực tiếp | 209 | 184 |\n| Đã giải quyết | 1.190 | 1.370 |\n"
        "| Đang giải quyết | 20 | 24 |",
        (("1.370", "1.310"),),
    ),
    Case(
        "table with shares",
        "Lĩnh vực\tSố hồ sơ\tTỷ lệ (%)\nHộ tịch\t420\t42,00\nChứng thực\t380\t38,00\n"
        "Đất đai\t150\t15,00\nKhác\t50\t5,00\nTổng\t1.000\t100,00",
    ),
    Case(
        "table with shares, swapped",
        "Lĩnh vực\tSố hồ sơ\tTỷ lệ (%)\nHộ tịch\t420\t42,00\nChứng thực\t308\t38,00\n"
        "Đất đai\t150\t15,00\nKhác\t50\t5,00\nTổng\t1.000\t100,00",
        (("308", "380"),),
    ),
    Case(
        "reused papers",
        "Trong 2.031 hồ sơ đã giải quyết, có 1.905 hồ sơ trả kết quả điện tử, 1.777 hồ sơ tái sử dụng dữ "
        "liệu, 1.624 hồ sơ ký số cá nhân.",
    ),
    Case(
        "apologies",
        "Có 24 hồ sơ trễ hạn, đã gửi 24 thư xin lỗi; nguyên nhân do phần mềm 11 hồ sơ, do phối hợp 9 hồ "
        "sơ, do công chức 4 hồ sơ.",
    ),
    Case(
        "not all reasons",
        "Có 24 hồ sơ trễ hạn, chủ yếu do phần mềm 11 hồ sơ, do phối hợp 9 hồ sơ.",
    ),
    Case(
        "plan and result",
        "Kế hoạch giao tiếp nhận trực tuyến 80%, thực hiện đạt 86,5% (1.730/2.000 hồ sơ), vượt 6,5 điểm phần trăm.",
    ),
    Case(
        "cumulative",
        "Tháng 8 tiếp nhận 310 hồ sơ, giải quyết 305 hồ sơ. Lũy kế 8 tháng tiếp nhận 2.480 hồ sơ, giải "
        "quyết 2.431 hồ sơ, đang giải quyết 49 hồ sơ, trong đó quá hạn 3 hồ sơ.",
    ),
    Case(
        "due dossiers",
        "Số hồ sơ đến hạn 1.310, đã giải quyết đúng hạn 1.284, quá hạn 26; tỷ lệ đúng hạn 98,02%.",
    ),
    Case(
        "staff is no dossier",
        "Bộ phận một cửa có 6 công chức (4 nữ, 2 nam), 5 quầy, 3 máy quét; mỗi ngày tiếp khoảng 60 lượt, "
        "trả 55 kết quả.",
    ),
    Case(
        "bracket after rate",
        "Tỷ lệ giải quyết đúng hạn đạt 99,1% (1.982/2.000 hồ sơ), còn 18 hồ sơ trễ.",
    ),
    Case(
        "decree table",
        "STT\tLĩnh vực\tTổng số\tTrong đó\t\tĐã giải quyết\tĐúng hạn\tQuá hạn\n\t\t\tTrực tuyến\tTrực tiếp\t\t\t\n"
        "1\tHộ tịch\t200\t150\t50\t195\t190\t5\n2\tĐất đai\t100\t40\t60\t80\t70\t10\n"
        "3\tKinh doanh\t50\t45\t5\t50\t50\t0\n"
        "\tCộng\t350\t235\t115\t325\t310\t15",
    ),
    Case(
        "decree table, cell",
        "STT\tLĩnh vực\tTổng số\tTrong đó\t\tĐã giải quyết\tĐúng hạn\tQuá hạn\n\t\t\tTrực tuyến\tTrực tiếp\t\t\t\n"
        "1\tHộ tịch\t200\t150\t50\t195\t190\t5\n2\tĐất đai\t100\t40\t60\t80\t78\t10\n"
        "3\tKinh doanh\t50\t45\t5\t50\t50\t0\n"
        "\tCộng\t350\t235\t115\t325\t310\t15",
        (("78", "70"),),
    ),
    Case(
        "groups in roman",
        "| TT | Nội dung | Số hồ sơ |\n|---|---|---|\n| I | Cấp xã | 300 |\n| 1 | Hộ tịch | 180 |\n"
        "| 2 | Chứng thực | 120 |\n| II | Liên thông | 90 |\n| 1 | Đất đai | 60 |\n| 2 | Bảo hiểm | 30 |\n"
        "| | Tổng cộng | 390 |",
    ),
    Case(
        "semicolons csv",
        "don_vi;tiep_nhan;giai_quyet;con_lai\nA;120;110;10\nB;230;225;5\nC;75;70;5\nTong;425;405;20",
    ),
    Case(
        "semicolons csv, cell",
        "don_vi;tiep_nhan;giai_quyet;con_lai\nA;120;110;10\nB;230;252;5\nC;75;70;5\nTong;425;405;20",
        (("252", "225"),),
    ),
    Case(
        "long mixed",
        "I. CÔNG TÁC CHỈ ĐẠO\nTrong quý, UBND xã ban hành 12 văn bản chỉ đạo, 03 kế hoạch. \nII. KẾT QUẢ\n"
        "1. Tiếp nhận: 1.020 hồ sơ, trong đó tồn kỳ trước 20 hồ sơ, tiếp nhận mới 1.000 hồ sơ (trực tuyến "
        "910 hồ sơ, trực tiếp 90 hồ sơ).\n"
        "2. Giải quyết: 985 hồ sơ, đạt 96,57%; trong đó trước hạn 900 hồ sơ, đúng hạn 75 hồ sơ, trễ hạn 10 "
        "hồ sơ (1,02%).\n3. Đang giải quyết: 35 hồ sơ (trong hạn 34, quá hạn 01).\nIII. TỒN TẠI\n"
        "Còn 11 hồ sơ quá hạn (10 hồ sơ đã trả, 01 hồ sơ chưa trả), chiếm 1,08% tổng số hồ sơ.",
    ),
    Case(
        "long mixed, digit",
        "I. CÔNG TÁC CHỈ ĐẠO\nTrong quý, UBND xã ban hành 12 văn bản chỉ đạo, 03 kế hoạch. \nII. KẾT QUẢ\n"
        "1. Tiếp nhận: 1.020 hồ sơ, trong đó tồn kỳ trước 20 hồ sơ, tiếp nhận mới 1.000 hồ sơ (trực tuyến "
        "910 hồ sơ, trực tiếp 90 hồ sơ).\n"
        "2. Giải quyết: 985 hồ sơ, đạt 96,57%; trong đó trước hạn 900 hồ sơ, đúng hạn 75 hồ sơ, trễ hạn 10 "
        "hồ sơ (1,20%).\n3. Đang giải quyết: 35 hồ sơ (trong hạn 34, quá hạn 01).",
        (("1,20%", "1,02%"),),
    ),
    Case(
        "percent words",
        "Hài lòng đạt 97,5 phần trăm (390/400 phiếu).",
    ),
    Case(
        "two surveys",
        "Phát 400 phiếu, thu 390 phiếu; hài lòng 370 phiếu, không hài lòng 20 phiếu. Khảo sát trực tuyến "
        "1.200 lượt, hài lòng 1.150 lượt, chưa hài lòng 50 lượt.",
    ),
    Case(
        "services",
        "Cung cấp 210 dịch vụ công trực tuyến, trong đó 150 dịch vụ toàn trình, 60 dịch vụ một phần; 180 "
        "dịch vụ phát sinh hồ sơ, đạt 85,71%.",
    ),
    Case(
        "services, wrong",
        "Cung cấp 210 dịch vụ công trực tuyến, trong đó 150 dịch vụ toàn trình, 60 dịch vụ một phần; 180 "
        "dịch vụ phát sinh hồ sơ, đạt 87,51%.",
        (("87,51%", "85,71%"),),
    ),
    Case(
        "english long",
        "The ward had 2,140 dossiers to handle: 40 carried over and 2,100 newly received, of which 1,890 "
        "online (90%) and 210 on paper. By the end of the period 2,095 were settled, 2,050 of them on time "
        "and 45 late, while 45 remain in progress and none is overdue. Satisfaction stood at 96.4%, up "
        "from 94.1%.",
    ),
    Case(
        "english two errors",
        "The ward had 2,140 dossiers to handle: 40 carried over and 2,100 newly received, of which 1,890 "
        "online (90%) and 201 on paper. By the end of the period 2,095 were settled, 2,050 of them on time "
        "and 54 late, while 45 remain in progress.",
        (("201", "210"), ("54", "45")),
    ),
    Case(
        "exchanged rates",
        "Đã giải quyết 1.000 hồ sơ, gồm trước hạn 870 hồ sơ (11,00%), đúng hạn 110 hồ sơ (87,00%), quá hạn "
        "20 hồ sơ (2,00%).",
        (("11,00%", None), ("87,00%", None)),
        ("870", "110"),
    ),
    Case(
        "amount by channel",
        "Số tiền phí, lệ phí thu 120.500.000 đồng; trực tuyến 98.300.000 đồng (81,58%), tiền mặt "
        "22.200.000 đồng (18,42%).",
    ),
    Case(
        "tasks with groups",
        "UBND phường được giao 96 nhiệm vụ, đã hoàn thành 84 nhiệm vụ (đúng hạn 80, quá hạn 4), đang thực "
        "hiện 12 nhiệm vụ (trong hạn 11, quá hạn 1).",
    ),
    Case(
        "tasks with groups, digit",
        "UBND phường được giao 96 nhiệm vụ, đã hoàn thành 84 nhiệm vụ (đúng hạn 80, quá hạn 4), đang thực "
        "hiện 12 nhiệm vụ (trong hạn 17, quá hạn 1).",
        (("17", "11"),),
    ),
    Case(
        "trailing note",
        "Tổng số 1.500 hồ sơ (không tính 220 hồ sơ chứng thực giải quyết trong ngày); đã trả 1.450, chưa đến hạn 50.",
    ),
    Case(
        "news",
        "Đăng 45 tin, bài; phát 120 lượt loa; 30.500 lượt truy cập; 12 video.",
    ),
)
