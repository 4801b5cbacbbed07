"""What people of the demonstration ward wrote to it in the last weeks: some of each kind, through the real actions."""

from uuid import uuid4

from motcua.acts import Actor
from motcua.config.playing import Play
from motcua.desk.queries import handing
from motcua.feedback import actions
from motcua.feedback.actions import NewFeedback, NewSender
from motcua.feedback.models import Case
from motcua.feedback.queries.cases import sender_actor
from motcua.feedback.rules import Channel, Door, Ground, Privacy, Status
from motcua.petitions import actions as petitions

__all__ = ["hand_over", "load"]


def load(play: Play) -> None:
    """Play them in the order in which they ended: published, kept private, gone elsewhere, open."""
    _published(play)
    _doubted(play)
    _private(play)
    _gone_elsewhere(play)
    _open(play)
    _at_the_door(play)


def hand_over(play: Play) -> None:
    """The chairman hands what is in truth a denunciation to the book of petitions, as the desk does."""
    chairman = play.who("lat")
    for case in Case.objects.filter(ward_id=play.ward_id, status=Status.ROUTED.value):
        handed = handing.handed(by=chairman, code=case.code)
        petitions.receive(by=chairman, at=play.ago(5, 15), new=handed.new, files=handed.photos)


def _sent(
    play: Play,
    days: int,
    category: str,
    subject: str,
    text: str,
    *,
    place: str = "",
    name: str = "",
    hidden: bool = False,
    channel: Channel = Channel.ONLINE,
) -> Case:
    """A feedback of so many working days ago; without a name it is anonymous."""
    named = Privacy.HIDDEN if hidden else Privacy.NAMED
    new = NewFeedback(
        once=uuid4(),
        category=category,
        subject=subject,
        text=text,
        place=place,
        privacy=named if name else Privacy.ANONYMOUS,
        sender=NewSender(name=name, phone="0900000654") if name else NewSender(),
        channel=channel,
    )
    by = _sender(play) if channel is Channel.ONLINE else play.who("cuc")
    return actions.lodge(by=by, at=play.ago(days, 8), new=new)


def _sender(play: Play) -> Actor:
    return sender_actor(play.ward_id)


def _taken(play: Play, case: Case, days: int, unit: str, officer: str) -> Case:
    return actions.accept(
        by=play.who("lai"),
        at=play.ago(days, 10),
        case_id=case.pk,
        unit_id=play.staff.units[unit].pk,
        officer_id=play.pk(officer),
    )


def _answered(play: Play, case: Case, days: int, officer: str, text: str) -> None:
    """Drafted in the morning, approved in the afternoon."""
    actions.answer(by=play.who(officer), at=play.ago(days, 11), case_id=case.pk, text=text)
    actions.approve(by=play.who("lim"), at=play.ago(days, 15), case_id=case.pk, text=text)


def _shown(play: Play, case: Case, days: int, answer: str, text: str) -> None:
    actions.publish(
        by=play.who("lim"),
        at=play.ago(days, 9),
        case_id=case.pk,
        public_subject=case.subject,
        public_text=text,
        public_answer=answer,
    )


def _published(play: Play) -> None:
    """Answered and shown to everybody; two people wrote of the same lights."""
    text = "Ba bóng đèn ở đầu ngõ không sáng, tối đi lại nguy hiểm."
    reply = "Đã thay ba bóng đèn và một đoạn dây ở đầu ngõ. Nếu đèn lại tắt, xin báo tiếp tại đây."
    lights = _sent(
        play, 26, "lighting", "Đèn đường ngõ Hoa Giấy hỏng", text, place="Đầu ngõ Hoa Giấy", name="Mạc Thị Lựu"
    )
    _taken(play, lights, 25, "KT", "gac")
    same = _sent(
        play, 24, "lighting", "Ngõ Hoa Giấy tối", "Đèn đầu ngõ tắt cả tuần.", place="Ngõ Hoa Giấy", name="Vừ Văn Ổi"
    )
    actions.merge(by=play.who("lai"), at=play.ago(23, 14), case_id=same.pk, into=lights.pk)
    _answered(play, lights, 19, "gac", reply)
    _shown(play, lights, 18, reply, text)
    actions.rate(by=_sender(play), at=play.ago(17), case_id=lights.pk, liked=True)
    text = "Xe rác bỏ qua ngõ Bến Đò hai ngày liền, rác tràn ra lối đi."
    reply = "Xe hỏng hai ngày và không có xe thay. Từ tuần này ngõ Bến Đò được thu gom vào 18 giờ mỗi ngày."
    rubbish = _sent(play, 22, "rubbish", "Rác không được thu gom ở ngõ Bến Đò", text, place="Ngõ Bến Đò")
    _taken(play, rubbish, 21, "KT", "dua")
    _answered(play, rubbish, 15, "dua", reply)
    _shown(play, rubbish, 14, reply, text)
    text = "Tôi đến ba lần mới biết đăng ký kết hôn phải có cả hai người."
    reply = "Điều này nay ghi ngay dòng đầu trên trang thủ tục và trên bảng ở sảnh. Cảm ơn ông bà đã chỉ ra."
    board = _sent(play, 16, "procedure", "Trang thủ tục không ghi phải có mặt cả hai người", text, name="Ông Văn Vải")
    _taken(play, board, 15, "VHXH", "sen")
    _answered(play, board, 12, "sen", reply)
    _shown(play, board, 11, reply, text)
    actions.rate(by=_sender(play), at=play.ago(10), case_id=board.pk, liked=True)


