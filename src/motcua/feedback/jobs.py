"""What time starts in the feedback room: old tries are forgotten."""

from datetime import datetime

from procrastinate.contrib.django import app

from motcua.clock import ZONE
from motcua.feedback import actions

__all__ = ["forget_tries"]


@app.periodic(cron="29 * * * *")
@app.task(name="feedback.forget_tries", queueing_lock="feedback.forget_tries", pass_context=False)
def forget_tries(timestamp: int) -> int:
    """Forget tries of more than two days ago. Every hour, because a ward's computer is switched off at night."""
    return actions.sweep(at=datetime.fromtimestamp(timestamp, ZONE))
