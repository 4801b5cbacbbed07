"""What time starts: grave words reach the leaders within a day."""

from datetime import datetime

from procrastinate.contrib.django import app

from motcua.accounts import queries as accounts
from motcua.acts import Refused
from motcua.clock import ZONE
from motcua.conduct import actions, queries
from motcua.offices.models import Ward

__all__ = ["raise_matters"]


@app.periodic(cron="41 * * * *")
@app.task(name="conduct.raise_matters", queueing_lock="conduct.raise_matters", pass_context=False)
def raise_matters(timestamp: int) -> int:
    """Raise what has not been raised; how many were. Every hour, far inside CONDUCT_RAISE_HOURS."""
    at, raised = datetime.fromtimestamp(timestamp, ZONE), 0
    for ward_id in Ward.objects.values_list("id", flat=True):
        by = accounts.system_actor(ward_id=ward_id)
        for answer_id in list(queries.grave(by=by).values_list("id", flat=True)):
            try:
                actions.raise_matter(by=by, at=at, answer_id=answer_id)
            except Refused:
                continue  # corrected by who wrote it in this very moment
            raised += 1
    return raised
