"""How often one address may send or look up feedback, and what looks like spam. Pure; ours, not law (28/11/2026)."""

import re
from datetime import timedelta

from motcua import vietnam
from motcua.tries.rules import Window

__all__ = ["FINDING", "LODGING", "suspect"]


# A hall may share one address: six an hour is more than people write, less than a machine wants.
LODGING = (
    Window(kind="send", length=timedelta(hours=1), most=6),
    Window(kind="send-day", length=timedelta(days=1), most=20),
)
# A receipt has 5 · 10¹⁷ values; the limit only spares the machine.
FINDING = (Window(kind="find", length=timedelta(minutes=10), most=60),)

_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
_SAME = re.compile(r"(.)\1{11,}", re.DOTALL)


def suspect(*, subject: str, text: str) -> bool:
    """Whether a feedback looks like spam: it is taken all the same, marked, and put last in the queue.

    Two links or more, one letter dozens of times, or hardly a word.
    """
    whole = f"{subject}\n{text}"
    return len(_LINK.findall(whole)) >= 2 or bool(_SAME.search(whole)) or len(vietnam.words(whole)) < 3
