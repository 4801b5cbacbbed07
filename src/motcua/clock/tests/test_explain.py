"""Explanations: the pictures of LOOK.md, every kind of reason, and the form for machines."""

from datetime import date, datetime

import pytest

from motcua import clock
from motcua.acts import Refused
from motcua.clock import Channel, Explanation, Pause, PauseMode
from motcua.clock.tests.made import STANDARD, at, limit, restarted, suspended


def explained(
    received: str,
    within: str,
    *pauses: Pause,
    channel: Channel = Channel.DIRECT,
    until: datetime | None = None,
) -> Explanation:
    return clock.explain(
        start=at(received),
        limit=limit(within),
        calendar=STANDARD,
        pauses=pauses,
        channel=channel,
        until=until,
        basis="Thủ tục 1.004884, bản từ 01/9/2026",
    )


def told(explanation: Explanation) -> list[str]:
    return [f"{r.when} | {r.text} | {r.effect}" for r in explanation.reasons]


def test_the_slip_of_the_intake_picture() -> None:
    assert told(explained("2026-11-25 10:12", "3 working days")) == [
        "25/11, 10:12 | Nhận hồ sơ. Ngày nhận không tính. | ",
        "26/11 | Ngày làm việc thứ 1 | 1 ngày",
        "27/11 | Ngày làm việc thứ 2 | 1 ngày",
        "28–29/11 | thứ Bảy, Chủ nhật: nghỉ | 0 ngày",
        "30/11 | Ngày làm việc thứ 3 | 1 ngày",
        "30/11, 17:00 | Hết ngày làm việc thứ 3: giờ hẹn. | = 3 ngày",
    ]


def test_the_panel_of_the_dossier_picture() -> None:
    pause = suspended("2026-11-16 14:00", "2026-11-18 14:00", "yêu cầu bổ sung bản sao học bạ")
    found = explained("2026-11-12 09:10", "5 working days", pause, until=at("2026-11-25 10:12"))
    assert told(found) == [
        "12/11, 09:10 | Nhận hồ sơ. Ngày nhận không tính. | ",
        "13/11 | Thời hạn 5 ngày làm việc bắt đầu chạy. | 1 ngày",
        "14–15/11 | thứ Bảy, Chủ nhật: nghỉ | 0 ngày",
        "16/11 | Thời hạn 5 ngày làm việc chạy tiếp. | 5 giờ",
        "16/11, 14:00 | Tạm dừng: yêu cầu bổ sung bản sao học bạ. | tạm dừng",
        "18/11, 14:00 | Tính tiếp. Đã dừng 2 ngày làm việc, hạn lùi từ 19/11 sang 23/11. | dừng 2 ngày",
        "18–20/11 | Thời hạn 5 ngày làm việc chạy tiếp. | 2 ngày 3 giờ",
        "21–22/11 | thứ Bảy, Chủ nhật: nghỉ | 0 ngày",
        "23/11 | Thời hạn 5 ngày làm việc chạy tiếp. | 1 ngày",
        "23/11, 17:00 | Hết ngày làm việc thứ 5: giờ hẹn. | = 5 ngày",
        "24/11 | Ngày Văn hóa Việt Nam: nghỉ, không tính là trễ | 0 ngày",
        "25/11 | Ngày làm việc trễ thứ 1 | trễ 1 ngày",
    ]
    assert next(r.source for r in found.reasons if r.kind is clock.ReasonKind.DUE).startswith("Thủ tục 1.004884")


def test_a_long_limit_tells_its_days_in_runs() -> None:
    assert told(explained("2026-01-29 20:12", "10 working days", channel=Channel.ONLINE)) == [
        "29/01, 20:12 | Nộp trực tuyến ngoài giờ làm việc. | ",
        "30/01, 07:30 | Tính là nhận khi mở cửa. Nhận hồ sơ. Ngày nhận không tính. | ",
        "31/01–01/02 | thứ Bảy, Chủ nhật: nghỉ | 0 ngày",
        "02–06/02 | Ngày làm việc thứ 1 đến thứ 5 | 5 ngày",
        "07–08/02 | thứ Bảy, Chủ nhật: nghỉ | 0 ngày",
        "09–13/02 | Ngày làm việc thứ 6 đến thứ 10 | 5 ngày",
        "13/02, 17:00 | Hết ngày làm việc thứ 10: giờ hẹn. | = 10 ngày",
    ]


