"""Counts side by side under a whole that the text shows them to be all of, and those that may well not be."""

import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.tests.failing import fails

OPEN_OR_OVERLAPPING = (
    "Trong 45 hộ nghèo của xã, 31 hộ có người già, 18 hộ có trẻ em, 9 hộ có người khuyết tật.",
    "Trong 120 đại biểu dự họp, 64 người là nữ, 58 người là đảng viên.",
    (
        "Trong 60 hồ sơ được xem có 52 hồ sơ đủ chữ ký, 11 hồ sơ thiếu phiếu kiểm soát, một hồ sơ có thể "
        "thiếu nhiều thứ."
    ),
    "Trạm khám cho 212 cụ, nhất là ở thôn Đông 74 cụ, thôn Đoài 61 cụ, thôn Nam 40 cụ.",
    "Trong 212 cụ được khám, đông nhất là thôn Đông 74 cụ, thôn Đoài 61 cụ.",
    "Xã có 5 thôn với 1.240 hộ; trong đó thôn Hạ 301 hộ, thôn Thượng 288 hộ.",
    "Thư viện nhận 340 đầu sách như truyện 120, khoa học 90, lịch sử 84.",
    "Điện lực thay 96 công tơ chủ yếu ở tổ 1 41 cái, tổ 2 30 cái, tổ 5 20 cái.",
    "Chỉ tiêu vận động 500 suất quà; đã nhận 310 suất, hứa 210 suất.",
    (
        "Phường đăng ký 40 mô hình. Kết quả: tổ dân phố 1 làm 12, tổ dân phố 2 làm 9, tổ dân phố 3 làm 6; "
        "còn lại chưa làm."
    ),
    ("Có 88 người góp ý. Nội dung: 35 ý về phần mềm, 31 ý về ghế ngồi, 40 ý về hướng dẫn; một người nêu được nhiều ý."),
    "Đoàn kiểm tra 30 quán ăn. Vi phạm: thiếu giấy khám sức khỏe 12, bếp bẩn 15, không lưu mẫu 8.",
    ("Trong 30 quán ăn được kiểm tra, 12 quán thiếu giấy khám sức khỏe, 8 quán bếp bẩn, 5 quán không lưu mẫu."),
    ("Cả 4 tổ đều tham gia, tổng 215 người: tổ 1 có 60 người, tổ 2 có 55 người, tổ 3 có 48 người, tổ 4 có 52 người."),
    (
        "Hội có 164 hội viên ở 4 chi hội: chi hội 1 có 39 người, chi hội 2 có 47 người, chi hội 3 có 42 "
        "người, chi hội 4 có 36 người."
    ),
    (
        "Tổng thu 3 quý là 640 triệu đồng: quý I 210 triệu đồng, quý II 198 triệu đồng, quý III 232 triệu "
        "đồng. Quý IV dự kiến 250 triệu đồng."
    ),
    "Trong 28 người đó thì 9 người ly hôn, 16 người góa, 3 người không nói rõ.",
    "Buổi tiêm có 126 con chó. Cún con 40, chó già 22, chó đã tiêm năm ngoái 64.",
    "Học sinh: 415. Giỏi 120, khá 210, nữ 205.",
    "Trạm có 14 giường. Giường bệnh 8, giường cấp cứu 2, ghế chờ 20.",
    "Ngày đầu nhận 120 đơn. Ngày thứ hai 64 đơn, ngày thứ ba 70 đơn.",
    "Sáng nhận 120 đơn. Chiều nhận 64 đơn, tối nhận 60 đơn.",
    "Xã trồng 2.400 cây. Hai thôn: thôn Đông 1.100 cây, thôn Đoài 900 cây, còn lại trồng ven đường.",
    "Trong 50 tiểu thương được hỏi, 33 người thích trả tiền mặt, 29 người có dùng chuyển khoản.",
    "Mở 3 lớp cho 95 người: lớp 1 có 40 người, lớp 2 có 35 người, lớp 3 có 20 người.",
    "Lớp học 3 buổi: buổi 1 có 30 người, buổi 2 có 28 người, buổi 3 có 25 người; tổng 83 lượt.",
    "Câu lạc bộ có 36 người, đi 2 đợt: đợt 1 có 30 người, đợt 2 có 25 người.",
    "Of 80 callers, 45 asked about fees, 30 asked about hours, 22 asked for a form.",
    "Tổ có 24 đoàn viên. Buổi sáng 20, buổi chiều 18, buổi tối 12.",
    "Mỗi đội 12 người, gồm 5 đội: đội 1 phát quang 40 m, đội 2 phát quang 35 m.",
    ("Trong 100 triệu đồng đã chi, 60 triệu đồng mua máy, 25 triệu đồng sửa điện, phần nhỏ còn lại mua giấy."),
    "Trong 64 hộ vay vốn, 30 hộ nuôi bò, 21 hộ nuôi dê, 15 hộ vừa nuôi bò vừa nuôi dê.",
    "Bếp ăn phát 420 suất. Thứ Hai 140, thứ Ba 150, thứ Tư 130. Có 12 suất gửi tận nhà.",
    "Nhà văn hóa có 310 chỗ ngồi; hội thi có 290 người, hội diễn có 305 người.",
    "Đã cấp 96 giấy. Khu 1: 40 giấy; khu 2: 31 giấy; khu 4: 25 giấy.",
    "Trong 18 cán bộ, 12 người có bằng đại học, 7 người học thạc sĩ.",
    "Năm nay có 52 đơn xin việc. Nam 30, nữ 22, đảng viên 8.",
    "Xã có 73 tuyến mương, trong đó 41 tuyến bê tông, 32 tuyến đất, 20 tuyến cần nạo vét.",
    "Thôn nhận 120 suất quà, trong đó 80 suất cho hộ nghèo, 25 suất cho người già.",
    "Kho có 60 cái ghế: 40 cái nhựa, 12 cái gỗ; 15 cái hỏng.",
    "Về cây giống, năm nay trồng 40 cây keo, 32 cây lát. Tổ có 70 cây giống để dành.",
    "Trạm cấp 210 thẻ. Về thẻ, 120 thẻ đã phát, 60 thẻ chưa phát.",
    "Đội bóng thi đấu 20 trận, trong đó 12 trận thắng, 9 trận có hiệp phụ.",
    "Thư viện có 312 bạn đọc, trong đó 190 bạn đọc nữ, 130 bạn đọc là học sinh.",
    ("Khám mắt cho 96 cụ. Bệnh gồm đục thủy tinh thể 41, cận 30, viễn 28, mộng thịt 12; có cụ mắc hai bệnh."),
    "Hợp tác xã có 88 xã viên. Xã viên góp vốn 60 người, góp đất 31 người.",
    "Xe chở rác chạy 46 chuyến: sáng 30 chuyến, chiều 16 chuyến; riêng chợ 18 chuyến.",
    "Họp dân 3 lần: lần 1 có 80 hộ, lần 2 có 74 hộ, lần 3 có 69 hộ. Thôn có 120 hộ.",
    "Số liệu: quầy 1: 120, quầy 2: 95, quầy 3: 88; cả trung tâm 303.",
    "Đến nay thôn có 64 hộ trồng chè, trong đó 30 hộ trồng trên 1 sào, 36 hộ bán cho hợp tác xã.",
    "Tủ sách có 500 cuốn gồm truyện 210 cuốn, sách luật 150 cuốn và một số loại khác.",
    "Xã có 40 cán bộ, trong đó 22 cán bộ nữ, 19 cán bộ dưới 40 tuổi.",
    "Bến xe đón 820 lượt khách, trong đó 610 lượt khách đi tỉnh, 240 lượt khách mua vé qua mạng.",
    "Trong 120 đại biểu có 64 nam, 56 nữ. Ở tổ thảo luận có 20 nam, 12 nữ phát biểu.",
    "Trường có 415 học sinh: 205 nam, 210 nữ; đội văn nghệ 18 nữ, 7 nam; giải nhất có 1 nam và 2 nữ.",
    "Lễ hội có 300 người dự, thi kéo co có 24 nam và 16 nữ.",
    "Thôn Nam 40 hộ, thôn Nữ 30 hộ, cả xã 500 hộ.",
    "Trong 467 hộ ấy, 312 hộ trồng chè, 109 hộ nuôi ong, 40 hộ đi làm xa, mấy hộ khác chưa rõ.",
    "Trong 467 hộ ấy, 312 hộ trồng chè, 109 hộ nuôi ong và 46 hộ đi làm xa; 20 hộ nuôi ong là hộ mới.",
    "tổ 0 có 5 người, tổ IIX có 3 người, tổ VX có 2 người.",
    "Xếp loại 34 công chức, viên chức; hoàn thành xuất sắc 6, tốt 18, hoàn thành 6, không hoàn thành 4.",
)
FAILING = (
    "Trong 53 hộ ấy, 24 hộ đã có nước máy, 19 hộ đang chờ lắp, 14 hộ chưa đăng ký.",
    "Trạm y tế khám cho 164 cụ ở 4 xóm: xóm 1 được 39 cụ, xóm 2 được 47 cụ, xóm 4 được 36 cụ.",
    ("Cả 3 ấp góp tổng cộng 640 ngày công: ấp 1 góp 210 ngày công, ấp 2 góp 240 ngày công, ấp 3 góp 220 ngày công."),
    "Thư viện có 2.140 cuốn: kệ I 520 cuốn, kệ II 610 cuốn, kệ III 490 cuốn, kệ IV 530 cuốn; chỉ có 4 kệ.",
    ("Sổ ghi 92 cuộc gọi. Phân loại, không bỏ sót cuộc nào: hỏi giờ 40; hỏi phí 31; phàn nàn 12; nhầm số 11."),
    "Rà 45 biển hiệu. Lỗi gồm sai chữ 12, sai cỡ 19, sai chỗ 17. Mỗi biển chỉ tính một lỗi.",
    "Calls logged in May: 96. Fees 41, hours 28, forms 19, other 11. Each call has exactly one topic.",
    (
        "Kho:\n- Tổng: 74 máy.\n- Máy tốt: 41.\n- Máy chờ sửa: 18.\n- Máy hỏng: 12. (Hết, không còn loại nào "
        "khác.)\n- Máy có tem: 74."
    ),
    ("Quỹ có 96.500.000 đồng. Trong 96.500.000 đồng có 61.200.000 đồng gửi ngân hàng, 35.800.000 đồng tiền mặt."),
    "Phát 300 phiếu. Kết quả: chọn phương án một 141, chọn phương án hai 98, chọn phương án ba 71.",
    "Xã mua thiết bị cho 5 trường: Lê Lợi 12, Trần Phú 9, Hùng Vương 14, Kim Đồng 8, cộng 52 bộ.",
    "Kho có 60 cái ghế: 40 cái nhựa, 22 cái gỗ; 15 cái hỏng.",
    "Thôn nhận 120 suất quà: quầy 1: 50 suất, quầy 2: 42 suất, quầy 3: 38 suất; chỉ có 3 quầy.",
    (
        "Rà 300 quyết định: sai số 31, sai ngày 40 trường hợp, đúng 229. Về sai ngày, có 22 trường hợp lệch "
        "một ngày, 21 trường hợp lệch nhiều ngày."
    ),
    (
        "Phường lưu 240 văn bản gồm bản giấy 150 văn bản, bản điện tử 90 văn bản. Bản giấy thì 102 văn bản "
        "đóng tập, 58 văn bản để rời."
    ),
    "Lớp tập huấn 164 người. Học viên nam 86, học viên nữ 87.",
    "Of 120 visitors 58 were women and 72 were men.",
    "Trong 467 hộ ấy, 812 hộ trồng chè, 109 hộ nuôi ong và 46 hộ đi làm xa.",
    "Trong 467 hộ ấy, 312 hộ trồng chè, 190 hộ nuôi ong và 46 hộ đi làm xa.",
    "Xếp loại 34 công chức, viên chức; hoàn thành xuất sắc 6, tốt 19, hoàn thành 6, không hoàn thành 4.",
)


