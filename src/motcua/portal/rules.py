"""How often somebody may try the look-up. Pure."""

from datetime import timedelta

from motcua.tries.rules import Window

__all__ = ["TRIES", "counted"]


# Defaults of ours, not law; set on 28/11/2026. In this order: a try that one limit stops is not counted by the next.
# - address: thirty in ten minutes, because a whole hall may share one.
# - address and code: ten an hour. Whoever mistypes has enough, and a stranger uses up only their own ten.
# - code, from wherever: 300 a day. A four-digit tail has 10,000 values, so trying them all takes 10,000 / 300 = 33 days
#   and a given day finds it with 3% at most, however many addresses join in (before: 10 an hour = 240 a day, 41 days).
#   One address comes to 24 x 10 = 240 a day: alone it can neither lock the resident out nor try all within 41 days.
TRIES = (
    Window(kind="address", length=timedelta(minutes=10), most=30),
    Window(kind="address+code", length=timedelta(hours=1), most=10),
    Window(kind="code", length=timedelta(days=1), most=300),
)


def counted(*, address: str, code: str) -> list[tuple[Window, str]]:
    """What each of TRIES counts by, unmistakable: neither an address nor a code holds a line break."""
    values = {"address": address, "code": code, "address+code": f"{address}\n{code}"}
    return [(window, values[window.kind]) for window in TRIES]
