"""What went wrong in the demonstration ward: two systems down for hours, two procedures nobody had entered."""

import random
from datetime import date, datetime, time, timedelta

from motcua import clock
from motcua.acts import Role
from motcua.clock import ZONE, Calendar
from motcua.config.people import Staff
from motcua.outages import actions as outages
from motcua.outages.rules import Stated, System
from motcua.procedures import actions as procedures
from motcua.procedures.rules import Answer

__all__ = ["play_troubles"]


def play_troubles(*, staff: Staff, calendar: Calendar, now: datetime) -> None:
    """Through the real actions, in the weeks before `now`; nothing is down when the demonstration begins."""
    pick = random.Random("troubles")

    def day(back: int) -> date:
        return clock.working_days_after(day=now.astimezone(ZONE).date(), n=-back, calendar=calendar)

    def on(back: int, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day(back), time(hour, minute), ZONE)

    counter = staff.one(role=Role.COUNTER, unit_id=staff.units["MC"].pk, on=day(14), pick=pick)
    admin = staff.one(role=Role.ADMIN, unit_id=None, on=day(14), pick=pick)
    down = outages.report(
        by=counter,
        at=on(14, 9, 25),
        stated=Stated(system=System.SOFTWARE, starts=on(14, 9, 10)),
        description="Không chuyển bước được, máy chủ báo lỗi. Đã gọi đơn vị vận hành.",
        ticket="VH-1187",
    )
    outages.end(by=counter, at=on(13, 15, 40), outage_id=down.pk, ends=on(13, 15, 30))
    outages.report(
        by=admin,
        at=on(6, 16, 30),
        stated=Stated(
            system=System.PORTAL, starts=on(6, 13, 30), ends=on(6, 16, 10), announced_on=day(15) - timedelta(days=1)
        ),
        description="Cổng nâng cấp theo thông báo, không nhận được hồ sơ trực tuyến.",
    )
    there = procedures.ask_for(
        by=counter, at=on(8, 9, 5), name="Xin trích lục giấy khai sinh", field="Hộ tịch", note="Khách hỏi ở quầy"
    )
    procedures.answer_request(
        by=admin,
        at=on(7, 10),
        request_id=there.pk,
        answer=Answer.NOT_OURS,
        where="Nộp trên Cổng dịch vụ công quốc gia, chọn nơi đã đăng ký",
    )
    procedures.ask_for(
        by=counter,
        at=on(1, 14, 20),
        name="Xác nhận hạn chế tiếp cận công trình do ngập",
        note="Hai lượt khách trong tuần",
    )
