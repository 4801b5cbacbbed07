"""The results: opened ballot boxes of a dimension over some months, with how many were invited and answered."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.db import connection

from motcua.accounts.models import Person
from motcua.acts import Actor, Refused
from motcua.clock import ZONE
from motcua.offices.models import Unit
from motcua.surveys import rules
from motcua.surveys.models import Answer
from motcua.surveys.queries.instruments import instrument
from motcua.surveys.rules import Instrument, Seen, Tally, Way
from motcua.surveys.rules.opening import Path
from motcua.surveys.rules.tallies import Count
from motcua.ui.paging import Paged, paged

__all__ = ["DIMENSIONS", "Asking", "Results", "Row", "behind", "period", "results", "words"]

# A dimension: its name, and the columns of an answer and of a returned dossier that make its boxes, outermost first.
# A procedure stands in its field and an officer in the unit, so that boxes open together (rules.opening).
_FIELD = ("a.field", "v.field")
_UNIT = ("a.unit_id::text", "d.unit_id::text")
DIMENSIONS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "field": ("Lĩnh vực", (_FIELD,)),
    "procedure": ("Thủ tục", (_FIELD, ("COALESCE(p.code, '')", "pr.code"))),
    "unit": ("Đơn vị", (_UNIT,)),
    "officer": (
        "Người thụ lý",
        (_UNIT, ("COALESCE(a.officer_id::text, '')", "COALESCE(d.officer_id::text, '')")),
    ),
    "counter": ("Người tiếp nhận", (("COALESCE(a.counter_id::text, '')", "COALESCE(d.received_by_id::text, '')"),)),
    "channel": ("Kênh nộp hồ sơ", (("a.channel", "d.channel"),)),
}
PERSONAL = {"officer", "counter"}
CHANNELS = {"direct": "Trực tiếp", "online": "Trực tuyến", "post": "Bưu chính", "": "Tại quầy, không theo hồ sơ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Which results: an instrument, whole months (their first days, both included), a dimension."""

    instrument: str
    first: date
    last: date
    dimension: str = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A value of the dimension: dossiers returned, answers that came in, the opened ones."""

    key: Path
    label: str
    invited: int
    answered: int
    tally: Tally

    @property
    def waiting(self) -> bool:
        """Whether answers lie in a box that is still closed."""
        return self.answered > 0 and self.tally.people == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The results somebody sees. `total` is the whole ward; `flagged` counts what was marked as odd, by kind."""

    asking: Asking
    instrument: Instrument
    total: Row
    rows: list[Row]
    least: int
    flagged: Mapping[str, int]
    corrected: int
    open_month: int  # answers of the running month, not opened yet


def period(*, first: date, last: date) -> tuple[date, date]:
    """The whole months that hold two days, as first days. Raises Refused `survey.period`."""
    if not date(2000, 1, 1) <= first <= last <= date(2200, 1, 1):
        raise Refused(
            "survey.period",
            "Tháng đầu phải trước tháng cuối. Chọn lại.",
            "The first month must not come after the last.",
            field="last",
        )
    return first.replace(day=1), last.replace(day=1)


def after(month: date) -> date:
    """The first day of the next month."""
    return (month + timedelta(days=32)).replace(day=1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), ZONE)


