"""Who may say what of an outage, what is refused, and that a refusal writes nothing."""

from datetime import date

import pytest

from motcua.acts import Refused
from motcua.files import queries as files
from motcua.ledger.models import Act
from motcua.outages import actions, queries, rules
from motcua.outages.models import Outage
from motcua.outages.rules import System

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")


def no(code, act, **more):
    before = Act.objects.count()
    with pytest.raises(Refused) as said:
        act(**more)
    assert said.value.code == code
    assert Act.objects.count() == before
    return said.value


def test_report(told, cast, at):
    outage = told.report(
        description="Không mở được trang tiếp nhận", ticket="VNPT-1187", evidence=("man-hinh.png", PNG)
    )
    assert (outage.number, outage.open, outage.version) == ("1/2026", True, 1)
    assert (outage.seen_by_id, outage.seen_by_name) == (cast.people["counter"].pk, "Phùng Thị Cúc")
    assert outage.noticed_at == outage.reported_at == at("2026-11-25 09:20")
    assert files.content(outage.evidence.get().file) == PNG
    assert [row.pk for row in queries.open_now(ward_id=cast.ward.pk)] == [outage.pk]
    act = Act.objects.get(verb="outage.report")
    assert act.subject_label == "1/2026"
    assert "Phùng Thị Cúc" not in str(act.changes)


def test_who_saw_it_is_an_officer_or_a_name(told, cast):
    by_name = told.report(seen_by="Lê Thị Sen")
    assert by_name.seen_by_id == cast.people["specialist"].pk
    outside = told.report(system=System.POWER, seen_by="Một người dân ở quầy")
    assert (outside.seen_by_id, outside.seen_by_name) == (None, "Một người dân ở quầy")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("outage.ahead", {"starts": "2026-11-25 09:21"}),
        ("outage.order", {"ends": "2026-11-25 09:10"}),
        ("outage.ends_ahead", {"ends": "2026-11-25 09:30"}),
        ("outage.other", {"system": System.OTHER}),
        ("outage.announced", {"announced_on": date(2026, 11, 26)}),
        ("file.type", {"evidence": ("x.exe", b"MZ...")}),
    ],
)
def test_what_cannot_be_reported(told, code, said):
    no(code, told.report, **said)
    assert not Outage.objects.exists()


def test_one_open_outage_of_a_system(told):
    first = told.report()
    said = no("outage.open_already", told.report, who="specialist", when="2026-11-25 09:40")
    assert "Phùng Thị Cúc đã báo lỗi từ 09:10" in said.vi
    told.end(first)
    told.report(when="2026-11-25 15:00", starts="2026-11-25 14:30")
    told.report(system=System.OTHER, other="Trang đặt lịch")
    told.report(system=System.OTHER, other="Camera")
    assert Outage.objects.filter(ends__isnull=True).count() == 3


def test_who_may(told, cast, stranger, at):
    no("forbidden", told.report, who="supervisor")
    outage = told.report()
    no("forbidden", told.end, outage=outage, who="specialist")
    no("forbidden", told.end, outage=outage, who="supervisor")
    given = {"by": stranger["admin"], "at": at("2026-11-25 10:00"), "outage_id": outage.pk}
    no("missing", actions.end, **given, ends=at("2026-11-25 10:00"))
    no("missing", actions.withdraw, **given, reason="x")
    no("missing", actions.attach_evidence, **given, name="a.png", content=PNG)
    no("missing", actions.correct, **given, stated=told.stated("2026-11-25 09:00"), reason="x")
    with pytest.raises(Refused, match="missing"):
        queries.page(by=stranger["chairman"], at=at("2026-11-25 10:00"), outage_id=outage.pk)
    actions.attach_evidence(
        by=cast["specialist"], at=at("2026-11-25 10:00"), outage_id=outage.pk, name="a.png", content=PNG, said="ảnh"
    )
    assert told.end(outage, who="admin").ended_by_name == "Kiều Văn Gạo"
    for who, may in (
        ("counter", True),
        ("leader", True),
        ("admin", True),
        ("specialist", False),
        ("supervisor", False),
    ):
        page = queries.page(by=cast[who], at=at("2026-11-25 15:00"), outage_id=outage.pk)
        assert page.may_amend is may, who
        assert page.may_attach is (who != "supervisor")


def test_end(told, cast, at):
    outage = told.report()
    no("outage.order", told.end, outage=outage, ends="2026-11-25 09:00")
    no("outage.ends_ahead", told.end, outage=outage, ends="2026-11-25 14:06")
    told.end(outage)
    assert "Phùng Thị Cúc" in no("outage.ended", told.end, outage=outage).vi


