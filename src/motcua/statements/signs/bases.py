"""What a rate is said to be of, when the text names it with more words than a stage of the work has."""

import re
from collections.abc import Sequence

from motcua.statements.signs.figures import Figure, before
from motcua.statements.signs.lexicon import Sort, labels
from motcua.statements.signs.numerals import Form

__all__ = ["all_words", "called_in_full", "further_words", "of_plan", "of_untold_plan"]

_TOLD_APART = frozenset({Sort.TIMING, Sort.CHANNEL, Sort.LEVEL, Sort.OPINION})
_WORD = re.compile(r"[^\W\d_]+")
_PLAN = re.compile(
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|giao|nghị quyết|plan(?:ned)?|target)(?!\w)", re.IGNORECASE
)
_OF_PLAN = re.compile(
    r"\s*(?:so với |of (?:the )?)?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|plan|target)(?!\w)", re.IGNORECASE
)
_THERE_ARE = re.compile(r"\s(?:lại )?(?:có|thì|chỉ)(?: có)? ?(?=\d|tới|đến|\()", re.IGNORECASE)
_STAGE_WORDS = frozenset([  # nouns, periods and what else a plain name of a stage may hold
    "hồ", "sơ", "hs", "nhiệm", "vụ", "phiếu", "thủ", "tục", "hành", "chính", "tthc", "đơn", "thư", "kiến", "nghị",
    "phản", "ánh", "lượt", "trường", "hợp", "bộ", "việc", "số", "tổng", "lượng", "toàn", "tất", "cả", "các", "những",
    "đã", "được", "đang", "là", "phải", "cần", "của", "xã", "phường", "ta", "mình", "vị", "trung", "tâm", "trong",
    "trên", "so", "với", "tính", "kỳ", "này", "tháng", "quý", "năm", "tuần", "ngày", "báo", "cáo", "đến", "từ", "đầu",
    "nay", "hiện", "thời", "điểm", "xong", "mới", "nhóm", "ở", "tại", "phận", "một", "cửa", "ubnd", "ủy", "ban", "nhân",
    "dân", "thuộc", "thẩm", "quyền", "về", "chung", "phát", "sinh", "nêu", "nói", "đó", "qua", "nhận", "trả", "kết",
    "quả", "giao", "of", "over", "all", "the", "total", "number", "a", "dossiers", "files", "cases", "applications",
    "tasks", "petitions", "forms", "slips", "ratings", "procedures", "were", "was", "are", "is", "that", "which",
    "have", "has", "had", "been", "in", "this", "ward", "commune", "office", "centre", "period", "month", "quarter",
    "year", "so", "far", "by", "its", "our", "those", "these", "them", "what", "it", "valid", "during", "and", "to",
    "at", "counter", "theo", "everything", "as", "an", "share", "proportion", "percentage", "measured", "against",
    "among",
])  # fmt: skip


def further_words(words: str) -> tuple[str, ...]:
    """The words of a base that say more than its stage: "số hồ sơ đất đai đã giải quyết" tells "đất", "đai".

    Two stages in one name are such words too: "số hồ sơ đến hạn đã giải quyết".
    """
    if there_are := _THERE_ARE.search(words):
        words = words[: there_are.start()]
    plain = list(words)
    stages: dict[str, list[str]] = {}
    for one in labels(words):
        if one.sort is not None:
            plain[one.start : one.end] = " " * (one.end - one.start)
        if one.sort is Sort.STAGE:
            stages.setdefault(one.value, []).append(words[one.start : one.end])
    first, *others = _WORD.findall("".join(plain)) or [""]
    unnamed = [word.lower() for word in (first, *(one for one in others if not one[0].isupper())) if word]
    told = [word for word in unnamed if word not in _STAGE_WORDS]  # places have capitals
    twice = [word for phrases in list(stages.values())[:-1] for word in phrases]
    return (*told, *(word for phrase in twice for word in _WORD.findall(phrase.lower())))


def all_words(words: str) -> list[str]:
    """Every word in small letters."""
    return _WORD.findall(words.lower())


def of_plan(rate: Figure) -> bool:
    """Whether the words right after it say that it is of a plan."""
    return _OF_PLAN.match(rate.words.rpartition(rate.numeral.text)[2]) is not None


def of_untold_plan(rate: Figure, figures: Sequence[Figure]) -> bool:
    """Whether it is of a plan that no count before it is said to be: "huấn luyện 21 đồng chí, đạt 91,3 % kế hoạch"."""
    told_after = rate.said_of is not None and rate.said_of > rate.index  # "đạt 104,5 % kế hoạch năm (8.600 hồ sơ)"
    if rate.of is not None or told_after or not of_plan(rate):
        return False
    told = (one for one in before(figures, rate.index) if one.numeral.form is Form.COUNT)
    return not any(_PLAN.search(one.words) for one in told)


def called_in_full(further: Sequence[str], figures: Sequence[Figure]) -> list[Figure]:
    """The counts that a text calls by these further words too, when they are of one value; the plainest of them."""
    own = [
        one
        for one in figures
        if one.counts and one.numeral.form is Form.COUNT and {*further} <= {*all_words(one.words)}
    ]
    own = [one for one in own if not one.tags.keys() & _TOLD_APART] or own
    return own if len({one.numeral.value for one in own}) == 1 else []
