"""Reads of the forecast."""

from motcua.forecast.queries.backtest import backtest, replayed
from motcua.forecast.queries.past import experience

__all__ = ["backtest", "experience", "replayed"]
