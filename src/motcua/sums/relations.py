"""What must agree: sums of figures and rates of them, each with every reading that offices really use. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum

__all__ = ["Force", "Fraction", "Kind", "Quantity", "Relation", "Weighted", "weighted"]


class Kind(StrEnum):
    """Kinds of check, as in the JSON."""

    SUM = "sum"  # a whole and its parts
    RATE = "rate"  # a percentage
    RATIO = "ratio"  # a percentage beside its own fraction, 14/27
    PART = "part"  # parts that may not exceed their whole
    PRODUCT = "product"  # so many at so much each; a sum with a weight, read once for each factor


class Force(IntEnum):
    """How sure it is that the text means this relation."""

    LOOSE = 0  # only good news: holds, or nothing is said
    LIKELY = 1  # broken counts when one slip of a figure explains it
    CLAIMED = 2  # the text says so


Weighted = tuple[tuple[int | Decimal, int], ...]  # (weight, quantity), … that add up to nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Fraction:
    """What a rate may be of what; `name` is the standard name of the denominator."""

    over: tuple[int, ...]
    under: tuple[int, ...]
    minus: tuple[int, ...] = ()  # taken from `over`
    without: tuple[int, ...] = ()  # taken from `under`
    name: str


@dataclass(slots=True, kw_only=True)
class Quantity:
    """One unknown: what one or several figures of the text say."""

    index: int
    value: Decimal
    figures: list[int]
    decimals: int = 0
    usual: int = 0  # a rate: the decimals that the statement prints most often
    cut: bool = False  # a rate: whether the statement cuts rates off instead of rounding them
    rate: bool = False
    whole: bool = False  # the lower number of a ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One check. A sum has `sums`, a rate `fractions`; the first reading is the one the text suggests."""

    kind: Kind
    force: Force
    sums: tuple[Weighted, ...] = ()
    fractions: tuple[Fraction, ...] = ()
    printed: int = -1  # the quantity of a rate
    at_most: bool = False  # parts may fall short of the whole
    slack: Decimal = Decimal(0)  # what rounding explains
    hundred: bool = False  # percentages that add up to 100
    listed: bool = False  # the text lists the parts as a breakdown
    one_short: bool = False  # and says that there is one more of them than it tells
    said: bool = False  # a rate: the text says of what it is, so that it is of no other whole

    @property
    def breakdown(self) -> bool:
        """Whether the text lists parts that should come to their whole."""
        return self.kind is Kind.SUM and self.listed and not (self.hundred or self.at_most)

    @property
    def quantities(self) -> frozenset[int]:
        """Every quantity that any reading speaks of."""
        found = {which for reading in self.sums for _, which in reading}
        for fraction in self.fractions:
            found |= {*fraction.over, *fraction.under, *fraction.minus, *fraction.without}
        if self.printed >= 0:
            found.add(self.printed)
        return frozenset(found)


def weighted(whole: Sequence[int], parts: Sequence[int]) -> Weighted:
    """The whole less its parts."""
    return (*((1, one) for one in whole), *((-1, one) for one in parts))
