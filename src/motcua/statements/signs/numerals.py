"""Numerals in a statement: which of them count something, and which are dates, decrees, levels, telephones."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from motcua.statements.signs.amounts import WRITTEN_OUT, amounts
from motcua.statements.signs.averaging import average_of
from motcua.statements.signs.noise import noise
from motcua.statements.signs.spoken import spoken
from motcua.sums import places

__all__ = ["Form", "Hedge", "Numeral", "english", "spot"]


class Form(StrEnum):
    """What a numeral is."""

    COUNT = "count"
    PERCENT = "percent"
    RATIO = "ratio"  # 14/27: two numerals in one


class Hedge(StrEnum):
    """How firmly it is said."""

    EXACT = "exact"
    ABOUT = "about"  # hơn 2.000, gần 98 %
    CHANGE = "change"  # tăng 12 %, giảm 35 hồ sơ: a difference, not an amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One numeral; `start` and `end` count characters of the text, `whole` is what a ratio is of."""

    start: int
    end: int
    text: str
    form: Form
    value: Decimal
    whole: Decimal | None = None
    hedge: Hedge = Hedge.EXACT

    @property
    def decimals(self) -> int:
        """Digits printed after the decimal comma."""
        return places(self.value)


_VI_GROUPED = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?![\d])|(?<!\d )(?<!\w)\d{1,3}(?: \d{3})+(?![\d.,/])"
_EN_GROUPED = r"\d{1,3}(?:,\d{3})+(?![\d])"
_VI_ODD = r"\d{1,3}(?:\.\d+)+(?![\d%]|,\d)(?!\s?%)"  # 1.27, 12.5581: a thousand with a digit lost or too many
_VI = re.compile(rf"(?:{_VI_GROUPED}|{_VI_ODD}|\d+)(?:,\d+(?!\d|\.\d))?")
_EN_ODD = r"\d{1,3}(?:,\d{3})*,(?:\d{2}|\d{4})(?![\d%]|[.,]\d)(?!\s?%)"  # 1,27, 12,5581
_EN = re.compile(rf"(?:{_EN_GROUPED}|{_EN_ODD}|\d+)(?:\.\d+(?!\d|,\d))?")
_ALL = 100  # percent
_LONGEST = 20  # characters of a number that anybody means
_PERCENT = re.compile(r"[ \u00a0]?%|[ \u00a0](?:phần trăm|per ?cent|percent)(?!\w)", re.IGNORECASE)
_SIGN_AHEAD = re.compile(
    r"(?:\(\s?%\s?\)|t[ỷỉ] lệ %)(?: (?:là|đạt|bằng|is|was))?\s?[:=]?\s?$", re.IGNORECASE
)  # "Tỷ lệ (%): 97,5"
_SIGN_LEAD = 20  # characters
_DONG = re.compile(r"đ(?!\w)", re.IGNORECASE)  # "1.240.000đ"
_SLASH = re.compile(r"[ \u00a0]?/[ \u00a0]?(?=\d)")
_STUCK = re.compile(r"0[1-9](?=(?-i:[a-zđ][^\W\d_]+) [^\W\d_])", re.IGNORECASE)  # "01bí thư", without its space
_SAME_SLASH = re.compile(r" ([^\W\d]+) ?/ ?(?=\d[\d.]*+ \1(?!\w))")  # "81 hộ/90 hộ"

_TAKEN = "".join(  # "carried over 112 files" are just 112
    rf"(?<!{verb} )" for verb in ("took", "taken", "taking", "carried", "carrying", "left", "handed", "brought")
)
_ABOUT = re.compile(
    r"(?<!\w)(?:hơn|gần|khoảng|trên|dưới|xấp xỉ|ước|ước đạt|ước tính|chừng|ít nhất|tối thiểu|tối đa|không dưới|"
    rf"không quá|chưa (?:đến|tới|đầy)|{_TAKEN}over|"
    r"under|above|below|up to|about|around|nearly|almost|(?:more|less|fewer) than|some|approximately|"
    r"roughly|circa|close to|just under|at least|at most|exceed(?:s|ed|ing)?|"
    r"~|≈|>|<|≥|≤)\s*$",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"(?:\d|t[ỷỉ] lệ)[^.,;:\n]* (?!(?:có|đạt|là|với|thu|lên|nhận|được|còn|về) trên)\w+ trên\s*$|"
    r"(?:tính|chia|\d) trên\s*$",
    re.IGNORECASE,
)
_ON = re.compile(r"(?<!\w)trên\s*$", re.IGNORECASE)
_PRECISE = 3  # digits of a number that is no round one when the last of them is no nought
_CHANGE = re.compile(
    r"(?<!\w)(?:tăng|giảm|tăng thêm|giảm còn thêm|cao hơn|thấp hơn|nhiều hơn|ít hơn|tăng lên|giảm đi|vượt|lệch|"
    r"chênh lệch|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!brought )(?<!put )(?<!set )(?<!took )(?<!taken )"
    r"(?<!picked )(?<!cleaned )(?<!signed )(?<!turned )up|(?<!shut )(?<!cut )(?<!put )(?<!taken )down|"
    r"không phải(?: là)?|thay vì|rather than|instead of|(?<=, )not|"  # what it is not
    r"(?:nghĩa là|tức(?: là)?|như vậy|vậy là|tính ra),?(?: đã)? (?:thêm|hơn|bớt|kém)(?: được| đi)?|"
    r"rose(?: by)?|fell(?: by)?|increased?(?: by)?|decreased?(?: by)?|"
    r"(?:increase|decrease|rise|fall|drop|gain|loss|reduction|growth|decline|improvement|difference) of|by)"
    r"(?:\s+(?:thêm|tương ứng|so với[^.;]{0,40}|gần|khoảng|hơn))?\s*[:(]?\s*$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s*%?\s*(?:trở (?:lên|xuống)|or (?:more|higher|less|fewer))(?!\w)", re.IGNORECASE)
