"""Reads prose: which figure counts what, whose part it is, and what its rates are of."""

from dataclasses import replace

from motcua.statements.passages.pairs import bracketed, explains, goes_on, in_its_bracket, pair, that_is, told_before
from motcua.statements.passages.recalling import NEAR_BLOCKS, called, repeated
from motcua.statements.passages.shares import NEAR_END, WORDS, Shares
from motcua.statements.passages.subjects import NEW_SENTENCE, first_told, subject
from motcua.statements.passages.tagging import labelled, of_reason, received, tags_of
from motcua.statements.signs import closing, phrases, wholes
from motcua.statements.signs.figures import Figure, Tie, before
from motcua.statements.signs.lexicon import EXTRAS, Sort, Topic, topic_of
from motcua.statements.signs.numerals import Form, Hedge, Numeral
from motcua.statements.signs.parting import STAGE_OF_TIMING
from motcua.statements.signs.pieces import Break, Piece, cut
from motcua.statements.signs.spans import Spans

__all__ = ["Prose"]

_DEEP = 12  # breakdowns within each other
_NEAR_CHANGE = 60  # characters before what a change came to
_BEGINS = frozenset({Break.START, Break.STOP, Break.LINE, Break.PARAGRAPH, Break.OPEN})  # words after it stand alone


