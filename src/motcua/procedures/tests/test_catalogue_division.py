"""Another division for a procedure: for the dossiers to come, on the administrator's word, with a reason."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from motcua.acts import Refused
from motcua.ledger import queries as ledger
from motcua.ledger.models import Act
from motcua.offices import queries as offices
from motcua.offices.models import Unit
from motcua.procedures import actions, queries
from motcua.procedures.models import Procedure

NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
CODE = "1.000894"
WHY = "Quyết định 40/QĐ-UBND"


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def move(cast, unit, *, by="admin", reason=WHY, code=CODE):
    return actions.set_division(by=cast[by], at=NOW, code=code, unit_id=unit.pk, reason=reason)


def test_the_division_moves_and_the_ledger_says_who_and_why(cast, catalogue):
    before = offices.now_of(cast.ward.pk)
    assert queries.plan(ward=before, case_id=catalogue["marriage"]).unit_id == cast.units["VHXH"].pk
    move(cast, cast.units["KT"])
    after = offices.now_of(cast.ward.pk)
    assert after.catalogue_version == before.catalogue_version + 1
    plan = queries.plan(ward=after, case_id=catalogue["marriage"])
    assert plan.unit_id == cast.units["KT"].pk
    assert [s.unit_id == cast.units["KT"].pk for s in plan.steps] == [False, True, False, False, False]
    act = Act.objects.filter(ward_id=cast.ward.pk).latest("number")
    assert (act.verb, act.subject_label, act.actor_name, act.note) == (
        "procedure.set_division",
        CODE,
        "Kiều Văn Gạo",
        WHY,
    )
    moved = next(entry["set"] for entry in act.changes if entry["kind"] == "procedure")
    assert moved == {"unit_id": [str(cast.units["VHXH"].pk), str(cast.units["KT"].pk)]}
    assert ledger.verify(ward_id=cast.ward.pk) is None


def refused(cast, why, unit, **more):
    acts, version = Act.objects.count(), offices.now_of(cast.ward.pk).catalogue_version
    with pytest.raises(Refused) as no:
        move(cast, unit, **more)
    assert no.value.code == why
    assert no.value.vi
    assert no.value.en
    assert (Act.objects.count(), offices.now_of(cast.ward.pk).catalogue_version) == (acts, version)


def test_what_makes_no_sense_is_refused_and_changes_nothing(cast, catalogue, stranger):
    refused(cast, "procedure.same_division", cast.units["VHXH"])
    refused(cast, "procedure.not_division", cast.units["MC"])
    refused(cast, "missing", stranger.units["KT"])
    refused(cast, "missing", Unit())
    refused(cast, "missing", cast.units["KT"], code="9.999999")
    refused(cast, "reason.missing", cast.units["KT"], reason="  ")
    refused(cast, "forbidden", cast.units["KT"], by="chairman")
    Unit.objects.filter(pk=cast.units["KT"].pk).update(valid_to=date(2026, 6, 30))
    refused(cast, "procedure.not_division", cast.units["KT"])


def test_the_page_moves_it_and_asks_beside_the_field(cast, catalogue, stranger, client_for):
    admin = client_for(cast.people["admin"])
    address = f"/procedures/{CODE}/division/"
    assert address in admin.get(f"/procedures/{CODE}/").content.decode()
    asked = admin.get(address).content.decode()
    assert "Nay do Phòng Văn hóa – Xã hội thụ lý." in asked
    assert str(cast.units["KT"].pk) in asked
    assert str(cast.units["VHXH"].pk) not in asked
    nothing = admin.post(address, {"unit": "", "reason": ""})
    assert nothing.status_code == 422
    assert "Chưa chọn phòng." in nothing.content.decode()
    same = admin.post(address, {"unit": str(cast.units["VHXH"].pk), "reason": WHY})
    assert same.status_code == 422
    assert "đang thụ lý thủ tục này" in same.content.decode()
    assert admin.post(address, {"unit": str(stranger.units["KT"].pk), "reason": WHY}).status_code == 404
    assert admin.post(address, {"unit": "x" * 5000, "reason": "a\x00b"}).status_code == 422
    done = admin.post(address, {"unit": str(cast.units["KT"].pk), "reason": WHY}, follow=True).content.decode()
    assert "hồ sơ nhận từ nay do Phòng Kinh tế, Hạ tầng và Đô thị thụ lý" in done
    assert Procedure.objects.get(code=CODE).unit_id == cast.units["KT"].pk


def test_only_the_administrator_of_the_ward_finds_the_page(cast, catalogue, stranger, client_for):
    address = f"/procedures/{CODE}/division/"
    officer = client_for(cast.people["head"])
    assert officer.get(address).status_code == 403
    assert address not in officer.get(f"/procedures/{CODE}/").content.decode()
    assert client_for(stranger.people["admin"]).get(address).status_code == 404
