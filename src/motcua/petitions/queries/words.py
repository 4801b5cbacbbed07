"""What people call the codes that the tables keep. No page ever shows the code itself."""

from django.utils.translation import gettext_lazy as _

from motcua.petitions.rules import (
    Capacity,
    Channel,
    Complexity,
    End,
    Ground,
    Matter,
    Stage,
    StageEnd,
    Status,
    Verdict,
    VisitResult,
    VisitWay,
)

__all__ = [
    "CAPACITIES",
    "CHANNELS",
    "COMPLEXITIES",
    "ENDS",
    "GROUNDS",
    "MATTERS",
    "RESULTS",
    "STAGES",
    "STAGE_ENDS",
    "STATUSES",
    "VERDICTS",
    "WAYS",
    "WEEKDAYS",
]

MATTERS = {
    Matter.COMPLAINT: _("Khiếu nại"),
    Matter.DENUNCIATION: _("Tố cáo"),
    Matter.PROPOSAL: _("Kiến nghị"),
    Matter.REPORT: _("Phản ánh"),
    Matter.MIXED: _("Nhiều nội dung"),
    Matter.UNCLEAR: _("Chưa phân loại"),
}
CHANNELS = {
    Channel.RECEPTION: _("tại buổi tiếp công dân"),
    Channel.HANDED_IN: _("nộp trực tiếp"),
    Channel.POST: _("qua bưu chính"),
    Channel.ONLINE: _("thư điện tử, cổng thông tin"),
    Channel.TRANSFER: _("cơ quan khác chuyển đến"),
    Channel.FEEDBACK: _("từ phản ánh, kiến nghị"),
    Channel.SPLIT: _("tách từ đơn nhiều nội dung"),
}
STATUSES = {
    Status.RECEIVED: _("Mới vào sổ, chờ phân loại"),
    Status.CLASSIFIED: _("Chờ quyết định xử lý"),
    Status.RESOLVING: _("Đang giải quyết"),
    Status.SUSPENDED: _("Tạm đình chỉ"),
    Status.CONCLUDED: _("Đã có văn bản, chờ gửi"),
    Status.CLOSED: _("Đã xong"),
}
ENDS = {
    End.RESOLVED: _("Đã giải quyết"),
    End.FORWARDED: _("Đã chuyển cơ quan khác"),
    End.GUIDED: _("Đã hướng dẫn"),
    End.FILED: _("Lưu đơn"),
    End.GIVEN_BACK: _("Đã trả đơn"),
    End.SPLIT: _("Đã tách"),
    End.JOINED: _("Đơn trùng, đã ghép"),
    End.STOPPED: _("Đình chỉ"),
    End.WITHDRAWN: _("Đã rút"),
}
STAGES = {
    Stage.INITIAL: _("phân loại, xử lý ban đầu"),
    Stage.FORWARD: _("chuyển cơ quan có thẩm quyền"),
    Stage.RESOLVE: _("giải quyết"),
    Stage.SEND: _("gửi quyết định, kết luận"),
    Stage.PUBLISH: _("công khai kết luận"),
}
STAGE_ENDS = {
    StageEnd.DONE: _("xong"),
    StageEnd.EXTENDED: _("gia hạn theo luật"),
    StageEnd.REPLACED: _("thay bằng hạn khác"),
    StageEnd.DROPPED: _("không còn phải làm"),
}
COMPLEXITIES = {
    Complexity.PLAIN: _("Bình thường"),
    Complexity.COMPLEX: _("Phức tạp"),
    Complexity.VERY_COMPLEX: _("Đặc biệt phức tạp"),
}
GROUNDS = {
    Ground.ANONYMOUS: _("Không rõ người gửi, không có chứng cứ cụ thể"),
    Ground.COPY: _("Gửi nhiều nơi, đã gửi cơ quan có thẩm quyền"),
    Ground.SETTLED: _("Đã giải quyết đúng luật, không có tình tiết mới"),
    Ground.UNREADABLE: _("Không đọc được hoặc không rõ nội dung"),
    Ground.OTHER: _("Căn cứ khác"),
}
VERDICTS = {
    Verdict.RIGHT: _("Đúng"),
    Verdict.PARTLY: _("Đúng một phần"),
    Verdict.WRONG: _("Sai"),
    Verdict.ANSWERED: _("Đã trả lời"),
}
WAYS = {VisitWay.IN_PERSON: _("Trực tiếp"), VisitWay.ONLINE: _("Trực tuyến")}
RESULTS = {
    VisitResult.EXPLAINED: _("Giải thích, hướng dẫn tại chỗ"),
    VisitResult.TAKEN: _("Nhận đơn"),
    VisitResult.PROMISED: _("Hẹn trả lời"),
    VisitResult.REFUSED: _("Từ chối tiếp, nêu căn cứ"),
}
CAPACITIES = {Capacity.CHAIRMAN: _("Chủ tịch"), Capacity.DEPUTY: _("Người được ủy quyền")}
WEEKDAYS = (
    _("Thứ Hai"),
    _("Thứ Ba"),
    _("Thứ Tư"),
    _("Thứ Năm"),
    _("Thứ Sáu"),
    _("Thứ Bảy"),
    _("Chủ nhật"),
)
