"""How well the checker reads our own statements: what was measured may get better, not worse."""

import json
from datetime import date

from motcua.config.cli import main
from motcua.config.cli.office import day
from motcua.config.corpus import ANNOUNCED, HELD_OUT, statements_of


def test_the_corpus_is_large_and_varied():
    held = [*statements_of(HELD_OUT), *statements_of(ANNOUNCED)]
    items = [*statements_of(""), *held]
    assert len(items) >= 6_100
    assert len({one.id for one in items}) == len(items)
    assert len(held) * 3 >= len(items)
    traits = {trait for one in items for trait in one.traits}
    assert {
        "consistent",
        "digit",
        "swapped",
        "denominator",
        "group",
        "open-list",
        "approximate",
        "english",
        "table10",
    } <= traits
    assert 0.35 < sum(not one.wrong for one in items) / len(items) < 0.6


def test_it_is_read_as_well_as_was_measured(capsys):
    """All parts in one test, for counting takes two minutes.

    What was announced, in the matter and forms of the issue, reaches the aim of 0.98 and 0.9; what is held out besides
    is harder and does not: docs/check-statement.md says by how much.
    """
    assert main(["check-statement", "--corpus", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    least = {
        "developed": (4_030, 0.99, 0.935, 0.965, 0.85),
        HELD_OUT: (1_590, 0.955, 0.84, 0.935, 0.785),
        ANNOUNCED: (480, 0.985, 0.92, 0.97, 0.895),
    }
    for part, (statements, *rates) in least.items():
        one = told[part]
        found = [one[what][rate] for what in ("inconsistencies", "corrections") for rate in ("precision", "recall")]
        assert one["statements"] >= statements
        assert all(rate >= bound for rate, bound in zip(found, rates, strict=True)), (part, found)


def test_the_command_says_what_fails(tmp_path, capsys):
    file = tmp_path / "bao cao.txt"
    file.write_text("Đã giải quyết 1.281 hồ sơ, trong đó trước hạn 1.226, đúng hạn 2, quá hạn 56.", encoding="utf-8")
    assert main(["check-statement", str(file)]) == 1
    assert "≠ 1.226 + 2 + 56 = 1.284, không phải 1.281: lệch 3." in capsys.readouterr().out
    assert main(["check-statement", str(file), "--english"]) == 1
    assert "not 1,281: off by 3" in capsys.readouterr().out
    assert main(["check-statement", str(tmp_path / "nowhere.txt")]) == 2
    assert "Không mở được tệp" in capsys.readouterr().err


def test_beside_the_records_both_days_are_named(tmp_path, capsys):
    file = tmp_path / "a.txt"
    file.write_text("Tiếp nhận 5 hồ sơ.", encoding="utf-8")
    assert main(["check-statement", str(file), "--ward", "H99.16"]) == 1
    assert "ghi --from và --to" in capsys.readouterr().err


def test_a_day_is_typed_in_either_way_and_a_wrong_one_gets_a_sentence(capsys):
    assert day("30/11/2026") == day("2026-11-30") == date(2026, 11, 30)
    assert main(["check-statement", "-", "--ward", "H99.16", "--from", "31/11/2026", "--to", "30/11/2026"]) == 1
    assert "Tháng 11 không có ngày 31." in capsys.readouterr().err
