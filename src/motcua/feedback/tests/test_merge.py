"""The same matter sent twice: both receipts live, both senders are answered, and it can be undone."""

import pytest

from motcua.acts import Refused
from motcua.feedback import actions
from motcua.feedback.models import Stage
from motcua.feedback.queries.cases import sender_actor
from motcua.feedback.rules import Door

from .conftest import again, at


@pytest.fixture
def two(cast, accepted, lodged):
    main = accepted()
    other = lodged("2026-11-24 09:00", subject="Ngõ Hoa Giấy tối om")
    actions.merge(by=cast["counter"], at=at("2026-11-24 10:00"), case_id=other.pk, into=main.pk)
    return main, other


def outcome(case, clock):
    return Stage.objects.get(case=case, clock=clock).promise.outcome


def test_both_are_answered_and_published_each_with_its_own_promise(cast, two):
    main, other = two
    assert again(other).status == "handling"
    assert again(other).promise.first_due_at == at("2026-12-16 17:00")
    actions.answer(by=cast["land"], at=at("2026-11-25 09:00"), case_id=main.pk, text="Đã thay.")
    actions.approve(by=cast["leader"], at=at("2026-12-16 10:00"), case_id=main.pk, text="Đã thay.")
    assert (again(main).status, again(other).status) == ("answered", "answered")
    assert (outcome(main, "handle"), outcome(other, "handle")) == ("late", "on_time")
    actions.publish(
        by=cast["leader"],
        at=at("2026-12-16 11:00"),
        case_id=main.pk,
        public_subject="Đèn hỏng",
        public_text="",
        public_answer="Đã thay.",
    )
    assert (again(main).status, again(other).status) == ("published", "published")
    assert again(other).shown is None  # shown once, under the main one


def test_what_follows_is_not_acted_on_by_itself(cast, two):
    _, other = two
    for act in (
        lambda: actions.answer(by=cast["leader"], at=at("2026-11-25 09:00"), case_id=other.pk, text="x"),
        lambda: actions.forward(by=cast["leader"], at=at("2026-11-25 09:00"), case_id=other.pk, body="x", told="x"),
    ):
        with pytest.raises(Refused, match=r"feedback\.merged"):
            act()


def test_it_can_be_undone_with_a_reason_and_the_due_is_what_it_was(cast, two):
    _, other = two
    before = again(other).promise.due_at
    with pytest.raises(Refused, match=r"feedback\.reason"):
        actions.unmerge(by=cast["counter"], at=at("2026-11-25 09:00"), case_id=other.pk, reason=" ")
    actions.unmerge(by=cast["counter"], at=at("2026-11-25 09:00"), case_id=other.pk, reason="Khác ngõ")
    other = again(other)
    assert (other.merged_into_id, other.status, other.promise.due_at) == (None, "handling", before)


def test_merging_into_what_was_answered_answers_at_once(cast, answered, lodged):
    main, late = answered(), lodged("2026-11-25 15:00")
    actions.merge(by=cast["counter"], at=at("2026-11-25 16:00"), case_id=late.pk, into=main.pk)
    assert again(late).status == "answered"
    assert outcome(late, "handle") == "early"


def test_what_cannot_be_merged(cast, two, lodged, stranger):
    main, other = two
    third = lodged("2026-11-24 11:00")
    then = at("2026-11-24 12:00")
    for case, into, code in (
        (third, third, "feedback.main"),
        (third, other, "feedback.main"),
        (main, third, "feedback.has_followers"),
    ):
        with pytest.raises(Refused, match=code):
            actions.merge(by=cast["counter"], at=then, case_id=case.pk, into=into.pk)
    with pytest.raises(Refused, match="missing"):
        actions.merge(by=stranger["counter"], at=then, case_id=third.pk, into=main.pk)


def test_a_follower_who_is_not_satisfied_goes_on_alone(cast, two):
    main, other = two
    actions.answer(by=cast["land"], at=at("2026-11-25 09:00"), case_id=main.pk, text="Đã thay.")
    actions.approve(by=cast["leader"], at=at("2026-11-25 10:00"), case_id=main.pk, text="Đã thay.")
    actions.reopen(
        by=sender_actor(cast.ward.pk), at=at("2026-11-26 09:00"), case_id=other.pk, text="Ngõ tôi chưa thay."
    )
    assert (again(main).status, again(other).status) == ("answered", "handling")
    assert again(other).merged_into_id is None


def test_when_the_main_one_is_routed_its_followers_go_on_alone(cast, two):
    main, other = two
    actions.route(by=cast["clerk"], at=at("2026-11-25 09:00"), case_id=main.pk, door=Door.COMPLAINT, told="Mời sang.")
    other = again(other)
    assert (other.merged_into_id, other.status) == (None, "handling")
    assert not other.promise.closed
