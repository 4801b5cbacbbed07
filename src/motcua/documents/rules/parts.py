"""Parts that several papers share: who issues, who asks, what was handed in, who signs."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

__all__ = ["Component", "Contact", "Copy", "Head", "Moment", "Party", "Signature"]

Moment = datetime | date  # an hour is printed only where there is one


class Copy(StrEnum):
    """Whose copy a paper is."""

    KEPT = "Liên lưu"
    APPLICANT = "Liên giao khách"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who issues the paper: superior body, issuing office, place of the date line."""

    superior: str  # "UBND phường Hoa Gạo"; capitals are the template's work
    office: str  # "Trung tâm Phục vụ hành chính công"
    place: str = ""  # "Hoa Gạo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person or an organisation; `title` is how the paper calls them: ông, bà, hoặc trống."""

    name: str
    title: str = ""
    id_number: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One paper of the dossier and how many of each were handed in."""

    name: str
    originals: int = 0
    certified: int = 0
    photocopies: int = 0
    electronic: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask."""

    name: str = ""
    phone: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs: authority ("TM.", "KT.") with position, and the name; an empty name leaves room to write."""

    position: str
    name: str = ""
    authority: str = ""  # "KT. Chủ tịch": printed above the position
    hint: str = "Ký, ghi rõ họ tên"
