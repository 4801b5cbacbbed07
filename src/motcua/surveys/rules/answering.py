"""When an answer is taken, and what is flagged. Nothing is dropped in silence: what is odd is taken and marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from motcua import law
from motcua.acts import Actor, Refused, Role
from motcua.clock import ZONE
from motcua.surveys.rules.instruments import Instrument

__all__ = [
    "Flag",
    "Sheet",
    "Way",
    "checked",
    "flags_of",
    "least",
    "link_open",
    "may_open_tablet",
    "may_tap",
    "month_of",
    "of_link",
]

LONGEST_WORDS = 1000


class Way(StrEnum):
    """How an answer came."""

    LINK = "link"  # the address that one dossier's applicant has
    TABLET = "tablet"  # the tablet at the counter: anybody who was served


class Flag(StrEnum):
    """What is odd about an answer."""

    FAST = "fast"  # filled in faster than people read
    BURST = "burst"  # more answers within an hour than a counter serves people
    REPEAT = "repeat"  # the same taps right after one another on one tablet
    INSIDE = "inside"  # sent by a browser in which an officer is signed in


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The answers to one instrument: question key → value."""

    instrument: Instrument
    choices: Mapping[str, int]


def least(on: date) -> int:
    """The fewest answers that are ever shown as a rate."""
    return law.rule("SURVEY_LEAST", on=on).whole


def month_of(at: datetime) -> date:
    """All that is kept of when somebody answered: the first day of that month."""
    return at.astimezone(ZONE).date().replace(day=1)


def checked(sheet: Sheet) -> dict[str, int]:
    """The answers of a sheet, each on its scale. Raises Refused `survey.choice`, `survey.missing`, naming the field."""
    questions = {q.key: q for q in sheet.instrument.questions}
    for key, value in sheet.choices.items():
        if key not in questions or value not in {option.value for option in questions[key].options}:
            raise Refused(
                "survey.choice",
                "Có câu trả lời không nằm trong thang. Chọn lại.",
                "An answer is not on its scale. Choose again.",
                field=f"{sheet.instrument.code}-{key}",
            )
    for question in sheet.instrument.questions:
        if question.must and question.key not in sheet.choices:
            raise Refused(
                "survey.missing",
                f"Còn câu chưa trả lời: {question.vi}",
                f"Please answer: {question.en}",
                field=f"{sheet.instrument.code}-{question.key}",
            )
    return dict(sheet.choices)


def of_link(*, returned_at: datetime | None, at: datetime) -> None:
    """An invitation holds from the return for SURVEY_LINK_DAYS. Raises Refused `survey.early`, `survey.over`."""
    if returned_at is None or at < returned_at:
        raise Refused(
            "survey.early",
            "Hồ sơ chưa trả kết quả. Mời ông bà trả lời sau khi nhận.",
            "The result has not been handed over yet. Please answer after you have it.",
        )
    if not link_open(returned_at=returned_at, at=at):
        raise Refused(
            "survey.over",
            "Lời mời này đã hết hạn. Cảm ơn ông bà đã quan tâm.",
            "This invitation has ended. Thank you for your interest.",
        )


def link_open(*, returned_at: datetime | None, at: datetime) -> bool:
    """Whether an invitation may be answered at a moment."""
    if returned_at is None or at < returned_at:
        return False
    days = law.rule("SURVEY_LINK_DAYS", on=returned_at.astimezone(ZONE).date()).whole
    return at <= returned_at + timedelta(days=days)


def flags_of(
    *, seconds: float | None, at: datetime, recent: int = 0, repeated: bool = False, inside: bool = False
) -> list[str]:
    """What is odd: `seconds` of filling in (None: not known), answers of the tablet in the hour, same taps again."""
    day = at.astimezone(ZONE).date()
    odd = {
        Flag.FAST: seconds is not None and seconds < law.rule("SURVEY_MIN_FILL_SECONDS", on=day).whole,
        Flag.BURST: recent >= law.rule("SURVEY_TABLET", on=day).part("hourly"),
        Flag.REPEAT: repeated,
        Flag.INSIDE: inside,
    }
    return [flag.value for flag, is_so in odd.items() if is_so]


def may_open_tablet(by: Actor) -> None:
    """Who works at the counter, or directs it, sets a tablet up there."""
    if not by.has(Role.COUNTER, Role.DIRECTOR):
        raise Refused(
            "forbidden",
            "Công chức một cửa hoặc giám đốc trung tâm bật máy tính bảng khảo sát.",
            "An officer of the counter or the director sets up the tablet.",
        )


def may_tap(*, closes_at: datetime, closed_at: datetime | None, answered_at: datetime | None, at: datetime) -> None:
    """A tablet takes answers while it is open, one every few seconds. Raises Refused `tablet.closed`, `tablet.soon`."""
    if closed_at is not None or at >= closes_at:
        raise Refused(
            "tablet.closed",
            "Máy tính bảng này đã tắt. Công chức ở quầy bật lại giúp ông bà.",
            "This tablet is switched off. An officer can switch it on again.",
        )
    pause = law.rule("SURVEY_TABLET", on=at.astimezone(ZONE).date()).part("cooldown_seconds")
    if answered_at is not None and at < answered_at + timedelta(seconds=pause):
        raise Refused(
            "tablet.soon",
            "Phiếu trước vừa gửi. Chờ vài giây rồi bấm lại.",
            "The last answer was just sent. Wait a few seconds and tap again.",
        )
