"""The life of a feedback through the real actions, its promises and what the ledger keeps."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.acts import Refused
from motcua.feedback import actions, queries
from motcua.feedback.actions import NewSender
from motcua.feedback.models import Answer, Case, Photo, Sender, Stage
from motcua.feedback.queries.cases import sender_actor
from motcua.feedback.rules import Clock, Door, Ground, Privacy, Status
from motcua.ledger import queries as ledger
from motcua.ledger.models import Act

from .conftest import PNG, again, at


def clocks(case):
    """clock → how its promise ended ("" while it runs, "released" when nobody owes it)."""
    rows = Stage.objects.filter(case=case).select_related("promise").order_by("id")
    return {s.clock: s.promise.outcome or ("released" if s.promise.released_at else "") for s in rows}


def due(case, clock):
    return Stage.objects.filter(case=case, clock=clock.value).latest("round").promise.due_at


def test_lodging_gives_a_number_a_receipt_and_a_first_look_in_two_working_days(lodged):
    case = again(lodged())
    assert case.code == "PA-26-0001"
    assert len(case.receipt) == 14
    assert (case.status, case.kind) == ("new", "field")
    assert case.promise.first_due_at == at("2026-11-26 17:00")  # Tuesday 24/11 is a holiday


def test_the_whole_way_from_receipt_to_the_published_answer(cast, answered):
    case = answered()
    assert clocks(case) == {"receive": "early", "handle": "early", "publish": ""}
    assert due(case, Clock.HANDLE) == at("2026-12-15 17:00")  # fifteen working days from the receipt
    assert due(case, Clock.PUBLISH) == at("2026-11-27 17:00")
    actions.publish(
        by=cast["leader"],
        at=at("2026-11-26 08:00"),
        case_id=case.pk,
        public_subject="Đèn đường hỏng",
        public_text="",
        public_answer="Đã thay bóng đèn.",
    )
    case = again(case)
    assert case.status == "published"
    assert case.shown.public_answer == "Đã thay bóng đèn."
    assert case.promise is None
    assert clocks(case)["publish"] == "early"


def test_waiting_for_the_sender_stops_the_clock_and_asks_in_time(cast, accepted):
    case = accepted()
    actions.ask_supplement(
        by=cast["land"], at=at("2026-11-25 09:00"), case_id=case.pk, question="Ở số nhà nào, xin ông bà ghi rõ?"
    )
    case = again(case)
    assert case.status == "waiting"
    assert case.promise.paused_at == at("2026-11-25 09:00")
    assert clocks(case)["ask"] == "early"
    sender = sender_actor(cast.ward.pk)
    actions.supply(by=sender, at=at("2026-11-27 09:00"), case_id=case.pk, text="Trước số 8 và số 10.", photos=(PNG,))
    case = again(case)
    assert case.status == "handling"
    assert case.promise.due_at == at("2026-12-17 17:00")  # two working days later
    assert Photo.objects.filter(case=case).count() == 1


def test_asking_at_the_door_is_a_look_and_promises_the_answer(cast, lodged):
    case = lodged()
    actions.ask_supplement(by=cast["counter"], at=at("2026-11-24 09:00"), case_id=case.pk, question="Ở đâu?")
    assert clocks(case) == {"ask": "early", "receive": "early", "handle": ""}
    assert again(case).status == "waiting"


def test_who_was_asked_and_let_the_time_pass_is_refused_and_not_before(cast, accepted):
    case = accepted()
    actions.ask_supplement(by=cast["land"], at=at("2026-11-24 09:00"), case_id=case.pk, question="Ở đâu?")
    no = {"case_id": case.pk, "ground": Ground.INCOMPLETE, "told": "Chưa rõ địa điểm."}
    with pytest.raises(Refused, match=r"feedback\.waiting"):
        actions.reject(by=cast["land"], at=at("2026-12-01 09:00"), **no)
    actions.reject(by=cast["land"], at=at("2026-12-09 09:00"), **no)
    assert clocks(case) == {"receive": "early", "handle": "released", "ask": "early"}


def test_refusing_at_the_door_and_later_are_measured_apart(cast, lodged, accepted):
    told = {"ground": Ground.OUT_OF_SCOPE, "told": "Việc này của Công ty Điện lực."}
    at_the_door = lodged()
    actions.reject(by=cast["counter"], at=at("2026-11-27 09:00"), case_id=at_the_door.pk, **told)
    assert clocks(at_the_door) == {"receive": "late"}
    later = accepted()
    actions.reject(by=cast["land"], at=at("2026-11-27 09:00"), case_id=later.pk, **told)
    assert clocks(later) == {"receive": "early", "handle": "released", "refuse": "late"}
    assert again(later).told.startswith("Việc này")


@pytest.mark.parametrize(("when", "outcome"), [("2026-12-01 16:00", "on_time"), ("2026-12-02 08:00", "late")])
def test_forwarding_has_its_own_five_days(cast, accepted, when, outcome):
    case = accepted()
    actions.forward(by=cast["land"], at=at(when), case_id=case.pk, body="Công ty Điện lực", told="Đã chuyển.")
    assert clocks(case) == {"receive": "early", "handle": "released", "forward": outcome}


def test_a_denunciation_is_routed_and_gone_from_ordinary_eyes(cast, lodged):
    case = lodged(category="conduct", subject="Tố cáo nhận tiền")
    with pytest.raises(Refused, match="forbidden"):
        actions.route(
            by=cast["counter"], at=at("2026-11-23 10:00"), case_id=case.pk, door=Door.DENUNCIATION, told="Đã chuyển."
        )
    actions.route(
        by=cast["clerk"], at=at("2026-11-23 10:00"), case_id=case.pk, door=Door.DENUNCIATION, told="Đã chuyển."
    )
    assert clocks(case) == {"receive": "early"}
    for who, sees in (("clerk", False), ("supervisor", False), ("head", False), ("leader", True), ("chairman", True)):
        assert queries.visible_to(cast[who]).filter(pk=case.pk).exists() is sees, who


def test_a_dissatisfied_sender_is_looked_at_again_once(cast, answered):
    case, sender = answered(), sender_actor(cast.ward.pk)
    actions.rate(by=sender, at=at("2026-11-25 12:00"), case_id=case.pk, liked=True)
    actions.reopen(by=sender, at=at("2026-11-26 09:00"), case_id=case.pk, text="Một bóng vẫn tối.")
    case = again(case)
    assert (case.status, case.reopened, case.liked) == ("handling", 1, False)
    assert case.promise.first_due_at == at("2026-12-17 17:00")
    assert clocks(case)["publish"] == "released"
    actions.answer(by=cast["land"], at=at("2026-11-27 09:00"), case_id=case.pk, text="Đã thay nốt.")
    actions.approve(by=cast["leader"], at=at("2026-11-27 10:00"), case_id=case.pk, text="Đã thay nốt.")
    with pytest.raises(Refused, match=r"feedback\.reopened"):
        actions.reopen(by=sender, at=at("2026-11-30 09:00"), case_id=case.pk, text="Vẫn tối.")
    assert list(Answer.objects.filter(case=case).values_list("round", "status")) == [(0, "approved"), (1, "approved")]


def test_too_late_to_ask_again(cast, answered):
    case = answered()
    with pytest.raises(Refused, match=r"feedback\.reopen_late"):
        actions.reopen(by=sender_actor(cast.ward.pk), at=at("2026-12-30 09:00"), case_id=case.pk, text="Vẫn tối.")


def test_a_draft_goes_back_and_forth(cast, accepted):
    case = accepted()
    leader, then = cast["leader"], at("2026-11-24 09:00")
    with pytest.raises(Refused, match=r"feedback\.no_draft"):
        actions.approve(by=leader, at=then, case_id=case.pk, text="x")
    actions.answer(by=cast["land"], at=then, case_id=case.pk, text="Sẽ xem.")
    actions.send_back(by=leader, at=then, case_id=case.pk, reason="Chưa nói ngày nào xong")
    with pytest.raises(Refused, match=r"feedback\.no_draft"):
        actions.approve(by=leader, at=then, case_id=case.pk, text="x")
    actions.answer(by=cast["land"], at=then, case_id=case.pk, text="Xong ngày 25/11.")
    assert actions.approve(by=leader, at=then, case_id=case.pk, text="Xong ngày 25/11.").status == "answered"


def test_a_private_answer_is_not_published(cast, answered):
    case = answered()
    actions.withhold(by=cast["leader"], at=at("2026-11-26 09:00"), case_id=case.pk, reason="Việc riêng gia đình")
    case = again(case)
    assert (case.status, case.shown) == ("closed", None)
    assert clocks(case)["publish"] == "early"


def test_pressing_twice_sends_once(lodged):
    key = uuid4()
    one, two = lodged(once=key), lodged(once=key)
    assert one.pk == two.pk
    assert Case.objects.count() == 1
    assert Act.objects.filter(verb="feedback.lodge").count() == 1


def test_of_an_anonymous_sender_nothing_is_kept(cast, lodged):
    case = lodged(privacy=Privacy.ANONYMOUS)
    assert not Sender.objects.exists()
    assert queries.contact(case) is None
    with pytest.raises(Refused, match=r"feedback\.anonymous"):
        actions.see_sender(by=cast["chairman"], at=at("2026-11-23 10:00"), case_id=case.pk, why="Gọi lại")


def test_the_ledger_knows_neither_sender_nor_words_nor_receipt(cast, answered):
    case = answered(privacy=Privacy.HIDDEN)
    sender = sender_actor(cast.ward.pk)
    actions.rate(by=sender, at=at("2026-11-25 12:00"), case_id=case.pk, liked=False)
    written = "\n".join(
        f"{a.verb} {a.actor_name} {a.subject_label} {a.changes} {a.note}"
        for a in Act.objects.filter(ward_id=cast.ward.pk)
    )
    for secret in ("Trần Thị Ngâu", "Ngâu", "0900000123", "ngau@", "Hoa Giấy", "bóng đèn", case.receipt):
        assert secret not in written
    assert case.code in written
    assert ledger.verify(ward_id=cast.ward.pk) is None


def test_looking_at_the_sender_is_written_down(cast, lodged):
    case = lodged(privacy=Privacy.HIDDEN)
    with pytest.raises(Refused, match=r"feedback\.why"):
        actions.see_sender(by=cast["counter"], at=at("2026-11-23 10:00"), case_id=case.pk, why=" ")
    with pytest.raises(Refused, match="forbidden"):
        actions.see_sender(by=cast["supervisor"], at=at("2026-11-23 10:00"), case_id=case.pk, why="Xem")
    with pytest.raises(Refused, match="forbidden"):
        actions.see_sender(by=cast["specialist"], at=at("2026-11-23 10:00"), case_id=case.pk, why="Xem")
    actions.see_sender(by=cast["counter"], at=at("2026-11-23 10:00"), case_id=case.pk, why="Gọi hỏi địa điểm")
    act = Act.objects.get(verb="feedback.see_sender")
    assert (act.actor_name, act.note, act.subject_label) == ("Phùng Thị Cúc", "Gọi hỏi địa điểm", case.code)


def test_another_ward_finds_nothing(stranger, lodged):
    case = lodged()
    with pytest.raises(Refused, match="missing"):
        actions.accept(by=stranger["counter"], at=at("2026-11-23 10:00"), case_id=case.pk)


def test_who_may_not(cast, accepted):
    case, then = accepted(), at("2026-11-24 09:00")
    for who in ("specialist", "supervisor", "admin", "counter", "clerk"):
        with pytest.raises(Refused, match="forbidden"):
            actions.answer(by=cast[who], at=then, case_id=case.pk, text="x")
    actions.answer(by=cast["land"], at=then, case_id=case.pk, text="x")
    for who in ("land", "head", "director", "clerk"):
        with pytest.raises(Refused, match="forbidden"):
            actions.approve(by=cast[who], at=then, case_id=case.pk, text="x")


def test_whoever_saw_an_older_state_is_told_and_nothing_changes(cast, accepted):
    case = accepted()
    with pytest.raises(Refused, match=r"feedback\.moved") as no:
        actions.forward(
            by=cast["land"], at=at("2026-11-24 09:00"), case_id=case.pk, body="Sở", told="Đã chuyển", seen=1
        )
    assert "Phùng Thị Cúc" in no.value.vi
    assert again(case).status == "handling"


def test_given_to_a_unit_it_waits_for_that_unit_and_the_due_stays(cast, lodged):
    case = lodged()
    before = again(case).promise.due_at
    actions.assign(
        by=cast["counter"],
        at=at("2026-11-23 10:00"),
        case_id=case.pk,
        unit_id=cast.units["KT"].pk,
        officer_id=cast.people["land"].pk,
    )
    case = again(case)
    assert (case.status, case.promise.due_at, case.promise.unit_id) == ("pending", before, cast.units["KT"].pk)
    assert case.promise.officer_id == cast.people["land"].pk
    with pytest.raises(Refused, match=r"assign\.position"):
        actions.assign(
            by=cast["counter"],
            at=at("2026-11-23 11:00"),
            case_id=case.pk,
            unit_id=cast.units["VHXH"].pk,
            officer_id=cast.people["land"].pk,
        )
    for who in ("admin", "supervisor"):
        with pytest.raises(Refused, match=r"assign\.position"):
            actions.assign(
                by=cast["counter"],
                at=at("2026-11-23 11:00"),
                case_id=case.pk,
                unit_id=cast.units["VP"].pk,
                officer_id=cast.people[who].pk,
            )
    actions.accept(by=cast["land"], at=at("2026-11-23 11:00"), case_id=case.pk, officer_id=cast.people["land"].pk)
    assert Status(again(case).status) is Status.HANDLING


def test_what_was_routed_is_handed_over_to_leaders_and_the_house_alone(cast, stranger, lodged):
    case = lodged(privacy=Privacy.HIDDEN, photos=(PNG,))
    for who in (cast["leader"], cast.system):
        with pytest.raises(Refused, match="missing"):
            queries.handed_over(by=who, code=case.code)  # not routed yet
    actions.route(
        by=cast["clerk"], at=at("2026-11-23 10:00"), case_id=case.pk, door=Door.DENUNCIATION, told="Mời sang."
    )
    found = queries.handed_over(by=cast.system, code=case.code)
    assert (found.door, found.name, len(found.file_ids)) == (Door.DENUNCIATION, "Trần Thị Ngâu", 1)
    assert queries.handed_over(by=cast["chairman"], code=case.code) == found
    for who in (cast["clerk"], cast["supervisor"], stranger["leader"]):
        with pytest.raises(Refused, match="missing"):
            queries.handed_over(by=who, code=case.code)


def test_whoever_sends_messages_learns_where_and_in_which_language(lodged):
    found = queries.contact(lodged(language="en"))
    assert (found.phone, found.email, found.language) == ("0900000123", "ngau@example.vn", "en")
    assert queries.contact(lodged(sender=NewSender(name="Lý Thị Ổi"))) is None


@pytest.mark.parametrize(
    "statement",
    [
        (
            "INSERT INTO feedback_sender (id, ward_id, case_id, name, phone, email, address)"
            " SELECT gen_random_uuid(), ward_id, id, 'A', '', '', '' FROM feedback_case WHERE privacy = 'anonymous'"
        ),
        "UPDATE feedback_sight SET why = ''",
        "DELETE FROM feedback_sight",
        "UPDATE feedback_answer SET text = ''",
        "UPDATE feedback_answer SET public_answer = 'x'",
        "UPDATE feedback_answer SET published_at = now()",
        "UPDATE feedback_case SET liked = true",
    ],
)
def test_the_database_itself_holds(cast, lodged, answered, statement):
    lodged(privacy=Privacy.ANONYMOUS)
    case = answered()
    actions.see_sender(by=cast["counter"], at=at("2026-11-25 12:00"), case_id=case.pk, why="Gọi lại")
    actions.publish(
        by=cast["leader"],
        at=at("2026-11-25 12:00"),
        case_id=case.pk,
        public_subject="Đèn",
        public_text="",
        public_answer="Đã thay.",
    )
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
