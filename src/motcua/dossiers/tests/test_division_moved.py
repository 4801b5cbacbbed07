"""A procedure given to another division takes along no dossier that was already received."""

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.procedures import actions as procedures


def moved(play, at):
    procedures.set_division(
        by=play.cast["admin"],
        at=at("2026-11-12 09:20"),
        code="1.000894",
        unit_id=play.cast.units["KT"].pk,
        reason="Quyết định 40/QĐ-UBND",
    )


def station(dossier):
    kept = Dossier.objects.select_related("step__unit", "step__promise__unit", "unit").get(pk=dossier.pk)
    return kept.unit.code, kept.step.name, kept.step.unit.code, kept.step.promise.unit.code


def test_open_dossiers_stay_with_their_division_and_new_ones_go_to_the_other(play, at):
    before = play.accepted()
    moved(play, at)
    after = play.accepted(when="2026-11-12 09:25")
    for dossier in (before, after):
        actions.advance(by=play.cast["counter"], at=at("2026-11-12 09:30"), dossier_id=dossier.pk)
    assert station(before) == ("VHXH", "Thẩm tra hồ sơ", "VHXH", "VHXH")
    assert station(after) == ("KT", "Thẩm tra hồ sơ", "KT", "KT")
    actions.advance(by=play.cast["specialist"], at=at("2026-11-12 10:00"), dossier_id=before.pk)
    actions.advance(by=play.cast["land"], at=at("2026-11-12 10:00"), dossier_id=after.pk)
    back = actions.send_back(by=play.cast["leader"], at=at("2026-11-12 11:00"), dossier_id=before.pk, reason="Xem lại")
    assert station(back) == ("VHXH", "Thẩm tra hồ sơ", "VHXH", "VHXH")


def test_a_dossier_that_waits_at_the_door_stays_too(play, at):
    waiting = play.lodged()
    moved(play, at)
    actions.accept(by=play.cast["counter"], at=at("2026-11-12 09:40"), dossier_id=waiting.pk, complete=True)
    actions.advance(by=play.cast["counter"], at=at("2026-11-12 09:50"), dossier_id=waiting.pk)
    assert station(waiting) == ("VHXH", "Thẩm tra hồ sơ", "VHXH", "VHXH")
