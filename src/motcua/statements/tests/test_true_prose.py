"""Consistent prose of offices at which the checker once spoke, each beside the same with a slip."""

import pytest

from motcua.statements.tests.failing import wrong


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        (  # what looks like a law, a floor, an account: names of things
            "Kỷ luật 12 đảng viên (khiển trách {}, cảnh cáo 3), xóa tên 7.",
            "9",
            "6",
        ),
        (
            (
                "Phường nhận 152 ý kiến, phân theo nội dung: thủ tục 60 ý kiến, hạ tầng {} ý kiến, chợ 40 ý kiến, "
                "còn lại 5 ý kiến thuộc nội dung khác."
            ),
            "47",
            "74",
        ),
        (
            "Xã ban hành 128 văn bản (nghị quyết 6, quyết định {}, kế hoạch 21, công văn 58, thông báo 9).",
            "34",
            "35",
        ),
        (
            "Chi trả cho 540 đối tượng, gồm qua tài khoản {} đối tượng, tiền mặt 60 đối tượng.",
            "480",
            "840",
        ),
        (  # a third state behind a semicolon
            (
                "Đã thụ lý 92 vụ việc; hòa giải thành 64 vụ việc, chiếm 69,6%; hòa giải không thành {} vụ việc; đang "
                "hòa giải 4 vụ việc."
            ),
            "24",
            None,
        ),
        (  # what is left of a list is not what is still in progress
            (
                "Tiếp nhận 579 kiến nghị, đã xử lý 560, 19 kiến nghị đang xử lý trong hạn. Phân loại: hạ tầng 260, môi "
                "trường 169, trật tự 59, còn lại {} kiến nghị lĩnh vực khác."
            ),
            "91",
            None,
        ),
        (  # one of the counts between is some of another
            "Xã có 17 thôn; 15 thôn đạt chuẩn, {} thôn kiểu mẫu, 2 thôn còn lại phấn đấu trong năm tới.",
            "9",
            None,
        ),
        (
            "Hội có 174 hội viên, trong đó 58 hội viên là đảng viên, {} hội viên làm kinh tế giỏi, hộ nghèo chỉ còn 1.",
            "88",
            None,
        ),
        (
            "Có mặt 46 người (thiếu 5), gồm 37 công chức và {} viên chức, ngoài ra còn 7 lao động hợp đồng.",
            "9",
            "6",
        ),
        (  # women may be guests or members too
            "Buổi đối thoại có 64 đại biểu (đại biểu {}, khách mời 10, đảng viên 24), ghi nhận 18 ý kiến.",
            "nữ 27",
            None,
        ),
        (
            "Buổi đối thoại có 64 đại biểu (nam {}, nữ 27), ghi nhận 18 ý kiến.",
            "37",
            "73",
        ),
        (  # of what its own sentence counts
            "Có 15 ý kiến, trả lời tại chỗ 12 ý kiến, 3 ý kiến để sau. Hộp thư nhận 17 lượt, lọc trùng còn {} ý kiến.",
            "13",
            None,
        ),
        (  # people came in visits
            "Tiếp 67 lượt, 76 người (tiếp thường xuyên {} lượt; tiếp định kỳ 11 lượt; tiếp đột xuất 17 lượt).",
            "39",
            "93",
        ),
        (  # valid slips are not all that came back
            "Phát ra 3.287 phiếu, thu vào 3.278 phiếu, hợp lệ 3.238 phiếu, không hợp lệ {} phiếu.",
            "40",
            None,
        ),
        (
            "Có 1.241 hộ, cài ứng dụng 1.061 hộ, dùng hóa đơn điện tử {} hộ/90 hộ thuộc diện, đạt 90%.",
            "81",
            "83",
        ),
        (  # mostly these
            (
                "Nhận 368 hồ sơ, số hóa thành phần 340 hồ sơ (92,4%). 28 hồ sơ chưa số hóa thành phần chủ yếu là chứng "
                "thực ({} hồ sơ)."
            ),
            "24",
            None,
        ),
        (  # the rate of the money beside a count of decisions
            (
                "Tiền phạt 497 triệu đồng của 53 quyết định; đã thu {} triệu đồng của 45 quyết định (81,5% số tiền, "
                "84,9% số quyết định)."
            ),
            "405",
            None,
        ),
        (  # a share of the count before its own, whatever that counts
            (
                "Có 234 đại biểu: 117 đại biểu nhân dân, 78 cán bộ, đảng viên, {} lực lượng vũ trang, 9 khách mời. 48 "
                "lượt ý kiến, 39 ý kiến được giải đáp (81,3%)."
            ),
            "30",
            None,
        ),
        (  # no growth of another count
            "Đội giải quyết 21 vụ gây rối, bàn giao 5 vụ. Số vụ trộm giảm từ 14 xuống {}, tương ứng giảm 50,0%.",
            "7",
            None,
        ),
        (  # a total of people, at so many places
            "Giảm 12 người: nghỉ 8 người, chuyển {} người. 38 người đi học. Tổng số thợ tại 14 cơ sở là 1.050 người.",
            "4",
            None,
        ),
        (  # thousands beside millions
            "Mức 500 nghìn đồng {} suất, mức 300 nghìn đồng 12 suất; tổng 17,1 triệu đồng, quỹ còn 124,0 triệu đồng.",
            "27",
            None,
        ),
        (
            "Rà soát 158 trường hợp có nhu cầu: công nhân {}, thu nhập thấp 45, lực lượng vũ trang 10.",
            "103",
            "130",
        ),
        (  # so many parts each
            "12 chi đoàn làm 36 phần việc: 12 chi đoàn mỗi nơi {} phần việc về môi trường, 12 phần việc về an sinh.",
            "2",
            None,
        ),
        (  # of a plan that is not told
            ("Đang giải quyết 22 hồ sơ, đã trả 74 trong 96 hồ sơ. Huấn luyện {} đồng chí, đạt 91,3% kế hoạch."),
            "21",
            None,
        ),
        (
            "Kế hoạch huấn luyện 23 đồng chí; đã huấn luyện {} đồng chí, đạt 91,3% kế hoạch.",
            "21",
            None,
        ),
        (  # of an estimate
            "Phạt 56 triệu đồng. Thu nhập năm nay ước 53,0 triệu đồng, tăng {} triệu so với 2024 (50,5 triệu).",
            "2,5",
            None,
        ),
        (  # another paragraph counts something else
            "18/22 tổ dân phố dự thi (81,8%).\n\nTính đến nay, xã còn {} hộ nghèo và 60 hộ cận nghèo.",
            "54",
            None,
        ),
        (  # on top of what was told before
            (
                "Tổ làm cho 198 người: nhà văn hóa {} người, trường học 28 người, trạm 40 người. Cộng với ngày thứ "
                "nhất (178 người), tổ đã làm 376 người."
            ),
            "130",
            None,
        ),
        (  # two things of a sentence are no two periods
            "Tai nạn giao thông 11 vụ, chết 7 người, bị thương {} người; tăng 1 vụ, giảm 2 người chết.",
            "14",
            None,
        ),
        (
            "Khối 1 - 3 có 127 em. Sách hỗ trợ 56 bộ, trong đó lớp 1 là 14 bộ, lớp 2 là {} bộ, lớp 3 là 28 bộ.",
            "14",
            "41",
        ),
        (  # the rate of the households, not of what each fulfils
            "Mô hình có 548 hộ; {} hộ đạt đủ 8 tiêu chí, đạt 91,6%.",
            "502",
            None,
        ),
        (
            "Có 59 kiến nghị: thuộc thẩm quyền phường {}, thành phố 12, trung ương 7.",
            "40",
            "46",
        ),
        (  # of what a count became
            (
                "24 người cai: 14 người cai bắt buộc, {} người tự nguyện. Số người cai thành công tăng từ 7 lên 9 "
                "người. Có 8 người được tạo việc làm, bằng 88,9% số cai thành công."
            ),
            "10",
            None,
        ),
        (  # hardly half of it
            "Đảng bộ có 197 đảng viên ({} đảng viên nữ, 11 đảng viên được miễn sinh hoạt).",
            "78",
            None,
        ),
        (
            "Khám tuyển cho 171 công dân tuổi 17 [thôn Đông 47; thôn Đoài {}; thôn Trung 44; thôn Hạ 48].",
            "32",
            "23",
        ),
    ],
)
def test_true_prose(text: str, right: str, slip: str | None) -> None:
    assert wrong(text.format(right)) == []
    assert slip is None or wrong(text.format(slip))


