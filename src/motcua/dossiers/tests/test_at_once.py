"""Many at once, on real connections: one succeeds and the others are told; nothing waits for ever."""

import random
import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connections, transaction

from motcua.acts import Refused
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Cause, NewResult, ReturnWay
from motcua.ledger import queries as ledger
from motcua.ledger.actions import action, change, subject
from motcua.promises import queries as promised

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts):
    """Run each act on a thread and a connection of its own; what each was told: `done` or the code of its refusal."""
    told, faults = [], []
    start = threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait()
            act()
            told.append("done")
        except Refused as no:
            told.append(no.code)
        except BaseException as fault:  # noqa: BLE001 - whatever a thread raises is told below
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    return sorted(told)


def waiting(first, second):
    """`second` starts while `first` has acted and not committed; it must see what `first` leaves."""
    acted, told, faults = threading.Event(), [], []

    def run():
        acted.wait()
        try:
            second()
            told.append("done")
        except Refused as no:
            told.append(no.code)
        except BaseException as fault:  # noqa: BLE001 - told below
            faults.append(fault)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    with transaction.atomic():
        first()
        acted.set()
        thread.join(timeout=0.5)  # it waits for the lock we hold
        assert thread.is_alive()
    thread.join()
    assert faults == []
    return told


def test_two_accept_the_same_lodged_dossier(play, at):
    dossier = play.lodged()
    acts = [
        lambda who=who: actions.accept(by=play.cast[who], at=at("2026-11-12 10:00"), dossier_id=dossier.pk)
        for who in ("counter", "counter2", "director")
    ]
    assert together(*acts) == ["done", "intake.decided", "intake.decided"]
    assert Dossier.objects.get().steps.count() == 1


def test_two_bring_the_same_dossier_of_another_system(play):
    acts = [lambda: play.accepted(external_code="000.00.16.H29-261112-0007") for _ in range(3)]
    assert together(*acts) == ["done", "intake.external_known", "intake.external_known"]
    assert Dossier.objects.get().serial == 1


def test_whoever_waited_for_the_lock_sees_the_step_as_it_is_now(play, at):
    """No form, no `seen`: both at the counter press the key; the second finds a step that is not theirs."""
    dossier = play.accepted()

    def go(who):
        return lambda: actions.advance(by=play.cast[who], at=at("2026-11-12 09:30"), dossier_id=dossier.pk)

    assert waiting(go("counter"), go("counter2")) == ["forbidden"]
    assert Dossier.objects.get().steps.count() == 2


def test_whoever_waited_for_the_lock_sees_the_promise_as_it_is_now(play, at):
    """The due moved while somebody waited to finish: early or late is decided by the new due."""
    dossier = play.walked("release")

    def pause():
        actions.require_payment(
            by=play.cast["specialist"], at=at("2026-11-17 08:00"), dossier_id=dossier.pk, amount=5, reason="Thuế"
        )
        actions.take_payment(by=play.cast["counter"], at=at("2026-11-19 08:00"), dossier_id=dossier.pk)

    def finish():
        actions.advance(
            by=play.cast["clerk"], at=at("2026-11-20 09:00"), dossier_id=dossier.pk, result=NewResult(name="GCN")
        )

    assert waiting(pause, finish) == ["done"]
    assert Dossier.objects.select_related("promise").get().promise.outcome == "early"


def test_a_calendar_that_changes_meanwhile_is_not_overwritten(play, at):
    """The promise is moved by a late-announced holiday while somebody works on its dossier."""
    dossier = play.walked("work")

    @action("test.holiday")
    def holiday(*, by, at):
        promise = promised.locked(ward_id=by.ward_id, promise_id=dossier.promise_id)
        subject(promise)
        return change(
            promise, due_at=promise.due_at + timedelta(days=4), late_after=promise.late_after + timedelta(days=4)
        )

    def refuse():
        actions.refuse(by=play.cast["head"], at=at("2026-11-23 09:00"), dossier_id=dossier.pk, reason="Không đủ")

    moved = waiting(lambda: holiday(by=play.cast.system, at=at("2026-11-18 09:00")), refuse)
    assert moved == ["done"]
    assert Dossier.objects.select_related("promise").get().promise.outcome == "on_time"


