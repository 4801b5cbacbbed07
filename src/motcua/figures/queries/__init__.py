"""Reads of figures."""

from motcua.figures.queries.exports import csv, report_json, text
from motcua.figures.queries.reports import report, report_of, scope_of
from motcua.figures.queries.workbook import workbook

__all__ = ["csv", "report", "report_json", "report_of", "scope_of", "text", "workbook"]
