"""Signing in: name and password, the authenticator, failed tries, old sessions, one's own page."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client

from motcua.accounts import actions
from motcua.config import settings as stored

PASSWORD = "mot-cua-thu-nghiem"
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
ENGLISH = ("Sign In", "Password", "Username", "Code", "Submit", "required", "Activate", "Confirm")


@pytest.fixture(autouse=True)
def own_counts(settings):
    """Failed tries counted in this process only, from zero."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "tries"}}
    cache.clear()


def sign_in(client, name, password=PASSWORD):
    return client.post("/sign-in/", {"login": name, "password": password})


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_name_and_password_lead_to_the_desk(cast):
    client = Client()
    page = client.get("/sign-in/").content.decode()
    assert "Tên đăng nhập" in page
    assert "Mật khẩu" in page
    assert not [word for word in ENGLISH if f">{word}" in page]
    answer = sign_in(client, "counter")
    assert (answer.status_code, answer["Location"]) == (302, "/desk/")
    assert client.get("/me/").context["person"] == cast.people["counter"]


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("counter", "sai", "chưa đúng"),
        ("nobody", PASSWORD, "chưa đúng"),
        ("", "", "Ô này còn trống."),
        ("counter\0", PASSWORD, ""),
        ("x" * 5000, "y" * 5000, ""),
        ("' OR 1=1 --", "<script>", "chưa đúng"),
    ],
)
def test_what_cannot_be_right_is_said_in_a_sentence(cast, name, password, said):
    client = Client()
    answer = sign_in(client, name, password)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_after_five_wrong_passwords_the_right_one_waits_too(cast):
    client = Client()
    for _ in range(5):
        sign_in(client, "counter", "sai")
    answer = sign_in(client, "counter")
    assert "Chờ 5 phút" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert sign_in(Client(REMOTE_ADDR="10.0.0.9"), "specialist").status_code == 302


def test_failed_tries_are_counted_between_server_processes():
    assert stored.CACHES["default"]["BACKEND"].endswith(("FileBasedCache", "DatabaseCache"))


def test_an_old_session_ends_when_its_person_is_deactivated(cast, client_for):
    client = client_for(cast.people["counter"])
    assert client.get("/me/").status_code == 200
    actions.deactivate(by=cast["admin"], at=NOW, person_id=cast.people["counter"].pk, reason="chuyển công tác")
    assert client.get("/me/")["Location"].startswith("/sign-in/")
    assert client.get("/desk/")["Location"].startswith("/sign-in/")
    assert sign_in(Client(), "counter")["Location"] == "/sign-in/inactive/"
    assert "chưa đúng" in sign_in(Client(), "counter", "sai").content.decode(), "only the right password is told so"


def test_a_new_password_ends_other_sessions_and_keeps_this_one(cast, client_for):
    here, there = client_for(cast.people["counter"]), client_for(cast.people["counter"])
    answer = here.post("/me/password/", {"old": PASSWORD, "new": "mưa rơi trên phố"})
    assert answer.status_code == 302
    assert here.get("/me/").status_code == 200
    assert there.get("/me/").status_code == 302
    assert sign_in(Client(), "counter", "mưa rơi trên phố").status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sai", "mưa rơi trên phố", "Mật khẩu đang dùng chưa đúng"),
        (PASSWORD, "ngắn", "Mật khẩu cần ít nhất 10 ký tự."),
        (PASSWORD, "1234567890", "dễ đoán"),
        (PASSWORD, "", "Ô này còn trống."),
        (PASSWORD, "x" * 300, ""),
    ],
)
def test_a_poor_password_is_refused_in_words_and_nothing_changes(cast, client_for, old, new, said):
    client = client_for(cast.people["counter"])
    answer = client.post("/me/password/", {"old": old, "new": new})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    cast.people["counter"].refresh_from_db()
    assert cast.people["counter"].check_password(PASSWORD)


