"""Days off and worked Saturdays of civil servants, 2022–2027, and a calendar made of them.

Facts with their source and certainty; the 2027 notices are not out, so the whole year is provisional. Wards
edit their own copy of these days (room `offices`). Source: law.md §4.5; Labour Code 45/2019 art. 111, 112;
the notices named below.
"""

from datetime import date, time
from functools import lru_cache
from typing import Final

from motcua.clock.calendars import Calendar, Day, DayKind, Hours, Session

__all__ = ["NATIONAL_DAYS", "OFFICE_SESSIONS", "standard_calendar"]

OFFICE_SESSIONS: Final = (Session(start=time(7, 30), end=time(11, 30)), Session(start=time(13), end=time(17)))

_HOLIDAY: Final = DayKind.PUBLIC_HOLIDAY
_COMPENSATORY: Final = DayKind.COMPENSATORY
_SWAPPED: Final = DayKind.SWAPPED_OFF
_MAKEUP: Final = DayKind.MAKEUP_WORKING

_CODE: Final = "Bộ luật Lao động 45/2019/QH14, Điều 111, 112"
_TET_2022: Final = "Thông báo 4875/TB-LĐTBXH (số hiệu theo trí nhớ)"
_TET_2023: Final = "Thông báo 5034/TB-LĐTBXH (số hiệu theo trí nhớ)"
_TET_2024: Final = "Thông báo 5015/TB-LĐTBXH (số hiệu theo trí nhớ)"
_SWAP_2024: Final = "Thông báo 1570/TB-LĐTBXH"
_YEAR_2025: Final = "Thông báo 6150/TB-BLĐTBXH"
_NEW_YEAR_2026: Final = "Văn bản 12729/VPCP-KGVX ngày 25/12/2025"
_YEAR_2026: Final = "Thông báo 9441/TB-BNV ngày 16/10/2025"
_SPRING_2026: Final = "Công văn 3383/BNV-CVL ngày 10/4/2026"
_CULTURE: Final = "Nghị quyết 28/2026/QH16"
_MEMORY: Final = "Theo trí nhớ, chưa đối chiếu thông báo"
_LUNAR: Final = "Tính theo luật và âm lịch, chưa có thông báo"
_TET_2027_COMMON: Final = "Có trong mọi phương án nghỉ Tết 2027; chưa có quyết định"
_TET_2027_PROPOSED: Final = "Tạm lấy phương án 04–10/02 công bố ngày 22/9/2026; chưa có quyết định"
_ADJACENT_2027: Final = "Chưa có quyết định: 01/9 hoặc 03/9; tạm lấy 03/9"


def _day(iso: str, kind: DayKind, name: str, source: str, certainty: str = "high") -> Day:
    return Day(date=date.fromisoformat(iso), kind=kind, name=name, source=source, certainty=certainty)


