"""`motcua demo month`, `demo clock`: a demonstration ward lives on, by a clock that only this command moves."""

import argparse
from collections.abc import Callable

from motcua.acts import Refused

__all__ = ["register"]


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    demo = commands.add_parser("demo", help="phường mẫu sống tiếp / a demonstration ward lives on")
    what = demo.add_subparsers(dest="what", metavar="việc/what", required=True)

    month = what.add_parser(
        "month", help="một tháng: trễ, xin lỗi, báo tin, worker bị giết / a month: late, sorry, told, killed workers"
    )
    which = month.add_mutually_exclusive_group(required=True)
    which.add_argument("--ward", default="", help="mã phường mẫu / the code of a demonstration ward")
    which.add_argument(
        "--replay", default="", help="dựng lại một báo cáo rồi sống tiếp / replay a report, then live on"
    )
    month.add_argument("--days", type=_from(1, 366), default=31)
    month.add_argument("--a-day", type=_from(1, 500), default=30, help="hồ sơ mỗi ngày / dossiers on a working day")
    month.add_argument("--minutes", type=_from(5, 240), default=30, help="nhịp nhìn đồng hồ / between two looks")
    month.add_argument("--kills", type=_from(0, 1000), default=10, help="số lần giết worker / SIGKILLs of the worker")
    month.add_argument("--fail", type=_share, default=1 / 3, help="phần lần gửi hỏng, 0–0,9 / share of tries that fail")
    month.add_argument("--seed", type=int, default=1)
    month.add_argument("--json", action="store_true")
    month.set_defaults(run=_month, database=True)

    clock = what.add_parser("clock", help="trả đồng hồ về giờ thật / let the clock tell the real time again")
    clock.add_argument("--real", action="store_true", required=True)
    clock.set_defaults(run=_clock, database=True)


def _from(least: int, most: int) -> Callable[[str], int]:
    def count(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 6 and least <= int(text) <= most):
            raise Refused("cli.count", f"Viết số từ {least} đến {most}.", f"Write a number from {least} to {most}.")
        return int(text)

    return count


def _share(text: str) -> float:
    try:
        share = float(text.replace(",", "."))
    except ValueError:
        share = -1
    if not 0 <= share <= 0.9:
        raise Refused("cli.share", "Viết phần hỏng từ 0 đến 0,9.", "Write a share from 0 to 0.9.")
    return share


def _month(options: argparse.Namespace) -> int:
    from motcua.config import month  # noqa: PLC0415 - after django.setup

    plan = month.Plan(
        days=options.days,
        a_day=options.a_day,
        kills=options.kills,
        fail=options.fail,
        seed=options.seed,
        minutes=options.minutes,
    )
    return month.run(code=options.ward, replay=options.replay, plan=plan, as_json=options.json)


def _clock(_options: argparse.Namespace) -> int:
    from motcua.config import moment  # noqa: PLC0415 - after django.setup

    moment.let_go()
    print("Đồng hồ chỉ giờ thật. / The clock tells the real time.")
    return 0
