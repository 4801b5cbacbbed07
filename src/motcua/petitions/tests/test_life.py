"""A petition from the door to its end: what is owed at each step, by which day, and what stays on record."""

import pytest
from django.db import DatabaseError, transaction

from motcua.ledger.models import Act
from motcua.ledger.queries import verify
from motcua.petitions.models import Decision, Look, Petition
from motcua.petitions.rules import Channel, Complexity, Ground, Matter, Part
from motcua.petitions.tests.conftest import NAME, PHRASE, moment
from motcua.promises.models import Promise


@pytest.mark.parametrize(
    ("matter", "due"),
    [
        ("complaint", "2026-11-12"),  # ten days
        ("denunciation", "2026-11-11"),  # seven working days
        ("proposal", "2026-11-16"),  # ten working days
        ("unclear", "2026-11-11"),  # the nearest of all it may be
    ],
)
def test_the_first_handling_is_owed_from_the_receipt(book, matter, due):
    assert book.owed(book.receive(matter)) == {"initial": due}


def test_numbers_have_no_gap_and_begin_anew_each_year(book):
    with book.refused("petition.text"):
        book.receive(content=" ")
    dates = ("2026-11-02 09:00", "2026-11-02 09:05", "2026-12-31 16:00", "2027-01-04 08:00")
    found = [book.receive(when=when) for when in dates]
    assert [(p.number, p.year) for p in found] == [(1, 2026), (2, 2026), (3, 2026), (1, 2027)]


def test_a_complaint_is_settled_and_sent(book):
    petition = book.accepted()
    assert book.owed(petition) == {"resolve": "2026-12-04"}  # thirty days
    petition = book.act("conclude", petition, "2026-11-20 09:00", who="specialist", **book.decision())
    assert (petition.status, book.owed(petition)) == ("concluded", {"send": "2026-11-26"})  # 24/11 is a day off
    petition = book.act("send", petition, "2026-11-23 09:00", who="clerk", text="Bưu gửi bảo đảm")
    assert (petition.status, petition.end) == ("closed", "resolved")
    assert [end for _, end, _ in book.ended(petition)] == ["done"] * 3
    assert verify(ward_id=petition.ward_id) is None


def test_a_denunciation_is_sent_and_published(book):
    petition = book.concluded("denunciation")
    assert book.owed(petition) == {"send": "2026-11-30", "publish": "2026-12-02"}
    petition = book.act("publish", petition, "2026-11-25 09:00", text="Niêm yết tại trụ sở")
    assert (petition.status, book.owed(petition)) == ("concluded", {"send": "2026-11-30"})
    petition = book.act("send", petition, "2026-12-01 09:00", who="specialist", text="Gửi hai bên")
    assert petition.end == "resolved"
    assert book.ended(petition)[-2:] == [("send", "done", "late"), ("publish", "done", "early")]
    kept = Decision.objects.get(petition=petition)
    assert (kept.sent_at, kept.published_at) == (moment("2026-12-01 09:00"), moment("2026-11-25 09:00"))


def test_a_proposal_ends_with_its_answer(book):
    found = book.accepted("proposal")
    with book.refused("petition.verdict"):
        book.act("conclude", found, "2026-11-20 09:00", **book.decision())
    petition = book.concluded("proposal")
    assert (petition.end, book.owed(petition)) == ("resolved", {})


def test_classifying_brings_a_due_nearer_and_never_moves_it_away(book):
    proposal = book.receive("proposal")
    proposal = book.act("classify", proposal, "2026-11-03 09:00", matter=Matter.DENUNCIATION)
    assert (book.owed(proposal), proposal.secret, proposal.gist) == ({"initial": "2026-11-11"}, True, "")
    assert book.ended(proposal) == [("initial", "replaced", "")]
    denounced = book.receive("denunciation")
    denounced = book.act("classify", denounced, "2026-11-03 09:00", matter=Matter.PROPOSAL, gist="Đèn đường tắt")
    assert (book.owed(denounced), denounced.secret) == ({"initial": "2026-11-11"}, False)


