"""Who is told, when and how: warnings, messages, surveys. Facts and sources: law.md §1.2, §7.2, §15."""

from datetime import date

from motcua.law.records.days import ND61, ND61_LAST, ND118, SURE, UNSURE
from motcua.law.rules import Certainty, Rule

__all__ = ["TELLING"]

# What people must be told whether they like it or not, by the event's name in the room `notices`: the basis under
# NĐ 61/2018, and the one since, whose clauses are not all seen in the text.
_ONE_STOP = {
    "COMPLETION": ("NĐ 61/2018 Điều 17", "NĐ 118/2025, sửa bởi NĐ 309/2026 Điều 17"),
    "TURNED_AWAY": ("NĐ 61/2018 Điều 17", "NĐ 118/2025, sửa bởi NĐ 309/2026 Điều 17"),
    "SUPPLEMENT": ("NĐ 61/2018 Điều 19 khoản 4", "NĐ 118/2025"),
    "PAYMENT": ("NĐ 61/2018 Điều 19", "NĐ 118/2025"),
    "APOLOGY": ("NĐ 61/2018 Điều 19 khoản 9", "NĐ 118/2025, TT 03/2025/TT-VPCP"),
    "SORRY": ("NĐ 61/2018 Điều 19 khoản 9", "NĐ 118/2025, TT 03/2025/TT-VPCP"),
    "MOVED": ("NĐ 61/2018 Điều 19", "NĐ 118/2025"),
    "READY": ("NĐ 61/2018 Điều 20", "NĐ 118/2025"),
    "REFUSED": ("NĐ 61/2018 Điều 19 khoản 8", "NĐ 118/2025"),
    "STOPPED": ("NĐ 61/2018 Điều 19 khoản 8", "NĐ 118/2025, TT 03/2025/TT-VPCP"),
}
_ELSEWHERE = {
    "FEEDBACK_RECEIVED": "NĐ 20/2008, sửa bởi NĐ 48/2013 và NĐ 92/2017",
    "FEEDBACK_ANSWERED": "NĐ 20/2008, sửa bởi NĐ 48/2013 và NĐ 92/2017",
}


def _duty(event: str, basis: str, start: date | None, end: date | None, certainty: Certainty) -> Rule:
    return Rule(
        id=f"NOTICE_DUTY_{event}",
        value="duty",
        basis=basis,
        start=start,
        end=end,
        certainty=certainty,
        note="Tin này người nhận không từ chối được. Cần đối chiếu điều khoản đang có hiệu lực."
        if certainty is UNSURE
        else "Tin này người nhận không từ chối được.",
        source="law.md §1.2, §1.3, §10",
    )


DUTIES = (
    *(_duty(event, old, ND61, ND61_LAST, SURE) for event, (old, _) in _ONE_STOP.items()),
    *(_duty(event, new, ND118, None, UNSURE) for event, (_, new) in _ONE_STOP.items()),
    *(_duty(event, basis, None, None, UNSURE) for event, basis in _ELSEWHERE.items()),
)

TELLING: tuple[Rule, ...] = (
    *DUTIES,
    Rule(
        id="NOTICE_QUIET_HOURS",
        value=(("from", 21), ("until", 7)),
        unit="hour",
        basis="Nếp của Một Cửa: không nhắn tin cho ai ban đêm",
        start=None,
        certainty=UNSURE,
        note="Tin đến giờ yên lặng chờ tới sáng, kể cả thư điện tử: điện thoại nào cũng báo thư mới. Chưa thấy văn bản"
        " buộc tin của cơ quan nhà nước phải tránh giờ nào; phường đặt được giờ khác.",
        source="law.md §15",
    ),
    Rule(
        id="NOTICE_CHANNEL_ORDER",
        value=("email", "zalo", "sms"),
        basis="Nếp của Một Cửa: thư điện tử nói được đủ; Zalo có dấu; SMS ai cũng nhận được",
        start=None,
        certainty=SURE,
        note="Mỗi người nhận một tin qua cách đầu tiên có địa chỉ và đang bật; không thì trang tra cứu và gọi điện.",
        source="shared/MISSION.md",
    ),
    Rule(
        id="NOTICE_BACKOFF_MINUTES",
        value=(("1", 1), ("2", 5), ("3", 30), ("4", 120), ("5", 360), ("6", 720), ("7", 1440), ("8", 1440)),
        basis="Nếp của Một Cửa: gửi lại thưa dần, rồi báo người",
        start=None,
        certainty=SURE,
        note="Sau lần thử thứ n không được thì chờ từng này phút. Hết bảng thì tin nằm ở trang “Chưa tới nơi”.",
        source="shared/DESIGN.md",
    ),
    Rule(
        id="NOTICE_LEASE_MINUTES",
        value=10,
        basis="Nếp của Một Cửa: người gửi im lặng lâu hơn thế là đã dừng",
        start=None,
        certainty=SURE,
        note="Tin đang gửi dở khi máy dừng được lấy lại sau từng này phút, giữ nguyên mã gửi.",
        source="shared/DESIGN.md",
    ),
    Rule(
        id="NOTICE_FIRST_DAYS",
        value=1,
        unit="day",
        basis="Nếp của Một Cửa: cài phòng tin nhắn không được nhắn về hồ sơ năm ngoái",
        start=None,
        certainty=SURE,
        note="Lần chạy đầu, việc đã ghi trước từng này ngày không được báo nữa.",
        source="shared/DESIGN.md",
    ),
)
