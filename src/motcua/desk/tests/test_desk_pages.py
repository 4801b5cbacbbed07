"""The pages of the desk through HTTP: who gets in, what stays, what a batch does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import actions, jobs
from motcua.dossiers.models import Dossier
from motcua.ledger.models import Act

pytestmark = pytest.mark.usefixtures("stopped")
FRAME = 5  # session, person, positions, the ward in the header, and its calendar when it is read first


def pick(dossier):
    return f"{dossier.pk}.{Dossier.objects.get(pk=dossier.pk).seen_no}"


def read(response):
    return response.content.decode()


def test_the_desk_says_what_is_due(cast, office, client_for):
    page = client_for(cast.people["specialist"]).get("/desk/")
    text = read(page)
    assert page.status_code == 200
    assert "8 lời hẹn, <b>3 đã trễ</b>, 1 phải xong hôm nay" in text
    assert "buổi sáng đến 11:30, chiều 13:00–17:00" in text
    for word in (
        "Của tôi 8",
        "Chờ phối hợp 1",
        "xin lỗi trước, rồi làm ngay",
        "phải xong trước 17:00",
        "Soạn phiếu xin lỗi",
    ):
        assert word in text
    assert f'href="/dossiers/{office["Khế"].code}/propose_extension/"' in text


@pytest.mark.parametrize("address", ["/desk/", "/desk/ward/", "/desk/apologies/", "/desk/search/?q=man"])
def test_nobody_comes_in_without_signing_in(client, cast, address):
    page = client.get(address)
    assert (page.status_code, page["Location"][:9]) == (302, "/sign-in/")


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("leader", 200),
        ("chairman", 200),
        ("director", 200),
        ("head", 200),
        ("supervisor", 200),
        ("counter", 403),
        ("specialist", 403),
        ("clerk", 403),
        ("admin", 403),
    ],
)
def test_who_reads_the_overview(cast, office, client_for, who, status):
    assert client_for(cast.people[who]).get("/desk/ward/").status_code == status


@pytest.mark.parametrize(
    ("who", "status"),
    [("leader", 200), ("chairman", 200), ("head", 403), ("supervisor", 403), ("specialist", 403)],
)
def test_who_reads_apologies(cast, office, client_for, who, status):
    assert client_for(cast.people[who]).get("/desk/apologies/").status_code == status


def test_everybody_lands_where_their_work_is(cast, office, client_for):
    assert client_for(cast.people["supervisor"]).get("/desk/")["Location"] == "/desk/ward/"
    assert client_for(cast.people["specialist"]).get("/ward/")["Location"] == "/desk/ward/"
    for who, title in [
        ("counter", "Bàn việc của tôi"),
        ("head", "Bàn việc của đơn vị"),
        ("chairman", "Bàn việc của đơn vị"),
        ("admin", "Vị trí của bạn không có hồ sơ phải làm."),
    ]:
        assert title in read(client_for(cast.people[who]).get("/desk/"))


def test_an_empty_desk_says_what_is_next(cast, office, client_for):
    text = read(client_for(cast.people["clerk"]).get("/desk/"))
    assert "Không hồ sơ nào đang chờ." in text
    text = read(client_for(cast.people["specialist"]).get("/desk/?channel=online"))
    assert "Không hồ sơ nào khớp bộ lọc." in text


def test_filters_stay_until_they_are_lifted(cast, office, client_for):
    client = client_for(cast.people["specialist"])
    assert "7 trong 8 lời hẹn" in read(client.get("/desk/?scope=mine&paused=0"))
    assert "7 trong 8 lời hẹn" in read(client.get("/desk/"))
    assert "3 trong 8 lời hẹn" in read(client.get("/desk/?band=late"))
    assert "7 trong 8 lời hẹn" in read(client.get("/desk/"))
    assert "8 lời hẹn, " in read(client.get("/desk/?clear=1"))
    assert "8 lời hẹn, " in read(client.get("/desk/"))


@pytest.mark.parametrize(
    "query",
    ["scope=ward", "scope=%00", "procedure=zz", "unit='", "officer=%F0%9F%92%A9", "rows=-1", "rows=99999999", "band=x"],
)
def test_odd_addresses_are_ignored(cast, office, client_for, query):
    page = client_for(cast.people["specialist"]).get(f"/desk/?{query}")
    assert page.status_code == 200


def test_the_desk_reads_in_a_few_statements(cast, office, client_for):
    for who, address, most in [
        ("specialist", "/desk/", FRAME + 9),
        ("counter", "/desk/", FRAME + 10),
        ("chairman", "/desk/ward/", FRAME + 11),
        ("leader", "/desk/apologies/", FRAME + 1),
        ("specialist", "/desk/search/?q=man", FRAME + 2),
    ]:
        client = client_for(cast.people[who])
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        assert len(seen) <= most, (address, [q["sql"][:90] for q in seen])


def test_density_is_kept_per_person(cast, client_for):
    client = client_for(cast.people["specialist"])
    assert (
        client.post("/desk/density/", {"density": "roomy", "next": "/desk/?scope=unit"})["Location"]
        == "/desk/?scope=unit"
    )
    assert 'data-density="roomy"' in read(client.get("/desk/"))
    assert client.post("/desk/density/", {"density": "x", "next": "https://elsewhere.example/"})["Location"] == "/desk/"
    assert 'data-density="roomy"' not in read(client.get("/desk/"))


# -- batch -----------------------------------------------------------------------------------------------------


def test_a_batch_moves_what_it_can_and_says_why_others_stayed(cast, office, client_for):
    client = client_for(cast.people["specialist"])
    chosen = [pick(office["Nhót"]), pick(office["Sung"]), pick(office["Sấu"])]
    before = Act.objects.count()
    page = client.post("/desk/batch/", {"verb": "advance", "pick": chosen})
    text = read(page)
    assert "Đã chuyển bước 1 hồ sơ" in text
    assert "2 hồ sơ giữ nguyên" in text
    assert "Hồ sơ đang tạm dừng" in text
    assert "Bước này thuộc đơn vị hoặc vị trí khác" in text
    assert Act.objects.count() == before + 1
    assert Dossier.objects.get(pk=office["Nhót"].pk).step.name == "Ký kết quả"


def test_a_batch_over_an_older_state_is_told_and_changes_nothing(cast, office, client_for, now):
    chosen = pick(office["Nhót"])
    actions.assign(by=cast["head"], at=now, dossier_id=office["Nhót"].pk, assignee_id=cast.people["specialist"].pk)
    page = client_for(cast.people["specialist"]).post("/desk/batch/", {"verb": "advance", "pick": [chosen]})
    assert "vừa làm việc trên hồ sơ này" in read(page)
    assert Dossier.objects.get(pk=office["Nhót"].pk).step.name == "Thẩm tra hồ sơ"


def test_a_batch_hands_over(cast, office, client_for):
    client = client_for(cast.people["head"])
    chosen = [pick(office["Nhót"]), pick(office["Khoai"])]
    asked = read(client.post("/desk/batch/", {"verb": "assign", "pick": chosen}))
    assert "Bàn giao 2 hồ sơ" in asked
    assert "Quách Văn Tre, Công chức văn hóa – xã hội" in asked
    assert "Hà Thị Gấc" not in asked
    person = cast.people["specialist2"].pk
    text = read(client.post("/desk/batch/", {"verb": "assign", "pick": chosen, "assignee": str(person)}))
    assert "Đã bàn giao 2 hồ sơ" in text
    assert Dossier.objects.get(pk=office["Khoai"].pk).step.officer_id == person


def test_a_batch_prints(cast, office, client_for):
    page = client_for(cast.people["specialist"]).post("/desk/batch/", {"verb": "print", "pick": [pick(office["Nhót"])]})
    assert page["Location"] == f"/dossiers/papers/?form=06&codes={office['Nhót'].code}"


@pytest.mark.parametrize(
    "data",
    [{}, {"verb": "advance"}, {"verb": "advance", "pick": ["x", "0" * 500, "\x00.1"]}, {"pick": "here", "verb": "fly"}],
)
def test_an_empty_or_odd_batch_changes_nothing(cast, office, client_for, data):
    data = {**data, "pick": pick(office["Nhót"])} if data.get("pick") == "here" else data
    before = Act.objects.count()
    page = client_for(cast.people["specialist"]).post("/desk/batch/", data, follow=True)
    assert (page.status_code, Act.objects.count()) == (200, before)
    assert "Chưa chọn" in read(page)


def test_a_stranger_reaches_nothing(cast, office, stranger, client_for):
    before = Act.objects.count()
    for who in ("specialist", "leader"):
        client = client_for(stranger.people[who])
        for verb in ("advance", "assign", "print"):
            page = client.post("/desk/batch/", {"verb": verb, "pick": [pick(office["Nhót"])]}, follow=True)
            assert "Chưa chọn hồ sơ nào" in read(page)
    leader = client_for(stranger.people["leader"])
    assert "Không phiếu xin lỗi nào chờ ký." in read(leader.get("/desk/apologies/"))
    assert leader.post("/desk/apologies/", {"pick": [pick(office["Mận"])]}).status_code == 422
    assert office["Mận"].code not in read(leader.get("/desk/ward/"))
    assert leader.get("/desk/search/", {"q": office["Mận"].code}).status_code == 200
    assert office["Mận"].code + "/" not in read(leader.get("/desk/search/", {"q": office["Mận"].code}))
    assert Act.objects.count() == before


# -- apologies -------------------------------------------------------------------------------------------------


def test_apologies_are_read_and_signed_together(cast, office, client_for):
    client = client_for(cast.people["leader"])
    text = read(client.get("/desk/apologies/"))
    assert "Trịnh Thị Mận" in text
    assert "Chờ nơi cư trú cũ xác minh" in text
    assert "hẹn lại 27/11, 17:00" in text
    page = read(client.post("/desk/apologies/", {"pick": [pick(office["Mận"]), pick(office["Khế"])]}))
    assert "Đã ký phiếu xin lỗi cho 1 hồ sơ" in page
    assert Dossier.objects.get(pk=office["Mận"].pk).extensions.get().status == "approved"
    again = client.post("/desk/apologies/", {"pick": [pick(office["Mận"])]})
    assert "Chưa chọn phiếu nào còn chờ ký" in read(again)


# -- search ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "group", "name"),
    [
        ("trinh thi man", "Người nộp", "Trịnh Thị Mận"),
        ("Mận", "Người nộp", "Trịnh Thị Mận"),
        ("0900000001", "Điện thoại, số căn cước", "Trịnh Thị Mận"),
        ("000190000002", "Điện thoại, số căn cước", "Đoàn Văn Khế"),
        ("dang ky bien dong", "Thủ tục của hồ sơ", "Kiều Thị Dâu"),
        ("man ket hon", "Nhiều ô cùng khớp", "Trịnh Thị Mận"),
    ],
)
def test_search_answers_in_groups(cast, office, client_for, typed, group, name):
    text = read(client_for(cast.people["counter"]).get("/desk/search/", {"q": typed}))
    assert group in text
    assert name in text


def test_a_tail_finds_and_a_whole_code_opens(cast, office, client_for):
    client = client_for(cast.people["counter"])
    code = office["Mận"].code
    assert code in read(client.get("/desk/search/", {"q": code[-4:]}))
    assert client.get("/desk/search/", {"q": f" {code.lower()} "})["Location"] == f"/dossiers/{code}/"


@pytest.mark.parametrize("typed", ["", " ", "a", "\x00", "'; --", "x" * 5000, "🙂🙂", "zzzz khong co"])
def test_search_never_fails(cast, office, client_for, typed):
    page = client_for(cast.people["counter"]).get("/desk/search/", {"q": typed})
    assert page.status_code == 200


# -- apologies a leader writes better ------------------------------------------------------------------------------


def drafts(office, now):
    """The drafts the house has made by now: Khế is late and nobody has said why."""
    jobs.draft_apologies(timestamp=int(now.timestamp()))
    return Dossier.objects.get(pk=office["Khế"].pk).extensions.get()


def test_a_leader_writes_a_slip_better_and_signs_a_draft_nobody_answered(cast, office, client_for, now):
    assert drafts(office, now).status == "drafted"
    client = client_for(cast.people["leader"])
    text = read(client.get("/desk/apologies/"))
    assert "Công chức chưa ghi lý do." in text
    assert '<details class="further" data-opens>' in text  # folded until it is chosen
    man, khe = (Dossier.objects.get(pk=office[name].pk) for name in ("Mận", "Khế"))
    said = {
        "pick": [pick(man), pick(khe)],
        f"reason-{man.pk}": "Xã cũ chưa trả lời xác minh",
        f"cause-{man.pk}": "coordination",
        f"new_due-{man.pk}": "26/11/2026",
        f"reason-{khe.pk}": "Quá nhiều hồ sơ trong tuần",
        f"cause-{khe.pk}": "workload",
        f"new_due-{khe.pk}": "24/11/2026",  # a holiday
    }
    page = read(client.post("/desk/apologies/", said))
    assert "Đã ký phiếu xin lỗi cho 1 hồ sơ" in page
    assert "24/11/2026 là ngày nghỉ" in page
    assert "1 phiếu chưa ký được" in page
    letter = man.extensions.get()
    assert (letter.status, letter.reason) == ("approved", "Xã cũ chưa trả lời xác minh")
    assert letter.new_due_at == now.replace(day=26, hour=17, minute=0)
    for day, status in (("khi nào xong", "drafted"), ("27/11/2026", "approved")):
        client.post("/desk/apologies/", {**said, "pick": [pick(khe)], f"new_due-{khe.pk}": day})
        assert khe.extensions.get().status == status


def test_an_unsigned_slip_needs_its_reason(cast, office, client_for, now):
    drafts(office, now)
    khe = Dossier.objects.get(pk=office["Khế"].pk)
    page = read(client_for(cast.people["leader"]).post("/desk/apologies/", {"pick": [pick(khe)]}))
    assert "Cần nêu lý do." in page


def test_a_refused_signature_loses_no_word(cast, office, client_for, now):
    drafts(office, now)
    man, khe = (Dossier.objects.get(pk=office[name].pk) for name in ("Mận", "Khế"))
    typed = {
        f"reason-{man.pk}": "Chữ viết ở phiếu chưa chọn",
        f"cause-{man.pk}": "coordination",
        f"reason-{khe.pk}": "Quá nhiều hồ sơ trong tuần\r\nvà <thiếu> người",
        f"cause-{khe.pk}": "workload",
        f"new_due-{khe.pk}": "khi nào xong",
    }
    client = client_for(cast.people["leader"])
    answer = client.post("/desk/apologies/", {**typed, "pick": [pick(khe)]})
    text = read(answer)
    assert answer.status_code == 409
    assert "Chữ viết ở phiếu chưa chọn</textarea>" in text
    assert "Quá nhiều hồ sơ trong tuần\nvà &lt;thiếu&gt; người</textarea>" in text
    assert 'value="khi nào xong"' in text
    assert '<option value="workload" selected>' in text
    assert f'value="{pick(khe)}" checked' in text
    assert f'value="{pick(man)}" checked' not in text
    nothing = client.post("/desk/apologies/", typed)
    assert nothing.status_code == 422
    assert "Chữ viết ở phiếu chưa chọn</textarea>" in read(nothing)
