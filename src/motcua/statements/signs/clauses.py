"""The counts of a text sentence by sentence, each with the words that lead to it in its own clause."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, takewhile

from motcua.statements.signs.figures import Figure
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.wording import EMPTY

__all__ = ["Clause", "Sentence", "headed", "of_one_noun", "sentences", "shared", "sisters"]

_STOP = re.compile(r"[.!?](?=[\s”\"')]|$)|\n")
_MARK = re.compile(r"[,;:]|\s[–—-]\s|\s(?:và|rồi|còn|cùng|cộng|với)(?=\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\w+")
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_BULLET = re.compile(r"\s*(?:[-–—+•*●○▪✓]|\(?\w{1,3}[.)])\s")
_MONEY = frozenset({"đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"})  # one noun, in several units
_HEADED = re.compile(r"(?<!\w)(?:theo|by)(?: [^\W\d]+){1,5}:[^.;:\d]*$", re.IGNORECASE)
_NEAR = 80  # characters before a count that may be the heading of its list
_LONGEST = 200  # characters of words that lead to a count


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A count with its noun, the words that lead to it, and the mark before them ("" at the start of a sentence).

    `label`: a colon parts it from those words.
    """

    figure: Figure
    noun: str
    lead: str
    mark: str
    label: bool

    @property
    def words(self) -> list[str]:
        """The words that lead to it."""
        return _WORD.findall(self.lead.lower())

    @property
    def name(self) -> tuple[str, ...]:
        """Those of them that say something, and the numbers of names: "tổ 3"."""
        return tuple(word for word in _NAME.findall(self.lead.lower()) if word not in EMPTY)


@dataclass(slots=True, kw_only=True)
class Sentence:
    """A sentence or a line: its counts outside of brackets, and where it stands.

    `plain`: all of them are exact counts of this period, and the line above ended before it.
    """

    start: int
    end: int
    paragraph: int
    clauses: list[Clause] = field(default_factory=list)
    plain: bool = True


def sentences(text: str, figures: Sequence[Figure]) -> list[Sentence]:
    """Every sentence of prose, with or without counts, in order."""
    depths = list(accumulate((letter in "([") - (letter in ")]") for letter in text))
    outer = [one for one in figures if one.trio is None and not depths[one.numeral.start]]
    found, at = list[Sentence](), 0
    paragraph = 0
    for start, end in _spans(text):
        if not text[start:end].strip():
            paragraph += text[start:end].count("\n") > 0
            continue
        own = []
        while at < len(outer) and outer[at].numeral.start < end:
            own.append(outer[at])
            at += 1
        counted = [one for one in own if one.numeral.form is not Form.PERCENT]
        found.append(
            Sentence(
                start=start,
                end=end,
                paragraph=paragraph,
                clauses=list(_clauses(text, start, own)),
                plain=all(one.told and one.counts for one in counted) and not _goes_on(text, start),
            )
        )
    return found


def _goes_on(text: str, start: int) -> bool:
    """Whether the line above did not end, so that its sentence may go on here: a wrapped line, no point of a list."""
    above = text[max(0, start - _LONGEST) : start].rstrip(" \t")
    ended = not above.endswith("\n") or not above.rstrip() or above.rstrip()[-1] in ".!?;:"
    return not ended and _BULLET.match(text, start) is None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for stop in _STOP.finditer(text):
        yield at, stop.end()
        at = stop.end()
    yield at, len(text)


def _clauses(text: str, start: int, own: Sequence[Figure]) -> Iterator[Clause]:
    """The counts of one sentence that begins at `start`; rates only part their words."""
    at = start
    for one in own:
        if one.numeral.form is not Form.PERCENT:
            gap = _BRACKETED.sub("", text[max(at, one.numeral.start - _LONGEST) : one.numeral.start])
            mark = _MARK.search(gap) if at > start else None
            lead = gap[mark.end() :] if mark else gap.rstrip(" :").rpartition(": ")[2]
            yield Clause(
                figure=one,
                noun="đồng" if (noun := noun_after(text, one.numeral.end, in_english=False)) in _MONEY else noun,
                lead=lead,
                mark=mark.group().strip().lower() if mark else "",
                label=gap.rstrip().endswith(":"),
            )
        at = one.numeral.end


def shared(clauses: Sequence[Clause], *, at: int) -> bool:
    """Whether the words that lead to them are the same at this place: 0 is the first, -1 the one before the number."""
    words = [one.words for one in clauses]
    return all(words) and len({each[at] for each in words}) == 1


def headed(text: str, at: int) -> bool:
    """Whether a count that begins at `at` is the first of those behind a heading: "Theo tuổi: thiếu nhi 640, …"."""
    return _HEADED.search(text, max(0, at - _NEAR), at) is not None


def of_one_noun(clauses: Sequence[Clause]) -> list[Clause]:
    """The first of them that count the same: others may follow, of something else.

    Not the number of those that follow it: "có 3 điểm: điểm chính 381 em, điểm bản 137 em, điểm chợ 125 em".
    """
    first, after = _alike(clauses), _alike(clauses[1:])
    numbered = len(first) == 1 and first[0].figure.numeral.value == len(after)
    return after if numbered else first


def _alike(clauses: Sequence[Clause]) -> list[Clause]:
    return list(takewhile(lambda one: one.noun == clauses[0].noun, clauses))


def sisters(whole: Clause, parts: Sequence[Clause]) -> bool:
    """Whether a count is told just as those behind it: "Sáng nhận 120 đơn. Chiều nhận 64 đơn, tối nhận 60 đơn"."""
    every, longest = [whole, *parts], max(len(one.words) for one in parts)
    alike = shared(every, at=-1) and len(whole.words) <= longest and not shared(parts, at=0)
    return shared(every, at=0) or alike
