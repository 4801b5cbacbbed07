"""How much is checked at once, how often anybody may ask, who may keep what. Pure; ours, not law (28/11/2026)."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua import vietnam
from motcua.acts import Actor, ActorKind, Refused
from motcua.clock import ZONE
from motcua.statements.checking import MOST_FIGURES, Verdict, check
from motcua.statements.telling.report import Report, report
from motcua.tries.rules import Window

__all__ = [
    "ASKING",
    "LONGEST",
    "LONGEST_TITLE",
    "MOST_FILES",
    "OFFICERS",
    "PATIENCE",
    "ROWS",
    "Counts",
    "checked",
    "counted",
    "discarded",
    "few_enough",
    "fingerprint",
    "in_order",
    "kept_already",
    "may_keep",
    "readable",
    "title_of",
    "total",
]

LONGEST = 60_000  # characters: some thirty pages
ROWS = 500  # lines of tables
MOST_FILES = 40  # files at once
PATIENCE = 40  # seconds: none of several files is begun later
LONGEST_TITLE = 200  # characters
# One try is one statement. Strangers are counted by their address, officers by who they are: a superior with the
# reports of 170 wards sends them in five goes.
ASKING = (Window(kind="check", length=timedelta(minutes=10), most=60),)
OFFICERS = (Window(kind="check_officer", length=timedelta(minutes=10), most=400),)


def readable(text: str) -> str:
    """The text as it is checked: NFC, one kind of line end, nothing unreadable.

    Raises Refused `checker.empty`, `checker.long`, `checker.rows`.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = "\n".join("\t".join(vietnam.clean(cell) for cell in line.split("\t")) for line in lines).strip("\n ")
    if not kept.strip():
        raise Refused(
            "checker.empty",
            "Chưa có chữ nào để kiểm. Dán báo cáo vào ô hoặc chọn tệp.",
            "There is no text to check. Paste the report or choose a file.",
            field="text",
        )
    if len(kept) > LONGEST:
        most = vietnam.number(LONGEST)
        raise Refused(
            "checker.long",
            f"Báo cáo dài quá: {vietnam.number(len(kept))} ký tự, tối đa {most}. Chia ra từng phần rồi kiểm.",
            f"The report is too long: {len(kept):,} characters, at most {LONGEST:,}. Check it part by part.",
            field="text",
        )
    if sum("\t" in line or line.count("|") > 1 for line in kept.split("\n")) > ROWS:
        raise Refused(
            "checker.rows",
            f"Bảng dài quá {ROWS} hàng. Chỉ gửi phần cần kiểm, giữ hàng tiêu đề và hàng tổng.",
            f"The table has more than {ROWS} rows. Send the part to check, with its heading and its total.",
            field="text",
        )
    return kept


def checked(text: str) -> Report:
    """Read, check and tell. Raises Refused like `readable`, and `checker.figures` when there are too many figures."""
    reading = check(readable(text))
    if reading.read_to < len(reading.text):
        raise Refused(
            "checker.figures",
            f"Bài có hơn {vietnam.number(MOST_FIGURES)} con số. Chia ra từng phần rồi kiểm.",
            f"The text has more than {MOST_FIGURES:,} figures. Check it part by part.",
            field="text",
        )
    return report(reading)


def in_order(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """The period of a comparison, whichever end was named first; none at all is no comparison.

    Raises Refused `checker.days` when one end is missing.
    """
    if first is None and last is None:
        return None, None
    if first is None or last is None:
        raise Refused(
            "checker.days",
            "Đối chiếu với sổ thì ghi cả hai ngày.",
            "To compare with the records give both days.",
            field="first" if first is None else "last",
        )
    return min(first, last), max(first, last)


# many files


def few_enough(files: int) -> None:
    """Raises Refused `checker.files` when there are too many files for one go."""
    if files > MOST_FILES:
        raise Refused(
            "checker.files",
            f"{files} tệp là nhiều quá: mỗi lần tối đa {MOST_FILES} tệp. Chọn ít hơn, kiểm vài lần.",
            f"{files} files are too many: at most {MOST_FILES} at once. Choose fewer and check several times.",
            field="file",
        )


def total(*, files: int, wrong: int, unread: int, english: bool) -> str:
    """One sentence over several files: how many have figures that do not agree, how many could not be read."""
    if english:
        fails = f"{wrong} with figures that do not agree" if wrong else "no figure found that does not agree"
        return f"{files:,} files: {fails}{f', {unread} that could not be read' if unread else ''}."
    fails = f"{wrong} có số không khớp" if wrong else "không thấy số nào không khớp"
    return f"{vietnam.number(files)} tệp: {fails}{f', {unread} không đọc được' if unread else ''}."


# keeping


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many checks of each verdict a statement had."""

    failing: int
    truncated: int
    consistent: int
    undetermined: int


def counted(found: Report) -> Counts:
    """The checks of a statement by their verdict."""
    return Counts(
        failing=len(found.wrong),
        truncated=found.counts[Verdict.TRUNCATED],
        consistent=found.counts[Verdict.CONSISTENT],
        undetermined=found.counts[Verdict.UNDETERMINED],
    )


def fingerprint(text: str) -> str:
    """The SHA-256 of a text as it was checked, in hexadecimal: what the ledger knows of it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def title_of(text: str, *, file: str = "") -> str:
    """What a statement is called until somebody calls it otherwise: the name of its file, or its first line."""
    first = vietnam.clean(file) or next(filter(None, map(vietnam.clean, text.split("\n"))), "")
    if len(first) <= LONGEST_TITLE:
        return first
    return first[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def may_keep(by: Actor) -> None:
    """Whoever holds a position keeps statements, for themselves. Raises Refused `forbidden`."""
    if by.kind is not ActorKind.PERSON or not by.roles:
        raise Refused(
            "forbidden",
            "Bạn không giữ vị trí nào ở phường hôm nay nên chưa giữ lại được.",
            "You hold no position in this ward today, so nothing can be kept.",
        )


def kept_already(kept_at: datetime) -> Refused:
    """The no to keeping the same text twice."""
    when, local = vietnam.moment(kept_at, kept_at.date(), year=True), kept_at.astimezone(ZONE)
    return Refused(
        "statement.kept",
        f"Bạn đã giữ bài này: {when}.",
        f"You have kept this text already: {local:%d/%m/%Y, %H:%M}.",
    )


def discarded(discarded_at: datetime) -> Refused:
    """The no to whatever is asked of a statement whose text is gone."""
    when, local = vietnam.moment(discarded_at, discarded_at.date(), year=True), discarded_at.astimezone(ZONE)
    return Refused(
        "statement.discarded",
        f"Bạn đã bỏ bài này: {when}. Chữ của bài đã xóa.",
        f"You discarded this: {local:%d/%m/%Y, %H:%M}. Its text is erased.",
    )
