"""Supervision and the levels of government. Facts and sources: law.md §8.6, §11."""

from datetime import date

from motcua.law.records.days import MEMORY, ND61_LAST, ND118, SURE
from motcua.law.rules import Rule

__all__ = ["OVERSIGHT"]

OVERSIGHT: tuple[Rule, ...] = (
    Rule(
        id="SUPERVISION_LAW",
        value="87/2015",
        basis="Luật 87/2015/QH13",
        start=None,
        end=date(2026, 2, 28),
        certainty=SURE,
        source="law.md §11.1",
    ),
    Rule(
        id="SUPERVISION_LAW",
        value="121/2025",
        basis="Luật 121/2025/QH15",
        start=date(2026, 3, 1),
        certainty=SURE,
        source="law.md §11.1",
    ),
    Rule(
        id="SUPERVISION_EXPLAIN_DAYS",
        value=(("normal", 15), ("complex", 30)),
        unit="day",
        basis="Luật 121/2025/QH15 Điều 40",
        start=date(2026, 3, 1),
        certainty=SURE,
        note="Giải trình việc chưa thực hiện kết luận giám sát.",
        source="law.md §11.1",
    ),
    Rule(
        id="MTTQ",
        value=(("send_plan_before", 15), ("body_report_before", 7), ("team_report_after", 15)),
        unit="day",
        basis="Nghị quyết liên tịch 403/2017",
        start=date(2017, 6, 15),
        certainty=MEMORY,
        note="Giám sát của Mặt trận: gửi kế hoạch, báo cáo của nơi được giám sát, báo cáo của đoàn.",
        source="law.md §11.2",
    ),
    Rule(
        id="LEVELS_OF_GOVERNMENT",
        value=4,
        basis="Luật Tổ chức chính quyền địa phương 2015",
        start=None,
        end=ND61_LAST,
        certainty=SURE,
        note="Trung ương, tỉnh, huyện, xã.",
        source="law.md §8.6",
    ),
    Rule(
        id="LEVELS_OF_GOVERNMENT",
        value=3,
        basis="Luật Tổ chức chính quyền địa phương 2025",
        start=ND118,
        certainty=SURE,
        note="Trung ương, tỉnh, xã.",
        source="law.md §8.6",
    ),
)
