"""Loading the starter catalogue into a ward."""

from datetime import datetime

from motcua.accounts import queries as accounts
from motcua.clock import ZONE
from motcua.offices import queries as offices
from motcua.offices.models import Ward
from motcua.procedures import actions, queries
from motcua.procedures.rules import CasePlan

__all__ = ["load"]


def load(*, ward: Ward, at: datetime) -> dict[str, list[CasePlan]]:
    """Import the starter catalogue, in force from the day of `at`; the first case of each procedure, by field."""
    by, day = accounts.system_actor(ward_id=ward.pk), at.astimezone(ZONE).date()
    actions.import_starter(by=by, at=at, valid_from=day)
    now = offices.now_of(ward.pk)
    plans: dict[str, list[CasePlan]] = {}
    for hit in queries.search(by=by, text="", at=at, limit=500):
        plans.setdefault(hit.field, []).append(queries.plan(ward=now, case_id=hit.case_id))
    return plans
