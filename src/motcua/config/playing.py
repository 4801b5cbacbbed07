"""Who acts and when in the books of the demonstration ward; moments are counted back in working days from now."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from motcua import clock
from motcua.accounts import queries as accounts
from motcua.acts import Actor
from motcua.clock import ZONE, Calendar
from motcua.config.people import Staff

__all__ = ["Play"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """The people of a ward, its working days, and the minute up to which it lived."""

    staff: Staff
    calendar: Calendar
    now: datetime

    @property
    def ward_id(self) -> UUID:
        """The ward."""
        return self.staff.people["cuc"].ward_id

    def who(self, key: str) -> Actor:
        """A post of the ward as an actor."""
        return accounts.actor_for_person(person=self.staff.people[key], on=self.now.date())

    def pk(self, key: str) -> UUID:
        """The id of whoever holds a post."""
        return self.staff.people[key].pk

    def ago(self, days: int, hour: int = 9) -> datetime:
        """An hour of the working day so many working days ago."""
        day = clock.working_days_after(day=self.now.date(), n=-days, calendar=self.calendar)
        return min(datetime.combine(day, time(hour), ZONE), self.now)
