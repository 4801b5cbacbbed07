"""Sums between figures and rates of them: do they hold, and which smallest change makes all of them hold. Pure."""

from motcua.sums.relations import Force, Fraction, Kind, Quantity, Relation, Weighted, weighted
from motcua.sums.repairs import Repair, repair
from motcua.sums.rules import (
    Identity,
    Rate,
    RateVerdict,
    Rounding,
    Verdict,
    check,
    check_rates,
    is_share,
    percent_of,
    places,
    share,
    tells_share,
)
from motcua.sums.solving import SMALL, Change, Held, Slip, connected, exact_percent, judge, slip, small_changes, solve

__all__ = [
    "SMALL",
    "Change",
    "Force",
    "Fraction",
    "Held",
    "Identity",
    "Kind",
    "Quantity",
    "Rate",
    "RateVerdict",
    "Relation",
    "Repair",
    "Rounding",
    "Slip",
    "Verdict",
    "Weighted",
    "check",
    "check_rates",
    "connected",
    "exact_percent",
    "is_share",
    "judge",
    "percent_of",
    "places",
    "repair",
    "share",
    "slip",
    "small_changes",
    "solve",
    "tells_share",
    "weighted",
]
