"""What a text says of its groups: that nothing else is there. It may say so before them, after them, or of their names.

Parts of which it says so must come to their whole: what falls short of it then is no unnamed group but a mistake.
"""

import re

from motcua.statements.signs.figures import Bunch
from motcua.statements.signs.lexicon import Sort
from motcua.statements.signs.phrases import EACH, OPEN, OVERLAP, SOME
from motcua.statements.signs.wording import GROUP, HOW_MANY

__all__ = ["all_told", "closes", "ends_empty", "left_open", "no_other_state", "not_all", "promises"]

_ONE_OF = re.compile(  # every case is in one of them
    rf"(?<!\w)chỉ (?:[^\W\d]+ ){{0,4}}?(?!một phần )(?:một|{HOW_MANY}|các|những) {GROUP}(?!\w)|"
    rf"(?<!\w)một trong (?:số )?(?:{HOW_MANY}|các|những) {GROUP}(?!\w)|"
    rf"(?<!\w)(?:đúng|thuộc|vào|nằm ở|nằm trong|ở) (?:đúng )?(?:một trong|một của) (?:số )?{HOW_MANY} [^\W\d]+|"
    r"(?<!\w)(?:mọi|mỗi|toàn bộ|tất cả|cái nào|việc nào)[^.;:\d]{0,40}(?<!\w)hoặc [^.;:\d]{2,40}(?<!\w)hoặc(?!\w)|"
    r"(?<!\w)(?:every|each|all)(?: [^\W\d]+){1,5} either [^.;:\d]{2,40} or(?!\w)|"
    rf"(?<!\w)(?:all|each|every one|every|one)(?: of (?:them|these|which|those)|(?: [^\W\d]+){{1,2}})"
    rf"(?: (?:is|are|was|were|fell|falls?|stands?|belongs?|counted))?(?: only| exactly)? (?:of|in|into|under|to|from) "
    rf"(?:only |exactly |just )?(?:one of )?(?:the |these |those )?{HOW_MANY}(?: [^\W\d]+)? {GROUP}(?!\w)|"
    rf"(?<!\w)(?:only|exactly) (?:one of )?(?:the |these |those )?{HOW_MANY} {GROUP}(?!\w)|"
    rf"(?<!\w)one of (?:the |these |those )?(?:only )?{HOW_MANY} {GROUP}(?!\w)",
    re.IGNORECASE,
)
_NONE_LATE = re.compile(
    r"không (?:có|phát sinh|còn)[^.;,]{0,30}(?:trễ|quá hạn|chậm)|"
    r"no(?:ne| dossiers?)?[^.;,]{0,20}(?:late|overdue)",
    re.IGNORECASE,
)
_NONE_UNHAPPY = re.compile(
    r"không (?:có|còn|phát sinh)[^.;,]{0,20} (?:rất )?(?:không|chưa) (?:hài lòng|tốt|đạt)|"
    r"no(?:ne|body| one| \w+)?[^.;,]{0,20}(?:dissatisfied|unhappy|not satisfied)",
    re.IGNORECASE,
)
_NO_OTHER = re.compile(
    r"không (?:có|còn|phát sinh)[^.;,]{0,20} nào (?:chưa|ngoài)|không (?:có|còn|phát sinh)[^.;,]{0,40}"
    r"(?:nào khác|ngoài (?:các|những)|tạm dừng|thu hồi|rút|bổ sung|từ chối|trả lại|"
    r"chuyển [^.;,\d]{2,24} khác)|"
    r"(?<!\w)(?:no|none|nothing)(?: \w+){0,3}? (?:else|others?|elsewhere|outside|withdrawn|refused|returned|suspended)",
    re.IGNORECASE,
)
_ALL_TOLD = re.compile(
    rf"(?<!\w)mỗi (?:[^\W\d]+ ){{1,4}}(?:chỉ|đúng) (?:[^\W\d]+ ){{1,3}}một "
    rf"(?:{GROUP}|ô|mục|lần|lỗi|sai sót|nội dung|phương án|câu trả lời|lựa chọn)(?!\w)|"
    r"(?<!\w)(?:each|every)(?: [^\W\d]+){1,3} (?:(?:exactly|only|just) (?:one|once)|a single)(?!\w)|"
    r"(?<!\w)(?:chia|phân|xếp|tính|kể) (?:hết|đủ)(?! (?:điều|tiêu|chuẩn))(?!\w)|(?<!\w)toàn bộ như sau(?!\w)|"
    r"(?<!\w)đủ toàn bộ(?! hồ sơ (?:giấy|gốc))(?!\w)|"
    r"(?<!\w)hết\.?\)|(?<!\w)chỉ (?:có )?(?:vậy|thế|bấy nhiêu|ngần ấy)(?!\w)|(?<!\w)that(?: i|['’])s all(?!\w)|"
    r"(?:toàn bộ|tất cả|mọi|các|số)[^.;,]{0,40}(?:thống kê|kể|nêu|tính|phân loại)(?: đầy)? đủ|(?:đã|đều) (?:được )?"
    r"(?:thống kê|kể|nêu) (?:đầy )?đủ|không (?:bỏ |để )?sót|phân loại (?:hết|đầy đủ)|không[^.;,]{0,40}nào khác|"
    rf"không (?:có|còn|phát sinh|nhận|thuộc) (?:[^\W\d]+ ){{0,3}}(?:{GROUP}|khoản|mục|ai|gì) khác(?! biệt| nhau|-)|"
    r"không (?:có|còn)[^.;,]{0,40}nào chưa (?:triển khai|làm|giải quyết|xử lý|có kết quả)|"
    r"ngoài ra,?(?: thì)? (?:không|chẳng)(?: còn| có)? [^.;,]{0,30}(?:nào|gì|ai)(?!\w)|"
    r"ngoài (?:các|những|số)[^.;]{0,60}(?:trên|này|đó),?\s+(?:thì )?(?:không (?:có|còn)|chẳng còn)|"
    r"every (?:dossier|case|file) is (?:listed|counted)|accounted for|"
    r"(?<!\w)(?:no|nothing|none)(?: \w+){0,2} (?:else|other)"
    r"(?! \w+ (?:exceed(?:s|ed)|reach(?:es|ed)|has|had|have|did|does|came|comes|rose|fell)(?!\w))",  # tells how many
    re.IGNORECASE,
)
_STATE_OF_ALL = re.compile(
    r"(?:tình trạng|trạng thái|kết quả)[^.;,]{0,20}(?:toàn bộ|tất cả|mọi|cả)(?: số| các)?(?: [\d.]+)? hồ sơ|"
    r"(?:state|status|outcome)s? of (?:all|every|each)|"
    r"(?<!\w)(?:toàn bộ|tất cả)(?: số| các)? \d[\d.]* [^.;:\d]{0,60}?(?:phân|chia) (?:theo|ra|thành|loại|bổ)(?!\w)|"
    r"(?<!\w)all(?: of)?(?: the)? \d[\d,]* [^.;:\d]{0,60}?(?:divided|split|fall) (?:by|into|between|among)(?!\w)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NONE = re.compile(
    r"[^.;:,\n\d]{0,60}[,;] (?:(?:và|còn|and) )?(?:không|no|none|nobody)(?!\w)[^.;:\n\d]{0,60}(?:[.;\n]|$)",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(  # a group without a number ends the list: "12 gian bánh và một số gian trò chơi"
    r"(?<!\w)(?:và|cùng|and) (?:một số|một vài|vài|nhiều|mấy|some|several|a few) [^\W\d]", re.IGNORECASE
)


def not_all(words: str) -> bool:
    """Whether these words say that there are more than are told, that some are in two groups, or what each has."""
    return any(mark.search(words) for mark in (OPEN, SOME, OVERLAP, EACH))


def left_open(words: str) -> bool:
    """Whether these words end a list with a group of which they do not say how many it has."""
    return _LEFT_OPEN.search(words) is not None


def ends_empty(words: str) -> bool:
    """Whether the words behind the last count of a list end it with a group that nothing is in: "không có loại yếu"."""
    return _NONE.match(_BRACKET.sub("", words)) is not None


def all_told(words: str) -> bool:
    """Whether these words say of the groups around them that every case is in one of them."""
    return _ALL_TOLD.search(words) is not None or _ONE_OF.search(words) is not None


def no_other_state(words: str) -> bool:
    """Whether these words say that nothing was withdrawn, refused or sent back: all of it is done, or being done."""
    return _NO_OTHER.search(words) is not None


def promises(words: str) -> bool:
    """Whether these words say that what follows is all: "tình trạng của toàn bộ hồ sơ"."""
    return all_told(words) or _STATE_OF_ALL.search(words) is not None


def closes(words: str, said: str, bunch: Bunch) -> bool:
    """Whether `words`, or all that was `said` since the last figure, say of this breakdown that nothing else is there.

    "không có hồ sơ quá hạn" says it of what is told apart by time, "không có hồ sơ rút" of what is told apart by state,
    "không có phiếu không hài lòng" of what people say.
    """
    if bunch.sort is Sort.TIMING:
        return _NONE_LATE.search(words) is not None
    if bunch.sort is Sort.OPINION and _NONE_UNHAPPY.search(words):
        return True
    stated = bunch.sort in {Sort.STAGE, None}
    return (stated and _NO_OTHER.search(words) is not None) or all_told(said)
