"""What the text has told already: what is left of a whole, and of which row a sentence speaks; and drawn tables."""

import pytest

from motcua.statements.tests.failing import fails

_ROWS = """Đơn vị tính: hồ sơ
| Lĩnh vực | Tổng tiếp nhận | Trực tuyến | Trực tiếp |
|---|---|---|---|
| Nhà ở | 118 | 84 | 34 |
| Môi trường | 304 | 92 | 212 |
| Tổng cộng | 422 | 176 | 246 |

"""
_DRAWN = """┌────────┬──────┬──────┬──────┐
│ Bến    │ Đò   │ Phà  │ Cộng │
├────────┼──────┼──────┼──────┤
│ Bến 1  │ 17   │ 3    │ 20   │
│ Bến 2  │ 19   │ 6    │ 25   │
│ Bến 3  │ 16   │ 2    │ 18   │
│ Cộng   │ {}   │ 11   │ 63   │
└────────┴──────┴──────┴──────┘"""


@pytest.mark.parametrize(
    ("innocent", "wrong"),
    [
        (
            "Tổ đi 84 sạp, 73 sạp đạt (86,9%), 11 sạp phải sửa. Còn thiếu bình bọt ở 10 sạp.",
            "Tổ đi 84 sạp, 73 sạp đạt (86,9%), còn thiếu 10 sạp.",
        ),
        (
            "Mời 245 hộ, có mặt 214 (87,3%), vắng 31. Về mức góp: 143 phiếu thuận, 71 phiếu không thuận.",
            "Mời 245 hộ, có mặt 214 (87,3%), 71 hộ không có mặt.",
        ),
        (
            _ROWS + "Lĩnh vực môi trường tiếp nhận 402 hồ sơ trong cả năm.",
            _ROWS + "Tổng cộng tiếp nhận 402 hồ sơ.",
        ),
        (_DRAWN.format(52), _DRAWN.format(53)),
    ],
)
def test_it_stays_silent_of_what_is_told_and_speaks_of_what_is_not(innocent: str, wrong: str) -> None:
    assert not fails(innocent)
    assert fails(wrong)
