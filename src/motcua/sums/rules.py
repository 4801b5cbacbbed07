"""Identities between figures and rates printed beside them: do they hold?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum

from motcua import vietnam
from motcua.acts import Refused

__all__ = [
    "Identity",
    "Rate",
    "RateVerdict",
    "Rounding",
    "Verdict",
    "check",
    "check_rates",
    "is_share",
    "percent_of",
    "places",
    "share",
    "tells_share",
]

_ALL = 100  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Two sums that must be equal: settled = early + on_time + overdue. `label` is Vietnamese."""

    label: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The figures it speaks of, left then right."""
        return self.left + self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether an identity holds, with both sums; `difference` is right minus left; `text` is Vietnamese."""

    identity: Identity
    holds: bool
    left_sum: int
    right_sum: int
    difference: int
    text: str


class Rounding(StrEnum):
    """How a printed rate came from the exact one."""

    EITHER = "either"  # both ways print the same
    HALF_UP = "half_up"
    TRUNCATED = "truncated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A printed percentage, in percent: the sum of `numerator` over the sum of `denominator`."""

    name: str
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    printed: Decimal
    decimals: int = 2

    @property
    def keys(self) -> tuple[str, ...]:
        """The figures it speaks of."""
        return self.numerator + self.denominator


@dataclass(frozen=True, slots=True, kw_only=True)
class RateVerdict:
    """Whether a printed rate holds and how it was rounded.

    `half_up` and `truncated` are what should have been printed; None when the denominator is 0, and then only
    a printed 0 holds. `text` is Vietnamese: "1.283 / 1.338 = 95,89 %".
    """

    rate: Rate
    holds: bool
    numerator: int
    denominator: int
    half_up: Decimal | None
    truncated: Decimal | None
    rounding: Rounding | None
    text: str


def check(figures: Mapping[str, int], identities: Iterable[Identity]) -> tuple[Verdict, ...]:
    """Each identity with its sums. Raises Refused `sums.missing` when a figure it speaks of is not there."""
    return tuple(_verdict(figures, identity) for identity in identities)


def check_rates(figures: Mapping[str, int], rates: Iterable[Rate]) -> tuple[RateVerdict, ...]:
    """Each printed rate against its fraction. Raises Refused `sums.missing`."""
    return tuple(_rate_verdict(figures, rate) for rate in rates)


def share(part: int, whole: int, decimals: int = 2) -> Decimal | None:
    """`part` of `whole` in percent, rounded half up; None when there is no whole."""
    return percent_of(part, whole, decimals, ROUND_HALF_UP) if whole else None


def places(value: Decimal) -> int:
    """Digits after the decimal comma of a number as it was printed: Decimal("97.50") has two."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def percent_of(part: int | Decimal, whole: int | Decimal, decimals: int, rounding: str) -> Decimal:
    """`part` of `whole` in percent, rounded half up or down. Exact: the quotient is rounded once. `whole` is not 0."""
    top, below = part.as_integer_ratio()
    over, under = whole.as_integer_ratio()
    divisor = abs(below * over)
    scaled, rest = divmod(abs(top * under) * 100 * 10**decimals, divisor)
    if rounding == ROUND_HALF_UP and 2 * rest >= divisor:
        scaled += 1
    return Decimal(scaled if (part < 0) == (whole < 0) else -scaled).scaleb(-decimals)


def is_share(printed: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Whether a printed percentage is that of a part in its whole, rounded half up or cut; never of more than it."""
    if not 0 < part <= whole or abs(part * 100 - printed * whole) > whole:  # a percent off: no rounding
        return False
    return printed in {percent_of(part, whole, places(printed), way) for way in (ROUND_HALF_UP, ROUND_DOWN)}


def tells_share(printed: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Whether it is that share, and hardly so by chance: with decimals, or with nothing to round of a large whole."""
    if not places(printed) and (whole < _ALL or part * _ALL != printed * whole):
        return False
    return is_share(printed, part, whole)


def _verdict(figures: Mapping[str, int], identity: Identity) -> Verdict:
    left, right = _terms(figures, identity.left), _terms(figures, identity.right)
    left_sum, right_sum = sum(left), sum(right)
    holds = left_sum == right_sum
    if holds:
        text = f"{_written(left)} = {_written(right)}"
    else:
        gap = vietnam.number(abs(right_sum - left_sum))
        text = f"{_summed(right, right_sum)}, không phải {_summed(left, left_sum)}: lệch {gap}"
    return Verdict(
        identity=identity,
        holds=holds,
        left_sum=left_sum,
        right_sum=right_sum,
        difference=right_sum - left_sum,
        text=text,
    )


def _rate_verdict(figures: Mapping[str, int], rate: Rate) -> RateVerdict:
    numerator, denominator = sum(_terms(figures, rate.numerator)), sum(_terms(figures, rate.denominator))
    half_up = share(numerator, denominator, rate.decimals)
    truncated = percent_of(numerator, denominator, rate.decimals, ROUND_DOWN) if denominator else None
    rounding = _rounding(rate.printed, half_up, truncated)
    holds = rounding is not None or (half_up is None and rate.printed == 0)
    return RateVerdict(
        rate=rate,
        holds=holds,
        numerator=numerator,
        denominator=denominator,
        half_up=half_up,
        truncated=truncated,
        rounding=rounding,
        text=_rate_text(rate, numerator, denominator, half_up, rounding, holds=holds),
    )


def _rounding(printed: Decimal, half_up: Decimal | None, truncated: Decimal | None) -> Rounding | None:
    if printed not in {half_up, truncated}:
        return None
    if half_up == truncated:
        return Rounding.EITHER
    return Rounding.HALF_UP if printed == half_up else Rounding.TRUNCATED


def _rate_text(
    rate: Rate,
    numerator: int,
    denominator: int,
    half_up: Decimal | None,
    rounding: Rounding | None,
    *,
    holds: bool,
) -> str:
    fraction = f"{vietnam.number(numerator)} / {vietnam.number(denominator)}"
    printed = vietnam.percent(rate.printed, rate.decimals)
    if half_up is None:
        return f"{fraction}: mẫu số bằng 0, không tính được" + ("" if holds else f"; bản in ghi {printed}")
    computed = f"{fraction} = {vietnam.percent(half_up, rate.decimals)}"
    if not holds:
        return f"{computed}, không phải {printed}"
    return f"{computed}; bản in bỏ phần lẻ: {printed}" if rounding is Rounding.TRUNCATED else computed


def _terms(figures: Mapping[str, int], keys: Iterable[str]) -> tuple[int, ...]:
    try:
        return tuple(figures[key] for key in keys)
    except KeyError as missing:
        name = missing.args[0]
        raise Refused(
            "sums.missing",
            f"Thiếu số liệu “{name}”. Nhập số này rồi kiểm tra lại.",
            f"The figure {name!r} is missing. Enter it and check again.",
        ) from None


def _written(terms: tuple[int, ...]) -> str:
    return " + ".join(vietnam.number(term) for term in terms) or "0"


def _summed(terms: tuple[int, ...], total: int) -> str:
    """The terms and what they add up to, or the number alone when there is nothing to add."""
    return _written(terms) if len(terms) == 1 else f"{_written(terms)} = {vietnam.number(total)}"