def test_forwarding_is_measured_from_the_receipt(book):
    early, late = book.classified("denunciation"), book.classified("denunciation")
    sent = {"body": "Thanh tra thành phố Hoa Ban", "letter": "12/UBND"}
    early = book.act("forward", early, "2026-11-09 16:00", **sent)
    late = book.act("forward", late, "2026-11-10 09:00", **sent)
    assert book.ended(early)[-1] == ("forward", "done", "on_time")
    assert book.ended(late)[-1] == ("forward", "done", "late")
    assert (late.status, late.end, book.owed(late)) == ("closed", "forwarded", {})


@pytest.mark.parametrize(
    ("verb", "end", "said"),
    [
        ("guide", "guided", {}),
        ("give_back", "given_back", {}),
        ("keep_on_file", "filed", {"ground": Ground.COPY}),
    ],
)
def test_the_other_ways_end_it_with_a_reason(book, verb, end, said):
    petition = book.classified()
    with book.refused("petition.text"):
        book.act(verb, petition, "2026-11-05 09:00", text=" ", **said)
    petition = book.act(verb, petition, "2026-11-05 09:00", text="Thuộc tòa án", **said)
    assert (petition.end, petition.remarks.get().text.endswith("Thuộc tòa án")) == (end, True)


def test_without_a_name_a_denunciation_is_filed_and_not_accepted(book):
    petition = book.classified("denunciation", name="")
    with book.refused("petition.anonymous"):
        book.act("accept", petition, "2026-11-05 09:00", handler_id=book.cast.people["specialist"].pk)
    assert book.act("keep_on_file", petition, "2026-11-05 09:00", ground=Ground.ANONYMOUS, text="x").end == "filed"
    signed = book.classified("denunciation")
    with book.refused("petition.named"):
        book.act("keep_on_file", signed, "2026-11-05 09:00", ground=Ground.ANONYMOUS, text="x")


def test_the_time_to_complain_is_ninety_days_unless_something_stood_in_the_way(book):
    petition = book.classified()
    said = {"handler_id": book.cast.people["specialist"].pk, "aware_on": moment("2026-07-01 00:00").date()}
    with book.refused("petition.time") as told:
        book.act("accept", petition, "2026-11-05 09:00", **said)
    assert "29/09/2026" in told[0].vi
    with book.refused("petition.aware"):
        book.act("accept", petition, "2026-11-05 09:00", handler_id=said["handler_id"])
    assert book.act("accept", petition, "2026-11-05 09:00", **said, obstacle="Nằm viện").status == "resolving"


def test_splitting_gives_each_part_its_number_and_the_same_receipt(book):
    mixed = book.receive("mixed", accused=("Ông Đỗ Văn Bưởi",))
    mixed = book.act("classify", mixed, "2026-11-03 09:00", matter=Matter.MIXED)
    with book.refused("petition.class"):
        book.act("accept", mixed, "2026-11-03 10:00", handler_id=book.cast.people["specialist"].pk)
    with book.refused("petition.parts"):
        book.act("split", mixed, "2026-11-03 10:00", parts=[Part(matter=Matter.COMPLAINT)])
    parts = [Part(matter=Matter.COMPLAINT, gist="Đất"), Part(matter=Matter.DENUNCIATION, gist="giấu")]
    mixed = book.act("split", mixed, "2026-11-03 10:00", parts=parts)
    assert mixed.end == "split"
    found = list(Petition.objects.filter(whole=mixed).order_by("number"))
    assert [(p.number, p.matter, p.gist, book.owed(p)["initial"]) for p in found] == [
        (2, "complaint", "Đất", "2026-11-12"),
        (3, "denunciation", "", "2026-11-11"),
    ]
    assert {p.channel for p in found} == {Channel.SPLIT}
    assert {p.accused.get().name for p in found} == {"Ông Đỗ Văn Bưởi"}


def test_a_duplicate_is_joined_to_the_first(book):
    first, again = book.receive(), book.receive(when="2026-11-03 09:00")
    with book.refused("petition.first"):
        book.act("join", again, "2026-11-04 09:00", number=99, year=2026)
    with book.refused("petition.first"):
        book.act("join", first, "2026-11-04 09:00", number=again.number, year=2026)
    again = book.act("join", again, "2026-11-04 09:00", number=first.number, year=2026)
    assert (again.end, again.joined_to) == ("joined", first)


