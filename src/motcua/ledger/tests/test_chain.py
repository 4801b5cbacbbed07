"""The chain names the first act that does not hold."""

from datetime import UTC, datetime
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
from motcua.ledger.models import Act, Anchor

WARD = UUID(int=7)


def content(number: int, *, note: str = "") -> rules.Seal:
    return rules.Seal(
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
    for statement in (
        "UPDATE ledger_act SET note = 'x'",
        "DELETE FROM ledger_act",
        "TRUNCATE ledger_act",
    ):
        with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def tamper(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_act DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        cursor.execute("ALTER TABLE ledger_act ENABLE TRIGGER USER")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ledger_act SET note = note || ' ' WHERE number = 5 AND ward_id = %s",
        "UPDATE ledger_act SET at = at - interval '1 microsecond' WHERE number = 5 AND ward_id = %s",
        "UPDATE ledger_act SET actor_name = 'Người khác' WHERE number = 5 AND ward_id = %s",
        "UPDATE ledger_act SET changes = '[]' WHERE number = 5 AND ward_id = %s",
        "UPDATE ledger_act SET hash = set_byte(hash, 3, 255 - get_byte(hash, 3)) WHERE number = 5 AND ward_id = %s",
    ],
)
def test_verify_names_the_act_after_one_byte_is_changed(cast, change):
    assert queries.verify(ward_id=cast.ward.pk) is None
    tamper(change, cast.ward.pk)
    broken = queries.verify(ward_id=cast.ward.pk)
    assert broken is not None
    assert (broken.number, broken.fault) == (5, "content")


def test_a_cut_off_tail_is_found_by_the_head_and_by_the_anchor(cast):
    head = queries.head(ward_id=cast.ward.pk)
    Anchor.objects.create(ward_id=cast.ward.pk, day="2026-11-25", number=head.number, hash=head.hash)
    tamper("DELETE FROM ledger_act WHERE number = %s AND ward_id = %s", head.number, cast.ward.pk)
    broken = queries.verify(ward_id=cast.ward.pk)
    assert broken is not None
    assert broken.number == head.number


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
