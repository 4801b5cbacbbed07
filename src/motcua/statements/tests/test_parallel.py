"""Counts told alike beside a whole, with no word that they are its parts; and counts that only stand there."""

import pytest

from motcua.statements.checking import Verdict, check

WRONG = (  # each without an error when the figure before the bar is the one behind it
    "Bếp bán trú nấu 486 suất. Khối lớp một ăn 152 suất, khối lớp hai ăn 170 suất, khối lớp ba ăn 146|164 suất.",
    "Kho xuất 1.320 bao; đội Bắc lấy 540 bao, đội Nam lấy 450 bao, đội Đông lấy 303|330 bao.",
    "Sáng nay bến đón 415 lượt, tàu lớn chở 260 lượt, tàu nhỏ chở 165|155 lượt.",
    "Câu lạc bộ có 118 bạn. Bạn nào mê cờ thì xuống tầng trệt, 41 bạn; tập múa 38 bạn; học đàn 93|39 bạn.",
    "Hợp tác xã nuôi 240 con trâu. Tổ Đồi giữ 96 con. Tổ Suối giữ 84 con. Tổ Bãi giữ 70|60 con.",
    "Đội Sậy gặt 2.140 bó, đội Lau gặt 1.875 bó, đội Tre gặt 1.960 bó. Vị chi sân kho chứa 5.957|5.975 bó.",
    "Nhà máy gửi 320 hộp, đại lý gửi 145 hộp, cửa hàng gửi 88 hộp, vì thế xe phải chở 535|553 hộp.",
    "Bão làm chìm 184 ghe – bến Trên chìm 76 ghe, bến Giữa chìm 62 ghe, bến Dưới chìm 36|46 ghe – và sập 3 cầu tàu.",
    "Cộng 640 viên ở sân với 585 viên ở hiên, rồi 390 viên ở ngõ, là ra 1.651|1.615 viên gạch.",
    "Đội xét 1.340 tờ khai. Tờ khai đủ: 915. Tờ khai thiếu: 283. Tờ khai hỏng: 124|142.",
    "Huyện có 12 đội, 2.480 áo phao, 96 xuồng. Đội Bắc giữ 1.150 áo phao, đội Nam giữ 1.303|1.330 áo phao.",
    "Quán nước của Hội Phụ nữ bán 486 ly. Chị Cả bán 142 ly, chị Hai bán 187 ly, chị Út bán 175|157 ly.",
    "Lớp hè nhận 176 bé. Nhóm mầm nhận 52 bé, nhóm chồi nhận 634|63 bé, nhóm lá nhận 61 bé.",
)
INNOCENT = (
    "Xe to chở 250 bao. Xe con chở 64 bao, xe thồ chở 185 bao.",
    "Bếp nấu 486 suất. Hôm qua khối một ăn 152 suất, khối hai ăn 170 suất, nhiều nhất là khối ba 146 suất.",
    "Hàng cá bán 48 mẻ, hàng rau bán 31 mẻ, hàng hoa bán 12 mẻ.",
    "Đầu vụ có 57 bao. Nhập thêm 235 bao, vậy là phải bán 292 bao.",
    "Chợ có 340 sạp. Sạp vải mở 74 sạp, sạp cá mở 58 sạp, những sạp khác mở lác đác.",
    "Đoàn có 62 em. Trại hè nhận 40 em, đội bóng nhận 31 em, có em vừa trại vừa bóng.",
    "Tổ tiếp 96 người. Hỏi đất 51 người, hỏi thuế 30 người.",
    "Đội Sậy gặt 2.140 bó, trả 1.340 bó. Đội Lau gặt 902 bó, trả 880 bó. Đội Tre gặt 744 bó, trả 719 bó.",
    "Việc chia cho bốn bên: hội già 5.000 cây, hội trẻ 4.000 cây, đoàn 4.500 cây, các trường 1.500 cây.",
    "Các tổ làm tốt: tổ 3 giúp 215 lượt, tổ 8 giúp 198 lượt, tổ 11 giúp 176 lượt.",
    "Đội cài cho 195 máy. Thôn Đông cài 64 máy, thôn Đoài cài 51 máy, hai thôn kia mỗi thôn 40 máy.",
    "Vườn ươm 640 cây. Xuất bán 210 cây, gieo thêm 530 cây.",
)
AGAIN = (
    (
        "Thư viện có 8.640 cuốn. Truyện chiếm 4.100 cuốn, sách luật 2.540 cuốn, báo đóng tập 2.000 cuốn. "
        "Kiểm kê: 8.215 cuốn lành, 325|425 cuốn rách."
    ),
    (
        "Cả năm nhận 1.372 tin. Theo việc thì cầu đường 548 tin, rác 431 tin, ồn 226 tin, việc khác 167 tin. "
        "Theo lối gửi: gọi máy 615, thư 457, ứng dụng 330|300."
    ),
    (
        "Trường chính có 702 em, trường phụ có 623 em, trường xa có 512 em. "
        "Trường phụ chia 3 điểm: điểm làng 381 em, điểm bản 137|117 em, điểm chợ 125 em."
    ),
    "Trạm gửi đi 520 mẫu. Suối lấy 310 mẫu, giếng lấy 210 mẫu. Kết quả: 487 mẫu sạch, 23|33 mẫu bẩn.",
)


@pytest.mark.parametrize("text", [*WRONG, *AGAIN])
def test_parts_that_no_word_calls_so(text: str) -> None:
    printed, right = text, text
    for word in text.split():
        wrong, bar, meant = word.partition("|")
        if bar:
            printed, right = printed.replace(word, wrong), right.replace(word, meant)
    assert Verdict.INCONSISTENT in {one.verdict for one in check(printed).checks}
    assert Verdict.INCONSISTENT not in {one.verdict for one in check(right).checks}


@pytest.mark.parametrize("text", INNOCENT)
def test_counts_that_only_stand_there(text: str) -> None:
    assert Verdict.INCONSISTENT not in {one.verdict for one in check(text).checks}


def test_a_split_that_comes_to_another_count_is_of_that_one() -> None:
    text = "Mời 850 người; dự 780 người (nam 450; nữ 330). Cuối buổi: đạt 720 người, chưa đạt 60 người."
    assert Verdict.INCONSISTENT not in {one.verdict for one in check(text).checks}
