"""What people are asked and how it is counted: surveys and the one-stop's evaluation. Facts: law.md §7.2, §7.3."""

from datetime import date

from motcua.law.records.days import MEMORY, ND61_LAST, ND118, SURE, UNSURE
from motcua.law.rules import Rule

__all__ = ["SURVEYS"]

TT01 = date(2019, 1, 1)
OURS = "Nếp của Một Cửa"

SURVEYS: tuple[Rule, ...] = (
    Rule(
        id="SURVEY_LEAST",
        value=5,
        basis=f"{OURS}: dưới từng này phiếu không nêu tỷ lệ, không mở hòm phiếu",
        start=None,
        certainty=SURE,
        note="Hạ số này thì dễ đoán ra ai đã trả lời.",
        source="law.md §7.3",
    ),
    Rule(
        id="SURVEY_LINK_DAYS",
        value=30,
        unit="day",
        basis=f"{OURS}: lời mời trả lời có hiệu lực từng này ngày kể từ ngày trả kết quả",
        start=None,
        certainty=SURE,
        source="law.md §7.3",
    ),
    Rule(
        id="SURVEY_CORRECT_MINUTES",
        value=30,
        basis=f"{OURS}: gửi rồi còn sửa được trên máy ấy trong từng này phút",
        start=None,
        certainty=SURE,
        source="law.md §7.3",
    ),
    Rule(
        id="SURVEY_MIN_FILL_SECONDS",
        value=5,
        basis=f"{OURS}: trả lời nhanh hơn từng này giây thì phiếu được đánh dấu “quá nhanh”, vẫn tính",
        start=None,
        certainty=SURE,
        source="vn_peers.md, khảo sát Hàm Thuận",
    ),
    Rule(
        id="SURVEY_TABLET",
        value=(("cooldown_seconds", 6), ("hourly", 30), ("hours_open", 12), ("reset_seconds", 20)),
        basis=f"{OURS}: nghỉ giữa hai phiếu, số phiếu một giờ, máy tự tắt, trang tự về đầu",
        start=None,
        certainty=SURE,
        note="Quá số phiếu một giờ thì phiếu được đánh dấu “dồn dập”, vẫn tính.",
        source="vn_peers.md, khảo sát Hàm Thuận",
    ),
    Rule(
        id="ONE_STOP_GRADES",
        value=(("excellent", 15), ("good", 12), ("fair", 9), ("average", 6)),
        basis="TT 01/2018/TT-VPCP Điều 15",
        start=TT01,
        end=ND61_LAST,
        certainty=MEMORY,
        note="Điểm cơ quan, tối đa 18. Dưới mức cuối là yếu.",
        source="law.md §7.2",
    ),
    Rule(
        id="ONE_STOP_GRADES",
        value=(("excellent", 15), ("good", 12), ("fair", 9), ("average", 6)),
        basis="TT 03/2025/TT-VPCP (chưa đối chiếu điều khoản); giữ theo TT 01/2018/TT-VPCP",
        start=ND118,
        certainty=UNSURE,
        note="Điểm cơ quan, tối đa 18. Cần xem văn bản thay thế có giữ chín chỉ số không.",
        source="law.md §7.2",
    ),
    Rule(
        id="ONE_STOP_OFFICER_BANDS",
        value=(("whole", 50), ("part", 35)),
        basis="TT 01/2018/TT-VPCP Điều 14",
        start=TT01,
        certainty=MEMORY,
        note="Từ 5 điểm: hoàn thành 100 % nhiệm vụ; từ 3,5: 70 đến dưới 100 %; thấp hơn: dưới 70 %.",
        source="law.md §7.2",
    ),
    Rule(
        id="ONE_STOP_THRESHOLDS",
        value=(("feedback_full", 100), ("feedback_part", 90), ("online_full", 30), ("online_part", 15)),
        basis="TT 01/2018/TT-VPCP Điều 13, chỉ số 8 và 9",
        start=TT01,
        certainty=MEMORY,
        note="Chỉ số 9 còn đòi tỷ lệ thủ tục trực tuyến; chưa tính ở đây.",
        source="law.md §7.2",
    ),
    Rule(
        id="CONDUCT_RAISE_HOURS",
        value=24,
        unit="hour",
        basis=f"{OURS}: lời chê thái độ nặng nhất kèm lời viết đến lãnh đạo trong từng này giờ",
        start=None,
        certainty=SURE,
        source="MISSION S3",
    ),
)
