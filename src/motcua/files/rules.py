"""What may be stored: types recognised by their first bytes, size, a safe name."""

import re
import unicodedata

from motcua.acts import Refused

__all__ = ["LARGEST", "clean_name", "media_type"]

LARGEST = 25 * 1024 * 1024  # bytes of one paper

_MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "application/pdf"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"II*\x00", 0, "image/tiff"),
    (b"MM\x00*", 0, "image/tiff"),
    (b"ftypheic", 4, "image/heic"),
    (b"ftypmif1", 4, "image/heic"),
    (b"PK\x03\x04", 0, "application/zip"),  # docx, xlsx, odt: kept, never opened here
)


def media_type(content: bytes) -> str:
    """The type that the bytes themselves show. Refused `file.*` for empty, too large or unknown content."""
    if not content:
        raise Refused("file.empty", "Tệp này rỗng. Chọn lại tệp.", "This file is empty. Choose it again.")
    if len(content) > LARGEST:
        raise Refused(
            "file.large",
            "Tệp này lớn hơn 25 MB. Quét lại ở 200 dpi hoặc tách thành nhiều tệp.",
            "This file is larger than 25 MB. Scan it again at 200 dpi or split it.",
        )
    for magic, at, kind in _MAGIC:
        if content[at : at + len(magic)] == magic:
            return kind
    raise Refused(
        "file.type",
        "Chỉ nhận PDF, ảnh (JPEG, PNG, TIFF, HEIC) hoặc văn bản Word, Excel.",
        "Only PDF, images (JPEG, PNG, TIFF, HEIC) or Word and Excel documents are taken.",
    )


def clean_name(name: str) -> str:
    """A name without paths, control characters or tricks of writing direction, at most 200 characters."""
    last = re.split(r"[\\/]", name)[-1]
    kept = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    return kept.strip()[:200] or "tep"
