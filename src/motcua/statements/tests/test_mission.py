"""The five reports of the mission, written out by us in three styles each."""

import pytest

from motcua.statements.checking import Verdict, check
from motcua.statements.telling.report import as_json, report

S0 = {
    "prose": (
        "Từ ngày 01/12/2022 đến ngày 30/05/2023, phường tiếp nhận 12.558 hồ sơ, trong đó trực tiếp 12.524 hồ sơ, trực "
        "tuyến mức độ 3 có 33 hồ sơ và trực tuyến mức độ 4 có 01 hồ sơ. Tỷ lệ người dân hài lòng đạt 98,23 %."
    ),
    "brackets": (
        "Kết quả 6 tháng: tiếp nhận 12.558 hồ sơ (trực tiếp: 12.524; trực tuyến mức độ 3: 33; mức độ 4: 1); hài lòng "
        "98,23%. Một cửa có 05 công chức."
    ),
    "table": (
        "Hình thức\tSố hồ sơ\nTrực tiếp\t12.524\nTrực tuyến mức độ 3\t33\nTrực tuyến mức độ 4\t1\nTổng cộng\t12.558\n"
    ),
}
S1 = {
    "prose": (
        "Phường hoàn thành 14/27 nhiệm vụ quận giao, đạt 51,8 %. Tính đến ngày 15/09/2022, phường tiếp nhận "
        "4.545 hồ sơ, "
        "đã giải quyết 4.545 hồ sơ, trong đó có 4 hồ sơ trễ hạn. Hồ sơ trực tuyến mức độ 3, 4 là 2.756 hồ "
        "sơ, đạt 60,64 %."
    ),
    "brackets": (
        "Nhiệm vụ được giao: 14/27 (51,8%). Hồ sơ tiếp nhận: 4.545 (trực tuyến mức độ 3, 4: 2.756, đạt "
        "60,64%); đã giải "
        "quyết: 4.545 (trễ hạn: 4)."
    ),
    "table": (
        "| Chỉ tiêu | Số liệu | Tỷ lệ |\n|---|---|---|\n| Nhiệm vụ hoàn thành | 14/27 | 51,8% |\n"
        "| Hồ sơ tiếp nhận | 4.545 | |\n| Hồ sơ đã giải quyết | 4.545 | |\n| Trong đó quá hạn | 4 | |\n"
        "| Hồ sơ trực tuyến | 2.756 | 60,64% |\n"
    ),
}
S2 = {
    "prose": (
        "Thực hiện Quyết định số 983 và 984 năm 2019, 100% hồ sơ trực tuyến được giải quyết trước và đúng "
        "hạn. Tin bài còn "
        "ít, một số quy trình nội bộ đã cũ, chưa họp định kỳ giữa một cửa và các bộ phận chuyên môn."
    ),
    "brackets": "Kết quả (Chương trình 02-CTr/QU): hồ sơ trực tuyến đúng hạn 100% (theo Quyết định 983, 984).",
    "table": "Nội dung\tKết quả\nHồ sơ trực tuyến trước và đúng hạn\t100%\nHọp định kỳ\tchưa\n",
}
S3 = {
    "prose": (
        "Toàn quận cung cấp 116 dịch vụ công mức độ 2, 8 nhóm dịch vụ mức độ 3; 63/179 thủ tục được cung cấp "
        "mức độ 3, đạt "
        "35,2 %. Làm việc ngoài giờ từ 18 giờ đến 19 giờ 30 thứ Ba, thứ Năm. Khảo sát theo TCVN ISO 9001."
    ),
    "brackets": "Dịch vụ công mức độ 2: 116; mức độ 3: 8 nhóm (63/179 thủ tục, đạt 35,2%). Buổi tối 18:00–19:30.",
    "table": "| Mức độ | Thủ tục | Tỷ lệ |\n|---|---|---|\n| Mức độ 3 | 63/179 | 35,2% |\n",
}
S4 = {
    "prose": (
        "Phường đã tiếp nhận 1.338 hồ sơ, trong đó trực tuyến 1.262 hồ sơ, trực tiếp và qua bưu chính 76 hồ "
        "sơ. Đã giải "
        "quyết 1.281 hồ sơ, trong đó trước hạn 1.226 hồ sơ, đúng hạn 2 hồ sơ, quá hạn 56 hồ sơ. Đang giải "
        "quyết 57 hồ sơ, "
        "trong đó trong hạn 55 hồ sơ, quá hạn 2 hồ sơ. Tỷ lệ đúng hạn đạt 95,89 %, tỷ lệ quá hạn 4,11 %."
    ),
    "brackets": (
        "Tiếp nhận: 1.338 hồ sơ (trực tuyến 1.262; trực tiếp, bưu chính 76). Đã giải quyết: 1.281 hồ sơ "
        "(trước hạn 1.226; "
        "đúng hạn 2; quá hạn 56). Đang giải quyết: 57 hồ sơ (trong hạn 55; quá hạn 2). Tỷ lệ đúng hạn "
        "95,89%; quá hạn 4,11%."
    ),
    "table": (
        "Chỉ tiêu\tSố lượng\nTổng số tiếp nhận\t1.338\nTrực tuyến\t1.262\nTrực tiếp, bưu chính\t76\nĐã giải "
        "quyết\t1.281\n"
        "Trước hạn\t1.226\nĐúng hạn\t2\nQuá hạn\t56\nĐang giải quyết\t57\nTrong hạn\t55\nQuá hạn\t2\n"
        "Tỷ lệ đúng hạn (%)\t95,89\nTỷ lệ quá hạn (%)\t4,11\n"
    ),
}
STYLES = ("prose", "brackets", "table")


