"""No promise, pause or move of a due is ever deleted, and what was written once stands.

Empty the tables only by switching the triggers off, as a restore does for its own load.
"""

from django.db import migrations

GUARD = """
CREATE OR REPLACE FUNCTION promise_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.ward_id, NEW.kind, NEW.made_at, NEW.counted_from, NEW.limit_value, NEW.limit_unit, NEW.first_due_at)
        IS DISTINCT FROM
        (OLD.ward_id, OLD.kind, OLD.made_at, OLD.counted_from, OLD.limit_value, OLD.limit_unit, OLD.first_due_at) THEN
        RAISE EXCEPTION 'what was promised first never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.kept_at IS NOT NULL AND
        (NEW.kept_at, NEW.outcome, NEW.due_at, NEW.late_after) IS DISTINCT FROM
        (OLD.kept_at, OLD.outcome, OLD.due_at, OLD.late_after) THEN
        RAISE EXCEPTION 'a finish time never moves' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.released_at IS NOT NULL AND NEW.released_at IS DISTINCT FROM OLD.released_at THEN
        RAISE EXCEPTION 'a released promise stays released' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.extended_times < OLD.extended_times THEN
        RAISE EXCEPTION 'a new appointment is never taken back' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION pause_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ends IS NOT NULL OR
        (NEW.ward_id, NEW.promise_id, NEW.starts, NEW.mode, NEW.ground, NEW.basis) IS DISTINCT FROM
        (OLD.ward_id, OLD.promise_id, OLD.starts, OLD.mode, OLD.ground, OLD.basis) THEN
        RAISE EXCEPTION 'a pause only ends, once' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER pause_guard BEFORE UPDATE ON promises_pause FOR EACH ROW EXECUTE FUNCTION pause_guard();
CREATE FUNCTION promises_forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'late is late for ever: % on % is forbidden', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER promise_no_delete BEFORE DELETE ON promises_promise
    FOR EACH ROW EXECUTE FUNCTION promises_forbid();
CREATE TRIGGER pause_no_delete BEFORE DELETE ON promises_pause
    FOR EACH ROW EXECUTE FUNCTION promises_forbid();
CREATE TRIGGER due_change_no_change BEFORE UPDATE OR DELETE ON promises_duechange
    FOR EACH ROW EXECUTE FUNCTION promises_forbid();
CREATE TRIGGER promise_no_truncate BEFORE TRUNCATE ON promises_promise
    FOR EACH STATEMENT EXECUTE FUNCTION promises_forbid();
CREATE TRIGGER pause_no_truncate BEFORE TRUNCATE ON promises_pause
    FOR EACH STATEMENT EXECUTE FUNCTION promises_forbid();
CREATE TRIGGER due_change_no_truncate BEFORE TRUNCATE ON promises_duechange
    FOR EACH STATEMENT EXECUTE FUNCTION promises_forbid();
"""

UNGUARD = """
DROP TRIGGER promise_no_delete ON promises_promise;
DROP TRIGGER pause_no_delete ON promises_pause;
DROP TRIGGER due_change_no_change ON promises_duechange;
DROP TRIGGER promise_no_truncate ON promises_promise;
DROP TRIGGER pause_no_truncate ON promises_pause;
DROP TRIGGER due_change_no_truncate ON promises_duechange;
DROP FUNCTION promises_forbid();
DROP TRIGGER pause_guard ON promises_pause;
DROP FUNCTION pause_guard();
CREATE OR REPLACE FUNCTION promise_guard() RETURNS trigger LANGUAGE plpgsql AS $$
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
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("promises", "0003_parts_and_wholes")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
