"""The nine indicators of a one-stop, 0/1/2 each, and what the sums are called.

Source: TT 01/2018 art. 13–15, law.md §7.2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from motcua import law

__all__ = ["INDICATORS", "Band", "Grade", "Indicator", "Scored", "band", "grade", "points", "total"]

TENTH: Final = Decimal("0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """An indicator: its number and name, whether each dossier is scored, and where its number comes from."""

    number: int
    name: str
    each: bool  # one score a dossier, averaged to one decimal
    asked: bool  # people are asked; else it is computed from our records
    how: str


INDICATORS: Final = (
    Indicator(
        number=1,
        name="Tổng thời gian giải quyết so với quy định",
        each=True,
        asked=False,
        how="Từ lời hẹn của từng hồ sơ đã giải quyết: trước hạn 2, đúng hạn 1, quá hạn 0.",
    ),
    Indicator(
        number=2,
        name="Thời gian của từng cơ quan, đơn vị",
        each=True,
        asked=False,
        how="Từ lời hẹn của từng bước: trước hạn 2, đúng hạn 1, quá hạn 0; tính trung bình các bước.",
    ),
    Indicator(
        number=3,
        name="Số lần phải liên hệ để hoàn thiện hồ sơ",
        each=True,
        asked=True,
        how="Hỏi người dân: không lần nào 2, một lần 1, hai lần trở lên 0.",
    ),
    Indicator(
        number=4,
        name="Số nơi phải liên hệ để hoàn thiện hồ sơ",
        each=True,
        asked=True,
        how="Hỏi người dân: không nơi nào 2, chỉ Bộ phận Một cửa 1, nơi khác nữa 0.",
    ),
    Indicator(
        number=5,
        name="Tỷ lệ thủ tục nhận và trả tại một cửa",
        each=False,
        asked=False,
        how="Từ danh mục: cấp xã đủ 100 % thủ tục đang áp dụng được 2 điểm; thiếu thì 0.",
    ),
    Indicator(
        number=6,
        name="Công khai thủ tục",
        each=False,
        asked=False,
        how="Từ trang công khai: mọi thủ tục đủ tên, thành phần, thời hạn, căn cứ, kết quả được 1 điểm."
        " Điểm thứ hai cần thấy bảng niêm yết, phần mềm không thấy được nên không cho.",
    ),
    Indicator(
        number=7,
        name="Thái độ khi hướng dẫn, tiếp nhận, giải quyết",
        each=True,
        asked=True,
        how="Hỏi người dân: tận tình 2, không phiền hà 1, bị gây phiền hà 0."
        " Thông tư tính theo phản ánh, kiến nghị: xem thêm ở phòng phản ánh.",
    ),
    Indicator(
        number=8,
        name="Xử lý phản ánh, kiến nghị",
        each=False,
        asked=False,
        how="Từ lời hẹn trả lời phản ánh: không có hoặc 100 % đúng hạn 2, từ 90 % 1, thấp hơn 0.",
    ),
    Indicator(
        number=9,
        name="Dịch vụ công trực tuyến",
        each=False,
        asked=False,
        how="Từ hồ sơ nhận trong kỳ: từ 30 % trực tuyến 2, từ 15 % 1; có hồ sơ trực tuyến quá hạn thì 0."
        " Phần về tỷ lệ thủ tục trực tuyến chưa tính.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An indicator's points and the fraction they come from; None: not enough answers, or nothing to count."""

    indicator: Indicator
    points: Decimal | None
    over: str = ""
    answers: int = 0


class Grade(StrEnum):
    """What an agency's sum is called; the words are its names in Vietnamese papers."""

    EXCELLENT = "xuất sắc"
    GOOD = "tốt"
    FAIR = "khá"
    AVERAGE = "trung bình"
    WEAK = "yếu"


class Band(StrEnum):
    """What an officer's sum of the five per-dossier indicators stands for."""

    WHOLE = "hoàn thành 100 % nhiệm vụ"
    PART = "hoàn thành từ 70 đến dưới 100 % nhiệm vụ"
    LITTLE = "hoàn thành dưới 70 % nhiệm vụ"


def points(counts: Mapping[int, int]) -> Decimal | None:
    """The average of scores (score → how many), one decimal, half up; None of nothing."""
    whole = sum(counts.values())
    if not whole:
        return None
    return (Decimal(sum(score * n for score, n in counts.items())) / whole).quantize(TENTH, rounding=ROUND_HALF_UP)


def total(scored: Sequence[Scored]) -> Decimal | None:
    """The sum of all nine; None while one of them is not known: a sum of eight is no evaluation."""
    known = [one.points for one in scored if one.points is not None]
    return sum(known, Decimal(0)) if len(known) == len(INDICATORS) else None


def grade(value: Decimal, *, on: date) -> Grade:
    """What a sum of at most 18 is called on a day."""
    rule = law.rule("ONE_STOP_GRADES", on=on)
    for name, words in (
        ("excellent", Grade.EXCELLENT),
        ("good", Grade.GOOD),
        ("fair", Grade.FAIR),
        ("average", Grade.AVERAGE),
    ):
        if value >= rule.part(name):
            return words
    return Grade.WEAK


def band(value: Decimal, *, on: date) -> Band:
    """What an officer's sum of at most 10 stands for on a day. The record keeps tenths of a point."""
    rule = law.rule("ONE_STOP_OFFICER_BANDS", on=on)
    if value * 10 >= rule.part("whole"):
        return Band.WHOLE
    return Band.PART if value * 10 >= rule.part("part") else Band.LITTLE
