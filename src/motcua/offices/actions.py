"""Wards, units and calendars: the only code that writes them."""

from datetime import date, datetime
from uuid import UUID

from motcua import clock
from motcua.acts import Actor, ActorKind, Refused, Role
from motcua.ledger.actions import action, add, change, held, hold, note, subject
from motcua.offices.models import CalendarDay, OpeningHours, Unit, Ward
from motcua.offices.rules import Change, HoursChange, UnitKind, fit

__all__ = ["add_unit", "bump_catalogue", "found_ward", "lock", "may_administer", "set_day", "set_facts", "set_hours"]

USUAL_WEEK = {str(day): [["07:30", "11:30"], ["13:00", "17:00"]] for day in range(5)}


def may_administer(by: Actor) -> None:
    """Only the ward's administrator, or the house itself."""
    if by.kind is not ActorKind.SYSTEM and not by.has(Role.ADMIN):
        raise Refused(
            "forbidden",
            "Chỉ quản trị của phường làm được việc này.",
            "Only the ward's administrator may do this.",
        )


@action("ward.found")
def found_ward(
    *,
    by: Actor,
    at: datetime,
    code: str,
    slug: str,
    name: str,
    superior: str,
    valid_from: date,
    weekly: dict[str, list[list[str]]] | None = None,
    extra: dict[str, list[list[str]]] | None = None,
    address: str = "",
    phone: str = "",
    email: str = "",
) -> Ward:
    """A new ward with its week and the national days off. `by.ward_id` is the id the ward gets."""
    may_administer(by)
    if Ward.objects.filter(code=code).exists():
        raise Refused("ward.code", "Mã định danh này đã có.", "This agency code is taken.", field="code")
    ward = add(
        Ward(
            id=by.ward_id,
            code=code,
            slug=slug,
            name=name,
            superior=superior,
            address=address,
            phone=phone,
            email=email,
        )
    )
    add(
        OpeningHours(
            ward_id=ward.pk,
            valid_from=valid_from,
            weekly=weekly or USUAL_WEEK,
            extra=extra or {},
            basis="Giờ hành chính của phường",
        )
    )
    for day in clock.NATIONAL_DAYS:
        add(
            CalendarDay(
                ward_id=ward.pk,
                date=day.date,
                kind=day.kind.value,
                name=day.name,
                source=day.source,
                certainty=str(day.certainty),
            )
        )
    return ward


@action("unit.add")
def add_unit(
    *, by: Actor, at: datetime, code: str, name: str, kind: UnitKind, order: int = 0, valid_from: date
) -> Unit:
    """A new part of the ward."""
    may_administer(by)
    return add(Unit(ward_id=by.ward_id, code=code, name=name, kind=kind.value, order=order, valid_from=valid_from))


def lock(ward_id: UUID) -> Ward:
    """The ward, locked for the rest of the act."""
    return held(Ward, ward_id) or hold(Ward.objects.select_for_update().get(pk=ward_id))


@action("ward.bump_catalogue")
def bump_catalogue(*, by: Actor, at: datetime) -> Ward:
    """The catalogue changed: cached plans and search indexes of the ward no longer hold."""
    ward = lock(by.ward_id)
    return change(ward, catalogue_version=ward.catalogue_version + 1)


@action("ward.set_facts")
def set_facts(
    *,
    by: Actor,
    at: datetime,
    name: str,
    superior: str,
    office_name: str,
    address: str,
    phone: str,
    email: str,
    feedback_line: str,
    accepts_online: bool,
) -> Ward:
    """What papers and public pages print of a ward, and whether residents may lodge online here."""
    may_administer(by)
    for field, value in (("name", name), ("superior", superior), ("office_name", office_name)):
        if not value.strip():
            raise Refused(
                "ward.empty", "Ô này được in trên phiếu; ghi vào.", "This is printed; fill it in.", field=field
            )
    return change(
        lock(by.ward_id),
        name=name,
        superior=superior,
        office_name=office_name,
        address=address,
        phone=phone,
        email=email,
        feedback_line=feedback_line,
        accepts_online=accepts_online,
    )


@action("calendar.set_day")
def set_day(
    *,
    by: Actor,
    at: datetime,
    day: date,
    kind: clock.DayKind | None,
    name: str,
    source: str,
    certainty: str = clock.Certainty.HIGH,
    reason: str = "",
) -> Ward:
    """Enter, change or (kind None) remove a day of the calendar, with its source.

    Open promises are moved by `promises.actions.change_calendar`, which calls this in the same act.
    """
    may_administer(by)
    if kind is not None and not (name.strip() and source.strip()):
        raise Refused(
            "calendar.source",
            "Ghi tên ngày và văn bản quy định.",
            "Give the day's name and its source.",
            field="source",
        )
    ward = lock(by.ward_id)
    row = CalendarDay.objects.select_for_update().filter(ward_id=by.ward_id, date=day).first()
    if kind is None:
        if row is None or row.removed:
            raise Refused(
                "calendar.not_there",
                f"Ngày {day:%d/%m/%Y} chưa có trong lịch nên không bỏ được.",
                f"{day:%d/%m/%Y} is not in the calendar.",
                field="day",
            )
        change(row, removed=True, announced_at=at)
    else:
        values: dict[str, object] = {
            "kind": kind.value,
            "name": name,
            "source": source,
            "certainty": str(certainty),
            "announced_at": at,
            "removed": False,
        }
        if row is None:
            add(CalendarDay(ward_id=by.ward_id, date=day, **values))
        else:
            change(row, **values)
    note(reason)
    return change(ward, calendar_version=ward.calendar_version + 1)


@action("calendar.set_hours")
def set_hours(
    *,
    by: Actor,
    at: datetime,
    valid_from: date,
    weekly: dict[str, list[list[str]]],
    extra: dict[str, list[list[str]]],
    basis: str,
) -> Ward:
    """The opening hours from a day on."""
    may_administer(by)
    fit(Change(hours=HoursChange(valid_from=valid_from, weekly=weekly, extra=extra, basis=basis)))
    ward = lock(by.ward_id)
    row = OpeningHours.objects.select_for_update().filter(ward_id=by.ward_id, valid_from=valid_from).first()
    if row is None:
        add(OpeningHours(ward_id=by.ward_id, valid_from=valid_from, weekly=weekly, extra=extra, basis=basis))
    else:
        change(row, weekly=weekly, extra=extra, basis=basis)
    subject(ward)
    return change(ward, calendar_version=ward.calendar_version + 1)
