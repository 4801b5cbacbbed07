"""A file that is looked at first and taken in with the next request: its bytes come back and are read anew."""

import base64
import binascii

from django import forms
from django.http import HttpRequest

from motcua.acts import Refused

__all__ = ["kept", "sent"]


def kept(content: bytes) -> str:
    """The bytes as the hidden field `kept` carries them back."""
    return base64.b64encode(content).decode()


def sent(request: HttpRequest, form: forms.Form) -> tuple[str, bytes]:
    """Name and bytes of the file just chosen, or of the one in `kept`. Raises Refused `upload.none`, `upload.kept`."""
    file = form.cleaned_data.get("file")
    if file is not None:
        return str(file.name), file.read()
    held = request.POST.get("kept", "")
    if not held:
        raise Refused("upload.none", "Chưa chọn tệp.", "No file was chosen.", field="file")
    try:
        return request.POST.get("name", "")[:200], base64.b64decode(held, validate=True)
    except (binascii.Error, ValueError):
        raise Refused(
            "upload.kept", "Bản xem trước đã hỏng. Chọn lại tệp.", "The preview is damaged. Choose the file again."
        ) from None
