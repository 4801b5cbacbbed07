"""The results: who sees what, with how many invited, answered and opened; as page, file and command."""

import csv
import io
import re
from datetime import date

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from motcua.acts import Refused
from motcua.surveys import queries
from motcua.surveys.forms.asking import known_periods
from motcua.surveys.queries import Asking

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)


def asked(by, at, dimension="field", instrument="sipas", first=OCTOBER, last=OCTOBER):
    return queries.results(
        by=by, at=at, asking=Asking(instrument=instrument, first=first, last=last, dimension=dimension)
    )


def cells(found):
    return {row.label: (row.invited, row.answered, row.tally.people, row.tally.satisfied) for row in found.rows}


@pytest.fixture
def november(monkeypatch, at):
    """Wednesday 25/11/2026: October is over, November runs."""
    monkeypatch.setattr(timezone, "now", lambda: at("2026-11-25 10:12"))
    return at("2026-11-25 10:12")


def test_every_row_says_how_many_were_invited_answered_and_counted(street, cast, november):
    street.crowd(6, 1)
    street.crowd(4, 1, when="2026-10-13", case="land")
    street.returned("2026-10-14 09:00")
    found = asked(cast["chairman"], november)
    assert cells(found) == {"Hộ tịch": (8, 7, 7, 6), "Đất đai": (5, 5, 5, 4)}
    assert (found.total.invited, found.total.answered, found.total.tally.people) == (13, 12, 12)
    assert str(found.total.tally.rate(least=5)) == "83.33"
    points = asked(cast["chairman"], november, instrument="evaluation").total.tally
    assert str(points.mean("agencies", least=5)) == "1.0"


@pytest.mark.parametrize("dimension", ["field", "procedure", "unit", "officer", "counter", "channel"])
def test_every_number_of_invited_opens_to_as_many_dossiers(street, cast, november, client_for, dimension):
    street.crowd(3, 1)
    street.crowd(2, 1, when="2026-10-13", case="land")
    street.returned("2026-11-03 09:00")  # after the months asked for
    client, found = client_for(cast.people["chairman"]), asked(cast["chairman"], november, dimension=dimension)
    for row in (*found.rows, found.total):
        page = client.get(queries.behind(found.asking, row.key))
        assert page.context["shown"].total == row.invited > 0
        assert "đã trả kết quả từ 01/10/2026 đến 31/10/2026" in page.content.decode()
    assert client.get("/dossiers/").context["shown"].total > found.total.invited  # the opened number does not stay


def test_four_answers_are_no_rate_anywhere(street, cast, november, client_for):
    street.crowd(3, 1)
    found = asked(cast["chairman"], november)
    assert cells(found) == {"Hộ tịch": (4, 4, 0, 0)}
    told = queries.results_json(found, ward="H99.16")
    assert told["total"]["rate"] is None
    assert told["total"]["satisfied"] is None
    assert told["rows"][0]["points"]["overall"] is None
    client = client_for(cast.people["chairman"])
    for address in ("", "results.csv", "results.json"):
        body = client.get(f"/surveys/{address}?first=2026-10&last=2026-10").content.decode()
        said = re.sub(r"<[^>]*>", " ", body)  # an id in an attribute may hold any digits
        assert "75" not in re.findall(r"\d+", said), address
    page = client.get("/surveys/?first=2026-10&last=2026-10").content.decode()
    assert "chưa đủ 5 phiếu" in page
    assert "Chưa đủ 5 phiếu đã mở" in page


def test_the_running_month_is_counted_but_not_opened(street, cast, november, client_for):
    street.crowd(6, when="2026-11-12")
    found = asked(cast["chairman"], november, first=OCTOBER, last=date(2026, 11, 1))
    assert (found.total.answered, found.total.tally.people, found.open_month) == (6, 0, 6)
    page = client_for(cast.people["chairman"]).get("/surveys/?first=2026-10&last=2026-11").content.decode()
    assert "mở khi hết tháng" in page


def test_a_small_row_is_not_the_ward_minus_the_others(street, cast, november):
    street.crowd(7)
    street.crowd(2, when="2026-10-13", case="land")
    found = asked(cast["chairman"], november)
    assert found.total.tally.people == 9
    assert cells(found) == {"Hộ tịch": (7, 7, 0, 0), "Đất đai": (2, 2, 0, 0)}


def test_a_correction_counts_once(street, cast, november, at):
    from motcua.surveys import actions  # noqa: PLC0415 - beside its only use

    street.crowd(5)
    dossier = street.returned("2026-10-14 09:00")
    old = street.answered(dossier, 1)
    actions.answer(
        by=cast.system,
        at=at("2026-10-14 11:00"),
        dossier_id=dossier.pk,
        sheets=street.sheets(5),
        corrects=[row.pk for row in old],
    )
    found = asked(cast["chairman"], november)
    assert (found.total.tally.people, found.total.tally.satisfied, found.corrected) == (6, 6, 1)


