"""Files that people and others upload: read whole, or refused in one sentence; nothing else ever comes out."""

import io
import json
import random
import zipfile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.acts import Refused
from motcua.procedures import queries
from motcua.procedures.rules import SHEETS, StepKind, check_fit, default_process, limit_text, parse

CASES = ("3 ngày làm việc", "0,5 ngày làm việc", "15 ngày", "4 giờ làm việc", "12 giờ", "2 tháng", "trong ngày")


def book(sheets, *, formula="", merged=False):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        for name, rows in sheets.items():
            page = made.add_worksheet(name)
            for line, row in enumerate(rows):
                for place, cell in enumerate(row):
                    page.write(line, place, cell)
            if formula:
                page.write_formula(9, 0, formula)
            if merged:
                page.merge_range("A8:C8", "gộp")
    return out.getvalue()


def filled(**sheets):
    """A workbook with our headings: rows as dictionaries by heading."""
    made = {}
    for sheet in SHEETS:
        headings = [c.heading for c in sheet.columns]
        rows = sheets.get(sheet.name.replace(" ", "_"), [])
        made[sheet.name] = [headings, *([row.get(h, "") for h in headings] for row in rows)]
    return book(made)


def no(name, content):
    with pytest.raises(Refused) as refused:
        queries.read_upload(name=name, content=content)
    assert refused.value.vi.endswith(".")
    return refused.value.code


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b"0" * (61 * 1024 * 1024))
    return out.getvalue()


LAUGHS = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nprocedures: [*c,*c]\n"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.yaml", b"", "upload.empty"),
        ("a.exe", b"MZ", "upload.kind"),
        ("a", b"x", "upload.kind"),
        ("a.yaml", b"x" * (5 * 1024 * 1024 + 1), "upload.huge"),
        ("a.yaml", LAUGHS.encode(), "upload.alias"),
        ("a.yaml", b"[" * 100, "upload.deep"),
        ("a.yaml", "tên: Một".encode("utf-16"), "upload.encoding"),
        ("a.yaml", "tên: Ðăng ký".encode("cp1258", "replace"), "upload.encoding"),
        ("a.yaml", b"a: [", "upload.yaml"),
        ("a.yaml", b"!!python/object/apply:os.system ['true']", "upload.yaml"),
        ("a.yaml", b"- 1", "upload.shape"),
        ("a.json", b"{", "upload.json"),
        ("a.json", b'{"procedures": [{"fee": NaN}]}', "upload.json"),
        ("a.xlsx", b"PK\x03\x04", "upload.xlsx"),
        ("a.xlsx", b"<html>", "upload.xlsx"),
        ("a.xlsx", book({"Trang tính": [["x"]]}), "upload.sheet"),
        ("a.xlsx", book({"Thủ tục": [["Tên thủ tục"]]}), "upload.column"),
        ("a.xlsx", book({"Thủ tục": [["Mã thủ tục", "Tên thủ tục"]]}, formula="=1+1"), "upload.formula"),
        ("a.xlsx", book({"Thủ tục": [["Mã thủ tục", "Tên thủ tục"]]}, merged=True), "upload.merged"),
    ],
    ids=range(19),
)
def test_a_hostile_or_wrong_file_is_refused_by_name(name, content, code):
    assert no(name, content) == code


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert no("a.xlsx", bomb()) == "upload.huge"


def test_the_bytes_of_a_real_workbook_may_rot_anywhere():
    whole = queries.template()
    pick = random.Random(1)
    for _ in range(200):
        rotten = bytearray(whole)
        for _ in range(20):
            rotten[pick.randrange(len(rotten))] = pick.randrange(256)
        try:
            queries.read_upload(name="a.xlsx", content=bytes(rotten))
        except Refused as refused:
            assert refused.code.startswith("upload.")  # noqa: PT017 - the file may also be readable still


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["code", "name", "time_limits", "value", "unit", "steps", "fee", "components", "certainty"])
            | st.text(max_size=5),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["procedures", "processes", "x"]), VALUES, max_size=3) | VALUES)
def test_rows_of_any_shape_become_a_batch_or_sentences(rows):
    parsed = parse(rows)
    assert (parsed.batch is None) == bool(parsed.errors)
    assert all(e.where and e.vi.endswith(".") for e in parsed.errors)


