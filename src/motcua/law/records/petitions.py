"""Citizen reception, complaints, denunciations. Facts and sources: law.md §10.2–10.4.

Law 136/2025/QH15 and NĐ 154–156/2026 are in force from 01/07/2026. What they changed of these numbers was not found, so
each number stands twice: as it was read in the older law, and carried over, UNSURE.
"""

from datetime import date
from typing import TypedDict

from motcua.law.records.days import SURE, UNSURE
from motcua.law.rules import Rule, Value

__all__ = ["PETITIONS"]

EVE, NEW = date(2026, 6, 30), date(2026, 7, 1)


class _Act(TypedDict):
    start: date
    basis: str
    new_basis: str
    source: str


RECEPTION = _Act(
    start=date(2014, 7, 1),
    basis="Luật Tiếp công dân 2013",
    new_basis="Luật Tiếp công dân 2013, sửa bởi Luật 136/2025/QH15; NĐ 154/2026",
    source="law.md §10.2",
)
COMPLAINT = _Act(
    start=date(2012, 7, 1),
    basis="Luật Khiếu nại 2011",
    new_basis="Luật Khiếu nại 2011, sửa năm 2025; NĐ 155/2026",
    source="law.md §10.3",
)
DENUNCIATION = _Act(
    start=date(2019, 1, 1),
    basis="Luật Tố cáo 2018",
    new_basis="Luật Tố cáo 2018; NĐ 156/2026",
    source="law.md §10.4",
)


def _carried(rule_id: str, value: Value, *, of: _Act, unit: str = "", article: str = "", note: str) -> tuple[Rule, ...]:
    """A number as the older law has it, and the same number from 01/07/2026, not yet compared."""
    return (
        Rule(
            id=rule_id,
            value=value,
            unit=unit,
            basis=of["basis"] + article,
            start=of["start"],
            end=EVE,
            certainty=SURE,
            note=note,
            source=of["source"],
        ),
        Rule(
            id=rule_id,
            value=value,
            unit=unit,
            basis=of["new_basis"],
            start=NEW,
            certainty=UNSURE,
            note=f"{note} Giữ số của luật cũ cho đến khi đối chiếu được văn bản năm 2026.",
            source=f"{of['source']}, Unsure",
        ),
    )