def test_calendar_days_leave_tet_behind() -> None:
    assert told(explained("2026-02-02 09:00", "13 days")) == [
        "02/02, 09:00 | Nhận hồ sơ. Ngày nhận không tính. | ",
        "03–15/02 | Ngày theo lịch, tính cả ngày nghỉ. | 13 ngày",
        "15/02 | Chủ nhật: nghỉ, hạn chuyển sang ngày làm việc tiếp theo | ",
        "16–20/02 | Tết Bính Ngọ: nghỉ, hạn chuyển sang ngày làm việc tiếp theo | ",
        "21–22/02 | thứ Bảy, Chủ nhật: nghỉ, hạn chuyển sang ngày làm việc tiếp theo | ",
        "23/02, 17:00 | Hết 13 ngày, chuyển khỏi ngày nghỉ: giờ hẹn. | = 13 ngày",
    ]


def test_suspended_calendar_days() -> None:
    found = explained("2026-03-02 09:00", "4 days", suspended("2026-03-04 10:00", "2026-03-05 10:00"))
    assert told(found) == [
        "02/03, 09:00 | Nhận hồ sơ. Ngày nhận không tính. | ",
        "03–04/03 | Ngày theo lịch, tính cả ngày nghỉ. | 2 ngày",
        "04/03, 10:00 | Tạm dừng: chờ bổ sung. | tạm dừng",
        "05/03, 10:00 | Tính tiếp. Đã dừng 1 ngày, hạn lùi từ 06/03 sang 09/03. | dừng 1 ngày",
        "06–07/03 | Ngày theo lịch, tính cả ngày nghỉ. | 2 ngày",
        "07–08/03 | thứ Bảy, Chủ nhật: nghỉ, hạn chuyển sang ngày làm việc tiếp theo | ",
        "09/03, 17:00 | Hết 4 ngày, chuyển khỏi ngày nghỉ: giờ hẹn. | = 4 ngày",
    ]


def test_a_suspended_day_limit_says_what_it_rounds() -> None:
    pause = suspended("2026-03-02 16:00", "2026-03-03 08:30")
    assert told(explained("2026-03-02 09:00", "1 working day", pause))[-4:] == [
        "03–04/03 | Thời hạn 1 ngày làm việc chạy tiếp. | 1 ngày 7 giờ",
        "02/03 | Phần đã dừng trong ngày nhận cũng lùi hạn. | − 1 giờ",
        "04/03 | Hạn rơi vào giữa ngày làm việc: tính đến hết giờ ngày đó. | − 6 giờ",
        "04/03, 17:00 | Hết ngày làm việc thứ 1: giờ hẹn. | = 1 ngày",
    ]


def test_a_restart_begins_anew() -> None:
    assert told(explained("2026-03-02 09:00", "1 working day", restarted("2026-03-03 10:00", "2026-03-05 10:00"))) == [
        "02/03, 09:00 | Nhận hồ sơ. Ngày nhận không tính. | ",
        "03/03, 10:00 | Tạm dừng: chờ bổ sung. | tạm dừng",
        "05/03, 10:00 | Hết tạm dừng: thời hạn tính lại từ đầu. Nhận hồ sơ. Ngày nhận không tính. | ",
        "06/03 | Ngày làm việc thứ 1 | 1 ngày",
        "06/03, 17:00 | Hết ngày làm việc thứ 1: giờ hẹn. | = 1 ngày",
    ]


def test_hours_and_their_lateness() -> None:
    found = explained("2026-03-06 16:00", "8 working hours", until=at("2026-03-10 09:00"))
    assert told(found) == [
        "06/03, 16:00 | Nhận hồ sơ. | ",
        "06/03 | Thời hạn 8 giờ làm việc bắt đầu chạy. | 1 giờ",
        "07–08/03 | thứ Bảy, Chủ nhật: nghỉ | 0 giờ",
        "09/03 | Thời hạn 8 giờ làm việc chạy tiếp. | 7 giờ",
        "09/03, 16:00 | Đủ 8 giờ làm việc: giờ hẹn. | = 8 giờ",
        "10/03, 09:00 | Đã quá giờ hẹn. | trễ 2 giờ 30 phút",
    ]


