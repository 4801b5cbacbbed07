"""A calendar read from a file's rows: each a day that differs from its weekday, or a sentence for each wrong cell.

Everything in the rows is untrusted: any value may have any type.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from motcua import vietnam
from motcua.acts import Refused
from motcua.clock import Certainty, Day, DayKind, Hours, Session
from motcua.offices.rules.changes import MOST_DAYS, Change, DayChange, HoursChange, sessions
from motcua.offices.rules.rows import RowError, Wrong
from motcua.offices.rules.week import week_from

__all__ = ["CERTAINTIES", "COLUMNS", "KINDS", "Parsed", "difference", "from_sheet", "read"]

KINDS: Final[Mapping[DayKind | None, str]] = {
    DayKind.PUBLIC_HOLIDAY: "nghỉ lễ",
    DayKind.COMPENSATORY: "nghỉ bù",
    DayKind.SWAPPED_OFF: "nghỉ hoán đổi",
    DayKind.MAKEUP_WORKING: "làm bù",
    DayKind.LOCAL_OFF: "nghỉ riêng",
    None: "ngày thường",  # takes an entered day out again
}
CERTAINTIES: Final[Mapping[Certainty, str]] = {
    Certainty.HIGH: "chắc",
    Certainty.MEDIUM: "khá chắc",
    Certainty.PROVISIONAL: "tạm, chưa có quyết định",
    Certainty.LOW: "một phương án",
}
COLUMNS: Final = {"date": "Ngày", "kind": "Loại", "name": "Tên ngày", "source": "Văn bản", "certainty": "Độ chắc"}

_NAME, _SOURCE = 160, 200
_NOTHING: Final = ("Không thấy ngày nào trong tệp.", "There are no days in the file.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A read calendar, or what is wrong with it."""

    change: Change | None
    errors: tuple[RowError, ...]


def read(raw: object) -> Parsed:
    """Read `{"days": [{date, kind, name, source, certainty}], "hours": {valid_from, weekly, extra, basis}}`.

    `hours` is optional, and so is `days` beside it. Never raises: whatever is wrong is an error of its row.
    """
    wrong = Wrong()
    rows = raw.get("days") if isinstance(raw, Mapping) else None
    hours = raw.get("hours") if isinstance(raw, Mapping) else None
    if not rows and not hours:
        wrong.say("tệp", *_NOTHING)
        return Parsed(change=None, errors=tuple(wrong.errors))
    change = Change(days=_days(wrong, rows or []), hours=_hours(wrong, hours) if hours else None)
    return Parsed(change=None if wrong.errors else change, errors=tuple(wrong.errors))


def from_sheet(cells: Sequence[Sequence[object]]) -> dict[str, Any]:
    """Rows for `read` from the lines of a sheet; the first names the columns. Raises Refused `upload.column`."""
    headings = [vietnam.fold(_text(cell)) for cell in cells[0]] if cells else []
    places = {
        name: headings.index(known)
        for name, said in COLUMNS.items()
        for known in (vietnam.fold(said), name)
        if known in headings
    }
    missing = next((COLUMNS[name] for name in ("date", "kind") if name not in places), None)
    if missing:
        raise Refused(
            "upload.column",
            f"Dòng đầu của tệp thiếu cột “{missing}”. Tải lịch về, sửa rồi nạp lại.",
            f"The first line lacks the column “{missing}”.",
        )
    rows = []
    for line, row in enumerate(cells[1:], start=2):
        values = {name: row[place] if place < len(row) else "" for name, place in places.items()}
        if any(_text(value) for value in values.values()):
            rows.append({**values, "_where": f"dòng {line}"})
    return {"days": rows}


def difference(change: Change, *, days: Mapping[date, Day], hours: Mapping[date, Hours]) -> Change:
    """What of a change is new against what there is: a file read twice changes nothing."""
    new = change.hours
    if new is not None and (old := hours.get(new.valid_from)):
        same = (_full(sessions(new.weekly)), _full(sessions(new.extra))) == (_full(old.weekly), _full(old.extra))
        new = None if same else new
    return Change(days=tuple(day for day in change.days if not _same(day, days.get(day.date))), hours=new)


def _full(week: Mapping[int, tuple[Session, ...]]) -> dict[int, tuple[Session, ...]]:
    return {day: held for day, held in week.items() if held}


