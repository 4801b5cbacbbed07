"""What a text says right at its figures, in its own words: no list of what things are called is needed.

Which figure a word belongs to is told by where it stands and where it does not.
"""

import re
from collections.abc import Iterator, Sequence

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.wording import EMPTY

__all__ = ["NOT_SO", "after_figure", "ahead_of_figure", "led_by", "own_words", "said_at"]

NOT_SO = frozenset({"không", "chưa", "chẳng", "sẽ", "chờ", "đợi", "not", "never", "will", "awaiting"})  # or not yet
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.;:,()\[\]\n]")
_NEXT = re.compile(_STOP.pattern + r"|(?<!\w)(?:và|còn(?! lại)|and)(?!\w)")  # another figure may follow
_LONGEST = 120  # characters around a figure that may name it
_STEM = 6  # letters by which English words are told apart; Vietnamese ones are shorter or spelt alike
_PASSED = re.compile(r"\W*(?:(?:chưa|không) )?đạt\s*", re.IGNORECASE)
_RATE_OF_PASSED = re.compile(
    r"t[ỷỉ] lệ (?:(?:chưa|không) )?đạt(?=\s*$| (?:là|tính|trên|so với|của|trong)(?!\w))", re.IGNORECASE
)
_LED_BY = re.compile(  # what a count is one of, right before it: "Trong số phiếu thu về có 271 phiếu"
    r"(?:^|[.;:,]\W*)(?P<of>(?:trong|of|among)(?: (?:tổng số|số|nhóm|all|the|those|these))+ [^\d.;:()\n]*?)"
    r"(?:,(?: [^\W\d]+){0,6}|\s(?:đã )?(?:có|thì|were|are))?\s*$",
    re.IGNORECASE,
)


def said_at(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, frozenset[str]]]:
    """The own words right before and right after each figure of sentences, by its index."""
    for at, one in enumerate(figures):
        ahead, after = ahead_of_figure(text, figures, at), after_figure(text, figures, at)
        passed = one.numeral.form is not Form.PERCENT and _PASSED.fullmatch(ahead)
        yield one.index, own_words(f"{ahead} {after}") | ({"đạt"} if passed else set[str]())


def ahead_of_figure(text: str, figures: Sequence[Figure], at: int) -> str:
    """What leads to a figure; an "and" before a count belongs to the one before it."""
    one = figures[at].numeral
    before = _before(text, figures, at)
    if one.form is Form.PERCENT:
        return _STOP.split(before)[-1]
    led = _LED_BY.search(before)
    return _NEXT.split(before[: led.start()] + before[led.end("of") :] if led else before)[-1]


def led_by(text: str, figures: Sequence[Figure], at: int) -> str:
    """What a count is said to be one of right before it: "Of those who answered, 324"; "" when nothing."""
    led = _LED_BY.search(_before(text, figures, at))
    return led["of"] if led else ""


def _before(text: str, figures: Sequence[Figure], at: int) -> str:
    one = figures[at].numeral
    return text[max(figures[at - 1].numeral.end if at else 0, one.start - _LONGEST) : one.start].rstrip(" (:")


def after_figure(text: str, figures: Sequence[Figure], at: int) -> str:
    """What follows a figure."""
    one = figures[at].numeral
    end = min(figures[at + 1].numeral.start if at + 1 < len(figures) else len(text), one.end + _LONGEST)
    return _NEXT.split(text[one.end : end])[0]


def own_words(said: str) -> frozenset[str]:
    """The words that say something of what is counted; "đạt" does only as a name: "tỷ lệ đạt là"."""
    return frozenset(
        word[:_STEM] if word.isascii() else word
        for word in _WORD.findall(said.lower())
        if word not in EMPTY or (word == "đạt" and _RATE_OF_PASSED.search(said))
    )
