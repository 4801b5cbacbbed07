"""What people type about procedures: the catalogue's own forms, and asking for a procedure that is not there."""

from motcua.procedures.forms.asking import ANSWERS, AnswerForm, AskForm, RequestFilters
from motcua.procedures.forms.catalogue import (
    COPIES,
    KINDS,
    LEVELS,
    NEEDS,
    ROLES,
    UNIT_KINDS,
    Cases,
    Components,
    Division,
    Filters,
    ProcessForm,
    Publish,
    Retire,
    Steps,
    Upload,
    VersionForm,
)

__all__ = [
    "ANSWERS",
    "COPIES",
    "KINDS",
    "LEVELS",
    "NEEDS",
    "ROLES",
    "UNIT_KINDS",
    "AnswerForm",
    "AskForm",
    "Cases",
    "Components",
    "Division",
    "Filters",
    "ProcessForm",
    "Publish",
    "RequestFilters",
    "Retire",
    "Steps",
    "Upload",
    "VersionForm",
]
