"""The register of accountability is added to and never changed: no mark, and nothing said to one, is taken back.

An apology that was sent stays sent, with its words. Lateness of before this is written in by the next sweep.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION register_forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the register of accountability is only added to: % on % is forbidden', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER mark_no_change BEFORE UPDATE OR DELETE ON dossiers_mark
    FOR EACH ROW EXECUTE FUNCTION register_forbid();
CREATE TRIGGER mark_no_truncate BEFORE TRUNCATE ON dossiers_mark
    FOR EACH STATEMENT EXECUTE FUNCTION register_forbid();
CREATE TRIGGER mark_note_no_change BEFORE UPDATE OR DELETE ON dossiers_marknote
    FOR EACH ROW EXECUTE FUNCTION register_forbid();
CREATE TRIGGER mark_note_no_truncate BEFORE TRUNCATE ON dossiers_marknote
    FOR EACH STATEMENT EXECUTE FUNCTION register_forbid();
CREATE FUNCTION extension_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an apology that was sent stays as it was sent' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER extension_guard BEFORE UPDATE OR DELETE ON dossiers_extension
    FOR EACH ROW WHEN (OLD.status = 'sent') EXECUTE FUNCTION extension_guard();
"""
UNGUARD = """
DROP TRIGGER extension_guard ON dossiers_extension;
DROP FUNCTION extension_guard();
DROP TRIGGER mark_no_change ON dossiers_mark;
DROP TRIGGER mark_no_truncate ON dossiers_mark;
DROP TRIGGER mark_note_no_change ON dossiers_marknote;
DROP TRIGGER mark_note_no_truncate ON dossiers_marknote;
DROP FUNCTION register_forbid();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("dossiers", "0005_late")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
