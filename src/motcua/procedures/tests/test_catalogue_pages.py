"""The catalogue's pages: an administrator writes and publishes, everybody reads, a stranger finds nothing."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from motcua.acts import Refused
from motcua.procedures import actions, queries
from motcua.procedures.models import Version

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def starter(cast):
    """The ward with the catalogue that comes with the house."""
    actions.import_starter(by=cast["admin"], at=NOW, valid_from=date(2026, 1, 1))
    return cast


def read(response):
    return response.content.decode()


def management(prefix, count):
    return {f"{prefix}-TOTAL_FORMS": str(count), f"{prefix}-INITIAL_FORMS": "0"}


TYPED = {
    "code": "P.09",
    "name": "Cấp giấy xác nhận nơi bán hàng lưu động",
    "field": "Hộ kinh doanh",
    "online": "partial",
    "sets": "1",
    "fee_text": "Không thu",
    "legal_basis": "Quyết định 12/2026/QĐ-UBND",
    **management("case", 1),
    "case-0-value": "3",
    "case-0-unit": "working_day",
    "case-0-fee": "0",
    **management("part", 1),
    "part-0-name": "Đơn đề nghị",
    "part-0-copy": "original",
    "part-0-quantity": "1",
    "part-0-need": "required",
}


def test_the_starter_is_146_procedures_and_finds_as_officers_type(starter):
    assert Version.objects.filter(ward_id=starter.ward.pk).count() == 146
    for typed, first in [
        ("ks", "khai sinh"),
        ("khai sinh", "khai sinh"),
        ("dang ky ket hon", "kết hôn"),
        ("1.001193", "khai sinh"),
    ]:
        hit = queries.search(by=starter["counter"], text=typed, at=NOW)[0]
        assert first in hit.name.lower(), typed


def test_importing_the_same_again_changes_nothing(starter):
    before = Version.objects.count()
    actions.import_starter(by=starter["admin"], at=NOW, valid_from=date(2026, 2, 1))
    assert Version.objects.count() == before


def test_only_the_administrator_writes(starter, client_for):
    client = client_for(starter.people["counter"])
    assert client.get("/procedures/").status_code == 200
    for address in (
        "/procedures/new/",
        "/procedures/import/",
        "/procedures/template.xlsx",
        "/procedures/1.001193/edit/",
    ):
        assert client.get(address).status_code == 403
    with pytest.raises(Refused, match="forbidden"):
        actions.import_starter(by=starter["chairman"], at=NOW, valid_from=date(2026, 2, 1))


def test_a_stranger_finds_nothing_of_it(starter, stranger, client_for):
    client = client_for(stranger.people["admin"])
    version = Version.objects.filter(ward_id=starter.ward.pk).first()
    process = version.cases.first().process
    assert client.get("/procedures/1.001193/").status_code == 404
    assert client.get(f"/procedures/processes/{process.pk}/").status_code == 404
    assert client.post(f"/procedures/{version.procedure.code}/{version.pk}/publish/").status_code == 404


def test_a_new_procedure_runs_minutes_after_its_decision(starter, client_for):
    admin = client_for(starter.people["admin"])
    answer = admin.post("/procedures/new/", TYPED)
    assert answer.status_code == 302
    version = Version.objects.get(procedure__code="P.09")
    assert version.status == "draft"
    assert queries.search(by=starter["counter"], text="P.09", at=NOW) == []
    page = read(admin.get("/procedures/P.09/"))
    assert "Cấp giấy xác nhận nơi bán hàng lưu động" in page
    sent = {"valid_from": "2026-11-25", "decision": "QĐ 34/QĐ-UBND"}
    assert admin.post(f"/procedures/P.09/{version.pk}/publish/", sent).status_code == 302
    (hit,) = queries.search(by=starter["counter"], text="P.09", at=NOW)
    assert hit.limit.words() == "3 ngày làm việc"


def test_what_cannot_be_published_says_every_reason(starter, client_for):
    admin = client_for(starter.people["admin"])
    admin.post("/procedures/new/", {**TYPED, "part-0-name": "", "case-0-value": "", **management("case", 0)})
    version = Version.objects.get(procedure__code="P.09")
    answer = admin.post(f"/procedures/P.09/{version.pk}/publish/", {"valid_from": "2026-11-25"})
    assert answer.status_code == 422
    text = read(answer)
    assert "Chưa có thời hạn giải quyết" in text
    assert "Chưa có thành phần hồ sơ nào" in text
    version.refresh_from_db()
    assert version.status == "draft"


def test_an_edit_makes_a_new_version_and_the_old_one_stays(starter, client_for):
    admin = client_for(starter.people["admin"])
    assert admin.get("/procedures/1.001193/edit/").status_code == 200
    first = Version.objects.get(procedure__code="1.001193")
    admin.post("/procedures/1.001193/edit/", {**TYPED, "name": "Đăng ký khai sinh, bản sửa"})
    draft = Version.objects.get(procedure__code="1.001193", status="draft")
    assert draft.number == 2
    admin.post(f"/procedures/1.001193/{draft.pk}/publish/", {"valid_from": "2026-12-01"})
    first.refresh_from_db()
    assert (first.status, first.valid_to) == ("published", date(2026, 11, 30))
    (now,) = queries.current_versions(by=starter["counter"], on=date(2026, 12, 1)).filter(procedure__code="1.001193")
    assert now.name == "Đăng ký khai sinh, bản sửa"


def test_a_process_is_changed_for_every_procedure_that_runs_by_it(starter, client_for):
    admin = client_for(starter.people["admin"])
    used = Version.objects.filter(cases__process__generated=False).first().cases.first().process
    steps = list(used.steps.all())
    typed = {"code": used.code, "title": "Bản sửa", **management("step", len(steps))}
    for n, step in enumerate(steps):
        typed |= {
            f"step-{n}-name": step.name,
            f"step-{n}-kind": step.kind,
            f"step-{n}-unit_kind": step.unit_kind,
            f"step-{n}-role": step.role,
            f"step-{n}-value": str(step.limit.value) if step.limit else "",
            f"step-{n}-unit": step.limit_unit or "working_day",
            f"step-{n}-can_send_back": "on",
        }
    answer = admin.post(f"/procedures/processes/{used.pk}/edit/", typed)
    assert answer.status_code == 302, read(answer)
    address = answer["Location"]
    answer = admin.post(f"{address}publish/", {"valid_from": "2026-12-01"})
    assert answer.status_code == 302, read(answer)
    for version in queries.current_versions(by=starter["admin"], on=date(2026, 12, 1)):
        assert all(c.process.title == "Bản sửa" for c in version.cases.all() if c.process.code == used.code)


def test_an_upload_is_seen_first_and_applied_whole(cast, client_for):
    admin = client_for(cast.people["admin"])
    file = SimpleUploadedFile(
        "moi.yaml",
        """
