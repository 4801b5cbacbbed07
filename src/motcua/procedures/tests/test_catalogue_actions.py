"""Versions take their places: one in force at a time, nothing published changes, nothing repealed comes back."""

import dataclasses
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from motcua.acts import Refused, Role
from motcua.clock import Limit
from motcua.ledger import queries as ledger
from motcua.ledger.models import Act
from motcua.offices import queries as offices
from motcua.offices.rules import UnitKind
from motcua.procedures import actions, queries, rules
from motcua.procedures.models import Process, Version
from motcua.procedures.rules import (
    Batch,
    CaseDraft,
    ComponentDraft,
    ProcessDraft,
    StepDraft,
    StepKind,
    VersionDraft,
    VersionStatus,
)

NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
JANUARY, JUNE, DECEMBER = date(2026, 1, 1), date(2026, 6, 1), date(2026, 12, 1)


def step(kind, name, unit_kind, role, days=None):
    limit = Limit.parse(f"{days} working days") if days else None
    return StepDraft(kind=kind, name=name, unit_kind=unit_kind, role=role, limit=limit)


STEPS = (
    step(StepKind.INTAKE, "Tiếp nhận", UnitKind.CENTRE, Role.COUNTER, "0.5"),
    step(StepKind.WORK, "Thụ lý", UnitKind.DIVISION, Role.SPECIALIST, "1.5"),
    step(StepKind.SIGN, "Ký", UnitKind.LEADERSHIP, Role.LEADER, "1"),
    step(StepKind.RETURN, "Trả kết quả", UnitKind.CENTRE, Role.COUNTER),
)
PROCESS = ProcessDraft(code="QT-9", title="Quy trình thử", steps=STEPS)
THREE = CaseDraft(limit=Limit.parse("3 working days"), fee=Decimal(0), process="QT-9")
DRAFT = VersionDraft(
    code="9.000001",
    name="Thủ tục thử",
    field="Hộ tịch",
    cases=(THREE,),
    components=(ComponentDraft(name="Tờ khai"),),
    legal_basis=("Luật Hộ tịch 60/2014/QH13",),
)


def changed(**fields):
    return dataclasses.replace(DRAFT, **fields)


def take(cast, *procedures, processes=(), day=JANUARY):
    actions.import_batch(
        by=cast["admin"], at=NOW, batch=Batch(procedures=procedures, processes=processes), valid_from=day
    )


def versions(code="9.000001"):
    return list(Version.objects.filter(procedure__code=code).order_by("number"))


def in_force(cast, day):
    rows = queries.current_versions(by=cast["counter"], on=day).filter(procedure__code="9.000001")
    return [row.name for row in rows]


@pytest.fixture
def office(cast):
    """A ward with one procedure and its process, in force since January."""
    take(cast, DRAFT, processes=(PROCESS,))
    return cast


def test_a_new_version_ends_the_one_before_the_day_before(office):
    take(office, changed(name="Tên mới"), day=JUNE)
    first, second = versions()
    assert (first.status, first.valid_to) == ("published", date(2026, 5, 31))
    assert (second.status, second.valid_from, second.valid_to) == ("published", JUNE, None)
    assert (in_force(office, date(2026, 5, 31)), in_force(office, JUNE)) == (["Thủ tục thử"], ["Tên mới"])


def test_unchanged_rows_make_no_version_and_move_no_process(office):
    take(office, DRAFT, processes=(PROCESS,), day=JUNE)
    assert len(versions()) == Process.objects.filter(code="QT-9").count() == 1


def test_an_import_over_a_newer_draft_leaves_one_version_in_force(office):
    actions.save_version(by=office["admin"], at=NOW, draft=changed(name="Đang viết"), valid_from=JUNE)
    take(office, changed(name="Theo quyết định mới"), day=DECEMBER)
    assert in_force(office, DECEMBER) == ["Theo quyết định mới"]
    assert in_force(office, NOW.date()) == ["Thủ tục thử"]
    assert [v.status for v in versions()] == ["published", "retired", "published"]


