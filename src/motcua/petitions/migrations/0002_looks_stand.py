"""Who looked at what is secret is never rewritten and never taken out."""

from django.db import migrations

GUARD = """
CREATE FUNCTION petition_look_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a look at a secret petition stands for ever' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER petition_look_guard BEFORE UPDATE OR DELETE ON petitions_look
    FOR EACH ROW EXECUTE FUNCTION petition_look_guard();
CREATE TRIGGER petition_look_whole BEFORE TRUNCATE ON petitions_look
    FOR EACH STATEMENT EXECUTE FUNCTION petition_look_guard();
"""

UNGUARD = """
DROP TRIGGER petition_look_whole ON petitions_look;
DROP TRIGGER petition_look_guard ON petitions_look;
DROP FUNCTION petition_look_guard();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("petitions", "0001_initial")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
