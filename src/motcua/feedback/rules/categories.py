"""What feedback is about, as data: code, class, Vietnamese, English. Facts: law.md §13.3.

A code once used stays; a category that is no longer offered gets `offered=False`.
"""

from dataclasses import dataclass

from motcua.acts import Refused
from motcua.feedback.rules.states import Kind

__all__ = ["CATEGORIES", "Category", "category", "kind_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One subject that people choose."""

    code: str
    kind: Kind
    vi: str
    en: str
    offered: bool = True


def _field(code: str, vi: str, en: str) -> Category:
    return Category(code=code, kind=Kind.FIELD, vi=vi, en=en)


CATEGORIES = (
    _field("lighting", "Đèn đường, chiếu sáng", "Street lights"),
    _field("drainage", "Thoát nước, ngập", "Drainage, flooding"),
    _field("rubbish", "Rác thải, vệ sinh", "Rubbish, cleanliness"),
    _field("road", "Đường hỏng, giao thông", "Damaged roads, traffic"),
    _field("pavement", "Vỉa hè, lòng đường bị lấn chiếm", "Blocked pavements"),
    _field("trees", "Cây xanh", "Trees"),
    _field("water", "Nước sạch", "Water supply"),
    _field("power", "Điện", "Electricity"),
    _field("telecom", "Cáp viễn thông", "Telephone and internet cables"),
    _field("noise", "Tiếng ồn", "Noise"),
    _field("building", "Xây dựng", "Building works"),
    _field("signs", "Quảng cáo, biển hiệu", "Advertising, signs"),
    _field("food", "An toàn thực phẩm", "Food safety"),
    _field("order", "An ninh, trật tự", "Public order"),
    _field("fire", "Phòng cháy, chữa cháy", "Fire safety"),
    Category(code="procedure", kind=Kind.RULES, vi="Thủ tục, quy định hành chính", en="Procedures and rules"),
    Category(
        code="conduct", kind=Kind.CONDUCT, vi="Thái độ phục vụ của cán bộ, công chức", en="How officers treated you"
    ),
    Category(code="proposal", kind=Kind.OTHER, vi="Kiến nghị, góp ý khác", en="Another proposal"),
)
_BY_CODE = {found.code: found for found in CATEGORIES}


def category(code: str) -> Category:
    """The category of a code. Raises Refused `feedback.category`."""
    found = _BY_CODE.get(code)
    if found is None:
        raise Refused(
            "feedback.category",
            "Chưa chọn nội dung phản ánh. Chọn một mục.",
            "Choose what this is about.",
            field="category",
        )
    return found


def kind_of(code: str) -> Kind:
    """The class of a category; OTHER for a code nobody knows any more."""
    found = _BY_CODE.get(code)
    return found.kind if found else Kind.OTHER
