"""How well the checker reads our own statements: what was measured may get better, not worse."""

import json

import pytest

from motcua.config.cli import main
from motcua.config.corpus import HELD_OUT, score, statements_of


@pytest.fixture(scope="module")
def developed():
    return score("").told()


@pytest.fixture(scope="module")
def held_out():
    return score(HELD_OUT).told()


def test_the_corpus_is_large_and_varied():
    items = [*statements_of(""), *statements_of(HELD_OUT)]
    assert len(items) >= 1_100
    assert len({one.id for one in items}) == len(items)
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


def test_what_was_developed_with_is_read(developed):
    assert developed["statements"] >= 800
    assert developed["inconsistencies"]["precision"] >= 0.98
    assert developed["inconsistencies"]["recall"] >= 0.98
    assert developed["corrections"]["precision"] >= 0.97
    assert developed["corrections"]["recall"] >= 0.97


def test_what_nobody_looked_at_is_read_as_well_as_measured(held_out):
    """Below the aim of 0.98 and 0.9: docs/check-statement.md says by how much."""
    assert held_out["statements"] >= 350
    assert held_out["inconsistencies"]["precision"] >= 0.93
    assert held_out["inconsistencies"]["recall"] >= 0.84
    assert held_out["corrections"]["precision"] >= 0.91
    assert held_out["corrections"]["recall"] >= 0.77


def test_the_command_prints_the_same(capsys, held_out):
    assert main(["check-statement", "--corpus", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[HELD_OUT] == held_out


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
