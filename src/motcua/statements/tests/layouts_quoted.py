"""Sentences around a table: they say its figures again, or tell of another time, unit or group."""

from motcua.statements.tests.layouts import Layout

__all__ = ["QUOTED"]

_TABLE = """\
| Lĩnh vực | Tiếp nhận | Đã giải quyết | Đúng hạn | Quá hạn | Đang giải quyết | Tỷ lệ đúng hạn (%) |
|---|---|---|---|---|---|---|
| Hộ tịch | 412 | 405 | 398 | 7 | 7 | 98,3 |
| Chứng thực | 906 | 906 | 906 | 0 | 0 | 100 |
| Đất đai | 233 | 201 | 187 | 14 | 32 | 93,0 |
| Xây dựng | 88 | 80 | 78 | 2 | 8 | 97,5 |
| Tổng cộng | 1.639 | 1.592 | 1.569 | 23 | 47 | 98,6 |
"""


def _layout(name: str, above: str = "", below: str = "", slips: tuple[tuple[str, str], ...] = ()) -> Layout:
    return Layout(name=name, text=f"{above}\n\n{_TABLE}\n{below}\n", slips=slips)


QUOTED: tuple[Layout, ...] = (
    _layout(
        "rate of all below",
        below="Như vậy, tỷ lệ giải quyết đúng hạn toàn xã đạt 98,6%.",
        slips=(("đạt 98,6", "đạt 96,8"),),
    ),
    _layout(
        "rate of a row below",
        below="Lĩnh vực đất đai có tỷ lệ đúng hạn thấp nhất, chỉ 93,0%.",
        slips=(("chỉ 93,0", "chỉ 90,3"),),
    ),
    _layout(
        "count of a row below",
        below="Nhiều nhất là chứng thực với 906 hồ sơ tiếp nhận.",
        slips=(("với 906", "với 960"),),
    ),
    _layout(
        "counts of all above",
        above="Trong 9 tháng, xã tiếp nhận 1.639 hồ sơ, đã giải quyết 1.592 hồ sơ, đang giải quyết 47 hồ sơ, cụ thể:",
        slips=(("1.639 hồ", "1.693 hồ"), ("giải quyết 47 hồ", "giải quyết 74 hồ")),
    ),
    _layout(
        "settled late above",
        above="Đã giải quyết 1.592 hồ sơ; trong đó 23 hồ sơ quá hạn. Chi tiết:",
        slips=(("1.592 hồ", "1.529 hồ"),),
    ),
    _layout(
        "land alone",
        above="Riêng lĩnh vực đất đai tiếp nhận 233 hồ sơ, còn 32 hồ sơ đang giải quyết.",
        slips=(("nhận 233", "nhận 223"),),
    ),
    _layout(
        "two rows together",
        below="Hai lĩnh vực hộ tịch và chứng thực tiếp nhận 1.318 hồ sơ, chiếm 80,4% tổng số hồ sơ.",
    ),
    _layout(
        "last year",
        above="Cùng kỳ năm trước tiếp nhận 1.369 hồ sơ. Năm nay tiếp nhận 1.639 hồ sơ, tăng 270 hồ sơ.",
        slips=(("tăng 270", "tăng 207"),),
    ),
    _layout("other topic", above="Trong kỳ, xã tiếp 1.593 lượt công dân và nhận 1.632 phiếu đánh giá."),
    _layout("plan", above="Kế hoạch năm là tiếp nhận 1.693 hồ sơ; chỉ tiêu đúng hạn 96,8%."),
    _layout("earlier month", above="Tính đến tháng 8, xã đã tiếp nhận 1.369 hồ sơ, đã giải quyết 1.329 hồ sơ."),
    _layout("other unit", above="Phường bên tiếp nhận 1.693 hồ sơ, đã giải quyết 1.529 hồ sơ."),
    _layout("of online only", above="Hồ sơ trực tuyến: tiếp nhận 1.369 hồ sơ, đã giải quyết 1.329 hồ sơ."),
)
