"""Reads of stored files, and of files somebody sends to be taken in."""

from motcua.files.queries.stored import content, get, path, sealed
from motcua.files.queries.tables import MOST_LINES, Cells, ending_of, plain, safe, sheets

__all__ = ["MOST_LINES", "Cells", "content", "ending_of", "get", "path", "plain", "safe", "sealed", "sheets"]