def _same(new: DayChange, old: Day | None) -> bool:
    if old is None or new.kind is None:
        return old is None and new.kind is None
    return (new.kind, new.name, new.source, new.certainty) == (old.kind, old.name, old.source, old.certainty)


def _days(wrong: Wrong, rows: object) -> tuple[DayChange, ...]:
    if not isinstance(rows, list) or len(rows) > MOST_DAYS:
        wrong.say("tệp", f"Cần một danh sách không quá {MOST_DAYS} ngày.", f"A list of at most {MOST_DAYS} days.")
        return ()
    found: dict[date, DayChange] = {}
    for number, row in enumerate(rows, start=1):
        where = f"dòng {number}"
        if not isinstance(row, Mapping):
            wrong.say(where, "Dòng này không đọc được: cần các ô có tên.", "This row needs named cells.")
            continue
        where = str(row.get("_where") or where)[:60]
        day = _day(wrong, where, row)
        if day is not None and day.date in found:
            wrong.say(where, f"Ngày {day.date:%d/%m/%Y} đã có ở dòng trước.", f"{day.date:%d/%m/%Y} is given twice.")
        elif day is not None:
            found[day.date] = day
    return tuple(found.values())


def _day(wrong: Wrong, where: str, row: Mapping[Any, Any]) -> DayChange | None:
    on = _date(row.get("date"))
    if on is None:
        wrong.say(where, "Không đọc được ngày; viết như 2027-02-05 hoặc 05/02/2027.", "The date cannot be read.")
    kind, kind_known = _word(row.get("kind"), {said: kept for kept, said in KINDS.items()}, DayKind)
    if not kind_known:
        wrong.say(where, f"Loại ngày là một trong: {', '.join(KINDS.values())}.", f"One of: {', '.join(DayKind)}.")
    said = {said: kept for kept, said in CERTAINTIES.items()}
    certainty, sure = _word(row.get("certainty") or Certainty.HIGH, said, Certainty)
    if not sure:
        wrong.say(where, f"Độ chắc là một trong: {', '.join(said)}.", f"One of: {', '.join(Certainty)}.")
    name, source = _text(row.get("name")), _text(row.get("source"))
    if kind_known and kind is not None and not (name and source):
        wrong.say(where, "Ghi tên ngày và văn bản quy định.", "Give the day's name and its source.")
    if len(name) > _NAME or len(source) > _SOURCE:
        wrong.say(where, f"Tên dài nhất {_NAME} ký tự, văn bản {_SOURCE}.", "The name or the source is too long.")
    if on is None or not kind_known or not sure:
        return None
    return DayChange(date=on, kind=kind, name=name, source=source, certainty=str(certainty))


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    said = _text(value)
    try:
        return date.fromisoformat(said[:10]) if said[4:5] == "-" else vietnam.parse_date(said)
    except (ValueError, Refused):
        return None


def _word(value: object, said: Mapping[str, Any], codes: type[DayKind | Certainty]) -> tuple[Any, bool]:
    """What a cell chose, as people say it or as its code, and whether it chose anything known."""
    folded = {vietnam.fold(word): kept for word, kept in said.items()}
    text = _text(value)
    if vietnam.fold(text) in folded:
        return folded[vietnam.fold(text)], True
    try:
        return codes(text), True
    except ValueError:
        return None, False


def _text(value: object) -> str:
    return vietnam.clean(str(value)[:1000]) if isinstance(value, (str, int, date)) else ""


def _hours(wrong: Wrong, raw: object) -> HoursChange | None:
    where = "giờ làm việc"
    on = _date(raw.get("valid_from")) if isinstance(raw, Mapping) else None
    if not isinstance(raw, Mapping) or on is None:
        wrong.say(where, "Giờ làm việc cần ngày bắt đầu (valid_from).", "Hours need their first day (valid_from).")
        return None
    weeks = []
    for name in ("weekly", "extra"):
        week = raw.get(name) or {}
        if not isinstance(week, Mapping):
            wrong.say(where, "Viết giờ theo từng thứ: T2 đến T7, CN.", "Give hours by weekday, T2 to T7 and CN.")
            return None
        try:
            weeks.append(week_from({_text(day): _text(hours) for day, hours in week.items()}))
        except Refused as no:
            wrong.no(where, no)
            return None
    return HoursChange(valid_from=on, weekly=weeks[0], extra=weeks[1], basis=_text(raw.get("basis"))[:_SOURCE])
