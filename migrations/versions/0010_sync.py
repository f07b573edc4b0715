"""Audit trail, outbox, commands, cursors, tombstones, portfolios."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
CODE = sa.String(20)
DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")


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
    op.create_table(
        "audit_seals",
        sa.Column("id", GUID, nullable=False),
        sa.Column("sealed_at", INSTANT, nullable=False),
        sa.Column("heads", DOCUMENT, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_seals")),
    )
    op.create_index(op.f("ix_audit_seals_sealed_at"), "audit_seals", ["sealed_at"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", GUID, nullable=False),
        sa.Column("entity", sa.String(length=60), nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("payload", DOCUMENT, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("parked_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("device_seq", name=op.f("uq_outbox_device_seq")),
    )
    op.create_table(
        "quarantined_facts",
        sa.Column("id", GUID, nullable=False),
        sa.Column("entity", sa.String(length=60), nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("expected_sha256", sa.String(length=64), nullable=False),
        sa.Column("received_sha256", sa.String(length=64), nullable=False),
        sa.Column("payload", DOCUMENT, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("resolved_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantined_facts")),
    )
    op.create_index(
        op.f("ix_quarantined_facts_device_id_device_seq"),
        "quarantined_facts",
        ["device_id", "device_seq"],
        unique=False,
    )
    op.create_table(
        "sync_cursors",
        sa.Column("id", GUID, nullable=False),
        sa.Column("peer", sa.String(length=200), nullable=False),
        sa.Column("epoch", sa.String(length=120), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("schema_version", sa.String(length=40), nullable=False),
        sa.Column("synced_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_cursors")),
        sa.UniqueConstraint("peer", name=op.f("uq_sync_cursors_peer")),
    )
    op.create_table(
        "tombstones",
        sa.Column("id", GUID, nullable=False),
        sa.Column("entity", sa.String(length=60), nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("deleted_at", INSTANT, nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tombstones")),
        sa.UniqueConstraint("entity", "entity_id", name=op.f("uq_tombstones_entity_entity_id")),
    )
    op.create_index(op.f("ix_tombstones_deleted_at"), "tombstones", ["deleted_at"], unique=False)
    op.create_index(op.f("ix_tombstones_feed_xid"), "tombstones", ["feed_xid"], unique=False)
    op.create_table(
        "audit_events",
        sa.Column("id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("entity", sa.String(length=60), nullable=False),
        sa.Column("entity_id", GUID, nullable=True),
        sa.Column("detail", DOCUMENT, nullable=True),
        sa.Column("occurred_at", INSTANT, nullable=False),
        sa.Column("previous_sha256", sa.String(length=64), nullable=True),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_audit_events_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_events")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_audit_events_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_audit_events_entity_entity_id_occurred_at"),
        "audit_events",
        ["entity", "entity_id", "occurred_at"],
        unique=False,
    )
    op.create_index(op.f("ix_audit_events_feed_xid"), "audit_events", ["feed_xid"], unique=False)
    op.create_index(
        op.f("ix_audit_events_user_id_occurred_at"),
        "audit_events",
        ["user_id", "occurred_at"],
        unique=False,
    )
    op.create_table(
        "commands",
        sa.Column("id", GUID, nullable=False),
        sa.Column("entity", sa.String(length=60), nullable=False),
        sa.Column("entity_id", GUID, nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("value", DOCUMENT, nullable=True),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_commands_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commands")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_commands_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_commands_entity_entity_id"), "commands", ["entity", "entity_id"], unique=False
    )
    op.create_index(op.f("ix_commands_feed_xid"), "commands", ["feed_xid"], unique=False)
    op.create_table(
        "command_outcomes",
        sa.Column("id", GUID, nullable=False),
        sa.Column("command_id", GUID, nullable=False),
        sa.Column("result", CODE, nullable=False),
        sa.Column("server_value", DOCUMENT, nullable=True),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.CheckConstraint(
            "result IN ('applied', 'conflict', 'rejected')", name=op.f("ck_command_outcomes_result")
        ),
        sa.ForeignKeyConstraint(
            ["command_id"],
            ["commands.id"],
            name=op.f("fk_command_outcomes_command_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_command_outcomes")),
        sa.UniqueConstraint("command_id", name=op.f("uq_command_outcomes_command_id")),
    )
    op.create_table(
        "portfolio_entries",
        sa.Column("id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("entered_at", INSTANT, nullable=False),
        sa.Column("left_at", INSTANT, nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_portfolio_entries_customer_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_portfolio_entries_user_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_portfolio_entries")),
    )
    op.create_index(
        op.f("ix_portfolio_entries_customer_id_entered_at"),
        "portfolio_entries",
        ["customer_id", "entered_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_portfolio_entries_feed_xid"), "portfolio_entries", ["feed_xid"], unique=False
    )
    op.create_index(
        op.f("ix_portfolio_entries_user_id_customer_id"),
        "portfolio_entries",
        ["user_id", "customer_id"],
        unique=False,
    )
    _feed(
        "tombstones",
        "audit_events",
        "commands",
        "portfolio_entries",
    )


def downgrade() -> None:
    op.drop_table("portfolio_entries")
    op.drop_table("command_outcomes")
    op.drop_table("commands")
    op.drop_table("audit_events")
    op.drop_table("tombstones")
    op.drop_table("sync_cursors")
    op.drop_table("quarantined_facts")
    op.drop_table("outbox")
    op.drop_table("audit_seals")
