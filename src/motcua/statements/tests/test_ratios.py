"""What is told behind a ratio: its own rate, what is left of it with the rate of that, and all that is not done."""

import pytest

from motcua.statements.tests.failing import fails, wrong


def test_a_ratio_is_held_against_its_rate_whatever_unit_is_the_last() -> None:
    text = (
        "Về tỷ lệ trả đúng hẹn, cao nhất là xã Bàu Sen với 1.212/1.240 đơn (97,74%); "
        "thấp nhất là xã Gò Dưa, chỉ 640/760 đơn ({}%)."
    )
    assert not fails(text.format("84,21"))
    assert wrong(text.format("87,21")) == ["640 / 760 = 84,21 %, trên số sau dấu gạch chéo, không phải 87,21 %."]
    assert not fails("Có 11/16 xã vượt mức đề ra, cao nhất là 95,5%.")  # of one of them


def test_what_a_ratio_leaves_and_its_rate() -> None:
    text = "Trả đúng hẹn 3.115/3.190 đơn, đạt {}%; trả muộn {} đơn, chiếm 2,35%."
    assert not fails(text.format("97,65", 75))
    assert wrong(text.format("97,65", 85)) == ["3.115 + 85 = 3.200, không phải 3.190: lệch 10."]
    assert not fails("Lát xong 3.115/3.190 m đường, đạt 97,65%; thay 12 nắp cống, chiếm 3,41%.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Xã làm xong 19/34 nhiệm vụ (55,9%), 11 nhiệm vụ đang triển khai, 04 nhiệm vụ chưa triển khai.", ""),
        ("Xã làm xong 19/34 nhiệm vụ (55,9%), 12 nhiệm vụ đang triển khai, 04 nhiệm vụ chưa triển khai.", "35"),
        ("Xã làm xong 19/34 nhiệm vụ (55,9%), 10 nhiệm vụ đang triển khai, 04 nhiệm vụ chưa triển khai.", ""),
        ("Xã làm xong 19/34 nhiệm vụ, 15 nhiệm vụ đang triển khai, 04 nhiệm vụ quá hạn.", ""),
        ("Xã làm xong 19/34 nhiệm vụ, 15 nhiệm vụ đang triển khai (04 nhiệm vụ chưa triển khai bước hai).", ""),
    ],
)
def test_what_is_done_in_progress_and_not_begun_is_never_more_than_all(text: str, told: str) -> None:
    assert told in "".join(wrong(text))
    assert fails(text) == bool(told)
