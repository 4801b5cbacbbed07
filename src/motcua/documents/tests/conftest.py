"""One invented paper of each kind; tests change what they are about with `dataclasses.replace`."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pymupdf
import pytest

from motcua.documents.queries import render
from motcua.documents.rules import (
    Apology,
    Completion,
    Component,
    Contact,
    Control,
    FeeLine,
    FeeReceipt,
    Form,
    FormSet,
    HandOver,
    HandOverRow,
    Head,
    Missing,
    Party,
    Passing,
    Proof,
    RateLine,
    Receipt,
    Refusal,
    Register,
    RegisterRow,
    ReportII06a,
    ReportRow,
    Signature,
    Stop,
)

ZONE = timezone(timedelta(hours=7))
HEAD = Head(superior="UBND phường Hoa Gạo", office="Trung tâm Phục vụ hành chính công", place="Hoa Gạo")
CODE = "H99.16-261125-0019"
URL = f"https://hoagao.example/tra-cuu?ma={CODE}"
AT = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)
DUE = datetime(2026, 11, 30, 17, 0, tzinfo=ZONE)
LATER = datetime(2026, 12, 2, 17, 0, tzinfo=ZONE)
NGAU = Party(
    title="bà",
    name="Trần Thị Ngâu",
    id_number="000190000123",
    address="12 đường Thử Nghiệm, tổ 5, phường Hoa Gạo",
    phone="0900 000 019",
    email="ngau@thu.example",
)
SEN = Signature(position="Người hướng dẫn", name="Lê Thị Sen")
CHAIR = Signature(
    authority="KT. Chủ tịch",
    position="Phó Chủ tịch",
    name="Phạm Văn Trầu",
    hint="Ký, đóng dấu, ghi rõ họ tên",
)
CONTACT = Contact(name="Lê Thị Sen", phone="0200 000 0000", website="hoagao.example")
CONTENT = "Đăng ký khai sinh"

RECEIPT = Receipt(
    head=HEAD,
    code=CODE,
    issued_at=AT,
    submitter=NGAU,
    owner=Party(title="ông", name="Trần Văn Mẫu", address="12 đường Thử Nghiệm, phường Hoa Gạo"),
    channel="Trực tiếp",
    content=CONTENT,
    components=(
        Component(name="Tờ khai đăng ký khai sinh", originals=1),
        Component(name="Giấy chứng sinh", originals=1, electronic=True),
        Component(name="Giấy chứng nhận kết hôn của cha mẹ", certified=1, note="đối chiếu bản chính rồi trả lại"),
    ),
    limit="3 ngày làm việc",
    received_at=AT,
    due_at=DUE,
    why="Thời hạn 3 ngày làm việc, không tính ngày nhận, thứ Bảy và Chủ nhật.",
    return_to="Nhận tại quầy",
    receiver="Lê Thị Sen",
    fee=0,
    lookup_url=URL,
    lookup_phone="0200 000 0000",
    book_no="03/2026",
    serial="0019",
)
COMPLETION = Completion(
    head=HEAD,
    number="07/PYC-TTPVHCC",
    code=CODE,
    issued_at=AT,
    applicant=NGAU,
    content=CONTENT,
    stage="Tiếp nhận",
    missing=(
        Missing(what="Giấy chứng sinh bản chính", why="bản đã nộp là bản chụp, không có chứng thực"),
        Missing(what="Tờ khai có chữ ký của người yêu cầu", why="tờ khai chưa ký"),
        Missing(what="Giấy tờ chứng minh nơi cư trú của mẹ"),
    ),
    reason="Thành phần hồ sơ chưa đủ theo danh mục đã công khai.",
    legal_basis="Nghị định 309/2026/NĐ-CP, điều 17 khoản 2",
    until=LATER,
    contact=CONTACT,
    signature=SEN,
    lookup_url=URL,
    book_no="01/2026",
    serial="0007",
)
REFUSAL = Refusal(
    head=HEAD,
    number="02/PTC-TTPVHCC",
    issued_at=AT,
    code=CODE,
    applicant=NGAU,
    submitted_at=AT,
    content="Cấp giấy phép xây dựng nhà ở riêng lẻ",
    reason="Thửa đất nằm trong khu vực do tỉnh cấp phép; phường không có thẩm quyền giải quyết việc này.",
    legal_basis="Quy định phân cấp cấp giấy phép xây dựng",
    guidance="nộp tại Trung tâm Phục vụ hành chính công của tỉnh hoặc nộp trực tuyến; phường giúp nếu cần.",
    contact=CONTACT,
    signature=SEN,
    lookup_url=URL,
)
APOLOGY = Apology(
    head=HEAD,
    number="03/XL-UBND",
    issued_at=AT,
    applicant=NGAU,
    content=CONTENT,
    code=CODE,
    received_at=AT,
    first_due_at=DUE,
    new_due_at=LATER,
    agency="Phòng Văn hóa - Xã hội",
    domain="Hộ tịch",
    reason="Cơ quan phối hợp chưa trả lời việc xác minh nơi cư trú.",
    contact=CONTACT,
    signature=CHAIR,
    lookup_url=URL,
)
STOP = Stop(
    head=HEAD,
    number="01/TB-UBND",
    issued_at=AT,
    applicant=NGAU,
    content=CONTENT,
    code=CODE,
    received_at=AT,
    stopped_at=LATER,
    on_request=True,
    stage="Thẩm định",
    reason="Người nộp xin rút hồ sơ để nộp nơi khác.",
    settlement="Hoàn trả 50.000 đồng tại quầy thu.",
    papers_back="Toàn bộ bản chính đã nộp.",
    contact=CONTACT,
    signature=CHAIR,
    lookup_url=URL,
)
FEE = FeeReceipt(
    head=HEAD,
    issued_at=AT,
    payer=NGAU,
    code=CODE,
    content="Chứng thực bản sao từ bản chính",
    lines=(
        FeeLine(label="Phí chứng thực bản sao", amount=36_000),
        FeeLine(label="Lệ phí cấp bản sao", amount=8_000),
    ),
    method="Tiền mặt",
    collector="Lê Thị Sen",
    copy="Liên 2: giao người nộp",
    form_no="BL01",
    symbol="HG-26E",
    serial="0000019",
    lookup_url=URL,
)
CONTROL = Control(
    head=HEAD,
    issued_at=AT,
    code=CODE,
    content=CONTENT,
    applicant=NGAU,
    received_at=AT,
    due_at=DUE,
    lead="Phòng Văn hóa - Xã hội",
    coordinating=("Công an phường", "Trạm Y tế"),
    passings=(
        Passing(
            giver="Lê Thị Sen",
            giver_unit="Một cửa",
            receiver="Vũ Văn Cau",
            receiver_unit="Phòng Văn hóa - Xã hội",
            passed_at=AT,
            step="Chuyển hồ sơ",
            due_at=AT,
            result="Đúng hạn",
        ),
        Passing(
            giver="Vũ Văn Cau",
            giver_unit="Phòng Văn hóa - Xã hội",
            receiver="Phạm Văn Trầu",
            receiver_unit="Lãnh đạo UBND",
            passed_at=DUE,
            step="Trình ký",
            due_at=DUE,
            result="Trước hạn",
            remark="đủ điều kiện",
        ),
    ),
    blanks=2,
    lookup_url=URL,
)
REGISTER = Register(
    head=HEAD,
    issued_at=AT,
    first_day=date(2026, 1, 1),
    last_day=date(2026, 12, 31),
    book_no="01/2026",
    signature=CHAIR,
    rows=tuple(
        RegisterRow(
            number=n,
            code=f"H99.16-261125-{n:04}",
            procedure="Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan Việt Nam cấp",
            applicant="Nguyễn Thị Tuyết Ngưỡng",
            address="12 đường Thử Nghiệm, tổ 5, phường Hoa Gạo",
            phone="0900 000 019",
            unit="Phòng Văn hóa - Xã hội",
            received_at=AT,
            due_at=DUE,
            returned_at=DUE if n % 3 else None,
            return_way="Tại quầy",
        )
        for n in range(1, 61)
    ),
)
HAND_OVER = HandOver(
    head=HEAD,
    issued_at=AT,
    number="12/BG",
    giver=Signature(position="Bên giao", name="Lê Thị Sen"),
    receiver=Signature(position="Bên nhận", name="Vũ Văn Cau"),
    giver_unit="Trung tâm Phục vụ hành chính công",
    receiver_unit="Phòng Văn hóa - Xã hội",
    rows=tuple(
        HandOverRow(
            code=f"H99.16-261125-{n:04}",
            content=CONTENT,
            applicant="Trần Thị Ngâu",
            address="12 đường Thử Nghiệm, phường Hoa Gạo",
            due_at=DUE,
            fee=36_000,
            result=f"{n}/KS",
            by_post=n % 2 == 0,
        )
        for n in range(1, 31)
    ),
)


def figures(
    label: str, received: tuple[int, int, int], settled: tuple[int, int, int], open_: tuple[int, int]
) -> ReportRow:
    online, direct, carried = received
    early, on_time, late = settled
    in_time, overdue = open_
    return ReportRow(
        label=label,
        received=sum(received),
        online=online,
        direct_post=direct,
        carried_over=carried,
        settled=sum(settled),
        early=early,
        on_time=on_time,
        late=late,
        in_progress=sum(open_),
        in_time=in_time,
        overdue=overdue,
    )


REPORT = ReportII06a(
    head=HEAD,
    issued_at=AT,
    first_day=date(2025, 7, 1),
    last_day=date(2025, 8, 30),
    as_of=AT,
    by="Lĩnh vực",
    rows=(
        figures("Hộ tịch", (600, 40, 0), (600, 1, 20), (18, 1)),
        figures("Đất đai", (100, 16, 0), (80, 1, 30), (4, 1)),
        figures("Chứng thực", (562, 20, 0), (546, 0, 3), (33, 0)),
    ),
    total=figures("Tổng số", (1262, 76, 0), (1226, 2, 53), (55, 2)),
    proofs=(
        Proof(label="Tiếp nhận", text="1.338 = 1.262 + 76 + 0", holds=True),
        Proof(label="Giải quyết", text="1.281 = 1.226 + 2 + 53", holds=True),
        Proof(label="Tiếp nhận và xử lý", text="1.338 = 1.281 + 57", holds=True),
    ),
    rates=(
        RateLine(label="Đúng hạn theo Quyết định 766", numerator=1283, denominator=1338),
        RateLine(label="Đúng hạn trên số đã giải quyết", numerator=1228, denominator=1281),
    ),
    definition="Quyết định 766/QĐ-TTg, tiêu chí 2.1; ngày làm việc.",
    sent_to="Văn phòng UBND tỉnh",
    compiled_by=Signature(position="Người lập biểu", name="Lê Thị Sen"),
    signature=CHAIR,
    closed_at=AT,
    ledger_head="9f2c51d0a7b3e4c8",
)
EACH: tuple[Form, ...] = (
    RECEIPT,
    COMPLETION,
    REFUSAL,
    APOLOGY,
    STOP,
    FEE,
    CONTROL,
    REGISTER,
    HAND_OVER,
    REPORT,
)
NEW = FormSet.TT03_2025


@pytest.fixture
def receipt() -> Receipt:
    return RECEIPT


@pytest.fixture
def apology() -> Apology:
    return APOLOGY


@pytest.fixture
def stop() -> Stop:
    return STOP


@pytest.fixture
def register() -> Register:
    return REGISTER


@pytest.fixture
def hand_over() -> HandOver:
    return HAND_OVER


@pytest.fixture
def control() -> Control:
    return CONTROL


@pytest.fixture
def report() -> ReportII06a:
    return REPORT


@pytest.fixture
def each() -> tuple[Form, ...]:
    return EACH


@pytest.fixture
def opened() -> Callable[[bytes], Any]:
    """A PDF as pymupdf reads it; Any, since pymupdf's own types leave out half of what it does."""
    reader: Any = pymupdf
    return lambda pdf: reader.open(stream=pdf)


@pytest.fixture
def read(opened: Callable[[bytes], Any]) -> Callable[..., list[str]]:
    """The pages of the printed forms as plain text with single spaces; what breaks long runs is taken out."""

    def pages(*forms: Form, form_set: FormSet = NEW) -> list[str]:
        pdf = opened(render(forms, form_set=form_set))
        return [" ".join(page.get_text().replace("\u200b", "").split()) for page in pdf]

    return pages
