"""Laptops in the field: their files, what they send and ask, attachments, packs, collisions.

The tables that laptops speak with were made in 0010 for nobody yet; those that are different now
are made anew, empty as they are.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
CODE = sa.String(60)
DIGEST = sa.String(64)
FACTS = (
    "appointment_events", "argument_uses", "attachments", "audit_events", "cadence_decisions",
    "commands", "contact_permissions", "contact_review_receipts", "contact_reviews", "contacts",
    "objection_events", "pitch_notes", "post_it_receipts", "queue_events", "reminder_events",
    "sent_messages", "work_corrections",
)  # fmt: skip
#: Rows that laptops pull from now on.
NEWLY_FED = (
    "order_items", "quote_items", "promotion_items", "post_it_recipients", "post_it_customers",
    "cycle_fits", "imports", "notifications", "segment_products",
)  # fmt: skip
# On a prepared server only those who see all customers learn of facts; they learn no contents.
CHECK = """
    IF to_regproc('public.giro_sees_all') IS NOT NULL THEN
        IF NOT public.giro_sees_all() THEN
            RAISE insufficient_privilege USING MESSAGE = 'facts are read by managers';
        END IF;
    END IF;"""
ARRIVAL = (
    " || CASE WHEN t.stored_at <> t.recorded_at THEN '|' || to_char("
    "t.stored_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"+00:00\"') ELSE '' END"
)


def _id() -> sa.Column[object]:
    return sa.Column("id", GUID, nullable=False)


def _feed_columns() -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
    )


def _fact_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", DIGEST, nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
    )


def _key(table: str, column: str = "id") -> sa.Constraint:
    return sa.PrimaryKeyConstraint(column, name=op.f(f"pk_{table}"))


def _refers(table: str, column: str, to: str, ondelete: str = "RESTRICT") -> sa.Constraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=ondelete)


def _once(table: str, *columns: str) -> sa.Constraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _index(table: str, *columns: str, unique: bool = False) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=unique)


def _feed(*tables: str) -> None:
    """Renew the feed at each write; SQLite is read by nobody else."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in tables:
        op.execute(
            f"CREATE TRIGGER tr_{table}_renew_feed BEFORE INSERT OR UPDATE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION giro_renew_feed()"
        )


