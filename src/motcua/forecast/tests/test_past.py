"""What is learnt, what is known when, and that the replay of the past does not look ahead."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import actions as dossiers
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import NewResult
from motcua.forecast import actions, queries
from motcua.forecast.models import Learnt
from motcua.forecast.queries.past import MEMORY, walked
from motcua.forecast.tests.conftest import QUICK, SLOW, at


def known(office, when):
    return queries.experience(ward_id=office.cast.ward.pk, at=when, calendar=office.calendar)


def test_time_is_told_in_parts_of_the_promise(lived, now):
    found = known(lived, now)
    own = next(of for key, of in found.passed.items() if key.startswith("p:") and key.endswith(":2"))
    assert len(own) == found.paths == QUICK + SLOW
    assert all(p.ended <= 1000 for p in list(own)[:QUICK])
    assert all(p.ended > 1000 for p in list(own)[QUICK:])
    assert all(p.left <= p.ended for p in own)


def test_only_what_was_finished_before_is_known(lived):
    assert known(lived, at("2026-10-05 08:00")).paths == 0
    some = known(lived, at("2026-10-09 08:00")).paths
    assert 0 < some < QUICK + SLOW
    assert known(lived, at("2026-10-31 08:00")).paths == QUICK + SLOW
    assert known(lived, at("2026-10-31 08:00") + MEMORY).paths == 0  # too long ago


def test_a_pause_is_no_time_used(lived, now):
    """Asked for a supplement for six working days: the path is as short as without it."""
    dossier = lived.working("Kiều Thị Quế", at("2026-11-02 08:00"))
    dossiers.ask_supplement(
        by=lived.cast["specialist"],
        at=at("2026-11-03 08:00"),
        dossier_id=dossier.pk,
        items=("Giấy chứng sinh",),
        reason="Bản chụp mờ",
    )
    dossiers.complete_supplement(by=lived.cast["counter"], at=at("2026-11-11 08:00"), dossier_id=dossier.pk)
    lived.step(dossier, "specialist", at("2026-11-11 09:00"))
    lived.step(dossier, "leader", at("2026-11-11 09:10"))
    lived.step(dossier, "clerk", at("2026-11-11 09:20"), result=NewResult(name="Giấy", number="2/2026"))
    own = next(of for key, of in known(lived, now).passed.items() if key.startswith("p:") and key.endswith(":2"))
    assert own[-1].ended < 300


def test_learning_twice_keeps_the_later_and_disturbs_nothing(lived, now):
    ward = lived.cast.ward.pk
    assert actions.learn(at=now, ward_id=ward) == QUICK + SLOW
    assert actions.learn(at=now - timedelta(days=40), ward_id=ward) < QUICK + SLOW
    kept = Learnt.objects.get(ward_id=ward)
    assert (kept.learnt_at, kept.paths) == (now, QUICK + SLOW)
    assert actions.learn(at=now) == QUICK + SLOW  # every ward
    assert Learnt.objects.count() == 1


def test_learning_takes_as_many_statements_for_much_as_for_little(lived, now):
    def statements():
        with CaptureQueriesContext(connection) as seen:
            known(lived, now)
        return len(seen)

    few = statements()
    for n in range(4):
        lived.finished(f"Ung Văn Bầu {n}", at("2026-11-09 08:00"), hours=5)
    assert statements() == few <= 5


def said(office):
    return queries.replayed(ward_id=office.cast.ward.pk, least=8)


def test_the_replay_says_what_could_be_known(lived):
    """Before eight are finished nothing is said; then slow ones look as unlike the quick ones as they are."""
    found = said(lived)
    slow = {str(d.pk) for d in Dossier.objects.filter(promise__outcome="late")}
    assert {s.dossier for s in found if s.late} == slow
    assert all(s.left > 0 for s in found)
    assert any(s.chance is None for s in found)
    assert any(s.chance is not None for s in found)


def test_what_comes_later_changes_nothing_that_was_said_before(lived):
    """No leakage: further life adds sayings and changes none."""
    before = said(lived)
    lived.finished("Ung Văn Bầu", at("2026-11-02 08:00"), hours=50)
    lived.finished("Mạc Thị Mơ", at("2026-11-02 08:00"), hours=6)
    after = said(lived)
    assert after[: len(before)] == before
    assert len(after) > len(before)


def test_what_nobody_knows_yet_and_what_stands_still_is_left_out(lived, now):
    before = len(said(lived))
    running = lived.working("Bạc Thị Cam", at("2026-11-23 08:00"))
    assert len(said(lived)) == before  # open and in time
    dossiers.withdraw(by=lived.cast["counter"], at=now, dossier_id=running.pk, reason="Người nộp xin rút")
    assert len(said(lived)) == before


def test_the_backtest_uses_the_numbers_in_force(lived, now):
    found = queries.backtest(ward_id=lived.cast.ward.pk, on=now.date())
    assert found.threshold == 0.25
    assert found.forecast.dossiers == QUICK + SLOW
    assert found.plain_early.warned == 0


def test_another_ward_teaches_nothing(lived, stranger, now):
    assert queries.experience(ward_id=stranger.ward.pk, at=now, calendar=lived.calendar).paths == 0
    assert queries.replayed(ward_id=stranger.ward.pk, least=8) == []
    assert list(walked(Dossier.objects.filter(ward_id=stranger.ward.pk))) == []
