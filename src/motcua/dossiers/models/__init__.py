"""Tables of the one-stop."""

from motcua.dossiers.models.dossier import (
    Consultation,
    Dossier,
    Paper,
    Payment,
    Result,
    Return,
    Step,
    Supplement,
)
from motcua.dossiers.models.late import Escalation, Extension, Mark, MarkNote

__all__ = [
    "Consultation",
    "Dossier",
    "Escalation",
    "Extension",
    "Mark",
    "MarkNote",
    "Paper",
    "Payment",
    "Result",
    "Return",
    "Step",
    "Supplement",
]
