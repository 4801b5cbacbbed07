"""Which numbers are averages, and of what: "bình quân 53 hồ sơ/ngày", "trung bình mỗi người 27 nhiệm vụ"."""

import re

__all__ = ["average_of"]

_LEAD = re.compile(
    r"(?<!\w)(?:(?P<sure>bình quân)|trung bình|on average|average(?:d|s)?(?: of)?|averaging|an average of)"
    r"(?P<words>,?(?: (?:[^\W\d]+|1(?= ))){0,9})[\s:]*$",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?<!\w)(?:mỗi|một|từng|1|per|each|every|a) (?P<noun>[^\W\d_]+)", re.IGNORECASE)
_PER = re.compile(
    r"(?: [^\W\d_/]+){0,4}?(?: ?/ ?| (?:cho )?(?:mỗi|một|trên một|per|each|every|a|an) )"
    r"(?:một |1 )?(?P<noun>[^\W\d_]+)",
    re.IGNORECASE,
)
_FAR = 80  # characters before a number


def average_of(text: str, start: int, end: int) -> str | None:
    """What each gets the number that stands there on average; "" when that is not said, None when it is no average.

    "Trung bình" alone is a mark or a grade as well: "khá 24 em, trung bình 12 em".
    """
    lead = _LEAD.search(text, max(0, start - _FAR), start)
    if lead is None:
        return None
    each = _EACH.search(lead["words"]) or _PER.match(text, end)
    if each is None and not lead["sure"]:
        return None
    return each["noun"].lower() if each else ""