def test_what_fails_its_checks_arrives_as_a_draft_and_cannot_be_received(office):
    take(office, changed(code="9.000002", components=()))
    (version,) = versions("9.000002")
    assert version.status == "draft"
    assert queries.search(by=office["counter"], text="9.000002", at=NOW) == []


def test_steps_longer_than_the_limit_are_never_published(office):
    long = dataclasses.replace(THREE, limit=Limit.parse("2 working days"))
    version = actions.save_version(by=office["admin"], at=NOW, draft=changed(cases=(long,)), valid_from=JUNE)
    with pytest.raises(Refused, match=r"publish\.checks") as no:
        actions.publish_version(by=office["admin"], at=NOW, version_id=version.pk, valid_from=DECEMBER)
    assert "vượt thời hạn 2 ngày làm việc" in no.value.vi


@pytest.mark.parametrize(
    ("steps", "said"),
    [(STEPS[1:], "Bước đầu tiên phải là tiếp nhận"), (STEPS[:-1], "ngõ cụt"), ((), "chưa có bước nào")],
)
def test_a_process_without_a_way_from_counter_to_counter_is_not_published(office, steps, said):
    row = actions.save_process(
        by=office["admin"], at=NOW, draft=dataclasses.replace(PROCESS, steps=steps), valid_from=JUNE
    )
    with pytest.raises(Refused, match=r"publish\.checks") as no:
        actions.publish_process(by=office["admin"], at=NOW, process_id=row.pk, valid_from=JUNE)
    assert said in no.value.vi


def test_a_step_that_nobody_does_is_refused_at_once(office):
    nobody = dataclasses.replace(STEPS[1], role=None)
    with pytest.raises(Refused, match=r"step\.position"):
        actions.save_process(
            by=office["admin"],
            at=NOW,
            draft=dataclasses.replace(PROCESS, steps=(STEPS[0], nobody, *STEPS[2:])),
            valid_from=JUNE,
        )
    assert Process.objects.filter(code="QT-9").count() == 1


def test_the_plan_that_a_dossier_pinned_never_changes(office):
    (first,) = versions()
    case = first.cases.get()
    before = queries.plan(ward=offices.now_of(office.ward.pk), case_id=case.pk)
    longer = dataclasses.replace(PROCESS, steps=(STEPS[0], dataclasses.replace(STEPS[1], name="Thẩm tra"), *STEPS[2:]))
    take(office, changed(components=(ComponentDraft(name="Đơn"),)), processes=(longer,), day=JUNE)
    after = queries.plan(ward=offices.now_of(office.ward.pk), case_id=case.pk)
    assert dataclasses.replace(after, valid_to=None) == before
    assert [s.name for s in after.steps] == ["Tiếp nhận", "Thụ lý", "Ký", "Trả kết quả"]
    assert versions()[1].cases.get().process.steps.all()[1].name == "Thẩm tra"


def test_a_step_that_differs_only_in_what_it_must_do_is_a_change(office):
    stricter = dataclasses.replace(STEPS[1], must_note=True)
    take(office, processes=(dataclasses.replace(PROCESS, steps=(STEPS[0], stricter, *STEPS[2:])),), day=JUNE)
    assert Process.objects.filter(code="QT-9").count() == 2
    assert versions()[1].cases.get().process.steps.all()[1].must_note


def test_a_repeal_ends_the_procedure_and_says_so_before(office):
    repeal = changed(status=VersionStatus.RETIRED)
    known = {code: queries.version_draft(row) for code, row in queries.newest(office.ward.pk).items()}
    (difference,) = rules.compared(known, (repeal,))
    assert difference.fields == (("Tình trạng", "", "bãi bỏ"),)
    take(office, repeal, day=JUNE)
    (only,) = versions()
    assert (only.status, only.valid_to) == ("published", date(2026, 5, 31))
    take(office, repeal, day=DECEMBER)
    assert [v.valid_to for v in versions()] == [date(2026, 5, 31)]


