"""Rates in the order of their counts."""

from decimal import Decimal

from motcua.statements.checking import Verdict, check


def wrong(text: str) -> list[Decimal]:
    read = check(text)
    return [
        read.known.quantities[one.relation.printed].value
        for one in read.checks
        if one.verdict is Verdict.INCONSISTENT and one.relation.printed >= 0
    ]


def test_all_but_one() -> None:
    text = "Ấp có 366 cây: dừa 318, cau 41, mít 7. Tính ra dừa 86,9%, cau 11,2%, mít 1,9%."
    assert wrong(text) == []
    assert wrong(text.replace("11,2", "17,2")) == [Decimal("17.2")]
    assert wrong(text.replace(" cau 41", " cau 47"))


def test_other_order_or_other_things() -> None:
    assert wrong("Ấp có 366 cây: dừa 318, cau 41, mít 7. Sống 97,3%, ra hoa 54,1%, có quả 31,0%.") == []