_AGAIN = re.compile(r" \((\d{1,3}(?:[.,]?\d{3})*)\)")
_TIMES = re.compile(r"\s*(?:lần|điểm phần trăm|percentage points?|times)(?!\w)", re.IGNORECASE)


def english(text: str) -> bool:
    """Whether numbers are written 12,558 and 98.23 %: by what is printed, else by the language."""
    votes: Counter[bool] = Counter()
    votes[True] += 2 * len(re.findall(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3}){1,3}(?![\d,.]*\d)(?!\s?%)", text))
    votes[False] += 2 * len(re.findall(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3}){1,3}(?![\d,.]*\d)(?!\s?%)", text))
    votes[True] += 2 * len(re.findall(r"(?<![\d.,])\d{1,3}\.\d{1,2}\s?%", text))
    votes[False] += 2 * len(re.findall(r"(?<![\d.,])\d{1,3},\d{1,2}\s?%", text))
    votes[True] += len(re.findall(r"(?<![\d.,])(?:\d{1,3}\.\d{1,2}|0\.\d{3,4})(?![\d.,])", text))
    votes[False] += len(re.findall(r"(?<![\d.,])(?:\d{1,3},\d{1,2}|0,\d{3,4})(?![\d.,])", text))
    if votes[True] != votes[False]:
        return votes[True] > votes[False]
    return not re.search(r"[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", text)


def spot(text: str, *, in_english: bool | None = None) -> tuple[Numeral, ...]:
    """Every numeral that counts something, in order. Dates, numbers of decrees, levels and the like are left out."""
    foreign = english(text) if in_english is None else in_english
    return tuple(sorted(_spotted(text, foreign=foreign), key=lambda one: one.start))


def _spotted(text: str, *, foreign: bool) -> Iterator[Numeral]:
    plain = _EN if foreign else _VI
    blind = bytearray(len(text) + 1)
    for start, end in noise(text):
        blind[start:end] = b"\x01" * (end - start)
    told = [] if foreign else list(told_amounts(text, blind))
    for one in told:
        blind[one.start : one.end] = b"\x01" * (one.end - one.start)
    in_words = [*told, *(one for one in spoken_numerals(text) if not blind[one.start])]
    for one in in_words:
        if (again := _AGAIN.match(text, one.end)) and _value(again[1], foreign=foreign) == one.value:
            blind[again.start() : again.end()] = b"\x01" * (again.end() - again.start())  # "twelve (12) letters"
    at = 0
    while (found := plain.search(text, at)) is not None:
        at = found.end()
        if blind[found.start()]:
            at = blind.find(0, found.start(), found.end()) if 0 in blind[found.start() : found.end()] else found.end()
            continue  # what follows the number of a name in one breath is a count: "khu 1 168 hộ"
        if found.end() - found.start() > _LONGEST or _inside_a_word(text, *found.span()):
            continue
        one = _numeral(text, found, plain, foreign=foreign)
        at = one.end
        yield one
    yield from in_words


def _inside_a_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalpha() or before in {"_", "@", "#"} or (before == "-" and text[start - 2 : start - 1].isalpha()):
        return True
    if before in {".", ","} and text[start - 2 : start - 1].isdigit():
        return True  # the tail of something that is no number, like 1.2.3
    return (after.isalpha() and not (_DONG.match(text, end) or _STUCK.match(text, start))) or after == "_"


