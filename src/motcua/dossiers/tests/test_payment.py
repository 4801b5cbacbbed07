"""Financial duty: every payment is a row; the promise pauses until what arose in processing is paid or cancelled."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, Payment
from motcua.dossiers.queries import papers
from motcua.dossiers.rules import PaymentKind, PayWay


def require(play, at, dossier, *, by="specialist", when="2026-11-16 14:00", amount="120000", reason="Thuế", **more):
    return actions.require_payment(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        amount=Decimal(amount),
        reason=reason,
        **more,
    )


def take(play, at, dossier, *, by="counter", when="2026-11-18 14:00", **more):
    return actions.take_payment(
        by=play.cast[by] if isinstance(by, str) else by, at=at(when), dossier_id=dossier.pk, **more
    )


def cancel(play, at, dossier, payment, *, by="specialist", when="2026-11-18 14:00", reason="Ghi nhầm khoản", **more):
    return actions.cancel_payment(
        by=play.cast[by] if isinstance(by, str) else by,
        at=at(when),
        dossier_id=dossier.pk,
        payment_id=payment.pk,
        reason=reason,
        **more,
    )


def rows(dossier):
    return list(Payment.objects.filter(dossier_id=dossier.pk).order_by("number"))


def state(dossier):
    kept = Dossier.objects.get(pk=dossier.pk)
    return kept.status, kept.money, int(kept.fee)


def test_the_clock_stands_until_it_is_paid(play, at):
    dossier = play.walked("work")
    owing = require(play, at, dossier)
    assert (owing.status, owing.money, owing.promise.paused_at) == ("owing", "due", at("2026-11-16 14:00"))
    assert play.changed("dossier") == {
        "status": ["processing", "owing"],
        "fee": ["0", "120000"],
        "money": ["none", "due"],
    }
    assert play.changed("pause")["ground"] == [None, "payment"]
    assert play.changed("payment")["amount"] == [None, "120000"]
    take(play, at, dossier, remark="Biên lai 17")
    kept = Dossier.objects.select_related("promise").get(pk=dossier.pk)
    assert (kept.status, kept.money, kept.paid_at) == ("processing", "paid", at("2026-11-18 14:00"))
    assert (kept.promise.first_due_at, kept.promise.due_at) == (at("2026-11-19 17:00"), at("2026-11-23 17:00"))
    assert (play.last_act().verb, play.last_act().note) == ("dossier.take_payment", "Biên lai 17")


def test_a_payment_keeps_what_was_asked_and_how_it_was_paid(play, at):
    dossier = play.walked("work")
    require(play, at, dossier, kind=PaymentKind.OTHER, basis="Thông báo 5/TB-CCT")
    take(play, at, dossier, receipt="0000017", way=PayWay.TRANSFER)
    (row,) = rows(dossier)
    assert (row.number, row.kind, row.stage, row.amount, row.reason) == (1, "other", "processing", 120000, "Thuế")
    assert (row.basis, row.asked_at, row.asked_by) == ("Thông báo 5/TB-CCT", at("2026-11-16 14:00"), "Lê Thị Sen")
    assert (row.paid_at, row.receipt, row.way) == (at("2026-11-18 14:00"), "0000017", "transfer")
    assert (row.taken_by, row.cancelled_at) == ("Phùng Thị Cúc", None)
    assert play.changed("payment") == {
        "paid_at": [None, "2026-11-18T14:00:00+07:00"],
        "receipt": ["", "0000017"],
        "way": ["", "transfer"],
    }


def test_a_fee_of_the_counter_is_taken_without_touching_the_clock(play, at):
    dossier = play.accepted("land")
    (fee,) = rows(dossier)
    assert (fee.kind, fee.stage, fee.amount, fee.asked_by) == ("fee", "door", 50000, "Phùng Thị Cúc")
    paid = take(play, at, dossier, when="2026-11-12 09:15")
    assert (paid.status, paid.money, paid.promise.due_at) == ("processing", "paid", dossier.promise.due_at)
    with play.refused("payment.none"):
        take(play, at, dossier)


def test_who_is_exempt_or_owes_nothing_has_no_payment(play, at):
    assert rows(play.accepted("marriage")) == []
    exempt = play.accepted("land", exemption="Hộ nghèo")
    assert (rows(exempt), state(exempt)) == ([], ("processing", "exempt", 0))


def at_land(play, at):
    """A land dossier on the desk of its unit, its fee of the counter still due."""
    dossier = play.accepted("land")
    actions.advance(by=play.cast["counter"], at=at("2026-11-12 09:30"), dossier_id=dossier.pk)
    return dossier


def test_a_duty_replaces_no_fee_and_both_are_in_the_total(play, at):
    dossier = at_land(play, at)
    require(play, at, dossier, by="land")
    assert [int(row.amount) for row in rows(dossier)] == [50000, 120000]
    assert state(dossier) == ("owing", "due", 170000)
    fee, duty = rows(dossier)
    take(play, at, dossier, payments=(fee.pk,), when="2026-11-17 09:00")
    assert state(dossier) == ("owing", "due", 170000)  # the clock stands for the duty, not for the fee
    take(play, at, dossier, payments=(duty.pk,))
    assert state(dossier) == ("processing", "paid", 170000)


def test_the_clock_runs_when_the_duty_is_paid_though_the_fee_of_the_counter_is_not(play, at):
    dossier = at_land(play, at)
    require(play, at, dossier, by="land")
    take(play, at, dossier, payments=(rows(dossier)[1].pk,))
    assert state(dossier) == ("processing", "due", 170000)
    with play.refused("payment.unknown"):
        take(play, at, dossier, payments=(rows(dossier)[1].pk,), when="2026-11-19 09:00")


def test_two_duties_at_once_make_one_pause_until_the_last_is_settled(play, at):
    dossier = play.walked("work")
    require(play, at, dossier)
    require(play, at, dossier, amount="30000", reason="Lệ phí trước bạ", when="2026-11-17 09:00")
    assert state(dossier) == ("owing", "due", 150000)
    assert "pause" not in {entry["kind"] for entry in play.last_act().changes}
    first, second = rows(dossier)
    take(play, at, dossier, payments=(first.pk,), when="2026-11-17 14:00")
    assert state(dossier) == ("owing", "due", 150000)
    cancel(play, at, dossier, second)
    assert state(dossier) == ("processing", "paid", 120000)
    kept = Dossier.objects.select_related("promise").get(pk=dossier.pk)
    assert kept.promise.due_at == at("2026-11-23 17:00")  # paused from the first to the last: two working days
    assert (play.last_act().verb, play.last_act().note) == ("dossier.cancel_payment", "Ghi nhầm khoản")


def test_without_a_choice_everything_due_is_paid(play, at):
    dossier = at_land(play, at)
    require(play, at, dossier, by="land")
    take(play, at, dossier, receipt="18")
    assert state(dossier) == ("processing", "paid", 170000)
    assert {(row.receipt, row.paid_at) for row in rows(dossier)} == {("18", at("2026-11-18 14:00"))}


def test_a_cancelled_duty_leaves_the_money_as_it_was(play, at):
    dossier = play.walked("work")
    require(play, at, dossier)
    cancel(play, at, dossier, rows(dossier)[0])
    assert state(dossier) == ("processing", "none", 0)
    (row,) = rows(dossier)
    assert (row.cancelled_at, row.cancelled_by, row.cancel_reason) == (
        at("2026-11-18 14:00"),
        "Lê Thị Sen",
        "Ghi nhầm khoản",
    )


def test_a_duty_of_a_refused_dossier_is_cancelled_before_the_letter_is_handed_over(play, at):
    dossier = play.walked("work")
    require(play, at, dossier)
    actions.refuse(by=play.cast["head"], at=at("2026-11-17 09:00"), dossier_id=dossier.pk, reason="Không đủ điều kiện")
    cancel(play, at, dossier, rows(dossier)[0], by="leader")
    assert state(dossier) == ("finished", "none", 0)


@pytest.mark.parametrize(
    ("amount", "reason", "code"),
    [("0", "Thuế", "payment.amount"), ("-5", "Thuế", "payment.amount"), ("5", "", "reason.missing")],
)
def test_an_amount_and_a_reason_are_needed(play, at, amount, reason, code):
    dossier = play.walked("work")
    with play.refused(code):
        require(play, at, dossier, amount=amount, reason=reason)


def test_nothing_is_taken_or_cancelled_where_nothing_is_due(play, at):
    dossier = play.walked("work")
    with play.refused("payment.none"):
        take(play, at, dossier)
    with play.refused("payment.none"):
        take(play, at, play.lodged("land"))  # nobody has received it yet
    require(play, at, dossier)
    take(play, at, dossier)
    with play.refused("payment.none"):
        cancel(play, at, dossier, rows(dossier)[0], when="2026-11-19 09:00")


def test_only_an_open_payment_of_this_dossier_is_meant(play, at):
    dossier, other = play.walked("work"), play.accepted("land")
    require(play, at, dossier)
    with play.refused("payment.unknown"):
        take(play, at, dossier, payments=(rows(other)[0].pk,))
    with play.refused("payment.unknown"):
        take(play, at, dossier, payments=())
    with play.refused("payment.unknown"):
        cancel(play, at, dossier, rows(other)[0])
    with play.refused("reason.missing"):
        cancel(play, at, dossier, rows(dossier)[0], reason=" ")


def test_who_requires_who_takes_and_who_cancels(play, at):
    dossier = play.walked("work")
    unit = {"specialist", "specialist2", "head"}
    assert play.who_may(lambda by: require(play, at, dossier, by=by)) == unit | {"leader", "chairman"}
    require(play, at, dossier)
    assert play.who_may(lambda by: take(play, at, dossier, by=by)) == unit | {"counter", "counter2", "director"}
    row = rows(dossier)[0]
    assert play.who_may(lambda by: cancel(play, at, dossier, row, by=by)) == unit | {"leader", "chairman"}


def test_another_ward_finds_nothing_a_stale_page_is_told_and_acts_keep_their_order(play, at, stranger):
    dossier = play.walked("work")
    with play.refused("missing"):
        require(play, at, dossier, by=stranger["specialist"])
    play.told_who_moved_it(dossier, lambda seen: require(play, at, dossier, seen=seen))
    dossier = require(play, at, dossier)
    row = rows(dossier)[0]
    with play.refused("missing"):
        take(play, at, dossier, by=stranger["counter"])
    with play.refused("missing"):
        cancel(play, at, dossier, row, by=stranger["head"])
    play.told_who_moved_it(dossier, lambda seen: take(play, at, dossier, seen=seen))
    play.told_who_moved_it(dossier, lambda seen: cancel(play, at, dossier, row, seen=seen))
    with play.refused("dossier.before_last"):
        take(play, at, dossier, when="2026-11-16 13:00")
    with play.refused("dossier.before_last"):
        cancel(play, at, dossier, row, when="2026-11-16 13:00")


def test_a_dossier_that_waits_for_papers_is_not_asked_for_money(play, at):
    dossier = play.walked("work")
    actions.ask_supplement(
        by=play.cast["specialist"], at=at("2026-11-16 09:00"), dossier_id=dossier.pk, items=("Ảnh",), reason="Thiếu"
    )
    with play.refused("dossier.paused"):
        require(play, at, dossier)


@pytest.mark.parametrize(
    "fields",
    [
        {"amount": 0},
        {"kind": "gift"},
        {"way": "barter"},
        {"cancelled_at": "2026-11-18 14:00"},  # without a reason
        {"paid_at": "2026-11-18 14:00", "cancelled_at": "2026-11-18 14:00", "cancel_reason": "x"},
        {"paid_at": "2026-11-16 13:00"},  # before it was asked for
    ],
)
def test_the_database_holds_no_payment_that_makes_no_sense(play, at, fields):
    dossier = play.walked("work")
    require(play, at, dossier)
    fields = {name: at(value) if name.endswith("_at") else value for name, value in fields.items()}
    with pytest.raises(DatabaseError), transaction.atomic():
        Payment.objects.update(**fields)


def test_form_01_says_the_fee_of_the_door_and_the_receipt_every_payment(play, at):
    dossier = at_land(play, at)
    require(play, at, dossier, by="land", reason="Thuế đất")
    take(play, at, dossier, way=PayWay.CASH, receipt="17")
    by = play.cast["counter"]
    (found,) = papers.chosen(by=by, codes=[dossier.code])
    issue = papers.issuer(by=by, site="")
    assert papers._receipt(found, issue, at("2026-11-18 15:00")).fee == 50000
    receipt = papers._fee(found, issue, at("2026-11-18 15:00"))
    assert [line.amount for line in receipt.lines] == [50000, 120000]
    assert receipt.total == found.fee == 170000
    assert receipt.lines[1].label == "Nghĩa vụ tài chính: Thuế đất (biên lai 17)"
    assert (receipt.method, receipt.collector) == ("Tiền mặt", "Phùng Thị Cúc")


def test_the_page_shows_every_payment_and_asks_which_are_paid(play, at, client_for):
    dossier = at_land(play, at)
    require(play, at, dossier, by="land", reason="Thuế đất")
    counter = client_for(play.cast.people["counter"])
    shown = counter.get(f"/dossiers/{dossier.code}/").content.decode()
    assert "Các khoản phải nộp" in shown
    assert "170.000 đồng" in shown
    assert "120.000 đồng" in shown
    address = f"/dossiers/{dossier.code}/take_payment/"
    fee, duty = rows(dossier)
    asked = counter.get(address).content.decode()
    assert str(fee.pk) in asked
    assert str(duty.pk) in asked
    none = counter.post(address, {"receipt": "17"})
    assert none.status_code == 422
    assert "Chưa chọn. Chọn ít nhất một mục." in none.content.decode()
    assert counter.post(address, {"payments": ["x"]}).status_code == 422
    assert counter.post(address, {"payments": [str(duty.pk)], "receipt": "17", "way": "cash"}).status_code == 302
    assert state(dossier) == ("processing", "due", 170000)
    shown = counter.get(f"/dossiers/{dossier.code}/").content.decode()
    assert "biên lai 17" in shown
    assert "tiền mặt" in shown
    assert "170.000 đồng, còn phải nộp 50.000 đồng" in shown
    assert "Phải thu 50.000 đồng." in counter.get(address).content.decode()


def test_the_one_fee_of_before_becomes_a_payment(play, at):
    """The migration, run over dossiers as they were before payments had rows."""
    due, paid = play.accepted("land"), play.accepted("land", when="2026-11-12 09:12")
    take(play, at, paid, remark="Biên lai 4", when="2026-11-12 09:20")
    asked, free = play.walked("work"), play.accepted("marriage", when="2026-11-12 09:13")
    require(play, at, asked, reason="Thuế đất")
    Payment.objects.all().delete()
    loader = MigrationLoader(None, ignore_no_migrations=True)
    carry = loader.get_migration("dossiers", "0003_fees_as_payments").operations[0].sql
    with connection.cursor() as cursor:
        cursor.execute(carry)
        cursor.execute(carry)  # again changes nothing
    found = {p.dossier_id: p for p in Payment.objects.all()}
    assert set(found) == {due.pk, paid.pk, asked.pk}
    assert free.pk not in found
    assert (found[due.pk].stage, found[due.pk].amount, found[due.pk].paid_at) == ("door", 50000, None)
    assert found[due.pk].asked_by == "Phùng Thị Cúc"
    took = found[paid.pk]
    assert (took.paid_at, took.receipt, took.taken_by) == (at("2026-11-12 09:20"), "Biên lai 4", "Phùng Thị Cúc")
    duty = found[asked.pk]
    assert (duty.kind, duty.stage, duty.reason, duty.asked_at) == (
        "duty",
        "processing",
        "Thuế đất",
        at("2026-11-16 14:00"),
    )
    take(play, at, asked)
    assert state(asked) == ("processing", "paid", 120000)
