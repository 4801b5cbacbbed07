"""What is told of some of any group of people, so that others of a list have it too: women, party members."""

import re
from collections.abc import Sequence

from motcua.statements.signs.figures import Figure

__all__ = ["crossing", "of_each"]

_TRAITS = tuple(  # each with the words for those that have it not
    (re.compile(rf"(?<!\w)(?:{one})(?!\w)"), re.compile(rf"(?<!\w)(?:{other})(?!\w)"))
    for one, other in (
        ("(?<![Pp]hụ )(?:nữ|Nữ)|women|female", "nam|Nam|men|male"),
        ("đảng viên|Đảng viên", "quần chúng|ngoài đảng|đoàn viên|chưa|không"),
        ("dân tộc(?: thiểu số)?", "kinh|Kinh"),
        ("trẻ tuổi|tuổi trẻ|dưới \\d+ tuổi", "già|trên"),
        ("ngoài [Đđ]ảng", "đảng viên|Đảng viên|trong [Đđ]ảng"),
    )
)


_SEVERAL = 2  # traits of one list: who has one may have the next
_HAVE = re.compile(  # things of which one may have several: "214 hộ có điện, 46 hộ có máy tính"
    r"\d (?:[^\W\d]+ ){0,2}?(?<!chỉ )(?:có|have|had|own) (?!từ|một|hai|ba|bốn|trên|dưới|kết quả|only|one|two|no)[^\W\d]"
)
_EACH = re.compile(r"(?<!\w)(?:mỗi|each|per)(?!\w)", re.IGNORECASE)


def of_each(figure: Figure) -> bool:
    """Whether it is what each of several has: "mỗi căn 30 triệu đồng"."""
    return _EACH.search(figure.words) is not None


def crossing(parts: Sequence[Figure]) -> bool:
    """Whether one part has a trait that the others may have as well, or the text says that some are in two parts.

    So it is when it counts what each of a part has: "12 chi đoàn mỗi nơi 2 phần việc".

    "70 đại biểu (đại biểu nữ 21, đảng viên 17, khách mời 8)".
    """
    if any(part.overlaps or of_each(part) for part in parts):
        return True
    if len(parts) > 1 and all(_HAVE.search(part.words) for part in parts):
        return True
    told = [[trait.search(part.words) is not None for part in parts] for trait, _ in _TRAITS]
    some = [place for place, having in enumerate(told) if any(having) and not all(having)]
    if len(some) > _SEVERAL:
        return True
    if any(part.rest or part.others for part in parts):
        return False
    return any(not any(_TRAITS[place][1].search(part.words) for part in parts) for place in some)
