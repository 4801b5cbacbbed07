"""`motcua due`: the interface others rely on."""

import json

import pytest

from motcua.config.cli import main


def due(capsys, *words):
    assert main(["due", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_answer_has_exactly_these_fields(capsys):
    answer = due(capsys, "--received", "2026-02-12T09:00", "--limit", "3 working days")
    assert list(answer) == ["due_at", "due_date", "rule", "provisional", "reasons"]
    assert answer["due_at"] == "2026-02-24T17:00:00+07:00"
    assert (answer["due_date"], answer["rule"], answer["provisional"]) == ("2026-02-24", "3 working days", False)
    for reason in answer["reasons"]:
        assert set(reason) in ({"day", "kind", "text"}, {"from", "to", "kind", "text"})
    assert any("Tết" in reason["text"] for reason in answer["reasons"])


@pytest.mark.parametrize(
    ("words", "due_at", "provisional"),
    [
        (["2026-12-31T20:00", "12 hours"], "2027-01-01T08:00:00+07:00", False),
        (["2026-03-02T15:00", "same day"], "2026-03-03T17:00:00+07:00", False),
        (["2026-01-31T09:00", "1 month"], "2026-03-02T17:00:00+07:00", False),
        (["2026-11-12T09:00", "4 working hours"], "2026-11-12T14:30:00+07:00", False),
        (["2026-03-02T09:00", "15 days"], "2026-03-17T17:00:00+07:00", False),
        (["2026-03-03T18:30", "1 working day"], "2026-03-04T17:00:00+07:00", False),
        (["2026-03-03T18:30", "1 working day", "--channel", "online"], "2026-03-05T17:00:00+07:00", False),
        (["2026-01-09T09:00", "1 working day"], "2026-01-10T17:00:00+07:00", False),  # a swapped Saturday
        (["2027-03-01T09:00", "1 working day"], "2027-03-02T17:00:00+07:00", True),
        (["2026-03-02T02:00+00:00", "1 working day"], "2026-03-03T17:00:00+07:00", False),
        (
            ["2026-11-12T09:00", "5 working days", "--pause", "2026-11-16T14:00..2026-11-18T14:00"],
            "2026-11-23T17:00:00+07:00",
            False,
        ),
        (["2026-11-12T09:00", "5 working days", "--calendar", "standard"], "2026-11-19T17:00:00+07:00", False),
    ],
)
def test_every_kind_of_limit(capsys, words, due_at, provisional):
    received, limit, *more = words
    answer = due(capsys, "--received", received, "--limit", limit, *more)
    assert (answer["due_at"], answer["provisional"]) == (due_at, provisional)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--received", "hôm qua", "--limit", "3 working days"], "due.moment"),
        (["--received", "2026-02-12T09:00", "--limit", "ba ngày"], "limit.text"),
        (["--received", "2026-02-12T09:00", "--limit", "1 day", "--channel", "fax"], "due.channel"),
        (["--received", "2026-02-12T09:00", "--limit", "1 day", "--pause", "2026-02-13"], "due.pause"),
        (
            ["--received", "2026-02-12T09:00", "--limit", "1 day", "--pause", "2026-02-14T09:00..2026-02-13T09:00"],
            "pause.order",
        ),
        (["--received", "9999-12-31T09:00", "--limit", "1 day"], "clock.out_of_range"),
    ],
)
def test_bad_input_gets_one_sentence_and_no_traceback(capsys, words, code):
    assert main(["due", *words]) != 0
    said = capsys.readouterr()
    assert f"[{code}]" in said.err
    assert "Traceback" not in said.err
