"""Files checked: the one place where the bytes of a file become a report. No database, no Django."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from time import monotonic

from motcua.acts import Refused
from motcua.checker import gateways
from motcua.checker.rules import checked
from motcua.statements.telling.report import Report

__all__ = ["Checked", "File", "checked_content", "checked_files"]

READERS = 3  # files read at once: each with a format is read in a process of its own, of up to 1 GB

File = tuple[str, Callable[[], bytes]]  # its name, and how its bytes are had


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file and what was found in it, or why it could not be read."""

    name: str
    found: Report | Refused

    @property
    def unread(self) -> bool:
        """Whether it could not be read."""
        return isinstance(self.found, Refused)

    @property
    def fails(self) -> bool:
        """Whether a figure of it does not agree."""
        return isinstance(self.found, Report) and bool(self.found.wrong)


def checked_content(content: bytes) -> Report:
    """The bytes of one file, read and checked. Raises Refused like `gateways.text_of` and `rules.checked`."""
    return checked(gateways.text_of(content))


def checked_files(files: Sequence[File], *, seconds: float | None = None) -> Iterator[Checked]:
    """Each file in the order given, read a few at once; one that cannot be read stops no other.

    After `seconds` none is begun any more: a page is waited for, and keeps others waiting.
    """
    until = None if seconds is None else monotonic() + seconds
    with ThreadPoolExecutor(max_workers=READERS) as pool:
        yield from pool.map(partial(_checked, until), files)


def _checked(until: float | None, file: File) -> Checked:
    name, read = file
    if until is not None and monotonic() > until:
        return Checked(name=name, found=_LATE)
    try:
        return Checked(name=name, found=checked_content(read()))
    except Refused as no:
        return Checked(name=name, found=_EMPTY if no.code == _EMPTY.code else no)


_LATE = Refused(
    "checker.late",
    "Chưa kịp đọc: những tệp trước nặng quá. Kiểm tệp này riêng.",
    "Not read: the files before it took too long. Check this one by itself.",
    field="file",
)
_EMPTY = Refused("checker.empty", "Tệp này không có chữ nào.", "There is no text in this file.", field="file")
