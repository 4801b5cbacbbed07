"""One word for a day whose notice is out: "high", as the clock says it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("offices", "0001_initial")]
    operations = [
        migrations.AlterField("calendarday", "certainty", models.CharField(default="high", max_length=20)),
        migrations.RunSQL(
            "UPDATE offices_calendarday SET certainty = 'high' WHERE certainty = 'sure'", migrations.RunSQL.noop
        ),
    ]
