"""The turning points of one-stop law, 2018–2026, and how sure a record is."""

from datetime import date

from motcua.law.rules import Certainty

__all__ = ["MEMORY", "ND61", "ND61_LAST", "ND118", "ND309", "ND309_EVE", "SURE", "UNSURE"]

SURE, MEMORY, UNSURE = Certainty.SURE, Certainty.MEMORY, Certainty.UNSURE

ND61 = date(2018, 6, 21)  # NĐ 61/2018 in force
ND61_LAST = date(2025, 6, 30)
ND118 = date(2025, 7, 1)  # NĐ 118/2025 in force; two-tier local government
ND309_EVE = date(2026, 8, 4)
ND309 = date(2026, 8, 5)  # NĐ 309/2026 and NĐ 310/2026 in force
