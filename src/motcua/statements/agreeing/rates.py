"""What the printed rates of a statement may be of: every denominator that offices really use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from motcua.statements.agreeing.marks import is_whole, of_else, of_ratio_beside
from motcua.statements.agreeing.numerators import Top, more_than_all, numerators, too_few, turned
from motcua.statements.agreeing.spare import exact, former, spare
from motcua.statements.signs.bases import all_words, called_in_full, further_words, of_untold_plan
from motcua.statements.signs.figures import Bunch, Figure, before, key_of, of_those
from motcua.statements.signs.lexicon import Sort, Topic
from motcua.statements.signs.naming import every_word, same_words
from motcua.statements.signs.numerals import Form, Hedge
from motcua.statements.signs.phrases import all_of
from motcua.statements.signs.quantities import TABLES, Known
from motcua.sums import Force, Fraction, Kind, Relation, exact_percent, judge, slip_of_share

__all__ = ["rates"]

_ALL = 100  # percent
_MOST_READINGS = 500  # of a rate that may be of as much, nothing can be said
_WHOLES = ("settled", "received", "received.in_period", "due", "pending", "collected", "sent")
_TOGETHER = (  # wholes that only their parts are told of
    ("received.in_period", ("received.online", "received.direct", "received.post", "received.direct_post")),
    ("received.online", ("received.full", "received.partial")),
    ("received.online", ("received.level3", "received.level4")),
)
_OPINIONS = ("very_satisfied", "satisfied", "neutral", "dissatisfied")

_Bottom = tuple[tuple[int, ...], str]  # what it is of, and its standard name


def rates(figures: Sequence[Figure], bunches: Sequence[Bunch], found: Known) -> Iterator[Relation]:
    """A check for each printed rate that something is known of; its readings, the one the text suggests first."""
    for figure in figures:
        here = not (figure.compared or figure.aside) or of_ratio_beside(figure, figures)
        here = here and not of_untold_plan(figure, figures)
        if figure.numeral.form is Form.PERCENT and here and figure.numeral.hedge is Hedge.EXACT:
            read = _Rate(figure, figures, bunches, found)
            yield from read.relation()


@dataclass(slots=True)
class _Rate:
    """One printed rate: what it may count and what that may be of."""

    figure: Figure
    figures: Sequence[Figure]
    bunches: Sequence[Bunch]
    found: Known
    force: Force = Force.LOOSE
    over: list[Top] = field(default_factory=list)
    under: list[_Bottom] = field(default_factory=list)

    @property
    def said(self) -> Figure | None:
        """The count that it follows."""
        return self.figures[self.figure.said_of] if self.figure.said_of is not None else None

    @property
    def topic(self) -> Topic | None:
        """What its count counts."""
        return self.figure.topic or (self.said.topic if self.said else None)

    def relation(self) -> Iterator[Relation]:
        """Its check, when it has one."""
        printed = self.found.of_figure[self.figure.index]
        said = self.said
        if said is not None and said.numeral.form is Form.RATIO and not of_else(self.figure, said, self.figures):
            own = Fraction(
                over=(self.found.of_figure[said.index],), under=(self.found.whole_of[said.index],), name="ratio"
            )
            yield Relation(kind=Kind.RATIO, force=Force.CLAIMED, fractions=(own,), printed=printed)
            return
        if said is not None and (not said.counts or is_whole(said, self.figure)):
            return
        if self.figure.scope < 0:
            return  # of a unit of which nothing is told
        named = self._of_a_count() or self._of_its_sentence() or self._of_a_base()
        some = self.figure.base and further_words(self.figure.base_words)
        readings = named if named or some else self._of_any()
        if len(readings) <= _MOST_READINGS and (fractions := self._sensible(readings)):
            fractions += self._of_ratio_before()
            one = Relation(kind=Kind.RATE, force=self.force, fractions=tuple(dict.fromkeys(fractions)), printed=printed)
            yield self._wrong_whole(one) if named else one

    def _of_ratio_before(self) -> list[Fraction]:
        """It may be of a ratio with but one count between: "khám phá 35/37 vụ, làm rõ 67 người, đạt 94,6 %"."""
        ratio = self.figures[max(0, self.figure.index - 2)]
        if ratio.numeral.form is not Form.RATIO or ratio.block != self.figure.block or ratio.trio is not None:
            return []
        return [
            Fraction(over=(self.found.of_figure[ratio.index],), under=(self.found.whole_of[ratio.index],), name="ratio")
        ]

    def _sensible(self, fractions: list[Fraction]) -> list[Fraction]:
        """Shares of a whole; a bare "100 %" is a manner of speaking and never a mistake by itself."""
        values = {known.index: known.value for known in self.found.quantities}
        if self.figure.numeral.value != _ALL:  # of itself everything is all: such a count is the whole said again
            told = ((fraction, exact_percent(fraction, values)) for fraction in fractions)
            fractions = [fraction for fraction, parts in told if parts is None or parts[0] != parts[1]]
        if self.said is not None:
            if other := turned(fractions, self.figure.numeral.value, values):
                self.force = min(self.force, Force.LIKELY)
            own = self.found.of_figure[self.said.index]
            none = too_few(own, self.figure.numeral.value, fractions, values)
            return other or ([] if none or more_than_all(self.figure.numeral.value, fractions, values) else fractions)
        if self.figure.numeral.value == _ALL:
            self.force = Force.LOOSE
        exact = [(fraction, exact_percent(fraction, values)) for fraction in fractions]
        meant = self.figure.tags.get(Sort.TIMING) and len(fractions[0].over) > 1 if fractions else False
        return [
            fraction
            for number, (fraction, parts) in enumerate(exact)
            if parts is not None and (parts[0] <= parts[1] or (meant and not number))
        ]

    def at(self, key: str) -> int | None:
        """The quantity of a standard name in the scope of this rate."""
        for topic in _alike(self.topic):
            if (which := self.found.named.get((self.figure.scope, topic, key))) is not None:
                return which
        return None

    def _of_a_count(self) -> list[Fraction]:
        """The text puts the count it is of right beside it: "93,9 % trong 1.281 hồ sơ"."""
        if self.figure.of is None or not exact(whole := self.figures[self.figure.of]):
            return []
        bottom = [((self.found.of_figure[whole.index],), whole.key or "named")]
        if self.said is None:  # "trong 1.803 hồ sơ, lĩnh vực chứng thực chiếm 56,3 %": of a count named so elsewhere
            over = self._counted() or [((self.found.of_figure[one.index],), ()) for one in self._so_called(whole)]
            self.force = Force.CLAIMED if self.figure.tags else Force.LIKELY
            return _crossed([top for top in over if top[0] != bottom[0][0]], bottom)
        self.force = Force.CLAIMED
        tops = [self.said]
        if self.said.bunch is not None:  # "…, gồm toàn trình 2.871 và một phần 439; chiếm 88 % trong 3.741": of both
            tops.append(self.figures[self.bunches[self.said.bunch].whole])
        over = [((self.found.of_figure[top.index],), ()) for top in tops if top is not whole]
        return _crossed(over, bottom)

    def _of_its_sentence(self) -> list[Fraction]:
        """The sentence begins with the whole of all in it: "Trong 2.210 hồ sơ có 1.486 hồ sơ trực tuyến (67,2 %)"."""
        said = self.said
        if not self.figure.among or said is None or said.bunch is None:
            return []
        bunch = self.bunches[said.bunch]
        earlier = [self.figures[one] for one in (bunch.whole, *bunch.parts) if one < said.index]
        self.force = Force.CLAIMED
        top = self.found.of_figure[said.index]
        wide = [one for one in earlier if one.numeral.value >= said.numeral.value]
        return _crossed([((top,), ())], [((self.found.of_figure[one.index],), one.key or "named") for one in wide])

    def _of_a_base(self) -> list[Fraction]:
        """The text names what it is of: "trên tổng số hồ sơ đã giải quyết"."""
        over = self._counted()
        tops = {top[0] for top, less in over if len(top) == 1 and not less}
        if self.figure.base and (further := further_words(self.figure.base_words)):
            return self._of_full_name(further, over, tops)
        keys = self._base_keys()
        own: list[_Bottom] = [
            ((which,), key) for key in keys if (which := self.at(key)) is not None and which not in tops
        ]
        for name, parts in _TOGETHER if not own else ():
            told = [which for part in parts if (which := self.at(part)) is not None]
            own = [(tuple(told), name)] if keys[:1] == (name,) and len(told) > 1 else own
        own += self._called_again(keys, tops, own)
        if not own:
            way = self.figure.base.keys() & {Sort.CHANNEL, Sort.LEVEL}  # no other count is called so
            own = self._elsewhere(keys, tops) or ([] if way else self._called(tops))
        if not over or not own:
            return []
        own += [((self.found.of_figure[one.index],), "named") for one in self._since_the_year_began(keys)]
        own += [((self.found.whole_of[one],), "named") for one in self._upper(own)]
        self.force = Force.CLAIMED if self.said is not None or self.figure.tags else Force.LIKELY
        return _crossed(over, own)

    def _of_full_name(self, further: Sequence[str], over: Sequence[Top], tops: set[int]) -> list[Fraction]:
        """Of some of a stage only: a count called by the same words; else nothing is claimed, if it fits the stage."""
        others = before(self.figures, self.figure.index)
        own = [self.found.of_figure[one.index] for one in called_in_full(further, others)]
        if bottom := [((which,), "named") for which in dict.fromkeys(own) if which not in tops]:
            self.force = Force.CLAIMED if self.said is not None or self.figure.tags else Force.LIKELY
            return _crossed(over, bottom)
        plain = [which for key in self._base_keys() if (which := self.at(key)) is not None and which not in tops]
        return _crossed(over, [((which,), "named") for which in plain])

    def _base_keys(self) -> tuple[str, ...]:
        """The standard names of what the text says it is of."""
        if self.figure.base.get(Sort.ARRIVAL) == "in_period":
            return ("received.in_period",)
        if self.figure.base.keys() & {Sort.CHANNEL, Sort.LEVEL}:
            return (key_of(self.figure.base),)
        stage = self.figure.base.get(Sort.STAGE)
        return ("received", "received.in_period") if stage == "received" else (stage,) if stage else ()

    def _upper(self, own: Sequence[_Bottom]) -> list[int]:
        """The ratios among these: what they name may be all of it, "số hóa hồ sơ tiếp nhận: 1.203/1.254 hồ sơ".

        Not where it is what was done of all: "đã giải quyết 812/846 hồ sơ".
        """
        if self.figure.base.get(Sort.STAGE) == "settled":
            return []
        told = (one for bottom, _ in own for which in bottom for one in self.found.quantities[which].figures)
        return [one for one in told if one in self.found.whole_of]

    def _since_the_year_began(self, keys: Sequence[str]) -> list[Figure]:
        """Counts of its sentence or the one before that are told beside those of the month, after what is so named."""
        near = [one for one in before(self.figures, self.figure.index) if self.figure.block - one.block <= 2]
        return [one for one in near if one.aside and self.figures[one.index - 1].key in keys]

    def _called_again(self, keys: Sequence[str], tops: set[int], own: Sequence[_Bottom]) -> list[_Bottom]:
        """What is named so in another scope, but in the paragraph or line of the rate."""
        mine = self.figure
        near = (one for one in before(self.figures, mine.index) if one.paragraph == mine.paragraph and one.trio is None)
        again = [self.found.of_figure[one.index] for one in near if one.counts and own and one.key in keys]
        return [((which,), "named") for which in dict.fromkeys(again) if which not in tops]

    def _elsewhere(self, keys: Sequence[str], tops: set[int]) -> list[_Bottom]:
        """What is named so in another scope of the text."""
        return [
            ((which,), name[2])
            for name, which in self.found.named.items()
            if name[2] in keys and name[1] is self.topic and which not in tops
        ]

    def _called(self, tops: set[int]) -> list[_Bottom]:
        """A count before it that the text calls by the same words."""
        if not self.figure.base_words:
            return []
        others = [
            one
            for one in before(self.figures, self.figure.index)
            if self.found.of_figure[one.index] not in tops and _beside(one, self.figure)
        ]
        if more := {*further_words(self.figure.base_words)}:  # "hồ sơ đất đai đã giải quyết": only of land
            told = {words: {*all_words(words)} for words in {one.words for one in others}}
            others = [one for one in others if more & told[one.words]]
        near = same_words(self.figure.base_words, others, cells=self.figure.trio is not None)
        near = near or (called_in_full([*more], others) if more else self._all_of(others))
        return [((which,), "named") for which in dict.fromkeys(self.found.of_figure[one.index] for one in near)]

    def _all_of(self, before: Sequence[Figure]) -> list[Figure]:
        """The largest count of what the text says that it is all of: "trên tổng số thủ tục"."""
        topic = all_of(self.figure.base_words)
        near = [one for one in before if one.counts and one.topic is topic and one.numeral.form is Form.COUNT]
        near = [one for one in near if one.section == self.figure.section] or near
        return [max(near, key=lambda one: one.numeral.value)] if topic and near else []

    def _counted(self) -> list[Top]:
        """What it counts: the count it follows, else what its labels or its words say."""
        if self.said is not None:
            return [((self.found.of_figure[self.said.index],), ()), *numerators(self.figure, self.at)]
        over = numerators(self.figure, self.at)
        if over or self.figure.tags:
            return over
        if self.figure.trio is not None:
            return [((self.found.of_figure[one.index],), ()) for one in self._so_called()]
        near = [
            one
            for one in before(self.figures, self.figure.index)
            if self.figure.block - one.block <= 3 and one.trio is None
        ]
        words = (
            self.figure.words.split(self.figure.base_words.strip() or None, maxsplit=1)[0]
            if self.figure.base_words
            else self.figure.words
        )
        alike = every_word(words, near) or same_words(words, near)
        return [((which,), ()) for which in dict.fromkeys(self.found.of_figure[one.index] for one in alike)]

    def _of_any(self) -> list[Fraction]:
        """Nothing is said of what it is of: the whole it is a part of, what stands before it, and the usual wholes."""
        if self.said is not None:
            self.over.append(((self.found.of_figure[self.said.index],), ()))
            self._near(self.said)
        elif self.figure.tags:
            self.over += numerators(self.figure, self.at)
        else:
            self._by_words()
        if not self.over:
            return []
        split = [whole for top, less in self.over if len(top) == 1 and not less for whole in self._split_of(top[0])]
        if not self.figure.tags:
            self.under += split
        ways = self.figure.tags.keys() & {Sort.CHANNEL, Sort.LEVEL}  # how they came is said of all that came
        wholes = (*sorted(_WHOLES, key=lambda one: not one.startswith("received")), "received.online")
        self.under += [
            ((which,), name) for name in (wholes if ways else _WHOLES) if (which := self.at(name)) is not None
        ]
        self.under += split
        self._add_joined()
        known = any(self.at(one) is not None for one in ("settled", "received", "received.in_period"))
        exact = self.figure.tags and self.figure.numeral.decimals > 0  # a whole percent is often of another whole
        if known and (self.said is not None or self.figure.tags.get(Sort.TIMING) or exact):
            self.force = max(self.force, Force.LIKELY)
        opinions = [which for key in _OPINIONS if (which := self.at(key)) is not None]
        if self.figure.tags.get(Sort.OPINION) and len(opinions) > 1:
            self.under.append((tuple(opinions), "answers"))
            self.force = max(self.force, Force.LIKELY)
        if further_words(self.figure.base_words):  # of something that the text names and does not count
            self.force = Force.LOOSE
        elif self.figure.based and len(opinions) < 2:
            self.force = min(self.force, Force.LIKELY) if self.topic is Topic.DOSSIERS else Force.LOOSE
        return _crossed(self.over, self.under)

    def _add_joined(self) -> None:
        """Wholes of two counts together: what was settled with what is overdue, what came in with what was there."""
        for pair in (("settled", "pending.late"), ("received", "carried")):
            both = [which for name in pair if (which := self.at(name)) is not None]
            if len(both) == len(pair):
                self.under.append((tuple(both), " + ".join(pair)))

    def _split_of(self, part: int) -> list[_Bottom]:
        """The wholes of the breakdowns that a count is a part of."""
        bunches = [self.figures[one].bunch for one in self.found.quantities[part].figures]
        wholes = [self.figures[self.bunches[one].whole] for one in bunches if one is not None]
        return [((self.found.of_figure[whole.index],), whole.key or "whole") for whole in wholes]

    def _by_words(self) -> None:
        """Its words name a count before it: "52 hồ sơ đất đai, …; riêng đất đai chiếm 59,8 %"."""
        for one in self._so_called():
            self.over.append(((self.found.of_figure[one.index],), ()))

    def _so_called(self, whole: Figure | None = None) -> list[Figure]:
        """Counts that the words of this rate name: of the sentences before it, else of a table; a cell's column.

        Each less than the `whole` that it is of, when that is known.
        """
        mine = self.figure
        if mine.trio is not None:
            table, column = mine.scope // TABLES, mine.trio[1]
            near = [one for one in self.figures if one.trio and one.trio[1] == column and one.scope // TABLES == table]
            return same_words(mine.words.split(" · ", maxsplit=1)[0], near, cells=True)
        before = [one for one in self.figures[: mine.index] if one.trio is None]
        if whole is not None:
            before = [one for one in before if one.numeral.value < whole.numeral.value]
        cells = [one for one in self.figures if one.trio is not None and one.index != mine.index]
        return same_words(mine.words, before) or same_words(mine.words, cells)

    def _near(self, said: Figure) -> None:
        if said.bunch is not None:
            whole = self.figures[self.bunches[said.bunch].whole]
            self.under.append(((self.found.of_figure[whole.index],), whole.key or "whole"))
            self.force = Force.CLAIMED
            if self.bunches[said.bunch].parts[-1] == said.index:  # "…, 6 nhiệm vụ quá hạn, đạt 83,33 %": of the whole
                self.over.append(((self.found.of_figure[whole.index],), ()))
            parts = [self.figures[one] for one in self.bunches[said.bunch].parts]
            alike = [one for one in parts if one.tags.keys() == said.tags.keys()]
            if len(alike) > 1 and alike[-1] is said:  # "290 toàn trình, 80 một phần, đạt 97,1 %": of both
                self.over.append((tuple(self.found.of_figure[one.index] for one in alike), ()))
        for earlier in before(self.figures, said.index):
            near = said.block - earlier.block <= 1 and earlier.paragraph == said.paragraph
            if not (near and earlier.counts and earlier.topic is said.topic) or former(earlier, self.figure):
                continue
            if said.trio is not None and earlier.scope != said.scope:
                continue
            if earlier.numeral.form is Form.COUNT and earlier.numeral.value >= said.numeral.value:
                self.under.append(((self.found.of_figure[earlier.index],), earlier.key or "named"))
                beside = earlier.block == said.block or of_those(said)
                self.force = max(self.force, Force.LIKELY) if beside else self.force

    def _wrong_whole(self, one: Relation) -> Relation:
        """A rate that fits another whole than the text names, or is a slip away, is surely wrong; else misread."""
        values = {known.index: known.value for known in self.found.quantities}
        if one.force is not Force.LIKELY or judge(one, values).holds:
            return one
        sure = self._slipped(one.fractions[0], values) or spare(one, self.figures, self.found)
        return replace(one, force=Force.CLAIMED if sure else Force.LOOSE)

    def _slipped(self, first: Fraction, values: Mapping[int, Decimal]) -> bool:
        """Whether it has decimals and one of its digits is wrong."""
        exact, printed = exact_percent(first, values), self.figure.numeral
        if exact is None or not printed.decimals or not 0 < exact[0] < exact[1]:
            return False
        return slip_of_share(printed.value, exact)


def _beside(one: Figure, other: Figure) -> bool:
    """Whether both stand in sentences, or in one column of one table."""
    if one.trio is None or other.trio is None:
        return one.trio is other.trio
    return one.trio[1] == other.trio[1] and one.scope // TABLES == other.scope // TABLES


def _crossed(over: Sequence[Top], under: Sequence[_Bottom]) -> list[Fraction]:
    return [
        Fraction(over=top, minus=less, under=bottom, name=name)
        for top, less in over
        for bottom, name in under
        if top != bottom or less
    ]


def _alike(topic: Topic | None) -> tuple[Topic | None, ...]:
    """Topics that one rate may mix: slips are answered by people."""
    if topic in {None, Topic.DOSSIERS}:
        return (topic, None, Topic.DOSSIERS)
    return (topic, Topic.SLIPS, Topic.PEOPLE) if topic in {Topic.SLIPS, Topic.PEOPLE} else (topic,)
