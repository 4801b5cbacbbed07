"""When an officer is warned of a promise, who hears it, and the digest of the morning. Facts: law.md §1.2, §1.7."""

from motcua.law.records.days import UNSURE
from motcua.law.rules import Rule, Value

__all__ = ["WARNING"]


def _ours(id_: str, value: Value, note: str, *, unit: str = "", source: str = "law.md §1.7; issue 3") -> Rule:
    """A habit of the house, which no text asks for in these numbers: a default that a ward may replace."""
    basis = "Nếp của Một Cửa (không phải văn bản pháp luật)"
    return Rule(id=id_, value=value, unit=unit, basis=basis, start=None, certainty=UNSURE, note=note, source=source)


WARNING: tuple[Rule, ...] = (
    _ours(
        "WARN_DAYS",
        (("warn", 2), ("act", 1)),
        "Nhắc khi còn 2 ngày làm việc, phải làm ngay khi còn 1. Phiếu xin lỗi phải gửi trước hạn một ngày (NĐ 61/2018 "
        "Điều 19 khoản 9), nên ngày cuối không còn để nhắc.",
        unit="working_day",
        source="law.md §1.2 R61-19(9)",
    ),
    _ours(
        "WARN_SHARES",
        (("warn", 67), ("act", 34)),
        "Hẹn ngắn hơn 3 ngày nhắc theo phần trăm thời gian còn lại, để việc 4 giờ không bị nhắc ngay khi vừa nhận.",
    ),
    _ours(
        "TASK_BANDS",
        (("far", 15), ("warn", 7), ("act", 3)),
        "Nhiệm vụ được giao: nhắc khi còn 15, 7 và 3 ngày làm việc. Chưa rõ nơi khác đếm ngày nào.",
        unit="working_day",
    ),
    _ours("HEARS_FAR", ("officer",), "Còn xa hạn: chỉ người đang giữ việc."),
    _ours("HEARS_WARN", ("officer",), "Sắp đến hạn: chỉ người đang giữ việc."),
    _ours("HEARS_ACT", ("officer", "unit_head"), "Phải làm ngay: thêm người đứng đầu đơn vị đang giữ."),
    _ours("HEARS_LATE", ("officer", "unit_head", "chairman"), "Đã trễ: thêm Chủ tịch."),
    _ours("HEARS_SECOND", ("officer", "unit_head", "chairman"), "Trễ cả ngày hẹn lại: Chủ tịch phải quyết định."),
    _ours(
        "PART_HEARS_ACT",
        ("officer",),
        "Một bước hay một câu hỏi phối hợp chỉ là phần của lời hẹn với dân: chỉ nhắc người giữ, khi phải làm ngay.",
    ),
    _ours("PART_HEARS_LATE", ("officer", "unit_head"), "Bước trễ chưa phải là trễ với dân: đến người đứng đầu đơn vị."),
    _ours("DIGEST_HOUR", "07:15", "Bảng nhắc buổi sáng gửi lúc này; mỗi người chọn được giờ khác.", unit="time"),
    _ours("DIGEST_FROM", "07:00", "Giờ sớm nhất chọn được cho bảng nhắc; trước đó là giờ yên lặng.", unit="time"),
    _ours("DIGEST_UNTIL", "11:30", "Sau giờ này không gửi bảng nhắc buổi sáng của ngày ấy nữa.", unit="time"),
    _ours("DIGEST_LINES", 12, "Bảng nhắc buổi sáng có nhiều nhất từng này dòng; phần còn lại chỉ nói số."),
)