def _doubted(play: Play) -> None:
    """The sender did not agree and asked for another look, which is running."""
    text = "Cống ngõ Chợ Cũ tắc, mưa nhỏ cũng ngập đến bậc cửa."
    reply = "Đã nạo vét hố ga đầu ngõ."
    drain = _sent(play, 20, "drainage", "Cống ngõ Chợ Cũ tắc", text, place="Số 5, ngõ Chợ Cũ", name="Giáp Văn Khế")
    _taken(play, drain, 19, "KT", "gac")
    _answered(play, drain, 9, "gac", reply)
    _shown(play, drain, 8, reply, text)
    again = "Hố ga đầu ngõ thông rồi nhưng đoạn giữa ngõ vẫn ngập."
    actions.reopen(by=_sender(play), at=play.ago(4), case_id=drain.pk, text=again)


def _private(play: Play) -> None:
    """Answered to the sender alone."""
    case = _sent(
        play,
        17,
        "building",
        "Nhà bên xây làm nứt tường",
        "Nhà liền kề đào móng, tường bếp nhà tôi nứt hai chỗ.",
        name="Doãn Thị Mơ",
        channel=Channel.COUNTER,
    )
    _taken(play, case, 16, "KT", "gac")
    _answered(play, case, 13, "gac", "Hai nhà đã ký biên bản: nhà bên sửa tường trong tháng này, phường kiểm tra lại.")
    actions.withhold(
        by=play.who("lim"), at=play.ago(12), case_id=case.pk, reason="Việc riêng giữa hai nhà, nêu ra là nhận ra người"
    )


def _gone_elsewhere(play: Play) -> None:
    """To another body, refused, and one that is in truth a denunciation."""
    power = _sent(
        play, 13, "power", "Mất điện nhiều lần trong tuần", "Khu Lò Gạch mất điện bốn lần mỗi tuần.", name="Yên Thị Bí"
    )
    actions.forward(
        by=play.who("lai"),
        at=play.ago(11, 14),
        case_id=power.pk,
        body="Đơn vị điện lực khu vực",
        told="Việc cấp điện do đơn vị điện lực làm. Phường đã chuyển phản ánh và xin họ trả lời ông bà.",
    )
    notice = _sent(play, 7, "proposal", "Bán nhà gần chợ", "Cần bán nhà hai tầng gần Chợ Cũ, giá thương lượng.")
    actions.reject(
        by=play.who("cuc"),
        at=play.ago(6, 10),
        case_id=notice.pk,
        ground=Ground.NOT_FEEDBACK,
        told="Đây là tin rao bán, không phải phản ánh, kiến nghị, nên phường không xử lý.",
    )
    paid = _sent(
        play, 6, "order", "Thu tiền để làm nhanh", "Có người ở phường nhận tiền để làm nhanh giấy tờ.", name="Âu Thị Me"
    )
    actions.route(
        by=play.who("lai"),
        at=play.ago(5, 9),
        case_id=paid.pk,
        door=Door.DENUNCIATION,
        told="Phường nhận việc này như một đơn tố cáo và giữ kín tên ông bà.",
    )


def _open(play: Play) -> None:
    """In hand: one late, one that waits for its sender, drafts and answers that wait for a leader."""
    road = _sent(
        play, 18, "road", "Ổ gà trước trường mẫu giáo", "Mặt đường vỡ, xe máy ngã hai lần.", place="Đường Cầu Tre"
    )
    _taken(play, road, 17, "KT", "dua")
    shops = _sent(play, 8, "pavement", "Bàn ghế chiếm hết vỉa hè", "Buổi tối phải đi bộ dưới lòng đường.")
    _taken(play, shops, 7, "KT", "gac")
    noise = _sent(
        play, 6, "noise", "Hát loa kéo đến nửa đêm", "Mấy hôm liền không ngủ được.", name="Nông Thị Hẹ", hidden=True
    )
    actions.ask_supplement(
        by=play.who("lai"), at=play.ago(4, 14), case_id=noise.pk, question="Ở ngõ nào, vào những tối nào?"
    )
    curt = _sent(play, 5, "conduct", "Trả lời cộc lốc ở quầy", "Hỏi hai lần thì bị gắt: đọc bảng đi.")
    actions.accept(
        by=play.who("lai"),
        at=play.ago(4),
        case_id=curt.pk,
        unit_id=play.staff.units["VP"].pk,
        officer_id=play.pk("lai"),
    )
    sorry = "Phường xin lỗi ông bà. Giám đốc Trung tâm đã nói chuyện với công chức ở quầy hôm ấy."
    actions.answer(by=play.who("lai"), at=play.ago(2), case_id=curt.pk, text=sorry)
    tree = _sent(play, 9, "trees", "Cành cây khô trên đường Hoa Gạo", "Cành to, gió là rơi.", place="Số 40 Hoa Gạo")
    _taken(play, tree, 8, "KT", "gac")
    _answered(play, tree, 1, "gac", "Đã cắt cành khô sáng nay, đường đi lại bình thường.")


def _at_the_door(play: Play) -> None:
    """Nobody has looked at them yet: one came yesterday, one is late already."""
    _sent(play, 4, "telecom", "Cáp võng sát đầu người", "Cáp viễn thông võng thấp ở ngõ Cây Gạo.", name="Trịnh Thị Na")
    _sent(play, 1, "signs", "Biển quảng cáo che đèn tín hiệu", "Biển mới dựng che mất đèn ở ngã tư Cầu Tre.")
