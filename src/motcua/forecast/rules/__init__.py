"""What will be late and how sure that is; who may be given what. Pure."""

from motcua.forecast.rules.access import levelled_units, levels, may_level, may_see, seen_units
from motcua.forecast.rules.chance import Level, Odds, Outlook, away_share, odds, queue_factor
from motcua.forecast.rules.experience import (
    WHOLE,
    Experience,
    Passed,
    Path,
    Place,
    Seen,
    Station,
    total_minutes,
    used_of,
)
from motcua.forecast.rules.measuring import Backtest, Said, Score, as_data, as_text, best_threshold, measured, scored
from motcua.forecast.rules.words import Desk, basis, length, mark, percent_of, queue_words, reason

__all__ = [
    "WHOLE",
    "Backtest",
    "Desk",
    "Experience",
    "Level",
    "Odds",
    "Outlook",
    "Passed",
    "Path",
    "Place",
    "Said",
    "Score",
    "Seen",
    "Station",
    "as_data",
    "as_text",
    "away_share",
    "basis",
    "best_threshold",
    "length",
    "levelled_units",
    "levels",
    "mark",
    "may_level",
    "may_see",
    "measured",
    "odds",
    "percent_of",
    "queue_factor",
    "queue_words",
    "reason",
    "scored",
    "seen_units",
    "total_minutes",
    "used_of",
]
