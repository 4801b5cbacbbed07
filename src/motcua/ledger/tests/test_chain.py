"""The chain names the first act that does not hold."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.utils import Error
from hypothesis import given
from hypothesis import strategies as st

from motcua.accounts import actions as accounts
from motcua.acts import Refused
from motcua.ledger import actions, queries, rules
from motcua.ledger.actions import batch
from motcua.ledger.models import Act, Chain

WARD = UUID(int=7)


def content(number: int, *, note: str = "") -> rules.Seal:
    return rules.Seal(
        id=UUID(int=number),
        ward_id=WARD,
        number=number,
        verb="dossier.accept",
        at=datetime(2026, 11, 25, 3, 12, tzinfo=UTC),
        recorded_at=datetime(2026, 11, 25, 3, 12, 1, tzinfo=UTC),
        actor_kind="person",
        actor_id=UUID(int=1),
        actor_name="Phùng Thị Cúc",
        actor_title="",
        subject_kind="dossier",
        subject_id=UUID(int=2),
        subject_label="H99.16-261125-0001",
        changes=[{"kind": "dossier", "set": {"status": ["lodged", "processing"]}}],
        note=note,
    )


def chain(notes: list[str]) -> list[rules.Sealed]:
    acts, previous = [], rules.GENESIS
    for number, text in enumerate(notes, start=1):
        what = content(number, note=text)
        digest = rules.seal(what, previous=previous)
        acts.append(rules.Sealed(content=what, previous_hash=previous, hash=digest))
        previous = digest
    return acts


@given(st.lists(st.text(max_size=20), min_size=1, max_size=8), st.data())
def test_any_change_is_found_at_its_act(notes, data):
    acts = chain(notes)
    assert rules.first_break(acts, after_number=0, after_hash=rules.GENESIS) is None
    place = data.draw(st.integers(0, len(acts) - 1))
    changed = rules.Sealed(
        content=content(place + 1, note=acts[place].content.note + "!"),
        previous_hash=acts[place].previous_hash,
        hash=acts[place].hash,
    )
    broken = rules.first_break([*acts[:place], changed, *acts[place + 1 :]], after_number=0, after_hash=rules.GENESIS)
    assert broken == (place + 1, "content")


def test_a_missing_act_is_found():
    acts = chain(["a", "b", "c"])
    assert rules.first_break([acts[0], acts[2]], after_number=0, after_hash=rules.GENESIS) == (2, "missing")


def test_acts_are_never_changed_or_removed(cast):
    actions.anchor(day=date(2026, 11, 24))
    for statement in (
        "UPDATE ledger_act SET note = 'x'",
        "DELETE FROM ledger_act",
        "TRUNCATE ledger_act",
        "UPDATE ledger_anchor SET number = 1",
        "DELETE FROM ledger_anchor",
        "TRUNCATE ledger_anchor",
    ):
        with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def tamper(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_act DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        cursor.execute("ALTER TABLE ledger_act ENABLE TRIGGER USER")


CHANGES = {
    "id": "set id = '00000000-0000-7000-8000-000000000000'",
    "verb": "set verb = verb || 's'",
    "at": "set at = at - interval '1 microsecond'",
    "recorded_at": "set recorded_at = recorded_at + interval '1 microsecond'",
    "actor_kind": "set actor_kind = 'person '",
    "actor_id": "set actor_id = subject_id",
    "actor_name": "set actor_name = actor_name || ' '",
    "actor_title": "set actor_title = '.'",
    "subject_kind": "set subject_kind = 'dossier'",
    "subject_id": "set subject_id = actor_id",
    "subject_label": "set subject_label = overlay(subject_label placing 'x' from 1 for 1)",
    "changes": "set changes = jsonb_set(changes, '{0,new}', 'false')",
    "note": "set note = note || '.'",
    "hash": "set hash = set_byte(hash, 3, 255 - get_byte(hash, 3))",
}
SEALED = {f.name for f in Act._meta.fields} - {"ward_id", "number", "previous_hash"}


def test_every_column_of_an_act_is_tried():
    assert set(CHANGES) == SEALED


@pytest.mark.parametrize("column", sorted(CHANGES))
def test_verify_names_the_act_after_one_byte_of_any_column_is_changed(cast, column):
    assert queries.verify(ward_id=cast.ward.pk) is None
    tamper(f"UPDATE ledger_act {CHANGES[column]} WHERE number = 5 AND ward_id = %s", cast.ward.pk)
    assert queries.verify(ward_id=cast.ward.pk) == queries.Broken(number=5, fault="content")


@pytest.mark.parametrize(
    ("statement", "number", "fault"),
    [
        ("UPDATE ledger_act SET previous_hash = hash WHERE number = 5 AND ward_id = %s", 5, "previous"),
        ("UPDATE ledger_act SET number = 500 WHERE number = 5 AND ward_id = %s", 5, "missing"),
        ("UPDATE ledger_act SET ward_id = id WHERE number = 5 AND ward_id = %s", 5, "missing"),
        ("DELETE FROM ledger_act WHERE number = 5 AND ward_id = %s", 5, "missing"),
        ("DELETE FROM ledger_act WHERE number = 1 AND ward_id = %s", 1, "missing"),
    ],
)
def test_a_removed_or_moved_act_is_named(cast, statement, number, fault):
    tamper(statement, cast.ward.pk)
    assert queries.verify(ward_id=cast.ward.pk) == queries.Broken(number=number, fault=fault)


def test_an_act_rewritten_with_a_right_hash_breaks_the_next(cast):
    """Who changes an act and seals it again would have to seal all that follow."""
    act = Act.objects.get(ward_id=cast.ward.pk, number=5)
    forged = rules.Seal(
        **{name: getattr(act, name) for name in rules.Seal.__dataclass_fields__ if name != "note"}, note="chưa hề có"
    )
    digest = rules.seal(forged, previous=bytes(act.previous_hash))
    tamper("UPDATE ledger_act SET note = %s, hash = %s WHERE id = %s", forged.note, digest, act.pk)
    assert queries.verify(ward_id=cast.ward.pk) == queries.Broken(number=6, fault="previous")


def test_a_cut_off_tail_is_named_by_the_head(cast):
    head = queries.head(ward_id=cast.ward.pk)
    tamper("DELETE FROM ledger_act WHERE number >= %s AND ward_id = %s", head.number - 2, cast.ward.pk)
    assert queries.verify(ward_id=cast.ward.pk) == queries.Broken(number=head.number - 2, fault="head")


def test_a_tail_cut_off_together_with_the_head_is_named_by_the_anchor(cast):
    head = queries.head(ward_id=cast.ward.pk)
    assert actions.anchor(day=date(2026, 11, 24)) == 1
    left = Act.objects.get(ward_id=cast.ward.pk, number=head.number - 3)
    tamper("DELETE FROM ledger_act WHERE number > %s AND ward_id = %s", left.number, cast.ward.pk)
    Chain.objects.filter(ward_id=cast.ward.pk).update(number=left.number, hash=left.hash)
    assert queries.verify(ward_id=cast.ward.pk) == queries.Broken(number=left.number + 1, fault="anchor")


@pytest.mark.parametrize(
    ("statement", "off"),
    [
        ("UPDATE ledger_chain SET hash = set_byte(hash, 0, 255 - get_byte(hash, 0)) WHERE ward_id = %s", 0),
        ("UPDATE ledger_chain SET number = number - 1 WHERE ward_id = %s", -1),
        ("UPDATE ledger_chain SET number = number + 1 WHERE ward_id = %s", 1),
    ],
)
def test_a_changed_head_is_found(cast, statement, off):
    head = queries.head(ward_id=cast.ward.pk)
    tamper(statement, cast.ward.pk)
    broken = queries.verify(ward_id=cast.ward.pk)
    assert broken is not None
    assert broken.fault == "head"
    assert broken.number == head.number + off


def test_a_removed_head_is_found(cast):
    tamper("DELETE FROM ledger_chain WHERE ward_id = %s", cast.ward.pk)
    assert queries.verify(ward_id=cast.ward.pk) == queries.Broken(number=1, fault="head")


def test_a_refusal_leaves_no_act_and_no_row(cast):
    before = queries.head(ward_id=cast.ward.pk)
    with pytest.raises(Refused):
        accounts.add_person(
            by=cast["admin"], at=datetime(2026, 11, 25, tzinfo=UTC), username="counter", name="Trùng Tên", password="x"
        )
    assert queries.head(ward_id=cast.ward.pk) == before


def test_the_act_says_who_when_and_what(cast):
    moment = datetime(2026, 11, 25, 3, 12, tzinfo=UTC)
    person = accounts.add_person(by=cast["admin"], at=moment, username="moi", name="Vừ Văn Mơ", password="bí mật")
    act = Act.objects.filter(ward_id=cast.ward.pk).latest("number")
    assert (act.verb, act.at, act.actor_name, act.subject_id) == ("person.add", moment, "Kiều Văn Gạo", person.pk)
    assert act.changes[0]["set"]["name"] == [None, "Vừ Văn Mơ"]
    assert "bí mật" not in str(act.changes)


def test_rows_are_only_written_inside_an_action():
    with pytest.raises(RuntimeError, match="inside an @action"):
        actions.note("x")


@pytest.mark.django_db(transaction=True)
def test_a_batch_that_failed_halfway_writes_nothing_more(cast):
    person = cast.people["counter"]
    before = queries.head(ward_id=cast.ward.pk).number

    @actions.action("test.fails")
    def fails(*, by, at):
        actions.change(person, name="Nửa Chừng")
        raise ValueError

    with pytest.raises(RuntimeError, match="halfway"), batch(), pytest.raises(ValueError):  # noqa: PT011 - any
        fails(by=cast["admin"], at=datetime(2026, 11, 25, tzinfo=UTC))
    assert queries.head(ward_id=cast.ward.pk).number == before
