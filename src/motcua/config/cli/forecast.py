"""`motcua forecast backtest`, `forecast learn`."""

import argparse
import json

__all__ = ["register"]


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of the forecast."""
    forecast = commands.add_parser("forecast", help="khả năng trễ hẹn / the chance of being late")
    what = forecast.add_subparsers(dest="what", metavar="việc/what", required=True)
    backtest = what.add_parser("backtest", help="thử lại trên quá khứ / replay the past and say how good it was")
    wards = backtest.add_mutually_exclusive_group(required=True)
    wards.add_argument("--ward", default="")
    wards.add_argument("--all", action="store_true")
    backtest.add_argument("--json", action="store_true")
    backtest.set_defaults(run=_backtest, database=True)
    learn = what.add_parser("learn", help="học từ hồ sơ đã xong / learn from finished dossiers now")
    learn.add_argument("--ward", default="")
    learn.set_defaults(run=_learn, database=True)


def _backtest(options: argparse.Namespace) -> int:
    from motcua.config.moment import current  # noqa: PLC0415 - after django.setup
    from motcua.forecast import queries, rules  # noqa: PLC0415 - the same
    from motcua.offices import queries as offices  # noqa: PLC0415 - the same
    from motcua.offices.models import Ward  # noqa: PLC0415 - the same

    wards = list(Ward.objects.order_by("code")) if options.all else [offices.ward_by_code(options.ward)]
    told = []
    for ward in wards:
        found = queries.backtest(ward_id=ward.pk, on=current().date())
        told.append({"ward": ward.code, "name": ward.name, **rules.as_data(found)})
        if not options.json:
            print(f"{ward.code} {ward.name}\n{rules.as_text(found)}\n")
    if options.json:
        print(json.dumps(told, ensure_ascii=False))
    return 0


def _learn(options: argparse.Namespace) -> int:
    from motcua.config.moment import current  # noqa: PLC0415 - after django.setup
    from motcua.forecast import actions  # noqa: PLC0415 - the same
    from motcua.offices import queries as offices  # noqa: PLC0415 - the same

    ward_id = offices.ward_by_code(options.ward).pk if options.ward else None
    taught = actions.learn(at=current(), ward_id=ward_id)
    print(f"Đã học từ {taught} hồ sơ đã xong. / Learnt from {taught} finished dossiers.")
    return 0
