"""The wards of the public reports, brought to life by the command, give exactly the figures of the reports."""

import json
import os

import pytest

LATE_WITHOUT_APOLOGY = """
SELECT d.code FROM dossiers_dossier d JOIN promises_promise p ON p.id = d.promise_id
WHERE p.outcome = 'late' AND NOT EXISTS (
    SELECT 1 FROM dossiers_extension e WHERE e.dossier_id = d.id AND e.status = 'sent'
    AND e.approved_at < p.first_due_at AND e.sent_at < p.first_due_at
)
"""
LATE_TWICE = "SELECT dossier_id FROM dossiers_extension GROUP BY dossier_id HAVING count(*) > 1"
CHANNELS = """
SELECT channel, online_level, count(*) FROM dossiers_dossier GROUP BY 1, 2 ORDER BY 1, 2
"""


def replayed(installation, name):
    """Play a ward and read its report."""
    done = installation.run("replay", name, "--json")
    assert "hồ sơ mỗi giây" in done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    return told, report(installation, told)


def report(installation, told, *more):
    words = ("figures", "--ward", told["ward"], "--from", told["from"], "--to", told["to"], "--json", *more)
    return json.loads(installation.run(*words).stdout)


def check(found, total):
    assert {key: found["total"][key] for key in total} == total
    assert all(identity["holds"] for identity in found["identities"])


@pytest.fixture(scope="module")
def an_thang(installed):
    """Phường An Thắng, played once for this module."""
    installation = installed("an_thang", migrated=True)
    return installation, *replayed(installation, "an-thang-2025")


@pytest.mark.slow
def test_an_thang_gives_the_figures_of_its_report(an_thang):
    installation, _, found = an_thang
    check(
        found,
        {
            "received": 1338,
            "online": 1262,
            "direct_post": 76,
            "settled": 1281,
            "early": 1226,
            "on_time": 2,
            "late": 53,
            "in_progress": 57,
            "in_time": 55,
            "overdue": 2,
        },
    )
    rates = found["rates"]
    assert rates["qd766_on_time"] == {"value": 95.89, "numerator": 1283, "denominator": 1338}
    assert rates["settled_on_time"] == {"value": 95.86, "numerator": 1228, "denominator": 1281}
    assert installation.rows(LATE_WITHOUT_APOLOGY) == []
    assert installation.rows(LATE_TWICE) == []
    assert "chuỗi nguyên vẹn" in installation.run("ledger", "verify").stdout


@pytest.mark.slow
def test_a_second_replay_says_that_it_is_there(an_thang):
    installation, told, found = an_thang
    again = installation.run("replay", "an-thang-2025", "--json")
    assert "đã có" in again.stdout
    assert json.loads(again.stdout.splitlines()[-1]) == told
    assert report(installation, told) == found


@pytest.mark.slow
def test_every_grouping_counts_the_same_dossiers(an_thang):
    installation, told, found = an_thang
    for group in ("procedure", "unit", "channel", "officer"):
        other = report(installation, told, "--by", group)
        assert other["total"] == found["total"], group
        for figure, sum_ in other["total"].items():
            assert sum(row[figure] for row in other["rows"]) == sum_, (group, figure)


@pytest.mark.slow
def test_one_changed_byte_names_its_act(an_thang):
    installation, *_ = an_thang
    import psycopg  # noqa: PLC0415 - the only test that goes behind the ledger's back

    with psycopg.connect(installation.url) as connection:
        connection.execute("ALTER TABLE ledger_act DISABLE TRIGGER USER")
        connection.execute("UPDATE ledger_act SET actor_name = actor_name || '.' WHERE number = 4321")
        connection.commit()
        try:
            assert "việc số 4321 đã bị sửa nội dung" in installation.run("ledger", "verify", status=1).stderr
        finally:
            connection.execute("UPDATE ledger_act SET actor_name = rtrim(actor_name, '.') WHERE number = 4321")
            connection.execute("ALTER TABLE ledger_act ENABLE TRIGGER USER")
            connection.commit()
    installation.run("ledger", "verify")


@pytest.mark.slow
def test_cau_tre_gives_the_figures_of_its_report(installed):
    installation = installed("cau_tre", migrated=True)
    _, found = replayed(installation, "cau-tre-2022")
    check(found, {"received": 4545, "settled": 4545, "late": 4, "online": 2756, "in_progress": 0})
    assert found["rates"]["online"]["value"] == 60.64
    assert installation.rows(LATE_WITHOUT_APOLOGY) == []


@pytest.mark.slow
@pytest.mark.skipif(os.environ.get("MOTCUA_LONG") != "1", reason="two and a half minutes: MOTCUA_LONG=1 plays it")
def test_linh_trung_gives_the_figures_of_its_report(installed):
    installation = installed("linh_trung", migrated=True)
    _, found = replayed(installation, "linh-trung-2023")
    check(found, {"received": 12558, "online": 34, "direct_post": 12524, "late": 0, "overdue": 0})
    online = {level: count for channel, level, count in installation.rows(CHANNELS) if channel == "online"}
    assert online == {"3": 33, "4": 1}
    words = ("surveys", "results", "--ward", "H99.23", "--from", "2022-12-01", "--to", "2023-05-30", "--json")
    told = json.loads(installation.run(*words).stdout)["total"]
    assert (told["satisfied"], told["n"], told["rate"]) == (111, 113, 98.23)


def test_an_unknown_ward_is_an_honest_no(installed):
    installation = installed("unknown", migrated=True)
    done = installation.run("replay", "nowhere", status=1)
    assert "an-thang-2025" in done.stderr
