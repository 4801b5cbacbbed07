"""Lists that end with a group of which nobody says how many it has, or whose groups overlap, are never all."""

import pytest

from motcua.statements.checking import check
from motcua.statements.telling.report import report


@pytest.mark.parametrize(
    "text",
    [
        "Vườn ươm 96 chậu, gồm chậu cúc 41, chậu hồng 22, chậu lan 17 và vài chậu mai.",
        "Lớp có 54 em, trong đó 31 em học vẽ, 28 em học đàn, 19 em ở phường khác. Nhiều em vừa học vẽ vừa học đàn.",
    ],
)
def test_no_alarm(text: str) -> None:
    assert not report(check(text)).wrong


def test_a_list_that_ends_with_all_others_is_all() -> None:
    assert report(check("Vườn ươm 96 chậu, gồm chậu cúc 41, chậu hồng 22, chậu lan 17, loại khác 6.")).wrong


def test_what_is_said_behind_a_bracket_does_not_open_it() -> None:
    text = "Xã nhận 1.905 hồ sơ (1.377 qua mạng, {} tại xã). Đã trả 1.812 hồ sơ. Một số hồ sơ bị trả lại."
    assert not report(check(text.format(528))).wrong
    assert report(check(text.format(258))).wrong