def test_handing_over_and_advancing_do_not_wait_for_each_other_for_ever(play, at):
    found = []
    for _ in range(4):
        dossier = play.walked("work")
        actions.assign(
            by=play.cast["head"],
            at=at("2026-11-12 10:00"),
            dossier_id=dossier.pk,
            assignee_id=play.cast.people["specialist"].pk,
        )
        found.append(dossier.pk)
    people = play.cast.people

    def hand():
        actions.hand_over_work(
            by=play.cast["head"],
            at=at("2026-11-13 09:00"),
            from_person=people["specialist"].pk,
            to_person=people["specialist2"].pk,
            reason="Nghỉ ốm",
        )

    def advance(pk):
        return lambda: actions.advance(by=play.cast["specialist"], at=at("2026-11-13 09:00"), dossier_id=pk)

    told = together(hand, *[advance(pk) for pk in reversed(found)])
    assert set(told) <= {"done", "step.assigned"}
    assert ledger.verify(ward_id=play.cast.ward.pk) is None


THREADS, EACH = 8, 25


def test_a_busy_office_never_deadlocks_and_never_half_acts(play, at):
    """Eight officers do whatever comes to mind to the same few dossiers, and take new ones in between."""
    case = play.catalogue["marriage"]
    intake = play.intake()
    pks = [play.accepted().pk for _ in range(3)]
    actors = {who: play.cast[who] for who in play.cast.people}
    start, now = threading.Barrier(THREADS), at("2026-11-13 09:00")
    told, faults = Counter(), []

    def acts(pick):
        pk, both = pick.choice(pks), {"at": now}
        any_of = lambda *who: {"by": actors[pick.choice(who)], "dossier_id": pk, **both}  # noqa: E731 - said ten times below
        unit = ("specialist", "head", "leader")
        return pick.choice(
            [
                lambda: actions.accept(by=actors["counter"], intake=intake, **both),
                lambda: actions.advance(
                    **any_of("counter", "specialist", "leader", "clerk"), result=NewResult(name="GCN", number="1")
                ),
                lambda: actions.send_back(**any_of("leader", "clerk"), reason="Xem lại"),
                lambda: actions.ask_supplement(
                    **any_of(*unit), items=("Bản sao",), reason="Thiếu", override_basis="Luật"
                ),
                lambda: actions.complete_supplement(**any_of("counter")),
                lambda: actions.assign(**any_of("head"), assignee_id=actors["specialist"].id),
                lambda: actions.request_extension(
                    **any_of(*unit), reason="Chờ xác minh", cause=Cause.WORKLOAD, new_due=at("2026-11-27 17:00")
                ),
                lambda: actions.approve_extension(**any_of("leader")),
                lambda: actions.withdraw(**any_of("counter"), reason="Xin rút") if pick.random() < 0.1 else None,
                lambda: actions.return_result(**any_of("counter2"), way=ReturnWay.IN_PERSON, receiver="Trần Thị Ngâu"),
                lambda: actions.hand_over_work(
                    by=actors["head"], from_person=actors["specialist"].id, to_person=None, reason="Nghỉ ốm", **both
                ),
            ]
        )

    def work(seed):
        pick = random.Random(seed)
        start.wait()
        try:
            for _ in range(EACH):
                try:
                    acts(pick)()
                    told["done"] += 1
                except Refused as no:
                    told[no.code] += 1
        except BaseException as fault:  # noqa: BLE001 - told below
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert told["done"] >= THREADS
    assert sum(told.values()) == THREADS * EACH
    assert ledger.verify(ward_id=play.cast.ward.pk) is None
    taken = sorted(Dossier.objects.filter(lodged_at=now).values_list("serial", flat=True))
    assert taken == list(range(1, len(taken) + 1))
    for dossier in Dossier.objects.select_related("promise", "step"):
        still = dossier.steps.filter(closed_at=None)
        assert [s.pk for s in still] == ([dossier.step_id] if dossier.step_id else [])
        assert dossier.case_id == case
        assert (dossier.promise.paused_at is not None) == (dossier.status == "waiting")
        numbers = list(dossier.steps.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
