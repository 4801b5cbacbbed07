"""Who drafted an answer, so that the page can say that the same leader approved it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("feedback", "0002_guards")]
    operations = [
        migrations.AddField(model_name="answer", name="drafter_id", field=models.UUIDField(null=True)),
        migrations.AddField(
            model_name="answer",
            name="self_approved",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