CHAPTER = (
    "Năm nay xã có 1.020 trẻ trong độ tuổi tiêm chủng, trong đó 969 trẻ được tiêm đủ.\n\n"
    "1. Tình hình chung\nLượng hồ sơ giảm so với quý trước.\n\n"
    "2. Số liệu cụ thể\nQuý I: tiếp nhận 845 hồ sơ (trực tuyến 612, trực tiếp {}); đã giải quyết 806 hồ sơ, còn lại 39."
)
FUND = (
    "Phường sửa phòng chờ hết 41 triệu đồng, mua máy lấy số hết 28 triệu đồng.\n\n"
    "Đến nay xã đã trả 846 kết quả, trong đó 805 kết quả trả trước hoặc đúng hẹn, 41 kết quả trả muộn. Còn 63 hồ sơ "
    "đang làm: 57 hồ sơ chưa tới hạn, 06 hồ sơ đã quá hạn. Số hồ sơ đến hạn phải trả là 852; tỷ lệ trả trước, đúng hẹn "
    "trên số đến hạn đạt {}%."
)
SHEETS = (
    "Nhóm\tTiếp nhận\tTỷ lệ\nHộ tịch\t412\t60,0\nĐất đai\t275\t40,0\nCộng\t687\t100\n\n"
    "Đơn vị,Tiếp nhận,Trực tuyến,Trực tiếp\nPhường Bến Me,310,250,60\nPhường Gò Sậy,95,{},25\n"
    "Xã Vàm Tre,80,20,60\nCộng,485,340,145"
)
OFFICES = (
    "Xã Vàm Tre: tiếp nhận 2.347 hồ sơ, đã trả 2.280, đang làm 67, trong đó trong hạn 60, quá hạn 7.\n\n"
    "Đến ngày báo cáo xã Gò Sậy đã trả 846 kết quả, trong đó 805 kết quả trả trước hoặc đúng hẹn, 41 kết quả trả muộn. "
    "Còn 63 hồ sơ đang làm: 57 hồ sơ chưa tới hạn, 06 hồ sơ đã quá hạn mà chưa xong. Như vậy số hồ sơ đến hạn phải trả "
    "là 852 (846 đã trả và 06 quá hạn chưa xong); tỷ lệ trả trước, đúng hẹn trên số đến hạn đạt {}%."
)
VILLAGES = (
    "Có mặt: đại diện thôn 1, 2, 4. Đợt một cấp 9 phiếu: hợp lệ 6 phiếu, không hợp lệ {} phiếu; ngoài ra không còn "
    "phiếu nào."
)
PARTS = (
    "Quý III, xã tiếp nhận 918 hồ sơ, đã trả kết quả 861 hồ sơ, đang xử lý trong hạn 49 hồ sơ. Một số hồ sơ đất đai "
    "xin rút để nộp lại sau.\n\nCột trực tuyến chỉ là một phần của cột tiếp nhận. Quý IV, xã tiếp nhận 4.000 hồ sơ, "
    "trong đó trực tuyến {}, trực tiếp 1.890."
)
GROWTH = (
    "Tiếp nhận từ 01/01: 8.214 hồ sơ [trực tuyến 7.506 (toàn trình 5.322; một phần 2.184); không trực tuyến 708]. Bình "
    "quân 1 công chức tiếp nhận 1.369 hồ sơ (6 người).\n\n"
    "Sáu tháng đầu năm phường nhận 1.284 hồ sơ, cùng kỳ năm ngoái 1.070 hồ sơ, tăng {} hồ sơ, tương đương tăng 20,0%."
)


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        (CHAPTER, "233", "223"),  # the name of a chapter splits nothing that was told before it
        (FUND, "94,48", "94,84"),  # money of one paragraph is not what the next one counts
        (SHEETS, "70", "75"),  # tables of two kinds in one text
        (VILLAGES, "3", "8"),  # villages that have numbers for names
        (OFFICES, "94,48", "94,84"),  # a paragraph that contradicts the one before is whole of something else
        (PARTS, "2.110", "2.120"),  # "only a part" does not say that every case is in one of the groups before
        (GROWTH, "214", "241"),  # a change lies between counts of its own paragraph
    ],
)
def test_what_one_part_of_a_text_tells_says_nothing_of_the_next(text: str, right: str, slip: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slip))