def test_correct(told, cast, at):
    outage = told.end(told.report())
    given = {"by": cast["counter"], "at": at("2026-11-25 15:00"), "outage_id": outage.pk}
    fine = told.stated("2026-11-25 09:00", "2026-11-25 13:00", system=System.NETWORK)
    no("reason.missing", actions.correct, **given, stated=fine, reason=" ")
    no("outage.same", actions.correct, **given, stated=outage.stated, reason="x")
    no("outage.reopened", actions.correct, **given, stated=told.stated("2026-11-25 09:00"), reason="x")
    no(
        "outage.after_report",
        actions.correct,
        **given,
        stated=told.stated("2026-11-25 09:21", "2026-11-25 13:00"),
        reason="x",
    )
    no("forbidden", actions.correct, **(given | {"by": cast["land"]}), stated=fine, reason="x")
    row = actions.correct(**given, stated=fine, reason="là mạng", seen=1)
    assert (row.system, row.version) == ("network", 2)
    no(
        "outage.moved",
        actions.correct,
        **given,
        stated=told.stated("2026-11-25 08:00", "2026-11-25 13:00"),
        reason="x",
        seen=1,
    )
    old = row.corrections.get()
    assert (old.version, old.system, old.by_name) == (1, "software", "Phùng Thị Cúc")


def test_correcting_an_open_one_cannot_double_another(told, cast, at):
    told.report()
    other = told.report(system=System.NETWORK)
    given = {"by": cast["counter"], "at": at("2026-11-25 10:00"), "outage_id": other.pk}
    no("outage.open_already", actions.correct, **given, stated=told.stated(), reason="x")


def test_withdraw(told, cast, at):
    told.promise()
    outage = told.end(told.report())
    given = {"by": cast["counter"], "at": at("2026-11-25 15:00"), "outage_id": outage.pk}
    no("reason.missing", actions.withdraw, **given, reason="")
    actions.withdraw(**given, reason="máy của tôi hỏng, không phải phần mềm")
    assert outage.reckonings.get().void_at == given["at"]
    assert queries.touched(outage=Outage.objects.get(), at=given["at"]).promises == 0
    assert (
        "Phùng Thị Cúc đã rút" in no("outage.withdrawn", actions.attach_evidence, **given, name="a.png", content=PNG).vi
    )
    no("outage.withdrawn", actions.withdraw, **given, reason="x")
    assert not queries.touched_promises(by=cast["counter"], outage_id=outage.pk, at=given["at"])


@pytest.mark.parametrize(
    ("announced", "enough"), [("2026-11-13", True), ("2026-11-14", False), ("2026-11-12", True), (None, None)]
)
def test_a_planned_downtime_is_announced_seven_working_days_ahead(told, announced, enough):
    """For Wednesday 25/11: seven working days before it is Friday 13/11, for 24/11 is a day off."""
    if announced is None:
        before = told.stated("2026-06-30 08:00").starts  # the last day without the rule
        assert rules.notice(announced_on=date(2026, 6, 1), starts=before, calendar=told.calendar) is None
        return
    found = rules.notice(
        announced_on=date.fromisoformat(announced), starts=told.stated().starts, calendar=told.calendar
    )
    assert (found.enough, found.days, found.latest) == (enough, 7, date(2026, 11, 13))


def test_the_register_reads_in_few_statements(told, cast, at, django_assert_max_num_queries):
    told.report()
    for n in range(30):
        told.report(
            starts=f"2026-11-{n % 20 + 1:02} 08:00", ends=f"2026-11-{n % 20 + 1:02} 08:30", system=System.NETWORK
        )
    with django_assert_max_num_queries(6):
        shown = queries.register(by=cast["supervisor"], at=at("2026-11-25 10:00"), wanted=queries.Wanted())
    assert shown.rows[0].outage.open
    assert (len(shown.rows), shown.total, shown.remaining) == (25, 31, 6)
    assert (shown.rows[0].plain, shown.rows[0].working) == ("50 phút", "50 phút làm việc")


def test_the_register_is_filtered(told, cast, at):
    def shown(**wanted):
        lines = queries.register(by=cast["counter"], at=at("2026-11-25 10:00"), wanted=queries.Wanted(**wanted)).rows
        return [line.outage.number for line in lines]

    told.report(starts="2026-11-10 08:00", ends="2026-11-12 09:00")  # 1
    told.report(starts="2026-11-16 08:00", ends="2026-11-16 09:00", system=System.POWER)  # 2
    told.report()  # 3
    mistaken = told.report(starts="2026-11-18 08:00", ends="2026-11-18 09:00")  # 4
    actions.withdraw(by=cast["counter"], at=at("2026-11-25 09:30"), outage_id=mistaken.pk, reason="nhầm")
    assert shown() == ["3/2026", "2/2026", "1/2026"]
    assert shown(state="open") == ["3/2026"]
    assert shown(state="ended") == ["2/2026", "1/2026"]
    assert shown(state="withdrawn") == ["4/2026"]
    assert shown(system="power") == ["2/2026"]
    assert shown(system="lạ", state="lạ") == shown()
    assert shown(first=date(2026, 11, 12), last=date(2026, 11, 16)) == ["2/2026", "1/2026"]
    assert shown(first=date(2026, 11, 13), last=date(2026, 11, 24)) == ["2/2026"]
