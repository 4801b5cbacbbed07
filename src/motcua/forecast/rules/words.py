"""A forecast in plain Vietnamese: never a percentage without what was counted."""

from dataclasses import dataclass
from datetime import date

from motcua import vietnam
from motcua.clock import Span, SpanKind
from motcua.forecast.rules.chance import Level, Odds
from motcua.forecast.rules.experience import WHOLE

__all__ = [
    "APOLOGISE",
    "Desk",
    "Sentence",
    "away_words",
    "basis",
    "board_sentence",
    "give_words",
    "length",
    "levelling_sentence",
    "mark",
    "percent_of",
    "queue_words",
    "reason",
]

APOLOGISE = "Soạn phiếu xin lỗi trước khi trễ"
_TOP = 99  # nothing is certain before it happened
_LEVELS = {
    Level.PROCEDURE: "cùng thủ tục",
    Level.FIELD: "cùng lĩnh vực",
    Level.WARD: "của cả phường",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """On whose desk the step lies: their name (empty: nobody's), how much lies there, how much usually, when away."""

    holder: str
    now: float
    usual: float
    away: tuple[date, date] | None = None


def percent_of(chance: float) -> int:
    """A chance as a whole percentage from 1 to 99: nobody knows more than that."""
    return min(max(round(chance * 100), 1), _TOP)


def mark(found: Odds) -> str:
    """The mark on a desk, with what was counted: `có thể trễ 70 % (28/40)`. Nothing without a chance."""
    if found.chance is None:
        return ""
    counted = f"{vietnam.number(found.late)}/{vietnam.number(found.n)}"
    return f"có thể trễ {percent_of(found.chance)} % ({counted})"


def length(minutes: int, *, per_day: int) -> str:
    """Working time in words: `3 ngày 2 giờ`."""
    span = Span(kind=SpanKind.SPENT, minutes=minutes, minutes_per_day=per_day)
    return span.words().removesuffix(" làm việc")


def basis(found: Odds, *, least: int) -> str:
    """What was counted, with its denominator: `13 trong 40 hồ sơ trước đây cùng thủ tục … không kịp`."""
    if found.chance is None:
        return f"Chưa đủ dữ liệu: cần ít nhất {least} hồ sơ đã xong từng qua bước này."
    n, late = vietnam.number(found.n), vietnam.number(found.late)
    whose = _LEVELS[found.level]
    if found.slower:
        return f"Chậm hơn hầu hết hồ sơ trước đây; trong {n} hồ sơ {whose} chậm nhất ở bước này, {late} sẽ không kịp."
    return f"Trong {n} hồ sơ {whose} từng ở đây với chừng này thời gian, {late} sẽ không kịp."


def reason(*, step: str, usual: int | None, left: int, found: Odds, total: int, per_day: int, desk: Desk) -> str:
    """Why, in two sentences: the step's usual time, what the rest took, what is left; whose desk and how full."""
    parts = []
    if usual is not None and usual > 0:
        parts.append(f"bước “{step}” thường mất {length(usual, per_day=per_day)}")
    if found.need is not None:
        since = "sau bước này" if found.slower else "từ đây"
        parts.append(f"{since} đến xong thường còn {length(found.need * total // WHOLE, per_day=per_day)}")
    parts.append(f"hẹn còn {length(left, per_day=per_day)}" if left else "giờ hẹn đã hết")
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}. {queue_words(desk)}"


def away_words(away: tuple[date, date]) -> str:
    """`nghỉ thứ Năm 26/11`, `nghỉ từ thứ Năm 26/11 đến thứ Sáu 27/11`."""
    first, last = away
    return f"nghỉ {vietnam.day(first)}" if first == last else f"nghỉ từ {vietnam.day(first)} đến {vietnam.day(last)}"


def queue_words(desk: Desk) -> str:
    """Whose desk it lies on, how much is there and when they are away."""
    now, usual = round(desk.now), round(desk.usual)
    than = f", thường {usual}" if usual and usual != now else ""
    if not desk.holder:
        return f"Chưa giao ai; hàng chờ của đơn vị có {now} việc{than}."
    away = f", {away_words(desk.away)}" if desk.away else ""
    return f"{desk.holder} đang có {now} việc{than}{away}."


def give_words(*, name: str, now: int, percent: int | None) -> str:
    """To whom to give a step, how much lies there, and the chance of being late then, where it falls."""
    then = f" (khả năng trễ còn {percent} %)" if percent is not None else ""
    return f"Giao cho {name}, đang có {now} việc{then}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The sentence that opens a page: `broken` would turn red, which a forecast never does; `tone` is its bar."""

    tone: str
    rest: str
    broken: str = ""


def board_sentence(*, at_risk: int, running: int, unknown: int) -> Sentence:
    """How many of the dossiers that run may be late."""
    if not running:
        return Sentence(tone="calm", rest="Không hồ sơ nào đang chạy.")
    if unknown == running:
        return Sentence(tone="calm", rest="Chưa đủ hồ sơ đã xong để nói trước điều gì.")
    of = vietnam.number(running)
    if not at_risk:
        return Sentence(tone="calm", rest=f"Trong {of} hồ sơ đang chạy, chưa thấy hồ sơ nào có thể trễ.")
    few = vietnam.number(at_risk)
    return Sentence(tone="now", rest=f"{few} trong {of} hồ sơ đang chạy có thể trễ; bây giờ còn kịp giúp.")


def levelling_sentence(*, moves: int, over: int) -> Sentence:
    """How the load stands and what is suggested."""
    if not over:
        return Sentence(tone="calm", rest="Không ai có nhiều việc hơn sức đến hết tuần.")
    people = f"{vietnam.number(over)} người có nhiều việc hơn sức đến hết tuần"
    if not moves:
        return Sentence(tone="now", rest=f"{people}; không còn ai cùng vị trí để san bớt.")
    return Sentence(tone="now", rest=f"{people}; {vietnam.number(moves)} lần chuyển việc dưới đây san bớt được.")
