"""A small office whose dossiers, made through the real actions, stand in every cell of the report."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake, NewResult, ReturnWay

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@dataclass
class Lives:
    """Plays dossiers of one ward by the people of its cast."""

    cast: object
    catalogue: dict
    papers: object
    made: dict[str, UUID] = field(default_factory=dict)

    def intake(self, case: str, channel: Channel = Channel.DIRECT, level: str = "") -> Intake:
        return Intake(
            case_id=self.catalogue[case],
            channel=channel,
            applicant=Applicant(name="Trần Thị Ngâu", phone="0900000123"),
            papers=self.papers(self.catalogue[case]),
            exemption="Miễn" if case == "land" else "",
            online_level=level,
        )

    def accept(
        self, name: str, when: str, case: str = "marriage", channel: Channel = Channel.DIRECT, level: str = ""
    ) -> UUID:
        dossier = actions.accept(by=self.cast["counter"], at=at(when), intake=self.intake(case, channel, level))
        self.made[name] = dossier.pk
        return dossier.pk

    def to_desk(self, pk: UUID, when: str) -> None:
        actions.advance(by=self.cast["counter"], at=at(when), dossier_id=pk)

    def finish(self, pk: UUID, when: str, case: str = "marriage") -> None:
        who = "land" if case == "land" else "specialist"
        for officer in (who, "leader"):
            actions.advance(by=self.cast[officer], at=at(when), dossier_id=pk)
        actions.advance(by=self.cast["clerk"], at=at(when), dossier_id=pk, result=NewResult(name="Giấy chứng nhận"))

    def hand_over(self, pk: UUID, when: str) -> None:
        actions.return_result(
            by=self.cast["counter2"], at=at(when), dossier_id=pk, way=ReturnWay.IN_PERSON, receiver="Trần Thị Ngâu"
        )

    def ask(self, pk: UUID, when: str, **more: str) -> None:
        actions.ask_supplement(
            by=self.cast["leader" if more else "specialist"],
            at=at(when),
            dossier_id=pk,
            items=("Bản sao học bạ",),
            reason="Thiếu bản sao học bạ",
            **more,
        )

    def supply(self, pk: UUID, when: str) -> None:
        actions.complete_supplement(by=self.cast["counter"], at=at(when), dossier_id=pk)

    def code(self, name: str) -> str:
        return Dossier.objects.get(pk=self.made[name]).code


def play(cast, catalogue, papers) -> Lives:  # noqa: PLR0915 - a story is read from top to bottom
    """October and November 2026. `marriage` owes five working days; no holiday but 24/11 (Tue) falls into it."""
    it = Lives(cast, catalogue, papers)

    # carried over into November: lodged in October, finished late (due 06/11) with an apology, handed over
    pk = it.accept("late", "2026-10-30 09:00")
    it.to_desk(pk, "2026-10-30 10:00")
    actions.propose_extension(
        by=cast["specialist"],
        at=at("2026-11-05 09:00"),
        dossier_id=pk,
        reason="Chờ xác minh",
        cause=Cause.COORDINATION,
        new_due=at("2026-11-12 17:00"),
    )
    actions.approve_extension(by=cast["leader"], at=at("2026-11-05 10:00"), dossier_id=pk)
    actions.send_apology(
        by=cast["counter"], at=at("2026-11-05 11:00"), dossier_id=pk, way="Điện thoại", proof="Đã nghe"
    )
    it.finish(pk, "2026-11-10 09:00")
    it.hand_over(pk, "2026-11-11 09:00")

    # ended in October: never in November
    pk = it.accept("october", "2026-10-20 09:00")
    it.to_desk(pk, "2026-10-20 10:00")
    it.finish(pk, "2026-10-22 09:00")

    # early, not handed over yet; on time on its due day 09/11; late by the hour of the next day
    pk = it.accept("early", "2026-11-02 09:00", channel=Channel.ONLINE, level="full")
    it.to_desk(pk, "2026-11-02 10:00")
    it.finish(pk, "2026-11-04 09:00")
    pk = it.accept("on_time", "2026-11-02 09:30", channel=Channel.POST)
    it.to_desk(pk, "2026-11-02 10:00")
    it.finish(pk, "2026-11-09 16:00")
    it.hand_over(pk, "2026-11-12 09:00")

    # in progress, in time (20 working days), without an officer of record yet
    it.accept("in_time", "2026-11-16 09:00", case="land")

    # overdue since 18/11, with a new appointment that hides nothing
    pk = it.accept("overdue", "2026-11-11 09:00")
    it.to_desk(pk, "2026-11-11 10:00")
    actions.propose_extension(
        by=cast["specialist"],
        at=at("2026-11-17 09:00"),
        dossier_id=pk,
        reason="Chờ xác minh",
        cause=Cause.NETWORK,
        new_due=at("2026-12-01 17:00"),
    )
    actions.approve_extension(by=cast["leader"], at=at("2026-11-17 10:00"), dossier_id=pk)

    # paused 16–18/11 (due 19/11 → 23/11), then finished on 20/11
    pk = it.accept("paused", "2026-11-12 09:10")
    it.to_desk(pk, "2026-11-12 09:30")
    it.ask(pk, "2026-11-16 14:00")
    it.supply(pk, "2026-11-18 14:00")
    it.finish(pk, "2026-11-20 09:00")

    # waiting: in time when paused; paused after its due; asked a second time by a leader; for payment
    pk = it.accept("waiting", "2026-11-18 09:00", channel=Channel.ONLINE, level="partial")
    it.to_desk(pk, "2026-11-18 10:00")
    it.ask(pk, "2026-11-19 09:00")
    pk = it.accept("waiting_late", "2026-11-03 09:00")
    it.to_desk(pk, "2026-11-03 10:00")
    it.ask(pk, "2026-11-13 09:00")
    pk = it.accept("asked_twice", "2026-11-17 09:00")
    it.to_desk(pk, "2026-11-17 10:00")
    it.ask(pk, "2026-11-18 09:00")
    it.supply(pk, "2026-11-18 15:00")
    it.ask(pk, "2026-11-19 09:00", override_basis="Công văn 12/UBND")
    pk = it.accept("owing", "2026-11-16 10:00", case="land", channel=Channel.ONLINE, level="full")
    it.to_desk(pk, "2026-11-16 11:00")
    actions.require_payment(
        by=cast["land"], at=at("2026-11-18 09:00"), dossier_id=pk, amount=Decimal(120000), reason="Thuế chuyển quyền"
    )

    # at the door: asked to complete; lodged online and accepted the next day; turned away; withdrawn there
    it.made["door"] = actions.ask_completion(
        by=cast["counter"],
        at=at("2026-11-19 10:00"),
        items=("Tờ khai",),
        reason="Thiếu tờ khai",
        intake=it.intake("marriage"),
    ).pk
    it.made["lodged"] = actions.lodge(
        by=cast.system, at=at("2026-11-19 20:00"), intake=it.intake("marriage", Channel.ONLINE, "3")
    ).pk
    actions.accept(by=cast["counter"], at=at("2026-11-20 08:00"), dossier_id=it.made["lodged"], complete=True)
    it.made["completed"] = actions.ask_completion(
        by=cast["counter"],
        at=at("2026-11-12 10:00"),
        items=("Tờ khai",),
        reason="Thiếu tờ khai",
        intake=it.intake("birth"),
    ).pk
    actions.accept(by=cast["counter"], at=at("2026-11-13 08:00"), dossier_id=it.made["completed"], complete=True)
    it.to_desk(it.made["completed"], "2026-11-13 08:30")
    it.finish(it.made["completed"], "2026-11-13 10:00")
    it.made["turned_away"] = actions.turn_away(
        by=cast["counter"], at=at("2026-11-19 11:00"), reason="Không thuộc thẩm quyền", intake=it.intake("marriage")
    ).pk
    it.made["withdrawn_door"] = actions.lodge(
        by=cast.system, at=at("2026-11-18 20:00"), intake=it.intake("marriage")
    ).pk
    actions.withdraw(
        by=cast["counter"], at=at("2026-11-19 09:00"), dossier_id=it.made["withdrawn_door"], reason="Đổi ý"
    )

    # withdrawn in process: in time, and late
    pk = it.accept("withdrawn", "2026-11-16 13:30")
    actions.withdraw(by=cast["counter"], at=at("2026-11-17 09:00"), dossier_id=pk, reason="Đổi ý")
    pk = it.accept("withdrawn_late", "2026-11-04 09:00")
    actions.withdraw(by=cast["counter"], at=at("2026-11-16 09:00"), dossier_id=pk, reason="Đổi ý")

    # refused after processing: settled
    pk = it.accept("refused", "2026-11-16 14:00")
    it.to_desk(pk, "2026-11-16 14:30")
    actions.refuse(by=cast["specialist"], at=at("2026-11-18 14:00"), dossier_id=pk, reason="Không đủ điều kiện")
    return it
