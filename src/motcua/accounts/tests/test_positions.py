"""Positions from–to, absences and stand-ins, machine keys: who has which power on which day."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from motcua.accounts import actions, queries
from motcua.accounts.models import Person, PositionHeld
from motcua.acts import Position, Refused, Role
from motcua.ledger.models import Act

NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TODAY = NOW.date()
DAY = timedelta(days=1)


def roles(cast, who, on):
    return queries.actor_for_person(person=cast.people[who], on=on).roles


def give(cast, who, by="admin", **period):
    return actions.give_position(
        by=cast[by],
        at=NOW,
        person_id=cast.people[who].pk,
        unit_id=cast.units["VP"].pk,
        role=Role.CLERK,
        title="Văn thư tạm thời",
        **period,
    )


def test_a_position_gives_power_from_its_first_to_its_last_day(cast):
    give(cast, "land", starts=TODAY, ends=TODAY + DAY)
    assert Role.CLERK not in roles(cast, "land", TODAY - DAY)
    assert Role.CLERK in roles(cast, "land", TODAY)
    assert Role.CLERK in roles(cast, "land", TODAY + DAY)
    assert Role.CLERK not in roles(cast, "land", TODAY + 2 * DAY)


def test_a_position_that_ends_today_has_no_power_tomorrow(cast):
    held = PositionHeld.objects.get(person=cast.people["clerk"])
    actions.end_position(by=cast["admin"], at=NOW, position_id=held.pk, ends=TODAY, reason="chuyển")
    assert roles(cast, "clerk", TODAY) == {Role.CLERK}
    assert roles(cast, "clerk", TODAY + DAY) == frozenset()


def test_a_stand_in_has_the_positions_of_the_absent_only_meanwhile(cast):
    actions.record_absence(
        by=cast["head"],
        at=NOW,
        person_id=cast.people["clerk"].pk,
        substitute_id=cast.people["land"].pk,
        starts=TODAY,
        ends=TODAY + DAY,
        reason="ốm",
    )
    assert roles(cast, "land", TODAY - DAY) == {Role.SPECIALIST}
    assert roles(cast, "land", TODAY) == {Role.SPECIALIST, Role.CLERK}
    assert roles(cast, "land", TODAY + 2 * DAY) == {Role.SPECIALIST}
    actor = queries.actor_for_person(person=cast.people["land"], on=TODAY)
    assert actor.title == "Công chức địa chính", "acts under their own title"
    assert queries.stand_ins(ward_id=cast.ward.pk, on=TODAY) == {cast.people["clerk"].pk: cast.people["land"].pk}


def test_somebody_who_left_holds_nothing_and_is_chosen_for_nothing(cast):
    actions.deactivate(by=cast["admin"], at=NOW, person_id=cast.people["clerk"].pk, reason="nghỉ hưu")
    assert not queries.holders(ward_id=cast.ward.pk, unit_id=cast.units["VP"].pk, role=Role.CLERK, on=TODAY)
    assert roles(cast, "clerk", TODAY + DAY) == frozenset()
    assert Act.objects.get(verb="person.deactivate").note == "nghỉ hưu"


def test_a_person_who_left_stands_in_for_nobody(cast):
    actions.record_absence(
        by=cast["admin"],
        at=NOW,
        person_id=cast.people["clerk"].pk,
        substitute_id=cast.people["land"].pk,
        starts=TODAY,
        ends=TODAY,
        reason="ốm",
    )
    actions.deactivate(by=cast["admin"], at=NOW, person_id=cast.people["land"].pk, reason="nghỉ")
    assert queries.stand_ins(ward_id=cast.ward.pk, on=TODAY) == {}


def test_a_period_that_ends_before_it_begins_is_refused(cast):
    with pytest.raises(Refused) as no:
        give(cast, "land", starts=TODAY, ends=TODAY - DAY)
    assert no.value.code == "period.order"


def test_only_the_administrator_gives_positions_passwords_and_keys(cast):
    for tried in (
        lambda: give(cast, "land", by="chairman", starts=TODAY),
        lambda: actions.set_password(
            by=cast["counter"], at=NOW, person_id=cast.people["land"].pk, password="một câu dài"
        ),
        lambda: actions.deactivate(by=cast["leader"], at=NOW, person_id=cast.people["land"].pk, reason="x"),
        lambda: actions.issue_token(by=cast["head"], at=NOW, name="máy", positions=()),
        lambda: actions.add_person(by=cast["head"], at=NOW, username="a", name="b", password="c"),
        lambda: actions.set_preferences(
            by=cast["admin"], at=NOW, person_id=cast.people["land"].pk, preferences={"keys": "off"}
        ),
    ):
        with pytest.raises(Refused) as no:
            tried()
        assert no.value.code == "forbidden"


def test_people_and_units_of_another_ward_are_not_there(cast, stranger):
    for tried in (
        lambda: actions.deactivate(by=cast["admin"], at=NOW, person_id=stranger.people["clerk"].pk, reason="x"),
        lambda: (
            give(stranger, "clerk", starts=TODAY)
            and actions.give_position(
                by=cast["admin"],
                at=NOW,
                person_id=cast.people["land"].pk,
                unit_id=stranger.units["VP"].pk,
                role=Role.CLERK,
                title="x",
                starts=TODAY,
            )
        ),
        lambda: actions.end_position(
            by=cast["admin"],
            at=NOW,
            position_id=PositionHeld.objects.filter(person=stranger.people["clerk"])[0].pk,
            ends=TODAY,
            reason="x",
        ),
        lambda: actions.record_absence(
            by=cast["admin"],
            at=NOW,
            person_id=cast.people["land"].pk,
            substitute_id=stranger.people["clerk"].pk,
            starts=TODAY,
            ends=TODAY,
            reason="x",
        ),
    ):
        with pytest.raises(Refused) as no:
            tried()
        assert no.value.code == "missing"


def test_a_machine_key_opens_until_it_is_revoked_and_is_kept_as_a_digest(cast):
    place = Position(role=Role.COUNTER, unit_id=cast.units["MC"].pk)
    token, key = actions.issue_token(by=cast["admin"], at=NOW, name="Cổng", positions=(place,))
    assert key not in (token.digest, str(token.positions))
    actor = queries.actor_for_token(key)
    assert (actor.name, actor.positions) == ("Cổng", (place,))
    actions.revoke_token(by=cast["admin"], at=NOW, token_id=token.pk)
    assert queries.actor_for_token(key) is None
    assert queries.actor_for_token("mc_sai") is None


def test_the_book_tells_of_a_password_without_telling_it(cast):
    actions.set_password(by=cast["admin"], at=NOW, person_id=cast.people["land"].pk, password="một câu dài hơn")
    act = Act.objects.get(verb="person.set_password")
    assert act.changes == [{"kind": "person", "id": str(cast.people["land"].pk), "set": {"password": ["•", "•"]}}]


def test_a_sign_in_name_is_taken_once(cast):
    with pytest.raises(Refused) as no:
        actions.add_person(by=cast["admin"], at=NOW, username="clerk", name="Ai Đó", password="x")
    assert (no.value.code, no.value.field) == ("person.username", "username")
    assert Person.objects.filter(username="clerk").count() == 1
