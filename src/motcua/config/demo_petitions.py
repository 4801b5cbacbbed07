"""Petitions and receptions of the demonstration ward: a few of each kind, through the real actions."""

from datetime import date, datetime, time, timedelta

from motcua.acts import Actor
from motcua.clock import ZONE
from motcua.config.playing import Play
from motcua.petitions import actions
from motcua.petitions.models import Petition
from motcua.petitions.rules import (
    Capacity,
    Channel,
    Matter,
    NewPetition,
    NewVisit,
    Verdict,
    VisitResult,
    day_of_week,
    monday,
)

__all__ = ["load"]

WEEKDAY = 3  # Thursday


def load(play: Play) -> None:
    """Play the last weeks of the two books."""
    _chairmans_days(play)
    _complaints(play)
    _denunciation(play)
    _visits(play)


def _chairmans_days(play: Play) -> None:
    clerk, first = play.who("lai"), monday(play.now) - timedelta(weeks=6)
    actions.plan(
        by=clerk,
        at=datetime.combine(first, time(7, 30), ZONE),
        valid_from=first,
        weekday=WEEKDAY,
        opens=time(7, 30),
        closes=time(11, 30),
        place="Phòng tiếp công dân, tầng 1",
    )
    for n in range(6):
        on = day_of_week(week=first + timedelta(weeks=n), weekday=WEEKDAY, calendar=play.calendar)
        if on is not None:
            _sat(play, clerk, on, n)


def _sat(play: Play, clerk: Actor, on: date, n: int) -> None:
    at = datetime.combine(on, time(11, 30), ZONE)
    if n == 2:
        actions.miss(by=clerk, at=at, week=on, reason="Họp Hội đồng nhân dân, tiếp bù vào tuần sau")
        return
    deputy = n == 4
    actions.hold(
        by=clerk,
        at=at,
        held_on=on,
        person_id=play.pk("lim" if deputy else "lat"),
        capacity=Capacity.DEPUTY if deputy else Capacity.CHAIRMAN,
        authority="Giấy ủy quyền số 04/GUQ-UBND" if deputy else "",
    )


def _received(play: Play, days: int, matter: Matter, *, name: str, gist: str, content: str, by: str) -> Petition:
    new = NewPetition(
        channel=Channel.HANDED_IN,
        matter=matter,
        name=name,
        address="Số 12, ngõ Giếng Đá",
        phone="0900000321",
        content=content,
        gist=gist,
        accused_ids=(play.pk("dua"),) if matter is Matter.DENUNCIATION else (),
    )
    return actions.receive(by=play.who(by), at=play.ago(days), new=new)


def _complaints(play: Play) -> None:
    chairman = play.who("lat")
    said = {"gist": "Mức bồi thường đất vườn", "content": "Mức bồi thường thấp hơn hộ liền kề"}
    done = _received(play, 28, Matter.COMPLAINT, name="Chử Thị Khế", by="cuc", **said)
    _accepted(play, done, 26, Matter.COMPLAINT, said["gist"], "buoi")
    actions.conclude(
        by=chairman,
        at=play.ago(10),
        petition_id=done.pk,
        number="118/QĐ-UBND",
        decided_on=play.ago(10).date(),
        signer="Chu Văn Lát",
        verdict=Verdict.PARTLY,
        summary="Bồi thường bổ sung 14 m² đất vườn",
    )
    actions.send(by=play.who("lai"), at=play.ago(9), petition_id=done.pk, text="Bưu gửi bảo đảm, có ký nhận")
    said = {"gist": "Thu hồi giấy phép xây dựng", "content": "Giấy phép bị thu hồi mà không nêu lý do"}
    running = _received(play, 9, Matter.COMPLAINT, name="Ung Văn Sung", by="na", **said)
    _accepted(play, running, 7, Matter.COMPLAINT, said["gist"], "gac")
    said = {"gist": "Đèn đường ngõ Bến Đò", "content": "Xin lắp thêm đèn ở đầu ngõ Bến Đò"}
    waiting = _received(play, 5, Matter.PROPOSAL, name="Tống Thị Mía", by="cuc", **said)
    actions.classify(
        by=chairman, at=play.ago(4), petition_id=waiting.pk, matter=Matter.PROPOSAL, gist="Đèn đường ngõ Bến Đò"
    )
    said = {"gist": "", "content": "Đơn viết tay, nhiều việc, cần đọc kỹ"}
    _received(play, 1, Matter.UNCLEAR, name="Vừ Văn Trám", by="na", **said)


def _accepted(play: Play, petition: Petition, days: int, matter: Matter, gist: str, handler: str) -> None:
    chairman = play.who("lat")
    actions.classify(by=chairman, at=play.ago(days), petition_id=petition.pk, matter=matter, gist=gist)
    actions.accept(
        by=chairman,
        at=play.ago(days, hour=10),
        petition_id=petition.pk,
        handler_id=play.pk(handler),
        aware_on=play.ago(40).date() if matter is Matter.COMPLAINT else None,
    )


def _denunciation(play: Play) -> None:
    said = {"gist": "", "content": "Một công chức nhận tiền để làm nhanh giấy tờ"}
    petition = _received(play, 8, Matter.DENUNCIATION, name="Thạch Thị Riềng", by="cuc", **said)
    _accepted(play, petition, 6, Matter.DENUNCIATION, "", "mit")


def _visits(play: Play) -> None:
    told = (
        (14, Matter.REPORT, VisitResult.EXPLAINED, "Âu Văn Vối", "Hỏi lịch thu gom rác", 1, ""),
        (
            7,
            Matter.PROPOSAL,
            VisitResult.PROMISED,
            "Giáp Thị Nho",
            "Xin sửa cống thoát nước ngõ Chợ Cũ",
            8,
            "Giáp Thị Nho",
        ),
        (2, Matter.COMPLAINT, VisitResult.PROMISED, "Nông Văn Quế", "Hỏi vì sao hồ sơ đất bị trả lại", 1, ""),
    )
    for days, matter, result, name, content, number, named in told:
        new = NewVisit(
            matter=matter,
            result=result,
            name=name,
            address="Số 5, ngõ Chợ Cũ",
            content=content,
            outcome="Đã giải thích và hẹn trả lời" if result is VisitResult.PROMISED else "Đã hướng dẫn tại chỗ",
            people=number,
            representatives=named,
        )
        actions.record(by=play.who("cuc"), at=play.ago(days), new=new)
