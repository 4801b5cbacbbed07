"""The checker speaks: each finding as one sentence a clerk understands, in Vietnamese or English."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua import vietnam
from motcua.statements.checking import Verdict
from motcua.statements.telling.words import DEFINITIONS, SLIPS, name
from motcua.sums import Slip, places

__all__ = ["Entry", "Fractional", "Speaker", "lacks_a_group"]

# Vietnamese, English
_SUM = {
    Verdict.TRUNCATED: (
        "{added} = {result}, {total}: lệch {gap} vì từng số đã làm tròn.",
        "{added} = {result}, {total}: off by {gap}, for each of them was rounded.",
    ),
    Verdict.UNDETERMINED: (
        "{added} = {result}, {total}: có thể còn phần khác.",
        "{added} = {result}, {total}: these may not be all of it.",
    ),
    Verdict.INCONSISTENT: (
        "{added} = {result}, không phải {total}: lệch {gap}.",
        "{added} = {result}, not {total}: off by {gap}.",
    ),
}
_TWICE = (
    "Cùng một số mà nơi ghi {total}, nơi ghi {result}: lệch {gap}.",
    "One figure is told as {total} here and as {result} there: off by {gap}.",
)
_RATE = {
    Verdict.CONSISTENT: ("{base} = {printed}{of}.", "{base} = {printed}{of}."),
    Verdict.TRUNCATED: (
        "{base} = {computed}{of}; {printed}: cắt bỏ phần lẻ, không làm tròn.",
        "{base} = {computed}{of}; {printed}: cut, not rounded.",
    ),
    Verdict.UNDETERMINED: ("{printed}: không rõ tính trên số nào.", "{printed}: what it is a rate of is not clear."),
    Verdict.INCONSISTENT: ("{base} = {computed}{of}, không phải {printed}.", "{base} = {computed}{of}, not {printed}."),
}
_ROUNDED = {
    "up": ("{base} = {computed}{of}; {printed}: làm tròn lên.", "{base} = {computed}{of}; {printed}: rounded up."),
    "padded": (
        "{base} = {computed}{of}; {printed}: làm tròn thành {short} rồi viết thêm số 0.",
        "{base} = {computed}{of}; {printed}: rounded to {short}, with noughts added.",
    ),
}
_OF = (", trên {}", ", over {}")
_ADJUSTED = ("; chỉnh cho đủ 100 %", "; adjusted so that the parts make 100 %")
_NOT_HUNDRED = ("{}: không đủ 100 %.", "{}: not 100 %.")
_SHORT = (
    "{added} = {result}, {total}: còn thiếu {gap}, có thể là hồ sơ rút, từ chối, trả lại hay chờ bổ sung.",
    "{added} = {result}, {total}: {gap} are missing, perhaps withdrawn, refused, returned or waiting for supplement.",
)
_GROUP = (
    "Thiếu một nhóm {gap} hồ sơ, như rút, từ chối, trả lại hay chờ bổ sung; có nhóm ấy thì tổng khớp.",
    "A group of {gap} is not named, such as withdrawn, refused, returned, waiting for supplement; with it all agrees.",
)
_ONE_MORE = (
    "Nói có {many} nhóm mà chỉ kể {told}: còn sót một nhóm {gap}; có nhóm ấy thì tổng khớp.",
    "It speaks of {many} groups and tells {told}: one of {gap} is left out; with it all agrees.",
)
_UNTOLD = (" Chưa thể nói số nào sai.", " Which figure is wrong cannot be told.")
_MEND = (
    "{}: {}; khi đó mọi tổng và tỷ lệ liên quan đều khớp.",
    "{}: {}; then every sum and rate connected with it agrees.",
)
_SEVERAL = ("nhiều số cùng sai", "several figures at once")
_SUMMARY = {
    "nothing": ("Không thấy tổng hay tỷ lệ nào để kiểm.", "No sum and no rate to check was found."),
    "wrong": ("{wrong} trong {all} phép kiểm không khớp.", "{wrong} of {all} checks fail."),
    "right": ("Cả {all} phép kiểm đều khớp.", "All {all} checks agree."),
    "one": ("Phép kiểm duy nhất khớp.", "The only check agrees."),
}
_UNSURE = (" {} phép chưa rõ.", " Not clear: {}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A quantity as told; `unit` is what is counted, "%" of a rate; `scope` tells rows and periods apart."""

    index: int
    name: str
    value: Decimal
    unit: str
    text: str
    start: int
    end: int
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fractional:
    """A rate as it is spoken of: what is over and under the line, taken from each, and how the whole is called."""

    printed: Entry
    over: Sequence[Entry]
    less: Sequence[Entry]
    under: Sequence[Entry]
    without: Sequence[Entry]
    expected: Decimal | None
    denominator: str
    rounding: str


def lacks_a_group(whole: Entry, expected: Decimal) -> bool:
    """Whether what was received is more than what became of it: some may have been withdrawn, refused, or wait."""
    return whole.name.startswith("received") and whole.name.count(".") < 2 and expected < whole.value


