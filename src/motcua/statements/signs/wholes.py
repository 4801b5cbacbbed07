"""Where the words around a rate say what it is of: a whole by its name, or the very count."""

import re

from motcua.statements.signs.lexicon import labels

__all__ = [
    "ITS_VERB",
    "PLANNED",
    "among_count",
    "among_total",
    "base_after",
    "base_in",
    "names_part",
    "names_rate",
    "of_count",
    "over_count",
    "predicate",
    "says_anew",
    "subject",
    "total_after",
    "words_of_part",
]

_NOUN = (
    r"(?:hồ sơ|hs|nhiệm vụ|phiếu|đơn|thủ tục|dossiers?|files?|cases?|applications?|tasks?|petitions?|slips?|forms?|"
    r"ballots?|procedures?)"
)
_RATE = r"(?:t[ỷỉ] lệ|share|rate|proportion|percentage)"
_WHOLE = r"(?:\s+(?:tổng|số|tổng số|toàn bộ|cả|the|these|those|all|a total of|our|its|[^\W\d_]+['’]s))*"
_OF_COUNT = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:trong|trên|của|so với|trên tổng|of|out of)" + _WHOLE + r"\s*(?:of\s+)?", re.IGNORECASE
)
_AMONG_COUNT = re.compile(
    r"(?: [^\W\d]+){0,2}" + _OF_COUNT.pattern + r"|(?: [^\W\d]+){3,7} (?:trên|trong|out of) |"
    r"(?: \w+){0,10}\)?,? (?:(?:trên|trong) tổng(?: số)?(?: [^\W\d]+){0,3}|tính trên(?: số)?|chia(?: cho)?|"
    r"out of(?: a total of)?(?: the)?(?: VND| USD| EUR)?|divided by) ",
    re.IGNORECASE,
)
_AMONG_TOTAL = re.compile(
    r"(?: \w+){1,10} (?:(?:trên|trong) tổng(?: số)?|out of a total of)(?: [^\W\d]+){0,3} ", re.IGNORECASE
)
_IN_TOTAL = re.compile(r"(?<!\w)(?:(?:trên|trong) tổng(?: số)?|out of)(?!\w)", re.IGNORECASE)
_OVER = re.compile(
    rf"(?:(?P<rate>.*{_RATE}(?!\w).*)|\W*)(?<!\w)(?P<of>(?:tính |chia )?(?:trên|cho)|(?:out )?of|over){_WHOLE}\s*",
    re.IGNORECASE | re.DOTALL,
)
_IF = re.compile(  # "Nếu tính trên cả 342 tuyến thì …", "lấy 352 loại này làm mẫu số thì …"
    r"\W*(?:(?:nếu|khi|còn|và|mà|nhưng|song|if|when)\s+)*"
    rf"(?:(?:tính|chia|so|đem chia)\s+(?:trên|cho|với|theo)|(?P<take>lấy)){_WHOLE}\s*",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"[^\d:;.()]{0,60}?(?P<base>\s+(?:làm|là)\s+(?:mẫu số|gốc|chuẩn|căn cứ))?,?\s+thì\s+(?P<rest>[^\d:;.()]*?)(?<!\w)"
    r"(?:là|đạt|bằng|chiếm|được|ra|ở mức|chỉ)(?:\s+[^\W\d]+){0,2}\s*",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    rf"(?P<noun>\s*(?:[^\W\d]+\s+){{0,2}}?{_NOUN})?(?P<rest>[^\d:;.()]*?)(?<!\w)"
    r"(?:là|đạt|bằng|chiếm|ở mức|thì (?:được|ra)|is|was|are|were|stands? at|stood at|reached|comes? to|came to|=)"
    r"(?:\s+[^\W\d]+){0,2}\s*",
    re.IGNORECASE,
)
PLANNED = re.compile(  # right before a count
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|plan(?:ned)?|target)(?! số)"
    r"(?: (?:là|có|giao|được|đề|ra|cả|năm|quý|tháng|đầu|tỉnh|thành phố|xã|phường|was|is|of|for|the))*:?\s*$",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\s*(?:trên |trong |của )?(?:tổng(?: số)?|số|of (?:the|all)|so với)(?!\w)", re.IGNORECASE)
