"""What is counted, by the words right after a number: a noun at once in Vietnamese, in English the head of a phrase."""

import re

from motcua.statements.signs.wording import EMPTY

__all__ = ["noun_after"]

_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")
_PHRASE = re.compile(r"(?:[ \u00a0][^\W\d_]+(?:['’-][^\W\d_]+)*){1,5}")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PLURAL = re.compile(r"(?:people|children|women|men|staff|cattle|poultry|[^\W\d_]*[^\W\d_s]s)")
_ENDS = frozenset([  # an English noun phrase ends before these
    "in", "on", "at", "of", "for", "from", "to", "by", "with", "without", "under", "over", "along", "around",
    "round", "beside", "besides", "between", "among", "within", "inside", "outside", "during", "through",
    "throughout", "across", "near", "behind", "above", "below", "after", "before", "since", "until", "into", "onto",
    "against", "about", "per", "as", "than", "like", "via", "off", "up", "down", "out", "away", "and", "or", "but",
    "while", "whereas", "who", "whom", "whose", "which", "that", "because", "if", "when", "where", "the", "a", "an",
    "this", "these", "those", "their", "its", "our", "his", "her", "them", "it", "they", "we", "each", "every",
    "both", "all", "some", "any", "no", "not", "is", "are", "was", "were", "be", "been", "being", "has", "have",
    "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "should", "only", "just",
    "also", "still", "now", "then", "so", "here", "there", "again", "already", "came", "come", "went", "go", "took",
    "take", "got", "gave", "met", "made", "won", "paid", "sent", "held", "drew", "left", "fell", "rose", "needs",
    "need", "goes", "remains", "gets", "takes", "lives", "comes", "stands", "involves", "concerns",
])  # fmt: skip


def noun_after(text: str, end: int, *, in_english: bool) -> str:
    """The noun that says what the number that ends at `end` counts; "" when none does."""
    if not in_english:
        found = _NEXT.match(text, end)
        return found[1].lower() if found and found[1].lower() not in EMPTY else ""
    phrase = _PHRASE.match(text, end)
    head = ""
    for word in _WORD.findall(phrase.group().lower()) if phrase else ():
        if word in _ENDS:
            break
        head = word if _PLURAL.fullmatch(word) else head
    return head
