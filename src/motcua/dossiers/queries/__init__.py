"""Reads of dossiers."""

from motcua.dossiers.queries.finding import by_code, id_of, search
from motcua.dossiers.queries.holding import context, get, locked, may_hold, missing, visible_to

__all__ = ["by_code", "context", "get", "id_of", "locked", "may_hold", "missing", "search", "visible_to"]
