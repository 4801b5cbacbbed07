"""The administrator's door of this room; every officer reads the catalogue (`ui.doors.officer`)."""

from motcua.accounts.rules import may_administer
from motcua.ui.doors import officer_who

__all__ = ["administrator"]

administrator = officer_who(may_administer)
