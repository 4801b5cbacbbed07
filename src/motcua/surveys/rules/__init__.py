"""What is asked, when an answer counts, when a ballot box opens, what the figures mean. Pure."""

from motcua.surveys.rules.answering import (
    Flag,
    Sheet,
    Way,
    checked,
    flags_of,
    least,
    link_open,
    may_open_tablet,
    may_tap,
    month_of,
    of_link,
)
from motcua.surveys.rules.evaluation import INDICATORS, Band, Grade, Indicator, Scored, band, grade, points, total
from motcua.surveys.rules.instruments import FACTORS, SCALES, Instrument, Option, Question, read
from motcua.surveys.rules.opening import opened
from motcua.surveys.rules.reading import LEADERS, READERS, SEERS, Seen, may_publish, may_read, seen
from motcua.surveys.rules.tallies import Tally, fractions, percent

__all__ = [
    "FACTORS",
    "INDICATORS",
    "LEADERS",
    "READERS",
    "SCALES",
    "SEERS",
    "Band",
    "Flag",
    "Grade",
    "Indicator",
    "Instrument",
    "Option",
    "Question",
    "Scored",
    "Seen",
    "Sheet",
    "Tally",
    "Way",
    "band",
    "checked",
    "flags_of",
    "fractions",
    "grade",
    "least",
    "link_open",
    "may_open_tablet",
    "may_publish",
    "may_read",
    "may_tap",
    "month_of",
    "of_link",
    "opened",
    "percent",
    "points",
    "read",
    "seen",
    "total",
]