_OF = re.compile(
    r"(?P<what>(?:[ \u00a0][^\W\d_]+(?:-[^\W\d_]+)*){1,5}?(?=\s+(?:trên (?:tổng )?số|out of (?:all|the))(?!\w)))?"
    r"\s*\)?\s*(?:(?:trên|trong|của|so với|out of)(?!\w)|tổng số(?= \w)|"
    r"số(?= (?:hồ sơ|việc|nhiệm vụ|chưa|đã|đang|nhận|phải|trả|nộp|gửi|có|được|thu|phát)(?!\w))|"
    r"of(?= (?:the|all|those|these|what|everything)))",
    re.IGNORECASE,
)
_OF_NOUN = re.compile(r"\s*(?=(?:hồ sơ|hs)\s)", re.IGNORECASE)
_BASE = re.compile(
    r"(?<!\w)(?:tính )?(?:trên|so với|trong|của|/) ?(?:tổng(?: số)?|số|nhóm)"
    r"(?: (?:hồ sơ|lượng|thủ tục|nhiệm vụ|tthc))*(?: [^\d,;.:()]{2,40})?|"
    rf"(?<!\w)(?:tính (?:trên|theo)|trên(?= {_NOUN})|as an? (?:share|proportion|percentage) of|measured against|among)"
    r" [^\d,;.:()]{2,40}|"
    r"(?:of|over) (?:all|the|total|valid|collected|returned)[^\d,;.:()]{2,40}",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(  # "the share of fee dossiers paid online": of those, when more is said of them
    rf"(?<!\w){_RATE} (?P<base>of (?:the |its |our )?(?!all |the |total |whole )(?:[^\W\d]+[ -]){{1,3}}?{_NOUN})(?!\w)",
    re.IGNORECASE,
)
ITS_VERB = re.compile(  # right behind a count that is told of: "Of these 43 were settled" is of more than 43
    r" (?:were|was|are|is|have|has|had|did|do|came|went|got|took|left|passed|failed)(?!\w)", re.IGNORECASE
)
_VERB = re.compile(
    r"(?<!\w)(?:were|was|are|is|stands|stood|reached|only|just|therefore|thus|đạt|là|chiếm|bằng|chỉ|ở mức)(?!\w)",
    re.IGNORECASE,
)
_RATE_OF = re.compile(
    r"t[ỷỉ] lệ(?! (?:là|đạt|chiếm|tương|này|chung|bằng|cao|khá|trên|so))(?: [^\W\d]+){2,}", re.IGNORECASE
)
_PART_HAS = re.compile(
    r"\s*(?!tỷ lệ|tỉ lệ|số|the |rate)[^\W\d]+(?: [^\W\d]+){1,6} (?:chiếm|đạt|là|makes?|made|accounts? for)\s*",
    re.IGNORECASE,
)
_CONCLUDES = re.compile(
    r"(?<!\w)(?:nghĩa là|tức là|như vậy|vậy là|tính ra|thành ra|so that|so|meaning(?: that)?|which means(?: that)?)"
    r"(?: đã)?(?: có)?\W*$",
    re.IGNORECASE,
)
_SOME_DO = re.compile(
    r"\s+(?:tổng )?số(?: (?!có|được|đã|bị|chưa|không|là)[^\W\d]+){1,8}? (?:có|được|đã|bị|chưa|không|là) |"
    r"\s+(?:met|were|was|are|is|have|has|had|came|did)(?!\w)",
    re.IGNORECASE,
)


def of_count(words: str) -> bool:
    """Whether the words between a rate and a count say that the rate is of that count."""
    return _OF_COUNT.fullmatch(words) is not None


def among_count(words: str) -> bool:
    """Whether the words between two counts say that the first is of the second: "1.214 hồ sơ trong tổng số 1.259"."""
    return _AMONG_COUNT.fullmatch(words) is not None


def among_total(words: str) -> bool:
    """Whether they say that the second is the total of what the first is some of."""
    return _AMONG_TOTAL.fullmatch(words) is not None


def words_of_part(words: str) -> str:
    """What stands before the words that lead to a total: "họp trong tổng số 62 hộ" gives "họp "."""
    found = _IN_TOTAL.search(words)
    return words[: found.start()] if found else ""


def over_count(lead: str, tail: str, *, alone: bool) -> tuple[str, int] | None:
    """What a rate counts that is said to be of the count between these words, and where the words for that begin.

    "Tỷ lệ thủ tục toàn trình trên tổng số 352 thủ tục là 61,08 %", "the share of the 640 dossiers paid online is 80 %":
    the words that say what it counts, and where in `tail` the words for the whole end. `alone`: no rate follows at
    once, so that only "tính trên", "chia cho" say so.
    """
    condition, then = _IF.fullmatch(lead), _THEN.fullmatch(tail)
    if condition and then and not alone and (then["base"] or not condition["take"]):
        return then["rest"], then.start("rest")
    over, predicate = _OVER.fullmatch(lead), _PREDICATE.fullmatch(tail)
    if over is None or predicate is None:
        return None
    if not over["of"].lower().startswith(("tính", "chia")) and (alone or not over["rate"]):
        return None
    rate = over["rate"] or ""
    if over["of"].lower().endswith(("of", "over")) and not labels(rate):
        return rate + predicate["rest"], predicate.start("rest")
    return rate, len(tail)


def predicate(text: str, at: int, end: int) -> int | None:
    """Where the verb after the count that ends at `at` begins."""
    found = _VERB.search(text, at, end)
    return found.start() if found else None


def subject(words: str) -> str:
    """What stands before the verb."""
    return _VERB.split(words, maxsplit=1)[0]


def total_after(text: str, at: int, end: int) -> bool:
    """Whether the rate that ends at `at` is said to be of some total."""
    return _TOTAL.match(text, at, end) is not None


def base_after(text: str, at: int, end: int, *, noun: bool) -> re.Match[str] | None:
    """What the rate that ends at `at` is said to be of begins where the match ends; `noun`: a noun alone says so.

    Its group "what" are words between that say what it counts: "94,4 % đúng hạn trên số đã giải quyết".
    """
    return _OF.match(text, at, end) or (_OF_NOUN.match(text, at, end) if noun else None)


def base_in(words: str) -> tuple[int, int] | None:
    """Where words before a rate say what it is of."""
    if found := _BASE.search(words):
        return found.span()
    found = _SHARE_OF.search(words)
    return found.span("base") if found and labels(words[found.end() :]) else None


def says_anew(ahead: str, after: str) -> bool:
    """Whether a rate begins a clause that says what it counts: "nghĩa là 75 % số em có máy riêng"."""
    return _CONCLUDES.search(ahead) is not None and _SOME_DO.match(after) is not None


def names_part(words: str) -> bool:
    """Whether words before a rate say what it counts: "lĩnh vực chứng thực chiếm", not only "tỷ lệ đạt"."""
    return _PART_HAS.fullmatch(words) is not None


def names_rate(words: str) -> bool:
    """Whether words before a rate give it a name of its own: "đạt tỷ lệ hòa giải thành"."""
    return _RATE_OF.search(words) is not None
