"""The records themselves, as data, one file per subject. Facts and sources: law.md.

A new legal text is a new record: close the old one with its last day, add the new one below it, change no
code. `basis` and `note` are read by administrators and therefore Vietnamese.
"""

from motcua.law.records.feedback import FEEDBACK
from motcua.law.records.forms import FORMS_AND_FIGURES
from motcua.law.records.lateness import LATENESS
from motcua.law.records.one_stop import INTAKE, SUPPLEMENT
from motcua.law.records.oversight import OVERSIGHT
from motcua.law.records.petitions import PETITIONS
from motcua.law.records.surveys import SURVEYS
from motcua.law.records.telling import TELLING
from motcua.law.records.warning import WARNING
from motcua.law.rules import Rule

__all__ = ["RECORDS"]

RECORDS: tuple[Rule, ...] = (
    INTAKE + SUPPLEMENT + LATENESS + FORMS_AND_FIGURES + FEEDBACK + PETITIONS + TELLING + WARNING + SURVEYS + OVERSIGHT
)