def results(*, by: Actor, at: datetime, asking: Asking) -> Results:
    """The results of some months: five to seven statements. Months that are not over are not opened."""
    if asking.dimension not in DIMENSIONS:
        raise Refused("missing", "Không có cách chia này.", "There is no such dimension.")
    first, last = period(first=asking.first, last=asking.last)
    asking = replace(asking, first=first, last=last)
    found = instrument(ward_id=by.ward_id, code=asking.instrument, on=after(last) - timedelta(days=1))
    running = rules.month_of(at)
    least = rules.least(at.astimezone(ZONE).date())
    lines = _lines(ward_id=by.ward_id, asking=asking)
    people = {(path, month): n.answers for (path, month, key), n in lines.items() if key == found.headline}
    opened = rules.opened(people, least=least, before=running)
    tallies = _tallies(lines, opened, asking=asking, headline=found.headline)
    answered: dict[Path, int] = defaultdict(int)
    for (path, month), n in people.items():
        if first <= month <= last:
            for depth in range(len(path) + 1):
                answered[path[:depth]] += n
    invited = _invited(ward_id=by.ward_id, asking=asking)
    depth = len(DIMENSIONS[asking.dimension][1])
    names = _names(by=by, asking=asking)
    seen = rules.seen(by)
    keys = {k for k in (*answered, *invited) if len(k) == depth and _sees(seen, asking.dimension, k)}

    def row(key: Path) -> Row:
        return Row(
            key=key,
            label=_label(names, asking.dimension, key) if key else "Toàn phường",
            invited=invited.get(key, 0),
            answered=answered.get(key, 0),
            tally=tallies.get(key, Tally()),
        )

    flagged, corrected = _odd(ward_id=by.ward_id, asking=asking)
    return Results(
        asking=asking,
        instrument=found,
        total=row(()),
        rows=sorted((row(k) for k in keys), key=lambda r: (-r.tally.people, -r.answered, -r.invited, r.label)),
        least=least,
        flagged=flagged,
        corrected=corrected,
        open_month=sum(n for (_, month), n in people.items() if month >= running),
    )


Line = dict[tuple[Path, date, str], Count]


def _lines(*, ward_id: UUID, asking: Asking) -> Line:
    """Answers by innermost box, month and question; all months up to the last, because boxes open in order."""
    columns = [answer for answer, _ in DIMENSIONS[asking.dimension][1]]
    keys = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT a.month, q.key, count(*), count(*) FILTER (WHERE q.value::int >= 4), sum(q.value::int), {keys}
            FROM surveys_answer a LEFT JOIN procedures_procedure p ON p.id = a.procedure_id
            CROSS JOIN LATERAL jsonb_each_text(a.choices) q
            WHERE a.ward_id = %s AND a.instrument = %s AND a.month <= %s
            AND NOT EXISTS (SELECT 1 FROM surveys_answer r WHERE r.replaces_id = a.id)
            GROUP BY a.month, q.key, {keys}
            """,  # noqa: S608 - the columns are ours
            [ward_id, asking.instrument, asking.last],
        )
        return {
            (tuple(path), month, key): Count(answers=n, satisfied=satisfied, points=points)
            for month, key, n, satisfied, points, *path in cursor.fetchall()
        }


def _tallies(
    lines: Line, opened: Mapping[tuple[Path, date], date], *, asking: Asking, headline: str
) -> dict[Path, Tally]:
    """The opened answers of every box, counted in the month in which the box was opened."""
    sums: dict[Path, dict[str, Count]] = defaultdict(lambda: defaultdict(Count))
    for (path, month, key), count in lines.items():
        for depth in range(len(path) + 1):
            when = opened.get((path[:depth], month))
            if when is not None and asking.first <= when <= asking.last:
                sums[path[:depth]][key] += count
    return {
        path: Tally(people=of[headline].answers, satisfied=of[headline].satisfied, questions=dict(of))
        for path, of in sums.items()
    }


def _invited(*, ward_id: UUID, asking: Asking) -> dict[Path, int]:
    """How many dossiers were handed over in the months: whoever handed one in was invited."""
    columns = [dossier for _, dossier in DIMENSIONS[asking.dimension][1]]
    keys = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT count(*), {keys} FROM dossiers_dossier d
            JOIN procedures_version v ON v.id = d.version_pinned_id
            JOIN procedures_procedure pr ON pr.id = d.procedure_id
            WHERE d.ward_id = %s AND d.status = 'returned' AND d.closed_at >= %s AND d.closed_at < %s GROUP BY {keys}
            """,  # noqa: S608 - the columns are ours
            [ward_id, _midnight(asking.first), _midnight(after(asking.last))],
        )
        found: dict[Path, int] = defaultdict(int)
        for n, *path in cursor.fetchall():
            for depth in range(len(path) + 1):
                found[tuple(path[:depth])] += n
    return found


# What a part of a key is called in the address of the list of dossiers.
_FILTERS = {
    "field": ("field",),
    "procedure": ("field", "procedure"),
    "unit": ("unit",),
    "officer": ("unit", "officer"),
    "counter": ("receiver",),
    "channel": ("channel",),
}