class Speaker:
    """One language."""

    def __init__(self, *, english: bool) -> None:
        """Vietnamese unless `english`."""
        self.english = english

    def number(self, value: Decimal, like: Entry) -> str:
        """A number as the language writes it, with as many decimals as it has, and the sign of `like`."""
        text = f"{value:,.{places(value)}f}" if self.english else vietnam.number(value, places(value))
        return f"{text} %" if like.unit == "%" else text

    def added(self, entries: Iterable[Entry], less: Iterable[Entry] = ()) -> str:
        """What is added and what is taken away, written out."""
        sums = " + ".join(self.number(one.value, one) for one in entries).replace("+ -", "− ")
        return " − ".join((sums, *(self.number(one.value, one) for one in less)))

    def sum(
        self, verdict: Verdict, *, whole: Entry, parts: Sequence[Entry], less: Sequence[Entry], expected: Decimal
    ) -> str:
        """Parts and their whole."""
        added = self.added(parts, less)
        if verdict is Verdict.CONSISTENT:
            return f"{added} {'=' if expected == whole.value else '≤'} {self.number(whole.value, whole)}."
        short = verdict is Verdict.UNDETERMINED and lacks_a_group(whole, expected)
        twice = len(parts) == 1 and not less
        return (_TWICE if twice else _SHORT if short else _SUM[verdict])[self.english].format(
            added=added,
            result=self.number(expected, whole),
            total=self.number(whole.value, whole),
            gap=self.number(abs(expected - whole.value), whole),
        )

    def product(
        self, verdict: Verdict, *, whole: Entry, factors: Sequence[Entry], expected: Decimal, by: Decimal | None
    ) -> str:
        """So many at so much each, or `by` what the lines around it are multiplied by."""
        values = [one.value for one in factors] + ([] if by is None else [by.normalize() if by % 1 else by])
        each = " × ".join(self.number(value, whole) for value in values)
        total, result = self.number(whole.value, whole), self.number(expected, whole)
        if verdict is Verdict.CONSISTENT:
            return f"{each} = {total}."
        return _SUM[verdict][self.english].format(
            added=each, result=result, total=total, gap=self.number(abs(expected - whole.value), whole)
        )

    def group(self, missing: Decimal, whole: Entry) -> str:
        """A correction that changes no figure: a group that the text does not name."""
        return _GROUP[self.english].format(gap=self.number(missing, whole))

    def one_more(self, missing: Decimal, whole: Entry, told: int) -> str:
        """A correction that changes no figure: the group that the text counts and does not tell."""
        return _ONE_MORE[self.english].format(many=told + 1, told=told, gap=self.number(missing, whole))

    def hundred(self, verdict: Verdict, parts: Sequence[Entry]) -> str:
        """Rates that should make 100."""
        if verdict is Verdict.CONSISTENT:
            return f"{self.added(parts)} = 100 %."
        return _NOT_HUNDRED[self.english].format(self.added(parts))

    def rate(self, verdict: Verdict, rate: Fractional) -> str:
        """A rate and the fraction it comes from."""
        of = DEFINITIONS.get(rate.denominator, ("", ""))[self.english]
        said = _OF[self.english].format(of) if of else ""
        return _ROUNDED.get(rate.rounding, _RATE[verdict])[self.english].format(
            base=f"{self._side(rate.over, rate.less)} / {self._side(rate.under, rate.without)}",
            printed=self.number(rate.printed.value, rate.printed),
            short=self.number(rate.printed.value.normalize(), rate.printed),
            computed=self.number(rate.expected, rate.printed) if rate.expected is not None else "?",
            of=said + (_ADJUSTED[self.english] if rate.rounding == "adjusted" else ""),
        )

    def _side(self, entries: Sequence[Entry], less: Sequence[Entry] = ()) -> str:
        text = self.added(entries, less)
        return f"({text})" if len(entries) + len(less) > 1 else text

    def untold(self) -> str:
        """What follows when several corrections remain."""
        return _UNTOLD[self.english]

    def mend(self, changes: Sequence[tuple[Entry, Decimal]], slip: Slip) -> str:
        """A correction, and which mistake it would undo."""
        said = []
        for entry, value in changes:
            label = name(entry.name, english=self.english)
            of = f" ({label})" if label else ""
            said.append(f"{self.number(entry.value, entry)}{of} → {self.number(value, entry)}")
        several = len(changes) > 1 and slip is not Slip.LABEL
        why = _SEVERAL[self.english] if several else SLIPS[slip][self.english]
        return _MEND[self.english].format("; ".join(said), why)

    def summary(self, *, wrong: int, right: int, unsure: int) -> str:
        """One sentence over all, and one over what is not clear."""
        case = "wrong" if wrong else "one" if right == 1 else "right" if right else "nothing"
        said = _SUMMARY[case][self.english].format(wrong=wrong, all=wrong + right)
        return said + (_UNSURE[self.english].format(unsure) if unsure else "")
