"""Every address of the house: nobody enters unsigned, and a stranger from another ward finds nothing behind any.

The test walks the URL resolver. A new address whose parameter has no sample in `world` makes it fail: add one.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from motcua.accounts import actions as accounts
from motcua.accounts import queries as people
from motcua.acts import Position, Role
from motcua.checker import actions as checker
from motcua.conduct import actions as conduct
from motcua.conduct.rules import Presence
from motcua.dossiers import actions
from motcua.dossiers.models import Mark, Paper, Result
from motcua.dossiers.rules import Applicant, Channel, Intake, NewResult, PaperIn, ReturnWay
from motcua.feedback import actions as feedback
from motcua.feedback.rules import Door
from motcua.figures import actions as figures
from motcua.files import actions as files
from motcua.ledger import queries as ledger
from motcua.notices import actions as notices
from motcua.notices.models import Delivery
from motcua.outages import actions as outages
from motcua.outages.rules import Stated, System
from motcua.petitions import actions as petitions
from motcua.petitions.models import Attachment
from motcua.petitions.rules import Matter, NewVisit, VisitResult
from motcua.procedures import actions as procedures
from motcua.procedures.models import Case, Component, Procedure, Process, Version
from motcua.surveys import actions as surveys
from motcua.surveys import queries as opinions
from motcua.surveys.rules import Sheet, Way

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)
APPLICANT = "Trần Thị Ngâu"
PNG = bytes.fromhex(  # a real picture of one point
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c494441"
    "54789c635048700000016400c1fe64735f0000000049454e44ae426082"
)
SIGN_IN = ("sign-in/", "sign-out/")
# What residents and machines reach without signing in. Everything else must ask who is there.
PUBLIC = (
    r"",
    r"robots\.txt",
    r"p/<slug:slug>/.*",  # the portal of a ward
    r"lookup/",
    r"check/",  # anyone's report is checked; what officers keep is behind the sign-in
    r"api/v1/openapi\.json",
    r"api/v1/",  # nothing is there
    r"ward/",  # only a shorter word for /desk/ward/
)
# What an address must be asked besides, so that it answers at all.
QUERIES = {"figures/closed/<uuid:report_id>/list/": "?figure=received"}
TURNED_AWAY = {403, 404, 405}


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver, flattened."""

    route: str
    name: str

    @property
    def parameters(self) -> list[str]:
        return re.findall(r"<(?:\w+:)?(\w+)>", self.route)

    @property
    def api(self) -> bool:
        return self.route.startswith("api/")

    @property
    def sign_in(self) -> bool:
        return self.route.startswith(SIGN_IN)

    def filled(self, values: dict[str, str]) -> str:
        def value(found: re.Match[str]) -> str:
            name = found.group(1)
            key = next((k for k in (f"{self.route.split('/')[0]}.{name}", name) if k in values), None)
            assert key, f"{self.route}: give `{name}` a sample in `world` of {__file__}"
            return values[key]

        return "/" + re.sub(r"<(?:\w+:)?(\w+)>", value, self.route) + QUERIES.get(self.route, "")


def walk(resolver: URLResolver, prefix: str = "") -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield Address(route=route.replace("^", "").replace("$", ""), name=pattern.name or "")


ADDRESSES = sorted(set(walk(get_resolver())), key=lambda a: a.route)
INSIDE = [a for a in ADDRESSES if not a.sign_in and not any(re.fullmatch(p, a.route) for p in PUBLIC)]
OBJECTS = [a for a in INSIDE if a.parameters]


