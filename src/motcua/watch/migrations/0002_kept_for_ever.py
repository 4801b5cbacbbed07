"""Who was warned of what and when stands for ever; a digest is what was said.

A warning may only end, hold again, be seen once and be told in one digest. Empty the tables only by switching the
triggers off, as a restore does for its own load.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION watch_warned_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.ward_id, NEW.promise_id, NEW.band, NEW.person_id, NEW.due_at, NEW.at) IS DISTINCT FROM
        (OLD.id, OLD.ward_id, OLD.promise_id, OLD.band, OLD.person_id, OLD.due_at, OLD.at)
        OR (OLD.seen_at IS NOT NULL AND NEW.seen_at IS DISTINCT FROM OLD.seen_at)
        OR (OLD.told_in_id IS NOT NULL AND NEW.told_in_id IS DISTINCT FROM OLD.told_in_id) THEN
        RAISE EXCEPTION 'who was warned, and when, never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION watch_forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was said stays said: % on % is forbidden', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER watch_warned_guard BEFORE UPDATE ON watch_warned
    FOR EACH ROW EXECUTE FUNCTION watch_warned_guard();
CREATE TRIGGER watch_warned_no_delete BEFORE DELETE ON watch_warned FOR EACH ROW EXECUTE FUNCTION watch_forbid();
CREATE TRIGGER watch_warned_no_truncate BEFORE TRUNCATE ON watch_warned
    FOR EACH STATEMENT EXECUTE FUNCTION watch_forbid();
CREATE TRIGGER watch_digest_no_change BEFORE UPDATE OR DELETE ON watch_digest
    FOR EACH ROW EXECUTE FUNCTION watch_forbid();
CREATE TRIGGER watch_digest_no_truncate BEFORE TRUNCATE ON watch_digest
    FOR EACH STATEMENT EXECUTE FUNCTION watch_forbid();
"""

UNGUARD = """
DROP TRIGGER watch_digest_no_truncate ON watch_digest;
DROP TRIGGER watch_digest_no_change ON watch_digest;
DROP TRIGGER watch_warned_no_truncate ON watch_warned;
DROP TRIGGER watch_warned_no_delete ON watch_warned;
DROP TRIGGER watch_warned_guard ON watch_warned;
DROP FUNCTION watch_forbid();
DROP FUNCTION watch_warned_guard();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("watch", "0001_warnings")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