def test_continuous_hours_run_through_the_night() -> None:
    assert told(explained("2026-03-06 20:00", "12 hours")) == [
        "06/03, 20:00 | Nhận hồ sơ. | ",
        "06–07/03 | Giờ liên tục, tính cả ngoài giờ và ngày nghỉ. | 12 giờ",
        "07/03, 08:00 | Đủ 12 giờ: giờ hẹn. | = 12 giờ",
    ]


@pytest.mark.parametrize(
    ("received", "first"),
    [
        ("2026-03-02 14:59", "Nhận trước 15:00: trả trong ngày."),
        ("2026-03-02 15:00", "Nhận từ 15:00 trở đi: trả trong ngày làm việc tiếp theo."),
        ("2026-03-07 09:00", "Nhận vào ngày nghỉ: trả trong ngày làm việc tiếp theo."),
    ],
)
def test_same_day(received: str, first: str) -> None:
    found = explained(received, "same day")
    assert found.reasons[0].text == first
    assert found.reasons[-2].text == "Ngày trả kết quả"
    assert found.reasons[-1].effect == "= 1 ngày"


def test_a_worked_saturday_is_named() -> None:
    found = explained("2026-01-09 09:00", "1 working day")
    assert told(found)[1] == "10/01 | Làm bù cho 02/01: ngày làm việc thứ 1 | 1 ngày"
    assert found.reasons[1].kind is clock.ReasonKind.MAKEUP_WORKING
    assert found.reasons[1].source == "Văn bản 12729/VPCP-KGVX ngày 25/12/2025"


def test_a_provisional_due_says_so() -> None:
    found = explained("2026-12-30 09:00", "3 working days")
    assert found.reasons[-1].kind is clock.ReasonKind.PROVISIONAL
    assert found.reasons[-1].text == "Lịch nghỉ năm 2027 chưa chính thức: giờ hẹn có thể đổi."


def test_an_open_pause_is_explained_up_to_now() -> None:
    pause = Pause(start=at("2026-03-03 10:00"), end=None, mode=PauseMode.SUSPEND)
    now = at("2026-03-10 10:00")
    with pytest.raises(Refused):
        explained("2026-03-02 09:00", "3 working days", pause)
    found = explained("2026-03-02 09:00", "3 working days", pause, until=now)
    assert found.due == clock.project(
        start=at("2026-03-02 09:00"),
        limit=limit("3 working days"),
        calendar=STANDARD,
        pauses=[pause],
        now=now,
    )


def test_the_form_for_machines() -> None:
    plain = explained("2026-11-20 09:00", "3 working days").plain()
    assert {key: plain[key] for key in ("due_at", "due_date", "rule", "provisional")} == {
        "due_at": "2026-11-26T17:00:00+07:00",
        "due_date": "2026-11-26",
        "rule": "3 working days",
        "provisional": False,
    }
    reasons = plain["reasons"]
    assert isinstance(reasons, list)
    assert {
        "from": "2026-11-21",
        "to": "2026-11-22",
        "kind": "weekend",
        "text": "thứ Bảy, Chủ nhật: nghỉ",
        "effect": "0 ngày",
    } in reasons
    assert {
        "day": "2026-11-24",
        "kind": "public_holiday",
        "text": "Ngày Văn hóa Việt Nam: nghỉ",
        "source": "Nghị quyết 28/2026/QH16",
        "effect": "0 ngày",
    } in reasons


def test_a_late_run_counts_on_across_a_weekend() -> None:
    found = explained("2026-03-02 09:00", "1 working day", until=at("2026-03-09 09:00"))
    assert told(found)[-3:] == [
        "04–06/03 | Ngày làm việc trễ thứ 1 đến thứ 3 | trễ 3 ngày",
        "07–08/03 | thứ Bảy, Chủ nhật: nghỉ, không tính là trễ | 0 ngày",
        "09/03 | Ngày làm việc trễ thứ 4 | trễ 4 ngày",
    ]
    assert found.due.date == date(2026, 3, 3)
