"""Lateness, new appointments, warnings, what breaks systems. Facts and sources: law.md §1.2, §1.7, §5, §17."""

from datetime import date

from motcua.law.records.days import ND61, ND61_LAST, ND118, SURE, UNSURE
from motcua.law.rules import Rule

__all__ = ["LATENESS"]

LATENESS: tuple[Rule, ...] = (
    Rule(
        id="APOLOGY_LEAD_DAYS",
        value=1,
        unit="working_day",
        basis="NĐ 61/2018 Điều 19 khoản 9",
        start=ND61,
        end=ND61_LAST,
        certainty=SURE,
        note="Xin lỗi, hẹn lại chậm nhất trước hạn từng này ngày. Văn bản ghi “ngày”; đây đếm ngày làm việc.",
        source="law.md §1.2 R61-19(9), §1.7",
    ),
    Rule(
        id="APOLOGY_LEAD_DAYS",
        value=1,
        unit="working_day",
        basis="NĐ 118/2025 (chưa đối chiếu điều khoản)",
        start=ND118,
        certainty=UNSURE,
        note="Giữ theo NĐ 61/2018. Cần đối chiếu: ngày thường hay ngày làm việc.",
        source="law.md §1.3 Unsure, §19",
    ),
    Rule(
        id="APOLOGY_WARN_DAYS",
        value=2,
        unit="working_day",
        basis="Nếp của Một Cửa: nhắc soạn phiếu xin lỗi trước hạn gửi một ngày",
        start=None,
        certainty=SURE,
        note="Phường đặt được số khác.",
        source="law.md §1.7",
    ),
    Rule(
        id="APOLOGY_EXTRA_SHARE",
        value=50,
        unit="percent",
        basis="Nếp của Một Cửa: đề nghị thêm một phần thời hạn đã hẹn; văn bản không ấn định số ngày",
        start=None,
        certainty=UNSURE,
        note="Phần trăm thời gian làm việc đã hẹn, tròn lên ngày làm việc, ít nhất một ngày. Người duyệt sửa được.",
        source="law.md §1.2 R61-19(9)",
    ),
    Rule(
        id="REAPPOINTMENT_MAX",
        value=1,
        basis="NĐ 61/2018 Điều 19 khoản 9",
        start=ND61,
        end=ND61_LAST,
        certainty=SURE,
        note="Hẹn lại không quá một lần.",
        source="law.md §1.2 R61-19(9)",
    ),
    Rule(
        id="REAPPOINTMENT_MAX",
        value=1,
        basis="NĐ 118/2025, TT 03/2025/TT-VPCP; nội dung thủ tục trên Cổng dịch vụ công quốc gia",
        start=ND118,
        certainty=UNSURE,
        note="Hẹn lại không quá một lần. Giữ theo NĐ 61/2018; chưa thấy nguyên văn NĐ 118/2025.",
        source="law.md §1.7 Unsure; procedures.yaml meta",
    ),
    Rule(
        id="PLANNED_DOWNTIME_NOTICE_DAYS",
        value=7,
        unit="working_day",
        basis="NĐ 224/2026 Điều 13",
        start=date(2026, 7, 1),
        certainty=SURE,
        note="Ngừng hệ thống có kế hoạch phải báo trước ít nhất từng này ngày làm việc.",
        source="law.md §5",
    ),
    Rule(
        id="CATALOGUE_REQUEST_DAYS",
        value=3,
        unit="working_day",
        basis="Nếp của Một Cửa: thủ tục chưa có trên hệ thống được trả lời trong ba ngày làm việc",
        start=None,
        certainty=UNSURE,
        note="Chưa thấy văn bản nào quy định. Phường đặt được số khác.",
        source="law.md §19",
    ),
    Rule(
        id="FORECAST_MIN_CASES",
        value=8,
        basis="Nếp của Một Cửa: ít hồ sơ hơn thì không nói khả năng trễ",
        start=None,
        certainty=SURE,
        note="Số hồ sơ đã xong ít nhất để đếm. Phường đặt được số khác.",
        source="docs/forecast.md",
    ),
    Rule(
        id="FORECAST_MARK_PERCENT",
        value=25,
        basis="Nếp của Một Cửa: từ khả năng trễ này thì ghi “có thể trễ” trên bàn việc",
        start=None,
        certainty=SURE,
        note="Chọn trên phường An Thắng dựng lại (F1 cao nhất, còn hơn một ngày). Phường đặt được số khác.",
        source="docs/forecast.md",
    ),
)