def test_a_filled_template_becomes_a_procedure_with_its_process():
    steps = [
        ("Tiếp nhận", "tiếp nhận", "trung tâm", "tiếp nhận", "0,5 ngày làm việc"),
        ("Thẩm tra", "thụ lý", "phòng", "chuyên viên", "1,5 ngày làm việc"),
        ("Ký", "ký duyệt", "lãnh đạo", "phó chủ tịch", "1 ngày làm việc"),
        ("Trả kết quả", "trả kết quả", "trung tâm", "tiếp nhận", ""),
    ]
    content = filled(
        Thủ_tục=[
            {
                "Mã thủ tục": "P.TT12",
                "Tên thủ tục": "Xác nhận nơi bán hàng",
                "Lĩnh vực": "Hộ kinh doanh",
                "Mức trực tuyến": "Toàn trình",
                "Thời hạn": "3 ngày làm việc",
                "Lệ phí (đồng)": 12000,
                "Căn cứ pháp lý": "QĐ 1; QĐ 2",
            },
            {"Trường hợp": "Phải xác minh", "Thời hạn": "15 ngày", "Lệ phí (đồng)": 0},
        ],
        Thành_phần=[{"Mã thủ tục": "P.TT12", "Giấy tờ": "Đơn", "Hình thức": "bản chính", "Số lượng": 2}],
        Quy_trình=[
            {
                "Mã quy trình": "QT12",
                "Tên quy trình": "Xác nhận" if n == 0 else "",
                "Mã thủ tục": "P.TT12",
                "Nội dung công việc": name,
                "Loại bước": kind,
                "Nơi thực hiện": unit,
                "Vị trí": role,
                "Thời hạn": limit,
            }
            for n, (name, kind, unit, role, limit) in enumerate(steps)
        ],
    )
    parsed = parse(queries.read_upload(name="Đợt 1.XLSX", content=content))
    assert parsed.errors == ()
    (procedure,), (process,) = parsed.batch.procedures, parsed.batch.processes
    assert [c.limit.words() for c in procedure.cases] == ["3 ngày làm việc", "15 ngày"]
    assert [c.fee for c in procedure.cases] == [12000, 0]
    assert procedure.cases[0].process == "QT12"
    assert procedure.legal_basis == ("QĐ 1", "QĐ 2")
    assert (procedure.components[0].name, procedure.components[0].quantity) == ("Đơn", 2)
    assert [s.kind for s in process.steps] == [StepKind.INTAKE, StepKind.WORK, StepKind.SIGN, StepKind.RETURN]


def test_a_wrong_cell_is_named_by_its_sheet_and_line():
    content = filled(Thủ_tục=[{"Mã thủ tục": "P.TT12", "Tên thủ tục": "X", "Lĩnh vực": "Y", "Thời hạn": "ba ngày"}])
    parsed = parse(queries.read_upload(name="a.xlsx", content=content))
    assert parsed.batch is None
    assert parsed.errors[0].where.startswith("trang Thủ tục, dòng 2")


def test_a_row_without_an_owner_is_refused():
    content = filled(Thủ_tục=[{"Mã thủ tục": "P.1", "Tên thủ tục": "X"}], Thành_phần=[{"Mã thủ tục": "P.2"}])
    assert no("a.xlsx", content) == "upload.owner"


def test_json_and_yaml_read_alike():
    row = {"code": "9.000001", "name": "A", "field": "B", "time_limits": [{"value": 3, "unit": "working_days"}]}
    content = json.dumps({"procedures": [row]}).encode()
    one = parse(queries.read_upload(name="a.json", content=content))
    assert one.errors == ()
    assert one == parse(queries.read_upload(name="a.yaml", content=content))


@pytest.mark.parametrize("said", CASES)
def test_a_limit_is_read_as_it_is_said(said):
    assert limit_text(said).words().replace(" liên tục", "") == said


@settings(max_examples=200, deadline=None)
@given(
    st.tuples(st.integers(1, 90), st.sampled_from(["ngày làm việc", "ngày", "giờ làm việc", "giờ"])),
)
def test_a_default_process_never_exceeds_its_limit(given_limit):
    limit = limit_text("{} {}".format(*given_limit))
    steps = default_process(limit=limit).steps
    assert not [f for f in check_fit(steps, limit=limit) if f.code == "steps.over"]
    assert (steps[0].kind, steps[-1].kind) == (StepKind.INTAKE, StepKind.RETURN)
