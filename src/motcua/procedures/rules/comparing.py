"""What an import would change: old → new by field, in words an administrator reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from motcua import vietnam
from motcua.procedures.rules.drafts import ProcessDraft, StepDraft, VersionDraft
from motcua.procedures.rules.sheets import SPOKEN
from motcua.procedures.rules.values import VersionStatus

__all__ = ["Change", "Difference", "compared"]


class Change(StrEnum):
    """What happens to one row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One procedure or process: what becomes of it, and each field that changes as (label, old, new)."""

    code: str
    name: str
    kind: str  # "procedure" or "process"
    change: Change
    fields: tuple[tuple[str, str, str], ...] = ()


def compared(
    old: Mapping[str, VersionDraft | ProcessDraft], new: Iterable[VersionDraft | ProcessDraft]
) -> tuple[Difference, ...]:
    """Compare what is in force, by code, with what would be imported, in the order of the import."""
    return tuple(_one(old.get(it.code), it) for it in new)


def _one(old: VersionDraft | ProcessDraft | None, new: VersionDraft | ProcessDraft) -> Difference:
    said = _said(new)
    before = _said(old) if old is not None else {}
    fields = tuple(
        (label, before.get(label, ""), value) for label, value in said.items() if before.get(label, "") != value
    )
    change = Change.NEW if old is None else Change.CHANGED if fields else Change.UNCHANGED
    name = new.name if isinstance(new, VersionDraft) else new.title
    kind = "procedure" if isinstance(new, VersionDraft) else "process"
    return Difference(
        code=new.code, name=name, kind=kind, change=change, fields=fields if change is Change.CHANGED else ()
    )


def _said(it: VersionDraft | ProcessDraft) -> dict[str, str]:
    return _version(it) if isinstance(it, VersionDraft) else _process(it)


def _version(it: VersionDraft) -> dict[str, str]:
    return {
        "Tên": it.name,
        "Lĩnh vực": it.field,
        "Mức trực tuyến": SPOKEN[it.online.value],
        "Trường hợp, thời hạn": _lines(
            f"{case.name or 'mặc định'}: {case.limit.words()}, {_fee(case.fee)}"
            + (f", quy trình {case.process}" if case.process else "")
            for case in it.cases
        ),
        "Thành phần hồ sơ": _lines(
            f"{c.name} ({c.quantity} {SPOKEN[c.copy.value]}, {SPOKEN[c.need.value]})" for c in it.components
        ),
        "Phí, lệ phí": it.fee_text,
        "Miễn, giảm": _lines(it.exemptions),
        "Số bộ": str(it.sets),
        "Kết quả": it.result,
        "Căn cứ": _lines(it.legal_basis),
        "Từ khóa": _lines(it.keywords),
        "Liên thông": it.interlinked,
        "Ghi chú": it.note,
        "Độ tin cậy": _lines(f"{key}: {_flat(value)}" for key, value in sorted(it.certainty.items())),
        "Tình trạng": "bãi bỏ" if it.status is VersionStatus.RETIRED else "",
    }


def _process(it: ProcessDraft) -> dict[str, str]:
    return {
        "Tên": it.title,
        "Các bước": _lines(f"{n}. {_step(s)}" for n, s in enumerate(it.steps, start=1)),
    }


def _step(it: StepDraft) -> str:
    said = [
        SPOKEN[it.kind.value],
        f"{SPOKEN[it.unit_kind.value]}, {SPOKEN.get(it.role.value, it.role.value)}"
        if it.unit_kind and it.role
        else "chưa ghi ai làm",
        it.limit.words() if it.limit else "không tính thời gian",
        it.actor_text,
        it.product,
        *(
            words
            for words, differs in (
                ("không trả lại", not it.can_send_back),
                ("không tạm dừng", not it.can_pause),
                ("phải ghi ý kiến", it.must_note),
                ("phải có kết quả", it.must_result),
            )
            if differs
        ),
    ]
    return f"{it.name} ({', '.join(word for word in said if word)})"


def _fee(fee: Decimal | None) -> str:
    return "phí theo HĐND tỉnh" if fee is None else vietnam.money(int(fee))


def _flat(value: object) -> str:
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)


def _lines(lines: Iterable[str]) -> str:
    return "; ".join(lines)