def test_an_extension_of_the_law_is_a_new_promise_and_no_apology(book):
    petition = book.accepted("denunciation")
    assert book.owed(petition) == {"resolve": "2026-12-04"}
    with book.refused("petition.text"):
        book.act("extend", petition, "2026-12-01 09:00", complexity=Complexity.COMPLEX, text="")
    petition = book.act("extend", petition, "2026-12-01 09:00", complexity=Complexity.COMPLEX, text="Nhiều người")
    assert book.owed(petition) == {"resolve": "2027-01-04"}  # sixty days end on a Sunday
    assert ("resolve", "extended", "") in book.ended(petition)
    with book.refused("petition.extend_most"):
        book.act("extend", petition, "2026-12-20 09:00", complexity=Complexity.COMPLEX, text="Nữa")
    petition = book.act("extend", petition, "2026-12-20 09:00", complexity=Complexity.VERY_COMPLEX, text="Nữa")
    assert (book.owed(petition), petition.extensions) == ({"resolve": "2027-02-02"}, 2)
    assert not Promise.objects.filter(extended_times__gt=0).exists()


def test_a_broken_term_cannot_be_extended(book):
    petition = book.accepted()
    with book.refused("petition.extend_late"):
        book.act("extend", petition, "2026-12-05 09:00", complexity=Complexity.COMPLEX, text="Muộn rồi")


def test_a_complaint_is_extended_once_to_forty_five_days(book):
    petition = book.act("extend", book.accepted(), "2026-12-01 09:00", complexity=Complexity.COMPLEX, text="Khó")
    assert book.owed(petition) == {"resolve": "2026-12-21"}  # 45 days end on a Saturday
    with book.refused("petition.extend_most"):
        book.act("extend", petition, "2026-12-02 09:00", complexity=Complexity.VERY_COMPLEX, text="Khó")


def test_a_suspension_stands_still_and_goes_with_an_extension(book):
    petition = book.accepted("denunciation")
    petition = book.act("suspend", petition, "2026-11-10 09:00", letter="7/QĐ", text="Chờ giám định")
    assert petition.status == "suspended"
    with book.refused("petition.state"):
        book.act("conclude", petition, "2026-11-11 09:00", **book.decision("2026-11-11 09:00"))
    petition = book.act("resume", petition, "2026-11-20 09:00")
    assert book.owed(petition) == {"resolve": "2026-12-14"}  # ten days later
    petition = book.act("extend", petition, "2026-12-01 09:00", complexity=Complexity.COMPLEX, text="Nhiều người")
    assert book.owed(petition) == {"resolve": "2027-01-13"}  # sixty and ten days from 04/11


def test_stopping_ends_a_pause_and_keeps_the_promise(book):
    petition = book.act("suspend", book.accepted(), "2026-11-10 09:00", letter="7/QĐ", text="Chờ tòa")
    petition = book.act("stop", petition, "2026-11-12 09:00", letter="8/QĐ", text="Đã có bản án")
    assert (petition.end, book.ended(petition)[-1]) == ("stopped", ("resolve", "done", "early"))


def test_a_withdrawn_complaint_is_over_and_a_withdrawn_denunciation_may_go_on(book):
    complaint, denounced = book.accepted(), book.accepted("denunciation")
    with book.refused("petition.withdrawn"):
        book.act("withdraw", complaint, "2026-11-10 09:00", text="Đơn rút", goes_on=True)
    complaint = book.act("withdraw", complaint, "2026-11-10 09:00", text="Đơn rút")
    assert (complaint.end, book.ended(complaint)[-1]) == ("withdrawn", ("resolve", "dropped", ""))
    denounced = book.act("withdraw", denounced, "2026-11-10 09:00", text="Đơn rút", goes_on=True)
    assert (denounced.status, list(book.owed(denounced))) == ("resolving", ["resolve"])


def test_a_petition_is_not_given_to_whoever_does_not_work_here(book, stranger):
    petition = book.classified("denunciation")
    for person in (book.cast.people["admin"], book.cast.people["supervisor"], stranger.people["head"]):
        with book.refused("petition.handler"):
            book.act("accept", petition, "2026-11-04 09:00", handler_id=person.pk)


