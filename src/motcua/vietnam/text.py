"""Vietnamese text as people type it and as machines compare it."""

import re
import unicodedata

__all__ = ["clean", "fold", "initials", "words"]

# Cc control, Cf format (direction marks, zero-width), Cs lone surrogates, Co private use, Cn unassigned:
# none of them can be read aloud, and a null byte or a surrogate would stop PostgreSQL.
_UNREADABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_WORD = re.compile(r"\d+(?:\.\d+)+|[^\W_]+")


def clean(text: str) -> str:
    """The text as it may be stored: NFC, single spaces, nothing that cannot be read. Never raises."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    spaced = (" " if char.isspace() else char for char in text)
    readable = "".join(char for char in spaced if unicodedata.category(char) not in _UNREADABLE)
    return " ".join(unicodedata.normalize("NFC", readable).split())


def fold(text: str) -> str:
    """For comparing and searching: no diacritics, đ as d, lower case, single spaces. Never raises.

    "Đăng ký  KHAI SINH" and its decomposed twin both give "dang ky khai sinh". Folding twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    plain = _bare(_bare(clean(text)).lower()).replace("đ", "d")  # lowering may bring new marks: İ
    return " ".join(plain.split())


def _bare(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order; a code such as 1.001193 stays one word."""
    return tuple(_WORD.findall(fold(text)))


def initials(text: str) -> str:
    """The first letters of its words, as officers abbreviate: "đăng ký khai sinh" gives "dkks"."""
    return "".join(word[0] for word in words(text))
