"""What people call the codes that the tables keep. No page ever shows the code itself."""

from django.utils.translation import gettext_lazy as _

from motcua.acts import Role
from motcua.dossiers.rules import (
    Cause,
    Channel,
    ComerKind,
    Debt,
    Delivery,
    End,
    ExtensionStatus,
    MarkKind,
    Money,
    Order,
    PartyKind,
    PaymentKind,
    PayWay,
    ReturnWay,
    Status,
    Verdict,
)
from motcua.procedures.rules import Copy

__all__ = [
    "CAUSES",
    "CHANNELS",
    "COMERS",
    "COPIES",
    "DEBTS",
    "DELIVERIES",
    "ENDS",
    "EXTENSIONS",
    "GROUNDS",
    "MARKS",
    "MONEYS",
    "ORDERS",
    "PARTIES",
    "PAYMENTS",
    "PAY_WAYS",
    "ROLES",
    "STATUSES",
    "VERDICTS",
    "WAYS",
]

STATUSES = {
    Status.LODGED: _("Mới nộp, chờ kiểm tra"),
    Status.AWAITING: _("Chờ hoàn thiện trước khi nhận"),
    Status.TURNED_AWAY: _("Từ chối tiếp nhận"),
    Status.PROCESSING: _("Đang giải quyết"),
    Status.WAITING: _("Chờ bổ sung"),
    Status.OWING: _("Chờ nghĩa vụ tài chính"),
    Status.FINISHED: _("Có kết quả, chờ trả"),
    Status.RETURNED: _("Đã trả kết quả"),
    Status.WITHDRAWN: _("Người nộp đã rút"),
}
ENDS = {
    End.RESULT: _("có kết quả"),
    End.REFUSED: _("từ chối giải quyết"),
    End.STOPPED: _("dừng giải quyết"),
}
CHANNELS = {
    Channel.DIRECT: _("nộp trực tiếp"),
    Channel.ONLINE: _("nộp trực tuyến"),
    Channel.POST: _("nộp qua bưu chính"),
}
PARTIES = {
    PartyKind.PERSON: _("Cá nhân"),
    PartyKind.BUSINESS: _("Tổ chức, doanh nghiệp"),
    PartyKind.HOUSEHOLD: _("Hộ kinh doanh, hộ gia đình"),
}
COMERS = {
    ComerKind.OWNER: _("Tự nộp cho mình hoặc con mình"),
    ComerKind.PROXY: _("Được ủy quyền"),
}
MONEYS = {
    Money.NONE: _("không thu"),
    Money.DUE: _("chưa nộp"),
    Money.PAID: _("đã nộp"),
    Money.EXEMPT: _("được miễn"),
}
PAYMENTS = {
    PaymentKind.FEE: _("Phí, lệ phí"),
    PaymentKind.DUTY: _("Nghĩa vụ tài chính"),
    PaymentKind.OTHER: _("Khoản khác"),
}
PAY_WAYS = {
    PayWay.CASH: _("Tiền mặt"),
    PayWay.TRANSFER: _("Chuyển khoản"),
    PayWay.ONLINE: _("Thanh toán trực tuyến"),
    PayWay.TREASURY: _("Nộp vào ngân sách"),
}
DELIVERIES = {
    Delivery.NOT_READY: _("chưa có kết quả"),
    Delivery.READY: _("kết quả đang ở quầy"),
    Delivery.HANDED: _("đã trao"),
    Delivery.POSTED: _("đã gửi bưu chính"),
}
WAYS = {
    ReturnWay.IN_PERSON: _("Nhận tại quầy"),
    ReturnWay.PROXY: _("Người được ủy quyền nhận"),
    ReturnWay.POST: _("Qua bưu chính"),
    ReturnWay.ONLINE: _("Trực tuyến"),
}
COPIES = {
    Copy.ORIGINAL: _("Bản chính"),
    Copy.CERTIFIED_COPY: _("Bản sao chứng thực"),
    Copy.COPY: _("Bản sao"),
    Copy.ELECTRONIC: _("Bản điện tử"),
    Copy.PRESENT: _("Xuất trình"),
}
EXTENSIONS = {
    ExtensionStatus.DRAFTED: _("bản nháp, chờ công chức ghi lý do"),
    ExtensionStatus.PROPOSED: _("chờ lãnh đạo duyệt"),
    ExtensionStatus.APPROVED: _("đã ký, chờ gửi"),
    ExtensionStatus.SENT: _("đã gửi"),
    ExtensionStatus.DROPPED: _("thôi, không phải gửi"),
    ExtensionStatus.REJECTED: _("lãnh đạo trả lại"),
}
DEBTS = {
    Debt.REASON: _("chờ ghi lý do"),
    Debt.SIGNATURE: _("chờ lãnh đạo ký"),
    Debt.SENDING: _("đã ký, chờ gửi"),
}
ORDERS = {
    Order.FINISH: _("Giải quyết xong trong ngày ấn định"),
    Order.TAKE_OVER: _("Giao người khác làm tiếp"),
    Order.MEET: _("Lãnh đạo gặp người nộp"),
    Order.OTHER: _("Việc khác"),
}
MARKS = {
    MarkKind.FIRST: _("trễ hẹn lần đầu"),
    MarkKind.SECOND: _("trễ cả ngày hẹn lại"),
}
VERDICTS = {
    Verdict.EXCUSED: _("Nguyên nhân khách quan"),
    Verdict.REMINDED: _("Nhắc nhở"),
    Verdict.CRITICISED: _("Phê bình"),
    Verdict.REFERRED: _("Chuyển xem xét trách nhiệm"),
}
CAUSES = {
    Cause.NETWORK: _("Đường truyền mạng"),
    Cause.SOFTWARE: _("Phần mềm một cửa"),
    Cause.LOGIN: _("Không đăng nhập được"),
    Cause.DIGITISING: _("Số hóa giấy tờ"),
    Cause.CATALOGUE: _("Thủ tục chưa có trên hệ thống"),
    Cause.COORDINATION: _("Chờ cơ quan phối hợp"),
    Cause.APPLICANT: _("Người nộp đề nghị"),
    Cause.STAFF: _("Thiếu người, người phụ trách vắng"),
    Cause.WORKLOAD: _("Quá nhiều hồ sơ"),
    Cause.COMPLEX: _("Hồ sơ phức tạp"),
    Cause.OTHER: _("Lý do khác"),
}
ROLES = {
    Role.COUNTER: _("cán bộ một cửa"),
    Role.SPECIALIST: _("công chức thụ lý"),
    Role.UNIT_HEAD: _("lãnh đạo phòng"),
    Role.CLERK: _("văn thư"),
    Role.DIRECTOR: _("lãnh đạo trung tâm"),
    Role.LEADER: _("lãnh đạo UBND"),
    Role.CHAIRMAN: _("Chủ tịch UBND"),
    Role.ADMIN: _("quản trị"),
    Role.SUPERVISOR: _("đoàn giám sát"),
}
GROUNDS = {
    "supplement": _("chờ người nộp bổ sung giấy tờ"),
    "payment": _("chờ người nộp thực hiện nghĩa vụ tài chính"),
}