PETITIONS: tuple[Rule, ...] = (
    *_carried(
        "RECEPTION_CHAIRMAN_DAYS",
        1,
        of=RECEPTION,
        article=" Điều 15",
        note="Chủ tịch UBND cấp xã trực tiếp tiếp công dân ít nhất số ngày này mỗi tuần.",
    ),
    *_carried(
        "RECEPTION_REPLY",
        10,
        unit="working_day",
        of=RECEPTION,
        article=" Điều 28",
        note="Trả lời người đến khiếu nại, tố cáo, kiến nghị, phản ánh, kể từ ngày tiếp.",
    ),
    *_carried(
        "RECEPTION_GROUP",
        (("from", 5), ("few", 10), ("few_represent", 2), ("many_represent", 5)),
        of=RECEPTION,
        article=" Điều 29",
        note="Từ 5 đến 10 người cử 1–2 người đại diện; trên 10 người cử nhiều nhất 5 người.",
    ),
    Rule(
        id="RECEPTION_ONLINE",
        value="no",
        basis="Luật Tiếp công dân 2013",
        start=RECEPTION["start"],
        end=EVE,
        certainty=UNSURE,
        note="Luật cũ chỉ nói tiếp trực tiếp.",
        source=RECEPTION["source"],
    ),
    Rule(
        id="RECEPTION_ONLINE",
        value="yes",
        basis="NĐ 154/2026",
        start=NEW,
        certainty=SURE,
        note="Được tiếp công dân trực tuyến; nhận số định danh cá nhân.",
        source=RECEPTION["source"],
    ),
    Rule(
        id="PETITION_ONLINE_LODGING",
        value="no",
        basis="Luật Khiếu nại 2011, Luật Tố cáo 2018; đối chiếu NĐ 155/2026, NĐ 156/2026",
        start=COMPLAINT["start"],
        certainty=UNSURE,
        note="Chưa rõ đơn gửi qua trang của phường có giá trị như đơn ký: trang công khai chỉ hướng dẫn.",
        source="law.md §10.2–10.4",
    ),
    *_carried(
        "COMPLAINT_TIME", 90, unit="day", of=COMPLAINT, note="Thời hiệu khiếu nại, từ ngày biết quyết định, hành vi."
    ),
    *_carried("COMPLAINT_ACCEPT", 10, unit="day", of=COMPLAINT, note="Thụ lý hoặc trả lời, kể từ ngày nhận đơn."),
    *_carried(
        "COMPLAINT_DECISION",
        (("plain", 30), ("complex", 45), ("remote", 45), ("remote_complex", 60)),
        unit="day",
        of=COMPLAINT,
        note="Giải quyết lần đầu, kể từ ngày thụ lý; vụ việc phức tạp, vùng sâu, vùng xa dài hơn.",
    ),
    *_carried(
        "COMPLAINT_SEND", 3, unit="working_day", of=COMPLAINT, note="Gửi quyết định giải quyết khiếu nại lần đầu."
    ),
    *_carried(
        "COMPLAINT_SECOND_DECISION",
        (("plain", 45), ("complex", 60), ("remote", 60), ("remote_complex", 70)),
        unit="day",
        of=COMPLAINT,
        note="Giải quyết lần hai, kể từ ngày thụ lý.",
    ),
    *_carried("COMPLAINT_SECOND_SEND", 7, unit="day", of=COMPLAINT, note="Gửi quyết định giải quyết lần hai."),
    *_carried(
        "DENUNCIATION_INITIAL",
        7,
        unit="working_day",
        of=DENUNCIATION,
        note="Vào sổ, kiểm tra, quyết định thụ lý, kể từ ngày nhận.",
    ),
    *_carried(
        "DENUNCIATION_FORWARD",
        5,
        unit="working_day",
        of=DENUNCIATION,
        note="Chuyển tố cáo không thuộc thẩm quyền. Ở đây tính từ ngày nhận, cách hiểu chặt hơn.",
    ),
    *_carried("DENUNCIATION_RESOLVE", 30, unit="day", of=DENUNCIATION, note="Giải quyết, kể từ ngày thụ lý."),
    *_carried("DENUNCIATION_EXTENSION", 30, unit="day", of=DENUNCIATION, note="Mỗi lần gia hạn thêm số ngày này."),
    *_carried(
        "DENUNCIATION_EXTENSIONS",
        (("complex", 1), ("very_complex", 2)),
        of=DENUNCIATION,
        note="Số lần gia hạn: vụ phức tạp một lần, đặc biệt phức tạp hai lần.",
    ),
    *_carried("DENUNCIATION_SEND", 5, unit="working_day", of=DENUNCIATION, note="Gửi kết luận nội dung tố cáo."),
    *_carried(
        "DENUNCIATION_PUBLISH", 7, unit="working_day", of=DENUNCIATION, note="Công khai kết luận nội dung tố cáo."
    ),
    *_carried("DENUNCIATION_CONTINUED", 20, unit="day", of=DENUNCIATION, note="Xem xét tố cáo tiếp, kể từ ngày nhận."),
    Rule(
        id="PROPOSAL_INITIAL",
        value=10,
        unit="working_day",
        basis="Luật Tiếp công dân 2013 Điều 28, áp dụng tương tự cho đơn gửi đến",
        start=RECEPTION["start"],
        certainty=UNSURE,
        note="Phân loại, xử lý đơn kiến nghị, phản ánh. Không tìm thấy số riêng cho đơn không qua buổi tiếp.",
        source=RECEPTION["source"],
    ),
    Rule(
        id="PROPOSAL_RESOLVE",
        value=15,
        unit="working_day",
        basis="Tài liệu cách tính QĐ 766/QĐ-TTg, tiêu chí 5.2, áp dụng tương tự",
        start=RECEPTION["start"],
        certainty=UNSURE,
        note="Trả lời kiến nghị, phản ánh thuộc thẩm quyền, kể từ ngày thụ lý.",
        source="law.md §10.1",
    ),
)