@pytest.fixture(autouse=True)
def stopped(monkeypatch):
    """Wednesday 25/11/2026, 10:12."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def world(cast, catalogue, papers) -> dict[str, str]:
    """Real objects of Phường Hoa Gạo for each parameter, by `parameter` or `first-part-of-route.parameter`."""
    case = catalogue["birth"]
    wanted = papers(case)
    scanned = (PaperIn(name="Bản quét", content=PNG, file_name="quet.png"), *wanted)
    at = NOW.replace(hour=8)
    dossier = actions.accept(
        by=cast["counter"],
        at=at,
        intake=Intake(
            case_id=case,
            channel=Channel.DIRECT,
            applicant=Applicant(name=APPLICANT, phone="0900000123"),
            papers=scanned,
        ),
    )
    for who in ("counter", "specialist", "leader"):
        actions.advance(by=cast[who], at=at, dossier_id=dossier.pk)
    result = files.store(by=cast["clerk"], at=at, name="ket-qua.png", content=PNG)
    actions.advance(
        by=cast["clerk"],
        at=at,
        dossier_id=dossier.pk,
        result=NewResult(name="Giấy khai sinh", file_id=result.pk),
    )
    closed = figures.close_report(
        by=cast["chairman"],
        at=NOW.replace(hour=9),
        from_=NOW.date().replace(day=1),
        to=NOW.date(),
        as_of=NOW.replace(hour=9),
        group="field",
    )
    notices.follow(by=cast.system, at=NOW)
    told = Delivery.objects.get(message__event="ready")
    version = Version.objects.filter(ward=cast.ward).first()
    person = cast.people["specialist"]
    position = people.positions(by=cast["admin"], at=NOW).filter(person=person).get()
    token, _ = accounts.issue_token(
        by=cast.system, at=at, name="Máy", positions=(Position(role=Role.COUNTER, unit_id=cast.units["MC"].pk),)
    )
    absence = accounts.record_absence(
        by=cast["admin"],
        at=at,
        person_id=person.pk,
        substitute_id=cast.people["specialist2"].pk,
        starts=NOW.date(),
        ends=NOW.date(),
        reason="Đi học",
    )
    outage = outages.report(
        by=cast["counter"],
        at=NOW.replace(hour=9),
        stated=Stated(system=System.SOFTWARE, starts=NOW.replace(hour=9)),
        evidence=("man-hinh.png", PNG),
    )
    late = actions.accept(
        by=cast["counter"],
        at=NOW - timedelta(days=7),
        intake=Intake(
            case_id=case,
            channel=Channel.DIRECT,
            applicant=Applicant(name=APPLICANT, phone="0900000123"),
            papers=wanted,
        ),
    )
    actions.mark_lateness(by=cast.system, at=at, dossier_id=late.pk)
    stand = surveys.open_tablet(by=cast["counter"], at=at, name="Quầy", officer_id=cast.people["counter"].pk)
    check = conduct.record_check(
        by=cast["chairman"],
        at=at,
        held_at=at,
        unit_id=cast.units["MC"].pk,
        place="Quầy",
        checker="Chủ tịch",
        seen=["at_post"],
        found={person.pk: Presence.PRESENT, cast.people["counter"].pk: Presence.PRESENT},
        demand="Dán bảng phí",
        due_on=NOW.date(),
        photos=[("anh.png", PNG)],
    )
    raised = complained(cast, dossier, at)
    visit = petitions.record(
        by=cast["counter"],
        at=at,
        new=NewVisit(matter=Matter.COMPLAINT, result=VisitResult.TAKEN, name=APPLICANT, content="Đất vườn"),
    )
    petitions.attach(by=cast["clerk"], at=at, petition_id=visit.petition_id, title="Đơn", content=PNG)
    said, routed = (
        feedback.lodge(
            by=cast["counter"],
            at=at,
            new=feedback.NewFeedback(
                once=uuid4(),
                category="lighting",
                subject="Đèn hỏng",
                text="Đèn trước ngõ hỏng",
                sender=feedback.NewSender(name=APPLICANT),
                photos=(PNG,),
            ),
        )
        for _ in range(2)
    )
    feedback.route(by=cast["counter"], at=at, case_id=routed.pk, door=Door.COMPLAINT, told="Xin đến tiếp công dân.")
    kept = checker.keep(by=cast["chairman"], at=at, text="Tiếp nhận 12 hồ sơ", title="Báo cáo tháng")
    return {
        "statement_id": str(kept.pk),
        "feedback.code": said.code,
        "desk.code": routed.code,
        "number": "1",
        "petitions.year": str(visit.year),
        "petitions.number": str(visit.number),
        "file_id": str(Attachment.objects.get().pk),
        "outage_id": str(outage.pk),
        "request_id": str(procedures.ask_for(by=cast["counter"], at=at, name="Xin cấp lại sổ vàng").pk),
        "evidence_id": str(outage.evidence.get().pk),
        "code": dossier.code,
        "mark_id": str(Mark.objects.get(dossier=late).pk),
        "form": "01",
        "paper_id": str(Paper.objects.get(dossier=dossier, file__isnull=False).pk),
        "result_id": str(Result.objects.get(dossier=dossier).pk),
        "report_id": str(closed.pk),
        "dossier_id": str(dossier.pk),
        "case_id": str(Case.objects.get(pk=case).pk),
        "procedure_id": str(Procedure.objects.filter(ward=cast.ward).first().pk),
        "version_id": str(version.pk),
        "component_id": str(Component.objects.filter(ward=cast.ward).first().pk),
        "process_id": str(Process.objects.filter(ward=cast.ward).first().pk),
        "person_id": str(person.pk),
        "position_id": str(position.pk),
        "unit_id": str(cast.units["VHXH"].pk),
        "token_id": str(token.pk),
        "message_id": str(told.message_id),
        "delivery_id": str(told.pk),
        "absence_id": str(absence.pk),
        "procedures.code": "1.001193",
        "procedure_code": "1.001193",
        "stand_id": str(stand.pk),
        "check_id": str(check.pk),
        "demand_id": str(check.demands.get().pk),
        "photo_id": str(check.photos.get().pk),
        "matter_id": str(raised.pk),
        "slug": cast.ward.slug,
        "day": "2026-11-25",
        "year": "2026",
    }


def complained(cast, dossier, at):
    """The dossier's applicant has it, is very dissatisfied with the attitude and says why; the leaders are told."""
    actions.return_result(by=cast["counter"], at=at, dossier_id=dossier.pk, way=ReturnWay.IN_PERSON, receiver=APPLICANT)
    asked = opinions.asked(ward_id=cast.ward.pk, way=Way.LINK, on=at.date())
    said = {"sipas": {"overall": 1, "attitude": 1}, "evaluation": {"attitude": 0}}
    sheets = [Sheet(instrument=one, choices=said[one.code]) for one in asked]
    given = surveys.answer(by=cast.system, at=at, dossier_id=dossier.pk, sheets=sheets, words="Bị quát")
    return conduct.raise_matter(by=cast.system, at=at, answer_id=given[0].pk)


