"""What the checker calls things when it speaks to people, in Vietnamese and English."""

from motcua.sums import Slip

__all__ = ["DEFINITIONS", "SLIPS", "TOPICS", "name"]

_STAGES = {
    "received": ("tiếp nhận", "received"),
    "settled": ("đã giải quyết", "settled"),
    "pending": ("đang giải quyết", "in progress"),
    "supplement": ("chờ bổ sung", "waiting for supplement"),
    "withdrawn": ("rút hồ sơ", "withdrawn"),
    "refused": ("từ chối", "refused"),
    "returned": ("trả lại", "returned unprocessed"),
    "other": ("nhóm khác", "other groups"),
    "due": ("đến hạn", "due"),
    "carried": ("kỳ trước chuyển sang", "carried over"),
    "in_period": ("trong kỳ", "in the period"),
    "collected": ("thu về", "collected"),
    "sent": ("phát ra", "handed out"),
}
_TIMINGS = {
    "early": ("trước hạn", "early"),
    "on_time": ("đúng hạn", "on time"),
    "early_on_time": ("trước hạn và đúng hạn", "early or on time"),
    "late": ("quá hạn", "late"),
    "in_time": ("trong hạn", "not yet due"),
}
_WAYS = {
    "online": ("trực tuyến", "online"),
    "level3": ("trực tuyến mức độ 3", "online level 3"),
    "level4": ("trực tuyến mức độ 4", "online level 4"),
    "full": ("trực tuyến toàn trình", "full online service"),
    "partial": ("trực tuyến một phần", "partial online service"),
    "direct": ("trực tiếp", "in person"),
    "post": ("bưu chính", "by post"),
    "direct_post": ("trực tiếp và bưu chính", "in person or by post"),
    "cash": ("tiền mặt", "cash"),
}
_OPINIONS = {
    "very_satisfied": ("rất hài lòng", "very satisfied"),
    "satisfied": ("hài lòng", "satisfied"),
    "neutral": ("bình thường", "neutral"),
    "dissatisfied": ("không hài lòng", "dissatisfied"),
}
_ALL = {**_STAGES, **_TIMINGS, **_WAYS, **_OPINIONS}

TOPICS: dict[str, tuple[str, str]] = {
    "dossiers": ("hồ sơ", "dossiers"),
    "tasks": ("nhiệm vụ", "tasks"),
    "procedures": ("thủ tục", "procedures"),
    "people": ("người", "people"),
    "slips": ("phiếu", "slips"),
    "feedback": ("phản ánh", "feedback"),
    "petitions": ("đơn", "petitions"),
    "documents": ("văn bản", "documents"),
    "meetings": ("cuộc họp", "meetings"),
    "classes": ("lớp", "classes"),
    "money": ("đồng", "dong"),
    "time": ("thời gian", "time"),
    "other": ("", ""),
}

DEFINITIONS: dict[str, tuple[str, str]] = {
    "settled": ("số đã giải quyết", "what was settled"),
    "received": ("số đã tiếp nhận", "what was received"),
    "received.in_period": ("số tiếp nhận trong kỳ", "what was received in the period"),
    "due": ("số đến hạn", "what was due"),
    "pending": ("số đang giải quyết", "what is in progress"),
    "received.online": ("số nộp trực tuyến", "what was received online"),
    "settled + pending.late": (
        "số đã giải quyết cộng số đang giải quyết đã quá hạn",
        "settled plus overdue in progress",
    ),
    "received + carried": ("số tiếp nhận cộng kỳ trước chuyển sang", "received plus carried over"),
    "collected": ("số phiếu thu về", "slips collected"),
    "sent": ("số phiếu phát ra", "slips handed out"),
    "answers": ("tổng các câu trả lời", "all answers"),
    "compared": ("số của kỳ so sánh", "the figure of the period compared with"),
    "ratio": ("số sau dấu gạch chéo", "the number after the slash"),
    "whole": ("số bao trùm nó", "the figure it is a part of"),
    "named": ("số nêu ngay trước", "the figure named before it"),
}

SLIPS: dict[Slip, tuple[str, str]] = {
    Slip.SWAPPED: ("hai chữ số cạnh nhau bị đảo", "two neighbouring digits changed places"),
    Slip.DIGIT: ("sai một chữ số", "one digit is another"),
    Slip.DROPPED: ("rơi mất một chữ số", "a digit was dropped"),
    Slip.ADDED: ("thừa một chữ số", "a digit too many"),
    Slip.COMMA: ("sai chỗ dấu phẩy", "the decimal comma stands elsewhere"),
    Slip.LABEL: ("hai số bị đặt nhầm chỗ cho nhau", "two figures stand in each other's place"),
    Slip.COMPUTED: ("tỷ lệ tính sai", "the rate was computed wrongly"),
    Slip.OTHER: ("số khác hẳn", "another number altogether"),
}


def name(key: str, *, english: bool = False) -> str:
    """What a standard name is called: "settled.late" gives "đã giải quyết quá hạn". "" for an unnamed figure."""
    return " ".join(_ALL[part][english] for part in key.split(".") if part in _ALL)