def test_officers_see_themselves_heads_their_unit_leaders_all(street, cast, november):
    street.crowd(6)
    street.crowd(6, when="2026-10-13", case="land")
    seen = {
        name: {row.label for row in asked(cast[name], november, "officer").rows}
        for name in ("specialist", "land", "head", "counter", "chairman", "leader", "director", "supervisor")
    }
    both = {"Lê Thị Sen", "Hà Thị Gấc"}
    assert seen["specialist"] == seen["head"] == {"Lê Thị Sen"}
    assert seen["land"] == {"Hà Thị Gấc"}
    assert seen["counter"] == set()
    assert all(seen[name] == both for name in ("chairman", "leader", "director", "supervisor"))
    assert {row.label for row in asked(cast["counter"], november, "counter").rows} == {"Phùng Thị Cúc"}
    assert asked(cast["specialist"], november, "counter").rows == []
    assert asked(cast["specialist"], november, "officer").total.tally.people == 12


def test_a_stranger_sees_nothing_of_ours(street, stranger, november):
    street.crowd(6)
    found = asked(stranger["chairman"], november)
    assert (found.total.invited, found.total.answered, found.rows) == (0, 0, [])


@pytest.mark.parametrize("dimension", list(queries.DIMENSIONS))
def test_results_take_the_same_statements_however_many_answered(
    street, cast, november, dimension, django_assert_max_num_queries
):
    street.crowd(6)
    street.crowd(5, when="2026-10-13", case="land")
    with django_assert_max_num_queries(7):
        found = asked(cast["chairman"], november, dimension)
    assert sum(row.tally.people for row in found.rows) == found.total.tally.people == 11


def test_the_words_come_without_order_or_dossier_and_only_from_an_open_box(street, cast, november):
    street.crowd(4)
    street.answered(street.returned("2026-10-14 09:00"), words="Ghế ngồi hỏng")
    street.answered(street.returned("2026-11-14 09:00"), words="Lời của tháng này")
    shown = queries.words(by=cast["counter"], at=november, first=OCTOBER, last=date(2026, 11, 1), rows=25)
    count, found = shown.total, [(one.month, one.words) for one in shown.rows]
    assert (count, found) == (1, [(OCTOBER, "Ghế ngồi hỏng")])


def test_words_of_a_closed_box_wait(street, cast, november):
    street.answered(street.returned("2026-10-14 09:00"), words="Ghế ngồi hỏng")
    assert queries.words(by=cast["chairman"], at=november, first=OCTOBER, last=OCTOBER, rows=25).total == 0


# -- pages and files ---------------------------------------------------------------------------------------------------


def test_every_officer_opens_the_pages_and_nobody_else(street, cast, november, client_for, client):
    street.crowd(6, 1)
    for name in ("counter", "specialist", "head", "clerk", "director", "leader", "chairman", "admin", "supervisor"):
        signed = client_for(cast.people[name])
        for address in ("", "words/", "evaluation/", "instruments/", "results.json"):
            assert signed.get(f"/surveys/{address}").status_code == 200, (name, address)
    assert client.get("/surveys/").status_code == 302


def test_a_page_of_nonsense_says_what_is_wrong(cast, november, client_for):
    signed = client_for(cast.people["chairman"])
    for query in ("first=2026-13", "first=2026-10&last=2026-09", "by=nothing", "of=nothing", "first=x" * 50):
        for address in ("", "words/", "evaluation/"):
            told = signed.get(f"/surveys/{address}?{query}")
            assert told.status_code in {200, 422}, (address, query)
    assert signed.get("/surveys/?first=2026-10&last=2026-09").status_code == 422
    assert signed.get("/surveys/results.csv?first=2026-10&last=2026-09").status_code == 409
    assert signed.get("/surveys/words/?rows=x").status_code == 200


def test_files_say_what_the_page_says(street, cast, november, client_for):
    street.crowd(6, 1)
    signed = client_for(cast.people["chairman"])
    query = "?first=2026-10&last=2026-10"
    told = signed.get(f"/surveys/results.json{query}").json()
    assert told["total"] == {
        "key": "",
        "label": "Toàn phường",
        "invited": 7,
        "answered": 7,
        "n": 7,
        "satisfied": 6,
        "rate": 85.71,
        "points": {**dict.fromkeys(("access", "papers", "attitude", "skill", "time", "voice")), "overall": 4.6},
    }
    assert told["factors"]["access"] == {"label": "Tiếp cận dịch vụ", "answers": 0, "satisfied": None}
    table = list(csv.reader(io.StringIO(signed.get(f"/surveys/results.csv{query}").content.decode("utf-8-sig"))))
    assert table[1:] == [["Hộ tịch", "7", "7", "7", "6", "85.71"], ["Toàn phường", "7", "7", "7", "6", "85.71"]]
    book = CalamineWorkbook.from_filelike(io.BytesIO(signed.get(f"/surveys/results.xlsx{query}").content))
    assert book.get_sheet_by_index(0).to_python()[2][:6] == ["Toàn phường", 7, 7, 7, 6, 85.71]
    page = signed.get(f"/surveys/{query}").content.decode()
    assert "6 trong 7 người trả lời hài lòng: 85,71 %." in page


