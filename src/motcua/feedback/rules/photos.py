"""A photo that strangers send: what it may be, its size in pixels, and no trace of where and by whom it was taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from motcua.acts import Refused

__all__ = ["LARGEST", "MOST", "Photo", "read"]

LARGEST = 8 * 1024 * 1024  # bytes of one photo; a telephone's is 2 to 5 MB
MOST = 3  # photos of one feedback
_WIDEST = 20_000  # pixels; more is no photo but a trap
_PIXELS = 100_000_000

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_SOF = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_SCAN, _ORIENTATION = 0xDA, 0x0112
_KEPT_APP = frozenset({0xE0, 0xE2, 0xEE})  # JFIF, colour profile, Adobe: no word about a person in them
_KEPT_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A cleaned photo: its bytes without metadata, its size as it is shown."""

    content: bytes
    width: int
    height: int


def _no(code: str, vi: str, en: str) -> Refused:
    return Refused(code, vi, en, field="photo")


def _odd() -> Refused:
    return _no(
        "photo.damaged", "Ảnh này hỏng, không đọc được. Chọn ảnh khác.", "This photo is damaged. Choose another."
    )


def read(content: bytes) -> Photo:
    """A JPEG or PNG without its metadata (place, device, time, comments); only how it is turned is kept.

    Raises Refused `photo.large`, `photo.type`, `photo.damaged`.
    """
    if len(content) > LARGEST:
        raise _no("photo.large", "Ảnh này lớn hơn 8 MB. Chọn ảnh nhỏ hơn.", "This photo is larger than 8 MB.")
    try:
        if content.startswith(_JPEG):
            found = _jpeg(content)
        elif content.startswith(_PNG):
            found = _png(content)
        else:
            raise _no("photo.type", "Chỉ nhận ảnh JPEG hoặc PNG.", "Only JPEG or PNG photos are taken.")
    except (IndexError, ValueError):
        raise _odd() from None
    sides = (found.width, found.height)
    if min(sides) < 1 or max(sides) > _WIDEST or sides[0] * sides[1] > _PIXELS:
        raise _odd()
    return found


def _jpeg(content: bytes) -> Photo:
    kept, size, turned, ended = [_JPEG], (0, 0), 1, False
    for marker, part in _segments(content):
        if marker == 0xE1:
            turned = _turned(part[4:]) or turned
        elif marker in _KEPT_APP or not 0xE0 <= marker <= 0xFE:
            kept.append(part)
        if marker in _SOF:
            size = _int(part[5:7]), _int(part[7:9])
        ended = marker == _SCAN
    if not ended or size == (0, 0):
        raise _odd()
    if turned != 1:
        kept.insert(1, _turn(turned))
    height, width = size if turned < 5 else size[::-1]
    return Photo(content=b"".join(kept), width=width, height=height)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of a JPEG; the last is the picture itself up to its end, without what was appended behind it."""
    at = 2
    while True:
        marker = content[at + 1]
        if content[at] != 0xFF or marker == 0xD8:
            raise _odd()
        if marker == 0xFF:  # padding
            at += 1
            continue
        length = _int(content[at + 2 : at + 4])
        if length < 2 or at + 2 + length > len(content):
            raise _odd()
        if marker == _SCAN:
            end = content.rfind(b"\xff\xd9")
            if end < at:
                raise _odd()
            yield marker, content[at : end + 2]
            return
        yield marker, content[at : at + 2 + length]
        at += 2 + length


def _turned(exif: bytes) -> int:
    """How the camera was held (1 to 8), 0 when it does not say."""
    if not exif.startswith(b"Exif\x00\x00"):
        return 0
    tiff = exif[6:]
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    start = int.from_bytes(tiff[4:8], order)
    for n in range(min(int.from_bytes(tiff[start : start + 2], order), 200)):
        entry = tiff[start + 2 + 12 * n : start + 14 + 12 * n]
        if int.from_bytes(entry[:2], order) == _ORIENTATION:
            held = int.from_bytes(entry[8:10], order)
            return held if 1 <= held <= 8 else 0
    return 0


def _turn(how: int) -> bytes:
    """The smallest metadata that says how a photo is turned, and nothing else."""
    entry = _ORIENTATION.to_bytes(2, "little") + b"\x03\x00\x01\x00\x00\x00" + how.to_bytes(4, "little")
    body = b"Exif\x00\x00" + b"II*\x00\x08\x00\x00\x00\x01\x00" + entry + b"\x00\x00\x00\x00"
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body


def _int(raw: bytes) -> int:
    """A number as photos write it, the large end first; too few bytes are a damaged photo."""
    if len(raw) not in {2, 4}:
        raise ValueError(raw)
    return int.from_bytes(raw, "big")


def _png(content: bytes) -> Photo:
    kept, size, at, ended = [_PNG], (0, 0), len(_PNG), False
    while not ended:
        length = _int(content[at : at + 4])
        kind = content[at + 4 : at + 8]
        part = content[at : at + 12 + length]
        if len(part) != 12 + length:
            raise _odd()
        if kind == b"IHDR":
            size = _int(part[8:12]), _int(part[12:16])
        if kind in _KEPT_CHUNKS or kind in {b"IDAT", b"IEND"}:
            kept.append(part)
        ended = kind == b"IEND"
        at += 12 + length
    return Photo(content=b"".join(kept), width=size[0], height=size[1])
