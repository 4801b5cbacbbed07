"""Whose address a request has, behind a reverse proxy and without one."""

import os
import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from motcua.config.proxies import address_of, trusted

OURS = trusted("127.0.0.1, 10.1.0.0/16, 2001:db8::/32")
PROXY = "10.1.0.5"


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # no proxy of ours: its header says nothing
        (PROXY, "198.51.100.1", "198.51.100.1"),
        (PROXY, "192.0.2.66, 198.51.100.1", "198.51.100.1"),  # the left one was written by the client
        (PROXY, "192.0.2.66, 10.1.0.9, 198.51.100.1, 10.1.7.7", "198.51.100.1"),  # two proxies in a row
        (PROXY, "10.1.0.9, 10.1.0.8", "10.1.0.9"),  # everybody is ours: the first of them asked
        (PROXY, "", PROXY),
        (PROXY, "x", PROXY),
        (PROXY, "198.51.100.1, unknown", PROXY),  # a client cannot hide behind words
        (PROXY, "198.51.100.1, unknown, 10.1.0.9", "10.1.0.9"),
        (PROXY, ",,,", PROXY),
        (PROXY, "1" * 5000, PROXY),
        (PROXY, "198.51.100.1:4711", "198.51.100.1"),
        ("::ffff:10.1.0.5", "[2001:db9::1]:4711", "2001:db9::1"),
        ("2001:db8::5", "::ffff:198.51.100.1", "198.51.100.1"),
        ("2001:db8::5", "fe80::1%eth0", "fe80::1"),
        (PROXY, "198.51.100.1\x00", PROXY),
        ("", "198.51.100.1", ""),  # a socket of the machine has no address
    ],
)
def test_the_right_most_stranger_counts(peer, forwarded, address):
    assert address_of(peer=peer, forwarded=forwarded, proxies=OURS) == address


def test_nobody_is_trusted_by_default():
    assert trusted("") == trusted(" , ") == ()
    assert address_of(peer=PROXY, forwarded="198.51.100.1", proxies=()) == PROXY


@pytest.mark.parametrize("bad", ["proxy.local", "10.0.0.1/8", "10.0.0.0/33", "127.0.0.1;10.0.0.1", "*", "x" * 500])
def test_a_bad_setting_is_one_clear_sentence_at_the_start(bad):
    done = subprocess.run(
        [sys.executable, "-c", "import motcua.config.settings"],
        env={**os.environ, "MOTCUA_TRUSTED_PROXIES": bad},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("MOTCUA_TRUSTED_PROXIES: “")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


# -- the limits of the look-up ---------------------------------------------------------------------------------------


@pytest.fixture
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    moment = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    monkeypatch.setattr(timezone, "now", lambda: moment)


def ask(forwarded, n, peer=PROXY):
    said = {"code": f"H99.16-261123-{n:04}", "tail": "0456"}
    client = Client(REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded)
    return client.post("/lookup/", said).status_code


def test_behind_a_trusted_proxy_each_visitor_has_a_limit_of_their_own(db, stopped, settings):
    settings.TRUSTED_PROXIES = OURS
    assert [ask("198.51.100.1", n) for n in range(32)] == [404] * 30 + [429] * 2
    assert ask("198.51.100.2", 0) == 404
    assert ask("198.51.100.2, 198.51.100.1", 0) == 429  # written in front: no other bucket


def test_without_one_a_header_changes_nothing(db, stopped):
    statuses = [ask(f"198.51.100.{n}", n, peer="203.0.113.9") for n in range(32)]
    assert statuses == [404] * 30 + [429] * 2


@pytest.mark.parametrize("garbage", ["\x00", "🙂", "unknown", "," * 3000, "a" * 8000])
def test_garbage_in_the_header_is_counted_for_the_proxy(db, stopped, settings, garbage):
    settings.TRUSTED_PROXIES = OURS
    assert [ask(garbage, n) for n in range(31)] == [404] * 30 + [429]
