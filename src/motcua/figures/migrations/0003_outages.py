"""Two more columns of the flat view: how many outages touched the promise, and for how many working minutes.

`CREATE OR REPLACE` adds columns at the end and keeps what is there; going back makes the view of 0001 again.
"""

from importlib import import_module  # noqa: TID251 - a migration's name begins with a digit

from django.db import migrations

before = import_module("motcua.figures.migrations.0001_facts")

_STANDING = """(
    SELECT {} FROM outages_touch t JOIN outages_reckoning r ON r.id = t.reckoning_id
    WHERE t.promise_id = d.promise_id AND r.void_at IS NULL
)"""

COLUMNS = {
    "outages": (_STANDING.format("count(*)"), "Số sự cố đã hết từng chạm lời hẹn; không dời hẹn, không đổi kết quả."),
    "outage_minutes": (
        _STANDING.format("COALESCE(sum(t.minutes), 0)"),
        "Số phút làm việc các sự cố ấy chạm, cộng từng sự cố; hai sự cố cùng lúc thì cộng cả hai.",
    ),
}

VIEW = (
    "CREATE OR REPLACE VIEW dossier_facts AS SELECT\n"
    + ",\n".join(f"{sql} AS {name}" for name, (sql, _) in {**before.COLUMNS, **COLUMNS}.items())
    + before.SOURCE
)

COMMENTS = [f"COMMENT ON COLUMN dossier_facts.{name} IS {before.quoted(said)}" for name, (_, said) in COLUMNS.items()]


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [
        ("figures", "0002_closed"),
        ("outages", "0002_kept_for_ever"),
    ]
    operations = [
        migrations.RunSQL([VIEW, *COMMENTS], ["DROP VIEW dossier_facts", before.VIEW, *before.COMMENTS]),
    ]
