"""The digest of each person and morning: kept, and sent once."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.conf import settings

from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.ledger.actions import action, add, change, subject
from motcua.offices import queries as offices
from motcua.watch import queries, rules
from motcua.watch.actions.telling import tell
from motcua.watch.actions.warning import the_house
from motcua.watch.models import Digest, Warned

__all__ = ["digest"]

PAGE = "/watch/digest/"


@action("watch.digest")
def digest(*, by: Actor, at: datetime, people: Collection[UUID]) -> int:
    """Give each of `people` who has none yet the digest of the day, in one act; returns how many were sent.

    Who has nothing due gets no message; that they were looked at is kept. Raises Refused `forbidden` for anybody but
    the house itself.
    """
    the_house(by)
    ward = queries.locked(by.ward_id)
    day = at.astimezone(ZONE).date()
    done = set(Digest.objects.filter(ward_id=by.ward_id, day=day).values_list("person_id", flat=True))
    wanted = [person for person in dict.fromkeys(people) if person not in done]
    found = queries.pages(by=by, at=at, calendar=offices.calendar(offices.now_of(by.ward_id)), people=wanted)
    address, kept = settings.PUBLIC_ADDRESS.rstrip("/") + PAGE, {}
    for person_id, page in found.items():
        kept[person_id] = add(
            Digest(
                ward_id=by.ward_id,
                person_id=person_id,
                day=day,
                at=at,
                others=page.others,
                lines=[asdict(line) for line in page.lines],
                **page.counts,
            )
        )
        if page.total:
            tell(
                by=by,
                at=at,
                person_id=person_id,
                key=f"watch.digest:{person_id}:{day.isoformat()}",
                event="watch.digest",
                subject=rules.subject(page, day=day),
                body=rules.body(page, day=day, address=address),
            )
    untold = Warned.objects.filter(
        ward_id=by.ward_id, person__in=list(kept), ended_at__isnull=True, told_in__isnull=True
    )
    for row in untold.order_by("pk"):
        change(row, told_in=kept[row.person_id])
    subject(ward)
    return sum(page.total > 0 for page in found.values())
