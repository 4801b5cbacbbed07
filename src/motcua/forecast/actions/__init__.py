"""What the forecast writes: what was learnt, the moves a leader takes over, the ones not wanted."""

from motcua.forecast.actions.learning import learn
from motcua.forecast.actions.levelling import decline, level

__all__ = ["decline", "learn", "level"]