def test_habits_are_kept_and_odd_ones_refused(cast, client_for):
    client = client_for(cast.people["counter"])
    habits = {"density": "roomy", "keys": "off", "digest": "on", "digest_at": "08:30"}
    client.post("/me/preferences/", habits)
    page = client.get("/me/").content.decode()
    assert 'data-density="roomy"' in page
    assert 'data-keys="off"' in page
    assert '<option value="08:30" selected>' in page
    for odd in ({"density": "<b>"}, {"digest": "mai"}, {"digest_at": "03:00"}):
        assert client.post("/me/preferences/", {**habits, **odd}).status_code == 422


@pytest.mark.django_db(transaction=True)  # allauth says what it did once it is committed
def test_the_authenticator_from_switching_on_to_spare_codes_and_off(cast):
    client = Client()
    sign_in(client, "counter")
    client.post("/sign-in/again/", {"password": PASSWORD})
    page = client.get("/sign-in/2/totp/activate/")
    assert "Bật mã xác thực" in page.content.decode()
    wrong = client.post("/sign-in/2/totp/activate/", {"code": "000000x"})
    assert "Mã chưa đúng" in wrong.content.decode()
    secret = client.get("/sign-in/2/totp/activate/").context["form"].secret
    answer = client.post("/sign-in/2/totp/activate/", {"code": code_of(secret)}, follow=True)
    assert "Đã bật mã xác thực" in answer.content.decode()
    spare = answer.context["unused_codes"]
    assert "Đang bật" in client.get("/me/").content.decode()

    other = Client()
    assert sign_in(other, "counter")["Location"] == "/sign-in/2/authenticate/"
    assert other.get("/me/").status_code == 302
    assert "Gõ mã 6 chữ số" in other.get("/sign-in/2/authenticate/").content.decode()
    assert "Mã chưa đúng" in other.post("/sign-in/2/authenticate/", {"code": "1"}).content.decode()
    other.post("/sign-in/2/authenticate/", {"code": spare[0]})
    assert other.get("/me/").status_code == 200

    third = Client()
    sign_in(third, "counter")
    third.post("/sign-in/2/authenticate/", {"code": spare[0]})
    assert third.get("/me/").status_code == 302, "a spare code opens once"

    assert "Lấy mã dự phòng mới" in client.get("/sign-in/2/recovery-codes/generate/").content.decode()
    assert spare[1] in client.get("/sign-in/2/recovery-codes/download/").content.decode()
    assert "Tắt mã xác thực" in client.get("/sign-in/2/totp/deactivate/").content.decode()
    client.post("/sign-in/2/totp/deactivate/")
    assert sign_in(Client(), "counter")["Location"] == "/desk/"


def test_something_grave_asks_for_the_password_again(cast, client_for):
    client = client_for(cast.people["counter"])  # signed in without a password just now
    answer = client.get("/sign-in/2/totp/activate/")
    assert answer["Location"].startswith("/sign-in/again/")
    page = client.get(answer["Location"]).content.decode()
    assert "Xin gõ lại mật khẩu" in page
    assert "Mật khẩu chưa đúng" in client.post(answer["Location"], {"password": "sai"}).content.decode()
    assert client.post(answer["Location"], {"password": PASSWORD})["Location"] == "/sign-in/2/totp/activate/"


@pytest.mark.parametrize("address", ["/me/", "/sign-in/2/", "/sign-in/2/totp/activate/", "/sign-in/2/recovery-codes/"])
def test_nobody_unsigned_sees_these_pages(db, address):
    answer = Client().get(address, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/sign-in/")


def test_nobody_signs_up_and_signing_out_asks(cast, client_for):
    assert "Quản trị của phường lập" in Client().get("/sign-in/closed/").content.decode()
    assert "đã đóng" in Client().get("/sign-in/inactive/").content.decode()
    client = client_for(cast.people["counter"])
    assert "Việc đang gõ dở" in client.get("/sign-out/").content.decode()
    assert client.post("/sign-out/")["Location"] == "/sign-in/"
    assert client.get("/me/").status_code == 302
