"""What the book sends to the database is what Django would send."""

import pytest
from django.apps import apps
from django.db import connection

from motcua.accounts.models import Person, PositionHeld
from motcua.ledger.actions.writing import _sent
from motcua.ledger.models import Record
from motcua.offices.models import OpeningHours, Unit, Ward


@pytest.mark.parametrize("model", [Ward, Unit, OpeningHours, Person, PositionHeld])
def test_each_value_is_sent_as_its_field_would_send_it(cast, model):
    for row in model.objects.all():
        for field in model._meta.concrete_fields:
            sent, meant = _sent(field, row), field.get_db_prep_save(field.pre_save(row, add=False), connection)
            assert (type(sent), str(sent)) == (type(meant), str(meant)), field


def test_no_field_fills_itself_behind_the_act():
    filling = ("auto_now", "auto_now_add")
    fields = [f for m in apps.get_models() if issubclass(m, Record) for f in m._meta.concrete_fields]
    assert fields
    assert not [field for field in fields if any(getattr(field, name, False) for name in filling)]
