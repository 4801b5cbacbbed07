"""Phrasings of rates and growth: what they are surely of, what only tempts to think so, what changed between "
"periods."""

from motcua.statements.tests.phrasings import Case

__all__ = ["RATES"]

_INTAKE = "Tiếp nhận 905 hồ sơ (trực tuyến 824, trực tiếp 81). "

RATES: tuple[Case, ...] = (
    # a rate whose count and whole are plain
    Case(
        "english rate in the sentence of its count",
        "The ward received 2,115 dossiers, 1,804 of them online and 311 at the counter, so the online share is 88.7%.",
        (("88.7%", "85.3%"),),
    ),
    Case(
        "rate in brackets of a part",
        "Bộ phận một cửa đã trả 1.284 kết quả, trong đó 37 kết quả trả chậm (chiếm 3,42%).",
        (("3,42%", "2,88%"),),
    ),
    Case(
        "plain rate by labels", _INTAKE + "Như vậy tỷ lệ hồ sơ trực tuyến của xã đạt 93,40%.", (("93,40%", "91,05%"),)
    ),
    Case("rate of the whole city", _INTAKE + "Tỷ lệ hồ sơ trực tuyến của toàn thành phố đạt 79,40%."),
    Case("rate of the last week", _INTAKE + "Tỷ lệ hồ sơ trực tuyến của tuần cuối là 93,30%."),
    Case("rate of the month before", _INTAKE + "Tháng trước tỷ lệ trực tuyến là 88,20%, tháng này 91,05%."),
    Case("rate without one field", _INTAKE + "Nếu không tính lĩnh vực đất đai, tỷ lệ trực tuyến là 95,20%."),
    Case("rate of one field", _INTAKE + "Riêng lĩnh vực hộ tịch tỷ lệ trực tuyến đạt 97,35%."),
    Case("rate that was asked for", _INTAKE + "Chỉ tiêu tỉnh giao tỷ lệ trực tuyến 85,5%."),
    Case(
        "rate of the late ones by field",
        "Giải quyết 734 hồ sơ, trong đó trước hạn 688 hồ sơ, đúng hạn 27 hồ sơ, quá hạn 19 hồ sơ. Quá hạn chủ yếu ở "
        "lĩnh vực đất đai, chiếm 73,68%.",
    ),
    Case(
        "rate of one place",
        "Giải quyết 734 hồ sơ, quá hạn 19 hồ sơ. Trên địa bàn, tỷ lệ quá hạn cao nhất là tổ dân phố 3 với 4,76%.",
    ),
    Case(
        "english rate of the district",
        "The ward received 2,115 dossiers, 1,804 of them online and 311 at the counter. The district's online share is "
        "88.7%.",
    ),
    Case(
        "rate of all, of another list item",
        "- Kế hoạch năm đề ra 26 việc, đến nay làm xong 21/26 việc (80,8%).\n- Công khai 100% trong tổng số 381 thủ "
        "tục.",
    ),
    Case(
        "bracket of the count before",
        "The ward settled 5,190 files: 4,655 early, 472 on time and 68 late (1.21% of all settled).",
        (("68", "63"),),
    ),
    # sisters
    Case(
        "most sisters show a whole far before them",
        "Sau rà soát có 325 hộ được cấp nước (trước rà soát là 300 hộ). Xã đào 2 mương. Vét 4 kênh. Rào 5 mặt. Lắp 3 "
        "máy. Thay 6 van. Xây 7 bể.\na) Nước máy: 147 hộ, đạt 49,0%.\nb) Giếng khoan: 104 hộ, đạt 32,0%.\nc) Nước "
        "mưa: 74 hộ, chiếm 22,77%.",
        (("49,0%", "45,2%"),),
    ),
    Case(
        "sisters of one whole",
        "Trong 640 phiếu hợp lệ: rất hài lòng 455 phiếu (71,09%), hài lòng 150 phiếu (28,44%), không hài lòng 35 phiếu "
        "(5,47%).",
        (("28,44%", "23,44%"),),
    ),
    Case(
        "sisters whose whole is wrong",
        "Trong 680 phiếu hợp lệ: rất hài lòng 455 phiếu (71,09%), hài lòng 150 phiếu (23,44%), không hài lòng 30 phiếu "
        "(4,69%).",
        (("680", "640"),),
    ),
    Case(
        "of, not more than",
        "Số hóa trên 760 hồ sơ đã giải quyết:\n- 702 hồ sơ số hóa đầu vào (92,37%);\n- 745 hồ sơ có kết quả điện tử "
        "(94,03%);\n- 690 hồ sơ đạt cả hai (90,79%).",
        (("94,03%", "98,03%"),),
    ),
    Case(
        "more than, rates of what is not told",
        "Có trên 300 hồ sơ được hỗ trợ, trong đó 45 hồ sơ của người cao tuổi (12,5%), 60 hồ sơ của hộ nghèo (16,7%).",
    ),
    Case(
        "two lists with wholes of their own",
        "Tổng số 57 nhiệm vụ.\n- Hoàn thành 38 nhiệm vụ, đạt 66,7%\n- Đang làm 19 nhiệm vụ, chiếm 33,3%\nĐảng ủy giao "
        "24 nhiệm vụ.\n- Hoàn thành 21 nhiệm vụ, đạt 87,5%\n- Đang làm 3 nhiệm vụ, chiếm 12,5%",
    ),
    Case(
        "rate of a whole that is no longer",
        "Phường có 246 thủ tục (trước rà soát là 238 thủ tục). Toàn trình 117 thủ tục, đạt 49,16%; một phần 101 thủ "
        "tục, đạt 41,06%; chưa trực tuyến 28 thủ tục, chiếm 11,38%.",
        (("49,16%", "47,56%"),),
    ),
    # growth
    Case(
        "difference by the name of a month",
        "- Tháng 7: 412 hồ sơ;\n- Tháng 8: 455 hồ sơ, tăng 43 hồ sơ so với tháng 7;\n- Tháng 9: 430 hồ sơ, giảm 35 hồ "
        "sơ so với tháng 8.",
        (("35", None),),
        ("430", "455"),
    ),
    Case(
        "differences by the names of two months",
        "- Tháng 7: 412 hồ sơ;\n- Tháng 8: 455 hồ sơ, tăng 43 hồ sơ so với tháng 7;\n- Tháng 9: 430 hồ sơ, giảm 25 hồ "
        "sơ so với tháng 8, tăng 18 hồ sơ so với tháng 7.",
    ),
    Case(
        "growth of the newer figure",
        "Quý I phường tiếp nhận 1.530 hồ sơ. Quý II tiếp nhận 1.712 hồ sơ, tăng 182 hồ sơ, tương ứng tăng 10,6%.",
        (("10,6%", "11,9%"),),
    ),
    Case(
        "difference that its rate contradicts",
        "Năm 2024, xã tiếp nhận 3.274 hồ sơ. Năm 2025, xã tiếp nhận 4.151 hồ sơ, tăng 887 hồ sơ, tương ứng 26,79%.",
        (("887", "877"),),
    ),
    Case(
        "growth of one field",
        "Năm 2024, xã tiếp nhận 3.274 hồ sơ. Năm 2025, xã tiếp nhận 4.151 hồ sơ, tăng 877 hồ sơ, riêng đất đai tăng "
        "512 hồ sơ, tức 31,2%.",
    ),
    Case(
        "growth of something else",
        "Năm 2024, xã giải quyết 3.274 hồ sơ. Năm 2025, xã giải quyết 4.151 hồ sơ. Số hồ sơ tiếp nhận tăng 902 hồ sơ "
        "so với năm trước.",
    ),
    Case(
        "plan is no period",
        "Thu phí 159.300.000 đồng, tăng 8.200.000 đồng so với quý trước, đạt 85,4% dự toán 186.450.000 đồng.",
    ),
    Case(
        "so many percent of the year before",
        "Quý III nhận 1.518 hồ sơ, cùng kỳ năm 2024 là 1.265 hồ sơ, như vậy tăng 253 hồ sơ, bằng 120% cùng kỳ.",
    ),
    Case(
        "growth of late ones two years on",
        "Năm 2024 phường giải quyết 7.940 hồ sơ, gồm 7.711 hồ sơ đúng hạn và 229 hồ sơ quá hạn. Năm 2025 giải quyết "
        "9.120 hồ sơ, gồm 8.996 hồ sơ đúng hạn và 124 hồ sơ quá hạn. Hồ sơ quá hạn giảm 105 hồ sơ, tức giảm 41,85%.",
        (("41,85%", "45,85%"),),
    ),
    Case(
        "made up is no growth",
        "The ward settled 12,083 dossiers: 8,788 early, 2,630 on time and 665 late. Dossiers settled early or on time "
        "made up 94.80% of those settled.",
        (("94.80%", "94.50%"),),
    ),
    Case(
        "a count added to what a rate is of",
        "Giải quyết 1.690 hồ sơ, quá hạn 31 hồ sơ; đang giải quyết 64 hồ sơ, trong đó trong hạn 59 hồ sơ, quá hạn 05 "
        "hồ sơ. Nếu cộng thêm 05 hồ sơ quá hạn chưa giải quyết vào mẫu số thì tỷ lệ là 97,88%.",
    ),
    # which correction
    Case(
        "late and early exchanged",
        "Đã giải quyết 734 hồ sơ, trong đó trước hạn 19 hồ sơ, đúng hạn 27 hồ sơ, quá hạn 688 hồ sơ. Tỷ lệ trước hạn "
        "đạt 93,73%, tỷ lệ quá hạn 2,59%.",
        (("19", "688"), ("688", "19")),
    ),
    Case(
        "one rate and its two counts",
        "Có 412 hồ sơ được số hóa kết quả trên 530 hồ sơ đã trả, đạt tỷ lệ 79,6%.",
        (("79,6%", None),),
        ("412", "530"),
    ),
    Case(
        "rates cut off",
        "Tổ 1 làm 29/37 việc (78,3%), tổ 2 làm 35/41 việc (85,3%), tổ 3 làm 116/303 việc (58,2%).",
        (("58,2%", "38,2%"),),
    ),
    Case(
        "on time is what is settled less what is late",
        "Đã giải quyết 1.000 hồ sơ, trong đó quá hạn 20 hồ sơ. Tỷ lệ đúng hạn đạt 98,00%.",
    ),
    Case(
        "on time is what is settled less what is late, and wrong",
        "Đã giải quyết 1.000 hồ sơ, trong đó quá hạn 20 hồ sơ. Tỷ lệ đúng hạn đạt 97,00%.",
        (("97,00%", None),),
        ("20", "1.000"),
    ),
    Case(
        "a change from a year ago, told after both, of the wrong year",
        "Quý này xã thu 1.250 đơn; cùng quý năm ngoái 1.000 đơn. Như vậy tăng 250 đơn, tương đương 20,0% so với năm "
        "ngoái.",
        (("20,0%", "25,0%"),),
    ),
    Case(
        "the same of the right year",
        "Quý này xã thu 1.250 đơn; cùng quý năm ngoái 1.000 đơn. Như vậy tăng 250 đơn, tương đương 25,0% so với năm "
        "ngoái.",
    ),
)