def _numeral(text: str, found: re.Match[str], plain: re.Pattern[str], *, foreign: bool) -> Numeral:
    start, end = found.span()
    value = _value(found.group(), foreign=foreign)
    hedge = _hedge(text, start, end)
    percent = _PERCENT.match(text, end)
    if percent or (value <= _ALL and _SIGN_AHEAD.search(text, max(0, start - _SIGN_LEAD), start)):
        end = percent.end() if percent else end
        return Numeral(
            start=start,
            end=end,
            text=text[start:end],
            form=Form.PERCENT,
            value=value,
            hedge=hedge,
        )
    if (slash := _SLASH.match(text, end) or _SAME_SLASH.match(text, end)) and (other := plain.match(text, slash.end())):
        whole = _value(other.group(), foreign=foreign)
        parts = 0 < value <= whole or (whole == int(whole) and value == int(value))  # "4,92/6,5 điểm"
        if parts and not text[other.end() : other.end() + 1].isalpha():
            return Numeral(
                start=start,
                end=other.end(),
                text=text[start : other.end()],
                form=Form.RATIO,
                value=value,
                whole=whole,
                hedge=hedge,
            )
    if _TIMES.match(text, end):
        hedge = Hedge.CHANGE
    return Numeral(start=start, end=end, text=text[start:end], form=Form.COUNT, value=value, hedge=hedge)


_MORE = re.compile(  # after it: "249 more", "a 22 % rise", "12 cases fewer than in May"
    r"\s?(?:%|per ?cent)?\s(?:(?:[a-z]+s )?(?:more|fewer|less|higher|lower)"
    r"(?=\s(?:than|over|in|on|or|and|which)(?!\w)|\s\(|\W*(?:$|[,.;:)]))|(?:above|below|up on|down on)(?!\w))|"
    r"\s?(?:%|per ?cent)\s(?:rise|increase|growth|gain|jump|fall|drop|decrease|decline|reduction)(?!\w)",
    re.IGNORECASE,
)


_SIGNED = re.compile(r"(?:[(;:,]\s?|\()[+–−-]\s?$")  # before a rate: "(2024: 487; +26.1 %)"


def _hedge(text: str, start: int, end: int) -> Hedge:
    before = text[max(0, start - 60) : start]
    if _CHANGE.search(before) or _TIMES.match(text, end) or _MORE.match(text, end):
        return Hedge.CHANGE
    if _SIGNED.search(before) and _PERCENT.match(text, end):
        return Hedge.CHANGE
    about = _ABOUT.search(before)
    if about and about[0][0].isupper() and before[: about.start()].rstrip(" ")[-1:].isalpha():
        about = None  # a name: "ấp Trên 48"
    if _OR_MORE.match(text, end) or (about and not _of(text, start, end)):
        return Hedge.ABOUT
    if average_of(text, start, end) is not None and not _PERCENT.match(text, end):
        return Hedge.ABOUT  # no amount
    return Hedge.EXACT


def _of(text: str, start: int, end: int) -> bool:
    """Whether "trên" says what something is of: "412 hồ sơ được số hóa trên 530 hồ sơ", "kết quả trên 573 phiếu"."""
    before = text[max(0, start - 60) : start]
    if not _ON.search(before) or _PERCENT.match(text, end):
        return False
    return (end - start >= _PRECISE and text[end - 1] != "0") or _AMONG.search(before) is not None


def _value(text: str, *, foreign: bool) -> Decimal:
    grouping, point = (",", ".") if foreign else (".", ",")
    bare = re.sub(r"[\u00a0\u202f ]", "", text).replace(grouping, "").replace(point, ".")
    return Decimal(bare)


def told_amounts(text: str, blind: bytearray) -> Iterator[Numeral]:
    """Amounts of money that say themselves in which unit they are: "1 tỷ 250 triệu"."""
    for start, end, value in amounts(text):
        if not blind[start]:
            again = WRITTEN_OUT.search(text, max(0, start - 30), start)  # of what stands in digits: no other count
            hedge = Hedge.ABOUT if again else _hedge(text, start, end)
            yield Numeral(start=start, end=end, text=text[start:end], form=Form.COUNT, value=value, hedge=hedge)


def spoken_numerals(text: str) -> Iterator[Numeral]:
    """Numbers in words that count something: "mười hai hồ sơ"."""
    for start, end, value in spoken(text):
        percent = _PERCENT.match(text, end)
        stop = percent.end() if percent else end
        yield Numeral(
            start=start,
            end=stop,
            text=text[start:stop],
            form=Form.PERCENT if percent else Form.COUNT,
            value=Decimal(value),
            hedge=_hedge(text, start, end),
        )
