"""How the heads of the demonstration ward gave open steps to their people."""

import random
from datetime import datetime

from motcua import clock
from motcua.accounts import actions as accounts
from motcua.accounts import queries
from motcua.acts import Role
from motcua.config.lives import Office
from motcua.dossiers import actions as dossiers
from motcua.dossiers.models import Dossier

__all__ = ["hand_out"]

SEED = "H99.16"
# Of ten steps that wait for a specialist, how many lie on whose desk; the rest in the queue. One carries too much.
DESKS = {"VHXH": ("mit", {"sen": 7, "tre": 1}), "KT": ("buoi", {"gac": 3, "dua": 5})}
AWAY = "dua"  # from the next working day on, for two days


def hand_out(*, office: Office, now: datetime) -> None:
    """The heads give open steps to their people, unevenly, as it happens; one of the people will be away."""
    pick, staff = random.Random(SEED), office.staff
    heads = {}
    for unit, (head, shares) in DESKS.items():
        heads[unit] = queries.actor_for_person(person=staff.people[head], on=now.date())
        waiting = Dossier.objects.filter(
            ward_id=office.ward_id,
            status="processing",
            step__unit_id=staff.units[unit].pk,
            step__role=Role.SPECIALIST.value,
        ).order_by("code")
        desks = [key for key, tenths in shares.items() for _ in range(tenths)]
        for pk in waiting.values_list("pk", flat=True):
            key = pick.choice([*desks, *[""] * (10 - len(desks))])
            if key:
                dossiers.assign(by=heads[unit], at=now, dossier_id=pk, assignee_id=staff.people[key].pk)
    days = [clock.working_days_after(day=now.date(), n=n, calendar=office.calendar) for n in (1, 2)]
    accounts.record_absence(
        by=heads["KT"],
        at=now,
        person_id=staff.people[AWAY].pk,
        substitute_id=staff.people["gac"].pk,
        starts=days[0],
        ends=days[1],
        reason="Tập huấn ở thành phố",
    )
