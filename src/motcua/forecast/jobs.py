"""What time starts in the forecast: every ward is learnt anew in the night."""

from datetime import datetime

from procrastinate.contrib.django import app

from motcua.clock import ZONE
from motcua.forecast import actions

__all__ = ["learn"]


@app.periodic(cron="23 */3 * * *")
@app.task(name="forecast.learn", queueing_lock="forecast.learn", pass_context=False)
def learn(timestamp: int) -> int:
    """Learn from what was finished. Eight times a day: a ward's computer is switched off at night."""
    return actions.learn(at=datetime.fromtimestamp(timestamp, ZONE))
