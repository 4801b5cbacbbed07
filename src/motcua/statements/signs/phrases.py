"""Turns of phrase that tell how the figures of a sentence belong together."""

import re

from motcua.statements.signs.figures import Tie
from motcua.statements.signs.lexicon import Topic, topic_of
from motcua.statements.signs.wording import GROUP

__all__ = [
    "AGAIN",
    "AMONG",
    "AND",
    "ASSIGNED",
    "BY_NAME",
    "CAME_TO",
    "EACH",
    "FROM",
    "FROM_ONE",
    "HAS",
    "NAME_AND_NUMBER",
    "NOW",
    "NUMBER_NEXT",
    "ONLY_HOW_MANY",
    "OPEN",
    "OTHERS",
    "OVERLAP",
    "PAST",
    "PLANNED",
    "PLANS",
    "PLAN_AFTER",
    "REST",
    "REST_UNTOLD",
    "SOME",
    "SPLITS",
    "TITLE",
    "TO",
    "TOTAL",
    "TO_OTHER",
    "UNCOUNTED",
    "UNTOLD",
    "WORK",
    "all_of",
    "compared",
    "consists",
    "introduced",
    "leaves_out",
    "names_others",
    "of_another",
    "only_rest",
    "rest_of_groups",
    "says_share",
    "tells_total",
    "tie_in",
    "topic_in",
]


def _words(*phrases: str) -> re.Pattern[str]:
    """Any of these phrases, as whole words."""
    return re.compile(r"(?<!\w)(?:" + "|".join(phrases) + r")(?!\w)", re.IGNORECASE)


