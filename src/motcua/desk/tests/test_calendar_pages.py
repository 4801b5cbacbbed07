"""The ward's calendar: read by everybody, changed by the administrator after seeing what that does to open promises."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.config import calendars
from motcua.ledger.models import Act
from motcua.offices.models import CalendarDay, OpeningHours
from motcua.promises.models import DueChange

pytestmark = pytest.mark.usefixtures("stopped")
PAGE, DAY, HOURS, FILE = "/ward/calendar/", "/ward/calendar/day/", "/ward/calendar/hours/", "/ward/calendar/import/"
STORM = {
    "starts": "2026-11-27",
    "ends": "",
    "kind": "local_off",
    "name": "Nghỉ tránh bão số 9",
    "source": "Công điện 12/CĐ-UBND",
    "certainty": "high",
    "reason": "Bão số 9 vào đất liền",
}
HEAD = "Ngày;Loại;Tên ngày;Văn bản;Độ chắc\n"


def read(response):
    return response.content.decode()


def seen(response):
    return re.search(r'name="seen" value="([^"]+)"', read(response))[1]


def file(text, name="lich.csv"):
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


@pytest.fixture
def admin(cast, client_for):
    return client_for(cast.people["admin"])


@pytest.fixture
def waiting(morning):
    """Two dossiers whose days of the limit run over 27/11."""
    return [morning.accepted("Mai Thị Me", "2026-11-20 09:00"), morning.working("Vi Văn Ổi", "2026-11-23 09:00")]


def test_everybody_of_the_ward_reads_it_and_only_the_administrator_changes_it(cast, client_for):
    for who in ("counter", "chairman", "supervisor"):
        client = client_for(cast.people[who])
        page = read(client.get(PAGE))
        assert "Ngày Văn hóa Việt Nam" in page
        assert DAY not in page
        for address in (DAY, HOURS, FILE):
            assert client.get(address).status_code == client.post(address, STORM).status_code == 403
    assert CalendarDay.objects.filter(date="2026-11-27").count() == 0


@pytest.mark.parametrize("year", ["", "2027", "1999", "99999999999", "x", "²"])
def test_a_year_says_its_days_hours_and_what_is_provisional(admin, year):
    page = read(admin.get(PAGE, {"year": year}))
    assert ("Lịch năm 2027 còn tạm: 8 ngày chưa có quyết định" in page) == (year == "2027")
    assert ("Tết Đinh Mùi" in page) == (year == "2027")
    assert "07:30-11:30, 13:00-17:00" in page


def test_a_storm_is_looked_at_first_and_then_applied_as_seen(cast, admin, waiting):
    acts = Act.objects.count()
    preview = admin.post(DAY, STORM)
    page = read(preview)
    assert f"{len(waiting)} hồ sơ hẹn trả muộn hơn." in page
    assert all(d.code[-4:] in page for d in waiting)
    assert Act.objects.count() == acts
    done = admin.post(DAY, {**STORM, "seen": seen(preview), "apply": "1"})
    assert done.url == f"{PAGE}?year=2026"
    assert CalendarDay.objects.get(ward_id=cast.ward.pk, date="2026-11-27").name == "Nghỉ tránh bão số 9"
    told = DueChange.objects.filter(promise__in=[d.promise_id for d in waiting])
    assert [c.ground for c in told] == ["Bão số 9 vào đất liền"] * len(waiting)
    act = Act.objects.order_by("-number").first()
    assert (act.verb, act.actor_name, act.note) == ("calendar.change", "Kiều Văn Gạo", "Bão số 9 vào đất liền")


def test_pressing_apply_without_having_looked_only_shows(admin, waiting):
    page = read(admin.post(DAY, {**STORM, "apply": "1"}))
    assert "Xem trước, chưa ghi gì" in page
    assert not CalendarDay.objects.filter(date="2026-11-27").exists()


def test_what_changed_meanwhile_is_shown_anew_and_not_applied(admin, morning, waiting):
    mark = seen(admin.post(DAY, STORM))
    morning.accepted("Tống Thị Bí", "2026-11-24 09:00")
    late = admin.post(DAY, {**STORM, "seen": mark, "apply": "1"})
    assert late.status_code == 409
    assert "Từ lúc xem trước, lịch hoặc hồ sơ đã thay đổi" in read(late)
    assert not CalendarDay.objects.filter(date="2026-11-27").exists()
    assert admin.post(DAY, {**STORM, "seen": seen(late), "apply": "1"}).status_code == 302


def test_a_day_is_taken_out_again_and_a_row_of_days_goes_in_at_once(cast, admin):
    row = {**STORM, "starts": "2026-12-01", "ends": "2026-12-03"}
    admin.post(DAY, {**row, "seen": seen(admin.post(DAY, row)), "apply": "1"})
    held = CalendarDay.objects.filter(ward_id=cast.ward.pk, removed=False, name=STORM["name"])
    assert held.count() == 3
    back = {"starts": "2026-12-02", "kind": "ordinary", "certainty": "high", "reason": "Bão tan"}
    admin.post(DAY, {**back, "seen": seen(admin.post(DAY, back)), "apply": "1"})
    assert held.count() == 2
    assert admin.post(DAY, back).status_code == 409
    assert "Lịch đã đúng như vậy" in read(admin.post(DAY, back))


def test_the_form_begins_with_the_day_that_was_clicked(admin):
    page = read(admin.get(DAY, {"day": "2026-11-24"}))
    assert "Ngày Văn hóa Việt Nam" in page
    for odd in ("", "x", "2026-13-01", "\x00", "2026-11-25"):
        assert admin.get(DAY, {"day": odd}).status_code == 200


def test_hours_are_typed_as_people_write_them(cast, admin):
    typed = {"valid_from": "2026-12-01", "basis": "Quyết định 5", "reason": "Giờ mùa đông"}
    typed |= {f"weekly_T{n}": "8h-11h30; 13h30-17h" for n in range(2, 7)}
    wrong = admin.post(HOURS, {**typed, "extra_T7": "sáng"})
    assert wrong.status_code == 422
    assert "Viết giờ như 07:30-11:30" in read(wrong)
    assert admin.post(HOURS, {"valid_from": "2026-12-01", "reason": "x"}).status_code == 409
    admin.post(HOURS, {**typed, "seen": seen(admin.post(HOURS, typed)), "apply": "1"})
    row = OpeningHours.objects.get(ward_id=cast.ward.pk, valid_from="2026-12-01")
    assert row.weekly == {str(n): [["08:00", "11:30"], ["13:30", "17:00"]] for n in range(5)}
    assert "08:00-11:30, 13:30-17:00" in read(admin.get(PAGE))


def test_a_year_goes_out_to_a_spreadsheet_and_comes_back_changed(cast, admin):
    out = admin.get("/ward/calendar/year.csv", {"year": "2027"}).content
    assert out.startswith(b"\xef\xbb\xbf")
    same = admin.post(FILE, {"file": file(out), "reason": "Nạp lại"})
    assert same.status_code == 409
    assert "Lịch đã đúng như vậy" in read(same)
    settled = out.decode("utf-8-sig").replace("tạm, chưa có quyết định", "chắc").replace("một phương án", "chắc")
    preview = admin.post(FILE, {"file": file(settled), "reason": "Thông báo 1/TB-BNV"})
    kept = re.search(r'name="kept" value="([^"]+)"', read(preview))[1]
    again = {"kept": kept, "name": "lich.csv", "reason": "Thông báo 1/TB-BNV", "seen": seen(preview), "apply": "1"}
    assert admin.post(FILE, again).url == f"{PAGE}?year=2027"
    assert not CalendarDay.objects.filter(ward_id=cast.ward.pk, certainty__in=["low", "provisional"]).exists()
    assert "còn tạm" not in read(admin.get(PAGE, {"year": "2027"}))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", "", "rỗng"),
        ("a.pdf", "x", "Chỉ nhận tệp .csv, .xlsx, .yaml hoặc .json."),
        ("a.csv", "a;b\n1;2\n", "thiếu cột “Ngày”"),
        ("a.csv", HEAD, "Không thấy ngày nào"),
        ("a.csv", HEAD + "32/01/2027;nghỉ lễ;a;b;\n", "dòng 2: Không đọc được ngày"),
        ("a.csv", HEAD + '"05/02/2027;nghỉ lễ', "CSV viết sai"),
        ("a.csv", b"\xff\xfe\x00", "không phải UTF-8"),
        ("a.csv", "Ngày;" * 70 + "\n", "quá nhiều"),
        ("a.yaml", "days: [", "YAML viết sai"),
        ("a.json", "[1, 2]", "Không thấy ngày nào"),
        ("a.xlsx", "PK", "Không đọc được bảng tính"),
    ],
)
def test_a_bad_file_gets_a_sentence_and_changes_nothing(admin, name, content, words):
    acts = Act.objects.count()
    answer = admin.post(FILE, {"file": file(content, name), "reason": "Nạp"})
    assert answer.status_code == 422
    assert words in read(answer)
    assert Act.objects.count() == acts


@pytest.mark.parametrize("kept", ["", "%%%", "AAAA"])
def test_a_damaged_preview_is_told(admin, kept):
    answer = admin.post(FILE, {"kept": kept, "name": "a.csv", "reason": "x", "seen": "1", "apply": "1"})
    assert answer.status_code == 422


@pytest.mark.parametrize("bad", ["", "\x00", "🙂" * 3000, "x' OR 1=1", "31/02/2026"])
@pytest.mark.parametrize("field", ["starts", "ends", "kind", "name", "source", "certainty", "reason"])
def test_odd_input_gets_a_sentence_and_changes_nothing(admin, field, bad):
    acts = Act.objects.count()
    answer = admin.post(DAY, {**STORM, field: bad, "seen": "x", "apply": "1"})
    fine = bad in {"x' OR 1=1", "31/02/2026"} and field in {"name", "source", "reason"}
    assert answer.status_code == (409 if fine or (field, bad) == ("ends", "") else 422)
    assert Act.objects.count() == acts


def test_the_range_is_in_order_and_short(admin):
    for ends in ("2026-11-26", "2027-11-27"):
        assert admin.post(DAY, {**STORM, "ends": ends}).status_code == 422


def test_another_ward_is_not_touched(cast, stranger, client_for, waiting):
    other = client_for(stranger.people["admin"])
    preview = other.post(DAY, STORM)
    assert "Không hồ sơ nào bị dời" in read(preview)
    other.post(DAY, {**STORM, "seen": seen(preview), "apply": "1"})
    assert not CalendarDay.objects.filter(ward_id=cast.ward.pk, date="2026-11-27").exists()
    assert not DueChange.objects.exists()


def test_a_preview_of_many_reads_in_few_statements(admin, morning, django_assert_max_num_queries):
    for n in range(8):
        morning.accepted(f"Người Thứ {n}", "2026-11-23 09:00")
    admin.post(DAY, STORM)
    with django_assert_max_num_queries(16):
        admin.post(DAY, STORM)
    with django_assert_max_num_queries(11):
        admin.get(PAGE)


def test_the_command_shows_tries_and_takes_in(cast, morning, tmp_path, capsys):
    morning.accepted("Mai Thị Me", "2026-11-23 09:00")
    assert calendars.show(ward_code="hoa-gao", year=2027) == 0
    assert "Còn tạm." in capsys.readouterr().out
    taken = tmp_path / "bao.csv"
    taken.write_text(HEAD + "27/11/2026;nghỉ riêng;Nghỉ bão;Công điện 12;\n", encoding="utf-8")
    assert calendars.take_in(ward_code="hoa-gao", file=taken, reason="bão", dry_run=True) == 0
    assert not DueChange.objects.exists()
    assert "chưa ghi gì" in capsys.readouterr().out
    assert calendars.take_in(ward_code="hoa-gao", file=taken, reason="bão", dry_run=False) == 0
    assert CalendarDay.objects.filter(ward_id=cast.ward.pk, date="2026-11-27").exists()
    taken.write_text(HEAD + "xx;nghỉ riêng;Nghỉ bão;Công điện 12;\n", encoding="utf-8")
    assert calendars.take_in(ward_code="hoa-gao", file=taken, reason="bão", dry_run=False) == 1
    assert "dòng 2" in capsys.readouterr().out


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_fit_and_a_storm_goes_in_by_the_keyboard(cast, morning, page_for, look, width):
    morning.accepted("Mai Thị Me", "2026-11-23 09:00")
    page = page_for(cast.people["admin"], width)

    def fits(name):
        look(page, f"calendar-{name}-{width}")

    for name, address in (("year", f"{PAGE}?year=2027"), ("hours", HOURS), ("import", FILE)):
        page.goto(address)
        fits(name)
    page.goto(DAY)
    for name, value in STORM.items():
        control = page.locator(f"[name={name}]")
        if name in {"kind", "certainty"}:
            control.select_option(value)
        elif value:
            control.fill(value)
    page.keyboard.press("Control+Enter")
    page.get_by_text("Xem trước, chưa ghi gì").wait_for()
    fits("preview")
    page.get_by_role("button", name="Áp dụng").press("Enter")
    page.get_by_text("Đã đổi lịch").wait_for()
    fits("changed")
    assert CalendarDay.objects.filter(ward_id=cast.ward.pk, date="2026-11-27").exists()
