"""What the pages of warnings send."""

from django import forms
from django.utils.translation import gettext_lazy as _

__all__ = ["See"]


class See(forms.Form):
    """Up to when the page that was read knew of warnings."""

    until = forms.DateTimeField(error_messages={"required": _("Mở lại trang rồi bấm lần nữa.")})
