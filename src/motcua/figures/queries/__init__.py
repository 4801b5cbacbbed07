"""Reads of figures."""

from motcua.figures.queries.exports import csv, late_text, lateness_json, report_json, text
from motcua.figures.queries.lateness import lateness_of
from motcua.figures.queries.reports import report, report_of, scope_of
from motcua.figures.queries.workbook import workbook

__all__ = [
    "csv",
    "late_text",
    "lateness_json",
    "lateness_of",
    "report",
    "report_json",
    "report_of",
    "scope_of",
    "text",
    "workbook",
]