def test_a_repealed_procedure_does_not_come_back_when_its_process_changes(office):
    (only,) = versions()
    actions.retire_version(by=office["admin"], at=NOW, version_id=only.pk, last_day=JUNE, reason="QĐ 35")
    row = actions.save_process(
        by=office["admin"], at=NOW, draft=dataclasses.replace(PROCESS, title="Bản hai"), valid_from=JUNE
    )
    actions.publish_process(by=office["admin"], at=NOW, process_id=row.pk, valid_from=DECEMBER)
    assert in_force(office, DECEMBER) == []
    assert len(versions()) == 1


def test_a_retirement_gives_its_reason(office):
    (only,) = versions()
    with pytest.raises(Refused, match=r"reason\.missing"):
        actions.retire_version(by=office["admin"], at=NOW, version_id=only.pk, last_day=JUNE, reason="  ")


def test_a_spent_draft_cannot_be_published_again(office):
    first = actions.save_version(by=office["admin"], at=NOW, draft=changed(name="Một"), valid_from=JUNE)
    actions.save_version(by=office["admin"], at=NOW, draft=changed(name="Hai"), valid_from=JUNE)
    with pytest.raises(Refused, match=r"publish\.state"):
        actions.publish_version(by=office["admin"], at=NOW, version_id=first.pk, valid_from=DECEMBER)


def test_an_import_is_one_act_or_nothing(cast):
    before = Act.objects.count()
    with pytest.raises(Refused, match=r"process\.unknown"):
        take(
            cast,
            changed(
                code="9.000003",
                cases=(dataclasses.replace(THREE, process="QT-0"),),
            ),
            DRAFT,
        )
    assert (Act.objects.count(), Version.objects.count()) == (before, 0)
    take(cast, DRAFT, processes=(PROCESS,))
    assert Act.objects.get(verb="catalogue.import_batch").actor_name == "Kiều Văn Gạo"
    assert ledger.verify(ward_id=cast.ward.pk) is None


@pytest.mark.parametrize(
    "who", ["counter", "specialist", "head", "clerk", "director", "leader", "chairman", "supervisor"]
)
def test_nobody_but_the_administrator_writes(office, who):
    by, (version,) = office[who], versions()
    process = Process.objects.get(code="QT-9")
    tries = (
        lambda: actions.import_starter(by=by, at=NOW, valid_from=JUNE),
        lambda: actions.save_version(by=by, at=NOW, draft=DRAFT, valid_from=JUNE),
        lambda: actions.save_process(by=by, at=NOW, draft=PROCESS, valid_from=JUNE),
        lambda: actions.publish_version(by=by, at=NOW, version_id=version.pk, valid_from=JUNE),
        lambda: actions.publish_process(by=by, at=NOW, process_id=process.pk, valid_from=JUNE),
        lambda: actions.retire_version(by=by, at=NOW, version_id=version.pk, last_day=JUNE, reason="QĐ"),
    )
    for attempt in tries:
        with pytest.raises(Refused, match="forbidden"):
            attempt()


def test_a_stranger_publishes_nothing_here(office, stranger):
    version = actions.save_version(by=office["admin"], at=NOW, draft=changed(name="Nháp"), valid_from=JUNE)
    with pytest.raises(Refused, match="missing"):
        actions.publish_version(by=stranger["admin"], at=NOW, version_id=version.pk, valid_from=JUNE)


def test_the_starter_takes_few_statements(cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        actions.import_starter(by=cast["admin"], at=NOW, valid_from=JANUARY)
    published = Version.objects.filter(status="published")
    assert published.count() > 120
    assert all(
        case.process.status == "published"
        for v in published.prefetch_related("cases__process")
        for case in v.cases.all()
    )
