"""Two cells of a table that changed places are told by what they break; what no exchange explains raises no alarm."""

import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.tests.failing import failing


def table(*rows: str) -> str:
    """A table with bars, its head first."""
    head, *body = [f"| {row} |" for row in rows]
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *body])


def told(text: str) -> set[frozenset[tuple[str, str]]]:
    """What stands out as the correction of each check that fails: what is printed, what is right; {} when none does."""
    read = check(text)
    return {
        frozenset(
            (str(read.known.quantities[which].value), str(value))
            for which, value in (one.changes[0].values if one.told else ())
        )
        for one in read.checks
        if one.verdict is Verdict.INCONSISTENT
    }


_IN_A_ROW = "ca;vao;xe;bo\n1;219;138;81\n2;187;64;123\n3;240;95;145\ngop;646;297;349"
_IN_A_COLUMN = table(
    "Tổ | Nhập | Bán | Trong kho", "Muối | 413 | 371 | 42", "Đường | 305 | 222 | 83", "Hết | 718 | 593 | 125"
)
_OF_FOUR = table(
    "Bến | Lượt | Ghe | Xuồng | Phà",
    "Ván | 940 | 510 | 260 | 170",
    "Trẹm | 775 | 402 | 318 | 55",
    "Đò | 1.715 | 912 | 578 | 225",
)
_NO_MARGIN = table(
    "Bản | Khẩu | Trong tuổi | Ngoài tuổi",
    "Nà | 1.204 | 733 | 471",
    "Pác | 986 | 602 | 384",
    "Lũng | 845 | 519 | 326",
    "Khau | 713 | 455 | 258",
)
_TWO_COLUMNS = table("Trạm | Cấp | Thu", "Hạ | 318 | 127", "Trung | 264 | 99", "Thượng | 405 | 236", "Cộng | 987 | 462")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (_IN_A_ROW, "64", "123"),
        (_IN_A_ROW, "240", "95"),
        (_IN_A_COLUMN, "42", "83"),
        (_IN_A_COLUMN, "413", "305"),
        (_OF_FOUR, "260", "318"),
        (_OF_FOUR, "170", "55"),
        (_NO_MARGIN, "471", "384"),
        (_NO_MARGIN, "519", "455"),
        (_TWO_COLUMNS, "264", "99"),
    ],
)
def test_two_cells_that_changed_places(text: str, one: str, other: str) -> None:
    assert not told(text)
    changed = text.replace(one, "#", 1).replace(other, one, 1).replace("#", other, 1)
    assert told(changed) == {frozenset({(one, other), (other, one)})}


@pytest.mark.parametrize(
    "text",
    [
        # a group without a column
        table("Ấp | Có | Ra | Ở", "Ao | 52 | 40 | 12", "Gò | 47 | 31 | 14", "Đa | 66 | 50 | 16", "Kỳ | 165 | 121 | 42"),
        table("Ấp | Có | Ra | Ở", "Ao | 52 | 40 | 10", "Gò | 47 | 31 | 14", "Đa | 66 | 50 | 15", "Kỳ | 165 | 121 | 39"),
        table("Đội | Vào | Ra | Ở", "Một | 12 | 7 | 4", "Hai | 19 | 15 | 4", "Ba | 11 | 5 | 6", "Cộng | 42 | 27 | 14"),
        "doi;vao;ra;o;ty\nI;125;80;40;64,0\nII;190;150;40;78,9\nIII;160;120;40;75,0\nIV;240;180;60;75,0\nK;715;530;180;74,1",
        "loai,vao,ra,hong\nA,310,250,45\nB,287,260,27\nC,190,150,31\ntat,787,660,103",
        # columns that have nothing to do with each other
        table("Chợ | Sạp | Lượt | Vé", "Gạo | 34 | 210 | 118", "Cá | 41 | 265 | 97", "Cộng | 75 | 475 | 215"),
        "tuan;goi;den;doi\n1;45;30;28\n2;38;41;12\n3;50;33;19",
        # sums that fail, and that no two cells mend
        table("Kho | Có | Xuất | Còn", "Đông | 500 | 320 | 150", "Tây | 410 | 300 | 140", "Nam | 380 | 210 | 170"),
        table("Kho | Có | Xuất | Còn", "Đông | 640 | 320 | 300", "Tây | 410 | 300 | 130", "Bắc | 295 | 211 | 104"),
        table("Ấp | Hộ | Nam | Nữ", "Trên | 120 | 231 | 240", "Dưới | 98 | 190 | 201", "Giữa | 77 | 150 | 139"),
        # what is handed on
        "dot,dau,them,bot,cuoi\n1,40,112,98,54\n2,54,87,101,40\n3,40,95,77,58",
    ],
)  # fmt: skip
def test_no_alarm(text: str) -> None:
    assert not told(text)


