"""Reads the rates of prose: what each counts, and what it is said to be of."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from motcua.statements.passages.nesting import Nest
from motcua.statements.passages.pairs import of_pair
from motcua.statements.passages.recalling import so_called
from motcua.statements.passages.tagging import labelled, of_topic
from motcua.statements.signs import phrases, wholes
from motcua.statements.signs.figures import Bunch, Figure, before
from motcua.statements.signs.lexicon import Sort, Topic, labels
from motcua.statements.signs.numerals import Form, Hedge, Numeral
from motcua.statements.signs.pieces import Break, Piece
from motcua.statements.signs.spans import Spans
from motcua.statements.signs.wording import EMPTY

__all__ = ["NEAR_END", "WORDS", "Shares"]

_LEAD = 300  # characters before a rate that may say what it counts
WORDS = 600  # characters that a figure is told by; a sentence without an end is no sentence
NEAR_END = 25  # characters: words on another period that end a piece speak of the next one too
_FEW = 3  # words before a rate that say nothing
_SAME = re.compile(
    r"(?: [^\W\d]+){0,5}(?:,? | \()(?:(?:tương (?:ứng|đương)|tức)(?: (?:là|với|khoảng|gần|hơn|trên))* |(?<=\())",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:,? (?:và|còn|and)|,) [^,;:()\d]{1,60} (?:chiếm|là|đạt|makes? up|are|is) $", re.IGNORECASE)
_JOINED = re.compile(r"(?:,|(?<!\w)(?:và|còn|and))(?: (?:đạt|bằng|chiếm|là))?\s*$", re.IGNORECASE)
_TARGET = re.compile(r"[ -](?:target|goal|threshold|benchmark|mark)s?(?!\w)", re.IGNORECASE)  # "met the 75 % target"
_NOTED = frozenset({"ghi", "quy"})
_NEAR = 40  # characters before a count that may say that it was planned


class Shares:
    """Where the reading of a text stands, and its rates."""

    def __init__(self, figures: list[Figure], bunches: list[Bunch]) -> None:
        """`figures` and `bunches` grow as the text is read; what was read before is only appended to."""
        self.figures = figures
        self.nest = Nest(figures, bunches)
        self.text, self.shift = "", 0
        self.topic: Topic | None = None
        self.context: dict[Sort, str] = {}  # of a heading or the words before a colon
        self.lead: dict[Sort, str] = {}  # of the words right before a colon
        self.before: dict[Sort, str] = {}  # of the words right before a bracket
        self.far = False  # whether the heading is of another line
        self.said = ""  # words since the last figure of the sentence
        self.base: tuple[dict[Sort, str], str] | None = None  # what a sentence says at its head that its rates are of
        self.among: int | None = None  # the whole that a sentence begins with: "Trong 1.803 hồ sơ"
        self.over: tuple[int, str] | None = None  # the count that rates are said to be of, and what they count
        self.left_out = -1  # the last sentence whose figures may lack a group that is said to be elsewhere
        self.moved: dict[Sort, str] = {}  # what changed: "from 1,408" says it of "to 1,633"
        self.compared = False  # whether the sentence speaks of another period
        self.spans = Spans()

    def _percent(
        self, piece: Piece, percent: Numeral, count: Figure | None, words: str, other: tuple[int, int] | None
    ) -> Figure:
        figure = self._figure(percent, words)
        figure.compared = (
            percent.hedge is Hedge.CHANGE
            or self.compared
            or (other is not None and other[0] < percent.start)
            or self._left_behind(percent)
            or self._of_change(figure)
            or _TARGET.match(self.text, percent.end) is not None
        )
        beside = self._beside_based(figure)
        lead = "" if beside else self.text[max(piece.start, percent.start - _LEAD) : percent.start]
        end = min((one.start for one in piece.percents if one.start > percent.start), default=piece.end)
        after = {one.sort: one.value for one in piece.labels if one.sort and percent.end <= one.start < end}
        figure.aside = count is None and Spans.of_other(lead, before(self.figures, figure.index))
        lead, said = self._base(figure, percent, end, lead, after, counted=count is not None or beside)
        self._of_both(figure, labelled(lead).keys())
        here = self.over is not None and count is not None and count.index == self.over[0]
        if self.over is not None and (here or not (figure.base or figure.base_words)):
            return self._of_over(figure, count, *self.over)
        anew = wholes.says_anew(self.text[piece.start : percent.start], self.text[percent.end : end])
        if count is not None and count.numeral.start - self.shift < percent.start and not anew:
            figure.said_of, figure.tags = count.index, dict(count.tags)
            self._beside(figure)
            return figure
        latest = self.figures[self.nest.recent] if self.nest.recent is not None else None
        resumed = Break.CLOSE in piece.breaks and latest is not None and latest.index == self.nest.resumed
        here = latest is not None and (latest.block == figure.block or resumed)
        tags = labelled(lead)
        if not tags and said and not here:
            tags = labelled(said)
        figure.topic = phrases.topic_in(lead) or self.topic
        follows = Sort.TIMING in after and not figure.base
        bracket = here and Break.OPEN in piece.breaks and not lead.strip() and (figure.base or figure.base_words)
        if not (tags or bracket or beside) and after and (follows or not phrases.says_share(lead.strip() or "-")):
            tags = after  # "98 % người dân hài lòng": what it counts follows
            figure.base = {} if figure.base == after else figure.base
        figure.tags = tags = self._of_topic(tags, figure.topic, lead)
        named = tags.keys() & {Sort.TIMING, Sort.CHANNEL, Sort.LEVEL} or (not tags and wholes.names_part(lead))
        before_it = self.figures[figure.index - 1] if figure.index else figure
        if latest is not None and here and latest.index == self.among and named and not figure.base:
            figure.of = self.among
        elif not tags and self._again(figure, before_it, lead):
            figure.said_of, figure.tags, figure.topic = before_it.said_of, dict(before_it.tags), before_it.topic
        elif (
            latest is not None
            and here
            and not (tags or anew)
            and not wholes.names_rate(lead)
            and not (latest.topic is Topic.MONEY and wholes.names_part(lead))
            and (phrases.says_share(self.text[piece.start : percent.start]) or self._alone(piece, percent))
        ):
            figure.said_of, figure.tags = so_called(lead, latest, self.figures).index, dict(latest.tags)
            self._beside(figure)
        return figure

    def _of_change(self, rate: Figure) -> bool:
        """Whether it says again how much something changed: "(tăng 4 xã, tương ứng 9 % so với năm trước)"."""
        change = self.figures[max(0, rate.index - 1)]
        between = self.text[change.numeral.end - self.shift : rate.numeral.start - self.shift]
        return change.numeral.hedge is Hedge.CHANGE and _SAME.fullmatch(between) is not None

    def _beside_based(self, rate: Figure) -> bool:
        """Whether it is a second rate of what the one before counts: "85 % so với số trả và 68 % so với số nhận"."""
        other = self.figures[rate.index - 1] if rate.index else rate
        if not (other.rates and (other.base or other.base_words) and other.block == rate.block):
            return False
        between = self.text[other.numeral.end - self.shift : rate.numeral.start - self.shift]
        joined = _JOINED.search(between)
        return joined is not None and wholes.base_after(between, 0, joined.start(), noun=False) is not None

    def _of_both(self, rate: Figure, sorts: AbstractSet[Sort]) -> None:
        """Give the rate before it what it is said to be of: "A chiếm 57,1 % và B chiếm 42,9 % số hồ sơ trực tuyến".

        `sorts`: what tells the counted apart; both are parts of one split.
        """
        other = self.figures[rate.index - 1] if rate.index else rate
        if not (rate.base or rate.base_words) or other.base or other.base_words or other.block != rate.block:
            return
        between = self.text[other.numeral.end - self.shift : rate.numeral.start - self.shift]
        alone = other.rates and other.said_of is None and other.of is None
        if alone and other.tags.keys() == sorts and _AND.match(between):
            other.base, other.base_words, other.based = dict(rate.base), rate.base_words, rate.based

    def _alone(self, piece: Piece, percent: Numeral) -> bool:
        """Whether words that say nothing lead to a rate behind a comma: "335 lượt …, ghi là 35,0 %"."""
        words = self.text[piece.start : percent.start].lower().split()
        return piece.breaks == [Break.COMMA] and 0 < len(words) <= _FEW and {*words} <= EMPTY | _NOTED

    def _again(self, figure: Figure, rate: Figure, lead: str) -> bool:
        """Whether it counts what the rate before it does, of something else: "3,6 % số đã trả và 3,3 % số đã nhận"."""
        of_else = figure.base or figure.base_words
        beside = rate.numeral.form is Form.PERCENT and figure.block == rate.block and not rate.compared
        return bool(of_else) and beside and rate.index != figure.index and not wholes.names_rate(lead)

    def _beside(self, figure: Figure) -> None:
        """What a rate right after two counts is of: the one is said to be of the other, or to be planned."""
        of_pair(figure, self.figures)
        bunch = self.figures[figure.said_of].bunch if figure.said_of is not None else None
        whole = self.nest.bunches[bunch].whole if bunch is not None else None
        again = self.figures[figure.index - 1].said_of == figure.said_of  # a second rate is of something else
        figure.among = whole is not None and whole == self.among and not (again or figure.base or figure.base_words)
        if figure.said_of is not None and self._right_after(figure.said_of, self.among) and not figure.base:
            figure.of = self.among if not (again or figure.base_words or whole is not None) else figure.of
        planned = self.figures[figure.index - 1]
        done = self.figures[planned.index - 1] if planned.index else planned
        ahead = self.text[max(0, planned.numeral.start - self.shift - _NEAR) : planned.numeral.start - self.shift]
        alike = done.block == planned.block and done.topic in {planned.topic, None} and done.counts
        if figure.of is None and alike and done.numeral.form is Form.COUNT and wholes.PLANNED.search(ahead):
            figure.said_of, figure.of, figure.tags = done.index, planned.index, dict(done.tags)
            figure.compared = done.compared

    def _right_after(self, count: int, among: int | None) -> bool:
        """Whether a count stands right after the whole that its sentence begins with, and may be some of that."""
        if among is None or count != among + 1:
            return False
        part, whole = self.figures[count], self.figures[among]
        return part.counts and part.topic is whole.topic and part.numeral.value <= whole.numeral.value

    def _of_over(self, figure: Figure, count: Figure | None, whole: int, words: str) -> Figure:
        """A rate that is said to be of a count: what it counts stands beside it or before that, or its words say it."""
        beside = self._divided(whole)
        said = count if count is not None and count.index != whole else beside
        figure.of, figure.topic = whole, self.topic
        figure.base, figure.base_words, figure.based = {}, "", False
        if said is not None:
            figure.said_of, figure.tags = said.index, dict(said.tags)
        else:
            figure.words = words
            figure.tags = self._of_topic(labelled(words), self.topic, words)
        return figure

    def _divided(self, whole: int) -> Figure | None:
        """The count before a whole that is said to be of it, or of another before: "…; chia cho 640 thì ra 95,63 %"."""
        wholes = {whole}
        for one in reversed(before(self.figures, whole)):
            if one.numeral.form is not Form.COUNT or one.index in wholes:
                wholes |= {one.of} if one.of is not None else set()
                continue
            near = self.figures[whole].block - one.block <= 1
            return one if near and one.of in wholes else None
        return None

    def _base(
        self, figure: Figure, percent: Numeral, end: int, lead: str, after: dict[Sort, str], *, counted: bool
    ) -> tuple[str, str]:
        """Note what the text says the rate is of; gives the words before it without that."""
        noun = (counted or bool(labelled(lead))) and Sort.TIMING not in after and phrases.says_share(lead)
        if of := wholes.base_after(self.text, percent.end, end, noun=noun):
            figure.base, figure.base_words = after, wholes.subject(self.text[of.end() : end])
            if what := of["what"] if "what" in of.re.groupindex else None:
                lead = f"{lead} {what}"
                figure.base = {one.sort: one.value for one in labels(figure.base_words) if one.sort}
        figure.based = wholes.total_after(self.text, percent.end, end) and not figure.base
        said = self.said
        base = wholes.base_in(lead)
        told = lead if base else said
        base = base or wholes.base_in(said)
        if self.base and base is None and not (figure.base or figure.base_words or figure.based):
            figure.base, figure.base_words = self.base
        if figure.base or base is None:
            return lead, said
        start, stop = base
        figure.base = {one.sort: one.value for one in labels(told[start:stop]) if one.sort}
        figure.base_words = wholes.subject(told[start:stop] if told[start:].startswith("of ") else told[start:])
        figure.based = not figure.base
        if not counted and not told[:start].strip():
            self.base = (figure.base, figure.base_words)
        rest = told[:start] if labels(told[:start]) else f"{told[:start]} {told[stop:]}"
        return (rest, said) if told is lead else (lead, rest)

    def _of_topic(self, tags: dict[Sort, str], topic: Topic | None, words: str) -> dict[Sort, str]:
        above = self.nest.above
        return of_topic(tags, topic or (self.figures[above].topic if above is not None else None), words)

    def _figure(self, numeral: Numeral, words: str) -> Figure:
        figure = Figure(
            index=len(self.figures),
            numeral=replace(numeral, start=numeral.start + self.shift, end=numeral.end + self.shift),
            block=self.nest.block,
            paragraph=self.nest.paragraph,
            section=self.nest.section,
            line=self.nest.lines,
            bullet=self.nest.bullet,
            words=" ".join(f"{self.said} {words}"[:WORDS].split()),
        )
        self.figures.append(figure)
        return figure

    def _before(self, count: Numeral) -> str:
        return self.text[max(0, count.start - NEAR_END) : count.start]

    def _left_behind(self, count: Numeral) -> bool:
        """Whether it is where a change began: "rose from 1,408 to 1,633", "từ 99 hồ sơ xuống còn 54"."""
        ahead = self._before(count)
        turned = phrases.FROM_ONE.search(ahead) and phrases.TO_OTHER.match(self.text, count.end)
        return turned is not None or phrases.FROM.search(ahead) is not None
