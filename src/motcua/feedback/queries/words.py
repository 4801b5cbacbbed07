"""What people call the codes that the tables keep. No page ever shows the code itself."""

from django.utils.translation import gettext_lazy as _

from motcua.feedback.rules import CATEGORIES, Channel, Clock, Door, Ground, Kind, Privacy, Status
from motcua.ui.residents import english

__all__ = [
    "CHANNELS",
    "CLOCKS",
    "DOORS",
    "FIGURES",
    "GROUNDS",
    "KINDS",
    "PRIVACIES",
    "STATUSES",
    "about",
    "subjects",
]

STATUSES = {
    Status.NEW: _("Mới"),
    Status.PENDING: _("Chờ tiếp nhận"),
    Status.HANDLING: _("Đang xử lý"),
    Status.WAITING: _("Chờ bổ sung"),
    Status.ANSWERED: _("Đã xử lý – chờ công khai"),
    Status.PUBLISHED: _("Đã công khai"),
    Status.CLOSED: _("Đã trả lời, không công khai"),
    Status.REJECTED: _("Từ chối"),
    Status.FORWARDED: _("Đã chuyển cơ quan khác"),
    Status.ROUTED: _("Chuyển sang khiếu nại, tố cáo"),
}
KINDS = {
    Kind.RULES: _("Quy định, thủ tục hành chính"),
    Kind.CONDUCT: _("Thái độ, hành vi của cán bộ, công chức"),
    Kind.FIELD: _("Phản ánh hiện trường"),
    Kind.OTHER: _("Kiến nghị khác"),
}
CHANNELS = {
    Channel.ONLINE: _("trang của phường"),
    Channel.COUNTER: _("trực tiếp tại quầy"),
    Channel.PHONE: _("điện thoại"),
    Channel.PAPER: _("văn bản, thư"),
}
PRIVACIES = {
    Privacy.NAMED: _("Có tên, người giải quyết được biết"),
    Privacy.HIDDEN: _("Có tên, giữ kín"),
    Privacy.ANONYMOUS: _("Ẩn danh, không giữ thông tin nào"),
}
GROUNDS = {
    Ground.DUPLICATE: _("trùng với phản ánh đã có"),
    Ground.OUT_OF_SCOPE: _("ngoài phạm vi của phường"),
    Ground.INCOMPLETE: _("thiếu thông tin"),
    Ground.NOT_FEEDBACK: _("không phải phản ánh, kiến nghị"),
}
DOORS = {Door.COMPLAINT: _("khiếu nại"), Door.DENUNCIATION: _("tố cáo")}
CLOCKS = {
    Clock.RECEIVE: _("xem và quyết định tiếp nhận"),
    Clock.REFUSE: _("từ chối"),
    Clock.ASK: _("yêu cầu bổ sung"),
    Clock.FORWARD: _("chuyển cơ quan có thẩm quyền"),
    Clock.HANDLE: _("trả lời"),
    Clock.PUBLISH: _("công khai"),
}
FIGURES = {
    "all": _("Đã nhận trong kỳ"),
    "rules": _("về quy định, thủ tục"),
    "conduct": _("về cán bộ, công chức"),
    "field": _("phản ánh hiện trường"),
    "other": _("kiến nghị khác"),
    "done_in_time": _("đã xong trong hạn"),
    "done_late": _("đã xong nhưng trễ"),
    "open_in_time": _("đang làm, trong hạn"),
    "open_late": _("đang làm, đã trễ"),
    "in_time": _("trong hạn, đã xong hay đang làm"),
    "liked": _("người gửi hài lòng"),
    "disliked": _("người gửi không hài lòng"),
    "unrated": _("người gửi chưa đánh giá"),
    "repeated": _("người gửi yêu cầu xem lại"),
    "overdue": _("trễ hạn, đã xong hay đang làm"),
    "unhappy": _("không hài lòng, xem lại hoặc trễ"),
    "satisfied": _("không thuộc các trường hợp ấy"),
    "merged": _("gộp vào phản ánh khác"),
    "aside": _("là khiếu nại, tố cáo, đã chuyển"),
}


def about(code: str) -> str:
    """A category in the language of the page."""
    found = next((c for c in CATEGORIES if c.code == code), None)
    if found is None:
        return "–"
    return found.en if english() else found.vi


def subjects() -> list[tuple[str, str]]:
    """The categories that are offered, in the language of the page."""
    return [(c.code, c.en if english() else c.vi) for c in CATEGORIES if c.offered]
