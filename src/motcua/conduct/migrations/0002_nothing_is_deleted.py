"""What a check saw stands as it was written; explanations and ends are added once. Nothing is deleted.

Empty the tables only by switching the triggers off, as a restore does for its own load.
"""

from django.db import migrations

STANDING = ("conduct_check", "conduct_photo")
KEPT = (*STANDING, "conduct_presence", "conduct_demand", "conduct_matter")

GUARD = """
CREATE FUNCTION conduct_forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was seen stands: % on % is forbidden', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION conduct_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'conduct_presence' THEN
        IF OLD.explained_at IS NOT NULL
            OR (NEW.of_id, NEW.person_id, NEW.found) IS DISTINCT FROM (OLD.of_id, OLD.person_id, OLD.found) THEN
            RAISE EXCEPTION 'an explanation is given once' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF TG_TABLE_NAME = 'conduct_demand' THEN
        IF OLD.met_at IS NOT NULL
            OR (NEW.of_id, NEW.words, NEW.due_on) IS DISTINCT FROM (OLD.of_id, OLD.words, OLD.due_on) THEN
            RAISE EXCEPTION 'a demand is met once and never softened' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at
        OR OLD.explained_at IS NOT NULL AND (NEW.explanation, NEW.explained_at)
            IS DISTINCT FROM (OLD.explanation, OLD.explained_at)
        OR (NEW.answer_id, NEW.raised_at) IS DISTINCT FROM (OLD.answer_id, OLD.raised_at) THEN
        RAISE EXCEPTION 'a matter is explained and concluded once' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
GUARD += "".join(
    f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION conduct_forbid();\n"
    f"CREATE TRIGGER {table}_stays BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION conduct_forbid();\n"
    f"CREATE TRIGGER {table}_stands BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION "
    f"{'conduct_forbid' if table in STANDING else 'conduct_once'}();\n"
    for table in KEPT
)
UNGUARD = (
    "".join(f"DROP TRIGGER {table}_{what} ON {table};\n" for table in KEPT for what in ("kept", "stays", "stands"))
    + "DROP FUNCTION conduct_forbid(); DROP FUNCTION conduct_once();"
)


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("conduct", "0001_checks")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
