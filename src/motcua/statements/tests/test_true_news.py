"""Consistent prose as papers and notice boards write it, at which the checker once spoke; some beside a slip."""

import pytest

from motcua.statements.tests.failing import wrong


@pytest.mark.parametrize(
    "text",
    [
        "Đã tiêm 412.650 liều; trong đó người trên 18 tuổi mũi 1 đạt 98,12%, mũi 2 đạt 96,4%; trẻ em mũi 1 đạt 41,7%.",
        "Toàn xã tiêm 2.460 liều cho trẻ, trong đó 97,5% trẻ hoàn thành 1 mũi tiêm, 85,5% trẻ hoàn thành 2 mũi.",
        (
            "Người lớn tiêm đủ 02 mũi là 9.210 người (đạt 98,9%); mũi 03 là 6.540 người (đạt 77,7%); mũi 04 là 2.410 "
            "người (đạt 72,1%)."
        ),
        "Xã đã tiêm gần 2.600 liều, là 1 trong 5 xã của tỉnh có tỷ lệ tiêm cao nhất, đạt 79,5%.",
    ],
)
def test_doses_are_numbered_and_not_counted(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("Có 14/{} thôn đạt tỷ lệ 100% cử tri đi bầu; 14/{} thôn tổng kết (70%).", "20", "25"),
        (
            (
                "Còn 640 người chưa có thẻ, trong đó 410 người thuộc hộ có mức sống trung bình được hỗ trợ 50% "
                "mức đóng; "
                "{} người còn lại là lao động tự do."
            ),
            "230",
            "320",
        ),
        (
            "Uống vitamin A: 236 trẻ thuộc diện, đã uống {} trẻ, đạt 97,0%. Nhà nào có cháu từ 6 đến 36 tháng xin báo.",
            "229",
            "219",
        ),
        ("Phục vụ 365 lượt người: trường Hoa Mai {}, nhà văn hóa khu 3 121, đình làng 96.", "148", "184"),
        ("Huy hiệu Đảng 25 năm: 6 đồng chí, 30 năm: 4, 50 năm: 2. Chi bộ có {} đảng viên: 21 nam, 17 nữ.", "38", "39"),
        (
            (
                "Năng suất ngô 75 tạ/ha (đạt 100% KH), rau 160 tạ/ha (đạt 100% KH), đậu 15 tạ/ha (đạt 100% KH). "
                "Trồng 246 "
                "cây: 152 xoài, {} mít."
            ),
            "94",
            "49",
        ),
    ],
)
def test_what_is_no_share_and_no_part(text: str, right: str, slip: str) -> None:
    assert wrong(text.replace("{}", right)) == []
    assert wrong(text.replace("{}", slip))


@pytest.mark.parametrize(
    "text",
    [
        (  # the first of a list in brackets is an item too
            "Các lĩnh vực phát sinh nhiều hồ sơ như: chứng thực (799 hồ sơ), hộ tịch (515 hồ sơ), bảo trợ (174 hồ sơ), "
            "đất đai (137 hồ sơ)."
        ),
        (  # what remains is of another noun
            "Thông qua 7 nghị quyết; riêng nghị quyết về phí chợ có 21 đại biểu tán thành, 3 không tán thành, 1 không "
            "biểu quyết; 6 nghị quyết còn lại đạt 100%."
        ),
        "Hội giúp 151 hộ: có hộ được gạo, có hộ được tiền. Phát 83 suất gạo và 62 phần tiền. Kho còn 46 bao gạo.",
        (  # some of the parts are told of again
            "Phải theo dõi 124 việc. Đã xong 109, mười lăm việc còn lại chưa đến hạn. Nhóm đã xong ấy có 101 việc xong "
            "trong hạn và tám việc xong sau hạn."
        ),
    ],
)
def test_what_is_no_whole_of_its_neighbours(text: str) -> None:
    assert wrong(text) == []


def test_nothing_times_anything_shows_no_column() -> None:
    table = "Ngày | Phòng | Số lượt | Đoàn\n---|---|---|---\n{}\nCộng | | 17 | 1"
    rows = ("4/9 | 258 | 5 | 0", "11/9 | 160 | 3 | 0", "18/9 | 308 | 7 | 1", "25/9 | 222 | 2 | 0")
    assert wrong(table.format("\n".join(rows))) == []


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        (  # years, and a number stuck to its noun
            (
                "Chi bộ 4 năm đạt vững mạnh (năm 2014, 2015, 2016, 2018); 01 năm hoàn thành tốt (năm 2017). Cấp ủy "
                "gồm 0{} đồng chí: 01bí thư, 01 phó bí thư, 01 ủy viên."
            ),
            "3",
            "4",
        ),
        (  # more than all is of a plan, told after it or not at all
            "Tháng 9 tiếp nhận 812 hồ sơ. Lũy kế {} hồ sơ, đạt 104,5% kế hoạch năm (8.600 hồ sơ).",
            "8.987",
            "8.897",
        ),
        (  # the rate is of the ratio before the count beside it
            "Khám phá 34/36 vụ, làm rõ 61 đối tượng, đạt tỷ lệ 94,4%. Trong 61 đối tượng có {} nam và 9 nữ.",
            "52",
            "25",
        ),
        (  # two nouns take turns
            "Giải quyết 37 vụ, {} đối tượng, gồm 20 vụ, 39 đối tượng mới và 17 vụ, 29 đối tượng năm trước chuyển sang.",
            "68",
            None,
        ),
        ("Tuyên truyền 545 lượt; giao {} thanh niên nhập ngũ, đạt 172,22%; xây 3/5 cống, đạt 60%.", "31", None),
        ("Trường đạt thấp nhất trong 5 trường là THPT số 2 Bình Xa với {}%.", "82", None),
        (
            "Trên 124 ngàn trẻ đã tiêm, trong đó {}% trẻ hoàn thành 1 liều; trên 908 ngàn người lớn đạt 95,6%.",
            "97,5",
            None,
        ),
        (  # other fields are not told
            (
                "Đơn giản hóa 38 thủ tục, gồm {} thủ tục đất đai, 9 thủ tục hộ tịch, 6 thủ tục bảo trợ xã hội và một "
                "số thủ tục ở các lĩnh vực khác."
            ),
            "15",
            None,
        ),
    ],
)
def test_whole_reports_of_papers(text: str, right: str, slip: str | None) -> None:
    assert wrong(text.format(right)) == []
    assert slip is None or wrong(text.format(slip))