@pytest.fixture
def nowhere(world) -> dict[str, str]:
    """The same parameters naming things that are nowhere."""
    return {
        key: str(uuid4())
        if key.endswith("_id")
        else {
            "code": "H99.16-260101-9999",
            "procedures.code": "9.999999",
            "feedback.code": "PA-26-9999",
            "slug": "khong-co",
        }.get(key, value)
        for key, value in world.items()
    }


def test_the_walk_finds_the_house():
    names = {a.name for a in ADDRESSES}
    assert {"desk", "list", "page", "accept", "advance", "report", "closed", "account_login"} <= names


def test_nobody_enters_unsigned(world, client):
    told = []
    for address in INSIDE:
        for method in ("get", "post"):
            answer = sent(client, method, address.filled(world))
            at_the_door = (
                answer.status_code == 401
                if address.api
                else answer.status_code == 302 and answer["Location"].startswith("/sign-in/")
            )
            if not at_the_door and answer.status_code != 405:
                told.append(f"{method} {address.route}: {answer.status_code}")
    assert told == []


def test_a_stranger_finds_nothing(world, nowhere, cast, stranger, client_for):
    """Behind an address with an object of our ward a stranger gets what everybody gets for what does not exist."""
    head = ledger.head(ward_id=cast.ward.pk)
    told = []
    for who in ("counter", "specialist", "chairman", "admin", "supervisor"):
        client = client_for(stranger.people[who])
        for address in OBJECTS:
            if address.api:
                continue
            for method in ("get", "post"):
                answer = sent(client, method, address.filled(world))
                none = sent(client, method, address.filled(nowhere))
                if answer.status_code not in TURNED_AWAY or answer.status_code != none.status_code:
                    told.append(f"{method} {address.route} as {who}: {answer.status_code}, {none.status_code}")
    assert told == []
    assert ledger.head(ward_id=cast.ward.pk) == head


def test_a_stranger_reads_no_name_on_a_common_page(world, stranger, client_for):
    told = []
    for who in ("counter", "leader", "admin", "supervisor"):
        client = client_for(stranger.people[who])
        for address in INSIDE:
            if address.parameters or address.api:
                continue
            answer = sent(client, "get", f"{address.filled(world)}?q=ngau&code={world['code']}")
            body = answer.content.decode(errors="replace")
            if answer.status_code >= 500 or APPLICANT in body or f'"/dossiers/{world["code"]}/' in body:
                told.append(f"{address.route} as {who}: {answer.status_code}")
    assert told == []


