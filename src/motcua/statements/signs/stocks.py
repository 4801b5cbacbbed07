"""What words say that a count does to a stock: it is what there was, what came in, what went out, what is left."""

import re
from enum import StrEnum
from functools import lru_cache

__all__ = ["Turn", "falls", "rises", "turn_of"]


class Turn(StrEnum):
    """What a count does to a stock."""

    OPENING = "opening"
    POINT = "point"  # what there is when a period ends: it closes a balance, and opens that of the next period
    CLOSING = "closing"
    TOTAL = "total"  # what there was and what came, together
    NET = "net"  # how much more or less it became
    ADDED = "added"
    TAKEN = "taken"
    EITHER = "either"  # lent or taken back: which of them adds the numbers show


_P = r"(?:học kỳ|năm học|nhiệm kỳ|kỳ|năm|tháng|quý|tuần|ngày|vụ|đợt|ca|buổi)"
_W = r"(?: (?:\d{1,2}[/.]\d{4}|\d{4}|\d{1,2}|[IVX]{1,4}(?:[/.]\d{4})?|này|nay|báo cáo))?"
_NOT_SINCE = r"(?<!từ )(?<!với )(?<!tháng )(?<!nửa )(?<!tuần )(?<!quý )(?<!ngày )(?<!những )(?<!dịp )"
_PERIOD = r"(?:the |this )?(?:period|year|month|quarter|week|day|term|season)"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?"
_STOCK = r"(?:số |quỹ )?(?:còn tồn|kết dư|tồn|dư nợ|dư|còn|nợ)(?: lại| đọng| quỹ| kho)?"
_PHRASES: dict[Turn, tuple[str, ...]] = {
    Turn.NET: (
        "(?:tăng|giảm)(?: thêm| đi)? (?:ròng|thực|thuần)", "thực (?:tăng|giảm)",
        r"(?:như vậy|tức(?: là)?|tính ra|nghĩa là),?(?: [^\W\d]+){0,3}? (?:tăng|giảm)(?: thêm| đi)?",
        "net (?:increase|decrease|gain|loss|rise|fall)", "(?:up|down) (?:on balance|by)",
    ),
    Turn.OPENING: (
        f"(?:{_STOCK} )?{_NOT_SINCE}đầu {_P}{_W}", "(?:tồn|dư) (?:cũ|trước|đầu)", "ban đầu", "hôm (?:qua|trước)",
        f"{_STOCK}(?: từ| của)? {_P}{_W}(?: trước| ngoái| cũ)?(?: (?:chuyển|mang|để)(?: sang| qua| lại)?)?",
        f"(?:từ )?{_P}(?: (?:trước|ngoái)|{_W})(?: còn)? (?:chuyển|mang|để lại)(?: (?:sang|qua|lại))?",
        f"(?:chuyển|mang)(?: sang| qua| tiếp)? từ {_P}{_W}(?: trước)?",
        "(?:opening|initial) (?:balance|stock)", f"(?:at|from) the (?:start|beginning)(?: of {_PERIOD})?",
        "brought (?:over|forward)(?: from [a-z]+)?", "carried (?:over|forward) from [a-z]+",
        "(?:began|started|opened)(?: [a-z]+){0,3}? with",
        "(?:provisional|original|former|first|initial|previous) [a-z]+ (?:had|counted|showed|was|of|with)",
        "an? (?:year|month|week|quarter) (?:ago|earlier|before)",
    ),
    Turn.CLOSING: (
        f"(?:chuyển|mang|để)(?: sang| qua| lại| tiếp)* {_P}(?: (?:sau|tới|tiếp theo)|{_W})",
        r"còn(?: lại| tồn| dư| đọng| có| giữ|(?: phải| nợ| nằm)(?: [^\W\d]+)?)*(?= (?:là|đang|chưa|trong)|\W*$)",
        "(?:hiện|nay)(?: đang)? (?:còn|có)", r"(?:số )?(?:tồn|dư)(?: quỹ| kho| cuối)*(?=\W*(?:là\W*)?$)",
        "sau(?: khi)? điều chỉnh", "để lại", "thực có", "tổng số hiện có",
        "(?:closing|final|new|present) (?:balance|stock)",
        "(?:final|revised|definitive|present|current) [a-z]+ (?:has|had|have|counts?|shows?|is|of|with)",
        "balance carried (?:forward|over|down)(?! from)", "unspent balance",
        "leaving",
        f"(?:carried|left)(?: over| forward)? (?:to|for|into) (?:{_PERIOD}|{_MONTH}|(?:the )?(?:next|following))",
        "ended(?: [a-z]+){0,3}? with",
        "remain(?:s|ed|ing)?", "(?:is|are|was|were) (?:left|still|(?:still )?waiting)", "on hand",
        "still (?:open|pending|on hand)",
    ),
    Turn.POINT: (
        f"(?<!với )(?<!tháng )(?<!nửa )(?:{_STOCK} )?(?:cuối|hết|kết thúc) {_P}{_W}",
        "carried (?:over|forward)",
        f"(?:at|by) the end(?: of {_PERIOD})?", f"{_PERIOD}[ -]end", f"{_STOCK}(?: đến| ngày| tại| tính| hết)* {_DAY}",
        r"(?:as of|on) (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})",
    ),
    Turn.TOTAL: (
        "(?:tổng |số )*phải (?:giải quyết|xử lý|làm|trả)", "tổng(?: cộng| số)?", "cộng(?: lại| chung| dồn)?",
        "thành(?: ra(?! còn))?(?! lập| công| phố| phần| ra)", r"nâng(?: [^\W\d]+){0,3} lên",
        "in all", "altogether", "total", "to handle", "making",
    ),
    Turn.ADDED: (
        "tăng(?: thêm| mới)?", "thu(?: vào| mới| được)?(?! hồi| về| nhập)", "(?:tiếp )?nhận(?: thêm| mới| vào)*",
        "nhập(?: kho| về| mới| thêm)?", "bổ sung", "tuyển dụng", "phát sinh", "thành lập", "kết nạp", "góp thêm",
        "mua(?: sắm| về| được)?", "tuyển(?: được| vào)?",
        "(?:mua|bổ sung|tuyển|đăng ký|thành lập|phát sinh|cấp|lập|khai báo|trồng|xây|mở|nuôi)(?: (?:thêm|mới|tăng))+",
        "đóng góp", "ủng hộ", "vào", "mới", "thêm", "(?:chuyển|dời) đến", "tái (?:nghèo|đàn)",
        "sinh(?! hoạt| viên)",
        "received", "took in", "taken in", "came in", "added", "joined", "new", "newly [a-z]+", "bought", "admitted",
        "arrived", "registered", "enrolled", "brought in", "handed in", "another", "opened", "deposits?", "income",
        "births?", "arrivals?", "receipts", "takings", "admissions?", "newcomers?", "recruited", "moved in",
        "recruits?",
    ),
    Turn.TAKEN: (
        "giảm(?: trừ| bớt)?", "chi(?: trả| ra| tiêu)?", "xuất(?: kho| bán| chuồng)?", "thanh lý", "thoát(?: nghèo)?",
        "(?:đã )?trả(?: kết quả| được| xong)*(?! lại)", "chấm dứt", "(?:tạm )?ngừng", "tạm (?:dừng|nghỉ)", "rút",
        r"chuyển (?:đi|công tác)", "bỏ(?: học| việc| nghề| ra)?(?! phiếu| sót| trống| qua| trắng)",
        "bớt", "thải(?: loại)?",
        "rời(?: hẳn| đi)?", "(?:xin )?(?:ra viện|xuất viện|cho về)", "sửa (?:xong|được)", "chữa (?:khỏi|xong)",
        "giao (?:xong|hết|được)", "đã giao",
        r"(?:cho )?ra(?: khỏi)?(?=\W*$)", "chết", "tử vong", "qua đời", "từ trần", "mất", "xóa",
        "giải thể", "thôi việc", "nghỉ (?:hưu|việc)", "giải quyết", "xử lý", "hoàn thành", "(?:làm )?xong", "từ chối",
        "(?:tiêu )?hủy", "bán", "cấp phát", "phát(?: ra| cho)?(?! sinh| triển| hiện| động)", "sử dụng", "dùng", "hỏng",
        "thất lạc", "đóng cửa", "kết thúc", "cắt giảm", "loại(?: bỏ| ra)", "khai trừ", "xuất ngũ", "tiết kiệm",
        "settled", "completed", "finished", "closed", "handled", "resolved", "issued", "handed out", "withdr[ae]wn?",
        "died", "removed", "moved away", "sold", "used", "wr(?:ote|itten) off", "scrapped", "spent", "paid(?: out)?",
        "g(?:a|i)ven? out", "repaired", "mended", "delivered", "shipped", "discharged",
        "went out", "left us", "sent home", "expenses?", "expenditure", "deaths?", "departures?", "moved out",
        "retired", "resigned", "dropped out", "payments?",
        "struck (?:off|out)", "crossed (?:off|out)", "deleted", "cancelled", "banked",
    ),
    Turn.EITHER: (
        "cho (?:mượn|vay|thuê)", "thu (?:về|hồi|nợ)", "trả lại", "hoàn trả", "mượn", "vay", "(?:điều )?chuyển",
        "bàn giao", "cấp", "lent", "borrowed", "returned", "repaid", "transferred",
    ),
}  # fmt: skip
_TURNS = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{turn}>{'|'.join(words)})" for turn, words in _PHRASES.items()) + r")(?!\w)",
    re.IGNORECASE,
)
_STATES = (Turn.OPENING, Turn.POINT, Turn.CLOSING, Turn.TOTAL)
_STATIVE = re.compile(r"(?<!\w)(?:đang|chưa|currently|still|not yet)(?: [^\W\d]+)? $", re.IGNORECASE)
_FALLS = re.compile(
    r"(?<!\w)(?:giảm|bớt|ít hơn|thấp hơn|kém|decreased?|loss|fall|fell|drop(?:ped)?|fewer|less|down|lower)(?!\w)",
    re.IGNORECASE,
)
_RISES = re.compile(
    r"(?<!\w)(?:tăng|hơn|thêm|vượt|increased?|gain|rose|rise|grew|growth|more|up|higher)(?!\w)", re.IGNORECASE
)


@lru_cache(maxsize=1_024)
def turn_of(words: str) -> tuple[Turn | None, bool]:
    """What words that lead to a count, or follow it, say that it does, and whether they call it a total of such.

    The last verb tells it, unless what is counted is in that state: "cuối quý II đang cho mượn 118".
    """
    found = [
        Turn(str(one.lastgroup))
        for one in _TURNS.finditer(words)
        if Turn(str(one.lastgroup)) in {*_STATES, Turn.NET} or not _STATIVE.search(words, 0, one.start())
    ]
    if not found:
        return None, False
    if found[-1] in _STATES:
        return min((one for one in found if one in _STATES), key=_STATES.index), False
    return found[-1], Turn.TOTAL in found


def falls(words: str) -> bool:
    """Whether what these words tell became less."""
    return _FALLS.search(words) is not None


def rises(words: str) -> bool:
    """Whether what these words tell became more: "hơn", but not "ít hơn"."""
    return _RISES.search(_FALLS.sub(" ", words)) is not None
