"""Lines broken for lack of room are read as one; lists and tables keep their lines."""

import textwrap

import pytest

from motcua.statements.checking import check
from motcua.statements.signs.wrapping import unwrapped
from motcua.statements.telling.report import report

PROSE = (
    "Phường đã tiếp nhận 1.338 hồ sơ, trong đó trực tuyến 1.262 hồ sơ, trực tiếp và qua bưu chính 76 hồ sơ. Đã giải "
    "quyết 1.281 hồ sơ, trong đó trước hạn 1.226, đúng hạn 2, quá hạn 53. Đang giải quyết 57 hồ sơ, trong đó trong hạn "
    "55, quá hạn 2. Tỷ lệ đúng hạn đạt 95,89 %."
)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapped_prose_is_read_like_prose(width):
    wrapped = "\n".join(textwrap.wrap(PROSE, width))
    assert len(unwrapped(wrapped)) == len(wrapped)
    assert [one.why for one in report(check(wrapped)).findings] == [one.why for one in report(check(PROSE)).findings]


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "Kết quả giải quyết hồ sơ trong kỳ tại Trung tâm phục vụ hành chính công:\n- trước hạn 12\n- đúng hạn 3",
        "a) Tổng số hồ sơ đã tiếp nhận trong sáu tháng đầu năm là 1.338\nb) trong đó trực tuyến 1.262",
        "Lĩnh vực hộ tịch và chứng thực của phường\t120\t100\nđất đai\t80\t60",
        "tháng,tiếp_nhận,trước_hạn,đúng_hạn,trễ_hạn,đang_xử_lý,chờ_bổ_sung\n01,493,331,122,4,36,0",
        "UBND phường Hoa Gạo\nsố 12/BC-UBND",
    ],
)
def test_what_is_not_wrapped_stays(text):
    assert unwrapped(text) == text