def test_the_samples_are_real(world, cast, client_for):
    """Somebody of our own ward gets past the door of each address; else the strangers' test would prove nothing."""
    clients = [client_for(cast.people[who]) for who in ("chairman", "counter", "admin", "specialist", "clerk")]
    unknown = [
        address.route
        for address in OBJECTS
        if not address.api
        and all(
            sent(client, method, address.filled(world)).status_code in TURNED_AWAY
            for client in clients
            for method in ("get", "post")
        )
    ]
    assert unknown == []


# -- machines ----------------------------------------------------------------------------------------------------------


def operations() -> list[tuple[str, str, dict]]:
    description = Client().get("/api/v1/openapi.json").json()
    schemas = description["components"]["schemas"]
    return [
        (method, path, body(operation, schemas))
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
        if "{" in path
    ]


def body(operation: dict, schemas: dict) -> dict:
    """The smallest body that fits the description."""
    content = operation.get("requestBody", {}).get("content", {})
    return made(next(iter(content.values()))["schema"], schemas, "") if content else {}


def made(schema: dict, schemas: dict, name: str):
    if "$ref" in schema:
        return made(schemas[schema["$ref"].rpartition("/")[2]], schemas, name)
    choice = next((schema[c][0] for c in ("anyOf", "allOf", "oneOf") if c in schema), None)
    if choice is not None:
        return made(choice, schemas, name)
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "object":
        return {key: made(schema["properties"][key], schemas, key) for key in schema.get("required", ())}
    if schema.get("type") == "array":
        return [made(schema["items"], schemas, name)]
    return SIMPLE.get(name) or SIMPLE.get(schema.get("format") or schema["type"], "Lý do đủ dài để ghi")


SIMPLE = {
    "limit": "3 working days",
    "uuid": str(uuid4()),
    "date-time": "2026-12-01T17:00:00+07:00",
    "date": "2026-12-01",
    "integer": 1,
    "number": 1,
    "boolean": True,
}


def key_of(who) -> str:
    office = {role: who.units[unit].pk for role, unit in ROLES.items()}
    positions = tuple(Position(role=role, unit_id=unit) for role, unit in office.items())
    return accounts.issue_token(by=who.system, at=NOW, name="Máy", positions=positions)[1]


ROLES = {Role.COUNTER: "MC", Role.SPECIALIST: "VHXH", Role.CLERK: "VP", Role.LEADER: "LD", Role.CHAIRMAN: "LD"}


def test_a_strange_machine_finds_nothing(world, cast, stranger, client):
    head = ledger.head(ward_id=cast.ward.pk)
    ours, theirs = ({"Authorization": f"Bearer {key_of(who)}"} for who in (cast, stranger))
    found = operations()
    assert len(found) > 20
    for method, path, content in found:
        address = "/" + re.sub(r"\{(\w+)\}", lambda m: world[m.group(1)], path).lstrip("/")
        assert send_json(client, method, address, content, theirs) == 404, (method, path)
        with transaction.atomic():
            assert send_json(client, method, address, content, ours) not in {401, 404, 422}, (method, path, content)
            transaction.set_rollback(True)
    assert ledger.head(ward_id=cast.ward.pk).number == head.number + 1  # our own key was issued


def send_json(client, method, address, content, headers) -> int:
    return client.generic(
        method.upper(),
        address,
        json.dumps(content) if method != "get" else "",
        content_type="application/json",
        headers=headers,
    ).status_code


def sent(client, method, address):
    """One request whose writes are undone."""
    with transaction.atomic():
        answer = getattr(client, method)(address)
        if hasattr(answer, "streaming_content"):
            list(answer.streaming_content)
        transaction.set_rollback(True)
    return answer


def test_every_verb_has_its_address():
    from motcua.dossiers.rules.offers import Verb  # noqa: PLC0415 - beside its only use

    routes = {a.route for a in ADDRESSES}
    assert {f"dossiers/<str:code>/{verb}/" for verb in Verb} <= routes
    assert {f"api/v1/dossiers/<code>/{verb}" for verb in Verb if verb != "attach_paper"} <= routes
