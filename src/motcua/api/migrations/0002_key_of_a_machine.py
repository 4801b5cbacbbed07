from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("api", "0001_answered")]

    operations = [
        migrations.RemoveConstraint(model_name="answered", name="answered_key"),
        migrations.RenameField(model_name="answered", old_name="ward_id", new_name="token_id"),
        migrations.AddConstraint(
            model_name="answered",
            constraint=models.UniqueConstraint(fields=("token_id", "key"), name="answered_key"),
        ),
    ]
