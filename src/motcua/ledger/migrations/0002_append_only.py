"""Acts are never changed, removed or truncated; anchors neither."""

from django.db import migrations

FORBID = """
CREATE FUNCTION ledger_forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: % on % is forbidden', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_act_no_change BEFORE UPDATE OR DELETE ON ledger_act
    FOR EACH ROW EXECUTE FUNCTION ledger_forbid();
CREATE TRIGGER ledger_act_no_truncate BEFORE TRUNCATE ON ledger_act
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_forbid();
CREATE TRIGGER ledger_anchor_no_change BEFORE UPDATE OR DELETE ON ledger_anchor
    FOR EACH ROW EXECUTE FUNCTION ledger_forbid();
CREATE TRIGGER ledger_anchor_no_truncate BEFORE TRUNCATE ON ledger_anchor
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_forbid();
"""

ALLOW = """
DROP TRIGGER ledger_act_no_change ON ledger_act;
DROP TRIGGER ledger_act_no_truncate ON ledger_act;
DROP TRIGGER ledger_anchor_no_change ON ledger_anchor;
DROP TRIGGER ledger_anchor_no_truncate ON ledger_anchor;
DROP FUNCTION ledger_forbid();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
