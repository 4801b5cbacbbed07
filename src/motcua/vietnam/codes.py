"""Codes of dossiers, agencies and procedures. Facts: law.md §3.1–3.3 (TT 01/2018 art. 19, QĐ 20/2020)."""

import re
from dataclasses import dataclass
from datetime import date

from motcua.acts import Refused
from motcua.vietnam.text import clean

__all__ = ["AGENCY_MOST", "DossierCode", "agency_id", "dossier_code", "procedure_code", "tail"]

AGENCY_MOST = 35  # characters, QĐ 20/2020
_NUMBER_MOST = 999_999
_AGENCY = re.compile(r"[A-Z0-9]+(?:\.[A-Z0-9]+)*")
_DOSSIER = re.compile(r"([A-Z0-9]+(?:\.[A-Z0-9]+)*)-([0-9]{6})-([0-9]{4,6})")
_PROCEDURE = re.compile(r"[0-9]\.[0-9]{6}(?:\.[A-Z0-9]{2,3}){0,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierCode:
    """A code of our own making: agency, day of receipt, number within that day from 1.

    Raises Refused `code.agency`, `code.number`. A code of another system keeps its text: see `dossier_code`.
    """

    agency: str
    day: date
    number: int

    def __post_init__(self) -> None:
        if agency_id(self.agency) != self.agency:
            raise _no_agency()
        if not 1 <= self.number <= _NUMBER_MOST or not 2000 <= self.day.year <= 2099:
            raise Refused(
                "code.number",
                "Số thứ tự trong ngày từ 1 đến 999.999, năm từ 2000 đến 2099.",
                "The number within the day runs from 1 to 999,999, the year from 2000 to 2099.",
            )

    def format(self) -> str:
        """The printed code: "H99.16-261112-0012". From the ten thousandth of a day on it grows by a digit."""
        return f"{self.agency}-{self.day:%y%m%d}-{self.number:04}"

    @classmethod
    def parse(cls, text: str) -> "DossierCode":
        """The parts of a code that we wrote ourselves. Raises Refused `code.dossier`."""
        agency, day, number = dossier_code(text).rsplit("-", 2)
        try:
            received = date(2000 + int(day[:2]), int(day[2:4]), int(day[4:]))
        except ValueError:
            raise _no_dossier_code() from None
        return cls(agency=agency, day=received, number=int(number))


def dossier_code(text: str) -> str:
    """A dossier code in capitals, either way round: "000.00.16.H29-220915-0001" or "H29.16-220915-0001".

    Only the shape is asked; no meaning is read from it. Raises Refused `code.dossier`.
    """
    code = clean(text).replace(" ", "").upper()
    found = _DOSSIER.fullmatch(code)
    if not found or len(found.group(1)) > AGENCY_MOST:
        raise _no_dossier_code()
    return code


def tail(code: str) -> tuple[str, str]:
    """The stem and the part people say aloud: "H99.16-261112-0012" gives ("H99.16-261112-", "0012")."""
    stem, dash, last = code.rpartition("-")
    return stem + dash, last


def agency_id(text: str) -> str:
    """An agency id in capitals: groups of letters and digits with dots, at most 35.

    Raises Refused `code.agency`.
    """
    code = clean(text).upper()
    if len(code) > AGENCY_MOST or not _AGENCY.fullmatch(code):
        raise _no_agency()
    return code


def procedure_code(text: str) -> str:
    """A procedure code, national or with its local groups: "1.001193", "2.000815.000.00.00.H55.02".

    Raises Refused `code.procedure`.
    """
    code = clean(text).upper()
    if not _PROCEDURE.fullmatch(code):
        raise Refused(
            "code.procedure",
            "Mã thủ tục viết như 1.001193. Xem lại trong quyết định công bố.",
            "A procedure code looks like 1.001193. Check it in the published decision.",
        )
    return code


def _no_dossier_code() -> Refused:
    return Refused(
        "code.dossier",
        "Mã hồ sơ viết như H99.16-261112-0012. Xem lại trên giấy tiếp nhận.",
        "A dossier code looks like H99.16-261112-0012. Check it on the receipt.",
    )


def _no_agency() -> Refused:
    return Refused(
        "code.agency",
        "Mã định danh cơ quan gồm chữ in hoa, chữ số và dấu chấm, tối đa 35 ký tự, ví dụ H99.16.",
        "An agency id has capitals, digits and dots, at most 35 characters, e.g. H99.16.",
        source="QĐ 20/2020/QĐ-TTg",
    )
