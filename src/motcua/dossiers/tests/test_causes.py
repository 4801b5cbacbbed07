"""Causes of lateness: the list of issue 3, older ones readable, each with words and a reason beside it."""

import json

import pytest

from motcua.acts import Refused
from motcua.dossiers import actions
from motcua.dossiers.forms.late import ProposeExtension
from motcua.dossiers.models import Extension
from motcua.dossiers.queries.words import CAUSES
from motcua.dossiers.rules import Cause
from motcua.dossiers.tests.conftest import moment

ASKED_FOR = {  # issue 3, "When it breaks"
    *("network", "software", "login", "digitising", "catalogue", "coordination", "applicant", "staff", "other"),
}


def test_every_cause_is_there_and_has_words():
    assert set(Cause) >= ASKED_FOR
    assert set(CAUSES) == set(Cause)
    assert len({str(words) for words in CAUSES.values()}) == len(CAUSES)


def test_the_form_and_the_machines_offer_all_of_them(client):
    offered = {value for value, _ in ProposeExtension.base_fields["cause"].choices}
    assert offered - {""} == set(Cause)  # empty: the house drafted it, and nobody has said why yet
    described = json.dumps(client.get("/api/v1/openapi.json").json()["components"]["schemas"]["Cause"])
    assert all(f'"{cause}"' in described for cause in Cause)


@pytest.mark.parametrize("cause", [Cause.LOGIN, Cause.STAFF])
def test_a_cause_never_stands_without_a_reason(play, cast, cause):
    dossier = play.walked("sign")
    given = {"by": cast["specialist"], "at": moment("2026-11-16 10:00"), "dossier_id": dossier.pk, "cause": cause}
    when = moment("2026-11-27 17:00")
    with pytest.raises(Refused) as no:
        actions.propose_extension(**given, reason="  ", new_due=when)
    assert no.value.field == "reason"
    assert not Extension.objects.exists()
