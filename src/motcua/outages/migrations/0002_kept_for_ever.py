"""What stood before a correction, and what an outage touched, is never written again; a reckoning is only voided."""

from django.db import migrations

GUARD = """
CREATE FUNCTION outage_history_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was said of an outage and what it touched stays' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION outage_reckoning_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.void_at IS NOT NULL OR NEW.void_at IS NULL OR to_jsonb(NEW) - 'void_at' <> to_jsonb(OLD) - 'void_at' THEN
        RAISE EXCEPTION 'a reckoning is voided once and nothing else' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER outage_correction_guard BEFORE UPDATE OR DELETE ON outages_correction
    FOR EACH ROW EXECUTE FUNCTION outage_history_guard();
CREATE TRIGGER outage_correction_whole BEFORE TRUNCATE ON outages_correction
    FOR EACH STATEMENT EXECUTE FUNCTION outage_history_guard();
CREATE TRIGGER outage_touch_guard BEFORE UPDATE OR DELETE ON outages_touch
    FOR EACH ROW EXECUTE FUNCTION outage_history_guard();
CREATE TRIGGER outage_touch_whole BEFORE TRUNCATE ON outages_touch
    FOR EACH STATEMENT EXECUTE FUNCTION outage_history_guard();
CREATE TRIGGER outage_reckoning_guard BEFORE UPDATE ON outages_reckoning
    FOR EACH ROW EXECUTE FUNCTION outage_reckoning_guard();
CREATE TRIGGER outage_reckoning_stays BEFORE DELETE ON outages_reckoning
    FOR EACH ROW EXECUTE FUNCTION outage_history_guard();
CREATE TRIGGER outage_reckoning_whole BEFORE TRUNCATE ON outages_reckoning
    FOR EACH STATEMENT EXECUTE FUNCTION outage_history_guard();
"""

UNGUARD = """
DROP TRIGGER outage_reckoning_whole ON outages_reckoning;
DROP TRIGGER outage_reckoning_stays ON outages_reckoning;
DROP TRIGGER outage_reckoning_guard ON outages_reckoning;
DROP TRIGGER outage_touch_whole ON outages_touch;
DROP TRIGGER outage_touch_guard ON outages_touch;
DROP TRIGGER outage_correction_whole ON outages_correction;
DROP TRIGGER outage_correction_guard ON outages_correction;
DROP FUNCTION outage_reckoning_guard();
DROP FUNCTION outage_history_guard();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("outages", "0001_register")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