def test_a_second_complaint_follows_the_first_with_the_longer_term(book):
    first = book.concluded()
    second = book.receive(previous_id=first.pk, when="2026-12-01 09:00")
    assert (second.second, second.previous) == (True, first)
    second = book.act("classify", second, "2026-12-02 09:00", matter=Matter.COMPLAINT, gist="Lần hai")
    handler = {"handler_id": book.cast.people["head"].pk, "aware_on": moment("2026-11-21 00:00").date()}
    second = book.act("accept", second, "2026-12-03 09:00", **handler)
    assert book.owed(second) == {"resolve": "2027-01-18"}  # 45 days end on a Sunday
    continued = book.denounce(previous_id=first.pk, when="2026-12-01 09:00")
    assert book.owed(continued) == {"initial": "2026-12-21"}  # twenty days


def test_reassigning_moves_what_is_owed_and_not_its_day(book):
    petition = book.accepted()
    before = book.owed(petition)
    petition = book.act("assign", petition, "2026-11-06 09:00", handler_id=book.cast.people["head"].pk)
    promise = petition.stages.get(stage="resolve").promise
    assert (book.owed(petition), promise.officer_id) == (before, book.cast.people["head"].pk)


@pytest.mark.parametrize(
    ("verb", "who", "said"),
    [
        ("classify", "counter", {"matter": Matter.COMPLAINT, "gist": "x"}),
        ("classify", "supervisor", {"matter": Matter.COMPLAINT, "gist": "x"}),
        ("guide", "clerk", {"text": "x"}),
        ("give_back", "specialist", {"text": "x"}),
        ("accept", "admin", {"handler_id": None}),
    ],
)
def test_only_the_leaders_decide(book, verb, who, said):
    petition = book.classified()
    with pytest.raises(Exception, match=r"forbidden|missing"):
        book.act(verb, petition, "2026-11-05 09:00", who=who, **said)
    assert Petition.objects.get(pk=petition.pk).seen_no == petition.seen_no


def test_whoever_was_overtaken_is_told_by_whom(book):
    petition = book.classified()
    with book.refused("petition.moved") as told:
        book.act("guide", petition, "2026-11-05 09:00", text="x", seen=1)
    assert "Chu Văn Lát" in told[0].vi


def test_nothing_is_done_before_the_last_act_or_after_the_end(book):
    petition = book.classified()
    with book.refused("petition.before_last"):
        book.act("guide", petition, "2026-11-02 10:00", text="x")
    petition = book.act("guide", petition, "2026-11-05 09:00", text="x")
    with book.refused("petition.state"):
        book.act("guide", petition, "2026-11-06 09:00", text="x")


def test_another_ward_finds_nothing(book, stranger):
    petition = book.classified()
    book.cast, ours = stranger, book.cast
    with book.refused("missing"):
        book.act("guide", petition, "2026-11-05 09:00", text="x")
    with book.refused("missing"):
        book.receive(previous_id=petition.pk)
    book.cast = ours


def test_the_ledger_holds_no_word_of_who_and_what(book):
    petition = book.concluded("denunciation", representatives=NAME)
    book.act("send", petition, "2026-11-25 09:00", text=PHRASE)
    other = book.act("suspend", book.accepted("denunciation"), "2026-11-10 09:00", letter=PHRASE, text=PHRASE)
    other = book.act("resume", other, "2026-11-11 09:00", text=PHRASE)
    book.act("stop", other, "2026-11-12 09:00", letter=PHRASE, text=PHRASE)
    book.visit("denunciation", result="taken", requests=PHRASE)
    acts = Act.objects.filter(verb__regex="^(petition|reception)")
    kept = str(list(acts.values_list("changes", "note", "subject_label", "verb")))
    assert "petition.send" in kept
    for planted in (NAME, "Kín", PHRASE, "000190000777", "0900000777", "ngõ Hoa Sim", "Gấc", "Nội dung đúng"):
        assert planted not in kept


def test_a_look_stands_for_ever(book):
    from motcua.petitions import actions  # noqa: PLC0415 - beside its only use

    petition = book.denounce()
    actions.see_identity(by=book.cast["chairman"], at=moment("2026-11-03 09:00"), petition_id=petition.pk)
    look = Look.objects.get()
    for change in (lambda: Look.objects.update(at=moment("2026-01-01 09:00")), look.delete):
        with pytest.raises(DatabaseError, match="stands for ever"), transaction.atomic():
            change()
    assert (look.person.name, Act.objects.latest("number").verb) == ("Chu Văn Lát", "petition.see_identity")
