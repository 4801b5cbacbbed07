"""`motcua catalogue`: load, check, list, import; a dry run writes nothing."""

from datetime import date

import pytest

from motcua.acts import Refused
from motcua.config import catalogue
from motcua.config.cli.main import _parser
from motcua.procedures.models import Version

NEW = """
procedures:
- code: '9.000001'
  name: Thủ tục thử
  field: Hộ tịch
  online: full
  fee: 0
  time_limits:
  - value: 3
    unit: working_days
  components:
  - name: Tờ khai
"""


def test_load_and_list_say_what_is_in_force(cast, capsys):
    assert catalogue.load_starter(ward_code="H99.16") == 0
    said = capsys.readouterr().out
    assert "1.001193     áp dụng  trong ngày" in said
    assert "146 thủ tục" in said


def test_check_ends_with_1_while_something_cannot_be_published(cast, capsys):
    catalogue.load_starter(ward_code="hoa-gao", valid_from=date(2026, 1, 1))
    capsys.readouterr()
    drafts = Version.objects.filter(status="draft").count()
    assert catalogue.check(ward_code="hoa-gao") == (1 if drafts else 0)
    assert ("phải sửa" in capsys.readouterr().out) == bool(drafts)


def take(file, *, dry_run=False):
    return catalogue.take_in(
        ward_code="H99.16", file=file, valid_from=date(2026, 1, 1), decision="QĐ 1", dry_run=dry_run
    )


def test_a_dry_run_tells_and_writes_nothing(cast, tmp_path, capsys):
    file = tmp_path / "mới.yaml"
    file.write_text(NEW, encoding="utf-8")
    assert take(file, dry_run=True) == 0
    said = capsys.readouterr().out
    assert "+ 9.000001  Thủ tục thử" in said
    assert "Xem trước, chưa ghi gì: 1 mới" in said
    assert not Version.objects.exists()
    assert take(file) == 0
    assert Version.objects.get().decision == "QĐ 1"


def test_a_wrong_row_is_named_and_nothing_is_written(cast, tmp_path, capsys):
    file = tmp_path / "sai.yaml"
    file.write_text(NEW.replace("value: 3", "value: ba"), encoding="utf-8")
    assert take(file) == 1
    assert "thủ tục 1" in capsys.readouterr().out
    assert not Version.objects.exists()


def test_a_file_or_a_ward_that_is_not_there_is_an_honest_no(cast, tmp_path):
    with pytest.raises(Refused, match=r"cli\.file"):
        take(tmp_path / "none.yaml")
    with pytest.raises(Refused, match=r"ward\.unknown"):
        catalogue.listing(ward_code="H00")


@pytest.mark.parametrize(
    "words",
    [
        "load --ward H99.16",
        "check --ward H99.16",
        "list --ward H99.16",
        "import a.xlsx --ward H99.16 --dry-run --decision QĐ --from 2026-01-01",
    ],
)
def test_the_words_of_the_command(words):
    assert callable(_parser().parse_args(["catalogue", *words.split()]).run)
