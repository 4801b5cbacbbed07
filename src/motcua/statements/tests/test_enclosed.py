"""Lists whose signs say that they are parts of the count before them, whatever they are called."""

from motcua.statements.checking import Verdict, check


def sums(text: str) -> dict[str, Verdict]:
    """What the checks of sums say, by the value of the whole and the number of its parts."""
    read = check(text)
    return {
        f"{read.known.quantities[one.relation.sums[0][0][1]].value} of {len(one.relation.sums[0]) - 1}": one.verdict
        for one in read.checks
        if one.relation.sums and not one.relation.hundred
    }


def test_brackets() -> None:
    assert sums("Cây giống: 1.412 cây (keo 905; lát 380; giổi 127).")["1412 of 3"] is Verdict.CONSISTENT
    assert sums("Cây giống: 1.412 cây (keo 905; lát 380; giổi 172).")["1412 of 3"] is Verdict.INCONSISTENT


def test_after_a_colon_and_after_consists_of() -> None:
    assert sums("Xã có 96 máy: máy tính 58, máy in 21 và máy quét 17.")["96 of 3"] is Verdict.CONSISTENT
    assert sums("Xã có 96 máy, gồm máy tính 58, máy in 21, máy quét 71.")["96 of 3"] is Verdict.INCONSISTENT


def test_line_by_line() -> None:
    lines = "Quà tặng 640 suất, gồm:\n- Thôn Thượng 214 suất (người già 120)\n- Thôn Tư 251 suất\n- Thôn Hạ 1175 suất"
    assert sums(lines)["640 of 3"] is Verdict.INCONSISTENT
    assert sums(lines.replace("1175", "175"))["640 of 3"] is Verdict.CONSISTENT


def test_no_list_of_parts() -> None:
    for text in (
        "Xã có 96 máy (máy tính 58, còn bảo hành đến 2027; trong đó 21 máy mới 17 máy cũ).",  # two counts in an item
        "Xã có 96 máy (chủ yếu là máy tính 58, máy in 21).",  # an open list
        "Tuần 3: giao 18 việc, xong 15 việc, 3 việc chờ.",  # the third week
        "Họp 12 buổi (5 người vắng, 8 người đến muộn).",  # people are no meetings
    ):
        assert Verdict.INCONSISTENT not in sums(text).values()


def test_a_list_that_turns_to_something_else() -> None:
    assert sums("Biên chế 27 người: công chức 15, nhân viên 12, nghỉ thai sản 1.")["27 of 2"] is Verdict.CONSISTENT


def test_what_semicolons_part_from_a_list_is_no_part_of_it() -> None:
    text = "Kho giữ 861 thùng: gạo 702, muối 134, cá khô 25; tỷ lệ gạo 81,53%, cá khô 2,90%."
    assert sums(text)["861 of 3"] is Verdict.CONSISTENT
    assert sums(text.replace("khô 25", "khô 22"))["861 of 3"] is Verdict.INCONSISTENT
    turning = "Giao 6 việc: địa chính 3 việc, tư pháp 2 việc; yêu cầu 4 việc phải xong trước ngày 15/8."
    assert Verdict.INCONSISTENT not in sums(turning).values()
