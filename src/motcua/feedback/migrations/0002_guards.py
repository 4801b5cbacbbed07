"""What the database itself holds: an anonymous feedback has no sender, a look at a sender stays, so does what was published."""

from django.db import migrations

GUARD = """
CREATE FUNCTION feedback_sender_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM feedback_case WHERE id = NEW.case_id AND privacy = 'anonymous') THEN
        RAISE EXCEPTION 'nothing is kept of an anonymous sender' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feedback_sender_guard BEFORE INSERT OR UPDATE ON feedback_sender
    FOR EACH ROW EXECUTE FUNCTION feedback_sender_guard();
CREATE FUNCTION feedback_forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was seen stays written: % on % is forbidden', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER feedback_sight_no_change BEFORE UPDATE OR DELETE ON feedback_sight
    FOR EACH ROW EXECUTE FUNCTION feedback_forbid();
CREATE TRIGGER feedback_sight_no_truncate BEFORE TRUNCATE ON feedback_sight
    FOR EACH STATEMENT EXECUTE FUNCTION feedback_forbid();
CREATE FUNCTION feedback_answer_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.approved_at IS NOT NULL AND
        (NEW.text, NEW.approved_at, NEW.approved_by) IS DISTINCT FROM (OLD.text, OLD.approved_at, OLD.approved_by))
       OR (OLD.published_at IS NOT NULL AND
        (NEW.public_subject, NEW.public_text, NEW.public_answer, NEW.published_at)
            IS DISTINCT FROM (OLD.public_subject, OLD.public_text, OLD.public_answer, OLD.published_at)) THEN
        RAISE EXCEPTION 'an answer that was given is never rewritten' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feedback_answer_guard BEFORE UPDATE ON feedback_answer
    FOR EACH ROW EXECUTE FUNCTION feedback_answer_guard();
"""

UNGUARD = """
DROP TRIGGER feedback_answer_guard ON feedback_answer;
DROP TRIGGER feedback_sight_no_truncate ON feedback_sight;
DROP TRIGGER feedback_sight_no_change ON feedback_sight;
DROP TRIGGER feedback_sender_guard ON feedback_sender;
DROP FUNCTION feedback_answer_guard();
DROP FUNCTION feedback_forbid();
DROP FUNCTION feedback_sender_guard();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("feedback", "0001_cases")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
