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


def ward_sentence(*, late: int, unapologised: int, today: int, total: int) -> Sentence:
    """How the promises of a ward, or of a unit, stand now."""
    if not total:
        return Sentence(tone="calm", rest="Không còn lời hẹn nào đang mở.")
    due = f"{vietnam.number(today)} lời hẹn phải giữ trong hôm nay." if today else "Hôm nay không lời hẹn nào đến hạn."
    if not late:
        return Sentence(tone="calm", rest=f"Không lời hẹn nào trễ. {due}")
    broken = f"{vietnam.number(late)} lời hẹn đã trễ, "
    broken += f"{vietnam.number(unapologised)} chưa có lời xin lỗi." if unapologised else "tất cả đã có lời xin lỗi."
    return Sentence(tone="late", broken=broken, rest=due)
