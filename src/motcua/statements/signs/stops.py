"""Where a sentence ends."""

import re

__all__ = ["STOP"]

STOP = re.compile(r"[.!?](?=\s|$)|\n")
