"""Which figures of a text are parts of which: brackets, lists, "trong đó", and sentences that go on."""

import re

from motcua.statements.passages.belonging import Belonging
from motcua.statements.signs import phrases
from motcua.statements.signs.figures import Bunch, Figure, Tie
from motcua.statements.signs.lexicon import Sort, Topic
from motcua.statements.signs.parting import HANDLED, PARTS, STAGE_OF_TIMING, name_whole, sort_of
from motcua.statements.signs.pieces import Break, Piece

__all__ = ["NO_BULLET", "Nest"]

NO_BULLET = "·"  # a line that begins with none
_NEXT_LINE = ([Break.LINE], [Break.STOP, Break.LINE])
_TOTAL = re.compile(r"(?<!\w)(?:tổng|total)(?!\w)", re.IGNORECASE)
_ASKED = frozenset({Topic.SLIPS, Topic.PEOPLE})


class Nest:
    """The breakdowns that are open at one point of the text; `bunches` grows as the reading goes on."""

    def __init__(self, figures: list[Figure], bunches: list[Bunch]) -> None:
        """Nothing is open yet. Both lists are only appended to."""
        self.figures, self.bunches = figures, bunches
        self.parts = Belonging(figures, bunches)
        self.stack: list[Bunch] = []
        self.section = 0  # counts what blank lines part, unless a bullet or a later number follows
        self.block = 0  # counts sentences, lines and what semicolons part
        self.paragraph = 0  # counts what blank lines part
        self.last: int | None = None  # the last count at the level of the sentence
        self.recent: int | None = None  # the count that a bracket or a rate right here speaks of
        self.resumed = -1  # the count before the bracket that closed last
        self.dormant: Bunch | None = None  # the breakdown of the sentence before, which may go on
        self.opened: str | None = None  # an introduction whose first part is still to come
        self.opened_of: int | None = None  # the count it surely is of
        self.introduced = -1  # the count that ended right before an introduction, on the same line
        self.called: int | None = None  # the count that the words before a list name as its whole
        self.fresh = False  # whether no words stand between that count and here
        self.promised = 0  # sentences, with this one, whose breakdowns the text says to be all there is
        self.bullet = ""  # of this line
        self.lines = 0  # counts them
        self.line = 0  # the first figure of this line
        self.levels: list[str] = []  # bullets of the headings and lists that this line stands in

    # how it opens and closes

    def introduce(self, tie: str, *, of: int | None = None) -> None:
        """The next figure begins a breakdown: of that count, else of the one it follows."""
        if self.last is not None:
            self.opened, self.opened_of = tie, of
            latest = self.recent is not None and self.line <= self.recent == len(self.figures) - 1
            self.introduced = self.recent if latest and self.recent is not None else -1

    def step(self, mark: Break, piece: Piece) -> None:
        """What a mark between two pieces opens and closes."""
        if mark is Break.OPEN:
            here = self._here(self.recent) and piece.count is not None
            whole = self.recent if here and self.recent is not None else -1
            self.stack.append(Bunch(index=-1, whole=whole, tie=Tie.BARE, bracket=True))
        elif mark is Break.CLOSE:
            self._close()
        elif mark is Break.PLUS and self.stack:
            self.stack[-1].tie = Tie.CLAIMED
        elif mark is Break.COLON and (self._here(self.last) or (self.fresh and self._here(self.recent))):
            if not self.opened and not self._here(self.last):
                self.opened_of = self.recent  # not of a count of another line: "Trễ 1 ngày: 6 hồ sơ; trễ 2 ngày: 4"
            self.opened = self.opened or Tie.BARE
        elif mark in {Break.STOP, Break.LINE, Break.PARAGRAPH, Break.SEMICOLON}:
            self.block += 1
            self.paragraph += mark is Break.PARAGRAPH
            self.section += mark is Break.PARAGRAPH and (not piece.bullet or piece.begins)
            self.called = self.called if mark is Break.LINE else None
            self.promised -= mark in {Break.STOP, Break.PARAGRAPH} and self.promised > 0
            if mark in {Break.STOP, Break.PARAGRAPH}:
                self._end_sentence(mark)

    def _close(self) -> None:
        while self.stack:
            gone = self.stack.pop()
            if gone.bracket:
                self.resumed = gone.whole
                self.recent = gone.whole if gone.whole >= 0 else self.recent
                break
        self.opened = None

    def _end_sentence(self, mark: Break) -> None:
        lists = [bunch for bunch in self.stack if bunch.index >= 0]
        self.dormant = (lists[0] if lists else self.dormant) if mark is Break.STOP else None
        self.stack = [bunch for bunch in self.stack if bunch.bullet]
        self.opened = None if mark is Break.STOP else self.opened

    def begin_line(self, piece: Piece) -> None:
        """A line with the bullet of an open list goes on with it; deeper bullets are parts of the figure above them."""
        bullet = piece.bullet or NO_BULLET
        depth = len(self.levels)
        deeper = self._step_to(piece.bullet)
        if bullet in [bunch.bullet for bunch in self.stack]:
            while self.stack[-1].bullet != bullet:
                self.stack.pop()
        elif not piece.bullet or len(self.levels) < depth:
            self.stack = [one for one in self.stack if piece.bullet and one.bullet in self.levels]
        elif deeper and [one for one in piece.breaks if one is not Break.CLOSE] in _NEXT_LINE and self._just_said():
            self.opened, self.opened_of = self.opened or Tie.BARE, self.recent
        elif deeper and self.opened and self._heads_line():
            self.opened_of = self.recent  # "2.1. Bản sao: 2.094 việc, trong đó:"
        self.bullet, self.line = bullet, len(self.figures)
        self.lines += 1

    def _step_to(self, bullet: str) -> bool:
        """Note where a line stands; gives whether its bullet is of a new and deeper level.

        A heading "2." after "1.3." or "b)" goes back up; a line without a bullet ends the lists by dashes only.
        """
        if not bullet:
            self.levels = [one for one in self.levels if one[-1] in ".)"]
        elif bullet in self.levels:
            del self.levels[self.levels.index(bullet) + 1 :]
        elif any(one.startswith(bullet) for one in self.levels):  # "1." after "1.1.", whose heading we have not seen
            self.levels = [bullet]
        else:
            self.levels.append(bullet)
            return True
        return False

    def _here(self, which: int | None) -> bool:
        return which is not None and self.figures[which].block == self.block

    def _just_said(self) -> bool:
        """Whether the line before ends with a count that its list may be parts of."""
        if self.recent is None or self.recent != len(self.figures) - 1:
            return False
        figure = self.figures[self.recent]
        total = _TOTAL.search(figure.words) is not None  # "tổng 309,5 triệu đồng." and then the list
        return self.block - figure.block in ({1, 2} if total else {1}) and figure.counts

    def _heads_line(self) -> bool:
        """Whether the line before is a part of a list, and no other count stands in it."""
        return self._just_said() and self.recent == self.line and self.figures[self.line].bunch is not None

    @property
    def named_list(self) -> bool:
        """Whether the lines of the open list are told apart by names, whatever labels they hold."""
        if self.bullet in {"", NO_BULLET} or self.opened or not self.stack:
            return False
        bunch = self.stack[-1]
        return bunch.index >= 0 and bunch.sort is None and bunch.bullet == self.bullet and len(bunch.parts) > 1

    @property
    def listing(self) -> bool:
        """Whether parts are being told: a noun before their number is their name, not what they count."""
        return self.opened is not None or any(bunch.index >= 0 for bunch in self.stack)

    @property
    def above(self) -> int | None:
        """The count that the next figure is likely to be a part of."""
        if self.stack and self.stack[-1].whole >= 0:
            return self.stack[-1].whole
        return self._before() if self.opened else None

    def names_of_same(self, tags: dict[Sort, str]) -> bool:
        """Whether a part only says again what its whole is: "được giao 151 nhiệm vụ, trong đó tỉnh giao 87"."""
        names = self.opened or (self.stack and self.stack[-1].index >= 0 and self.stack[-1].sort is None)
        if not names or self.above is None or tags != {Sort.STAGE: "received"}:
            return False
        whole = self.figures[self.above]
        return whole.key == "received" and whole.topic in HANDLED

    def _before(self) -> int | None:
        return self.opened_of if self.opened_of is not None else self.last

    def awaits(self, tags: dict[Sort, str]) -> bool:
        """Whether a figure tagged so is the next part of the innermost breakdown."""
        bunch = self.stack[-1] if self.stack else None
        return bunch is not None and bunch.index >= 0 and self._fits(bunch, dict(tags), sort_of(tags))

    def of_rest(self, tags: dict[Sort, str], words: str) -> dict[Sort, str]:
        """The tags of what is left of a breakdown: "trước hạn 655, đúng hạn 76, còn lại 17 quá hạn".

        None, when the words say no more than that it is the rest: "toàn bộ phần còn lại, 52 hồ sơ".
        """
        bunch = self.stack[-1] if self.stack else self.dormant
        if tags.get(Sort.STAGE) != "pending" or bunch is None or bunch.index < 0:
            return tags
        listed = len(tags) == 1 and bunch.sort is None and len(bunch.parts) > 1
        if listed and self.parts.just_told(bunch) and phrases.rest_of_groups(words):
            return {}  # whatever the list is of
        if not (self.parts.short(bunch) or (bunch.sort is Sort.TIMING and self.parts.too_much(bunch))):
            return (
                tags  # of times that are too much already the rest is the last: "xong 90: sớm 81, đúng 13, còn 2 trễ"
            )
        if tags.get(Sort.TIMING) in {None, "in_time"}:
            left = bunch.sort is not Sort.STAGE and self.parts.just_told(bunch)
            return {} if len(tags) == 1 and left and phrases.only_rest(words) else tags
        told = dict(tags)
        del told[Sort.STAGE]
        return told if bunch.sort is Sort.TIMING and self._fits(bunch, dict(told), Sort.TIMING) else tags

    # where a figure belongs

    def _on_its_line(self, bunch: Bunch) -> bool:
        """Whether this line is one of that list."""
        return bunch.bullet == self.bullet and self.bullet not in {"", NO_BULLET}

    def _splits_line(self, bunch: Bunch) -> bool:
        """Whether its part of this line is being split: "b) chưa đến hạn: 83 việc, trong đó xong sớm 39"."""
        return bunch.index >= 0 and self._on_its_line(bunch) and max(bunch.parts, default=-1) >= self.line

    def _fits(self, bunch: Bunch, tags: dict[Sort, str], sort: Sort | None) -> bool:
        return self.parts.fits(bunch, tags, sort, lined=self._on_its_line(bunch))

    def _introduced(self, tie: str, figure: Figure, tags: dict[Sort, str]) -> tuple[Bunch | None, bool]:
        """The breakdown that such words begin with this figure; whether it is in none, for its line has its part."""
        self.opened = None
        line_said = bool(self.stack) and self._splits_line(self.stack[-1])
        whole = self._whole_for(tags, tie)
        if whole is None or not self.parts.may_split(self.figures[whole], tags):
            return None, line_said
        bullet = self.bullet if whole < self.line else ""  # a list over lines
        inside = bool(self.stack) and self.stack[-1].index == -1 and self.stack[-1].whole == whole
        return self._begin(whole, tie, sort_of(tags), figure, bracket=inside, bullet=bullet), False

    def home(self, figure: Figure, tags: dict[Sort, str]) -> Bunch | None:
        """The breakdown a figure is part of, with the figure in it; lists it does not belong to end here."""
        sort = sort_of(tags)
        if self.opened:
            begun, ended = self._introduced(self.opened, figure, tags)
            if begun is not None or ended:
                return begun
        while self.stack:
            bunch = self.stack[-1]
            if bunch.index == -1 and bunch.whole >= 0 and self.parts.may_split(self.figures[bunch.whole], tags):
                return self._begin(bunch.whole, bunch.tie, sort, figure, bracket=True)
            if bunch.index >= 0 and self._only_names(bunch, tags, sort):
                sort = None
            if bunch.index >= 0 and bunch.sort is None and tags == {Sort.STAGE: "other"}:
                tags, sort = {}, None  # "…, loại khác 39" after names
            if bunch.index >= 0 and self._fits(bunch, tags, sort) and not self._line_said(bunch, sort):
                bunch.parts.append(figure.index)
                name_whole(self.figures[bunch.whole], tags, [self.figures[part] for part in bunch.parts])
                return bunch
            if bunch.bracket or self._line_said(bunch, sort):
                return None
            if self._on_its_line(bunch):
                break  # a line of this list is none of the list above it
            self.stack.pop()
        return self._going_on(figure, tags, sort) or self._implied(figure, tags, sort)

    def _only_names(self, bunch: Bunch, tags: dict[Sort, str], sort: Sort | None) -> bool:
        """Whether the label of a part tells it from no sister, and so is but a word of its name; tags are told so.

        "Thẩm định chậm 11 hồ sơ; trình ký chậm 7 hồ sơ"; in a list over lines "dừng giải quyết" after "đã giải quyết".
        """
        if sort is None or sort is not bunch.sort:
            return False
        sisters = [self.figures[part] for part in bunch.parts]
        alike = [one for one in sisters if one.tags.get(sort) == tags[sort]]
        if len(alike) == len(sisters) and sort is Sort.TIMING:
            bunch.sort = None
            for one in sisters:
                one.tags = {}
        elif not (alike and sort is Sort.STAGE and self._on_its_line(bunch)):
            return False
        tags.clear()
        return True

    def _line_said(self, bunch: Bunch, sort: Sort | None) -> bool:
        """Whether this line of a list of names has its part: what follows in it tells more of that part.

        In its first line nobody knows yet; `breakdowns` reads it both ways.
        """
        numbered = bunch.bullet not in {"", NO_BULLET} and bunch.sort is None and sort is None
        return numbered and bool(bunch.parts) and bunch.parts[0] < self.line <= bunch.parts[-1]

    def _whole_for(self, tags: dict[Sort, str], tie: str) -> int | None:
        called, of, self.called, self.opened_of = self.called, self.opened_of, None, None
        if called is not None or of is not None:
            return called if called is not None else of
        listed = self.recent == self.introduced < self.line
        if self.recent is None or self.recent == self.last or not (listed or self._here(self.recent)):
            return self.last
        inner = self.figures[self.recent]
        if listed and self.parts.may_split(inner, tags):
            return self.recent  # the line above ended with it: "2.1. Bản sao 2.094 việc, trong đó:"
        if self.last is not None and self.last < self.line <= self.recent and self.parts.may_split(inner, tags):
            return self.recent  # this line is a part of a list, and splits further
        sister = inner.bunch is not None and self.bunches[inner.bunch].sort is sort_of(tags)
        if sister and tie == Tie.CLAIMED and self.recent == self.introduced and self.parts.alone_in(inner):
            return self.recent  # "38 trường, trong đó huyện quản lý 35 trường gồm: 14 …, 13 …, 8 …"
        return (
            self.recent if inner.bunch is not None and not sister and self.parts.may_split(inner, tags) else self.last
        )

    def _begin(
        self, whole: int, tie: str, sort: Sort | None, first: Figure, *, bracket: bool = False, bullet: str = ""
    ) -> Bunch:
        closed = self.promised > 0 and sort in {Sort.STAGE, None}
        bunch = Bunch(
            index=len(self.bunches), whole=whole, tie=tie, sort=sort, bracket=bracket, bullet=bullet, closed=closed
        )
        bunch.parts.append(first.index)
        self.bunches.append(bunch)
        if bracket:
            self.stack[-1] = bunch
        else:
            self.stack.append(bunch)
        name_whole(self.figures[whole], first.tags, [])
        return bunch

    def _going_on(self, figure: Figure, tags: dict[Sort, str], sort: Sort | None) -> Bunch | None:
        """A part that a sentence adds to the breakdown of the sentence before."""
        old = self.dormant
        if old is None or not old.parts:
            return None
        if not tags and phrases.only_rest(figure.words) and self.parts.short(old) and self.parts.just_told(old):
            old.parts.append(figure.index)
            return old
        if old.sort is None or sort not in PARTS:
            return None
        if tags.get(Sort.STAGE, stage := self.figures[old.whole].tags.get(Sort.STAGE)) != stage:
            return None
        if not self._fits(old, tags, sort) or figure.block - self.figures[old.parts[-1]].block > 2:
            return None
        old.parts.append(figure.index)
        self.stack.append(old)
        return old

    def _asked(self, whole: Figure, figure: Figure) -> bool:
        """Whether an opinion is of the people or slips counted before: "75 người dân: 68 người hài lòng"."""
        near = whole.counts and figure.block - whole.block <= 1
        split = any(one.whole == whole.index and one.sort is Sort.OPINION for one in self.bunches)
        return near and not split and not whole.tags and whole.topic in _ASKED

    def _implied(self, figure: Figure, tags: dict[Sort, str], sort: Sort | None) -> Bunch | None:
        """A part that only a comma led to: "đã giải quyết 1.281 hồ sơ, trước hạn 1.226, …"."""
        if sort not in {Sort.TIMING, Sort.CHANNEL, Sort.LEVEL, Sort.OPINION} or self.last is None:
            return None
        whole = self.figures[self.last]
        if sort is Sort.OPINION:
            return self._begin(self.last, Tie.BARE, sort, figure) if self._asked(whole, figure) else None
        near = whole.block == figure.block or (self.recent == self.last and figure.block - whole.block <= 2)
        if not near or not self.parts.may_split(whole, tags) or sort_of(whole.tags) not in {Sort.STAGE, Sort.ARRIVAL}:
            return None
        stage = whole.tags.get(Sort.STAGE)
        fits = STAGE_OF_TIMING.get(tags[sort], stage) == stage if sort is Sort.TIMING else stage == "received"
        return self._begin(self.last, Tie.BARE, sort, figure) if fits else None
