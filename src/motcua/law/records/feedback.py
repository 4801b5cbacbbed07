"""Feedback and proposals (PAKN). Facts and sources: law.md §10.1."""

from motcua.law.records.days import SURE, UNSURE
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
    Rule(
        id="PAKN_SUPPLEMENT_CLOCK",
        value="suspend",
        basis="Trạng thái “chờ bổ sung” của hệ thống phản ánh, kiến nghị trên Cổng Dịch vụ công quốc gia",
        start=None,
        certainty=UNSURE,
        note="Thời gian chờ người gửi bổ sung không tính vào 15 ngày. Cần đối chiếu: tạm dừng hay tính lại từ đầu.",
        source="law.md §10.1 (statuses; the effect on the clock is our reading)",
    ),
    Rule(
        id="PAKN_SUPPLEMENT_WAIT",
        value=10,
        unit="working_day",
        basis="Nếp của Một Cửa: chưa thấy văn bản định thời gian chờ người gửi bổ sung",
        start=None,
        certainty=UNSURE,
        note="Hết thời gian này mà người gửi không bổ sung thì được từ chối vì thiếu thông tin.",
        source="law.md §10.1 Unsure",
    ),
    Rule(
        id="PAKN_REOPEN_MAX",
        value=1,
        basis="Nếp của Một Cửa, theo cách các hệ thống phản ánh hiện trường cho người gửi không đồng ý một lần",
        start=None,
        certainty=UNSURE,
        note="Người gửi không đồng ý với câu trả lời thì được yêu cầu xem lại một lần.",
        source="law.md §13.3 (memory: reopen by dissatisfaction)",
    ),
    Rule(
        id="PAKN_REOPEN_DAYS",
        value=15,
        unit="working_day",
        basis="Nếp của Một Cửa",
        start=None,
        certainty=UNSURE,
        note="Yêu cầu xem lại được nhận trong thời gian này kể từ khi trả lời.",
        source="law.md §13.3 (no figure found)",
    ),
    Rule(
        id="PAKN_LEAST",
        value=5,
        basis="Nếp của Một Cửa: dưới từng này phản ánh không nêu tỷ lệ phần trăm",
        start=None,
        certainty=SURE,
        note="Số đếm và điểm của QĐ 766 vẫn nêu.",
        source="law.md §7.3 (as SURVEY_LEAST)",
    ),
    Rule(
        id="PAKN_SCORE",
        value=(("on_time", 6), ("satisfied", 6)),
        basis="QĐ 766/QĐ-TTg, tiêu chí 5.2, 5.3",
        start=None,
        certainty=SURE,
        note="Điểm tỷ lệ thuận; đủ 6 điểm khi trong kỳ không có phản ánh, kiến nghị.",
        source="law.md §7.1",
    ),
)