@pytest.mark.parametrize("text", OPEN_OR_OVERLAPPING)
def test_no_alarm(text: str) -> None:
    assert not fails(text)


@pytest.mark.parametrize("text", FAILING)
def test_more_or_fewer_than_the_whole(text: str) -> None:
    assert fails(text)


def test_what_is_said_in_other_words_is_no_part() -> None:
    text = "Trong 58 cây cầu của xã, 31 cây còn tốt, 18 cây phải sơn lại và 9 cây phải thay, tức là 49 cây đi được."
    assert [one.verdict for one in check(text).checks] == [Verdict.CONSISTENT]
    assert Verdict.INCONSISTENT in [one.verdict for one in check(text.replace("31 cây", "32 cây")).checks]


def test_parts_in_words() -> None:
    text = "Đội có hai mươi tư diễn viên: bảy nhạc công, mười ca sĩ và bảy vũ công, ngoài ra không còn ai khác."
    assert {one.verdict for one in check(text).checks} == {Verdict.CONSISTENT}
    assert {one.verdict for one in check(text.replace("mười ca", "chín ca")).checks} == {Verdict.INCONSISTENT}


@pytest.mark.parametrize(
    ("text", "right", "others"),
    [
        ("Thi tay nghề có 60 thợ, 41 thợ giỏi, {} thợ khá, không thợ nào trượt.", "19", "22"),
        ("Hội thi có 340 bài, 298 bài được xếp loại giỏi, {} bài xếp loại trung bình, không có bài yếu.", "42", "52"),
        (
            "Có mười bốn đơn gửi đến xã; đã giải quyết {} đơn, đang xem xét ba đơn, không có đơn chuyển nơi khác.",
            "mười một",
            "chín",
        ),
    ],
)
def test_a_group_that_nothing_is_in_ends_a_list(text: str, right: str, others: str) -> None:
    assert not fails(text.format(right))
    assert fails(text.format(others))


