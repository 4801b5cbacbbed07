"""Forms, scales and how figures are written. Facts and sources: law.md §2, §4.4, §5."""

from datetime import date

from motcua.law.records.days import MEMORY, ND61_LAST, ND118, SURE
from motcua.law.rules import Rule

__all__ = ["FORMS_AND_FIGURES"]

FORMS_AND_FIGURES: tuple[Rule, ...] = (
    Rule(
        id="FORM_SET",
        value="TT01-2018",
        basis="TT 01/2018/TT-VPCP Điều 9, 10",
        start=date(2019, 1, 1),
        end=ND61_LAST,
        certainty=MEMORY,
        note="Mẫu 04 là Phiếu xin lỗi và hẹn lại ngày trả kết quả; Sổ theo dõi là mẫu 06.",
        source="law.md §2.1",
    ),
    Rule(
        id="FORM_SET",
        value="TT03-2025",
        basis="TT 03/2025/TT-VPCP Phụ lục I",
        start=ND118,
        certainty=SURE,
        note="Mẫu 04 là Văn bản xin lỗi và đề nghị gia hạn. Cần xem Bộ Tư pháp đã có mẫu mới chưa.",
        source="law.md §2.1",
    ),
    Rule(
        id="ONLINE_SCALE",
        value="levels_1_4",
        basis="NĐ 43/2011",
        start=date(2011, 6, 10),
        end=date(2022, 8, 14),
        certainty=MEMORY,
        note="Mức độ 1 đến 4.",
        source="law.md §5",
    ),
    Rule(
        id="ONLINE_SCALE",
        value="partial_full",
        basis="NĐ 42/2022, rồi NĐ 224/2026 Điều 14",
        start=date(2022, 8, 15),
        certainty=MEMORY,
        note="Một phần hoặc toàn trình.",
        source="law.md §5",
    ),
    Rule(
        id="PROACTIVE_SCALE",
        value="levels_1_4_proactive",
        basis="NĐ 224/2026 Điều 16",
        start=date(2026, 7, 1),
        certainty=SURE,
        note="Thang khác với mức độ 1–4 cũ: không ghi chung một cột.",
        source="law.md §5",
    ),
    Rule(
        id="KPI_ONTIME_DEFINITION",
        value=("QD766_2_1", "SETTLED_ONLY"),
        basis="QĐ 766/QĐ-TTg tiêu chí 2.1; Biểu II.06 TT 01/2020/TT-VPCP",
        start=None,
        certainty=SURE,
        note="In cả hai cách tính, mỗi cách kèm mẫu số.",
        source="law.md §4.4",
    ),
    Rule(
        id="PERCENT_DECIMALS",
        value=2,
        basis="Cách ghi số trong tài liệu QĐ 766/QĐ-TTg",
        start=None,
        certainty=SURE,
        note="Làm tròn nửa lên; dấu phẩy thập phân.",
        source="law.md §4.4, §18",
    ),
)
