"""The kinds of units a ward has. Source: law.md §16."""

from enum import StrEnum

__all__ = ["UnitKind"]


class UnitKind(StrEnum):
    """The kinds of units; an internal process names the kind that does a step."""

    CENTRE = "centre"  # Trung tâm Phục vụ hành chính công (bộ phận một cửa)
    DIVISION = "division"  # phòng chuyên môn
    OFFICE = "office"  # Văn phòng HĐND và UBND (văn thư)
    LEADERSHIP = "leadership"  # lãnh đạo UBND
