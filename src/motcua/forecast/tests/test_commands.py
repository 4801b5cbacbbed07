"""The nightly learning and the two commands."""

import json

from django.utils import timezone

from motcua.config.cli.main import _parser
from motcua.forecast import jobs
from motcua.forecast.models import Learnt
from motcua.forecast.tests.conftest import NOW, QUICK, SLOW


def test_the_job_learns_up_to_its_moment(lived):
    assert jobs.learn(timestamp=int(NOW.timestamp())) == QUICK + SLOW
    assert Learnt.objects.get().learnt_at == NOW
    assert jobs.learn(timestamp=int(NOW.timestamp())) == QUICK + SLOW  # again: the same


def test_the_backtest_as_words_and_as_json(lived, stranger, capsys, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    options = _parser().parse_args(["forecast", "backtest", "--ward", "H99.16"])
    assert options.run(options) == 0
    said = capsys.readouterr().out
    assert "H99.16 Phường Hoa Gạo" in said
    assert "còn hơn 1 ngày" in said
    options = _parser().parse_args(["forecast", "backtest", "--all", "--json"])
    assert options.run(options) == 0
    told = json.loads(capsys.readouterr().out)
    assert [ward["ward"] for ward in told] == ["H99.16", "H99.17"]
    assert told[0]["all"]["forecast"]["dossiers"] == QUICK + SLOW
    assert told[0]["all"]["forecast"]["dossiers_late"] == SLOW
    assert told[1]["all"]["forecast"]["n"] == 0  # a ward without a life


def test_learning_by_hand(lived, capsys):
    options = _parser().parse_args(["forecast", "learn", "--ward", "hoa-gao"])
    assert options.run(options) == 0
    assert f"Đã học từ {QUICK + SLOW} hồ sơ" in capsys.readouterr().out
