"""What was promised first, and what became of it, is never written again."""

from django.db import migrations

GUARD = """
CREATE FUNCTION promise_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.first_due_at <> OLD.first_due_at OR NEW.made_at <> OLD.made_at THEN
        RAISE EXCEPTION 'the first due of a promise never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.kept_at IS NOT NULL AND (NEW.kept_at IS DISTINCT FROM OLD.kept_at OR NEW.outcome <> OLD.outcome) THEN
        RAISE EXCEPTION 'a finish time never moves' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.extended_times < OLD.extended_times THEN
        RAISE EXCEPTION 'a new appointment is never taken back' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER promise_guard BEFORE UPDATE ON promises_promise
    FOR EACH ROW EXECUTE FUNCTION promise_guard();
"""

UNGUARD = """
DROP TRIGGER promise_guard ON promises_promise;
DROP FUNCTION promise_guard();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("promises", "0001_initial")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
