"""Counts of one kind side by side, and the whole that the text shows them to be all of.

It shows that when it names the whole again, by its number or its words ("Trong 37 hộ ấy, 19 hộ …"), says how many parts
there are ("164 người trong 4 tổ: tổ 1 …"), says that nothing else is there, or ends with all others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import accumulate, islice, pairwise

from motcua.statements.signs.changing import FEWER
from motcua.statements.signs.closing import all_told, ends_empty, no_other_state, not_all
from motcua.statements.signs.figures import Figure
from motcua.statements.signs.lexicon import Sort, Topic
from motcua.statements.signs.nouns import noun_after
from motcua.statements.signs.numerals import Form
from motcua.statements.signs.phrases import AGAIN, EACH, OPEN, OVERLAP, SOME, TOTAL, introduced, tells_total
from motcua.statements.signs.quantities import Known
from motcua.statements.signs.spoken import number
from motcua.statements.signs.stops import STOP
from motcua.statements.signs.traits import crossing
from motcua.statements.signs.wholes import ITS_VERB
from motcua.statements.signs.wording import EMPTY, HOW_MANY
from motcua.sums import SMALL, Force, Kind, Relation, Slip, slip, weighted

__all__ = ["runs"]

_MOST_PARTS = 40
_WIDE = 120  # characters between two parts
_FAR = 200  # characters between a whole and its parts
_NEAR = 25  # characters before a count that may say that it is a whole
_BACK = 12  # counts before a sentence that it may speak of again
_LEAST = 3  # parts that nothing but their place says to be all
_ALL = 100  # percent
_TENTH = 10  # parts that exceed their whole by less than this of it are no groups that overlap
_LEAST_WHOLE = 20  # what is less is a slip away from too much
_PLAIN_SLIPS = frozenset({Slip.DIGIT, Slip.SWAPPED})
_AND = re.compile(r"\s(?:và|còn|and|with|while)\s", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_COMMAS = re.compile(r"[^.!?:;\n]*(?:,|\s[–—-]\s|\s(?:và|còn|and)\s)[^.!?:;\n]*")
_SEMICOLONS = re.compile(_COMMAS.pattern.replace(";", "") + r"|[^.!?:\n]*;[^.!?:\n]*")
_LABELS = re.compile(r"[^.!?:\n]*[,;][^.!?:\n]*:\s?")
_BELOW = re.compile(r"[^.!?\n]{0,60}[.;,]?[ \t]*\n[ \t]*(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\))\s[^.!?\n]{0,90}")
_NEXT = re.compile(r"[^.!?:;,\n]{0,60}\. (?:(?:Trong (?:số )?đó|Of (?:these|them)), )?[^.!?:;,\n]{0,60}")
_WAYS = (_COMMAS, _SEMICOLONS, _LABELS, _BELOW, _NEXT)  # from one part to the next
_AMONG = re.compile(
    r"(?:^|[.,;:\n(]|(?<!\w)(?:biết|rằng|thì|that))\s*(?:trong|đối với|of|among)(?: (?:số|tổng số|cả|the|these))?\s+$",
    re.IGNORECASE,
)
_SPLIT = re.compile(  # right behind a whole: "60 ghế: 40 cái nhựa", "968 hồ sơ của quý gồm 702 …"
    r"[^.;:!?\n]{0,60}?(?: (?:bao gồm|gồm|consists? of)(?!\w)|:)[^.;:,!?\n]{0,60}", re.IGNORECASE
)
_SOME_OF = re.compile(r"[^.;:!?\n]{0,60}?,? (?:trong đó|có|of which|including)(?!\w)[^.;:,!?\n]{0,60}", re.IGNORECASE)
_LED = re.compile(r"[^.;:!?\n]*?(?:,|:|\s(?:thì|có|gồm)\s)[^.;!?\n]*")
_HEADED = re.compile(r"[^.;:!?\n]*\. [^.;:!?\n]{2,80}:[^.;:!?\n]*")
_RESUMED = re.compile(  # a sentence that begins with what a count before it is of: "Về kết hôn, có 86 cặp"
    r"\W*(?:(?:về|riêng|số|những|các|đối với|on|for|the) )*(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,5}?)"
    r"(?:,|:| (?P<all>gồm|bao gồm|chia ra|consists? of|comprise)| (?:thì|có|were|are))(?!\w)[^.;:!?]*",
    re.IGNORECASE,
)
_BY = re.compile(  # a sentence that splits again what was split before: "Theo nghề: giáo viên 94, y tá 71, …"
    r"\W*(?:(?:nếu|còn|cũng|vẫn|số (?:ấy|này|đó)|chia|xét|tính|phân|thống kê|phân loại)[ ,]+)*(?:theo|by)"
    r"(?: [^\W\d]+){1,5}?(?::|,| thì| gồm| có)(?!\w)[^.;:!?]*",
    re.IGNORECASE,
)
_SAME = re.compile(r"[^.;:!?\n]*[,:;][^.;!?\n]*")
_FOLLOWED = re.compile(r"[^.,;:!?\n]{0,30}\. [^.,;:!?\n]*")
_NUMBERED = re.compile(r"([^\W\d_]+)(?: số| thứ)? (\d{1,2}|[IVX]{1,4})(?!\w)[^.;,\d]{0,40}$")
_NAMES = re.compile(  # the first word of a name right before its count: "và xóm Giữa"
    r"(?:[,;:(]|(?<!\w)(?=và |gồm ))\s*(?:(?:và|còn|(?:bao )?gồm|trong đó|and)\s+)*([^\W\d_]+) [^,;:()]{1,40}$",
    re.IGNORECASE,
)
_MANY = re.compile(rf"(?<!\w)({HOW_MANY}) ((?:[^\W\d_]+ ){{0,2}}[^\W\d_]+)", re.IGNORECASE)
_MANY_ARE = re.compile(r"(?: [^\W\d]+){1,8}:? ")  # from their number to what they come to: "cộng 4 bến là 612 lượt"
_SAME_AS = re.compile(
    r"(?<!\w)(?:tức|nghĩa là|như vậy|như thế|nói cách khác|that is|i\.e|in other words)(?!\w)", re.IGNORECASE
)
_LAST = re.compile(r"(?<!\w)(?:cuối cùng|sau cùng|the last)(?!\w)", re.IGNORECASE)
_TIMES = frozenset({"đợt", "buổi", "lần", "ca", "vòng", "phiên", "kỳ", "ngày", "hôm", "session", "day", "round"})
_TO_PARTS = (_LED, _HEADED, _SAME, _FOLLOWED, _BELOW, _NEXT)  # from a whole to its parts
_ROMAN = {name: place for place, name in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1)}
_MEN = frozenset({"nam", "trai", "men", "male", "males", "boys"})
_WOMEN = frozenset({"nữ", "gái", "women", "female", "females", "girls", "woman", "girl"})

_Nouns = Mapping[int, str]  # what each figure counts


def runs(text: str, figures: Sequence[Figure], found: Known, *, in_english: bool = False) -> Iterator[Relation]:
    """A sum for every run under a whole that it is shown to be all of."""
    counts = [one for one in figures if one.told]
    nouns = {one.index: noun_after(text, one.numeral.end, in_english=in_english) for one in counts}
    depths = list(accumulate((letter in "([") - (letter in ")]") for letter in text))
    yield from _of_both_sexes(text, counts, nouns, found)
    at = 0
    while at < len(counts):
        ways = ((way, *_run(text, counts, (nouns, depths), at, way)) for way in _WAYS)
        told = [each for each in ways if len(each[1]) > 1]
        led = any(_among(text, one) for one in counts[max(0, at - 1) : at + 1])
        first = told if led else told[:1]  # "Trong 30 hộ, 22 … và 4 …; 5 …"
        way, run, end = max(first, key=lambda each: len(each[1]), default=(_NEXT, [counts[at]], at + 1))
        for whole, parts in _wholes(text, counts, at, end, run) if len(run) > 1 else ():
            if _told_after(whole, parts, counts[end : end + 1]) or _more_than_all(parts, figures):
                continue
            yield from _sum(whole, parts, _force(text, whole, parts, nouns) or _resumed(text, whole, parts), found)
        for whole in _split_before(text, counts, at, run):
            near = abs(sum(one.numeral.value for one in run) - whole.numeral.value) * _TENTH < whole.numeral.value
            yield from _sum(whole, run, Force.LIKELY if near and _alike(whole, run, nouns) else None, found)
        at = end if way in {_COMMAS, _SEMICOLONS} else max(at + 1, end - 1)


def _told_after(whole: Figure, parts: Sequence[Figure], after: Sequence[Figure]) -> bool:
    """Whether what a run comes to is told right after it, and is another count than that whole."""
    total = sum((one.numeral.value for one in parts), start=Decimal(0))
    return any(one.counts and one.numeral.value == total != whole.numeral.value for one in after)


def _more_than_all(parts: Sequence[Figure], figures: Sequence[Figure]) -> bool:
    """Whether their own rates come to more than all there is: "mũi 3: 8.240 người (77,7 %), mũi 4: 2.970 (72,1 %)"."""
    after = (figures[part.index + 1] for part in parts if part.index + 1 < len(figures))
    told = [one for one in after if one.numeral.form is Form.PERCENT and one.said_of == one.index - 1]
    return len(told) == len(parts) and sum(one.numeral.value for one in told) > _ALL + len(told)


def _sum(whole: Figure, parts: Sequence[Figure], force: Force | None, found: Known) -> Iterator[Relation]:
    top, under = found.of_figure[whole.index], [found.of_figure[part.index] for part in parts]
    if force is not None and len({top, *under}) > len(under):
        yield Relation(kind=Kind.SUM, force=force, sums=(weighted([top], under),), listed=True)


def _of_both_sexes(text: str, counts: Sequence[Figure], nouns: _Nouns, found: Known) -> Iterator[Relation]:
    """Sums of two counts of which the one is of men and the other of women: nobody is in both, or in none."""
    for place, parts in enumerate(pairwise(counts)):
        told = [(bool(_words(one.words) & _MEN), bool(_words(one.words) & _WOMEN)) for one in parts]
        gap = text[parts[0].numeral.end : parts[1].numeral.start][:_WIDE]
        if {*told} != {(True, False), (False, True)} or not (_SEMICOLONS.fullmatch(gap) or _FOLLOWED.fullmatch(gap)):
            continue
        near = [
            one
            for one in counts[max(0, place - _BACK) : place]
            if one.counts and _alike(one, parts, nouns, _MEN | _WOMEN)
        ]
        total, biggest = sum(one.numeral.value for one in parts), max(one.numeral.value for one in parts)
        near = [one for one in near if one.paragraph == parts[0].paragraph]
        near = [one for one in near if not {nouns[one.index]} & (_MEN | _WOMEN)]
        near = [one for one in near if _alike(one, parts, nouns) or one.block == parts[0].block]
        wide = [one for one in near if one.numeral.value > biggest]
        if not wide:  # a slip makes one of them more than all
            left = ((one, one.numeral.value - total + biggest) for one in near[-1:])
            wide = [one for one, rest in left if rest > 0 and slip(biggest, rest) in SMALL]
        if wide:
            whole = max(wide, key=lambda one: (one.numeral.value == total, one.numeral.value))
            yield from _sum(whole, parts, Force.LIKELY, found)


def _run(
    text: str, counts: Sequence[Figure], told_of: tuple[_Nouns, Sequence[int]], at: int, way: re.Pattern[str]
) -> tuple[list[Figure], int]:
    """The counts side by side from this one on, those in brackets between left out, and where they end."""
    run, end = [counts[at]], at + 1
    nouns, depths = told_of
    noun, deep = nouns[counts[at].index], depths[counts[at].numeral.start]
    for place in range(at + 1, min(len(counts), at + _MOST_PARTS)):
        one = counts[place]
        if depths[one.numeral.start] > deep:
            continue
        told = text[run[-1].numeral.end : one.numeral.start]
        gap = _BRACKETED.sub("", told[: 3 * _WIDE])
        own = nouns[one.index]
        if depths[one.numeral.start] < deep or not one.counts or len(gap) > _WIDE or not way.fullmatch(gap):
            break
        if (noun and own and noun != own) or _opens(text, one, gap) or all_told(told):
            break
        noun = noun or own
        run.append(one)
        end = place + 1
    return run, end


def _opens(text: str, one: Figure, gap: str) -> bool:
    """Whether words before a count say that it is a whole, a part of the count before it, or one of many."""
    begins = AGAIN.match(one.words) or tells_total(one.words, one.numeral.text, place=False)
    return bool(begins or _among(text, one) or introduced(gap) or OPEN.search(gap) or _SAME_AS.search(gap))


def _among(text: str, one: Figure) -> bool:
    """Whether a sentence or clause begins with "in" before a count: "Trong 37 hộ ấy"."""
    start = one.numeral.start
    if ITS_VERB.match(text, one.numeral.end):
        return False
    return _AMONG.search("\n" * (start < _NEAR) + text[max(0, start - _NEAR) : start]) is not None


def _wholes(
    text: str, counts: Sequence[Figure], at: int, end: int, run: Sequence[Figure]
) -> Iterator[tuple[Figure, list[Figure]]]:
    """What may be the whole of a run, and its parts: its first count, or one before or after it."""
    first = run[0]
    led = _among(text, first) or TOTAL.match(first.words) or _of_states(run[1:]) or _ends_empty(text, run)
    if len(run) > _LEAST - 1 and (led or _others(run[-1]) or _as_many(text, first, run[1:])):
        yield first, list(run[1:])
    before = counts[:at]
    many = before[-1].numeral.value if before else Decimal(0)
    if many <= len(run) + 1 and any(many <= one.numeral.value for one in run):
        before = before[:-1]  # "164 người trong 4 tổ: …": it says how many parts there are
    if before:
        yield before[-1], list(run)
    if name := _name(text, run[0]):
        near = (one for one in reversed(before[-_BACK:]) if one.counts and name <= _words(one.words))
        yield from ((one, list(run)) for one in islice(near, 1))
    after = counts[end : end + 2] if len(run) >= _LEAST else ()
    if after and after[0].block - run[-1].block <= 1 and tells_total(after[0].words, after[0].numeral.text):
        are = _MANY_ARE.fullmatch(text, after[0].numeral.end, after[-1].numeral.start)
        yield after[-1 if are and after[0].numeral.value == len(run) else 0], list(run)


def _split_before(text: str, counts: Sequence[Figure], at: int, run: Sequence[Figure]) -> Iterator[Figure]:
    """The latest count that those right after it come to, before a sentence that splits it again."""
    start = _begin(text, run[0].numeral.start)
    said = text[start : _sentence(text, run[-1].numeral.end)]
    by = _BY.fullmatch(text, start, run[0].numeral.start)
    again = len(run) >= _LEAST and (by or _others(run[-1]))
    if not again or not_all(said):
        return
    for place in range(at - 2, max(-1, at - _BACK), -1):
        whole, after = counts[place], [one.numeral.value for one in counts[place + 1 : at]]
        if place and counts[place - 1].of == whole.index:  # "97 of the 120 seats were sold; the other 23 …"
            after = [counts[place - 1].numeral.value, *after]
        if whole.paragraph == run[0].paragraph and whole.numeral.value in [*accumulate(after)][1:]:
            yield whole
            return
    if by:
        yield from _split_beside(text, counts, at)


def _split_beside(text: str, counts: Sequence[Figure], at: int) -> Iterator[Figure]:
    """The count told before that the sentence before splits, which begins like this one: "Theo tuổi: …"."""
    for place in range(at - _LEAST + 1, max(-1, at - _BACK), -1):
        beside, first = counts[place:at], _begin(text, counts[place].numeral.start)
        total = sum((one.numeral.value for one in beside), start=Decimal(0))
        wholes = (one for one in reversed(counts[max(0, place - _BACK) : place]) if one.numeral.value == total)
        begins = not place or counts[place - 1].numeral.end <= first
        if begins and _BY.fullmatch(text, first, beside[0].numeral.start):
            yield from islice(wholes, 1)
            return


def _name(text: str, first: Figure) -> set[str]:
    """The words by which the sentence of a run begins to speak of what was counted before."""
    start = first.numeral.start
    found = _RESUMED.fullmatch(text, _begin(text, start), start)
    name = _words(found["name"]) if found else set[str]()
    return name if name - EMPTY else set()


def _words(words: str) -> set[str]:
    return {*re.findall(r"[^\W\d_]+", words.lower())}


def _resumed(text: str, whole: Figure, parts: Sequence[Figure]) -> Force | None:
    """The same of parts whose sentence begins with the words of the whole: "Bản giấy thì 12 bản sao, 9 bản chính"."""
    name = _name(text, parts[0])
    again = bool(name) and name <= _words(whole.words) and whole.block != parts[0].block
    return Force.LIKELY if again and _slightly(whole, parts) else None


def _slightly(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts come to their whole or to little more, so that they are no groups that overlap."""
    over = sum((one.numeral.value for one in parts), start=Decimal(0)) - whole.numeral.value
    return 0 <= over * _TENTH < whole.numeral.value


