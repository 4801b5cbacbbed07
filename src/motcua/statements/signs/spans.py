"""Figures of a month and those since the year began, told side by side in one sentence."""

import re
from collections.abc import Sequence
from functools import lru_cache

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Sort

__all__ = ["Spans"]

_SINCE = re.compile(
    r"(?<!\w)(?:l[uũ][yỹ] kế|cộng dồn|(?:tính |kể )*từ đầu (?:năm|quý|nhiệm kỳ)|cumulative(?:ly)?|year[- ]to[- ]date|"
    r"since (?:the (?:start|beginning)|January)|(?:so far )?this year|in all this year)(?!\w)",
    re.IGNORECASE,
)
_UP_TO_NOW = re.compile(r"(?<!\w)(?:(?:tính |cho )?đến nay|(?:up )?to date|so far)(?!\w)", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?<!\w)(?:(?:trong|riêng) (?:tháng|tuần|quý|kỳ|ngày)|(?:tháng|tuần|quý|kỳ) này|"
    r"this (?:month|week|quarter))(?!\w)",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"(?<!\w)(?:bình quân|trung bình|on average|the average|(?:của|trong|tính) (?:cả )?\d{1,2} tháng|"
    r"(?:toàn|của|cả) (?:thành phố|tỉnh|nước|huyện)|(?:city|province|nation)(?:[- ]?wide)?)(?!\w)",
    re.IGNORECASE,
)

_PERIOD = re.compile(
    r"(?<!\w)(?:(?P<months>\d{1,2} (?:tháng|months?)|(?:sáu|chín|ba) tháng|half[- ]year)|"
    r"(?P<month>tháng(?: này| \d{1,2}| [IVX]+)|this month|in (?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December))|(?P<quarter>quý|quarter)|(?P<year>năm(?= \d{4}| nay)|cả năm|year)|"
    r"(?P<week>tuần(?! tự| tra)|week))(?!\w)",
    re.IGNORECASE,
)
_RECENT = 12  # figures before a rate that may tell what period it is of


class Spans:
    """Which of the two spans of time the figures of one sentence are of; the first one told is read on."""

    def __init__(self) -> None:
        """A sentence begins."""
        self.told: list[Figure] = []
        self.since = False  # whether what is told first is since the year began
        self.aside: Figure | None = None  # the latest of the other span

    def turns(self, words: str, tags: dict[Sort, str], *, goes_on: bool) -> bool:
        """Whether these words turn to the other span: "tiếp nhận 203 hồ sơ, lũy kế 1.877 hồ sơ".

        `goes_on`: they tell parts of the figure before.
        """
        if not self.told:
            since = _SINCE.search(words)
            within = (
                since is not None and _WITHIN.search(words[: since.start()]) is not None
            )  # its number was no figure
            self.since = since is not None and not within
            return within
        if goes_on and self.aside is not None:
            return True
        if self.since:
            return _WITHIN.search(words) is not None
        again = not tags or any(one.tags == tags for one in self.told)
        return _SINCE.search(words) is not None or (again and _UP_TO_NOW.search(words) is not None)

    def tell(self, figure: Figure) -> None:
        """Note a count; one of the other span says what those before it are beside."""
        if figure.aside:
            figure.twofold, self.aside = True, figure
            for one in self.told:
                one.twofold = True
        else:
            self.told, self.aside = [*self.told, figure], None

    @staticmethod
    def of_other(words: str, before: Sequence[Figure]) -> bool:
        """Whether a rate is of the year so far, on average or of another place, of which no count before it is."""
        found = _SINCE.search(words) or _ELSE.search(words)
        if found is not None and not any(found.group().lower() in one.words.lower() for one in before):
            return True
        own, told = _periods(words), {kind for one in before[-_RECENT:] for kind in _periods(one.words)}
        return bool(own and told) and not own & told


@lru_cache(maxsize=256)
def _periods(words: str) -> frozenset[str]:
    """The kinds of periods that words name: a month, months together, a quarter, a year."""
    return frozenset(str(found.lastgroup) for found in _PERIOD.finditer(words))
