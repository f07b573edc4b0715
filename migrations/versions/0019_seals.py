"""Sealing on a shared server: facts' numbers and hashes, of rows too that policies hide."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

FACTS = (
    "appointment_events", "argument_uses", "audit_events", "cadence_decisions", "commands",
    "contact_permissions", "contact_reviews", "contacts", "objection_events", "pitch_notes",
    "post_it_receipts", "queue_events", "reminder_events", "sent_messages", "work_corrections",
)  # fmt: skip
# On a prepared server only those who see all customers learn of facts; they learn no contents.
_CHECK = """
    IF to_regproc('public.giro_sees_all') IS NOT NULL THEN
        IF NOT public.giro_sees_all() THEN
            RAISE insufficient_privilege USING MESSAGE = 'facts are read by managers';
        END IF;
    END IF;"""
_LAST = " UNION ALL ".join(
    f"SELECT max(device_seq) AS last FROM public.{table} WHERE device_id = d.id" for table in FACTS
)
_HEADS = f"""CREATE FUNCTION giro_fact_heads() RETURNS TABLE (device uuid, number bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN{_CHECK}
    RETURN QUERY SELECT d.id, (SELECT coalesce(max(last), 0) FROM ({_LAST}) AS numbers)
    FROM (SELECT id FROM public.devices UNION ALL SELECT id FROM public.imports) AS d;
END $$"""
_ROWS = " UNION ALL ".join(
    f"SELECT t.device_id, t.device_seq, '{table}'::text, t.id, t.content_sha256::text,"
    " t.recorded_at"
    f" FROM wanted JOIN public.{table} AS t ON t.device_id = wanted.device"
    " AND t.device_seq > wanted.after AND t.device_seq <= wanted.upto"
    for table in FACTS
)
_FACTS = f"""CREATE FUNCTION giro_facts(devices uuid[], afters bigint[], uptos bigint[])
RETURNS TABLE (device uuid, number bigint, entity text, id uuid, content text,
    recorded_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN{_CHECK}
    RETURN QUERY WITH wanted AS (
        SELECT * FROM unnest(devices, afters, uptos) AS w(device, after, upto)
    ) {_ROWS};
END $$"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_HEADS)
        op.execute(_FACTS)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION giro_facts(uuid[], bigint[], bigint[])")
        op.execute("DROP FUNCTION giro_fact_heads()")
