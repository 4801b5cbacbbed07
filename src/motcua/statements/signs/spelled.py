"""Numbers in English words, where they count: "fifteen letters", "the remaining seven", "a hundred and six"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from motcua.statements.signs.stops import STOP

__all__ = ["items_of", "spelled", "spelled_value"]

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_VALUES = {**_UNITS, **_TEENS, **_TENS}
_POWERS = {"hundred": 100, "thousand": 1000}
_SMALL = 10  # below it a word is as often a way of speaking as a count

_UNIT, _TEEN, _TEN = ("|".join(words) for words in (_UNITS, _TEENS, _TENS))
_TWO = rf"(?:(?:{_TEN})(?:[- ](?:{_UNIT})(?![\w-]))?|{_TEEN}|{_UNIT})"
_THREE = rf"(?:(?:{_UNIT}|a) hundred(?:(?: and)? {_TWO}(?![\w-]))?|{_TWO})"
_NUMBER = rf"(?:(?:{_THREE}|a) thousand(?:(?:,| and|, and)? {_THREE}(?![\w-]))?|{_THREE})"
_SO_MANY = r"(?:[^\W\d_]+['’]s )?(?:[^\W\d_]+ )?\d"  # "seven of the island's 23 wells"
_NO_COUNT = (  # after a number that is none of its own: measures, times, more of the number
    r"(?:(?:more|full|working|calendar|consecutive|whole) )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|"
    r"nights?|o['’]clock|percentage|points?|times|thousand|hundred|million|billion|dozen|"
    r"kilomet\w+|met(?:re|er)s?|hectares?|storeys?|in (?:every )?(?:ten|five|four|three|two|a hundred)|"
    rf"(?:and only|another|by one|of (?:the|our)(?! {_SO_MANY}))(?= )|"
    r"or (?:more|fewer|less|two|three|four|five|six|ten)|out of (?:every )?ten|to (?:ten|one))(?!\w)"
)
_FOUND = re.compile(rf"(?<![\w-])(?P<n>{_NUMBER})(?![\w-])(?! {_NO_COUNT})(?=[ ,;:.)\n]|$)", re.IGNORECASE)
_NAMED = re.compile(  # before the number of a name, an age, a rate, or of things that were told before
    r"(?:(?<!\w)(?:all|these|those|every|each|first|last|next|past|both|same|aged?|under|over|than|between|to|or|per|"
    r"number|nos?|another's|grade|class|level|phase|page|article|zone|ward|district|group|team|chapter|part|box|"
    r"counter|but|for every|out of|half) |\d[-–]|\d (?:to|or|and|with) )$",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?<!\w)(?:the (?:remaining|other|others|rest)|remaining|a further|further|leaving|another|only|just|others?),? $",
    re.IGNORECASE,
)
_SAYS = re.compile(  # after a small number that counts what was told before
    r" (?:are|were|have|had|did|do|wait|remain|came|arrived|left|went|of (?:them|these|those|which|whom))(?!\w)",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r" of (?!them(?!\w)|these(?!\w)|those(?!\w)|which(?!\w)|whom(?!\w))", re.IGNORECASE)
_OF_SO_MANY = re.compile(rf" of (?:(?:the|our|its|their) )?{_SO_MANY}", re.IGNORECASE)
_NOUN = re.compile(r"[ \u00a0]([^\W\d_]+)")
_COUNTED = re.compile(r"\d[ \u00a0]([^\W\d_]+)")
_PLAIN = re.compile(
    r" (?:[a-z]+ )?(?:dossiers?|files?|cases?|tasks?|applications?|people|petitions?)(?!\w)", re.IGNORECASE
)
_ITEM = re.compile(  # how an item of a list begins that says how many
    rf"(?:[:,;(—–]|(?<!\w)(?:and|with|plus|but|while|of whom|of which|of them))\s+(?:(?:and|the|a|of whom|of which) )?"
    rf"(?:(?:in|for) )?(?:(?:other|remaining|rest,|further|only|just) )?(?=(?P<n>\d[\d,]*|{_NUMBER})(?![\w-]))",
    re.IGNORECASE,
)
_LEAST_ITEMS = 2
_NEAR = 20  # characters before a number that tell of it


def spelled(text: str) -> Iterator[tuple[int, int, int]]:
    """Where such a number stands and what it is."""
    told = list(_FOUND.finditer(text))
    if not told:
        return
    stops = [found.start() for found in STOP.finditer(text)]
    items = set(items_of(text, _ITEM, stops, least=_LEAST_ITEMS))
    nouns = {found[1].lower() for found in _COUNTED.finditer(text)}
    for found in told:
        value = spelled_value(found["n"])
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if value is None or value < 1 or (_NAMED.search(before) and not _REST.search(before)):
            continue
        if value == 1 and _ONE_OF.match(text, found.end()):
            continue
        if value >= _SMALL or found.start() in items or _clear(text, found, before, value, nouns):
            yield found.start("n"), found.end("n"), value


def _clear(text: str, found: re.Match[str], before: str, value: int, nouns: set[str]) -> bool:
    """Whether words around a number below ten say that it counts."""
    noun = _NOUN.match(text, found.end())
    if value == 1:
        return _PLAIN.match(text, found.end()) is not None
    return bool(
        _OF_SO_MANY.match(text, found.end())
        or _REST.search(before)
        or _SAYS.match(text, found.end())
        or _PLAIN.match(text, found.end())
        or (noun and noun[1].lower() in nouns)
    )


def items_of(text: str, begins: re.Pattern[str], stops: Sequence[int], *, least: int) -> Iterator[int]:
    """Where the numbers stand (the group "n" of `begins`) with which so many items of one sentence begin, at least."""
    lists: dict[int, list[int]] = {}
    for found in begins.finditer(text):
        lists.setdefault(bisect_left(stops, found.start()), []).append(found.start("n"))
    for one in lists.values():
        yield from one if len(one) >= least else ()


def spelled_value(words: str) -> int | None:
    """What a number in English words says; None when they are no number."""
    total = group = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _VALUES:
            group += _VALUES[word]
        elif word == "a":
            group += 1
        elif word == "hundred":
            group *= 100
        elif word == "thousand":
            total, group = total + group * 1000, 0
        elif word != "and":
            return None
    return total + group
