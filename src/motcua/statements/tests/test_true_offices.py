"""Consistent prose as administrations, police and courts publish it, at which the checker once spoke."""

import pytest

from motcua.statements.tests.failing import wrong


@pytest.mark.parametrize(
    "text",
    [
        (
            "Trong 9 tháng, công an huyện đã điều tra, làm rõ 143/169 vụ phạm tội về trật tự xã hội, đạt 84,62%, riêng "
            "án đặc biệt nghiêm trọng đạt tỷ lệ 100%."
        ),
        "Xã đã trả lời 52/64 kiến nghị của cử tri (81,25%), riêng nhóm nước sạch đạt 100%.",
    ],
)
def test_a_second_rate_beside_a_ratio_that_says_all_is_of_something_else(text: str) -> None:
    assert wrong(text) == []


def test_the_first_rate_beside_a_ratio_is_of_it() -> None:
    text = "Đã điều tra, làm rõ 143/169 vụ phạm tội, đạt 86,42%, riêng án đặc biệt nghiêm trọng đạt tỷ lệ 100%."
    assert len(wrong(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        (
            "Số vụ việc khiếu nại phát sinh trong kỳ 254 vụ việc, giảm 6,1% so với cùng kỳ. Trong đó: các cơ quan đã "
            "giải quyết được 243/271 vụ việc, đạt tỷ lệ 89,7%, còn lại 28 vụ việc đang được xác minh."
        ),
        "Quý này phát sinh 31 nhiệm vụ, trong đó đã hoàn thành 38/45 nhiệm vụ, còn 7 nhiệm vụ đang thực hiện.",
    ],
)
def test_what_is_told_out_of_something_else_is_no_part(text: str) -> None:
    assert wrong(text) == []


def test_what_remains_is_of_the_ratio() -> None:
    text = "Phát sinh 254 vụ việc. Trong đó đã giải quyết 234/271 vụ việc, còn lại 28 vụ việc đang được xác minh."
    assert len(wrong(text)) == 1


def test_delegates_of_several_groups_need_not_come_to_all() -> None:
    text = (
        "Thành phố đã bầu đủ 81 đại biểu. Trong đó có 21 đại biểu nữ (chiếm 25,93%); một đại biểu là người dân tộc "
        "thiểu số (chiếm 1,23%); sáu đại biểu là người ngoài Đảng (7,41%); hai đại biểu dưới 35 tuổi (chiếm 2,47%); "
        "một đại biểu là chức sắc tôn giáo."
    )
    assert wrong(text) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Trung tâm đã tiếp nhận 31.406 hồ sơ; đã giải quyết và trả kết quả gần 29.000 hồ sơ, đạt 92,3%; trong đó, "
            "trả trước thời hạn 24.071 hồ sơ, đạt 83%; đúng hạn 4.315 hồ sơ."
        ),
        "Huyện nhận 1.312 hồ sơ, trả hơn 1.200 hồ sơ; trong đó trước hạn 840 hồ sơ, đạt 70%.",
    ],
)
def test_a_rate_may_be_of_a_whole_that_is_told_roughly(text: str) -> None:
    assert wrong(text) == []


def test_the_numbers_of_constituencies_count_nothing() -> None:
    text = (
        "3 đơn vị bầu cử được chia: đơn vị bầu cử số 1 gồm: xã An và xã Phú, số đại biểu được bầu là 4; đơn vị bầu cử "
        "số 2 gồm: xã Long, số đại biểu được bầu là 3; đơn vị bầu cử số 3 gồm: thị trấn Tràm, số đại biểu là 5."
    )
    assert wrong(text) == []


def test_a_subject_of_its_own_behind_words_without_a_figure_splits_nothing() -> None:
    text = (
        "Đoàn yêu cầu làm rõ 31 đơn chậm và {} đơn mất. Buổi làm việc xong trước giờ trưa, biên bản gồm {} tờ, 3 bản."
    )
    assert wrong(text.format(8, "04")) == []
    assert wrong(text.format(8, "05")) == []
