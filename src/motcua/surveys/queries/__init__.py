"""Reads of surveys."""

from motcua.surveys.queries.evaluation import Evaluation, evaluation
from motcua.surveys.queries.exports import results_csv, results_json, results_text, results_xlsx
from motcua.surveys.queries.instruments import asked, instrument, instruments
from motcua.surveys.queries.results import DIMENSIONS, Asking, Results, Row, behind, period, results, words
from motcua.surveys.queries.tablets import key_digest, stand_by_key, stand_locked, stands
from motcua.surveys.queries.tokens import Invitation, invitation, link, slip_digest, token_of, used

__all__ = [
    "DIMENSIONS",
    "Asking",
    "Evaluation",
    "Invitation",
    "Results",
    "Row",
    "asked",
    "behind",
    "evaluation",
    "instrument",
    "instruments",
    "invitation",
    "key_digest",
    "link",
    "period",
    "results",
    "results_csv",
    "results_json",
    "results_text",
    "results_xlsx",
    "slip_digest",
    "stand_by_key",
    "stand_locked",
    "stands",
    "token_of",
    "used",
    "words",
]
