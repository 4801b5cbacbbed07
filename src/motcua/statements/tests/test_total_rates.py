"""Rates of sentences that name one column of a table and are of its total."""

import pytest

from motcua.statements.tests.test_changed_places import table, told

_JABS = table("Ấp | Diện tiêm | Đã tiêm | Hoãn", "Dừa | 84 | 79 | 5", "Gừa | 61 | 55 | 6", "Cộng | 145 | 134 | 11")
_STUDIES = table(
    "Lớp | Học viên | Nữ | Được cấp thẻ", "Pha chế | 43 | 19 | 38", "May | 57 | 41 | 51", "Cộng | 100 | 60 | 89"
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"{_JABS}\nTỷ lệ tiêm là 94,2%.", ("94.2", "92.4")),
        (f"{_STUDIES}\nTỷ lệ cấp thẻ 98,00%.", ("98.00", "89.00")),
    ],
)
def test_a_slip(text: str, right: tuple[str, str]) -> None:
    assert told(text) == {frozenset([right])}


@pytest.mark.parametrize(
    "text",
    [
        f"{_JABS}\nTỷ lệ tiêm là 92,4%.",
        f"{_JABS}\nTỷ lệ hoãn 5,1%.",  # no slip of 7,6: of something else
        f"{_JABS}\nTỷ lệ tiêm năm trước là 94,2%.",
        f"{_JABS}\nTỷ lệ tiêm ở ấp Dừa là 94,0%.",
        f"{_JABS}\nTỷ lệ tiêm và hoãn trong sổ là 94,2%.",
        f"{_STUDIES}\nTỷ lệ nữ được cấp thẻ 98,00%.",
        f"{_STUDIES}\nChỉ tiêu cấp thẻ 98,00%.",
    ],
)
def test_no_alarm(text: str) -> None:
    assert not told(text)