def upgrade() -> None:
    for table in NEWLY_FED:
        for column in _feed_columns():
            op.add_column(table, column)
        _index(table, "feed_xid")
    op.drop_table("outbox")
    op.create_table(
        "outbox",
        sa.Column("device_seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("entity", CODE, nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("parked_at", INSTANT, nullable=True),
        _key("outbox", "device_seq"),
    )
    _index("outbox", "sent_at", "device_seq")
    op.drop_table("sync_cursors")
    op.create_table(
        "replicas",
        _id(),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Text(), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("schema_revision", CODE, nullable=False),
        sa.Column("carried", DIGEST, nullable=False),
        sa.Column("last_number", sa.BigInteger(), nullable=False),
        sa.Column("is_applying", sa.Boolean(), nullable=False),
        sa.Column("contact_at", INSTANT, nullable=True),
        sa.Column("synced_at", INSTANT, nullable=True),
        sa.Column("stopped", CODE, nullable=False),
        sa.Column("lives_days", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        _key("replicas"),
    )
    op.create_table(
        "sync_conflicts",
        _id(),
        sa.Column("command_id", GUID, nullable=False),
        sa.Column("entity", CODE, nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=True),
        sa.Column("reason", CODE, nullable=False),
        sa.Column("mine", DOCUMENT, nullable=False),
        sa.Column("base", DOCUMENT, nullable=True),
        sa.Column("theirs", DOCUMENT, nullable=True),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("decision", CODE, nullable=True),
        _key("sync_conflicts"),
        _once("sync_conflicts", "command_id"),
    )
    _index("sync_conflicts", "decided_at")
    op.create_table(
        "sync_log",
        _id(),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("detail", DOCUMENT, nullable=True),
        _key("sync_log"),
    )
    _index("sync_log", "noted_at")
    _make_commands_anew()
    op.drop_table("quarantined_facts")
    op.create_table(
        "quarantined_facts",
        _id(),
        sa.Column("entity", CODE, nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("expected_sha256", DIGEST, nullable=True),
        sa.Column("received_sha256", DIGEST, nullable=False),
        sa.Column("reason", CODE, nullable=False),
        sa.Column("payload", DOCUMENT, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("resolved_at", INSTANT, nullable=True),
        sa.Column("resolution", CODE, nullable=True),
        sa.Column("resolved_by", GUID, nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        _key("quarantined_facts"),
        _refers("quarantined_facts", "resolved_by", "users"),
    )
    _index("quarantined_facts", "device_id", "device_seq")
    for column in (
        sa.Column("is_replica", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("backlog", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("cursor", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("program", CODE, nullable=True),
        sa.Column("schema_revision", CODE, nullable=True),
        sa.Column("repull_at", INSTANT, nullable=True),
        sa.Column("wiped_at", INSTANT, nullable=True),
    ):
        op.add_column("devices", column)
    op.create_table(
        "device_keys",
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("stored_at", INSTANT, nullable=False),
        _key("device_keys", "device_id"),
        _refers("device_keys", "device_id", "devices", "CASCADE"),
    )
    op.add_column("portfolio_entries", sa.Column("expires_at", INSTANT, nullable=True))
    op.add_column(
        "portfolio_entries",
        sa.Column("is_pack", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    _add_attachments()
    op.create_table(
        "contact_collisions",
        _id(),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("contact_id", GUID, nullable=False),
        sa.Column("other_contact_id", GUID, nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        *_feed_columns(),
        _key("contact_collisions"),
        _refers("contact_collisions", "customer_id", "customers", "CASCADE"),
        _refers("contact_collisions", "contact_id", "contacts"),
        _refers("contact_collisions", "other_contact_id", "contacts"),
        _once("contact_collisions", "contact_id", "other_contact_id"),
    )
    _index("contact_collisions", "customer_id", "noted_at")
    _index("contact_collisions", "feed_xid")
    _feed(*NEWLY_FED, "commands", "attachments", "contact_collisions")
    if op.get_bind().dialect.name == "postgresql":
        _facts_are(*FACTS)


def _facts_are(*facts: str) -> None:
    """Let the server count, number and show these tables of facts to whoever seals them."""
    last = " UNION ALL ".join(
        f"SELECT max(device_seq) AS last FROM public.{table} WHERE device_id = {{device}}"
        for table in facts
    )
    rows = " UNION ALL ".join(
        f"SELECT t.device_id, t.device_seq, '{table}'::text, t.id,"
        f" t.content_sha256::text{ARRIVAL if table == 'contacts' else ''}, t.recorded_at"
        f" FROM wanted JOIN public.{table} AS t ON t.device_id = wanted.device"
        " AND t.device_seq > wanted.after AND t.device_seq <= wanted.upto"
        for table in facts
    )
    op.execute(
        f"""CREATE OR REPLACE FUNCTION giro_last_number(device uuid) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM 1 FROM public.devices WHERE id = device FOR UPDATE;
    RETURN (SELECT coalesce(max(last), 0) FROM ({last.format(device="device")}) AS numbers);
END $$"""
    )
    op.execute(
        f"""CREATE OR REPLACE FUNCTION giro_fact_heads()
RETURNS TABLE (device uuid, number bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN{CHECK}
    RETURN QUERY SELECT d.id,
        (SELECT coalesce(max(last), 0) FROM ({last.format(device="d.id")}) AS numbers)
    FROM (SELECT id FROM public.devices UNION ALL SELECT id FROM public.imports) AS d;
END $$"""
    )
    op.execute(
        f"""CREATE OR REPLACE FUNCTION giro_facts(
    devices uuid[], afters bigint[], uptos bigint[]
) RETURNS TABLE (device uuid, number bigint, entity text, id uuid, content text,
    recorded_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN{CHECK}
    RETURN QUERY WITH wanted AS (
        SELECT * FROM unnest(devices, afters, uptos) AS w(device, after, upto)
    ) {rows};
END $$"""
    )


def _make_commands_anew() -> None:
    op.drop_table("command_outcomes")
    op.drop_table("commands")
    op.create_table(
        "commands",
        _id(),
        sa.Column("entity", CODE, nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("verb", sa.String(20), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("base", DOCUMENT, nullable=True),
        sa.Column("value", DOCUMENT, nullable=True),
        sa.Column("user_id", GUID, nullable=False),
        *_fact_columns(),
        *_feed_columns(),
        sa.CheckConstraint("verb IN ('add', 'change', 'remove')", name=op.f("ck_commands_verb")),
        _key("commands"),
        _refers("commands", "user_id", "users"),
        _once("commands", "device_id", "device_seq"),
    )
    _index("commands", "entity", "entity_id")
    _index("commands", "feed_xid")
    op.create_table(
        "command_outcomes",
        _id(),
        sa.Column("command_id", GUID, nullable=False),
        sa.Column("result", sa.String(20), nullable=False),
        sa.Column("reason", CODE, nullable=True),
        sa.Column("server_value", DOCUMENT, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.CheckConstraint(
            "result IN ('applied', 'conflict', 'rejected')", name=op.f("ck_command_outcomes_result")
        ),
        _key("command_outcomes"),
        _refers("command_outcomes", "command_id", "commands", "CASCADE"),
        _once("command_outcomes", "command_id"),
    )


def _add_attachments() -> None:
    op.create_table(
        "attachments",
        _id(),
        sa.Column("contact_id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", DIGEST, nullable=False),
        sa.Column("taken_at", INSTANT, nullable=False),
        *_fact_columns(),
        *_feed_columns(),
        _key("attachments"),
        _refers("attachments", "contact_id", "contacts"),
        _refers("attachments", "customer_id", "customers"),
        _refers("attachments", "user_id", "users"),
        _once("attachments", "device_id", "device_seq"),
    )
    for column in ("contact_id", "customer_id", "feed_xid"):
        _index("attachments", column)
    op.create_table(
        "attachment_contents",
        _id(),
        sa.Column("attachment_id", GUID, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        _key("attachment_contents"),
        _refers("attachment_contents", "attachment_id", "attachments", "CASCADE"),
    )
    _index("attachment_contents", "attachment_id", "part", unique=True)


def downgrade() -> None:
    op.drop_table("contact_collisions")
    op.drop_table("attachment_contents")
    op.drop_table("attachments")
    with op.batch_alter_table("portfolio_entries") as batch:
        batch.drop_column("is_pack")
        batch.drop_column("expires_at")
    op.drop_table("device_keys")
    with op.batch_alter_table("devices") as batch:
        for name in (
            "wiped_at", "repull_at", "schema_revision", "program", "cursor", "backlog",
            "is_replica",
        ):  # fmt: skip
            batch.drop_column(name)
    for table in (
        "quarantined_facts", "command_outcomes", "commands", "sync_log", "sync_conflicts",
        "replicas", "outbox",
    ):  # fmt: skip
        op.drop_table(table)
    _make_former()
    _feed("commands")
    if op.get_bind().dialect.name == "postgresql":
        _facts_are(*(one for one in FACTS if one != "attachments"))
        for table in NEWLY_FED:
            op.execute(f"DROP TRIGGER tr_{table}_renew_feed ON {table}")
    for table in NEWLY_FED:
        op.drop_index(op.f(f"ix_{table}_feed_xid"), table_name=table)
        with op.batch_alter_table(table) as batch:
            batch.drop_column("feed_xid")
            batch.drop_column("row_version")


def _make_former() -> None:
    """Make the tables of 0010 as they were, empty."""
    op.create_table(
        "outbox",
        _id(),
        sa.Column("entity", CODE, nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("payload", DOCUMENT, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("parked_at", INSTANT, nullable=True),
        _key("outbox"),
        _once("outbox", "device_seq"),
    )
    op.create_table(
        "sync_cursors",
        _id(),
        sa.Column("peer", sa.String(200), nullable=False),
        sa.Column("epoch", sa.String(120), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("schema_version", sa.String(40), nullable=False),
        sa.Column("synced_at", INSTANT, nullable=True),
        _key("sync_cursors"),
        _once("sync_cursors", "peer"),
    )
    op.create_table(
        "quarantined_facts",
        _id(),
        sa.Column("entity", CODE, nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("expected_sha256", DIGEST, nullable=False),
        sa.Column("received_sha256", DIGEST, nullable=False),
        sa.Column("payload", DOCUMENT, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("resolved_at", INSTANT, nullable=True),
        _key("quarantined_facts"),
    )
    _index("quarantined_facts", "device_id", "device_seq")
    op.create_table(
        "commands",
        _id(),
        sa.Column("entity", CODE, nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("field", CODE, nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("value", DOCUMENT, nullable=True),
        sa.Column("user_id", GUID, nullable=False),
        *_fact_columns(),
        *_feed_columns(),
        _key("commands"),
        _refers("commands", "user_id", "users"),
        _once("commands", "device_id", "device_seq"),
    )
    _index("commands", "entity", "entity_id")
    _index("commands", "feed_xid")
    op.create_table(
        "command_outcomes",
        _id(),
        sa.Column("command_id", GUID, nullable=False),
        sa.Column("result", CODE, nullable=False),
        sa.Column("server_value", DOCUMENT, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.CheckConstraint(
            "result IN ('applied', 'conflict', 'rejected')", name=op.f("ck_command_outcomes_result")
        ),
        _key("command_outcomes"),
        _refers("command_outcomes", "command_id", "commands", "CASCADE"),
        _once("command_outcomes", "command_id"),
    )
