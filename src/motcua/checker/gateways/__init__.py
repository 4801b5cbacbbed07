"""Files in: the text of a DOCX, XLSX, XLS, ODS, CSV, PDF or plain text; tables as lines with tabs. Nothing is kept."""

import re
import subprocess
import sys

from motcua.acts import Refused
from motcua.checker.gateways.exits import Exit

__all__ = ["LARGEST", "text_of"]

LARGEST = 10 * 2**20  # bytes of a file: a report of a ward has rarely one
LONGEST = 12  # seconds that a reading may take
BINARY = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
MARKED = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|meta|table)\b", re.IGNORECASE
)  # some systems' "XLS"


def text_of(content: bytes) -> str:
    """The text of a file, told by its bytes, not by its name.

    Plain text is read here; what has a format is read in a process of its own (see files.py).
    Raises Refused `checker.` and one of large, format, scan, damaged, old, locked, heavy.
    """
    if len(content) > LARGEST:
        raise Refused(
            "checker.large",
            f"Tệp lớn hơn {LARGEST // 2**20} MB. Chỉ gửi phần có số liệu.",
            f"The file is larger than {LARGEST // 2**20} MB. Send the part with figures only.",
            field="file",
        )
    return _apart(content) if content.startswith(BINARY) or MARKED.match(content) else _plain(content)


def _plain(content: bytes) -> str:
    if content.startswith(b"{\\rtf"):
        raise _refused(Exit.FORMAT)
    marked = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1258"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise _refused(Exit.FORMAT)


def _apart(content: bytes) -> str:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "motcua.checker.gateways.files"],
            input=content,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _refused(Exit.HEAVY) from None
    if done.returncode == Exit.READ:
        return done.stdout.decode()
    raise _refused(Exit(done.returncode) if done.returncode in set(Exit) else Exit.HEAVY)


def _refused(code: Exit) -> Refused:
    words, vi, en = _WHY[code]
    return Refused(f"checker.{words}", vi, en, field="file")


_WHY = {
    Exit.DAMAGED: (
        "damaged",
        "Không đọc được tệp này: tệp hỏng. Mở ra, chép chữ rồi dán vào ô.",
        "This file cannot be read: it is damaged. Open it, copy the text and paste it.",
    ),
    Exit.FORMAT: (
        "format",
        "Không đọc được loại tệp này. Dùng DOCX, XLSX, CSV, PDF có chữ, hoặc dán chữ vào ô.",
        "This kind of file cannot be read. Use DOCX, XLSX, CSV, a PDF with text, or paste the text.",
    ),
    Exit.SCAN: (
        "scan",
        "Tệp PDF này chỉ có hình, không có chữ. Gửi bản có chữ, hoặc gõ các số vào ô.",
        "This PDF has pictures only and no text. Send one with text, or type the figures.",
    ),
    Exit.OLD: (
        "old",
        "Tệp Word đời cũ (.doc) chưa đọc được. Mở ra, lưu thành DOCX rồi gửi lại.",
        "A Word file of the old kind (.doc) cannot be read. Open it, save it as DOCX and send that.",
    ),
    Exit.LOCKED: (
        "locked",
        "Tệp có mật khẩu. Mở ra, bỏ mật khẩu hoặc chép chữ rồi dán vào ô.",
        "The file has a password. Open it, remove the password or copy the text and paste it.",
    ),
    Exit.HEAVY: (
        "heavy",
        "Tệp này nặng quá, đọc mãi không xong. Chép phần có số liệu rồi dán vào ô.",
        "This file is too heavy to read. Copy the part with figures and paste it.",
    ),
}
