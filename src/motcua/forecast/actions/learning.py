"""Learning a ward anew. No act of an office: what is kept can be thrown away and learnt again from the records."""

import json
from datetime import datetime
from uuid import UUID

from django.db import connection

from motcua.forecast import queries
from motcua.offices import queries as offices
from motcua.offices.models import Ward

__all__ = ["learn"]

_KEEP = """
INSERT INTO forecast_learnt (ward_id, learnt_at, paths, content) VALUES (%s, %s, %s, %s)
ON CONFLICT (ward_id) DO UPDATE SET learnt_at = EXCLUDED.learnt_at, paths = EXCLUDED.paths, content = EXCLUDED.content
WHERE forecast_learnt.learnt_at <= EXCLUDED.learnt_at
"""


def learn(*, at: datetime, ward_id: UUID | None = None) -> int:
    """Learn every ward, or one, from what it finished before `at`; returns how many dossiers taught something.

    One ward after the other, each in one statement of writing: killed halfway, the rest keep what they knew. Of two
    at once the later `at` stays.
    """
    wards = [ward_id] if ward_id else list(Ward.objects.order_by("code").values_list("pk", flat=True))
    taught = 0
    for pk in wards:
        calendar = offices.calendar(offices.now_of(pk))
        known = queries.experience(ward_id=pk, at=at, calendar=calendar)
        with connection.cursor() as cursor:
            cursor.execute(_KEEP, [pk, at, known.paths, json.dumps(known.dumped())])
        taught += known.paths
    return taught