NATIONAL_DAYS: Final = (
    # 2022
    _day("2022-01-01", _HOLIDAY, "Tết Dương lịch", _CODE),
    _day("2022-01-03", _COMPENSATORY, "Bù Tết Dương lịch", _CODE),
    _day("2022-01-31", _HOLIDAY, "Tết Nhâm Dần", _TET_2022),
    _day("2022-02-01", _HOLIDAY, "Tết Nhâm Dần", _TET_2022),
    _day("2022-02-02", _HOLIDAY, "Tết Nhâm Dần", _TET_2022),
    _day("2022-02-03", _HOLIDAY, "Tết Nhâm Dần", _TET_2022),
    _day("2022-02-04", _HOLIDAY, "Tết Nhâm Dần", _TET_2022),
    _day("2022-04-10", _HOLIDAY, "Giỗ Tổ Hùng Vương", _CODE),
    _day("2022-04-11", _COMPENSATORY, "Bù Giỗ Tổ", _CODE),
    _day("2022-04-30", _HOLIDAY, "Ngày Chiến thắng", _CODE),
    _day("2022-05-01", _HOLIDAY, "Quốc tế Lao động", _CODE),
    _day("2022-05-02", _COMPENSATORY, "Bù 30/4", _CODE),
    _day("2022-05-03", _COMPENSATORY, "Bù 01/5", _CODE),
    _day("2022-09-01", _HOLIDAY, "Quốc khánh (ngày liền kề)", _TET_2022),
    _day("2022-09-02", _HOLIDAY, "Quốc khánh", _CODE),
    # 2023
    _day("2023-01-01", _HOLIDAY, "Tết Dương lịch", _CODE),
    _day("2023-01-02", _COMPENSATORY, "Bù Tết Dương lịch", _CODE),
    _day("2023-01-20", _HOLIDAY, "Tết Quý Mão", _TET_2023),
    _day("2023-01-21", _HOLIDAY, "Tết Quý Mão", _TET_2023),
    _day("2023-01-22", _HOLIDAY, "Tết Quý Mão", _TET_2023),
    _day("2023-01-23", _HOLIDAY, "Tết Quý Mão", _TET_2023),
    _day("2023-01-24", _HOLIDAY, "Tết Quý Mão", _TET_2023),
    _day("2023-01-25", _COMPENSATORY, "Bù Tết (21/01, Thứ Bảy)", _TET_2023),
    _day("2023-01-26", _COMPENSATORY, "Bù Tết (22/01, Chủ Nhật)", _TET_2023),
    _day("2023-04-29", _HOLIDAY, "Giỗ Tổ Hùng Vương", _CODE),
    _day("2023-04-30", _HOLIDAY, "Ngày Chiến thắng", _CODE),
    _day("2023-05-01", _HOLIDAY, "Quốc tế Lao động", _CODE),
    _day("2023-05-02", _COMPENSATORY, "Bù Giỗ Tổ", _CODE),
    _day("2023-05-03", _COMPENSATORY, "Bù 30/4", _CODE),
    _day("2023-09-01", _HOLIDAY, "Quốc khánh (ngày liền kề)", _TET_2023),
    _day("2023-09-02", _HOLIDAY, "Quốc khánh", _CODE),
    _day("2023-09-04", _COMPENSATORY, "Bù Quốc khánh", _CODE),
    # 2024
    _day("2024-01-01", _HOLIDAY, "Tết Dương lịch", _CODE),
    _day("2024-02-08", _HOLIDAY, "Tết Giáp Thìn", _TET_2024),
    _day("2024-02-09", _HOLIDAY, "Tết Giáp Thìn", _TET_2024),
    _day("2024-02-10", _HOLIDAY, "Tết Giáp Thìn", _TET_2024),
    _day("2024-02-11", _HOLIDAY, "Tết Giáp Thìn", _TET_2024),
    _day("2024-02-12", _HOLIDAY, "Tết Giáp Thìn", _TET_2024),
    _day("2024-02-13", _COMPENSATORY, "Bù Tết (10/02, Thứ Bảy)", _TET_2024),
    _day("2024-02-14", _COMPENSATORY, "Bù Tết (11/02, Chủ Nhật)", _TET_2024),
    _day("2024-04-18", _HOLIDAY, "Giỗ Tổ Hùng Vương", _CODE),
    _day("2024-04-29", _SWAPPED, "Nghỉ hoán đổi", _SWAP_2024),
    _day("2024-04-30", _HOLIDAY, "Ngày Chiến thắng", _CODE),
    _day("2024-05-01", _HOLIDAY, "Quốc tế Lao động", _CODE),
    _day("2024-05-04", _MAKEUP, "Làm bù cho 29/4", _SWAP_2024),
    _day("2024-09-02", _HOLIDAY, "Quốc khánh", _CODE),
    _day("2024-09-03", _HOLIDAY, "Quốc khánh (ngày liền kề)", _TET_2024),
    # 2025
    _day("2025-01-01", _HOLIDAY, "Tết Dương lịch", _CODE),
    _day("2025-01-27", _HOLIDAY, "Tết Ất Tỵ", _YEAR_2025),
    _day("2025-01-28", _HOLIDAY, "Tết Ất Tỵ", _YEAR_2025),
    _day("2025-01-29", _HOLIDAY, "Tết Ất Tỵ", _YEAR_2025),
    _day("2025-01-30", _HOLIDAY, "Tết Ất Tỵ", _YEAR_2025),
    _day("2025-01-31", _HOLIDAY, "Tết Ất Tỵ", _YEAR_2025),
    _day("2025-04-07", _HOLIDAY, "Giỗ Tổ Hùng Vương", _CODE),
    _day("2025-04-26", _MAKEUP, "Làm bù cho 02/5", _YEAR_2025),
    _day("2025-04-30", _HOLIDAY, "Ngày Chiến thắng", _CODE),
    _day("2025-05-01", _HOLIDAY, "Quốc tế Lao động", _CODE),
    _day("2025-05-02", _SWAPPED, "Nghỉ hoán đổi", _YEAR_2025),
    _day("2025-09-01", _HOLIDAY, "Quốc khánh (ngày liền kề)", _YEAR_2025),
    _day("2025-09-02", _HOLIDAY, "Quốc khánh", _CODE),
    # 2026
    _day("2026-01-01", _HOLIDAY, "Tết Dương lịch", _CODE),
    _day("2026-01-02", _SWAPPED, "Nghỉ hoán đổi", _NEW_YEAR_2026),
    _day("2026-01-10", _MAKEUP, "Làm bù cho 02/01", _NEW_YEAR_2026),
    _day("2026-02-16", _HOLIDAY, "Tết Bính Ngọ", _YEAR_2026),
    _day("2026-02-17", _HOLIDAY, "Tết Bính Ngọ", _YEAR_2026),
    _day("2026-02-18", _HOLIDAY, "Tết Bính Ngọ", _YEAR_2026),
    _day("2026-02-19", _HOLIDAY, "Tết Bính Ngọ", _YEAR_2026),
    _day("2026-02-20", _HOLIDAY, "Tết Bính Ngọ", _YEAR_2026),
    _day("2026-04-26", _HOLIDAY, "Giỗ Tổ Hùng Vương", _CODE),
    _day("2026-04-27", _COMPENSATORY, "Bù Giỗ Tổ", _SPRING_2026),
    _day("2026-04-30", _HOLIDAY, "Ngày Chiến thắng", _CODE),
    _day("2026-05-01", _HOLIDAY, "Quốc tế Lao động", _CODE),
    _day("2026-08-22", _MAKEUP, "Làm bù cho 31/8", _MEMORY, "medium"),
    _day("2026-08-31", _SWAPPED, "Nghỉ hoán đổi", _YEAR_2026, "medium"),
    _day("2026-09-01", _HOLIDAY, "Quốc khánh (ngày liền kề)", _YEAR_2026),
    _day("2026-09-02", _HOLIDAY, "Quốc khánh", _CODE),
    _day("2026-11-24", _HOLIDAY, "Ngày Văn hóa Việt Nam", _CULTURE),
    # 2027, provisional
    _day("2027-01-01", _HOLIDAY, "Tết Dương lịch", _CODE),
    # Tết 2027 is not decided. 05–09/02 are off in every option known; 04/02 and 10/02 only in the proposal
    # taken as a default until the decision is entered (04–10/02, published on 22/09/2026).
    _day("2027-02-04", _HOLIDAY, "Tết Đinh Mùi", _TET_2027_PROPOSED, "low"),
    _day("2027-02-05", _HOLIDAY, "Tết Đinh Mùi", _TET_2027_COMMON, "provisional"),
    _day("2027-02-06", _HOLIDAY, "Tết Đinh Mùi", _TET_2027_COMMON, "provisional"),
    _day("2027-02-07", _HOLIDAY, "Tết Đinh Mùi", _TET_2027_COMMON, "provisional"),
    _day("2027-02-08", _HOLIDAY, "Tết Đinh Mùi", _TET_2027_COMMON, "provisional"),
    _day("2027-02-09", _COMPENSATORY, "Bù Tết (06/02, Thứ Bảy)", _TET_2027_COMMON, "provisional"),
    _day("2027-02-10", _COMPENSATORY, "Bù Tết (07/02, Chủ Nhật)", _TET_2027_PROPOSED, "low"),
    _day("2027-04-16", _HOLIDAY, "Giỗ Tổ Hùng Vương", _LUNAR),
    _day("2027-04-30", _HOLIDAY, "Ngày Chiến thắng", _CODE),
    _day("2027-05-01", _HOLIDAY, "Quốc tế Lao động", _CODE),
    _day("2027-05-03", _COMPENSATORY, "Bù 01/5 (Thứ Bảy)", _LUNAR),
    _day("2027-09-02", _HOLIDAY, "Quốc khánh", _CODE),
    # The day beside National Day is 01/09 or 03/09 by a decision to come; the default makes one long break.
    _day("2027-09-03", _HOLIDAY, "Quốc khánh (ngày liền kề)", _ADJACENT_2027, "low"),
    _day("2027-11-24", _HOLIDAY, "Ngày Văn hóa Việt Nam", _CULTURE),
)


@lru_cache(maxsize=32)
def standard_calendar(
    *,
    name: str = "Lịch hành chính toàn quốc",
    sessions: tuple[Session, ...] = OFFICE_SESSIONS,
    cutoff: time = time(15),
    hours_per_day: int = 8,
) -> Calendar:
    """The national days over Monday to Friday with equal `sessions`; one value per set of arguments."""
    weekly = dict.fromkeys(range(5), sessions)
    return Calendar(
        name=name,
        hours=(Hours(valid_from=date(1976, 1, 1), weekly=weekly),),
        days=NATIONAL_DAYS,
        cutoff=cutoff,
        hours_per_day=hours_per_day,
    )
