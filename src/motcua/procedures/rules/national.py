"""The national portal's `LayThuTuc` answer as rows of our import. Facts: vn_peers.md §2.2. Everything is untrusted."""

from collections.abc import Mapping
from typing import Any, Final

from motcua import vietnam

__all__ = ["from_national", "is_national"]

_UNITS: Final = {
    "ngay lam viec": "working_days",
    "ngay": "calendar_days",
    "gio lam viec": "working_hours",
    "gio": "working_hours",  # the portal's hours are working hours: 56 giờ stands there for 7 working days
    "thang": "months",
}
_ONLINE: Final = {"2": "information", "3": "partial", "4": "full"}
_MOST: Final = 200


def is_national(raw: object) -> bool:
    """Whether a JSON value is one `LayThuTuc` answer or a list of them."""
    many = _list(raw)
    return bool(many) and all(isinstance(one, Mapping) and "MATTHC" in one for one in many)


def from_national(raw: object) -> dict[str, Any]:
    """Rows for `parse`. A channel with its own limit is not a case of its own unless the limit differs."""
    return {"procedures": [_procedure(one, n) for n, one in enumerate(_list(raw), start=1)]}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _said(value: object) -> str:
    return vietnam.clean(str(value)[:4000]) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _first(value: object, *names: str) -> str:
    for one in _list(value):
        if isinstance(one, Mapping):
            for name in names:
                if _said(one.get(name)):
                    return _said(one.get(name))
        elif _said(one):
            return _said(one)
    return ""


def _all(value: object, *names: str) -> list[str]:
    return [said for one in _list(value)[:_MOST] if (said := _first([one], *names))]


def _procedure(one: Mapping[str, Any], number: int) -> dict[str, Any]:
    ways = [way for way in _list(one.get("CACHTHUCTHUCHIEN")) if isinstance(way, Mapping)]
    return {
        "_where": f"thủ tục {number} ({_said(one.get('MATTHC'))[:40]})",
        "code": _said(one.get("MATTHC")),
        "name": _said(one.get("TENTTHC")),
        "field": _first(one.get("LINHVUCTHUCHIEN"), "TENLINHVUC"),
        "online": _ONLINE.get(_said(one.get("MUCDO")), "partial"),
        "time_limits": _limits(ways),
        **_fee(ways),
        "components": _components(one.get("THANHPHANHOSO")),
        "result": "; ".join(_all(one.get("KETQUATHUCHIEN"), "TENKETQUA", "KETQUA"))[:400],
        "legal_basis": _all(one.get("CANCUPHAPLY"), "TENVANBAN", "SOVANBAN", "SOHIEU"),
        "certainty": {"overall": "high", "sources": ["DVCQG"]},
    }


def _limits(ways: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each different limit once, in the order of the channels."""
    kept: dict[tuple[str, str], dict[str, Any]] = {}
    for way in ways:
        value, unit = _said(way.get("THOIGIANGIAIQUYET")), _UNITS.get(vietnam.fold(_said(way.get("DONVITINH"))), "")
        if not value:
            continue
        row: dict[str, Any] = (
            {"value": value.replace(",", "."), "unit": unit}
            if unit
            else {"limit": f"{value} {_said(way.get('DONVITINH'))}"}
        )
        kept.setdefault((value, unit), {**row, "condition": _said(way.get("MOTA"))[:400]})
    return list(kept.values()) or [{"unit": "not_published"}]


def _fee(ways: list[Mapping[str, Any]]) -> dict[str, Any]:
    fees = [fee for way in ways for fee in _list(way.get("PHILEPHI")) if isinstance(fee, Mapping)]
    amounts = {_said(fee.get("SOTIEN")) for fee in fees} - {""}
    said = "; ".join(dict.fromkeys(_said(fee.get("MOTA")) for fee in fees if _said(fee.get("MOTA"))))
    return {"fee": amounts.pop() if len(amounts) == 1 else None, "fee_text": said[:2000]}


def _components(value: object) -> list[dict[str, Any]]:
    papers = [
        paper
        for group in _list(value)
        if isinstance(group, Mapping)
        for paper in (_list(group["GIAYTO"]) if "GIAYTO" in group else [group])
        if isinstance(paper, Mapping)
    ]
    return [
        {
            "name": _said(paper.get("TENGIAYTO"))[:600],
            "copy": "copy" if not _count(paper, "SOBANCHINH") and _count(paper, "SOBANSAO") else "original",
            "quantity": str(_count(paper, "SOBANCHINH") or _count(paper, "SOBANSAO") or 1),
        }
        for paper in papers
    ]


def _count(paper: Mapping[str, Any], name: str) -> int:
    said = _said(paper.get(name))
    return int(said) if said.isdecimal() and len(said) < 4 else 0
