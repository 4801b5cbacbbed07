import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from motcua.documents import queries
from motcua.documents.rules import FormSet, Receipt

Opened = Callable[[bytes], Any]

MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = [unicodedata.normalize("NFC", vowel + mark) for vowel in "aăâeêioôơuưy" for mark in MARKS]
LOWER = "".join(VOWELS) + "đbcdghklmnpqrstvx"
LETTERS = LOWER + LOWER.upper()


def test_a_bare_machine_prints_every_vietnamese_letter(opened: Opened, receipt: Receipt) -> None:
    """Declared PDF/A refuses a letter without a glyph, so that it compiles is itself the proof."""
    everywhere = replace(receipt, content=LETTERS, receiver=LETTERS, why=f"{LETTERS} ₫ – “ ” … · × §")
    paper = queries._paper(everywhere, FormSet.TT03_2025)
    job = {"title": "Chữ Việt", "author": "Phường Hoa Gạo", "papers": [paper]}
    pdf = queries._compiler(system_fonts=False).compile(
        format="pdf", sys_inputs={"job": json.dumps(job)}, pdf_standards="a-2b", timestamp=receipt.issued_at
    )
    assert isinstance(pdf, bytes)
    printed = opened(pdf)
    text = "".join("".join(page.get_text() for page in printed).replace("\u200b", "").split())

    assert len(LETTERS) == 178
    assert text.count(LETTERS) == 3
    assert all("Libertinus" in font[3] for font in printed[0].get_fonts())