def _slipped(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether one wrong digit, or two exchanged, explain by how much parts miss their whole.

    When they are less, an "and" before the last of them must say that none follows: "94 hộ nuôi bò, 31 nuôi dê và 16".
    """
    values, amount = [one.numeral.value for one in parts], whole.numeral.value
    sums = [*accumulate(values)]
    left = amount - sums[-1]
    ended = left < 0 or _AND.search(text, parts[-2].numeral.end, parts[-1].numeral.start)
    if amount < _LEAST_WHOLE or len(parts) < _LEAST or amount in sums or not ended:
        return False
    return any(
        new > 0 and slip(old, new) in _PLAIN_SLIPS
        for old, new in ((amount, sums[-1]), *((one, one + left) for one in values))
    )


def _others(one: Figure) -> bool:
    """Whether a part is all that is not named before it."""
    return one.others or one.rest or _LAST.search(one.words) is not None


def _force(text: str, whole: Figure, parts: Sequence[Figure], nouns: _Nouns) -> Force | None:
    """How surely these are all parts of that whole; None when nothing shows it."""
    values = [one.numeral.value for one in parts]
    if values[0] == sum(values[1:]) or whole.numeral.value in [*accumulate(values)][1:-1]:
        return None  # the first of them is what the others come to, or the last tells of some of those before
    counted = whole.counts and whole.numeral.form is Form.COUNT
    slipped = _slipped(text, whole, parts)
    if (
        not (counted and (slipped or max(values) < whole.numeral.value))
        or not _alike(whole, parts, nouns)
        or crossing(parts)
        or any(FEWER.search(one.words) for one in parts)
    ):
        return None
    ended = _sentence(text, max(whole.numeral.end, parts[-1].numeral.end))
    said = text[_begin(text, min(whole.numeral.start, parts[0].numeral.start)) : ended]
    if any(mark.search(said) for mark in (SOME, OVERLAP, EACH)) or (OPEN.search(said) and not _others(parts[-1])):
        return None
    if whole.index > parts[-1].index:
        return Force.LIKELY
    gap = _BRACKETED.sub("", text[whole.numeral.end : parts[0].numeral.start][:_FAR])
    ways = {way for way in _TO_PARTS if way.fullmatch(gap)} if len(gap) < _FAR else set[re.Pattern[str]]()
    after = _sentence(text, _sentence(text, ended))
    said = text[whole.numeral.end : after]
    if ways and (
        _as_many(text, whole, parts)
        or all_told(said)
        or (_of_states(parts) and no_other_state(said))
        or _numbered(text, whole, parts)
    ):
        return Force.CLAIMED
    slightly = slipped or _slightly(whole, parts)
    apart = len(parts) >= _LEAST or whole.topic is Topic.MONEY
    again = _LED in ways and (_among(text, whole) or _ends_empty(text, parts))
    if "\n" not in text[parts[0].numeral.start : parts[-1].numeral.end]:
        again = again or bool(_SPLIT.fullmatch(gap) or (apart and _SOME_OF.fullmatch(gap)))
    by_place = (
        len(parts) >= _LEAST
        and not any(one.more for one in (whole, *parts))
        and (
            (_HEADED in ways and whole.bunch is None)
            or (_FOLLOWED in ways and slightly and not introduced(gap) and not AGAIN.match(parts[0].words))
            or (bool(ways & {_BELOW, _NEXT}) and _others(parts[-1]))
        )
    )
    return Force.LIKELY if by_place or (again and slightly) else None


def _ends_empty(text: str, parts: Sequence[Figure]) -> bool:
    """Whether a group that is said to be empty ends a list: "152 tốt, 38 khá, không có ai chưa đạt"; not of states."""
    end = parts[-1].numeral.end
    return ends_empty(text[end : end + _FAR]) and not any(Sort.STAGE in one.tags for one in parts)


def _of_states(parts: Sequence[Figure]) -> bool:
    """Whether some of these are done and some are being done."""
    states = {one.tags.get(Sort.STAGE) for one in parts}
    return {"settled", "pending"} <= states


def _sentence(text: str, at: int) -> int:
    """Where the sentence ends that goes on at `at`."""
    found = STOP.search(text, at, at + _FAR)
    return found.end() if found else min(len(text), at + _FAR)


def _begin(text: str, at: int) -> int:
    """Where the sentence begins that `at` stands in."""
    ends = [found.end() for found in STOP.finditer(text, max(0, at - _FAR), at)]
    return ends[-1] if ends else max(0, at - _FAR)


def _alike(whole: Figure, parts: Sequence[Figure], nouns: _Nouns, aside: AbstractSet[str] = frozenset()) -> bool:
    """Whether the parts are counted in the same noun as the whole, or in none."""
    return {nouns[one.index] for one in parts} - {"", *aside} <= {nouns[whole.index]}


def _as_many(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the text says that there are as many of them as it names: "Ba xóm góp 412 cây: xóm Trên …"."""
    around = text[max(_begin(text, whole.numeral.start), whole.numeral.start - _FAR) : parts[0].numeral.start]
    if STOP.search(text, whole.numeral.end, parts[0].numeral.start):
        return False  # "Trồng 2.400 cây. Hai thôn: …"
    leads = (text[one.numeral.end : after.numeral.start] for one, after in pairwise((whole, *parts)))
    names = [found for lead in leads if (found := _NAMES.search(lead))]
    nouns = {found[1].lower() for found in names}
    if len(names) < len(parts) or len(nouns) > 1 or nouns & _TIMES:
        return False
    return any(number(each[1]) == len(parts) and each[2].lower().split()[0] in nouns for each in _MANY.finditer(around))


def _numbered(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts are numbered, and the text says how many there are: none is after the last, or it is left out.

    "164 người trong 4 tổ: tổ 1 39, tổ 2 47, tổ 4 36"
    """
    around = text[max(0, whole.numeral.start - _FAR) : _sentence(text, parts[-1].numeral.end)]
    lead = (text[before.numeral.end : one.numeral.start] for before, one in pairwise((whole, *parts)))
    names = [found for words in lead if (found := _NUMBERED.search(words))]
    nouns = {found[1].lower() for found in names}
    if len(names) < len(parts) or len(nouns) > 1 or nouns & _TIMES:
        return False
    places = [number(found[2]) or _ROMAN.get(found[2], 0) for found in names]
    told = [number(each[1]) for each in _MANY.finditer(around) if {*each[2].lower().split()} & nouns]
    return places[0] == 1 and all(a < b for a, b in pairwise(places)) and places[-1] in told