def behind(asking: Asking, key: Path = ()) -> str:
    """The address of the list with exactly the dossiers that `invited` counts; "" where none can say it."""
    if key and not key[-1]:
        return ""
    last = after(asking.last) - timedelta(days=1)
    more = {name: part for name, part in zip(_FILTERS[asking.dimension], key, strict=False) if part}
    return "/dossiers/?" + urlencode({"returned_first": asking.first, "returned_last": last, **more})


def _odd(*, ward_id: UUID, asking: Asking) -> tuple[dict[str, int], int]:
    """Answers of the months that were marked as odd, by mark; and how many were corrected by who gave them."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT f.flag, count(*) FROM surveys_answer a
            CROSS JOIN LATERAL (
                SELECT jsonb_array_elements_text(a.flags) AS flag
                UNION ALL SELECT 'corrected' WHERE a.replaces_id IS NOT NULL
            ) f
            WHERE a.ward_id = %s AND a.instrument = %s AND a.month BETWEEN %s AND %s GROUP BY f.flag
            """,
            [ward_id, asking.instrument, asking.first, asking.last],
        )
        found = {str(flag): int(n) for flag, n in cursor.fetchall()}
    return found, found.pop("corrected", 0)


def _sees(seen: Seen, dimension: str, key: Path) -> bool:
    """Whether somebody sees a row: rows that are people or units are not for everybody."""
    if seen.all or dimension not in {*PERSONAL, "unit"}:
        return True
    if dimension in PERSONAL and key[-1] == str(seen.person):
        return True
    return dimension != "counter" and key[0] in {str(unit) for unit in seen.units}


def _names(*, by: Actor, asking: Asking) -> dict[str, str]:
    """Names of the keys, one statement at most two."""
    if asking.dimension == "procedure":
        return _procedures(by.ward_id)
    if asking.dimension not in {*PERSONAL, "unit"}:
        return CHANNELS if asking.dimension == "channel" else {}
    units = {str(pk): name for pk, name in Unit.objects.filter(ward_id=by.ward_id).values_list("id", "name")}
    if asking.dimension == "unit":
        return units
    return {str(pk): name for pk, name in Person.objects.filter(ward_id=by.ward_id).values_list("id", "name")}


def _procedures(ward_id: UUID) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT ON (pr.code) pr.code, v.name FROM procedures_procedure pr"
            " JOIN procedures_version v ON v.procedure_id = pr.id WHERE pr.ward_id = %s"
            " ORDER BY pr.code, v.valid_from DESC",
            [ward_id],
        )
        return {str(code): str(name) for code, name in cursor.fetchall()}


def _label(names: Mapping[str, str], dimension: str, key: Path) -> str:
    last = key[-1]
    if dimension in {"field", "procedure"} and not last:
        return "Tại quầy, không theo hồ sơ"
    if not last and dimension in PERSONAL:
        return "Chưa giao ai"
    return names.get(last, last)


def words(*, by: Actor, at: datetime, first: date, last: date, rows: int) -> Paged[Answer]:
    """What people wrote in months that are over and whose box is open: a page of answers, only month and words read.

    Without dossier, officer or procedure, in no order of arrival. Four statements.
    """
    first, last = period(first=first, last=last)
    counts: dict[date, int] = defaultdict(int)
    texts = Answer.objects.filter(ward_id=by.ward_id, way=Way.LINK.value, replaced_by__isnull=True).exclude(words="")
    asking = Asking(instrument="sipas", first=first, last=last, dimension="channel")
    for (_, month, key), n in _lines(ward_id=by.ward_id, asking=asking).items():
        if key == "overall":
            counts[month] += n.answers
    boxes: dict[tuple[Path, date], int] = {((), month): n for month, n in counts.items()}
    opened = rules.opened(boxes, least=rules.least(at.astimezone(ZONE).date()), before=rules.month_of(at))
    months = [month for (_, month), when in opened.items() if first <= when <= last]
    found = texts.filter(month__in=months).only("month", "words")
    return paged(found.order_by("-month", "id"), of=found, asked=rows)
