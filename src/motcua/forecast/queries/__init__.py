"""Reads of the forecast."""

from motcua.forecast.queries.backtest import backtest, replayed
from motcua.forecast.queries.board import board, detail
from motcua.forecast.queries.levelling import STEP_HOURS, levelling
from motcua.forecast.queries.past import experience
from motcua.forecast.queries.scoring import Marked, chance

__all__ = ["STEP_HOURS", "Marked", "backtest", "board", "chance", "detail", "experience", "levelling", "replayed"]
