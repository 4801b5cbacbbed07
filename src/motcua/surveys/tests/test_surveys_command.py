"""`motcua surveys results`: the same figures in the terminal."""

import argparse
import json

import pytest
from django.utils import timezone

from motcua.config.cli import office


@pytest.mark.django_db
def test_the_command_prints_what_the_page_says(street, monkeypatch, at, capsys):
    street.crowd(4, 1)
    monkeypatch.setattr(timezone, "now", lambda: at("2026-11-25 10:12"))
    parser = argparse.ArgumentParser()
    office.register(parser.add_subparsers())
    words = ["surveys", "results", "--ward", "H99.16", "--from", "2026-10-05", "--to", "2026-10-20"]

    def run(*more):
        options = parser.parse_args([*words, *more])
        assert options.run(options) == 0
        return capsys.readouterr().out

    told = json.loads(run("--json", "--by", "procedure"))
    assert (told["from"], told["to"], told["by"], told["least"]) == ("2026-10", "2026-10", "procedure", 5)
    assert (told["total"]["n"], told["total"]["rate"]) == (5, 80.0)
    assert told["rows"][0]["label"] == "Đăng ký kết hôn"
    printed = run()
    assert "80,00 %" in printed
    assert "Tỷ lệ hài lòng =" in printed
