"""An answer, a used token and a published instrument stand as they were written: a correction is a new row.

Empty the tables only by switching the triggers off, as a restore does for its own load.
"""

from django.db import migrations

TABLES = ("surveys_answer", "surveys_slip", "surveys_instrument")

GUARD = """
CREATE FUNCTION surveys_forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was answered stands: % on % is forbidden', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
""" + "".join(
    f"CREATE TRIGGER {table}_stands BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION surveys_forbid();\n"
    f"CREATE TRIGGER {table}_stays BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION surveys_forbid();\n"
    for table in TABLES
)
UNGUARD = (
    "".join(f"DROP TRIGGER {table}_stands ON {table}; DROP TRIGGER {table}_stays ON {table};\n" for table in TABLES)
    + "DROP FUNCTION surveys_forbid();"
)


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("surveys", "0001_answers")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
