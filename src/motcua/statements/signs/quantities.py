"""The quantities of a statement: which figures say the same thing of the same scope."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from motcua.statements.signs.figures import Bunch, Figure
from motcua.statements.signs.lexicon import Topic
from motcua.statements.signs.numerals import Form
from motcua.sums import Quantity

__all__ = ["TABLES", "Known", "known"]

_WHOLES = frozenset({"received", "settled", "collected", "pending", "sent", "due"})
_FIELD = re.compile(  # of what field of the work a count is
    r"(?<!\w)(?:lĩnh vực|mảng)(?: [^\W\d_]+){1,2}|(?<!\w)(?:hồ sơ|đơn|thủ tục|riêng)(?: hồ sơ| về| lĩnh vực)* "
    r"(?:hộ tịch|chứng thực|đất đai|xây dựng|hộ kinh doanh|kinh doanh|bảo trợ|bảo trợ xã hội|người có công|tư pháp|"
    r"môi trường|nông nghiệp|giao thông|đô thị|giáo dục|y tế|văn hóa|lao động|địa chính)(?!\w)|"
    r"(?<!\w)(?:land|civil[- ]status|certification|construction|business|household|welfare) "
    r"(?:dossiers|files|cases)(?!\w)",
    re.IGNORECASE,
)
_ALL_FIELDS = re.compile(
    r"(?<!\w)(?:(?:cả|toàn) (?:phường|xã|đơn vị|trung tâm)|tính chung|the whole (?:ward|commune))(?!\w)", re.IGNORECASE
)
_UNIT = re.compile(  # the ward that a sentence begins to speak of
    r"(?:(?:tại|ở|riêng|còn|in|at)\s+)?(?:phường|xã|wards?|communes?)\s+(?P<name>(?-i:[^\W\d_a-zà-ỹ]\w*)"
    r"(?:\s(?-i:[^\W\d_a-zà-ỹ]\w*))*)",
    re.IGNORECASE,
)
_SMALL = 10  # a count below it may stand twice in a text by chance
TABLES = 1000  # scopes from here on are rows and columns of tables


@dataclass(slots=True, kw_only=True)
class Known:
    """The quantities of a statement and where each figure went."""

    quantities: list[Quantity] = field(default_factory=list)
    of_figure: dict[int, int] = field(default_factory=dict)
    whole_of: dict[int, int] = field(default_factory=dict)  # what a ratio is of
    named: dict[tuple[int, Topic | None, str], int] = field(default_factory=dict)  # scope, topic, key

    def add(self, figure: Figure) -> int:
        """A quantity of its own for a figure."""
        numeral = figure.numeral
        one = Quantity(
            index=len(self.quantities),
            value=numeral.value,
            figures=[figure.index],
            decimals=numeral.decimals,
            rate=numeral.form is Form.PERCENT,
        )
        self.quantities.append(one)
        self.of_figure[figure.index] = one.index
        if numeral.whole is not None:
            whole = Quantity(index=len(self.quantities), value=numeral.whole, figures=[figure.index], whole=True)
            self.quantities.append(whole)
            self.whole_of[figure.index] = whole.index
        return one.index

    def within(self, scope: int) -> dict[tuple[Topic | None, str], int]:
        """What is named in one scope, by topic and key."""
        return {(topic, key): which for (where, topic, key), which in self.named.items() if where == scope}


def known(figures: Sequence[Figure], bunches: Sequence[Bunch]) -> Known:
    """Give every figure its quantity; figures that say the same of the same scope share one.

    A figure that says something else of what is known already begins a new scope, with its sentence: another period or
    another field is more likely than a contradiction, and silence is better than a false alarm.
    """
    book = _Book(figures, frozenset(bunch.whole for bunch in bunches))
    for figure in figures:
        book.enter(figure)
    _say_usual(book.found)
    return book.found


class _Book:
    """Enters figures in reading order."""

    def __init__(self, figures: Sequence[Figure], wholes: frozenset[int]) -> None:
        self.figures, self.wholes = figures, wholes
        self.found = Known()
        self.scope = 0
        self.field = ""  # of the work, of which the scope tells
        self.unit = ""  # the ward of which it tells
        self.block, self.begun = -1, 0  # the sentence, and the first named figure of it
        self.paragraph, self.opened = -1, 0  # and the same of the paragraph, when it began in this scope

    def enter(self, figure: Figure) -> None:
        """Give a figure its quantity and its scope."""
        if figure.trio is not None:
            which = self.found.add(figure)
            if figure.counts and figure.key and figure.numeral.form is Form.COUNT:
                self.found.named.setdefault((figure.scope, figure.topic, figure.key), which)
            return
        self._turn_to_unit(figure)
        figure.scope = self.scope
        same = self._restated(figure)
        if same is not None:
            self._share(figure, same)
        elif figure.numeral.form is Form.RATIO and figure.counts:
            _ratio(self.found, figure, self.scope)
        elif figure.counts and figure.key:
            self._named(figure)
        else:
            self.found.add(figure)

    def _share(self, figure: Figure, which: int) -> None:
        self.found.of_figure[figure.index] = which
        self.found.quantities[which].figures.append(figure.index)

    def _restated(self, figure: Figure) -> int | None:
        """The quantity that an unlabelled whole says again: "toàn bộ 505 hồ sơ được phân loại như sau"."""
        plain = figure.counts and not figure.key and figure.numeral.form is Form.COUNT
        if not plain or figure.index not in self.wholes or figure.numeral.value < _SMALL:
            return None
        for (topic, _), which in self.found.within(self.scope).items():
            if topic is figure.topic and self.found.quantities[which].value == figure.numeral.value:
                return which
        return None

    def _named(self, figure: Figure) -> None:
        if figure.block != self.block:
            self.begun, self.block = figure.index, figure.block
        if figure.paragraph != self.paragraph:
            self.opened, self.paragraph = figure.index, figure.paragraph
        self._turn_to_field(figure)
        known = self.found.named.get((self.scope, figure.topic, figure.key))
        if known is not None and self._of_both(figure, known):
            figure.scope = self.scope
            self.found.add(figure)
            return
        if known is not None and self.found.quantities[known].value != figure.numeral.value:
            self._new_scope(figure)
            known = None
        figure.scope = self.scope
        if known is None:
            self.found.named[self.scope, figure.topic, figure.key] = self.found.add(figure)
        else:
            self._share(figure, known)

    def _of_both(self, figure: Figure, known: int) -> bool:
        """Whether it is the satisfied and the very satisfied together, who were told apart before."""
        very = self.found.named.get((self.scope, figure.topic, "very_satisfied"))
        if figure.key != "satisfied" or very is None:
            return False
        return figure.numeral.value == self.found.quantities[known].value + self.found.quantities[very].value

    def _turn_to_unit(self, figure: Figure) -> None:
        """Begin a scope with a sentence on another ward than the one before: "Tại phường Bến Sen, …"."""
        named = _UNIT.match(figure.words)
        if named is None:
            return
        if self.unit and named["name"] != self.unit:
            self.scope += 1
        self.unit = named["name"]

    def _turn_to_field(self, figure: Figure) -> None:
        """Begin a scope with a count of one field after others: "Riêng hồ sơ chứng thực đang giải quyết 20 hồ sơ"."""
        if self.field and _ALL_FIELDS.search(figure.words):
            self.scope, self.begun, self.field = self.scope + 1, figure.index, ""
            return
        named = _FIELD.search(figure.words)
        ahead = named is not None and named.start() < figure.words.find(figure.numeral.text)
        if named is None or not ahead or figure.bunch is not None:
            return
        field = " ".join(named.group().lower().split())
        if self.found.within(self.scope) and field != self.field:
            self.scope, self.begun = self.scope + 1, figure.index
        self.field = field

    def _new_scope(self, figure: Figure) -> None:
        """A new scope, to which the figures of this sentence move that come after the one that is contradicted.

        When that stands in another paragraph, those of this paragraph.
        """
        here = self.figures[self.opened : figure.index]
        if {one.scope for one in here} == {self.scope} and not any(one.key == figure.key for one in here):
            self.begun = self.opened
        self.scope += 1
        for earlier in reversed(self.figures[self.begun : figure.index]):
            if earlier.key == figure.key and earlier.counts:
                self.begun = earlier.index + 1
                break
        for earlier in self.figures[self.begun : figure.index]:
            _move(self.found, earlier, self.scope)


def _say_usual(found: Known) -> None:
    """Tell every rate how many decimals the statement mostly prints."""
    places = Counter(one.decimals for one in found.quantities if one.rate)
    usual = max(places, key=lambda one: (places[one], one), default=0)
    for one in found.quantities:
        one.usual = usual if one.rate else 0


def _ratio(found: Known, figure: Figure, scope: int) -> None:
    """The two numbers of a ratio are the figures that the text names elsewhere, when they are the same."""
    figure.scope = scope
    numerator = found.add(figure)
    denominator = found.whole_of[figure.index]
    for (topic, key), which in found.within(scope).items():
        value = found.quantities[which].value
        if topic not in {figure.topic, None}:
            continue
        if key == figure.key and value == figure.numeral.value:
            found.of_figure[figure.index] = which
            found.quantities[which].figures.append(figure.index)
        elif value == figure.numeral.whole and key in _WHOLES:
            found.whole_of[figure.index] = which
    if figure.key and (scope, figure.topic, figure.key) not in found.named:
        found.named[(scope, figure.topic, figure.key)] = numerator
    if figure.key == "settled" and (scope, figure.topic, "received") not in found.named:
        found.named[(scope, figure.topic, "received")] = denominator


def _move(found: Known, figure: Figure, scope: int) -> None:
    old = figure.scope
    figure.scope = scope
    which = found.of_figure.get(figure.index)
    if which is None or not figure.key or found.named.get((old, figure.topic, figure.key)) != which:
        return
    if found.quantities[which].figures == [figure.index]:
        del found.named[(old, figure.topic, figure.key)]
        found.named[(scope, figure.topic, figure.key)] = which
    else:
        found.quantities[which].figures.remove(figure.index)
        found.named[(scope, figure.topic, figure.key)] = found.add(figure)
