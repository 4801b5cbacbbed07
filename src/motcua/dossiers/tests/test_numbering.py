"""Codes are gapless while many write at once, and a rollback gives its number back."""

import threading
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, connections

from motcua.acts import Refused
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Applicant, Channel, Intake
from motcua.ledger import queries as ledger

WRITERS, EACH = 8, 12
AT = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.django_db(transaction=True)
def test_codes_are_gapless_with_many_writers(cast, catalogue, papers):
    case = catalogue["marriage"]
    given = papers(case)
    by = cast["counter"]
    faults: list[BaseException] = []

    def write(writer: int) -> None:
        try:
            for n in range(EACH):
                intake = Intake(
                    case_id=case,
                    channel=Channel.DIRECT,
                    applicant=Applicant(name=f"Người {writer}-{n}" if n % 4 else ""),
                    papers=given,
                )
                if n % 4:
                    actions.accept(by=by, at=AT, intake=intake)
                else:
                    with pytest.raises(Refused, match=r"intake\.name"):
                        actions.accept(by=by, at=AT, intake=intake)
        except BaseException as fault:  # noqa: BLE001 - whatever a thread raises is told below
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write, args=(w,)) for w in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    expected = WRITERS * EACH * 3 // 4
    serials = sorted(Dossier.objects.values_list("serial", flat=True))
    assert serials == list(range(1, expected + 1))
    assert Dossier.objects.order_by("-serial").values_list("code", flat=True)[0] == f"H99.16-261125-{expected:04d}"
    assert ledger.verify(ward_id=cast.ward.pk) is None


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_one_succeeds_the_other_is_told(cast, catalogue, papers):
    case = catalogue["marriage"]
    dossier = actions.accept(
        by=cast["counter"],
        at=AT,
        intake=Intake(
            case_id=case, channel=Channel.DIRECT, applicant=Applicant(name="Mai Thị Trám"), papers=papers(case)
        ),
    )
    told: list[str] = []
    start = threading.Barrier(2)

    def go(who: str) -> None:
        start.wait()
        try:
            actions.advance(by=cast[who], at=AT, dossier_id=dossier.pk, seen=dossier.seen_no)
            told.append("done")
        except Refused as no:
            told.append(no.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=(who,)) for who in ("counter", "counter2")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["done", "dossier.moved"]
    assert Dossier.objects.get(pk=dossier.pk).steps.count() == 2
    connection.close()
