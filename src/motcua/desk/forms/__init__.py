"""What the addresses and forms of the desk may say."""

from motcua.desk.forms.addresses import Pick, picks, text, uuid, wanted
from motcua.desk.forms.apologies import Edited, edited, kept
from motcua.desk.forms.calendar import CalendarUpload, DayForm, HoursForm
from motcua.desk.forms.people import (
    AbsenceForm,
    EndPosition,
    FactsForm,
    HandOver,
    Leave,
    NewPerson,
    NewToken,
    PositionForm,
    ResetPassword,
)

__all__ = [
    "AbsenceForm",
    "CalendarUpload",
    "DayForm",
    "Edited",
    "EndPosition",
    "FactsForm",
    "HandOver",
    "HoursForm",
    "Leave",
    "NewPerson",
    "NewToken",
    "Pick",
    "PositionForm",
    "ResetPassword",
    "edited",
    "kept",
    "picks",
    "text",
    "uuid",
    "wanted",
]
