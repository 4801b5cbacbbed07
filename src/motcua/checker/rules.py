"""How much text is checked at once, and how often anybody may ask. Pure; ours, not law (28/11/2026)."""

from datetime import date, timedelta

from motcua import vietnam
from motcua.acts import Refused
from motcua.statements.checking import MOST_FIGURES, check
from motcua.statements.report import Report, report
from motcua.tries.rules import Window

__all__ = ["ASKING", "LONGEST", "ROWS", "checked", "in_order", "readable"]

LONGEST = 60_000  # characters: some thirty pages
ROWS = 500  # lines of tables
ASKING = (Window(kind="check", length=timedelta(minutes=10), most=60),)


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
