"""Reads of conduct."""

from motcua.conduct.queries.attitude import Attitude, attitude
from motcua.conduct.queries.checks import Open, check, checks, demands_open, opens, photo, to_explain
from motcua.conduct.queries.matters import Told, grave, matter, matter_locked, matters, officer_of

__all__ = [
    "Attitude",
    "Open",
    "Told",
    "attitude",
    "check",
    "checks",
    "demands_open",
    "grave",
    "matter",
    "matter_locked",
    "matters",
    "officer_of",
    "opens",
    "photo",
    "to_explain",
]
