"""Tries of every public page, counted in one table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """See the module."""

    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64)),
                ("window", models.DateTimeField()),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("key", "window"), name="tries_attempt_window")],
            },
        ),
    ]
