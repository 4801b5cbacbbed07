"""Reports of districts as papers print them: nothing is wrong in them, and they alarmed once."""

import pytest

from motcua.statements.tests.failing import wrong


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        (  # rounds of one dose are numbered
            (
                "Người lớn đã tiêm {} liều: Mũi 1 là 7.109 liều; mũi 2 là 6.868 liều; mũi nhắc lại lần 1 là 5.164 "
                "liều; mũi nhắc lại lần 2 là 1.721 liều."
            ),
            "20.862",
            "20.682",
        ),
        (  # a rank among so many
            (
                "Toàn tỉnh có {} ca mắc, đứng thứ 31/63 tỉnh, còn tỷ lệ trên một triệu dân đứng thứ 44/63 tỉnh. Tỷ lệ "
                "tiêm ít nhất một liều là 99,5%."
            ),
            "1.763",
            None,
        ),
        (  # said again of a change
            "Có {}/62 xã đạt chuẩn mức 3, đạt tỷ lệ 56,5% (tăng 5 xã, tương ứng 8% so với cùng thời điểm năm trước).",
            "35",
            "53",
        ),
        (  # the list is of the part right before it
            (
                "Huyện có 41 trường học, trong đó Phòng Giáo dục quản lý {} trường gồm: 15 trường mầm non, 13 trường "
                "tiểu học, 9 trường trung học cơ sở."
            ),
            "37",
            "35",
        ),
        (  # of the households of each commune
            (
                "Toàn huyện có {} hộ cận nghèo. Một số xã tỷ lệ hộ nghèo còn cao như: Ea Lốp có 785 hộ (chiếm tỷ lệ "
                "43,13%); Cư Dun 736 hộ (41,1%); Ea Rin 769 hộ (35,95%); Buôn Kay 612 hộ (38,86%)."
            ),
            "4.332",
            None,
        ),
        (  # "đồng" of money is no name of a plain
            (
                "Có 11.604 doanh nghiệp mới với số vốn {} tỷ đồng. Vùng Đông có 4.925 doanh nghiệp, chiếm 42,4%; vùng "
                "đồng bằng có 3.488 doanh nghiệp, chiếm 30,1%; vùng núi có 829 doanh nghiệp, chiếm 7,1%."
            ),
            "113.181",
            None,
        ),
        (  # each of a list has a change of its own
            (
                "Nơi tăng cao so với cùng kỳ năm trước: Đông Hải đạt {} nghìn tấn, tăng 9,1% so với cùng kỳ năm trước; "
                "Bắc Sơn đạt 103,4 nghìn tấn, tăng 18,7%; Yên Thủy đạt 47,8 nghìn tấn, tăng 11%."
            ),
            "106",
            None,
        ),
    ],
)
def test_true_reports(text: str, right: str, slip: str | None) -> None:
    assert wrong(text.format(right)) == []
    assert slip is None or wrong(text.format(slip))


def test_rates_of_a_list_that_fit_one_other_whole_are_wrong() -> None:
    text = "Trong {} vụ cháy có: nhà dân 322 vụ (34,8%), xưởng 124 vụ (13,4%), xe máy 99 vụ (10,7%), rừng 60 vụ (6,5%)."
    assert not wrong(text.format(925))
    assert wrong(text.format(881))


def test_one_wrong_rate_of_a_list_is_told() -> None:
    text = "Toàn huyện có 4.332 hộ nghèo, trong đó Ea Lốp 785 hộ (18,1%); Cư Dun 736 hộ ({}%); Ea Rin 769 hộ (17,8%)."
    assert not wrong(text.format("17,0"))
    assert wrong(text.format("71,0"))
