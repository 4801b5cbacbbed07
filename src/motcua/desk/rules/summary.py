"""The sentence that opens the overview. Source: LOOK.md (leader)."""

from dataclasses import dataclass

from motcua import vietnam

__all__ = ["Sentence", "ward_sentence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """`broken` turns red; `tone` is the bar: late, now or calm."""

    tone: str
    broken: str = ""
    rest: str = ""


def ward_sentence(*, late: int, unapologised: int, today: int, total: int, ended: int = 0) -> Sentence:
    """How the promises of a ward, or of a unit, stand now.

    `late` are open; `unapologised` are open, were or are late, and nobody said sorry; `ended` are over and the same.
    """
    due = f"{vietnam.number(today)} lời hẹn phải giữ trong hôm nay." if today else "Hôm nay không lời hẹn nào đến hạn."
    if not total:
        due = "Không còn lời hẹn nào đang mở."
    if not (late or unapologised or ended):
        return Sentence(tone="calm", rest=f"Không lời hẹn nào trễ. {due}" if total else due)
    if late and not ended and unapologised <= late:
        owed = f"{vietnam.number(unapologised)} chưa có lời xin lỗi" if unapologised else "tất cả đã có lời xin lỗi"
        return Sentence(tone="late", broken=f"{vietnam.number(late)} lời hẹn đã trễ, {owed}.", rest=due)
    parts = [f"{vietnam.number(n)} hồ sơ {words}" for n, words in ((unapologised, "đang mở"), (ended, "đã xong")) if n]
    broken = f"{vietnam.number(late)} lời hẹn đang mở đã trễ. " if late else ""
    return Sentence(tone="late", broken=f"{broken}Trễ mà chưa có lời xin lỗi: {', '.join(parts)}.", rest=due)
