"""Numbers in words, where nothing else can be meant: "mười hai hồ sơ", "twelve dossiers"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from motcua.statements.signs.spelled import items_of, spelled, spelled_value
from motcua.statements.signs.stops import STOP
from motcua.statements.signs.wording import EMPTY

__all__ = ["VI_WORD", "number", "spoken"]

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_POWERS = {"mươi": 10, "chục": 10, "trăm": 100}
_NOUN = (
    "hồ sơ|hs|trường hợp|nhiệm vụ|việc|thủ tục|phiếu|lượt|công dân|người|ý kiến|phản ánh|kiến nghị|đơn thư|đơn|cuộc|"
    "lớp|buổi|văn bản|vụ|dịch vụ|công chức|viên chức|nhân viên|cán bộ|thành viên|hội viên"
)
VI_WORD = "|".join((*_UNITS, "mười", *_POWERS, "nghìn", "ngàn", "linh", "lẻ"))
_WHICH = "(?: (?:đầu|sau|cuối|giữa|kia|trước))"  # "hai buổi sau 150 tờ": names some of what is counted
_VI = re.compile(
    rf"(?<!\w)(?P<n>(?>(?:{VI_WORD})(?!\w)(?: (?:{VI_WORD})(?!\w)){{0,9}}))"
    rf"(?: \(0?\d+\))?(?:(?= (?P<noun>[^\W\d_]+))(?:(?= (?P<known>{_NOUN})(?!\w)(?!{_WHICH} \d))|"
    rf"(?= [^\W\d_]+(?!\w)(?!{_WHICH}?(?: [^\W\d_]+)? \d)))|(?=[,;.)]))",
    re.IGNORECASE,
)
_NAMED = re.compile(  # words before the number of a name, a day or a year
    r"(?<!\w)(?:thứ|tháng|quý|ngày|mùng|mồng|rằm|năm|khóa|khoá|lần|số|đường|phố|quận|thôn|ấp|xóm|bản|tổ|khu|lớp|điều|"
    r"khoản|mục|chương|nhóm|đợt|tuổi|anh|chị|ông|bà|bác|chú|cô|cậu|dì|em|từ|đến|tới) $",
    re.IGNORECASE,
)
_NO_NOUN = EMPTY | frozenset({  # what follows a number that is no count: times, measures, more of the number
    "giờ", "phút", "giây", "ngày", "tuần", "tháng", "năm", "quý", "đêm", "tuổi", "phần", "lần", "rưỡi", "mấy", "vài",
    "hoặc", "triệu", "tỷ", "tỉ", "vạn", "đồng", "mét", "cây", "héc", "ha", "sào", "độ", "điểm", "mẹ", "má",
})  # fmt: skip
_OF_TIME = re.compile(r"(?:^|[.!?\n]|(?<!\w)(?:trong|cả|mỗi|hàng|hằng|đầu|cuối|giữa|nhiều|qua|từng|các|mấy)) ?$")
_COUNTED = re.compile(r"\d ([^\W\d_]+)")
_ITEM = re.compile(  # how an item of a list begins that says how many
    rf"(?:[:,;]|(?<!\w)(?:và|gồm|có)) (?=(?P<n>\d[\d.]*|(?:{VI_WORD})) [^\W\d_])", re.IGNORECASE
)
_LEAST_ITEMS = 3
_NEAR = 20  # characters before a number that tell of it
_SMALL = frozenset({"hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "một"})
_UNSURE = frozenset({"không", "một", "năm"})  # "no", "a", "year" as well
_YEAR = frozenset({"trước", "nay", "ngoái", "này", "sau", "qua", "tới", "mới", "học", "đó", "cũ", "liền"})
_COUNTS = ("có", "còn", "chỉ", "với", "và", "gồm")  # words after which they are numbers


def spoken(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a number in words stands and what it is."""
    told = list(_vietnamese_numbers(text))
    stops = [found.start() for found in STOP.finditer(text)]
    nouns = {found[1].lower() for found in _COUNTED.finditer(text)}
    nouns |= {found["noun"].lower() for found, _ in told if " " in found["n"] and found["noun"]}
    beside = {(bisect_left(stops, found.start()), found["noun"]) for found, _ in told if found["n"] not in _UNSURE}
    items = set(items_of(text, _ITEM, stops, least=_LEAST_ITEMS))
    for found, value in told:
        words, noun = found["n"].lower(), (found["noun"] or "").lower()
        before = text[max(0, found.start() - _NEAR) : found.start()].lower()
        if not found["known"] and found["n"].istitle() and (found["noun"] or "").istitle():
            continue  # a place: "Ba Khe: 02 điểm"
        if words == "năm" and noun in _YEAR:
            continue  # "nhận mới 4.655, năm trước chuyển sang 181"
        sure, listed = bool(found["known"]), found.start() in items and words != "không"
        if not sure and not _NAMED.search(before):
            many = " " in words and noun not in _NO_NOUN - EMPTY
            sure = many or (noun not in _NO_NOUN and words in _SMALL and (noun in nouns or listed))
        ahead = before.rstrip()
        if found["n"] == "năm":  # "ca sáng bốn người, ca chiều năm người"
            listed = listed or ahead.endswith((",", ";", ":", "(", "trong đó"))
            alike = (bisect_left(stops, found.start()), found["noun"]) in beside
            listed = listed or (alike and not _OF_TIME.search(before))
        if sure and (words not in _UNSURE or listed or ahead.endswith(_COUNTS)):
            yield found.start("n"), found.end("n"), value
    yield from spelled(text)


def _vietnamese_numbers(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Numbers in Vietnamese words that are one number, but for ordinals: "thứ hai", "quý ba"."""
    for found in _VI.finditer(text):
        value = _vietnamese(found["n"].lower().split())
        ordinal = text[max(0, found.start() - _NEAR) : found.start()].lower().endswith(("thứ ", "tháng ", "quý "))
        if value is not None and not ordinal:
            yield found, value


def number(words: str) -> int:
    """What a number says that stands in digits or in words; 0 when it is none."""
    if words.isdigit():
        return int(words)
    return spelled_value(words) or _vietnamese(words.lower().split()) or 0


def _vietnamese(words: list[str]) -> int | None:
    """The number, or None when the words are no one number ("hai ba")."""
    total = group = 0  # thousands, and what is below them
    last: int | None = None  # a digit whose power is still to come
    if words[-1] == "năm" and words[-2:-1] and words[-2] in _POWERS.keys() | {"mười", "nghìn", "ngàn"}:
        return None  # "hai mươi năm": years
    for word in words:
        if word in _UNITS or word == "mười":
            if last is not None:
                return None
            group, last = (group + 10, None) if word == "mười" else (group, _UNITS[word])
        elif word in _POWERS:
            if last is None:
                return None
            group, last = group + last * _POWERS[word], None
        elif word in {"nghìn", "ngàn"}:
            if word is words[0]:
                return None  # the unit of digits: "908 ngàn người"
            total, group, last = total + (group + (last or 0)) * 1000, 0, None
    return total + group + (last or 0)
