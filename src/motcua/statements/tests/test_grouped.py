"""Rates of groups that the text does not count as one, and other readings that excuse a check."""

import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.telling.report import report

GROUPS = "Chỉ tính hai giống dừa (214 cây) và cau (96 cây) đã chiếm 81,6% trong tổng số 380 cây của ấp."
LEFT_OUT = (
    "Đã trả 380 hồ sơ, trong đó 352 hồ sơ đúng hạn. Có 14 hồ sơ chậm vì mất điện; không kể các hồ sơ này thì tỷ lệ "
    "đúng hạn là 96,2%."
)
OF_THEIR_SUM = "Vườn có dừa 214 cây (48,2%), cau 96 cây (21,6%), mít 83 cây (18,7%), không rõ 51 cây (11,5%)."
LISTS = "Ba ấp trồng 120, 95 và 62 cây. Số cây sống lần lượt là 108, 91, 50, đạt các tỷ lệ 90,0%, 95,8% và 80,6%."
RATIO = "Cây có biển tên: 143/260 (55,0%). Cây có mã: 104/260 (40,0%), tính trên số cây có biển tên là 72,7%."
FLOWS = "Đầu năm ấp có 35 hộ nuôi bò; trong năm có 14 hộ nghỉ, thêm mới 5 hộ; cuối năm còn 26 hộ."
SCALE = "Xếp loại tốt 441 em (56,1%), khá 170 em (21,6%), đạt 116 em (14,8%), chưa đạt 59 em (7,5%)."
AGES = "Có 1.417 em dưới 16 tuổi: dưới 6 tuổi 542 em, từ 6 đến dưới 11 tuổi 466 em, còn lại 409 em."
ORDINALS = "Đủ sức khỏe 87 em: loại 1 có 29, loại 2 có 29, loại 3 có 29; loại 1 và loại 2 chiếm 66,7%."
PER_MONTH = "Năm 2025 giải quyết 260 hồ sơ, năm 2024 chỉ 202 hồ sơ; mỗi tháng nhiều hơn 6,4 hồ sơ, tăng 28,7%."
THREE = "Có 12 đơn vị báo cáo đúng hạn, 4 đơn vị báo cáo chậm, 2 đơn vị chưa báo cáo. Tỷ lệ đúng hạn đạt 66,7%."
SISTERS = "Nhận 501 cây giống; đã trồng 450 cây, trong đó đúng lịch 445 cây (98,9%); 51 cây chưa trồng."
SECONDS = "The hotline took 655 calls. 650 calls were answered within 30 seconds (99.2%); the other 5 later."
OFFICES = "Tỷ lệ từ 4 điểm trở lên: bộ phận 1 96,9% (279 trên 288 phiếu), bộ phận 2 99,0% (103 trên 104 phiếu)."
WAITING = "Có 302 lượt làm thủ tục, 277 lượt dưới 15 phút (91,7%), 22 lượt trên 30 phút (7,3%)."
IN_TIME = (
    "Giao 43 nhiệm vụ; hoàn thành 31 nhiệm vụ (1 nhiệm vụ hoàn thành chậm), đang thực hiện 10, chưa thực hiện 2. "
    "Tỷ lệ hoàn thành đúng tiến độ tính trên số đã hoàn thành là 96,8%."
)


@pytest.mark.parametrize(
    "text",
    [
        GROUPS,
        LEFT_OUT,
        OF_THEIR_SUM,
        LISTS,
        RATIO,
        FLOWS,
        SCALE,
        AGES,
        IN_TIME,
        ORDINALS,
        PER_MONTH,
        THREE,
        SISTERS,
        SECONDS,
        OFFICES,
        WAITING,
    ],
)
def test_no_alarm(text: str) -> None:
    assert [one.why for one in report(check(text)).wrong] == []


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        (GROUPS, "81,6%", "86,1%"),
        (LISTS, "95,8%", "98,5%"),
        (LISTS, "91", "19"),
        (RATIO, "40,0%", "46,0%"),
        (WAITING, "91,7%", "97,1%"),
        (AGES, "409 em", "490 em"),
    ],
)
def test_a_slip(text: str, right: str, slip: str) -> None:
    assert report(check(text.replace(right, slip))).wrong


def test_the_reading_is_told() -> None:
    [told] = [one for one in report(check(LEFT_OUT)).findings if one.without]
    assert told.verdict is Verdict.CONSISTENT
    assert told.why.startswith("352 / (380 − 14) = 96,2 %")
    assert len(told.without) == 1
