"""Tries are counted in the room `tries`; what was counted so far goes along, so that no limit begins anew."""

from django.db import migrations

MOVE = """
INSERT INTO tries_attempt (key, "window", count) SELECT key, "window", count FROM portal_attempt
ON CONFLICT (key, "window") DO NOTHING
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("portal", "0001_attempts"), ("tries", "0001_attempts")]
    operations = [
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.DeleteModel(name="Attempt"),
    ]
