"""Feedback and proposals (PAKN). Facts and sources: law.md §10.1."""

from motcua.law.records.days import SURE
from motcua.law.rules import Rule

__all__ = ["FEEDBACK"]

FEEDBACK: tuple[Rule, ...] = (
    Rule(
        id="PAKN_FORWARD_DAYS",
        value=5,
        unit="working_day",
        basis="NĐ 20/2008, sửa bởi NĐ 48/2013 và NĐ 92/2017",
        start=None,
        certainty=SURE,
        note="Chuyển phản ánh, kiến nghị không thuộc thẩm quyền.",
        source="law.md §10.1",
    ),
    Rule(
        id="PAKN_PORTAL",
        value=(("reject", 2), ("supplement", 5), ("handle", 15), ("publish", 2)),
        unit="working_day",
        basis="Tài liệu cách tính QĐ 766/QĐ-TTg, tiêu chí 5.2",
        start=None,
        certainty=SURE,
        source="law.md §10.1",
    ),
)
