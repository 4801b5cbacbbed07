"""By what a report is broken down, and what its rows are called."""

from enum import StrEnum

from motcua import vietnam
from motcua.acts import Refused
from motcua.clock import Channel

__all__ = ["GROUPS", "Group", "group_named", "row_label", "row_order"]


class Group(StrEnum):
    """What one row of the report stands for."""

    NONE = "none"
    FIELD = "field"
    PROCEDURE = "procedure"
    UNIT = "unit"
    CHANNEL = "channel"
    LEVEL = "level"
    OFFICER = "officer"
    MONTH = "month"


GROUPS = {
    Group.NONE: "Toàn phường",
    Group.FIELD: "Lĩnh vực",
    Group.PROCEDURE: "Thủ tục",
    Group.UNIT: "Đơn vị",
    Group.CHANNEL: "Kênh nộp",
    Group.LEVEL: "Mức độ trực tuyến",
    Group.OFFICER: "Công chức",
    Group.MONTH: "Tháng nộp",
}

CHANNELS = {
    Channel.DIRECT.value: "Trực tiếp",
    Channel.ONLINE.value: "Trực tuyến",
    Channel.POST.value: "Bưu chính",
}

# Two scales share the rows: levels 1–4 to 2022, partial and full since (law.md §5). Never mapped into each other.
LEVELS = {
    "1": "Mức độ 1",
    "2": "Mức độ 2",
    "3": "Mức độ 3",
    "4": "Mức độ 4",
    "partial": "Trực tuyến một phần",
    "full": "Trực tuyến toàn trình",
    "unstated": "Trực tuyến, chưa ghi mức",
    "offline": "Không trực tuyến",
}

_FIXED: dict[Group, dict[str, str]] = {Group.CHANNEL: CHANNELS, Group.LEVEL: LEVELS}


def group_named(name: str) -> Group:
    """A group by its name. Raises Refused `figures.group`."""
    try:
        return Group(name)
    except ValueError:
        known = ", ".join(Group)
        raise Refused(
            "figures.group",
            f"Không chia theo cách này được. Có thể chia theo: {known}.",
            f"Cannot group like this. Groups are: {known}.",
            field="by",
        ) from None


def row_label(*, group: Group, key: str, found: str) -> str:
    """What a row is called: `found` is what the records say of it."""
    if group is Group.OFFICER and not key:
        return "Chưa giao"
    if group is Group.MONTH:
        year, _, month = key.partition("-")
        return f"Tháng {int(month)}/{year}"
    return _FIXED.get(group, {}).get(key, found) or "Chưa ghi"


def row_order(*, group: Group, key: str, label: str) -> tuple[int, str, str]:
    """Fixed rows in their own order, months by time, all others by the alphabet; what nobody holds last."""
    fixed = _FIXED.get(group)
    if fixed is not None:
        return (list(fixed).index(key) if key in fixed else len(fixed), label, key)
    if group is Group.MONTH:
        return (0, key, key)
    return (int(not key), vietnam.fold(label), key)
