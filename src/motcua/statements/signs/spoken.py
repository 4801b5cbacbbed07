"""Numbers in words, where nothing else can be meant: "mười hai hồ sơ", "twelve dossiers"."""

import re
from collections.abc import Iterator

__all__ = ["number", "spoken"]

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_POWERS = {"mươi": 10, "trăm": 100}
_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_LEAST_TENS = 20  # "twenty-one" is one number, "twelve-one" is not
_NOUN = (
    "hồ sơ|hs|trường hợp|nhiệm vụ|việc|thủ tục|phiếu|lượt|công dân|người|ý kiến|phản ánh|kiến nghị|đơn thư|đơn|cuộc|"
    "lớp|buổi|văn bản|vụ|dịch vụ|công chức|viên chức|nhân viên|cán bộ|thành viên|hội viên"
)
_VI_WORD = "|".join((*_UNITS, "mười", *_POWERS, "nghìn", "ngàn", "linh", "lẻ"))
_VI = re.compile(
    rf"(?<!\w)(?<!thứ )(?<!tháng )(?<!quý )(?P<n>(?:{_VI_WORD})(?: (?:{_VI_WORD})){{0,9}})"
    rf"(?: \(0?\d+\))?(?= (?:{_NOUN})(?!\w))",
    re.IGNORECASE,
)
_EN_WORD = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_EN_NOUN = "dossiers?|files?|cases?|tasks?|applications?|people|petitions?"
_EN_VERB = "are|were|have|had|wait|remain|came|arrived|of (?:them|these|which)"
_EN = re.compile(
    rf"(?<!\w)(?P<n>(?:{_EN_WORD})(?:[- ](?:{_EN_WORD}))?)"
    rf"(?= (?:[a-z]+ )?(?:{_EN_NOUN})(?!\w)|(?<![ (]one)(?= (?:{_EN_VERB})(?!\w)))",
    re.IGNORECASE,
)
_UNSURE = frozenset({"không", "một", "năm"})  # "no", "a", "year" as well
_COUNTS = ("có", "còn", "chỉ", "với", "và", "gồm")  # words after which they are numbers


def spoken(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a number in words stands and what it is."""
    for found in _VI.finditer(text):
        words = found["n"].lower()
        value = _vietnamese(words.split())
        before = text[: found.start()].rstrip().lower()
        listed = words == "năm" and before.endswith((",", ";", ":", "(", "trong đó"))
        sure = words not in _UNSURE or listed or before.endswith(_COUNTS)
        if value is not None and sure:
            yield found.start("n"), found.end("n"), value
    for found in _EN.finditer(text):
        tens, *units = re.split(r"[- ]", found["n"].lower())
        if not units or (_ENGLISH[tens] >= _LEAST_TENS and _ENGLISH[units[0]] < 10):
            yield found.start("n"), found.end("n"), sum(_ENGLISH[word] for word in (tens, *units))


def number(words: str) -> int:
    """What a number says that stands in digits or in words; 0 when it is none."""
    if words.isdigit():
        return int(words)
    return _ENGLISH.get(words.lower()) or _vietnamese(words.lower().split()) or 0


def _vietnamese(words: list[str]) -> int | None:
    """The number, or None when the words are no one number ("hai ba")."""
    total = group = 0  # thousands, and what is below them
    last: int | None = None  # a digit whose power is still to come
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
            total, group, last = total + (group + (last or 0)) * 1000, 0, None
    return total + group + (last or 0)
