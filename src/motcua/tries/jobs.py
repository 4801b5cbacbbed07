"""What time starts here: old tries are forgotten."""

from datetime import datetime

from procrastinate.contrib.django import app

from motcua.clock import ZONE
from motcua.tries import actions

__all__ = ["forget"]


@app.periodic(cron="23 * * * *")
@app.task(name="tries.forget", queueing_lock="tries.forget", pass_context=False)
def forget(timestamp: int) -> int:
    """Forget tries of more than two days ago. Every hour, because a ward's computer is switched off at night."""
    return actions.sweep(at=datetime.fromtimestamp(timestamp, ZONE))
