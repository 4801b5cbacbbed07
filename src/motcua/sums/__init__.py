"""Sums between figures: do they hold, and which single figure would make them hold. Pure."""

from motcua.sums.repairs import Repair, repair
from motcua.sums.rules import Identity, Rate, RateVerdict, Rounding, Verdict, check, check_rates, share

__all__ = [
    "Identity",
    "Rate",
    "RateVerdict",
    "Repair",
    "Rounding",
    "Verdict",
    "check",
    "check_rates",
    "repair",
    "share",
]
