"""Unannounced checks: recorded as they were, explained by those noted, followed until met; nothing deleted."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from motcua.acts import Refused
from motcua.conduct import actions, queries, rules
from motcua.conduct.models import Check, Demand, Presence
from motcua.ledger.models import Act

from .conftest import PNG

pytestmark = pytest.mark.django_db
EVERYBODY = ("counter", "specialist", "head", "clerk", "admin", "director", "leader", "chairman", "supervisor")


@pytest.fixture
def now(monkeypatch, at):
    monkeypatch.setattr(timezone, "now", lambda: at("2026-11-25 10:12"))
    return at("2026-11-25 10:12")


def refused(act):
    with pytest.raises(Refused) as no:
        act()
    assert no.value.vi
    assert no.value.en
    return no.value.code


def test_a_check_is_one_act_with_what_was_seen(checked, cast):
    check = checked(photos=[("quay-2.png", PNG)])
    act = Act.objects.filter(ward_id=cast.ward.pk).latest("number")
    assert (act.verb, act.subject_id) == ("check.record", check.pk)
    assert check.seen == ["absent", "queue"]  # in the order of the list
    assert {(p.person_id, p.found) for p in check.presences.all()} == {
        (cast.people["counter"].pk, "absent"),
        (cast.people["counter2"].pk, "present"),
    }
    assert check.demands.get().due_on == date(2026, 11, 27)
    assert check.photos.get().file.media_type == "image/png"


def test_who_records(checked, cast):
    able = set()
    for name in EVERYBODY:
        try:
            checked(by=cast[name])
            able.add(name)
        except Refused as no:
            assert no.code == "forbidden"  # noqa: PT017 - each is looked at
    assert able == {"chairman", "leader", "director"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"held_at": "2026-11-24 16:01"}, "check.future"),
        ({"seen": []}, "check.observation"),
        ({"seen": ["luck"]}, "check.observation"),
        ({"seen": ["other"], "words": ""}, "conduct.words"),
        ({"due_on": None}, "check.demand"),
        ({"due_on": date(2026, 11, 23)}, "check.demand"),
        ({"photos": [("virus.exe", b"MZ")]}, "file.type"),
    ],
)
def test_what_cannot_be_recorded(checked, cast, at, said, code):
    if "held_at" in said:
        said = {"held_at": at(said["held_at"])}
    assert refused(lambda: checked(**said)) == code
    assert not Check.objects.exists()


def test_nothing_of_another_ward_enters_a_check(checked, stranger):
    assert refused(lambda: checked(unit_id=stranger.units["MC"].pk)) == "missing"
    assert refused(lambda: checked(found={stranger.people["counter"].pk: rules.Presence.ABSENT})) == "missing"
    assert refused(lambda: checked(by=stranger["chairman"])) == "missing"


def test_who_sees_a_check(checked, cast, stranger):
    check = checked(unit_id=cast.units["VHXH"].pk, found=None)
    own = checked()
    seen = {name: set(queries.checks(by=cast[name]).rows) for name in EVERYBODY}
    everything = {check, own}
    assert all(seen[name] == everything for name in ("director", "leader", "chairman", "supervisor"))
    assert seen["head"] == {check}
    assert seen["counter"] == {own}
    assert seen["specialist"] == seen["clerk"] == seen["admin"] == set()
    assert queries.checks(by=stranger["chairman"]).rows == []


def test_who_was_noted_finds_it_on_the_desk_until_they_have_said_their_side(checked, cast, now, client_for):
    check = checked()
    told = "Kiểm tra công vụ ghi bạn vắng: Quầy số 2"
    client = client_for(cast.people["counter"])
    assert told in client.get("/desk/").content.decode()
    assert told not in client_for(cast.people["counter2"]).get("/desk/").content.decode()  # was there
    assert "Kiểm tra công vụ nêu bạn" in client.get("/conduct/").content.decode()
    assert [p.of for p in queries.to_explain(by=cast["counter2"], at=now)] == [check]
    actions.explain_check(by=cast["counter"], at=now, check_id=check.pk, words="Tôi đi lấy số hộ một cụ già.")
    assert told not in client.get("/desk/").content.decode()
    assert queries.to_explain(by=cast["counter"], at=now) == []


def test_who_was_noted_explains_once(checked, cast, now):
    check = checked()
    words = "Tôi đi lấy số hộ một cụ già ở ngoài cửa."
    mine = actions.explain_check(by=cast["counter"], at=now, check_id=check.pk, words=words)
    assert mine.explanation == words

    def explain(who, said="Lời giải trình khác"):
        return lambda: actions.explain_check(by=cast[who], at=now, check_id=check.pk, words=said)

    assert refused(explain("counter")) == "conduct.explained"
    assert refused(explain("counter2", "Ừ")) == "conduct.words"
    assert refused(explain("specialist")) == "missing"
    assert refused(explain("leader")) == "forbidden"


def test_a_demand_stays_until_it_is_met(checked, cast, now):
    demand = checked().demands.get()
    (open_,) = queries.demands_open(by=cast["chairman"], today=date(2026, 11, 30))
    assert (open_.demand, open_.days_over) == (demand, 3)
    assert queries.demands_open(by=cast["counter"], today=date(2026, 11, 27))[0].days_over == 0

    def meet(who):
        return actions.meet_demand(by=cast[who], at=now, demand_id=demand.pk, words="Đã xem lại, có bảng phân công.")

    assert refused(lambda: meet("counter")) == "forbidden"
    meet("leader")
    assert refused(lambda: meet("leader")) == "conduct.met"
    assert queries.demands_open(by=cast["chairman"], today=date(2026, 11, 30)) == []


def test_a_recheck_names_the_check_before(checked, stranger):
    first = checked()
    again = checked(again_id=first.pk, demand="", due_on=None, seen=["at_post"], words="")
    assert again.again == first
    assert list(first.rechecks.all()) == [again]


def test_nothing_is_rewritten_or_deleted(checked, cast, now):
    check = checked(photos=[("quay-2.png", PNG)])
    actions.explain_check(by=cast["counter"], at=now, check_id=check.pk, words="Tôi đi lấy số hộ dân.")
    actions.meet_demand(by=cast["leader"], at=now, demand_id=check.demands.get().pk, words="Đã xem lại tại quầy.")
    for statement in (
        "DELETE FROM conduct_photo",
        "DELETE FROM conduct_presence",
        "DELETE FROM conduct_demand",
        "DELETE FROM conduct_check",
        "UPDATE conduct_check SET words = ''",
        "UPDATE conduct_presence SET found = 'present'",
        "UPDATE conduct_presence SET explanation = ''",
        "UPDATE conduct_demand SET due_on = due_on + 1",
        "UPDATE conduct_demand SET met_at = NULL",
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE conduct_demand",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


# -- pages -------------------------------------------------------------------------------------------------------------


def sent(cast, **said):
    return {
        "held_at": "2026-11-25T09:00",
        "unit": str(cast.units["MC"].pk),
        "place": "Quầy số 1",
        "checker": "Phó Chủ tịch UBND Đinh Văn Lim",
        "seen": ["kind", "board"],
        "words": "",
        "demand": "Thay bảng phí",
        "due_on": "2026-11-30",
        f"p-{cast.people['counter'].pk}": "present",
        **said,
    }


def test_a_leader_records_and_follows_on_the_pages(cast, client_for, now):
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - beside its only use

    lim = client_for(cast.people["leader"])
    assert lim.get("/conduct/checks/new/").status_code == 200
    pictures = [SimpleUploadedFile(f"anh-{n}.png", PNG) for n in (1, 2)]
    done = lim.post("/conduct/checks/new/", {**sent(cast), "photos": pictures})
    assert done.status_code == 302
    check = Check.objects.get()
    page = lim.get(done["Location"]).content.decode()
    assert "Bảng niêm yết thiếu hoặc cũ" in page
    assert "anh-2.png" in page
    picture = check.photos.first()
    assert lim.get(f"/conduct/checks/{check.pk}/photos/{picture.pk}/").content == PNG
    demand = Demand.objects.get()
    assert lim.post(f"/conduct/demands/{demand.pk}/meet/", {"words": "Đã thay bảng mới."}).status_code == 302
    assert lim.get(f"/conduct/checks/new/?again={check.pk}").status_code == 200
    assert lim.get("/conduct/checks/new/?again=x").status_code == 404
    cuc = client_for(cast.people["counter"])
    assert "Giải trình…" in cuc.get(f"/conduct/checks/{check.pk}/").content.decode()
    assert cuc.post(f"/conduct/checks/{check.pk}/explain/", {"words": "Bảng in sai đã báo văn thư."}).status_code == 302
    assert Presence.objects.get().explanation == "Bảng in sai đã báo văn thư."
    assert client_for(cast.people["specialist"]).get(f"/conduct/checks/{check.pk}/").status_code == 404
    assert cuc.get("/conduct/checks/new/").status_code == 403


def test_a_colleague_does_not_read_the_others_line(checked, cast, client_for, now):
    check = checked()
    page = client_for(cast.people["counter2"]).get(f"/conduct/checks/{check.pk}/").content.decode()
    assert "Sầm Thị Na" in page
    assert "Phùng Thị Cúc" not in page


def test_only_a_check_that_somebody_may_open_is_a_link(checked, cast, client_for, now):
    first = checked()
    again = checked(
        again_id=first.pk, found={cast.people["counter2"].pk: rules.Presence.PRESENT}, demand="", due_on=None
    )
    told = "Thứ Ba 24/11/2026, 14:10"
    page = client_for(cast.people["counter"]).get(f"/conduct/checks/{first.pk}/").content.decode()
    assert told in page  # it took place, and is not theirs to read
    assert str(again.pk) not in page
    for name in ("counter2", "leader"):
        client = client_for(cast.people[name])
        assert f"/conduct/checks/{again.pk}/" in client.get(f"/conduct/checks/{first.pk}/").content.decode()
        assert f"/conduct/checks/{first.pk}/" in client.get(f"/conduct/checks/{again.pk}/").content.decode()


def test_a_proof_that_says_nothing_is_refused_beside_its_field(checked, cast, client_for, now):
    demand = checked().demands.get()
    told = client_for(cast.people["leader"]).post(f"/conduct/demands/{demand.pk}/meet/", {"words": "xg"})
    assert told.status_code == 409
    assert told.context["form"].errors["words"]
    demand.refresh_from_db()
    assert demand.met_at is None


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ({"place": ""}, 422, "Chưa điền ô này"),
        ({"seen": []}, 422, "Chọn ít nhất một điều"),
        ({"held_at": "hôm qua"}, 422, "Không đọc được giờ"),
        ({"due_on": ""}, 409, "cần ngày xong"),
        ({"held_at": "2026-11-25T10:13"}, 409, "chưa tới"),
    ],
)
def test_what_is_wrong_stands_beside_what_was_typed(cast, client_for, now, said, status, words):
    told = client_for(cast.people["chairman"]).post("/conduct/checks/new/", sent(cast, **said))
    assert told.status_code == status
    assert words in told.content.decode()
    assert "Thay bảng phí" in told.content.decode()


def test_the_list_is_paged_and_takes_few_statements(checked, cast, client_for, now, django_assert_max_num_queries):
    for _ in range(27):
        checked()
    client = client_for(cast.people["supervisor"])
    with django_assert_max_num_queries(12):
        page = client.get("/conduct/checks/").content.decode()
    assert page.count("data-row") == 25
    assert "Xem thêm, còn 2 lần" in page
    assert 'href="?rows=27"' in page
    more = client.get("/conduct/checks/?rows=27").content.decode()
    assert more.count("data-row") == 27
    assert "Xem thêm" not in more
    assert client.get("/conduct/checks/?rows=x").content.decode().count("data-row") == 25