def test_an_unknown_dimension_is_nowhere(cast, november):
    with pytest.raises(Refused):
        asked(cast["chairman"], november, "nothing")


# -- what is asked -----------------------------------------------------------------------------------------------------

NEW = """
code: short
version: 2
title: {vi: "Một câu", en: "One question"}
way: tablet
headline: overall
starts: "2026-12-01"
questions:
  - {key: overall, factor: result, scale: five, vi: "Hài lòng không?", en: "Satisfied?"}
"""


def test_a_ward_publishes_its_own_version_from_a_day_on(cast, stranger, november, at):
    from motcua.surveys import actions  # noqa: PLC0415 - beside its only use
    from motcua.surveys.rules import Way  # noqa: PLC0415 - the same

    row = actions.publish(by=cast["leader"], at=november, name="moi.yaml", content=NEW.encode())
    assert (row.version, row.starts) == (2, date(2026, 12, 1))

    def version(who, on):
        return queries.asked(ward_id=who.ward.pk, way=Way.TABLET, on=on)[0].version

    assert version(cast, date(2026, 11, 30)) == 1
    assert version(cast, date(2026, 12, 1)) == 2
    assert version(stranger, date(2026, 12, 1)) == 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("version: 2", "version: 1", "survey.version"),
        ("2026-12-01", "2026-11-24", "survey.starts"),
        ("scale: five", "scale: six", "survey.instrument"),
        ("factor: result", "factor: luck", "survey.instrument"),
        ("headline: overall", "headline: nothing", "survey.instrument"),
        ("way: tablet", "way: radio", "survey.instrument"),
        ("key: overall", 'key: "hài lòng"', "survey.instrument"),
        ("code: short", "code: []", "survey.instrument"),
        ("questions:", "questions: []\nx:", "survey.instrument"),
        (NEW, "[1, 2]", "survey.instrument"),
        (NEW, ": :", "upload.yaml"),
    ],
)
def test_a_bad_version_is_refused_with_a_sentence(cast, november, old, new, code):
    from motcua.surveys import actions  # noqa: PLC0415 - beside its only use

    with pytest.raises(Refused) as no:
        actions.publish(by=cast["leader"], at=november, name="moi.yaml", content=NEW.replace(old, new).encode())
    assert no.value.code == code


def test_who_publishes(cast, november, client_for):
    for name in ("counter", "specialist", "head", "clerk", "supervisor"):
        assert client_for(cast.people[name]).get("/surveys/instruments/publish/").status_code == 403
    file = io.BytesIO(NEW.encode())
    file.name = "moi.yaml"
    signed = client_for(cast.people["admin"])
    assert signed.post("/surveys/instruments/publish/", {"file": file}).status_code == 302
    assert "Một câu" in signed.get("/surveys/instruments/").content.decode()
    assert signed.get("/surveys/instruments/?file=short-2").json()["version"] == 2
    assert signed.post("/surveys/instruments/publish/", {}).status_code == 422


# -- the nine indicators -----------------------------------------------------------------------------------------------


def test_the_nine_indicators_come_from_records_and_answers(street, cast, november):
    street.crowd(6)
    found = queries.evaluation(by=cast["chairman"], at=november, first=OCTOBER, last=OCTOBER)
    points = {one.indicator.number: str(one.points) for one in found.scored}
    assert points == {
        1: "2.0",  # five working days promised, done the same day
        2: "1.0",  # steps in hours, done on their due day
        3: "2.0",
        4: "1.0",
        5: "2",
        6: "1",
        7: "2.0",
        8: "2",
        9: "0",
    }
    assert str(found.total) == "13.0"
    assert found.grade == "tốt"
    (sen,) = (officer for officer in found.officers if officer.name == "Lê Thị Sen")
    assert sen.points[2:] == (2, 1, 2)
    assert str(sen.total) == "8.0"
    assert sen.band == "hoàn thành 100 % nhiệm vụ"


def test_without_answers_there_is_no_sum_and_no_grade(street, cast, november):
    street.returned()
    found = queries.evaluation(by=cast["chairman"], at=november, first=OCTOBER, last=OCTOBER)
    assert (found.total, found.grade, found.known) == (None, None, 6)
    assert all(officer.band is None for officer in found.officers)


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2026, 11, 25), ["tháng 10/2026", "quý III/2026", "năm 2026", "năm 2025"]),
        (date(2027, 1, 4), ["tháng 12/2026", "quý IV/2026", "năm 2026"]),
        (date(2026, 4, 1), ["tháng 03/2026", "quý I/2026", "năm 2026", "năm 2025"]),
    ],
)
def test_the_periods_offered_are_over(today, names):
    found = known_periods(today)
    assert [name for name, _ in found] == names
    assert all(first <= last < today.replace(day=1) for _, (first, last) in found)
    assert dict(found)[names[1]][0].month in {1, 4, 7, 10}
