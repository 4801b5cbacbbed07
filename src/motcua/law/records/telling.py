"""Who is told, when and how: warnings, messages, surveys. Facts and sources: law.md §1.2, §7.2, §15."""

from motcua.law.records.days import SURE, UNSURE
from motcua.law.rules import Rule

__all__ = ["TELLING"]

TELLING: tuple[Rule, ...] = (
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
