"""A report beside the ward's own records: on the page, in the command's function, and who may see it."""

import pytest

from motcua.checker.queries.records import against, difference_json
from motcua.dossiers import actions
from motcua.dossiers.rules import Applicant, Channel, Intake
from motcua.statements.checking import check
from motcua.statements.telling.report import report

pytestmark = pytest.mark.django_db
TEXT = (
    "Tiếp nhận 5 hồ sơ, trong đó trực tuyến 0 hồ sơ, trực tiếp 5 hồ sơ. Đã giải quyết 0 hồ sơ, đang giải quyết 5 hồ sơ."
)


@pytest.fixture
def three(cast, catalogue, at):
    for n in range(3):
        intake = Intake(case_id=catalogue["land"], channel=Channel.DIRECT, applicant=Applicant(name=f"Người {n}"))
        actions.accept(by=cast["counter"], at=at(f"2026-11-1{n} 09:00"), intake=intake, complete=True)


def compared(cast, at):
    return against(
        by=cast["chairman"],
        found=report(check(TEXT)),
        first=at("2026-11-01 00:00").date(),
        last=at("2026-11-25 00:00").date(),
        as_of=at("2026-11-25 10:00"),
    )


def test_what_differs_comes_first_and_leads_to_its_dossiers(cast, three, at):
    found = compared(cast, at)
    told = {one.name: (int(one.entry.value), one.recorded, one.differs, len(one.codes)) for one in found}
    assert told["received"] == (5, 3, True, 3)
    assert told["direct"] == (5, 3, True, 3)
    assert told["in_progress"] == (5, 3, True, 3)
    assert told["online"] == (0, 0, False, 0)
    assert [one.differs for one in found] == sorted((one.differs for one in found), reverse=True)
    assert difference_json(found[0])["dossiers"] == list(found[0].codes)


def test_the_page_compares_for_an_officer_and_the_number_opens(cast, three, at, client_for):
    client = client_for(cast.people["chairman"])
    page = client.post("/check/", {"text": TEXT, "first": "01/11/2026", "last": "25/11/2026"})
    assert page.status_code == 200
    (received,) = [one for one in page.context["compared"] if one.name == "received"]
    assert received.differs
    opened = client.get(received.address)
    assert opened.status_code == 200
    assert received.codes[0] in opened.content.decode()


def test_nobody_else_is_shown_the_records(cast, three, client):
    page = client.post("/check/", {"text": TEXT, "first": "01/11/2026", "last": "25/11/2026"})
    assert page.context["compared"] is None
    assert "Đối chiếu với sổ" not in page.content.decode()


def test_one_day_is_no_period(cast, client_for):
    page = client_for(cast.people["chairman"]).post("/check/", {"text": TEXT, "first": "01/11/2026"})
    assert page.status_code == 422
    assert "ghi cả hai ngày" in page.content.decode()
