"""Words around a change: that something became more or less, and those that say nothing of what did."""

import re

__all__ = ["CHANGED", "FEWER", "SO", "THAN_ANY", "only_leads"]

CHANGED = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|hụt|(?:nhiều|ít|cao|thấp|kém|lớn|nhỏ)(?: hơn)?|hơn|thêm|bớt|sụt|chênh|lệch|"
    r"rose|grew|increased?|fell|dropped|decreased?|up|down|more|fewer|less|"
    r"(?:net )?(?:rise|fall|drop|gain|loss|reduction|decline|growth|difference) of)(?!\w)",
    re.IGNORECASE,
)
FEWER = re.compile(  # than there were, so no part of what is told before: "hộ nghèo chỉ còn 1"
    r"^\W*(?!(?:hiện|nay|đến|tới|cuối|hết|giờ|vẫn|và|như)(?!\w))(?:[^\W\d]+ ){2,}chỉ còn(?= \d)", re.IGNORECASE
)
THAN_ANY = re.compile(r"(?:so với|compared (?:with|to)|than|over)\b.*", re.IGNORECASE | re.DOTALL)
SO = frozenset([  # words before a change that say nothing of what changed
    "như", "vậy", "thế", "tức", "nghĩa", "là", "thành", "ra", "tính", "nên", "đã", "còn",
    "tương", "đương", "ứng", "tốc", "độ", "tỷ", "tỉ", "lệ", "mức", "riêng", "qua", "đó", "do",
    "cùng", "trước", "ngoái", "khi", "thì", "bằng", "hay", "theo", "kết", "quả", "thấy", "cho", "bình", "quân", "lại",
    "cũng", "có", "an", "or", "thus", "so", "which", "means", "equal", "equivalent", "compared", "with", "last",
    "i", "e", "the", "that", "this", "is", "was", "it", "year", "month", "quarter", "before", "earlier", "previous",
    "a", "representing", "represents", "being", "namely", "there", "has", "been", "by", "in", "of", "net",
    "growth", "over",
])  # fmt: skip
_LEADING = SO | frozenset(["và", "cả", "được", "đi", "lên", "xuống", "với", "vị", "chi", "and", "also"])
_WORD = re.compile(r"[^\W\d_]+")
_LINK = re.compile(
    r"[,;(–—]|(?<!\w)(?:tức|hay|tương|nghĩa|như|tính|bằng|i\.e|or|that is)(?!\w)|[.!?](?=\s)", re.IGNORECASE
)
_NOUN = 7  # words of what is counted


def only_leads(words: str) -> bool:
    """Whether words between a count and a change are its noun and such as lead from the one to the other."""
    link = _LINK.search(words)
    changed = CHANGED.search(words)
    at = min((found.start() for found in (link, changed) if found), default=len(words))
    noun, lead = _WORD.findall(words[:at]), CHANGED.sub(" ", words[at:]).lower()
    return len(noun) <= _NOUN and {*_WORD.findall(lead)} <= _LEADING
