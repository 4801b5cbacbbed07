"""What stands right beside a number: whether it counts, what it is of, and where another one begins."""

import pytest

from motcua.statements.tests.failing import fails


@pytest.mark.parametrize(
    ("text", "right", "printed"),
    [
        ("Quý I phát hành 180 văn bản: công văn 90 (50,0%), kế hoạch 54 ({}), thông báo 36 (20,0%).", "30,0%", "33,0%"),
        ("Thư viện có 640 bạn đọc; nữ 400 (học sinh 310; người lớn 90), bằng {}; nam 240.", "62,5%", "65,2%"),
        ("Tiêm 480 con: chó 360 con, chiếm {} và mèo 120 con, chiếm 25,0%.", "75,0%", "57,0%"),
        (
            "Đính chính: có 318 hộ, không phải 390. Trong đó 201 hộ ở đồng và 117 hộ ven đê; ven đê {}.",
            "36,8%",
            "38,6%",
        ),
        ("Of 142 people seen 113 were women, which is {}.", "79.6%", "97.6%"),
        ("By the end of September {} books had been lent: 1,204 to pupils and 961 to adults.", "2,165", "2,156"),
        (
            "Gieo 640 khay, vượt chỉ tiêu 90% tỉnh giao (nếp 416 khay, chiếm {}; tẻ 224 khay, chiếm 35,0%).",
            "65,0%",
            "56,0%",
        ),
        ("KP1 120 hộ, KP2 95 hộ, KP4 85 hộ, cộng {} hộ.", "300", "310"),
        ("Chỉ tiêu 3 - Trồng cây: 231/420 ({}).", "55,00%", "52,00%"),
        ("Tính đến 20/8, 18/24 tổ đã xong chỉ tiêu trồng cây, đạt {}.", "75%", "78%"),
        ("Chợ có 412 sạp lắp đồng hồ/460 sạp, đạt {}; còn 48 sạp chưa lắp.", "89,57%", "85,97%"),
        ("Đã dán 17.350 nhãn loại 2 trong tổng số {} người bán hàng, đạt 86,75%.", "20.000", "2.000"),
        ("Quỹ có 96 triệu đồng theo nguồn: cá nhân 48, doanh nghiệp 30, nhà chùa 12, nguồn khác {}.", "6", "9"),
    ],
)
def test_figures_beside_each_other(text, right, printed):
    assert not fails(text.format(right))
    assert fails(text.format(printed))


@pytest.mark.parametrize(
    "text",
    [
        "Theo Kế hoạch 25, phường rà soát 64 hộ; Công văn 31 (bản sao) gửi 16 hộ, bằng 25,0% số hộ.",
        "Ba tổ có 140, 160, 100 hội viên. Đã đóng phí: tổ 1 112 người, tổ 2 136 người, tổ 3 72 người, cộng 320 người.",
        "Khảo sát lại 150 người, phấn đấu mức hài lòng 95% (đợt trước là 91,3% trên 115 người).",
        # a rate beside a ratio that is of something else; other things told with a stroke between them
        "Tính đến 20/8, 18/24 tổ vượt chỉ tiêu 80% số cây.",
        "Tháng trước 18/24 tổ nộp phí (tháng trước nữa 70%).",
        "Xã có 35 hộ nghèo/142 khẩu, chiếm 2,8%.",
        "Correction: the fair had 318 visitors, not 381. Of these 201 came by bus and 117 by boat.",
    ],
)
def test_numbers_of_names_and_what_is_denied(text):
    assert not fails(text)
