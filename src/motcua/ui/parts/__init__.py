"""What the parts of a page are made of: small frozen values that the tag library draws.

A room may hand over its own record instead wherever it has the same attributes: the templates only read.
"""

from motcua.ui.parts.charts import Bar, Share, bar_width, shares
from motcua.ui.parts.places import PLACES, Place, corners_at, open_to, places_at
from motcua.ui.parts.ruler import Block, Ruler, ruler
from motcua.ui.parts.said import (
    GLYPHS,
    INTAKE_OUTCOMES,
    KEYS,
    Choice,
    Day,
    Fact,
    Identity,
    Kind,
    Line,
    Outcome,
    Slip,
    Stage,
    Station,
    by_day,
)
from motcua.ui.parts.strip import MOST_IN_ONE_ROW, Mark, StripCell, strip

__all__ = [
    "GLYPHS",
    "INTAKE_OUTCOMES",
    "KEYS",
    "MOST_IN_ONE_ROW",
    "PLACES",
    "Bar",
    "Block",
    "Choice",
    "Day",
    "Fact",
    "Identity",
    "Kind",
    "Line",
    "Mark",
    "Outcome",
    "Place",
    "Ruler",
    "Share",
    "Slip",
    "Stage",
    "Station",
    "StripCell",
    "bar_width",
    "by_day",
    "corners_at",
    "open_to",
    "places_at",
    "ruler",
    "shares",
    "strip",
]