def said(text):
    return report(check(text))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("statements", [S0, S1, S2, S3], ids=["S0", "S1", "S2", "S3"])
def test_nothing_fails_where_nothing_is_wrong(statements, style):
    found = said(statements[style])
    assert [one.why for one in found.wrong] == []


@pytest.mark.parametrize("style", STYLES)
def test_s0_adds_up(style):
    sums = [one for one in said(S0[style]).findings if one.verdict is Verdict.CONSISTENT and one.stated == 12558]
    assert sums


@pytest.mark.parametrize("style", STYLES)
def test_s1_is_cut_not_rounded(style):
    found = said(S1[style])
    assert [str(one.stated) for one in found.findings if one.verdict is Verdict.TRUNCATED] == ["51.8"]
    assert next(one for one in found.findings if str(one.stated) == "60.64").denominator in {"received", "settled"}


@pytest.mark.parametrize("style", STYLES)
def test_s3_holds(style):
    rates = [one for one in said(S3[style]).findings if one.verdict is Verdict.CONSISTENT and str(one.stated) == "35.2"]
    assert rates


@pytest.mark.parametrize("style", STYLES)
def test_s4_names_53_first_and_says_what_each_rate_is_of(style):
    found = said(S4[style])
    (total,) = [one for one in found.wrong if one.stated == 1281]
    (first,) = total.mends[0].changes
    assert (found.entries[first[0]].text, first[1], first[2]) == ("56", 56, 53)
    assert total.told
    rates = {str(one.stated): one for one in found.findings if one.denominator}
    assert (rates["95.89"].verdict, rates["95.89"].denominator) == (Verdict.CONSISTENT, "received")
    assert (rates["4.11"].verdict, rates["4.11"].denominator) == (Verdict.INCONSISTENT, "received")
    assert rates["4.11"].mends[0].changes == total.mends[0].changes


def test_the_json_is_stable():
    told = as_json(said(S4["prose"]))
    assert set(told) == {"version", "language", "quantities", "checks", "summary"}
    assert set(told["quantities"][0]) == {"name", "value", "unit", "text", "start", "end", "scope"}
    assert {"kind", "parts", "expected", "stated", "denominator", "verdict", "corrections", "why"} <= set(
        told["checks"][0]
    )
    assert {"quantity", "from", "to", "why", "rank"} <= set(told["checks"][0]["corrections"][0])
    for one in told["quantities"]:
        assert S4["prose"][one["start"] : one["end"]] == one["text"]


@pytest.mark.parametrize(
    "rates",
    [
        "Tỷ lệ đúng hạn 95,89%, quá hạn 4,11%.",
        "Tỷ lệ hồ sơ trước hạn và đúng hạn 95,89%; quá hạn 4,11%.",
        "Đúng hạn: 95,89%; quá hạn: 4,11%.",
    ],
)
def test_s4_in_one_sentence_asks_for_53_alone(rates: str) -> None:
    """That 2 + 55 = 57 and 55 / 1.338 = 4,11 % is chance, for the breakdown asks for 53."""
    text = (
        "Tiếp nhận 1.338 hồ sơ (trực tuyến 1.262, trực tiếp và bưu chính 76); đã giải quyết 1.281 hồ sơ (trước hạn "
        "1.226; đúng hạn 2; quá hạn 56); đang giải quyết 57 hồ sơ (trong hạn 55; quá hạn 2). "
    )
    asked = [one.mends[0].changes[0] for one in said(text + rates).wrong]
    assert [(old, new) for _, old, new in asked] == [(56, 53), (56, 53)]
