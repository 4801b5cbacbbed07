"""From rows of an import, as any source gave them, to a checked `Batch`, or to a sentence for each wrong cell.

The rows have the shape of `data/starter_procedures.yaml` and `data/starter_processes.yaml`. Everything in them is
untrusted: any value may have any type.
"""

import contextlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final, TypeVar

from motcua import vietnam
from motcua.acts import Refused, Role
from motcua.clock import Limit, Unit
from motcua.offices.rules import RowError, UnitKind, Wrong
from motcua.procedures.rules.checks import check_process, errors, fits
from motcua.procedures.rules.drafts import Batch, CaseDraft, ComponentDraft, ProcessDraft, StepDraft, VersionDraft
from motcua.procedures.rules.limits import UNKNOWN, TimeLimit, limit_from, limit_text, merged, working_minutes
from motcua.procedures.rules.steps import actor_of, completed, kind_of
from motcua.procedures.rules.values import Copy, Need, OnlineLevel, StepKind, VersionStatus

__all__ = ["MOST_ROWS", "Parsed", "parse"]

E = TypeVar("E", bound=StrEnum)
D = TypeVar("D", VersionDraft, ProcessDraft)

MOST_ROWS: Final = 2000  # procedures or processes in one import; the nation has about 5,700, a ward fewer than 500
_MOST_PARTS: Final = 200  # components, steps, cases or lines of one procedure
_MOST_FEE: Final = Decimal(10**11)
_CODE: Final = re.compile(r"[0-9]\.[0-9]{6}(?:\.[A-Z0-9]{2,3}){0,6}|[A-Z][A-Z0-9-]{0,8}\.[A-Z0-9.\-]{1,48}")
_PROCESS_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,59}")
_LABELS: Final = {
    "code": "mã",
    "name": "tên",
    "title": "tên quy trình",
    "field": "lĩnh vực",
    "online": "mức trực tuyến",
    "status": "tình trạng",
    "time_limits": "thời hạn",
    "value": "thời hạn",
    "limit": "thời hạn",
    "unit": "đơn vị",
    "condition": "trường hợp",
    "fee": "lệ phí",
    "fee_text": "diễn giải phí",
    "process": "mã quy trình",
    "procedure": "mã thủ tục",
    "components": "thành phần",
    "copy": "hình thức",
    "quantity": "số lượng",
    "need": "bắt buộc",
    "exemptions": "miễn, giảm",
    "sets": "số bộ",
    "result": "kết quả",
    "legal_basis": "căn cứ pháp lý",
    "keywords": "từ khóa",
    "interlinked": "liên thông",
    "note": "ghi chú",
    "steps": "bước",
    "actor": "người thực hiện",
    "kind": "loại bước",
    "unit_kind": "nơi thực hiện",
    "role": "vị trí",
    "product": "sản phẩm",
}
_STATUSES: Final = {
    "": VersionStatus.PUBLISHED,
    "active": VersionStatus.PUBLISHED,
    "published": VersionStatus.PUBLISHED,
    "draft": VersionStatus.DRAFT,
    "repealed": VersionStatus.RETIRED,
    "retired": VersionStatus.RETIRED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A read import: a batch when nothing was wrong, the errors otherwise."""

    batch: Batch | None
    errors: tuple[RowError, ...]


def parse(rows: object) -> Parsed:
    """Read `{"procedures": […], "processes": […]}`. Never raises: whatever is wrong is an error of its row."""
    wrong = Wrong()
    if not isinstance(rows, Mapping) or not (rows.get("procedures") or rows.get("processes")):
        wrong.say("tệp", "Không thấy thủ tục hay quy trình nào trong tệp.", "No procedures or processes in the file.")
        return Parsed(batch=None, errors=tuple(wrong.errors))
    processes = _all(wrong, rows.get("processes"), "quy trình", _process)
    procedures = _all(wrong, rows.get("procedures"), "thủ tục", _version)
    _unique(wrong, (p.code for p in processes), "quy trình")
    _unique(wrong, (p.code for p in procedures), "thủ tục")
    if wrong.errors:
        return Parsed(batch=None, errors=tuple(wrong.errors))
    matched = tuple(_matched(version, processes) for version in procedures)
    return Parsed(batch=Batch(procedures=matched, processes=tuple(processes)), errors=())


def _all(wrong: Wrong, rows: object, kind: str, read: "Callable[[_Row], D]") -> "list[D]":
    if rows is None:
        return []
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        wrong.say(kind, f"Cần một danh sách không quá {MOST_ROWS} {kind}.", f"A list of at most {MOST_ROWS} is needed.")
        return []
    found = []
    for number, raw in enumerate(rows, start=1):
        where = f"{kind} {number}"
        if not isinstance(raw, Mapping):
            wrong.say(
                where, "Dòng này không đọc được: cần các ô có tên.", "This row cannot be read: named cells needed."
            )
            continue
        row = _Row(raw=raw, where=str(raw.get("_where") or where)[:80], wrong=wrong)
        before = len(wrong.errors)
        value = read(row)
        if len(wrong.errors) == before:
            found.append(value)
    return found


def _unique(wrong: Wrong, codes: Iterable[str], kind: str) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            wrong.say(f"{kind} {code}", f"Mã {code} có hai lần trong tệp.", f"Code {code} stands twice in the file.")
        seen.add(code)


# -- cells -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One row of untrusted cells."""

    raw: Mapping[Any, Any]
    where: str
    wrong: Wrong

    def at(self, name: str) -> str:
        return f"{self.where}, ô “{_LABELS.get(name, name)}”"

    def text(self, name: str, *, most: int, needed: bool = False) -> str:
        value = self.raw.get(name)
        if value is None or isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
            said = ""
            if value is not None:
                self.wrong.say(self.at(name), "Ô này cần chữ.", "This cell needs text.")
                return ""
        else:
            said = vietnam.clean(str(value)[: most * 4 + 4])
        if len(said) > most:
            self.wrong.say(self.at(name), f"Ô này dài quá {most} ký tự.", f"Longer than {most} characters.")
        if said.startswith("="):
            self.wrong.say(self.at(name), "Ô này là công thức: dán giá trị thay cho công thức.", "Paste the value.")
        if needed and not said:
            self.wrong.say(self.at(name), "Ô này còn trống.", "This cell is empty.")
        return said

    def texts(self, name: str, *, most: int = 300) -> tuple[str, ...]:
        value = self.raw.get(name)
        if value is None:
            return ()
        if isinstance(value, str):
            value = [part for part in re.split(r"[;\n]", value[: most * _MOST_PARTS]) if part.strip()]
        if not isinstance(value, list) or len(value) > _MOST_PARTS:
            self.wrong.say(self.at(name), "Cần một danh sách ngắn, cách nhau bởi dấu chấm phẩy.", "A short list.")
            return ()
        rows = [_Row(raw={name: one}, where=self.where, wrong=self.wrong) for one in value]
        return tuple(said for row in rows if (said := row.text(name, most=most)))

    def parts(self, name: str) -> "list[_Row]":
        value = self.raw.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or len(value) > _MOST_PARTS:
            self.wrong.say(self.at(name), f"Cần một danh sách không quá {_MOST_PARTS} mục.", "A short list is needed.")
            return []
        found = []
        for number, raw in enumerate(value, start=1):
            where = f"{self.where}, {_LABELS.get(name, name)} {number}"
            if isinstance(raw, Mapping):
                found.append(_Row(raw=raw, where=str(raw.get("_where") or where)[:120], wrong=self.wrong))
            else:
                self.wrong.say(where, "Mục này không đọc được: cần các ô có tên.", "Named cells are needed.")
        return found

    def number(self, name: str, *, most: Decimal, least: int = 0) -> Decimal | None:
        """A whole amount; "12.000" is twelve thousand."""
        value = self.raw.get(name)
        if value is None or value == "":
            return None
        found = Decimal("NaN")
        with contextlib.suppress(Refused, InvalidOperation):
            if isinstance(value, str):
                found = Decimal(vietnam.parse_number(value))
            elif isinstance(value, (int, Decimal, float)) and not isinstance(value, bool):
                found = Decimal(str(value))
        if not found.is_finite() or found != found.to_integral_value() or not least <= found <= most:
            self.wrong.say(self.at(name), "Ô này cần một số nguyên hợp lý.", "A sensible whole number is needed.")
            return None
        return found

    def choice(self, name: str, kind: type[E], *, default: E) -> E:
        said = self.text(name, most=60)
        if not said:
            return default
        try:
            return kind(said)
        except ValueError:
            allowed = ", ".join(kind)
            self.wrong.say(self.at(name), f"Ô này chỉ nhận: {allowed}.", f"One of: {allowed}.")
            return default

    def flag(self, name: str, *, default: bool) -> bool:
        value = self.raw.get(name, default)
        return value if isinstance(value, bool) else default

    def certainty(self) -> dict[str, Any]:
        """Flags of the source, kept flat and short: they are shown, never computed with."""
        raw = self.raw.get("certainty")
        if not isinstance(raw, Mapping):
            return {}
        kept: dict[str, Any] = {}
        for key, value in list(raw.items())[:20]:
            if isinstance(value, list):
                kept[str(key)[:40]] = [vietnam.clean(str(one)[:600]) for one in value[:20]]
            elif isinstance(value, str):
                kept[str(key)[:40]] = vietnam.clean(value[:600])
        return kept


# -- procedures ------------------------------------------------------------------------------------------------------


def _code(row: _Row) -> str:
    if isinstance(row.raw.get("code"), (float, Decimal)):
        row.wrong.say(row.at("code"), "Mã thủ tục phải là chữ (đặt trong dấu nháy).", "The code must be text (quoted).")
        return ""
    code = row.text("code", most=60, needed=True).upper()
    if code and not _CODE.fullmatch(code):
        row.wrong.say(
            row.at("code"),
            "Mã thủ tục viết như 1.001193; mã của địa phương như L.TT123.",
            "A code looks like 1.001193; a local one like L.TT123.",
        )
    return code


def _version(row: _Row) -> VersionDraft:
    status = row.text("status", most=20)
    if status not in _STATUSES:
        row.wrong.say(row.at("status"), "Tình trạng là active, draft hoặc repealed.", "active, draft or repealed.")
    cases, unknown, limit_note = _cases(row)
    sets = row.number("sets", most=Decimal(20), least=1)
    certainty = row.certainty()
    if unknown:
        certainty["flags"] = list(dict.fromkeys((*certainty.get("flags", []), *unknown)))
    if limit_note:
        certainty["limit_note"] = limit_note
    return VersionDraft(
        code=_code(row),
        name=row.text("name", most=400, needed=True),
        field=row.text("field", most=120, needed=True),
        online=row.choice("online", OnlineLevel, default=OnlineLevel.PARTIAL),
        cases=cases,
        components=tuple(_component(part) for part in row.parts("components")),
        fee_text=row.text("fee_text", most=2000),
        exemptions=row.texts("exemptions"),
        sets=int(sets or 1),
        result=row.text("result", most=400),
        legal_basis=row.texts("legal_basis"),
        keywords=row.texts("keywords", most=80),
        interlinked=row.text("interlinked", most=2000),
        note=row.text("note", most=4000),
        unit=row.text("unit", most=40),
        status=_STATUSES.get(status, VersionStatus.DRAFT),
        certainty=certainty,
    )


def _cases(row: _Row) -> tuple[tuple[CaseDraft, ...], list[str], str]:
    """The cases, a flag for each limit the source does not publish (it makes no case), an only limit's condition."""
    parts = row.parts("time_limits")
    default_fee = row.number("fee", most=_MOST_FEE)
    read: list[tuple[TimeLimit, _Row]] = []
    unknown: list[str] = []
    for part in parts:
        condition = part.text("condition", most=400)
        try:
            limit = _limit(part)
        except Refused as no:
            part.wrong.no(part.at("value"), no)
            continue
        if limit is None:
            unknown.append(f"Nguồn không công bố thời hạn{': ' if condition else ''}{condition}")
            continue
        if part.raw.get("unit") == "immediate":
            unknown.append(f"Nguồn ghi “ngay”, hiểu là trong ngày{': ' if condition else ''}{condition}")
        read.append((TimeLimit(limit=limit, condition=condition), part))
    by_condition = {it.condition: part for it, part in reversed(read)}
    kept = merged([it for it, _ in read])
    limit_note = ""
    if len(kept) == 1 and kept[0].condition:  # the condition of an only limit names no case
        limit_note = kept[0].condition
    cases = []
    for number, it in enumerate(kept):
        part = by_condition.get(it.condition) or read[number][1]
        own = part.number("fee", most=_MOST_FEE)
        cases.append(
            CaseDraft(
                limit=it.limit or Limit(value=Decimal(1), unit=Unit.SAME_DAY),
                name=it.condition if len(kept) > 1 else "",
                fee=own if own is not None else default_fee,
                process=part.text("process", most=60),
            )
        )
    return tuple(cases), unknown, limit_note


def _limit(part: _Row) -> Limit | None:
    unit = part.text("unit", most=40)
    if not unit:
        said = part.text("limit", most=80)
        return limit_text(said) if said else None
    value = part.raw.get("value")
    if isinstance(value, (bool, list, dict)):
        raise Refused("limit.number", "Thời hạn phải là một con số.", "A limit must be a number.")
    return limit_from(str(value)[:40] if value is not None else None, UNKNOWN if unit == UNKNOWN else unit)


def _component(row: _Row) -> ComponentDraft:
    quantity = row.number("quantity", most=Decimal(100), least=1)
    return ComponentDraft(
        name=row.text("name", most=600, needed=True),
        copy=row.choice("copy", Copy, default=Copy.ORIGINAL),
        quantity=int(quantity or 1),
        need=row.choice("need", Need, default=Need.REQUIRED),
    )


# -- processes -------------------------------------------------------------------------------------------------------


def _process(row: _Row) -> ProcessDraft:
    code = row.text("code", most=60, needed=True)
    if code and not _PROCESS_CODE.fullmatch(code):
        row.wrong.say(row.at("code"), "Mã quy trình gồm chữ, số, dấu chấm và gạch nối.", "Letters, digits, . and -.")
    parts = row.parts("steps")
    steps = tuple(_step(part, first=n == 1, last=n == len(parts)) for n, part in enumerate(parts, start=1))
    if not steps:
        row.wrong.say(row.at("steps"), "Quy trình chưa có bước nào.", "The process has no steps.")
    steps, added = completed(steps)
    certainty = row.certainty()
    if added:
        certainty["flags"] = [*certainty.get("flags", []), "Nguồn không ghi bước trả kết quả, thêm khi nạp"]
    limit = None
    total = row.raw.get("limit")
    if isinstance(total, Mapping):
        try:
            limit = _limit(_Row(raw=total, where=f"{row.where}, limit", wrong=row.wrong))
        except Refused as no:
            row.wrong.no(row.at("limit"), no)
    return ProcessDraft(
        code=code,
        title=row.text("title", most=400, needed=True),
        steps=steps,
        limit=limit,
        procedure=row.text("procedure", most=60),
        decision=row.text("decision", most=200),
        certainty=certainty,
    )


def _step(row: _Row, *, first: bool, last: bool) -> StepDraft:
    """A step. Kind, unit and role may be given; otherwise they follow from the words of the source."""
    name = row.text("name", most=300, needed=True)
    actor = row.text("actor", most=300)
    doer = actor_of(actor, stage=row.text("stage", most=60))
    kind = row.choice("kind", StepKind, default=kind_of(name, doer=doer, first=first, last=last))
    if kind in {StepKind.INTAKE, StepKind.RETURN}:
        doer = (UnitKind.CENTRE, Role.COUNTER)  # received and returned at one place, whoever the source names
    limit = None
    try:
        limit = _limit(row)
    except Refused as no:
        row.wrong.no(row.at("value"), no)
    return StepDraft(
        kind=kind,
        name=name,
        unit_kind=row.choice("unit_kind", UnitKind, default=doer[0]),
        role=row.choice("role", Role, default=doer[1]),
        limit=limit,
        actor_text=actor,
        product=row.text("product", most=300),
        can_send_back=row.flag("can_send_back", default=kind is not StepKind.INTAKE),
        can_pause=row.flag("can_pause", default=True),
        must_note=row.flag("must_note", default=False),
        must_result=row.flag("must_result", default=False),
    )


# -- which case runs by which process --------------------------------------------------------------------------------


def _matched(version: VersionDraft, processes: Iterable[ProcessDraft]) -> VersionDraft:
    """Give a procedure's published process to the case it was written for: the one whose limit is the process's total.

    Where no limit is the same, the first case it fits. A process that fits no case, or whose own steps exceed the
    total its source prints, is given to none.
    """
    own = [p for p in processes if p.procedure == version.code and not errors(check_process(p))]
    cases = list(version.cases)
    for process in own:
        open_cases = [n for n, case in enumerate(cases) if not case.process and fits(process.steps, limit=case.limit)]
        same = [n for n in open_cases if process.limit and _equal(process.limit, cases[n].limit)]
        for n in (same or open_cases)[:1]:
            cases[n] = replace(cases[n], process=process.code)
    return version if not own else replace(version, cases=tuple(cases))


def _equal(one: Limit, other: Limit) -> bool:
    working = working_minutes(one)
    return one == other or (working is not None and working == working_minutes(other))
