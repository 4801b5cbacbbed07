"""A prepared read says what the same query says, and builds its SQL once."""

import pytest
from django.db import transaction
from django.db.utils import DataError

from motcua.accounts.models import Person, PositionHeld, Token
from motcua.ledger.queries import Prepared, Slot
from motcua.offices.models import Unit


def of_ward(ward_id):
    return Unit.objects.filter(ward_id=ward_id).order_by("code")


def test_whole_rows_are_those_of_the_query(cast, stranger):
    read = Prepared(lambda: of_ward(Slot("ward_id")))
    found = read.all(ward_id=cast.ward.pk)
    assert [vars(row) | {"_state": None} for row in found] == [
        vars(row) | {"_state": None} for row in of_ward(cast.ward.pk)
    ]
    assert {(row._state.adding, row._state.db) for row in found} == {(False, "default")}
    assert read.first(ward_id=stranger.ward.pk) == of_ward(stranger.ward.pk).first() != found[0]


def test_tuples_follow_links_like_the_query(cast):
    columns = ("person__name", "unit__code", "ends")
    read = Prepared(lambda: PositionHeld.objects.filter(ward=Slot("ward_id")).values_list(*columns).order_by("id"))
    assert read.all(ward_id=cast.ward.pk) == list(
        PositionHeld.objects.filter(ward=cast.ward).values_list(*columns).order_by("id")
    )


def test_values_pass_the_converters_of_their_fields(cast):
    token = Token.objects.create(
        ward=cast.ward, name="Máy", digest="a" * 64, positions=[{"role": "counter"}], created_at="2026-11-25T10:12Z"
    )
    where = Prepared(lambda: Token.objects.filter(digest=Slot("digest")))
    assert where.first(digest=token.digest).positions == [{"role": "counter"}]
    assert Prepared(lambda: Token.objects.values_list("positions")).all() == [([{"role": "counter"}],)]


def test_the_query_is_built_once_and_asked_each_time(cast, django_assert_num_queries):
    built = []

    def query():
        built.append(1)
        return of_ward(Slot("ward_id"))

    read = Prepared(query)
    with django_assert_num_queries(3):
        for _ in range(3):
            read.all(ward_id=cast.ward.pk)
    assert built == [1]


def test_nothing_found_is_none_and_an_empty_place_finds_nothing(cast):
    read = Prepared(lambda: Unit.objects.filter(pk__in=[Slot("one"), Slot("other")]))
    unit = cast.units["MC"]
    assert read.first(one=None, other=None) is None
    assert read.all(one=None, other=unit.pk) == [unit]


def test_a_value_is_never_part_of_the_statement(cast):
    read = Prepared(lambda: Unit.objects.filter(code=Slot("code")))
    assert read.all(code="' OR ''='") == []
    with pytest.raises(DataError), transaction.atomic():
        Prepared(lambda: Unit.objects.filter(pk=Slot("pk"))).all(pk="' OR ''='")


def test_a_forgotten_value_is_a_bug(cast):
    with pytest.raises(KeyError):
        Prepared(lambda: of_ward(Slot("ward_id"))).all()


@pytest.mark.parametrize("query", [lambda: Person.objects.select_related("ward"), lambda: Person.objects.only("name")])
def test_half_rows_and_rows_of_two_models_are_refused(db, query):
    with pytest.raises(TypeError):
        Prepared(query).all()


@pytest.mark.django_db(transaction=True)
def test_a_row_is_locked_only_inside_a_transaction():
    read = Prepared(lambda: Unit.objects.select_for_update().filter(code=Slot("code")))
    with transaction.atomic():
        assert read.all(code="MC") == []
    with pytest.raises(transaction.TransactionManagementError):
        read.all(code="MC")
