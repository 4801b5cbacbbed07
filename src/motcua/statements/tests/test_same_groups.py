"""Lists of the same names as another one that is all."""

import pytest

from motcua.statements.tests.failing import fails, wrong

TEXT = (
    "Huyện nhận 4.467 hồ sơ, trong đó xã Thượng 1.384 hồ sơ, xã Trung 1.139 hồ sơ, xã Hạ {} hồ sơ. Đã trả 4.335 hồ sơ, "
    "trong đó xã Thượng 1.342 hồ sơ, xã Trung 1.108 hồ sơ, xã Hạ {} hồ sơ."
)


def test_the_second_is_all_too() -> None:
    assert not fails(TEXT.format("1.944", "1.885"))
    assert wrong(TEXT.format("1.944", "1.785"))


def test_where_none_is_all_nobody_knows() -> None:
    assert not fails(TEXT.format("1.422", "1.385"))


@pytest.mark.parametrize(
    "text",
    [
        (
            "Nhận 460 hồ sơ, trong đó xã Đông 210 hồ sơ, xã Tây 250 hồ sơ. Trả 430 hồ sơ, trong đó xã Đông 201 "
            "hồ sơ, xã "
            "Nam 213 hồ sơ."
        ),  # other names
        "Chi 36,8 tỷ đồng, đạt 96,8% dự toán (38,0 tỷ đồng), trong đó đầu tư 15,2 tỷ đồng, thường xuyên 21,6 tỷ đồng.",
    ],
)
def test_other_groups_or_another_whole(text: str) -> None:
    assert not fails(text)