_CLAIMED = _words(
    r"(?:bao )?gồm(?! cả)(?: có)?", "chia (?:ra|theo|thành|làm)", "phân (?:ra|theo|loại|tích|bổ)", "cơ cấu", "cụ thể",
    "như sau",
    "chỉ (?:thuộc|gồm|có|ở một trong)", r"thuộc một trong (?:các|\w+) (?:nhóm|trạng thái)",
    "(?:toàn bộ|tất cả)(?: các| số)? (?:hồ sơ|nhiệm vụ|đơn|phiếu) (?:nói )?(?:trên|này|đó)",
    r"^\W*theo (?:từng )?(?:ngày|tuần|tháng|quý|buổi|độ tuổi|giới tính|lĩnh vực|địa bàn|đơn vị)\s*$",  # and a colon
    "không có (?:nhóm|trường hợp) nào khác", "exactly one", "fall into", "mutually exclusive",
    "compris(?:e|es|ed|ing)", "consist(?:s|ed|ing)? of", "made up of", "namely", "broken down", "as follows",
    "(?:divided|split|allocated|distributed) (?:into|among|between|over|by)",
)  # fmt: skip
_NAMED = _words(
    "trong đó", "trong số (?:đó|này)", "trong tổng số (?:đó|này)", "of which", "of (?:these|them|those|whom)",
    "among (?:them|these)", "including", "with",
)  # fmt: skip
OPEN = re.compile(
    _words(
        r"như(?! (?:sau|thế|trên|nêu|đã)(?!\w))", "chủ yếu", "điển hình", "tiêu biểu", "phần lớn", "đa số", "đa phần",
        r"v\.v", "nhất là",
        "nổi bật", "(?:nhiều|đông) nhất", "dẫn đầu", "đứng đầu", "(?:kế|tiếp) (?:tiếp|đến|sau|theo) là", "ví dụ",
        "such as", "mainly", "mostly", "chiefly", "notably", r"e\.g", "for example",
        "among others", "etc", "largely", "in particular",
    ).pattern + r"|\.\.\.|…",
    re.IGNORECASE,
)  # fmt: skip
_COMPARED = _words(
    "so với(?! (?:tổng|số|toàn|giấy|(?:ngày |thời )?h[ạẹ]n|quy định))", "cùng kỳ", "năm ngoái(?! (?:chuyển|mang|để))",
    "(?:kỳ|tháng|quý|năm)(?: báo cáo)? trước(?! (?:chuyển|mang|để))",
    r"(?:đạt|vượt|theo|bằng) kế hoạch(?! (?:số )?\d)", "chỉ tiêu", "mục tiêu(?! quốc gia)", "phấn đấu", "dự toán",
    "same (?:period|quarter|month) (?:of|in|last|a year)", "compared (?:with|to)",
    "(?<!measured )against", "versus", "previous (?:year|quarter|month|period)", "last (?:year|quarter|month)",
    "target(?! (?:group|population|audience|area))", "planned",
)  # fmt: skip
PAST = re.compile(r"(?<!\w)(?:vượt|đạt|hơn|above|past|exceed(?:ed|s|ing)?|met)(?: the)?\s+$", re.IGNORECASE)  # a target
NOW = _words(
    "(?:năm|kỳ|quý|tháng|tuần) (?:nay|này)", "kỳ báo cáo này", "this (?:year|quarter|month|period|week)(?:['’]s)?"
)
_ENDS = re.compile(
    r"[\s:]*(?:là|có|như sau|sau)?(?: ?(?:\w+ ){0,2}"
    r"(?:nhóm|loại|phần|hình thức|kênh|trạng thái|groups?|kinds?|states?|categories)(?: sau| below)?)?[\s:]*",
    re.IGNORECASE,
)
_SHARE = re.compile(
    _words(
        "đạt", "chiếm", "tức", "nghĩa là", "xấp xỉ", "tương ứng", "tương đương", "bằng", "tỷ lệ", "tỉ lệ",
        "an? (?:[a-z]+[ -]){0,3}(?:rate|share|proportion|percentage|ratio) of",
        "hay", "tính ra", "vị chi", "ứng với", "accounting for", "or", r"i\.e\.", "equal to",
        "(?:that|which) (?:is|was)", "representing", "making", "which (?:makes|comes to|means)", "makes", "being",
    ).pattern + r"|^\s*[=(]?\s*$|=",
    re.IGNORECASE,
)  # fmt: skip
AMONG = re.compile(
    r"\W*(?:trong|of|out of|among)(?: (?:tổng|số|tổng số|toàn bộ|cả|the|these|those|all|a total of))*\s*", re.IGNORECASE
)
_ELSE = "(?<!from )(?<!to )(?<!with )(?<!by )(?<!than )"  # "19 from other communes": not all that are not named
REST = _words(
    "còn lại", r"(?<!ngoài ra )(?<!ngoài ra, )(?<!cạnh đó )(?<!cạnh đó, )còn(?= \d)",
    "(?:lượt|hồ sơ|trường hợp|đơn|nhiệm vụ|phiếu|số|người) khác", "the rest", "remaining",
    f"{_ELSE}(?:all )?others?", "remainder", r"leaving(?= \d)",
    "(?:still|yet) (?:have |has |had )?to(?: be)?", "still (?:wait(?:s|ing)?|missing)",
    "(?:free|unspent|unused) (?:balance|funds?)", "un(?:spent|committed|allocated|disbursed)",
)  # fmt: skip
OTHERS = _words(
    "(?:nhóm|lĩnh vực|loại|diện|trường hợp|đối tượng|nguyên nhân|lý do|thủ tục|nội dung|việc|đơn vị|nguồn|khoản) khác",
    "còn lại",
    "khác",
    f"{_ELSE}(?:all )?(?:the )?others?",
    "the rest",
    "the remaining",
    f"{_ELSE}other \\w+",
)
UNTOLD = _words(
    "(?:để|bỏ) (?:trống|trắng)", "(?:không|chưa) (?:trả lời|ghi|đánh giá|chọn|phân loại|rõ|xác định|nêu|có ý kiến)",
    "blank", "unanswered", "unclear", "unclassified", "no (?:answer|opinion)",
)  # fmt: skip
TOTAL = re.compile(  # a figure begins so that is the sum of those before it
    r"\W*(?:và |hay |, )?(?:tổng cộng|tổng số|tổng|cộng(?! (?:đồng|tác)(?!\w)))(?: chung)?(?!\w)|"
    r"\W*(?:(?:making|giving|for|or|i\.e\.),? )?(?:in total|(?:an? |the )?(?:[a-z]+(?:-[a-z]+)? )?totals?|"
    r"altogether|in all|(?:adding|coming|adds|amounting) (?:up )?to|totall?ing|all told|"
    r"(?:(?:which|this|that) (?:brings|takes|raises)|bringing|taking|raising|pushing)(?: [^\W\d]+){1,6} to)(?!\w)",
    re.IGNORECASE,
)
_TOTAL_AHEAD = re.compile(  # the same behind words that conclude, and by the name of all there is: "toàn xã 187 hộ"
    r"\W*(?:(?:như vậy|như thế|vậy(?: là)?|thế là|tức(?: là)?|nghĩa là|tính ra|do đó|vì thế|theo đó|từ đó|nên|và|hay|"
    r"thành ra|so|thus|hence|which|that)(?!\w)[\s,:]*)*"
    r"(?:[\s,:]*(?:(?:cộng|gộp|tính|tổng)(?: cộng)?(?: lại| gộp| chung| dồn| hết| tất cả)*|tổng số|cả thảy|tất cả|"
    r"toàn bộ|"
    r"(?P<place>(?:toàn|cả) (?:xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|trường|khối|ngành|đơn vị|cơ quan|trung tâm|"
    r"trạm|hội|đoàn|thôn|bản|ấp|khu|địa bàn|năm|quý|tháng|kỳ|đợt|vụ))|making|makes?|mak(?:es|ing) a total of|"
    r"adds? up to|adding up to|comes? to|coming to|(?:a|the) total(?: of)?|total(?:l?ing)?)(?!\w)){1,2}"
    r"(?:[ ,:]+(?:là|được|có|thì|lên|thành|đạt|bằng|ra|tới|đến|cả|of|is|was))*[\s,:]*",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(  # or words after it say so: "6,558 acts in all"
    r"(?:\s+[^\W\d]+){0,3}?,?\s+(?:tất cả|cả thảy|tổng cộng|cộng lại|in all|in total|altogether|all told|combined|"
    r"(?:taken )?together|"
    r"(?:for|over|in) the (?:whole |entire )?(?:year|quarter|half-year|season|period)(?: as a whole)?)"
    r"(?=\W*$|\W+(?:for|over|during|across|between)(?!\w))",
    re.IGNORECASE,
)
ON_TOP = re.compile(r"\W*(?:và |, )?cộng (?:với|thêm)(?!\w)", re.IGNORECASE)  # of what was told before
EACH = _words("mỗi", "bình quân", r"(?<!(?:giá|oại|ạng) )trung bình(?! *[,.;)])", "each", "per", "average")  # no group
SOME = _words("một số", "một vài", "vài", "mấy", "nhiều", "some", "several", "a few")
_ONLY_REST = re.compile(  # nothing else is said of it
    r"\W*(?:và |còn )?(?:toàn bộ|tất cả|cả)?\W*(?:phần|số)(?: hồ sơ)? còn lại(?: [^\W\d]+){0,2}\W*"
    r"[\d.,]+(?: [^\W\d]+){0,2}\W*|"
    r"\W*(?:and )?(?:all )?(?:the )?(?:rest|remainder)(?: [^\W\d]+){0,2}\W*[\d.,]+(?: [^\W\d]+)?\W*",
    re.IGNORECASE,
)
NUMBER_NEXT = re.compile(r"\s*[,:]\s*(?:\w+\s){0,2}\d")
_AWAY = (
    r"(?:bổ sung(?! (?:biên chế|nhân|người|công chức|cán bộ|kinh phí|máy|thiết bị|chỉ tiêu))|rút(?! ngắn| gọn| kinh)|"
    r"dừng|trả lại|trả về|từ chối|chuyển (?:trả|cơ quan|nơi))"
)
UNCOUNTED = re.compile(  # a group that is neither settled nor in progress, without a number
    rf"(?<!\w)(?:một số|một vài|vài|nhiều|mấy)(?!\w)[^\d:]{{0,90}}(?<!\w){_AWAY}(?!\w)|"
    r"(?<!\w)(?<!không )(?:các|những|có)(?: [^\W\d]+)? (?:hồ sơ|nhiệm vụ|đơn|trường hợp)(?! này| nào| trên)"
    rf"[^\d:]{{0,90}}(?<!\w){_AWAY}(?!\w)|"
    rf"^\W*(?:hồ sơ|đơn) (?:còn )?(?:thiếu|chưa đủ|không đủ|chưa hợp lệ)[^\d:]{{0,90}}(?<!\w){_AWAY}(?!\w)|"
    r"(?<!\w)(?:some|several|a few|those|the ones)(?!\w)[^\d:]{0,90}(?<!\w)"
    r"(?:sent back|returned|withdrawn|withdrew|suspended|paused|on hold|refused|rejected|transferred)(?!\w)",
    re.IGNORECASE,
)
REST_UNTOLD = re.compile(
    r"^\W*(?:còn lại|the rest)(?! (?:là|có|gồm|nộp)?:? ?\d)(?!\w)|"
    r"(?<!\w)(?:một số|một vài|các|những|số|phần|some|several|the)(?: (?:ít|hồ sơ|nhiệm vụ|việc|đơn|phiếu|trường hợp))*"
    r" (?:còn lại|khác)(?! (?:là|có|gồm|nộp)?:? ?\d)|"
    r"(?<!\w)(?:some|several|a few|the)(?: \w+)? (?:others?|remaining|rest|remainder)(?!\w)",
    re.IGNORECASE,
)
_ELSEWHERE = _words(  # a group that these figures leave out
    r"(?:theo dõi|thống kê|quản lý|báo cáo|tổng hợp|cập nhật|ghi|vào|mở)(?: ở| bằng| trong| vào)?(?: sổ)? riêng",
    r"(?:không|chưa|ngoài số)(?: được)? (?:tính|kể|bao gồm|gồm|thống kê|nêu|đưa|cộng|thể hiện|phản ánh)"
    r"(?! được| đúng| đủ| xong| trễ| quá)(?: vào| ở| tại| trong| đến| đây)*",
    "(?:nêu|có|ở|tại|theo|trong|xem|gửi kèm)(?: ở| tại| trong)? "
    "(?:phụ lục|biểu|danh sách|báo cáo (?:kèm theo|riêng|khác))",
    "(?:nêu|xem)(?: ở| tại| trong)? báo cáo",
    "(?:in|on|under) (?:a|an|the|their) (?:separate|annexed|attached|other|own) "
    "(?:register|list|report|annex|table|book)",
    "(?:in|see) (?:the )?(?:annex|appendix)", "separately",
    "(?:are|is|were|was) (?:kept|listed|reported|counted) apart",
    "(?:not|never) (?:counted|shown|included|listed|reported|given|covered)(?: in| here)?", "(?:ex|not in)cluding",
    "excluded", "without counting", "left out", "kept aside", "are elsewhere",
)  # fmt: skip
OVERLAP = _words(
    rf"cả (?:hai|2|ba|3)(?! (?:{GROUP}|bên|xã|phường|quý|tháng|tuần|kỳ|năm|đợt|quầy|cửa|đội|khối)\b)",
    "vừa [^.;,\\d]{2,40} vừa",
    r"(?:tính|kể|đếm|thống kê) (?:trùng|hai lần|nhiều lần)", "trùng (?:nhau|lặp)",
    "đã (?:được )?(?:tính|kể|gồm|nằm) trong", "(?:cùng lúc|đồng thời) (?:hai|nhiều|2|cả)",
    "nhiều (?:lỗi|nguyên nhân|lý do|nhóm)",
    r"(?:một|mỗi|có) [^.;,\d]{2,25} (?:nêu|góp|chọn|ghi|gửi|nộp|mắc|kể|hỏi)(?: được| từ)? (?:nhiều|hơn một|hai|vài)",
    r"(?:một|mỗi) [^.;,\d]{2,25} có thể [^.;,\d]{2,25} (?:nhiều|hơn một|hai|vài|cả)",
    r"(?:may|might|can|could) (?:\w+ ){1,2}(?:several|more than one|two)",
    "(?<!these )(?<!those )(?<!of the )(?:both|several|more than one|two) "
    "(?:faults?|errors?|reasons?|causes?|groups?|of them)",
    "overlap\\w*",
    "(?:counted|listed|appears?) (?:twice|in both)", "more than once",
)  # fmt: skip
_DETAILS = _words("chi tiết", "số liệu", "kết quả", "details?", "figures?", "full")  # more of the same in an annex
ASSIGNED = _words("giao(?! dịch| thông| lưu| ban)", "đề ra", "assigned", "gave", "given")
AND = re.compile(r"\W*(?:và|and)(?!\w)", re.IGNORECASE)
BY_NAME = _words(
    "(?:các|từng|theo|nhiều|một số) (?:lĩnh vực|đơn vị|nhóm thủ tục|loại việc|thôn|tổ dân phố)",
    "(?:by|in the|these|several) (?:fields?|areas?|units?|wards?|villages?)",
)
AGAIN = re.compile(
    r"\W*(?:(?:riêng|đối với)(?: (?:số|các|những))*|trong (?:tổng số|số|các|những)|"
    r"(?:of|among) (?:the|those|all))(?!\w)",
    re.IGNORECASE,
)
HAS = re.compile(r"(?<!\w)(?:có|thì|gồm|there (?:are|were)|,)(?!\w)", re.IGNORECASE)
_CONSISTS = re.compile(r"(?:bao )?gồm|chỉ|compris|consist|made up", re.IGNORECASE)
_BACK = _words(  # what was told before
    "số", "này", "đó", "ấy", "trên", "đây", "tổng", "tất cả", "they", "these", "those", "this", "that", "all",
)  # fmt: skip
ONLY_HOW_MANY = re.compile(  # a number with nothing that says what it counts
    r"\W*(?:(?:chỉ|là|có|được|với|vỏn vẹn|tất cả|cả thảy|tổng cộng|only|just|with|at|in all|exactly)(?!\w)\W*)*"
    r"\d[\d.,]*\d?(?:\s+(?:hồ sơ|trường hợp|đơn|phiếu|nhiệm vụ|việc|lượt|dossiers?|files?|cases?|applications?))?\W*",
    re.IGNORECASE,
)
NAME_AND_NUMBER = re.compile(  # an item of a list
    r"\W*(?:(?:and|và) )?(?!đã |đều )(?:[^\W\d]+ ){1,4}[\d.,]+"
    r"(?: (?:hồ sơ|đơn|phiếu|nhiệm vụ|dossiers?|files?|cases?))?\W*",
    re.IGNORECASE,
)
PLAN_AFTER = re.compile(
    r"\s*\)?\s*(?:so với )?(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|of (?:the )?(?:plan|target))", re.IGNORECASE
)
PLANS = re.compile(
    r"(?<!\w)(?:thuyết minh|phân bổ|quyết toán|lập|xây dựng|thực hiện|báo cáo|giao) "
    r"(?:[^\W\d]+ ){0,2}(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)(?!\w)",
    re.IGNORECASE,
)
PLANNED = re.compile(r"\W*(?:tổng )?(?:số )?(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|plan|target)(?!\w)", re.IGNORECASE)
SPLITS = re.compile(
    r"(?: [^\W\d]+){0,6}(?:,? (?:(?:bao )?gồm(?: có)?|trong đó|chia ra|phân bổ|consists? of|of which)(?!\w)|: | \()",
    re.IGNORECASE,
)
FROM = re.compile(
    r"(?<!\w)(?:tăng|giảm|rose|grew|increased|fell|dropped|decreased|up|down)(?:\s+\w+){0,3}\s+(?:từ|from)\s*$",
    re.IGNORECASE,
)
FROM_ONE = re.compile(r"(?<!\w)(?:từ|from)\s*$", re.IGNORECASE)
TO_OTHER = re.compile(
    r"(?:\s+[^\W\d]+){0,2}\s+(?:(?:tăng|giảm)\s+)?(?:lên|xuống|giảm còn|còn|thành)"
    r"(?:\s+(?:còn|tới|đến|thành|chỉ))*\s+\d|"
    r"(?:\s+[^\W\d]+){0,2}(?:\s+in \d{4})?,?\s+to\s+\d[\d,.]*(?!\s?(?:%|days?|hours?|years?))",
    re.IGNORECASE,
)
CAME_TO = re.compile(
    r"(?<!\w)(?:từ|from) \d[\d.,]*(?: [^\W\d]+){0,3} (?:lên|xuống|to)(?: (?:còn|tới|đến|thành|chỉ))* $", re.IGNORECASE
)
TO = re.compile(r"(?<!\w)(?:lên|xuống|còn|đến|to)(?:\s+(?:còn|chỉ|tới))*\s*$", re.IGNORECASE)
WORK = re.compile(r"(?:giải quyết|tiếp nhận|xử lý|thực hiện)(?: \w+){0,3} (?:thủ tục|tthc|dịch vụ)", re.IGNORECASE)
_ALL_OF = re.compile(
    r"(?:(?:trên|trong|so với|tổng|số|toàn bộ|tất cả|of|over|all|the|total|number|valid)\s*)+", re.IGNORECASE
)
TITLE = re.compile(  # the name of a chapter: "2. Số liệu cụ thể"
    r"\W*(?:số liệu|kết quả|tình hình|nội dung|nhiệm vụ|thông tin)(?: [^\W\d]+){0,4} cụ thể\s*", re.IGNORECASE
)
_NOUNS = _words(
    "hồ sơ", "nhiệm vụ", "thủ tục", "tthc", "phản ánh", "kiến nghị", "đơn thư", r"đơn(?!\s+vị)", "phiếu", "công dân",
    "lượt", "văn bản", "dossiers?", "files?", "cases?", "applications?", "tasks?", "procedures?", "petitions?",
    "feedback", "slips?", "forms?", "ratings?",
)  # fmt: skip


def introduced(words: str, *, ends: bool = False) -> str | None:
    """How these words introduce a breakdown, if they do; `ends`: only when nothing but filler follows."""
    if ends:
        found = [one for pattern in (_CLAIMED, _NAMED) for one in pattern.finditer(words)]
        if not found or not _ENDS.fullmatch(words[max(one.end() for one in found) :]):
            return None
    if OPEN.search(words):
        return Tie.OPEN
    if _CLAIMED.search(words):
        return Tie.CLAIMED
    return Tie.NAMED if _NAMED.search(words) else None


def consists(words: str) -> bool:
    """Whether these words begin by saying what the count right before them consists of: "gồm 5 công chức"."""
    return _CLAIMED.match(words.strip(" (,:")) is not None


def only_rest(words: str) -> bool:
    """Whether these words say of a count only that it is the rest: "toàn bộ phần còn lại, 52 hồ sơ"."""
    return _ONLY_REST.fullmatch(words) is not None


def rest_of_groups(words: str) -> bool:
    """Whether these words name the rest of a list by names: "còn lại 82 hồ sơ lĩnh vực khác", not what is under way."""
    return re.search(r"(?<!\w)khác(?!\w)", words) is not None and not re.search(r"(?<!\w)(?:đang|chưa)(?!\w)", words)


def names_others(words: str) -> bool:
    """Whether these words name all that the text does not: "nhóm khác", not "một số nhóm khác"."""
    return OTHERS.search(words) is not None and SOME.search(words) is None


def tells_total(words: str, numeral: str, *, place: bool = True) -> bool:
    """Whether the words around a count say that it is the sum of those before it; `place`: or name all there is."""
    ahead, _, after = words.partition(numeral)
    told = _TOTAL_AHEAD.fullmatch(ahead)
    named = told is not None and (place or told["place"] is None)
    if ON_TOP.match(words):
        return False  # "Cộng với ngày thứ nhất (178 người), tổ đã làm 376 người"
    return named or bool(TOTAL.match(words) or _TOTAL_AFTER.match(after))


def tie_in(words: str) -> re.Match[str] | None:
    """Where these words introduce a breakdown."""
    return _CLAIMED.search(words) or _NAMED.search(words)


def of_another(words: str) -> bool:
    """Whether a sentence begins with a subject of its own, so that it splits nothing told before: "Tổ gồm 9 người"."""
    tie = _CLAIMED.search(words)
    lead = words[: tie.start()] if tie and _CONSISTS.match(tie.group()) else ""
    return re.search(r"\w", lead) is not None and not _BACK.search(lead) and topic_in(lead) is None


def compared(words: str) -> re.Match[str] | None:
    """Where these words turn to another period or to a plan."""
    return _COMPARED.search(words)


def leaves_out(words: str) -> bool:
    """Whether these words say of some group that it is told elsewhere, or not counted."""
    return _ELSEWHERE.search(words) is not None and _DETAILS.search(words) is None


def says_share(words: str) -> bool:
    """Whether the words between a count and a rate say that the rate is that of the count."""
    return _SHARE.search(words) is not None


def all_of(words: str) -> Topic | None:
    """What these words speak of all of: "tổng số thủ tục", "all ratings"; None when they tell more than that."""
    noun = _NOUNS.search(words)
    if noun is None or not _ALL_OF.fullmatch(words[: noun.start()].strip()) or re.search(r"\w", words[noun.end() :]):
        return None
    return topic_of(" " + noun.group(), 0)


def topic_in(words: str) -> Topic | None:
    """What these words speak of."""
    noun = _NOUNS.search(words)
    return topic_of(" " + noun.group(), 0) if noun else None
