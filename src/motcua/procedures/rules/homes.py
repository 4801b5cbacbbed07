"""Which division processes a field when an import does not say. Source: law.md §16 (a ward's divisions)."""

from collections.abc import Sequence
from typing import Final, TypeVar

from motcua import vietnam

__all__ = ["division_of"]

T = TypeVar("T")

_ECONOMY: Final = ("kinh te", "ha tang", "do thi")
_SOCIETY: Final = ("van hoa", "xa hoi")
_JUSTICE: Final = ("tu phap", "ho tich", *_SOCIETY)  # a ward without a justice desk keeps it with society
_FIELDS: Final = {
    "dat dai": _ECONOMY,
    "xay dung": _ECONOMY,
    "ho kinh doanh": _ECONOMY,
    "cong thuong": _ECONOMY,
    "moi truong, nong nghiep": _ECONOMY,
    "phong chong thien tai, thuy loi": _ECONOMY,
    "nong nghiep": _ECONOMY,
    "moi truong": _ECONOMY,
    "giao thong": _ECONOMY,
    "ho tich": _JUSTICE,
    "chung thuc": _JUSTICE,
    "nuoi con nuoi": _JUSTICE,
    "hoa giai o co so": _JUSTICE,
}


def division_of(field: str, divisions: Sequence[tuple[T, str]]) -> T | None:
    """The division (id, name) whose name fits the field best, the first one when none does, None when there is none."""
    wanted = _FIELDS.get(vietnam.fold(field), _SOCIETY)
    for words in wanted:
        for key, name in divisions:
            if words in vietnam.fold(name):
                return key
    return divisions[0][0] if divisions else None
