"""Accept: a code, a promise, a first station; exactly one outcome at the door."""

from uuid import uuid4

import pytest

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Applicant, Channel, Comer, ComerKind


def test_it_starts_the_clock_and_writes_one_act(play, at):
    dossier = play.accepted()
    kept = Dossier.objects.select_related("promise", "step").get(pk=dossier.pk)
    assert (kept.code, kept.serial, kept.status) == ("H99.16-261112-0001", 1, "processing")
    assert (kept.accepted_at, kept.promise.first_due_at) == (at("2026-11-12 09:10"), at("2026-11-19 17:00"))
    assert (kept.step.number, kept.step.role, kept.step.unit_id) == (1, "counter", play.cast.units["MC"].pk)
    act = play.last_act()
    assert (act.verb, act.actor_name, act.subject_label) == ("dossier.accept", "Phùng Thị Cúc", kept.code)
    assert play.changed("dossier")["status"] == ["lodged", "processing"]
    promised = [entry["set"]["due_at"] for entry in act.changes if entry["kind"] == "promise"]
    assert promised == [[None, "2026-11-19T17:00:00+07:00"], [None, "2026-11-12T09:40:00+07:00"]]  # the whole, the step


def test_the_ledger_holds_no_number_or_phone_of_a_person(play):
    play.accepted()
    text = str(list(type(play.last_act()).objects.values_list("changes", "note", "subject_label")))
    assert "000190000123" not in text
    assert "0900000123" not in text
    assert "Ngâu" not in text


def test_codes_count_anew_each_day_and_keep_their_pattern(play):
    codes = [play.accepted(when=when).code for when in ("2026-11-12 09:10", "2026-11-12 09:11", "2026-11-13 08:00")]
    assert codes == ["H99.16-261112-0001", "H99.16-261112-0002", "H99.16-261113-0001"]


def test_a_lodged_dossier_keeps_its_code_and_counts_from_acceptance(play, at):
    dossier = play.lodged()
    assert (dossier.status, dossier.promise_id) == ("lodged", None)
    accepted = actions.accept(by=play.cast["counter"], at=at("2026-11-13 14:00"), dossier_id=dossier.pk)
    assert (accepted.code, accepted.promise.counted_from) == (dossier.code, at("2026-11-13 14:00"))
    assert accepted.promise.first_due_at == at("2026-11-20 17:00")


@pytest.mark.parametrize(
    ("channel", "when", "counted", "due"),
    [
        (Channel.ONLINE, "2026-11-12 19:30", "2026-11-13 07:30", "2026-11-20 17:00"),
        (Channel.ONLINE, "2026-11-14 10:00", "2026-11-16 07:30", "2026-11-23 17:00"),  # a Saturday
        (Channel.DIRECT, "2026-11-12 19:30", "2026-11-12 19:30", "2026-11-19 17:00"),  # an evening opening
        (Channel.POST, "2026-11-12 16:59", "2026-11-12 16:59", "2026-11-19 17:00"),
    ],
)
def test_online_out_of_hours_counts_from_the_next_opening(play, at, channel, when, counted, due):
    dossier = play.accepted(when=when, channel=channel)
    assert (dossier.promise.counted_from, dossier.promise.due_at) == (at(counted), at(due))


def test_a_same_day_dossier_after_the_cut_off_is_due_the_next_working_day(play, at):
    assert play.accepted("birth", "2026-11-12 14:59").promise.due_at == at("2026-11-12 17:00")
    assert play.accepted("birth", "2026-11-12 15:00").promise.due_at == at("2026-11-13 17:00")


def test_a_missing_required_paper_is_refused_unless_seen_complete(play, at):
    bare = play.intake(papers=play.intake().papers[:1])
    with play.refused("intake.incomplete") as told:
        actions.accept(by=play.cast["counter"], at=at("2026-11-12 09:10"), intake=bare)
    assert "Giấy tờ chứng minh" in told[0].vi
    assert actions.accept(by=play.cast["counter"], at=at("2026-11-12 09:10"), intake=bare, complete=True).code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"applicant": Applicant(name="  ")}, "intake.name"),
        ({"comer": Comer(kind=ComerKind.PROXY, name="Vũ Văn Ổi")}, "intake.mandate"),
        ({"comer": Comer(kind=ComerKind.PROXY, mandate="Giấy ủy quyền 01")}, "intake.mandate"),
        ({"case_id": uuid4(), "papers": ()}, "missing"),
    ],
)
def test_what_the_door_does_not_take(play, at, said, code):
    with play.refused(code):
        actions.accept(by=play.cast["counter"], at=at("2026-11-12 09:10"), intake=play.intake(**said))


def test_a_proxy_with_a_mandate_is_taken(play):
    comer = Comer(kind=ComerKind.PROXY, name="Vũ Văn Ổi", mandate="Giấy ủy quyền 01/2026")
    assert play.accepted(comer=comer).comer_kind == "proxy"


def test_only_the_counter_accepts(play, at):
    dossier = play.lodged()
    able = play.who_may(lambda by: actions.accept(by=by, at=at("2026-11-12 10:00"), dossier_id=dossier.pk))
    assert able == {"counter", "counter2", "director"}


def test_another_ward_finds_nothing(play, at, stranger):
    dossier = play.lodged()
    with play.refused("missing"):
        actions.accept(by=stranger["counter"], at=at("2026-11-12 10:00"), dossier_id=dossier.pk)
    with play.refused("missing"):
        actions.accept(by=stranger["counter"], at=at("2026-11-12 10:00"), intake=play.intake())


def test_whoever_saw_an_older_state_is_told(play, at):
    dossier = play.lodged()
    play.told_who_moved_it(
        dossier,
        lambda seen: actions.accept(
            by=play.cast["counter2"], at=at("2026-11-12 10:00"), dossier_id=dossier.pk, seen=seen
        ),
    )


def test_the_three_outcomes_exclude_one_another(play, at):
    by, when = play.cast["counter"], at("2026-11-12 10:00")
    outcomes = {
        "accept": lambda pk: actions.accept(by=by, at=when, dossier_id=pk),
        "turn_away": lambda pk: actions.turn_away(by=by, at=when, dossier_id=pk, reason="Không thuộc thẩm quyền"),
    }
    for first in outcomes.values():
        dossier = play.lodged()
        first(dossier.pk)
        for second in outcomes.values():
            with play.refused("intake.decided"):
                second(dossier.pk)
        with play.refused("intake.decided"):
            actions.ask_completion(by=by, at=when, dossier_id=dossier.pk, items=("Tờ khai",), reason="Thiếu")


def test_acceptance_never_comes_before_lodging(play, at):
    dossier = play.lodged()
    with play.refused("dossier.before_last"):
        actions.accept(by=play.cast["counter"], at=at("2026-11-12 08:59"), dossier_id=dossier.pk)


def test_a_dossier_of_another_system_enters_once(play, at):
    play.accepted(external_code="000.00.16.H29-261112-0007")
    with play.refused("intake.external_known"):
        play.accepted(external_code="000.00.16.H29-261112-0007")
    play.accepted(external_code="000.00.16.H29-261112-0008")


def test_the_fee_is_due_unless_exempt(play):
    due, exempt, free = play.accepted("land"), play.accepted("land", exemption="Hộ nghèo"), play.accepted()
    assert [(d.money, int(d.fee)) for d in (due, exempt, free)] == [("due", 50000), ("exempt", 0), ("none", 0)]
