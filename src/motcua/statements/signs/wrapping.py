"""Lines that are broken only because the page was narrow: of a PDF, of an e-mail, of what was pasted from one."""

import re
from itertools import pairwise

__all__ = ["unwrapped"]

_LEAST, _MOST = 50, 140  # characters: how wide a page may be; longer lines are paragraphs, never broken
_FULL = 0.8  # of the widest line: what was broken for lack of room nearly fills its line
_GOES_ON = re.compile(r"[\d(%\"“]")  # or a small letter
_ENDED = re.compile(r"[:!?…]\s*$")
_SENTENCE = re.compile(r"[.;]\s*$")  # another may follow on the same line
_CELLS = re.compile(r"[\t|]|;[^\s;]*;|(?:,[^\s,]*){3}")
_BULLET = re.compile(r"\s*(?:[-–+•*·▪]|[^\W\d]{1,3}[.)/]|\d{1,2}(?:\.\d{1,2})+[.)]|\(\w{1,3}\))\s")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)/]\s")


def unwrapped(text: str) -> str:
    """The same text, as long as it was, with a space where a sentence only goes on in the next line."""
    lines = text.split("\n")
    width = max((len(line.strip()) for line in lines if not _CELLS.search(line)), default=0)
    if not _LEAST <= width <= _MOST:
        return text
    numbers = {0, *(int(found[1]) for line in lines if (found := _NUMBER.match(line)))}
    kept = [lines[0]]
    for above, line in pairwise(lines):
        full = len(above.strip()) >= width * _FULL
        kept += [" " if full and not _begins(line, numbers) and _goes_on(above, line) else "\n", line]
    return "".join(kept)


def _begins(line: str, numbers: set[int]) -> bool:
    """Whether it is the next point of a list, after 1 the 2; a sentence may end with a number at a line of its own."""
    number = _NUMBER.match(line)
    return _BULLET.match(line) is not None or (number is not None and int(number[1]) - 1 in numbers)


def _goes_on(above: str, line: str) -> bool:
    if _ENDED.search(above) or _CELLS.search(above + line):
        return False
    if line[:1].isalpha():
        return line[0].islower() or _SENTENCE.search(above) is not None
    return _GOES_ON.match(line) is not None
