"""Loading the starter catalogue into a ward."""

from datetime import datetime

from motcua.config.people import Staff
from motcua.offices.models import Ward
from motcua.procedures.rules import CasePlan

__all__ = ["load"]


def load(*, ward: Ward, staff: Staff, at: datetime) -> dict[str, list[CasePlan]]:
    """Import the starter catalogue; returns the first cases by field."""
    raise NotImplementedError