class Prose(Shares):
    """Reads the sentences of one statement; `figures` and `bunches` grow as it goes."""

    def read(self, text: str, numerals: tuple[Numeral, ...], *, shift: int = 0) -> None:
        """Read a text whose numerals are known; `shift` is where it begins in the whole statement."""
        self.text, self.shift = text, shift
        pieces = cut(text, numerals)
        for number, piece in enumerate(pieces):
            following = pieces[number + 1].breaks[:1] if number + 1 < len(pieces) else []
            self._piece(piece, colon=following == [Break.COLON])

    def _piece(self, piece: Piece, *, colon: bool) -> None:
        for mark in piece.breaks:
            self._mark(mark, piece)
        if Break.COLON not in piece.breaks and {Break.STOP, Break.LINE, Break.PARAGRAPH} & {*piece.breaks}:
            self.lead = {}
        if piece.bullet or Break.LINE in piece.breaks:
            self.nest.begin_line(piece)
        if Break.COLON in piece.breaks and self.nest.fresh:  # what a count consists of is of its period
            self.compared = self.compared and self._latest_compared()
        words, count = self.text[piece.start : piece.end], piece.count
        other = self._other_period(piece, words)
        self.compared = self.compared and phrases.NOW.search(words) is None
        self._remark(words)
        self._introduce(piece, words)
        if count is None and not piece.percents:
            self._heading(piece, words, colon=colon)
            title = colon and phrases.PLANS.search(words) and not phrases.PLANNED.match(words)
            self.compared = self.compared or (other is not None and not title)
            return
        over = self._over(piece, count) if count else None
        tags = self._settle(tags_of(self._as_whole(piece), count, self.text))
        if count and not tags and over is None and not self._among(piece, count):
            tags = self._handed_down(piece)
        self.before, self.lead = {}, {}
        if count:
            self._counted(piece, count, tags, words, other, over=over)
        else:
            for percent in piece.percents:
                self._percent(piece, percent, None, words, other)
        self.said = ""
        if other is not None and not self.compared and not self._of_plan(piece, other):
            told = any(one.start >= other[1] for one in piece.percents)  # "vượt chỉ tiêu 80 % (…)": of that alone
            told = told and phrases.PAST.search(self.text, piece.start, other[0]) is not None
            self.compared = other[1] >= piece.end - NEAR_END and not told

    def _introduce(self, piece: Piece, words: str) -> None:
        """Note that the next figure begins a breakdown, and of which count."""
        count = piece.count
        begun = subject(piece, words)
        whole = called(received(begun.named), self.figures, self.nest.block) if begun else None
        if begun and whole is not None:
            piece.labels = begun.left
            self.nest.introduce(begun.tie, of=whole)
        elif self._title(piece, words):
            return
        elif tie := phrases.introduced(words[: count.start - piece.start] if count else words):
            told = any(one.numeral.form is not Form.PERCENT for one in self.figures[self.nest.line :])
            if not told and not _BEGINS & {*piece.breaks}:
                return  # of what this line measures before: "trồng 118 ha, gồm rừng sản xuất 88 ha"
            last = max(0, self.figures[-1].numeral.end - self.shift) if self.figures else 0
            if phrases.of_another(words) and first_told(self.text, last, piece) and not piece.labels:
                return
            self.nest.introduce(tie)
        else:
            return
        self.compared = self.compared and self._latest_compared()

    def _title(self, piece: Piece, words: str) -> bool:
        """Whether it is the name of a chapter, which splits no count before it: "2. Số liệu cụ thể"."""
        alone = {Break.PARAGRAPH, Break.LINE} & {*piece.breaks} and self.text[piece.end : piece.end + 1] == "\n"
        return bool(alone) and phrases.TITLE.fullmatch(words) is not None

    def _over(self, piece: Piece, count: Numeral) -> str | None:
        """What a rate counts that is said to be of this count; its own labels are only those of the whole then."""
        ahead = [one.start for one in piece.percents if one.start > count.end]
        tail = self.text[count.end : ahead[0]] if ahead else self.text[count.end : piece.end] + " là"
        over = wholes.over_count(self.text[piece.start : count.start], tail, alone=not ahead)
        if over is None:
            return None
        words, end = over
        piece.labels = [one for one in piece.labels if count.end <= one.start < count.end + end]
        return f"{self.said} {words}"

    def _as_whole(self, piece: Piece) -> Piece:
        """Without the labels of a rate before its count: "96 % of the 1,250 settled files were on time"."""
        count = piece.count
        early = [one for one in piece.percents if count and one.end <= count.start]
        if count is None or not early or not wholes.of_count(self.text[early[-1].end : count.start]):
            return piece
        at = wholes.predicate(self.text, count.end, piece.end)
        return piece if at is None else replace(piece, labels=[one for one in piece.labels if one.start < at])

    def _counted(
        self,
        piece: Piece,
        count: Numeral,
        tags: dict[Sort, str],
        words: str,
        other: tuple[int, int] | None,
        *,
        over: str | None,
    ) -> None:
        """A count and the rates beside it; those before it may be of it: "93,9 % trong 1.281 hồ sơ"."""
        recent = self.nest.recent
        early = [
            one
            for one in piece.percents
            if one.start < count.start and wholes.of_count(self.text[one.end : count.start])
        ]
        rates = [self._percent(piece, one, None, words, other) for one in early]
        late = other is not None and other[0] < count.start
        last = self.nest.last
        figure = self._count(
            piece,
            count,
            tags,
            words,
            compared=not (self._reached(count) or self._plan_split(piece, count))
            and (late or self.compared or self._beside_compared(piece, tags)),
            whole=over is not None,
        )
        if over is not None:
            self.over, self.nest.recent, self.nest.last = (figure.index, over), recent, last
        previous = self.figures[figure.index - 1] if figure.index else figure
        gap = self.text[max(0, previous.numeral.end - self.shift) : count.start] if previous.trio is None else ""
        pair(previous, figure, gap, self.nest)
        told_before(previous, self.figures)
        that_is(previous, figure, gap)
        alone = Break.OPEN in piece.breaks and not self.text[piece.start : count.start].strip()
        if alone or explains(gap, count) or in_its_bracket(self.text, previous, count, gap, self.shift):
            bracketed(previous, figure, gap, self.nest)
        for one in rates:
            one.of = figure.index
            own = one.tags.keys() & {Sort.TIMING, Sort.CHANNEL, Sort.LEVEL}
            if one.said_of is None and not own and recent is not None and goes_on(self.figures[recent], figure):
                one.said_of = recent
        after = phrases.introduced(words[count.end - piece.start :], ends=True)
        if after and not figure.compared and not piece.percents:
            self.nest.introduce(after)
        for percent in piece.percents:
            if percent not in early:
                self._percent(piece, percent, figure, words, other)
        figure.more = figure.more or closing.left_open(words[count.end - piece.start :])
        self._close_lists(words)
        self.nest.fresh = True

    def _mark(self, mark: Break, piece: Piece) -> None:
        self.nest.step(mark, piece)
        if mark is Break.CLOSE:
            self.compared = False
        elif mark in {Break.STOP, Break.LINE, Break.PARAGRAPH, Break.SEMICOLON}:
            self.said, self.far = "", self.far or mark is not Break.SEMICOLON
            self.base, self.among, self.over, self.moved = None, None, None, {}
            if not any(bunch.bracket for bunch in self.nest.stack):
                self.compared = False
            if mark is Break.STOP:
                self.context = {}
            if mark is not Break.SEMICOLON:
                self.spans = Spans()
            if mark is Break.PARAGRAPH:
                self.topic = None  # a paragraph says itself what it counts

    def _other_period(self, piece: Piece, words: str) -> tuple[int, int] | None:
        """Where the words turn to another period; what was carried over from one is of this period."""
        found = phrases.compared(words)
        if found is None:
            return None
        at = piece.start + found.start()
        carried = any(one.value == "carried" and one.start <= at < one.end for one in piece.labels)
        return None if carried else (at, piece.start + found.end())

    def _latest_compared(self) -> bool:
        """Whether the count before is of another period; else what it consists of is of this one."""
        counts = (one for one in reversed(self.figures) if one.numeral.form is not Form.PERCENT)
        return next((one.compared for one in counts), True)

    def _beside_compared(self, piece: Piece, tags: dict[Sort, str]) -> bool:
        """Whether an "and" puts it beside a count of another period: "năm trước hai số này là 410 và 53"."""
        joined = piece.breaks == [Break.AND] and phrases.AND.match(self.text, piece.start) is not None
        return joined and not tags and bool(self.figures) and self._latest_compared()

    def _of_plan(self, piece: Piece, other: tuple[int, int]) -> bool:
        """Whether the words on a plan only say what the rate before them is of: "đạt 88,4 % dự toán"."""
        before = [one for one in piece.percents if one.end <= other[0]]
        return bool(before) and phrases.PLAN_AFTER.match(self.text, before[-1].end, other[1]) is not None

    def _heading(self, piece: Piece, words: str, *, colon: bool) -> None:
        """Words without a figure: what the figures after them are of."""
        self.nest.fresh = False
        told = [one for one in piece.labels if one.sort]
        told = [one for one in told if not of_reason(one, piece, self.text)] or told
        found = received({one.sort: one.value for one in told if one.sort})
        self.said, self.far = (f"{self.said}, {words}" if self.said else words)[-WORDS:], False
        if tie := phrases.tie_in(words):
            at = piece.start + tie.start()
            ahead = {one.sort: one.value for one in piece.labels if one.sort and one.start < at}
            self.nest.called = called(ahead, self.figures, self.nest.block)
            found = {one.sort: one.value for one in piece.labels if one.sort and one.start > at}
        if colon and phrases.BY_NAME.search(words):
            found = {}
        opening = Break.OPEN in piece.breaks
        self.lead = {**self.lead, **found} if colon or not self.nest.stack or opening else {}
        self._close_lists(words)
        if phrases.AGAIN.match(words) and found and (again := called(found, self.figures, self.nest.block)) is not None:
            self.nest.introduce(Tie.NAMED, of=again)
        group = phrases.OTHERS.search(words) or phrases.UNTOLD.search(words)
        unsaid = phrases.SOME.search(words) and (group or any(one.value in EXTRAS for one in piece.labels))
        unsaid = unsaid or phrases.UNCOUNTED.search(self.said)
        if unsaid or (phrases.REST_UNTOLD.search(words) and not phrases.NUMBER_NEXT.match(self.text, piece.end)):
            self._leave_out()
        if not phrases.WORK.search(words):
            self.topic = phrases.topic_in(words) or self.topic
        if phrases.OPEN.search(words) and self.nest.stack and not self.nest.opened:
            self.nest.stack[-1].tie = Tie.OPEN
        last = [one for one in piece.labels if one.sort][-1:]
        self.before = {one.sort: one.value for one in last if one.sort} if not opening else {}
        if found and not self.nest.opened and (colon or piece.bullet):
            stages = {one.value for one in piece.labels if one.sort is Sort.STAGE}
            self.context = found if len(stages) < 2 else {}

    def _remark(self, words: str) -> None:
        """Note what words say of the figures near here: a group is elsewhere, some were counted twice."""
        if phrases.leaves_out(words):
            self._leave_out()
            self.left_out = self.nest.block + NEAR_BLOCKS
        if phrases.OVERLAP.search(words):
            for figure in before(self.figures, len(self.figures)):
                figure.overlaps = figure.overlaps or self.nest.block - figure.block <= 1

    def _leave_out(self) -> None:
        """Note of the figures near here, but for brackets that closed, that the text has some group beside them."""
        open_still = {bunch.index for bunch in self.nest.stack}
        for figure in before(self.figures, len(self.figures)):
            bunch = self.nest.bunches[figure.bunch] if figure.bunch is not None else None
            closed = bunch is not None and bunch.bracket and bunch.index not in open_still
            figure.more = figure.more or (not closed and self.nest.block - figure.block <= NEAR_BLOCKS)

    def _close_lists(self, words: str) -> None:
        """Words that say of the breakdowns before or after them that nothing else is there."""
        told = closing.all_told(self.said or words)
        ended = [*self.nest.stack[-_DEEP:], *([self.nest.dormant] if self.nest.dormant else [])]
        for bunch in ended:
            bunch.closed = bunch.closed or closing.closes(words, self.said or words, bunch)
        for figure in before(self.figures, len(self.figures)) if told else ():
            near = figure.trio is not None or self.nest.block - figure.block <= NEAR_BLOCKS
            figure.closed = figure.closed or near
        if closing.promises(words):
            self.nest.promised = 1 if any(len(bunch.parts) > 1 for bunch in ended) else 2

    # what a figure counts

    def _settle(self, tags: dict[Sort, str]) -> dict[Sort, str]:
        """What "tồn" means: carried over among what was received, else still in progress."""
        if tags.get(Sort.STAGE) != "stock":
            return tags
        whole = self.nest.above
        if whole is not None and self.figures[whole].tags.get(Sort.STAGE) == "received":
            return {**{sort: value for sort, value in tags.items() if sort is not Sort.STAGE}, Sort.ARRIVAL: "carried"}
        return {**tags, Sort.STAGE: "pending"}

    def _handed_down(self, piece: Piece) -> dict[Sort, str]:
        """The labels of the words right before a bracket or a colon."""
        if Break.OPEN in piece.breaks and self.before:
            return dict(self.before)
        if piece.breaks == [Break.COMMA] and phrases.ONLY_HOW_MANY.fullmatch(self.text, piece.start, piece.end):
            tags = labelled(self.said)  # "số mang đến quầy ít hơn nhiều, chỉ 211"
            return received(tags)
        return dict(self.lead) if Break.COLON in piece.breaks else {}

    def _count(
        self, piece: Piece, count: Numeral, tags: dict[Sort, str], words: str, *, compared: bool, whole: bool
    ) -> Figure:
        topic = topic_of(self.text, count.end) or (None if self.nest.listing else phrases.topic_in(words))
        figure = self._figure(count, words)
        figure.compared = compared or count.hedge is Hedge.CHANGE or self._left_behind(count)
        left = phrases.REST.search(words) or phrases.REST.search(self.said)
        figure.rest = bool(left) and phrases.NOW.search(words) is None  # "năm nay chỉ còn 24": fewer than before
        figure.closed, figure.more = self.nest.promised > 0, self.nest.block <= self.left_out
        figure.others = phrases.only_rest(figure.words) or phrases.names_others(words)
        own = {} if self.nest.named_list else self._of_topic(tags, topic, figure.words)
        own = self.nest.of_rest(own, figure.words) if figure.others else own
        if self.moved and phrases.TO.search(self._before(count)):
            own, self.moved = {**self.moved, **own}, {}
        turn = not figure.compared and self.spans.turns(figure.words, own, goes_on=self.nest.opened is not None)
        figure.aside = turn
        if not figure.compared:
            self.spans.tell(figure)
        if figure.aside:
            figure.topic, self.nest.recent = topic or self.topic, figure.index
        elif figure.compared:
            figure.topic, figure.tags = topic or self.topic, self._inherited(own, None)
            self.moved = figure.tags if self._left_behind(count) else self.moved
        else:
            new = piece.breaks[0] in NEW_SENTENCE and not self.nest.awaits(own)
            again = repeated(figure, own, self.figures) if new else None
            if whole:
                figure.topic, figure.tags = topic or self.topic, own
            else:
                self._place(figure, own, topic, again=again, among=self._among(piece, count))
        self.topic = topic or self.topic
        return figure

    def _reached(self, count: Numeral) -> bool:
        """Whether it is what a change came to and told nowhere before: "so với năm trước tăng từ 90 lên 99"."""
        if any(one.numeral.value == count.value for one in self.figures):
            return False
        return phrases.CAME_TO.search(self.text[max(0, count.start - _NEAR_CHANGE) : count.start]) is not None

    def _plan_split(self, piece: Piece, count: Numeral) -> bool:
        """Whether a sentence begins with a plan that it splits: "Dự toán 40 triệu đồng, gồm …"."""
        first = NEW_SENTENCE & {*piece.breaks} or Break.COLON in piece.breaks
        planned = first and phrases.PLANNED.match(self.text, piece.start, count.start)
        return bool(planned) and phrases.SPLITS.match(self.text, count.end) is not None

    def _among(self, piece: Piece, count: Numeral) -> bool:
        """Whether it is the whole of what follows: "Trong 2.459 hồ sơ đã trả có 2.099 hồ sơ trước hạn"."""
        if (
            wholes.ITS_VERB.match(self.text, count.end)
            or piece.breaks[:1] == [Break.AND]
            or topic_of(self.text, count.end) in {Topic.TIME, Topic.MONEY}
        ):
            return False
        return phrases.AMONG.fullmatch(self.text, piece.start, count.start) is not None

    def _place(
        self, figure: Figure, own: dict[Sort, str], topic: Topic | None, *, again: Figure | None, among: bool
    ) -> None:
        """Find its breakdown, unless it repeats a part or opens a breakdown of its own."""
        if again is not None or among:
            self.nest.opened, self.nest.stack = None, []
        if again is not None:
            own = dict(again.tags)
        if self.nest.names_of_same(own):
            own = {}
        figure.tags = dict(own)
        bunch = self.nest.home(figure, own) if again is None and not among else None
        whole = self.figures[bunch.whole] if bunch else None
        figure.topic = topic or (whole.topic if whole else None) or self.topic
        figure.tags = self._inherited(own, whole, among=among)
        if whole is not None and (not own or (figure.key and figure.key == whole.key)):
            figure.tags = {}  # something within it that has no name of ours
        if bunch is not None and whole is not None:
            if self.nest.parts.takes_in(figure, bunch):
                figure.topic = whole.topic
            if figure.topic and whole.topic and figure.topic is not whole.topic:
                bunch.parts.remove(figure.index)
                bunch = None
            else:
                figure.bunch = bunch.index
        self.nest.recent = figure.index
        if bunch is None:
            self.nest.last = figure.index
        self.among = figure.index if among else self.among
        if among:
            self.nest.introduce(Tie.NAMED, of=figure.index)

    def _inherited(self, own: dict[Sort, str], whole: Figure | None, *, among: bool = False) -> dict[Sort, str]:
        """Its own labels, and the stage of its whole or of the heading; what a heading is on may be some `among` it."""
        tags = dict(own)
        if whole is not None:
            if Sort.STAGE not in tags and (stage := whole.tags.get(Sort.STAGE)):
                fits = STAGE_OF_TIMING.get(tags.get(Sort.TIMING, ""), stage)
                tags[Sort.STAGE] = stage if stage in (fits, "settled") else fits
            if Sort.TIMING in whole.tags and tags.keys() & {Sort.CHANNEL, Sort.LEVEL}:
                tags.setdefault(Sort.TIMING, whole.tags[Sort.TIMING])
            return tags
        if not own and (self.far or any(bunch.bracket for bunch in self.nest.stack)):
            return tags
        for sort, value in self.context.items():
            if (not own and not among) or sort is Sort.STAGE:
                tags.setdefault(sort, value)
        return tags
