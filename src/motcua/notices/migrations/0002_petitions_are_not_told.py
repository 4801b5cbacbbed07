from django.db import migrations, models

# Nothing ever made a message of a petition, so no row stands against the narrower constraint.
EVENTS = [
    "accepted",
    "completion",
    "turned_away",
    "supplement",
    "payment",
    "resumed",
    "apology",
    "sorry",
    "moved",
    "ready",
    "refused",
    "stopped",
    "returned",
    "withdrawn",
    "feedback_received",
    "feedback_answered",
    "officer",
]


def _event() -> "models.CharField[str, str]":
    return models.CharField(choices=[(event, event) for event in EVENTS], max_length=30)


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_messages"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="message", name="notice_event"),
        migrations.AlterField(model_name="message", name="event", field=_event()),
        migrations.AlterField(model_name="wording", name="event", field=_event()),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(condition=models.Q(event__in=EVENTS), name="notice_event"),
        ),
    ]
