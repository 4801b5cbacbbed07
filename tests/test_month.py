"""A replayed ward lives on: promises break, nobody is silent, gateways fail, the worker is killed. By the command."""

import json

import pytest


@pytest.fixture(scope="module")
def lived(installed):
    """An Thắng, and twelve days after its report; its gateways fail a third of the time."""
    installation = installed("month", migrated=True)
    words = ("--days", "11", "--a-day", "8", "--minutes", "60", "--kills", "4", "--json")
    return installation, json.loads(installation.run("demo", "month", "--replay", "an-thang-2025", *words).stdout)


@pytest.mark.slow
def test_no_promise_breaks_in_silence(lived):
    _, story = lived
    assert story["wrong"] == []
    assert story["holds"]
    figures = story["figures"]
    assert figures["breaches"] == figures["apologised_in_time"] > 0
    assert figures["second"] == figures["escalated"] == figures["second_refused"] > 0
    assert figures["messages"] == figures["sent"] + figures["by_hand"] + figures["held"] > 100
    assert figures["troubles"] > figures["tries"] / 5
    assert figures["kills"] == 4
    assert figures["failed_jobs"] == 0


@pytest.mark.slow
def test_the_audit_of_a_lived_month_holds(lived):
    installation, story = lived
    found = json.loads(installation.run("promises", "audit", "--ward", "H99.25", "--json").stdout)
    dossiers = found["wards"][0]["kinds"]["dossier"]
    assert dossiers["unapologised"] == 0
    assert dossiers["blocked"] == story["figures"]["second"]
    assert installation.run("ledger", "verify").returncode == 0


def test_the_clock_of_the_demonstration_is_given_back(lived):
    installation, _ = lived
    assert (installation.home / "demo-clock").exists()
    installation.run("demo", "clock", "--real")
    assert not (installation.home / "demo-clock").exists()


def test_a_ward_nobody_knows_is_an_honest_no(lived):
    installation, _ = lived
    assert "[" in installation.run("demo", "month", "--ward", "H99.99", status=1).stderr