def test_small_figures_may_be_chance() -> None:
    assert not told(table("Nhóm | Có | Đến | Vắng", "A | 8 | 5 | 4", "B | 7 | 4 | 2", "C | 6 | 5 | 1"))


_CLEAN = "muc;sach;ban;tong;ty_le\nnha;118;7;125;94,4\nbep;109;16;125;87,2\nsan;113;12;125;90,4\ngieng;121;4;125;96,8"


def test_the_row_that_is_unlike_all_others_has_its_cells_exchanged() -> None:
    assert not told(_CLEAN)
    assert told(_CLEAN.replace("113;12", "12;113")) == {frozenset({("12", "113"), ("113", "12")})}


def test_where_rows_differ_either_may_be_wrong() -> None:
    mixed = _CLEAN.replace("109;16;125;87,2", "16;109;125;12,8")
    assert told(mixed.replace("113;12", "12;113")) == {frozenset()}


def test_two_rows_of_large_figures_show_a_sum() -> None:
    sums = table(
        "Kho | Nhập | Cấp | Trữ", "Đông | 4.120 | 3.705 | 415", "Tây | 3.050 | 2.228 | 822", "Nam | 2.680 | 2.431 | 249"
    )
    assert not told(sums)
    assert told(sums.replace("2.228", "2.282"))


def test_a_correction_keeps_a_rate_on_its_side_of_the_mark_beside_it() -> None:
    counts = "Nhận 640 hồ sơ. Hồ sơ trực tuyến là 97 hồ sơ, hồ sơ trực tiếp là 543 hồ sơ; tỷ lệ trực tuyến đạt 84,84%"
    exchanged = {frozenset({("97", "543"), ("543", "97")})}
    assert told(f"{counts}, vượt chỉ tiêu 80% của huyện.") == exchanged
    assert told(f"{counts}.") != exchanged


def test_a_correction_leaves_no_count_more_than_what_it_is_of() -> None:
    counts = "Quý II, xã có 640 hồ sơ có yêu cầu đo đạc trên tổng số 2.150 hồ sơ tiếp nhận."
    done = "Số hồ sơ đã đo xong là 512 hồ sơ, đạt 23,81% số hồ sơ có yêu cầu đo đạc."
    assert told(f"{counts} {done}") == {frozenset({("23.81", "80.00")})}


def test_a_growth_that_fits_the_other_of_two_parts_does_not_keep_them_in_their_places() -> None:
    text = (
        "Tháng 5 xã giải quyết 1.622 đơn: trước hạn {} đơn, đúng hạn {} đơn, quá hạn 18 đơn. Tỷ lệ đơn trả trước hạn "
        "đạt 84,53%; so với tháng 4 (1.310 đơn), số đơn trả trước hạn tăng 61."
    )
    assert not failing(text.format("1.371", "233"))
    changes = [one.changes[0] for one in failing(text.format("233", "1.371"))]
    assert [{int(value) for _, value in one.values} for one in changes] == [{233, 1371}]
