"""What came of a month: every breach and its apology, every message and its arrival, pages that must agree."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from motcua.clock import ZONE
from motcua.config import audits
from motcua.config.month.acting import People, owed
from motcua.config.month.pages import disagreements
from motcua.config.month.worker import Worker
from motcua.config.post import PostOffice
from motcua.dossiers.models import Dossier, Escalation, Extension, Mark
from motcua.dossiers.rules import OPEN, ExtensionStatus, MarkKind, second_late_after
from motcua.ledger import queries as ledger
from motcua.notices.models import Delivery, Message, Try
from motcua.notices.rules import Outcome, State
from motcua.offices.models import Ward
from motcua.promises import queries as promises
from motcua.promises.models import Promise

__all__ = ["WAITING", "Story", "tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The figures of a month and what does not hold in it, by code; an empty `wrong` is a month without silence."""

    figures: dict[str, int]
    wrong: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether every promise of this issue was kept."""
        return not self.wrong

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {"holds": self.holds, "figures": self.figures, "wrong": self.wrong}

    def words(self) -> str:
        """For people."""
        lines = [f"{SAID[name]}: {value}" for name, value in self.figures.items()]
        lines += [f"SAI / WRONG: {line}" for line in self.wrong] or ["Mọi điều đều khớp. / All of it holds."]
        return "\n".join(lines)


SAID = {
    "dossiers": "Hồ sơ đang có / dossiers",
    "breaches": "Lời hẹn vỡ trong tháng / promises broken in the month",
    "apologised_in_time": "… xin lỗi trước hoặc đúng lúc vỡ / apologised before or at the breach",
    "breaches_before": "Vỡ từ trước tháng / broken before the month",
    "apologies": "Thư xin lỗi đã tới / apologies that arrived",
    "second": "Trễ lần hai / late a second time",
    "second_refused": "Lần xin hẹn lại thứ hai bị từ chối / second new appointments refused",
    "escalated": "… đã tới Chủ tịch / told to the chairman",
    "messages": "Tin báo / messages",
    "sent": "… máy gửi được / sent by a gateway",
    "by_hand": "… gọi điện, có bằng chứng / told by telephone, with proof",
    "held": "… chỉ trên trang của người dân / on the resident's page only",
    "tries": "Lần gửi / tries",
    "troubles": "… hỏng / that failed",
    "doubled_mail": "Thư điện tử tới hai lần cùng một Message-ID / letters handed over twice under one Message-ID",
    "pages": "Hồ sơ so ba trang / dossiers whose three pages were compared",
    "kills": "Lần giết worker / times the worker was killed",
    "failed_jobs": "Việc nền hỏng / jobs that failed",
}


def tell(*, ward: Ward, first: datetime, end: datetime, people: People, post: PostOffice, worker: Worker) -> Story:
    """Read everything back from the database and the post office; trust nothing that was counted on the way."""
    told = _Teller(ward=ward, first=first, end=end)
    told.breaches()
    told.twice(people)
    told.messages(post)
    told.figures["kills"] = worker.kills
    told.figures["failed_jobs"] = worker.failed
    told.pages(people)
    told.audit()
    told.check(not worker.failed, f"{worker.failed} việc nền hỏng / jobs failed")
    told.check(ledger.verify(ward_id=ward.pk) is None, "sổ ghi việc không nguyên vẹn / the ledger does not hold")
    return Story(figures=told.figures, wrong=told.wrong)


@dataclass(slots=True, kw_only=True)
class _Teller:
    ward: Ward
    first: datetime
    end: datetime
    figures: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def check(self, holds: bool, what: str) -> None:  # noqa: FBT001 - reads as a sentence
        """Write down what does not hold."""
        if not holds:
            self.wrong.append(what)

    def breaches(self) -> None:
        """Every broken promise of a dossier, and when its one apology went out."""
        mine = Dossier.objects.filter(ward_id=self.ward.pk)
        broken = mine.filter(promises.broken(self.end, of="promise__")).select_related("promise").order_by("code")
        sent = Counter[Any]()
        when: dict[Any, datetime] = {}
        for slip in Extension.objects.filter(ward_id=self.ward.pk, status=ExtensionStatus.SENT.value):
            sent[slip.dossier_id] += 1
            when[slip.dossier_id] = slip.sent_at or self.end
        new = {d.pk: owed(d).late_after for d in broken if owed(d).late_after > self.first}
        for dossier in broken:
            moment, broke = when.get(dossier.pk), _at(owed(dossier).late_after)
            self.check(moment is not None, f"{dossier.code}: vỡ {broke}, chưa xin lỗi / no apology")
            if moment and dossier.pk in new and moment > new[dossier.pk]:
                self.check(False, f"{dossier.code}: vỡ {broke}, xin lỗi {_at(moment)} / apologised after the breach")
        for dossier_id, n in sent.items():
            self.check(n == 1, f"{dossier_id}: {n} thư xin lỗi / apologies")
        self.figures |= {
            "dossiers": mine.count(),
            "breaches": len(new),
            "apologised_in_time": sum(pk in when and when[pk] <= broke for pk, broke in new.items()),
            "breaches_before": len(broken) - len(new),
            "apologies": len(sent),
        }

    def twice(self, people: People) -> None:
        """Past the new appointment: blocked, marked, before the chairman."""
        rows = Dossier.objects.filter(ward_id=self.ward.pk, promise__extended_due_at__isnull=False)
        late = [d for d in rows.select_related("promise").order_by("code") if self._late_again(owed(d))]
        second = Mark.objects.filter(ward_id=self.ward.pk, kind=MarkKind.SECOND.value)
        marked = set(second.values_list("dossier_id", flat=True))
        told = set(Escalation.objects.filter(ward_id=self.ward.pk).values_list("dossier_id", flat=True))
        for dossier in late:
            self.check(dossier.pk in marked, f"{dossier.code}: trễ lần hai, không có trong sổ / not in the register")
            self.check(dossier.pk in told, f"{dossier.code}: trễ lần hai, Chủ tịch không biết / chairman not told")
            self.check(owed(dossier).extended_times == 1, f"{dossier.code}: hẹn lại hai lần / extended twice")
        self.check(people.refused_again == len(people.asked_again), "có lần hẹn lại thứ hai / a second one was granted")
        self.figures |= {
            "second": len(late),
            "second_refused": people.refused_again,
            "escalated": sum(d.pk in told for d in late),
        }

    def _late_again(self, promise: Promise) -> bool:
        ended = promise.kept_at or promise.released_at or self.end
        assert promise.extended_due_at is not None
        return ended > second_late_after(extended_due_at=promise.extended_due_at, limit=promise.limit)

    def messages(self, post: PostOffice) -> None:
        """What the house believes it sent, against what the post office took: the same letters, each once."""
        mine = Delivery.objects.filter(ward_id=self.ward.pk, message__made_at__gt=self.first)
        states = Counter(mine.values_list("state", flat=True))
        sent = {str(pk) for pk in mine.filter(state=State.SENT.value).values_list("pk", flat=True)}
        never, lost = sent - post.kept.keys(), post.kept.keys() - sent
        self.check(not never, f"{len(never)} tin ghi đã gửi mà không tới / believed sent, never arrived")
        self.check(not lost, f"{len(lost)} tin đã tới mà sổ không biết / arrived, and nobody wrote it down")
        waiting = sum(states[state.value] for state in WAITING)
        self.check(not waiting, f"{waiting} tin còn chờ / messages still wait")
        messages = Message.objects.filter(ward_id=self.ward.pk, made_at__gt=self.first)
        arrived = Count("deliveries", filter=Q(deliveries__state__in=[State.SENT.value, State.TOLD.value]))
        for message in messages.annotate(arrived=arrived).filter(arrived__gt=1):
            self.check(False, f"{message}: báo hai lần / told twice")
        tries = Try.objects.filter(ward_id=self.ward.pk, delivery__message__made_at__gt=self.first)
        self.figures |= {
            "messages": messages.count(),
            "sent": len(sent),
            "by_hand": states[State.TOLD.value],
            "held": messages.filter(deliveries__isnull=True).count(),
            "tries": tries.count(),
            "troubles": tries.exclude(outcome=Outcome.ACCEPTED.value).count(),
            "doubled_mail": sum(line["kept"] and line["repeat"] and line["way"] == "smtp" for line in post.seen),
        }

    def pages(self, people: People) -> None:
        """Three pages of every open dossier and of every breach of the month."""
        chosen = Q(status__in=[status.value for status in OPEN]) | Q(
            promise__late_after__gt=self.first
        ) & promises.broken(self.end, of="promise__")
        dossiers = list(Dossier.objects.filter(chosen, ward_id=self.ward.pk).select_related("promise").order_by("code"))
        chairman = people.office.staff.people["lat"]
        self.figures["pages"] = len(dossiers)
        self.wrong += disagreements(dossiers=dossiers, chairman=chairman, at=self.end)

    def audit(self) -> None:
        """`motcua promises audit` finds nothing."""
        for fault in audits.of_ward(ward=self.ward, at=self.end)["faults"]:
            self.check(False, f"{fault['code'] or fault['promise']}: {fault['said']}")


WAITING = (State.QUEUED, State.FAILED, State.DEAD, State.TO_CALL)


def _at(moment: datetime) -> str:
    return f"{moment.astimezone(ZONE):%d/%m/%Y %H:%M}"
