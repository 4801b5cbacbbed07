"""Closed reports, and the guard that nobody writes one again."""

import django.db.models.deletion
import uuid_utils.compat
from django.db import migrations, models

GUARD = """
CREATE FUNCTION closed_report_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a closed report is never written again' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER closed_report_guard BEFORE UPDATE OR DELETE ON figures_closedreport
    FOR EACH ROW EXECUTE FUNCTION closed_report_guard();
CREATE TRIGGER closed_row_guard BEFORE UPDATE OR DELETE ON figures_closedrow
    FOR EACH ROW EXECUTE FUNCTION closed_report_guard();
"""

UNGUARD = """
DROP TRIGGER closed_row_guard ON figures_closedrow;
DROP TRIGGER closed_report_guard ON figures_closedreport;
DROP FUNCTION closed_report_guard();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [
        ("figures", "0001_facts"),
        ("offices", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClosedReport",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("as_of", models.DateTimeField()),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("none", "Toàn phường"),
                            ("field", "Lĩnh vực"),
                            ("procedure", "Thủ tục"),
                            ("unit", "Đơn vị"),
                            ("channel", "Kênh nộp"),
                            ("level", "Mức độ trực tuyến"),
                            ("officer", "Công chức"),
                            ("month", "Tháng nộp"),
                        ],
                        max_length=10,
                    ),
                ),
                ("numbers", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("ledger_number", models.BigIntegerField()),
                ("ledger_hash", models.CharField(max_length=64)),
                ("closed_at", models.DateTimeField()),
                ("closed_by", models.CharField(max_length=200)),
                ("closer_title", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
                (
                    "ward",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.ward"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClosedRow",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("order", models.PositiveIntegerField()),
                ("key", models.CharField(blank=True, max_length=400)),
                ("name", models.CharField(max_length=400)),
                ("lists", models.JSONField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="figures.closedreport"
                    ),
                ),
                (
                    "ward",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.ward"),
                ),
            ],
            options={
                "ordering": ["order"],
            },
        ),
        migrations.AddIndex(
            model_name="closedreport",
            index=models.Index(fields=["ward", "-closed_at"], name="closed_newest"),
        ),
        migrations.AddConstraint(
            model_name="closedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__gte", models.F("first"))), name="closed_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="closedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("closed_at__gte", models.F("as_of"))), name="closed_after"
            ),
        ),
        migrations.AddConstraint(
            model_name="closedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("group__in", ["none", "field", "procedure", "unit", "channel", "level", "officer", "month"])
                ),
                name="closed_group",
            ),
        ),
        migrations.AddConstraint(
            model_name="closedrow",
            constraint=models.UniqueConstraint(fields=("report", "key"), name="closed_row_key"),
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
