"""Reads of the forecast."""

from motcua.forecast.queries.backtest import backtest, replayed
from motcua.forecast.queries.board import board, detail
from motcua.forecast.queries.levelling import STEP_HOURS, capacity, levelling, this_week
from motcua.forecast.queries.past import experience
from motcua.forecast.queries.scoring import Marked, chance
from motcua.forecast.queries.standing import absences

__all__ = [
    "STEP_HOURS",
    "Marked",
    "absences",
    "backtest",
    "board",
    "capacity",
    "chance",
    "detail",
    "experience",
    "levelling",
    "replayed",
    "this_week",
]
