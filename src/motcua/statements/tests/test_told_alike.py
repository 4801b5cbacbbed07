"""Lines told alike that all split one whole, things of which one may have several, and answers that a list tells."""

import pytest

from motcua.statements.tests.failing import failing, fails

_LINES = (
    "Thu về 1.204 tờ phiếu đủ điều kiện.\n"
    "- Về phòng chờ: hài lòng 1.101 phiếu, bình thường 78 phiếu, không hài lòng 25 phiếu.\n"
    "- Về thái độ: hài lòng 1.150 phiếu, bình thường 43 phiếu, không hài lòng 11 phiếu.\n"
    "- Về thời gian: hài lòng {} phiếu, bình thường 96 phiếu, không hài lòng {} phiếu.\n"
)


def test_a_line_that_misses_what_the_others_come_to() -> None:
    assert not fails(_LINES.format("1.068", 40))
    assert fails(_LINES.format("1.068", 50))
    assert not fails(_LINES.format("1.068", 36))  # some left it blank


@pytest.mark.parametrize(
    "text",
    [
        "Xóm có 340 hộ, 292 hộ có xe máy, 58 hộ có xe đạp điện.",
        "Xã rà 340 hộ: 292 hộ có giếng, 58 hộ có bể nước.",
        "Khảo sát 530 phiếu, trong đó 402 phiếu rất hài lòng (75,85%), 109 phiếu hài lòng, 19 phiếu không hài lòng.",
    ],
)
def test_who_has_one_thing_may_have_another(text: str) -> None:
    assert not fails(text)


def test_not_satisfied_is_not_all_that_the_very_satisfied_leave() -> None:
    text = "Khảo sát 530 phiếu, trong đó 402 phiếu rất hài lòng (75,85%), 109 phiếu hài lòng, 18 phiếu không hài lòng."
    assert all(len(one.relation.quantities) > len("abc") for one in failing(text))
