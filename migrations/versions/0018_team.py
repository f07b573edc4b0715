"""A shared server: a device's last number, also of facts whose customers its user sees no more."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

FACTS = (
    "appointment_events", "argument_uses", "audit_events", "cadence_decisions", "commands",
    "contact_permissions", "contact_reviews", "contacts", "objection_events", "pitch_notes",
    "post_it_receipts", "queue_events", "reminder_events", "sent_messages", "work_corrections",
)  # fmt: skip
_LAST_NUMBERS = " UNION ALL ".join(
    f"SELECT max(device_seq) AS last FROM public.{table} WHERE device_id = device"
    for table in FACTS
)
_FUNCTION = f"""CREATE FUNCTION giro_last_number(device uuid) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM 1 FROM public.devices WHERE id = device FOR UPDATE;
    RETURN (SELECT coalesce(max(last), 0) FROM ({_LAST_NUMBERS}) AS numbers);
END $$"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_FUNCTION)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION giro_last_number(uuid)")
