"""A promise that is written down as broken stays so: its due stands still, and nothing is dated before that moment.

Those that ended late before this have broken at their end; open ones are written down by the next sweep. The two
constraints read the table once: a second for a million promises.
"""

from django.db import migrations, models
from django.db.models import F, Q

FILL = """
UPDATE promises_promise SET broken_at = COALESCE(kept_at, released_at)
WHERE outcome = 'late' OR released_at > late_after
"""
GUARD = """
CREATE FUNCTION promise_broken_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.broken_at, NEW.due_at, NEW.late_after) IS DISTINCT FROM (OLD.broken_at, OLD.due_at, OLD.late_after)
        OR NEW.paused_at < OLD.broken_at OR NEW.kept_at < OLD.broken_at OR NEW.released_at < OLD.broken_at THEN
        RAISE EXCEPTION 'a broken promise never mends' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER promise_broken_guard BEFORE UPDATE ON promises_promise
    FOR EACH ROW WHEN (OLD.broken_at IS NOT NULL) EXECUTE FUNCTION promise_broken_guard();
CREATE FUNCTION pause_after_broken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM promises_promise p WHERE p.id = NEW.promise_id AND NEW.starts < p.broken_at) THEN
        RAISE EXCEPTION 'a broken promise never mends' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER pause_after_broken BEFORE INSERT ON promises_pause
    FOR EACH ROW WHEN (NEW.ends IS NULL) EXECUTE FUNCTION pause_after_broken();
"""
UNGUARD = """
DROP TRIGGER pause_after_broken ON promises_pause;
DROP FUNCTION pause_after_broken();
DROP TRIGGER promise_broken_guard ON promises_promise;
DROP FUNCTION promise_broken_guard();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("promises", "0005_more_kinds")]
    operations = [
        migrations.AddField("promise", "broken_at", models.DateTimeField(null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AddConstraint(
            "promise",
            models.CheckConstraint(
                condition=Q(broken_at__isnull=True) & ~Q(outcome="late")
                | Q(broken_at__gt=F("late_after"), outcome__in=["", "late"]),
                name="promise_broken",
            ),
        ),
        migrations.AddIndex(
            "promise",
            models.Index(
                fields=["ward", "kind", "broken_at"], name="promise_late", condition=Q(broken_at__isnull=False)
            ),
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
