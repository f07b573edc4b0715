"""What the server tells of a contact to whoever seals it includes when it arrived.

``content`` is the hash of what a fact says; of a contact whose arrival is another instant than that
of its storing, the arrival follows it. A program of the version before seals what it is told.
"""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

FACTS = (
    "appointment_events", "argument_uses", "audit_events", "cadence_decisions", "commands",
    "contact_permissions", "contact_review_receipts", "contact_reviews", "contacts",
    "objection_events", "pitch_notes", "post_it_receipts", "queue_events", "reminder_events",
    "sent_messages", "work_corrections",
)  # fmt: skip
_HASH = "t.content_sha256::text"
_WITH_ARRIVAL = (
    f"{_HASH} || CASE WHEN t.stored_at <> t.recorded_at THEN '|' || to_char("
    "t.stored_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"+00:00\"') ELSE '' END"
)
# On a prepared server only those who see all customers learn of facts; they learn no contents.
_CHECK = """
    IF to_regproc('public.giro_sees_all') IS NOT NULL THEN
        IF NOT public.giro_sees_all() THEN
            RAISE insufficient_privilege USING MESSAGE = 'facts are read by managers';
        END IF;
    END IF;"""


def _facts_are_told(of_contacts: str) -> None:
    rows = " UNION ALL ".join(
        f"SELECT t.device_id, t.device_seq, '{table}'::text, t.id,"
        f" {of_contacts if table == 'contacts' else _HASH}, t.recorded_at"
        f" FROM wanted JOIN public.{table} AS t ON t.device_id = wanted.device"
        " AND t.device_seq > wanted.after AND t.device_seq <= wanted.upto"
        for table in FACTS
    )
    op.execute(
        f"""CREATE OR REPLACE FUNCTION giro_facts(
    devices uuid[], afters bigint[], uptos bigint[]
) RETURNS TABLE (device uuid, number bigint, entity text, id uuid, content text,
    recorded_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN{_CHECK}
    RETURN QUERY WITH wanted AS (
        SELECT * FROM unnest(devices, afters, uptos) AS w(device, after, upto)
    ) {rows};
END $$"""
    )


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _facts_are_told(_WITH_ARRIVAL)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _facts_are_told(_HASH)
        op.execute("DROP FUNCTION IF EXISTS giro_note_arrival() CASCADE")
