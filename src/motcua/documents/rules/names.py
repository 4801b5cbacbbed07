"""Numbers and titles of the official forms: law as data, one table for each set of forms in force."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from motcua.acts import Refused

__all__ = ["FormName", "FormSet", "name_of"]


class FormSet(StrEnum):
    """The circular whose forms are in force; the value of the dated rule FORM_SET."""

    TT01_2018 = "TT01-2018"
    TT03_2025 = "TT03-2025"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormName:
    """How a form is called: its number in the set ("" outside the set), its title, the text it comes from."""

    number: str = ""
    title: str
    source: str = ""


_TT01: Final = "Thông tư 01/2018/TT-VPCP"
_TT03: Final = "Thông tư 03/2025/TT-VPCP"
_RECEIPT: Final = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
_COMPLETION: Final = "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
_REFUSAL: Final = "Phiếu từ chối tiếp nhận giải quyết hồ sơ"
_CONTROL: Final = "Phiếu kiểm soát quá trình giải quyết hồ sơ"
_REGISTER: Final = "Sổ theo dõi hồ sơ"

_IN_SET: Final = {
    FormSet.TT01_2018: {
        "receipt": FormName(number="01", title=_RECEIPT, source=_TT01),
        "completion": FormName(number="02", title=_COMPLETION, source=_TT01),
        "refusal": FormName(number="03", title=_REFUSAL, source=_TT01),
        "apology": FormName(number="04", title="Phiếu xin lỗi và hẹn lại ngày trả kết quả", source=_TT01),
        "control": FormName(number="05", title=_CONTROL, source=_TT01),
        "register": FormName(number="06", title=_REGISTER, source=_TT01),
    },
    FormSet.TT03_2025: {
        "receipt": FormName(number="01", title=_RECEIPT, source=_TT03),
        "completion": FormName(number="02", title=_COMPLETION, source=_TT03),
        "refusal": FormName(number="03", title=_REFUSAL, source=_TT03),
        "apology": FormName(number="04", title="Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", source=_TT03),
        "stop": FormName(number="05", title="Thông báo dừng giải quyết hồ sơ", source=_TT03),
        "control": FormName(number="06", title=_CONTROL, source=_TT03),
        "register": FormName(number="07", title=_REGISTER, source=_TT03),
    },
}
_OUTSIDE: Final = {
    "fee_receipt": FormName(title="Biên lai thu phí, lệ phí"),
    "hand_over": FormName(title="Danh sách bàn giao hồ sơ"),
    "hand_over_results": FormName(title="Phiếu bàn giao kết quả"),
    "report_ii06a": FormName(
        number="II.06a",
        title="Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan trực tiếp giải quyết",
        source="Thông tư 01/2020/TT-VPCP",
    ),
}


def name_of(*, kind: str, form_set: FormSet) -> FormName:
    """The number and title of a form in a set.

    Raises Refused `documents.not_in_set` when the set has no such form (TT 01/2018: no notice of stopping).
    Source: TT 01/2018/TT-VPCP art. 9-10; TT 03/2025/TT-VPCP, appendix I.
    """
    found = _OUTSIDE.get(kind) or _IN_SET[form_set].get(kind)
    if found is None:
        title = _IN_SET[FormSet.TT03_2025][kind].title
        raise Refused(
            "documents.not_in_set",
            f"Bộ mẫu của {_TT01} không có mẫu “{title}”. Mẫu này có từ {_TT03}.",
            f"The forms of circular 01/2018 have no “{title}”; it came with circular 03/2025.",
            source=_TT03,
        )
    return found
