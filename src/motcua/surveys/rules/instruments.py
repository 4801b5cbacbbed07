"""An instrument: what is asked, on which scale, from which day. A version that was answered never changes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from motcua.acts import Refused

__all__ = ["FACTORS", "SCALES", "Instrument", "Option", "Question", "read"]

MOST_QUESTIONS: Final = 30
LONGEST: Final = 300

# Factors as they are shown: Vietnamese, English. The first five are those of the satisfaction index (law.md §7.3).
FACTORS: Final[Mapping[str, tuple[str, str]]] = {
    "access": ("Tiếp cận dịch vụ", "Access"),
    "procedures": ("Thủ tục hành chính", "Procedures"),
    "officers": ("Người phục vụ", "Officers"),
    "result": ("Kết quả", "Result"),
    "feedback": ("Tiếp nhận góp ý", "Handling of comments"),
    "i3": ("Chỉ số 3: số lần liên hệ", "Indicator 3: contacts"),
    "i4": ("Chỉ số 4: số nơi phải liên hệ", "Indicator 4: offices contacted"),
    "i7": ("Chỉ số 7: thái độ", "Indicator 7: attitude"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that may be chosen: its value (points of the scale) and its words."""

    value: int
    vi: str
    en: str


def _scale(*options: tuple[int, str, str]) -> tuple[Option, ...]:
    return tuple(Option(value=value, vi=vi, en=en) for value, vi, en in options)


# `five` counts as satisfied from 4 up; the others give the points of the evaluation, 0 to 2.
SCALES: Final[Mapping[str, tuple[Option, ...]]] = {
    "five": _scale(
        (5, "Rất hài lòng", "Very satisfied"),
        (4, "Hài lòng", "Satisfied"),
        (3, "Bình thường", "Neither"),
        (2, "Không hài lòng", "Dissatisfied"),
        (1, "Rất không hài lòng", "Very dissatisfied"),
    ),
    "contacts": _scale((2, "Không lần nào", "Never"), (1, "Một lần", "Once"), (0, "Hai lần trở lên", "Twice or more")),
    "agencies": _scale(
        (2, "Không nơi nào", "None"),
        (1, "Chỉ Bộ phận Một cửa", "Only the one-stop counter"),
        (0, "Nơi khác nữa", "Others as well"),
    ),
    "attitude": _scale(
        (2, "Không, còn tận tình", "No, they were helpful"),
        (1, "Không", "No"),
        (0, "Có, bị gây phiền hà", "Yes, I was given trouble"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; `must` asks for an answer before the sheet is taken."""

    key: str
    factor: str
    scale: str
    vi: str
    en: str
    must: bool = True

    @property
    def options(self) -> tuple[Option, ...]:
        """What may be chosen, the best first."""
        return SCALES[self.scale]

    @property
    def factor_words(self) -> str:
        """The factor in Vietnamese."""
        return FACTORS[self.factor][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A version of an instrument. `way` is where it is asked; `headline` the question whose answers are people."""

    code: str
    version: int
    vi: str
    en: str
    way: str
    headline: str
    starts: date
    questions: tuple[Question, ...]
    source: str = ""

    @property
    def satisfaction(self) -> bool:
        """Whether the headline is on the scale of satisfaction; else the sheet gives points."""
        return self.question(self.headline).scale == "five"

    def question(self, key: str) -> Question:
        """A question by its key. KeyError when there is none."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)

    @property
    def digest(self) -> str:
        """SHA-256 over what is asked: an answer keeps it, so that nobody changes a question afterwards."""
        body = json.dumps(self.body(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(body.encode()).hexdigest()

    def body(self) -> dict[str, Any]:
        """The version as plain data, as `read` takes it."""
        return {
            "code": self.code,
            "version": self.version,
            "title": {"vi": self.vi, "en": self.en},
            "way": self.way,
            "headline": self.headline,
            "starts": self.starts.isoformat(),
            "source": self.source,
            "questions": [
                {"key": q.key, "factor": q.factor, "scale": q.scale, "vi": q.vi, "en": q.en, "must": q.must}
                for q in self.questions
            ],
        }


def read(body: object) -> Instrument:
    """An instrument from plain data. Raises Refused `survey.instrument` with what is wrong, for whoever wrote it."""
    data = _mapping(body, "phiếu hỏi")
    title = _mapping(data.get("title"), "title")
    questions = data.get("questions")
    if not isinstance(questions, list) or not 1 <= len(questions) <= MOST_QUESTIONS:
        raise _wrong(f"Phiếu hỏi cần từ 1 đến {MOST_QUESTIONS} câu.")
    found = tuple(_question(entry) for entry in questions)
    if len({q.key for q in found}) != len(found):
        raise _wrong("Hai câu hỏi có cùng mã (key).")
    headline = _text(data.get("headline"), "headline")
    if headline not in {q.key for q in found if q.must}:
        raise _wrong(f"Câu chính (headline) “{headline}” không có trong các câu phải trả lời.")
    way = _text(data.get("way"), "way")
    if way not in {"link", "tablet"}:
        raise _wrong("way là link hoặc tablet.")
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version < 10_000:
        raise _wrong("version là số từ 1.")
    return Instrument(
        code=_text(data.get("code"), "code", most=20),
        version=version,
        vi=_text(title.get("vi"), "title.vi"),
        en=_text(title.get("en"), "title.en"),
        way=way,
        headline=headline,
        starts=_day(data.get("starts")),
        questions=found,
        source=_text(data.get("source") or "–", "source"),
    )


def _question(entry: object) -> Question:
    data = _mapping(entry, "câu hỏi")
    key, factor, scale = (_text(data.get(name), name, most=20) for name in ("key", "factor", "scale"))
    if not key.isascii() or not key.isidentifier():
        raise _wrong(f"Mã câu hỏi “{key}” chỉ gồm chữ không dấu, số và gạch dưới.")
    if factor not in FACTORS:
        raise _wrong(f"Yếu tố “{factor}” không có; có: {', '.join(FACTORS)}.")
    if scale not in SCALES:
        raise _wrong(f"Thang “{scale}” không có; có: {', '.join(SCALES)}.")
    must = data.get("must", True)
    return Question(
        key=key,
        factor=factor,
        scale=scale,
        vi=_text(data.get("vi"), f"{key}.vi"),
        en=_text(data.get("en"), f"{key}.en"),
        must=must is True,
    )


def _mapping(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(f"Thiếu hoặc sai phần {what}.")
    return value


def _text(value: object, what: str, *, most: int = LONGEST) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        raise _wrong(f"Mục {what} phải là chữ, dài không quá {most}.")
    return value.strip()


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _wrong("Mục starts là ngày, viết như 2027-01-01.") from None


def _wrong(vi: str) -> Refused:
    return Refused("survey.instrument", vi, "The instrument is not well formed.", field="file")
