"""Which figures may be parts of a breakdown: by what tells them apart, and by what is told of it already."""

from collections.abc import Sequence

from motcua.statements.signs import phrases
from motcua.statements.signs.figures import Bunch, Figure, Tie
from motcua.statements.signs.lexicon import Sort, Topic
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.parting import INTAKE, clash, sort_of

__all__ = ["Belonging"]


class Belonging:
    """What fits into the breakdowns of one text; both lists grow as it is read, the last figure is the one read now."""

    def __init__(self, figures: Sequence[Figure], bunches: Sequence[Bunch]) -> None:
        """Looks at both lists, changes neither."""
        self.figures, self.bunches = figures, bunches

    def short(self, bunch: Bunch) -> bool:
        """Whether something is left of the whole, after some parts."""
        told = [self.figures[part].numeral.value for part in bunch.parts]
        return bool(told) and sum(told) < self.figures[bunch.whole].numeral.value

    def too_much(self, bunch: Bunch) -> bool:
        """Whether its parts are more than the whole, and the figure that is read now follows at once."""
        told = [self.figures[part].numeral.value for part in bunch.parts]
        return sum(told) > self.figures[bunch.whole].numeral.value and self.just_told(bunch)

    def just_told(self, bunch: Bunch) -> bool:
        """Whether no count stands between its last part and the figure that is read now."""
        since = self.figures[bunch.parts[-1] + 1 : -1] if bunch.parts else self.figures
        return all(one.numeral.form is Form.PERCENT for one in since)

    def alone_in(self, part: Figure) -> bool:
        """Whether it is the one part told so far, and less than its whole."""
        bunch = self.bunches[part.bunch] if part.bunch is not None else None
        if bunch is None or bunch.parts != [part.index]:
            return False
        return part.numeral.value < self.figures[bunch.whole].numeral.value

    def may_split(self, whole: Figure, tags: dict[Sort, str]) -> bool:
        """Whether a figure tagged so can be a part of `whole` at all."""
        if not whole.counts:
            return False
        sort = sort_of(tags)
        stage = whole.tags.get(Sort.STAGE, "")
        if sort is Sort.STAGE:
            return stage != tags[Sort.STAGE] and stage in {"received", "due", "", "pending"}
        own = tags.get(Sort.STAGE)
        if sort is Sort.TIMING and own and stage and stage not in (own, "received"):
            return False
        carried = tags.get(Sort.ARRIVAL) == "carried"  # of all that was handled in the period
        return carried or sort is Sort.CHANNEL or sort not in whole.tags

    def takes_in(self, figure: Figure, bunch: Bunch) -> bool:
        """Whether it is a part of what the text says to consist of it, under another noun.

        "52 letters, namely 3 complaints, 1 denunciation and 48 requests"; not money, nor more than there is.
        """
        whole, first = self.figures[bunch.whole], self.figures[bunch.parts[0]]
        may_be = figure.topic not in {Topic.MONEY, Topic.TIME} and figure.numeral.value <= whole.numeral.value
        return may_be and bunch.sort is None and whole.block == first.block and phrases.consists(first.words)

    def fits(self, bunch: Bunch, tags: dict[Sort, str], sort: Sort | None, *, lined: bool) -> bool:
        """Whether a figure tagged so is the next part of a breakdown; `lined`: it stands on a line of that list."""
        whole = self.figures[bunch.whole]
        if bunch.sort is Sort.STAGE and sort is Sort.TIMING:
            return self._of_other_stage(bunch, tags, whole)
        if sort is Sort.STAGE and any(self.figures[part].tags.get(sort) == "due" for part in bunch.parts):
            return False  # "đến hạn 301 việc: đã xong 287, chưa xong 14": these are of that part
        if not self._alike(bunch, tags, sort, whole, lined=lined) or self._all_told(bunch):
            return False
        taken = {self.figures[part].tags.get(sort) for part in bunch.parts} if sort else set[str | None]()
        if sort and (tags.get(sort) in taken or (sort is Sort.TIMING and clash({*taken, tags[sort]}))):
            return False
        stage, own = whole.tags.get(Sort.STAGE), tags.get(Sort.STAGE)
        return sort is Sort.STAGE or not (stage and own and own != stage and sort is Sort.TIMING)

    def _of_other_stage(self, bunch: Bunch, tags: dict[Sort, str], whole: Figure) -> bool:
        """Whether it is one more state of the whole: "đã giải quyết 371; đang giải quyết trong hạn 3".

        What is "in time" beside what is settled is in progress, and so is what is late after it: tags are told so.
        """
        parts = [self.figures[part] for part in bunch.parts]
        late = tags[Sort.TIMING] == "late" and any(one.key == "pending.in_time" for one in parts)
        if late or tags[Sort.TIMING] == "in_time":
            tags.setdefault(Sort.STAGE, "pending")
        stage = tags.get(Sort.STAGE)
        if stage is None or whole.tags.get(Sort.STAGE, "received") not in {"received", "due"}:
            return False
        taken = {(one.tags.get(Sort.STAGE), one.tags.get(Sort.TIMING)) for one in parts}
        return stage != whole.tags.get(Sort.STAGE) and not taken & {(stage, None), (stage, tags[Sort.TIMING])}

    def _all_told(self, bunch: Bunch) -> bool:
        """Whether its last part is all others: nothing follows "và 46 người thuộc nhóm khác"."""
        return bunch.sort is None and len(bunch.parts) > 1 and self.figures[bunch.parts[-1]].others

    def _alike(self, bunch: Bunch, tags: dict[Sort, str], sort: Sort | None, whole: Figure, *, lined: bool) -> bool:
        """Whether a figure told apart so may stand among the parts of a breakdown."""
        if sort is bunch.sort or self._unnamed(bunch, tags, lined=lined):
            return True
        intake = whole.tags.get(Sort.STAGE) == "received" and not whole.tags.keys() & {Sort.CHANNEL, Sort.LEVEL}
        if sort in INTAKE and bunch.sort in INTAKE:
            arrivals = {tags.get(Sort.ARRIVAL), *(self.figures[part].tags.get(Sort.ARRIVAL) for part in bunch.parts)}
            return intake and "in_period" not in arrivals
        if sort in {None, Sort.CHANNEL} and bunch.sort is Sort.LEVEL and whole.topic is Topic.PROCEDURES:
            return True  # "46 thủ tục còn lại cung cấp thông tin"
        if bunch.sort is None and sort is Sort.TIMING and bunch.tie == Tie.CLAIMED and len(bunch.parts) == 1:
            now = self.figures[-1]  # "gồm 53 việc xong kịp và 5 việc trễ"
            return phrases.AND.match(now.words) is not None and now.block == self.figures[bunch.parts[0]].block
        named = bunch.sort is None and sort in {Sort.CHANNEL, Sort.LEVEL} and Sort.STAGE not in tags
        return named and (not intake or len(bunch.parts) > 1)

    def _unnamed(self, bunch: Bunch, tags: dict[Sort, str], *, lined: bool) -> bool:
        """Whether it is a part under a name of its own: "đăng ký lại" in "(đúng hạn 31, trễ 12, đăng ký lại 3)"."""
        listed = bunch.bracket or bunch.closed or lined or self._beside(bunch)
        return not tags and listed and bunch.sort is not None

    def _beside(self, bunch: Bunch) -> bool:
        """Whether the figure read now is but a name and a number right after its last part: "…, bằng giấy 30"."""
        now = self.figures[-1]
        near = self.just_told(bunch) and now.block - self.figures[bunch.parts[-1]].block <= 1
        return near and phrases.NAME_AND_NUMBER.fullmatch(now.words) is not None