procedures:
- code: '9.000001'
  name: Thủ tục thử
  field: Hộ tịch
  online: full
  fee: 0
  time_limits:
  - value: 3
    unit: working_days
  components:
  - name: Tờ khai
""".encode(),
    )
    seen = admin.post("/procedures/import/", {"file": file, "valid_from": "2026-11-25"})
    assert seen.status_code == 200
    assert not Version.objects.exists()
    text = read(seen)
    kept = text.split('name="kept" value="')[1].split('"')[0]
    sent = {"kept": kept, "name": "moi.yaml", "valid_from": "2026-11-25", "apply": "1"}
    assert admin.post("/procedures/import/", sent).status_code == 302
    assert Version.objects.get().status == "published"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.exe", b"MZ"),
        ("a.yaml", b""),
        ("a.yaml", b"\xff\xfe\x00"),
        ("a.yaml", b"&a [*a, *a]"),
        ("a.json", b"[" * 5000),
        ("a.xlsx", b"PK\x03\x04 not a workbook"),
        ("a.yaml", b"procedures:\n- code: '1'\n  name: 7\n"),
    ],
)
def test_a_bad_file_gets_a_sentence_and_changes_nothing(cast, client_for, name, content):
    admin = client_for(cast.people["admin"])
    sent = {"file": SimpleUploadedFile(name, content), "valid_from": "2026-11-25"}
    answer = admin.post("/procedures/import/", sent)
    assert answer.status_code == 422
    assert not Version.objects.exists()


@pytest.mark.parametrize("bad", ["\x00", "🙂" * 5000, "' OR 1=1", "-1", "NaN", "1e999999"])
@pytest.mark.parametrize("field", ["code", "name", "online", "sets", "case-0-value", "case-0-fee", "part-0-quantity"])
def test_hostile_fields_never_break_the_form(cast, client_for, field, bad):
    admin = client_for(cast.people["admin"])
    answer = admin.post("/procedures/new/", {**TYPED, field: bad})
    assert answer.status_code in {302, 409, 422}


@pytest.mark.parametrize(
    "address", ["?q=%00", "?field=zz", "?online='", "?status=x&certainty=%F0%9F%92%A9", "?q=" + "a" * 5000]
)
def test_odd_filters_are_ignored(starter, client_for, address):
    assert client_for(starter.people["counter"]).get(f"/procedures/{address}").status_code == 200


def test_the_pages_read_in_few_statements(starter, client_for, django_assert_max_num_queries):
    client = client_for(starter.people["admin"])
    client.get("/procedures/")
    for address, most in (("/procedures/", 10), ("/procedures/1.001193/", 16), ("/procedures/processes/", 8)):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200
