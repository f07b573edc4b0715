"""Supervision: receipts of reviews, campaigns with a goal, catalogues' versions, sent reports."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
CODE = sa.String(60)
STATUSES = (
    "new", "active", "at_risk", "inactive", "lost", "recovered", "blocked", "prospect",
)  # fmt: skip
OLD_FACTS = (
    "appointment_events", "argument_uses", "audit_events", "cadence_decisions", "commands",
    "contact_permissions", "contact_reviews", "contacts", "objection_events", "pitch_notes",
    "post_it_receipts", "queue_events", "reminder_events", "sent_messages", "work_corrections",
)  # fmt: skip
TABLES = (
    "report_schedules", "catalogue_versions", "campaign_operators", "contact_review_receipts",
)  # fmt: skip


def _id() -> sa.Column[object]:
    return sa.Column("id", GUID, nullable=False)


def _stamps() -> tuple[sa.Column[object], sa.Column[object]]:
    return (
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
    )


def _feed_columns() -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
    )


def _key(table: str) -> sa.Constraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))


def _refers(table: str, column: str, to: str, ondelete: str = "RESTRICT") -> sa.Constraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=ondelete)


def _once(table: str, *columns: str) -> sa.Constraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)


# On a prepared server only those who see all customers learn of facts; they learn no contents.
CHECK = """
    IF to_regproc('public.giro_sees_all') IS NOT NULL THEN
        IF NOT public.giro_sees_all() THEN
            RAISE insufficient_privilege USING MESSAGE = 'facts are read by managers';
        END IF;
    END IF;"""


def _facts_are(*facts: str) -> None:
    """Let the server count, number and show these tables of facts to whoever seals them."""
    last = " UNION ALL ".join(
        f"SELECT max(device_seq) AS last FROM public.{table} WHERE device_id = {{device}}"
        for table in facts
    )
    rows = " UNION ALL ".join(
        f"SELECT t.device_id, t.device_seq, '{table}'::text, t.id, t.content_sha256::text,"
        " t.recorded_at"
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


def _contacts() -> None:
    op.add_column("contacts", sa.Column("stored_at", INSTANT, nullable=True))
    _index("contacts", "occurred_at")
    op.create_table(
        "contact_review_receipts",
        _id(),
        sa.Column("review_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        *_feed_columns(),
        _refers("contact_review_receipts", "review_id", "contact_reviews"),
        _refers("contact_review_receipts", "user_id", "users"),
        _key("contact_review_receipts"),
        _once("contact_review_receipts", "device_id", "device_seq"),
    )
    _index("contact_review_receipts", "review_id")


def _campaigns() -> None:
    with op.batch_alter_table("campaigns") as campaigns:
        campaigns.add_column(sa.Column("goal_kind", CODE, nullable=True))
        campaigns.add_column(sa.Column("goal_target", sa.BigInteger(), nullable=True))
        campaigns.add_column(
            sa.Column("allows_overlap", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        campaigns.add_column(sa.Column("source", DOCUMENT, nullable=True))
        campaigns.add_column(sa.Column("published_at", INSTANT, nullable=True))
        campaigns.add_column(sa.Column("ended_at", INSTANT, nullable=True))
    op.execute("UPDATE campaigns SET published_at = created_at")
    status = sa.Enum(
        *STATUSES, name="status_at_draw", native_enum=False, create_constraint=True, length=20
    )
    with op.batch_alter_table("campaign_members") as members:
        members.add_column(sa.Column("status_at_draw", status, nullable=True))
        members.add_column(sa.Column("yearly_cents_at_draw", sa.BigInteger(), nullable=True))
    op.create_table(
        "campaign_operators",
        _id(),
        sa.Column("campaign_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        *_feed_columns(),
        _refers("campaign_operators", "campaign_id", "campaigns", "CASCADE"),
        _refers("campaign_operators", "user_id", "users"),
        _key("campaign_operators"),
        _once("campaign_operators", "campaign_id", "user_id"),
    )
    _index("campaign_operators", "user_id")


def _rules_and_reports() -> None:
    op.create_table(
        "catalogue_versions",
        _id(),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("content", DOCUMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author_id", GUID, nullable=True),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        *_feed_columns(),
        _refers("catalogue_versions", "author_id", "users"),
        _key("catalogue_versions"),
        _once("catalogue_versions", "kind", "version"),
    )
    op.create_table(
        "report_schedules",
        _id(),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("report", CODE, nullable=False),
        sa.Column("parameters", DOCUMENT, nullable=False),
        sa.Column("periodicity", CODE, nullable=False),
        sa.Column("file_format", CODE, nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        *_stamps(),
        *_feed_columns(),
        _refers("report_schedules", "user_id", "users"),
        _key("report_schedules"),
    )
    _index("report_schedules", "user_id")


def upgrade() -> None:
    _contacts()
    _campaigns()
    _rules_and_reports()
    for table in TABLES:
        _index(table, "feed_xid")
    if op.get_bind().dialect.name == "postgresql":
        _facts_are(*OLD_FACTS, "contact_review_receipts")
        for table in TABLES:
            op.execute(
                f"CREATE TRIGGER tr_{table}_renew_feed BEFORE INSERT OR UPDATE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION giro_renew_feed()"
            )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _facts_are(*OLD_FACTS)
    for table in TABLES:
        op.drop_table(table)
    with op.batch_alter_table("campaign_members") as members:
        members.drop_column("yearly_cents_at_draw")
        members.drop_constraint(op.f("ck_campaign_members_status_at_draw"), type_="check")
        members.drop_column("status_at_draw")
    with op.batch_alter_table("campaigns") as campaigns:
        for column in (
            "ended_at", "published_at", "source", "allows_overlap", "goal_target", "goal_kind",
        ):  # fmt: skip
            campaigns.drop_column(column)
    op.drop_index(op.f("ix_contacts_occurred_at"), "contacts")
    with op.batch_alter_table("contacts") as contacts:
        contacts.drop_column("stored_at")
