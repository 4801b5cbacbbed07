"""The one fee a dossier had becomes its first payment; who asked and who took it is read from the ledger."""

from django.db import migrations

# A fee that replaced another one was asked for in processing (an act says so); any other one at the door.
CARRY = """
INSERT INTO dossiers_payment (
    id, ward_id, dossier_id, number, kind, stage, amount, reason, basis, asked_at, asked_by,
    paid_at, receipt, way, taken_by, cancelled_at, cancelled_by, cancel_reason
)
SELECT
    gen_random_uuid(), d.ward_id, d.id, 1,
    CASE WHEN asked.at IS NULL THEN 'fee' ELSE 'duty' END,
    CASE WHEN asked.at IS NULL THEN 'door' ELSE 'processing' END,
    d.fee, coalesce(asked.note, ''), '',
    least(coalesce(asked.at, d.lodged_at), CASE WHEN d.money = 'paid' THEN coalesce(d.paid_at, d.touched_at) END),
    coalesce(asked.actor_name, opened.actor_name, ''),
    CASE WHEN d.money = 'paid' THEN coalesce(d.paid_at, d.touched_at) END,
    CASE WHEN d.money = 'paid' THEN left(coalesce(took.note, ''), 120) ELSE '' END,
    '',
    CASE WHEN d.money = 'paid' THEN coalesce(took.actor_name, '') ELSE '' END,
    NULL, '', ''
FROM dossiers_dossier d
LEFT JOIN LATERAL (
    SELECT at, actor_name, note FROM ledger_act
    WHERE ward_id = d.ward_id AND subject_id = d.id AND verb = 'dossier.require_payment'
    ORDER BY number DESC LIMIT 1
) asked ON true
LEFT JOIN LATERAL (
    SELECT actor_name, note FROM ledger_act
    WHERE ward_id = d.ward_id AND subject_id = d.id AND verb = 'dossier.take_payment'
    ORDER BY number DESC LIMIT 1
) took ON true
LEFT JOIN LATERAL (
    SELECT actor_name FROM ledger_act WHERE ward_id = d.ward_id AND subject_id = d.id ORDER BY number LIMIT 1
) opened ON true
WHERE d.fee > 0 AND d.money IN ('due', 'paid')
    AND NOT EXISTS (SELECT 1 FROM dossiers_payment p WHERE p.dossier_id = d.id)
"""

# `fee` and `money` stay on the dossier and agree with the rows, so going back needs no carrying.
BACK = migrations.RunSQL.noop


class Migration(migrations.Migration):
    """See the module."""

    dependencies = [("dossiers", "0002_payments"), ("ledger", "0002_append_only")]
    operations = [migrations.RunSQL(CARRY, BACK)]
