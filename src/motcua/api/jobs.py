"""What time starts at the door for machines: old answers are forgotten."""

from datetime import datetime

from procrastinate.contrib.django import app

from motcua.api import actions
from motcua.clock import ZONE

__all__ = ["forget_answers"]


@app.periodic(cron="41 */6 * * *")
@app.task(name="api.forget_answers", queueing_lock="api.forget_answers", pass_context=False)
def forget_answers(timestamp: int) -> int:
    """Forget answers that have held long enough. Four times a day: a ward's computer is switched off at night."""
    return actions.forget(at=datetime.fromtimestamp(timestamp, ZONE))
