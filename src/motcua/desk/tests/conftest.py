"""One morning in Phường Hoa Gạo, Wednesday 25/11/2026, 10:12, lived through the real actions. 24/11 is a holiday."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from motcua.clock import Limit
from motcua.dossiers import actions
from motcua.dossiers.rules import Applicant, Cause, Channel, Intake, NewResult

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 25, 10, 12, tzinfo=ZONE)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture
def now():
    """Wednesday 25/11/2026, 10:12."""
    return NOW


@pytest.fixture
def stopped(monkeypatch):
    """The clock on the wall stands at that moment: Django's clock, which only the doors ask."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


class Morning:
    """Makes dossiers; every method returns the dossier."""

    def __init__(self, cast, catalogue, papers):
        self.cast, self.catalogue, self.papers, self.made = cast, catalogue, papers, 0

    def intake(self, case, name, channel=Channel.DIRECT):
        self.made += 1
        case_id = self.catalogue[case]
        phone = f"0900000{self.made:03d}"
        applicant = Applicant(name=name, id_number=f"000190{self.made:06d}", phone=phone)
        return Intake(case_id=case_id, channel=channel, applicant=applicant, papers=self.papers(case_id))

    def accepted(self, name, when, case="marriage"):
        return actions.accept(by=self.cast["counter"], at=at(when), intake=self.intake(case, name))

    def step(self, dossier, who, when, **more):
        return actions.advance(by=self.cast[who], at=at(when), dossier_id=dossier.pk, **more)

    def working(self, name, when, case="marriage"):
        """Accepted and handed over to the division."""
        dossier = self.accepted(name, when, case)
        return self.step(dossier, "counter", when[:11] + "16:00")

    def signing(self, name, when, case="marriage"):
        return self.step(self.working(name, when, case), "specialist", when[:11] + "16:20")

    def finished(self, name, when, done):
        dossier = self.step(self.signing(name, when), "leader", when[:11] + "16:40")
        return self.step(dossier, "clerk", done, result=NewResult(name="Giấy chứng nhận kết hôn", number="12/2026"))

    def proposed(self, dossier, when, new_due):
        return actions.request_extension(
            by=self.cast["specialist"],
            at=at(when),
            dossier_id=dossier.pk,
            reason="Chờ nơi cư trú cũ xác minh tình trạng hôn nhân",
            cause=Cause.COORDINATION,
            new_due=at(new_due),
        )


@pytest.fixture
def morning(cast, catalogue, papers):
    """An empty morning."""
    return Morning(cast, catalogue, papers)


@pytest.fixture
def office(morning):
    """The morning of the picture: something in every band and every state, by applicant."""
    cast, made = morning.cast, {}
    made["Mận"] = morning.working("Trịnh Thị Mận", "2026-11-16 09:00")
    made["Khế"] = morning.working("Đoàn Văn Khế", "2026-11-16 10:00")
    made["Trầu"] = morning.finished("Phan Văn Trầu", "2026-11-17 08:00", "2026-11-25 09:48")
    made["Sấu"] = morning.signing("Vũ Đình Sấu", "2026-11-17 09:00")
    made["Nhót"] = morning.working("Bùi Thị Nhót", "2026-11-17 10:00")
    made["Bách"] = morning.working("Ngô Quang Bách", "2026-11-18 09:00")
    made["Trám"] = morning.working("Nguyễn Thị Tuyết Ngưỡng", "2026-11-19 09:00")
    made["Khoai"] = morning.working("Lưu Thị Khoai", "2026-11-23 09:00")
    made["Sung"] = morning.working("Cao Văn Sung", "2026-11-20 09:00")
    made["Dâu"] = morning.working("Kiều Thị Dâu", "2026-11-23 10:00", case="land")
    made["Lựu"] = morning.accepted("Hồ Thị Lựu", "2026-11-25 08:00", case="birth")
    made["Ổi"] = morning.finished("Mai Văn Ổi", "2026-11-12 08:00", "2026-11-18 15:00")
    made["Sim"] = morning.working("Âu Văn Sim", "2026-11-11 09:00")
    made["Bông"] = actions.lodge(
        by=cast.system, at=at("2026-11-25 09:12"), intake=morning.intake("birth", "Khúc Thị Bông", Channel.ONLINE)
    )
    made["Cam"] = actions.ask_completion(
        by=cast["counter"],
        at=at("2026-11-23 09:30"),
        items=("Bản sao sổ hộ khẩu cũ",),
        reason="Thiếu giấy tờ chứng minh",
        intake=morning.intake("marriage", "Tống Thị Cam"),
    )
    morning.proposed(made["Mận"], "2026-11-23 16:00", "2026-11-27 17:00")
    morning.proposed(made["Sim"], "2026-11-17 09:00", "2026-11-23 17:00")
    actions.approve_extension(by=cast["leader"], at=at("2026-11-17 10:00"), dossier_id=made["Sim"].pk)
    actions.send_apology(
        by=cast["counter"], at=at("2026-11-17 11:00"), dossier_id=made["Sim"].pk, way="điện thoại", proof="gọi 10:58"
    )
    actions.escalate(
        by=cast["specialist"], at=at("2026-11-23 16:30"), dossier_id=made["Sim"].pk, reason="Bản trích đo chưa về"
    )
    actions.consult(
        by=cast["specialist"],
        at=at("2026-11-19 09:00"),
        dossier_id=made["Bách"].pk,
        body="Công an phường",
        question="Xác minh nơi cư trú",
        limit=Limit.parse("2 working days"),
    )
    actions.ask_supplement(
        by=cast["specialist"],
        at=at("2026-11-23 14:00"),
        dossier_id=made["Sung"].pk,
        items=("Giấy chứng sinh",),
        reason="Bản chụp mờ, không đọc được",
    )
    return made