@pytest.mark.parametrize(
    "text",
    [
        "Thi tay nghề có 60 thợ, 41 thợ giỏi, 12 thợ khá, không thợ nào đau ốm.",  # some are neither
        "Trong tháng xã nhận 214 đơn, giải quyết 198 đơn, đang giải quyết 31 đơn, không có đơn quá hạn.",  # also older
        "Hội thi có 60 thợ, 41 thợ dệt, 39 thợ may, trung bình mỗi thợ làm 3 mẫu.",
    ],
)
def test_a_list_that_may_leave_out_some(text: str) -> None:
    assert not fails(text)


_QUAYS = "Bến Ván 1.230 lượt, bến Trẹm 845 lượt, bến Đò {} lượt, bến Sỏi 377 lượt; "


def test_a_total_behind_the_number_of_what_it_is_of() -> None:
    text = _QUAYS + "cộng 4 bến là 3.362 lượt, trong đó 2.000 lượt có hàng."
    assert not fails(text.format("910"))
    assert fails(text.format("91"))
    assert not fails((_QUAYS + "tổng cộng 4 ghe hỏng, 3.322 lượt khách phàn nàn.").format("910"))


def test_another_split_of_a_whole_told_behind_its_part() -> None:
    text = (
        "Of the 1,240 seats 1,116 were sold online; the remaining 124 were sold at the gate. "
        "By row, stalls accounted for 512 seats, circle for {}, boxes for 96 and all other rows for 101."
    )
    assert not fails(text.format("531"))
    assert fails(text.format("513"))
    assert not fails(text.format("513").replace(" and all other rows for 101", ", among others"))


def test_a_sentence_that_begins_with_what_it_is_about_splits_that() -> None:
    text = "Đối với 83 kiến nghị, xã giải quyết 58 kiến nghị, đang giải quyết 17 kiến nghị, giải thích {} kiến nghị."
    assert not fails(text.format("08"))
    assert fails(text.format("09"))
    assert not fails("Đối với 83 hộ nghèo, xã đã tặng quà 58 hộ, sửa nhà 37 hộ, cho vay 30 hộ.")
