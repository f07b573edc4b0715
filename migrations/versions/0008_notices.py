"""Post-its and notifications."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
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
        "notifications",
        sa.Column("id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("subject_id", GUID, nullable=True),
        sa.Column("payload", DOCUMENT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("read_at", INSTANT, nullable=True),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("dedup_key", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_notifications_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notifications")),
        sa.UniqueConstraint("dedup_key", name=op.f("uq_notifications_dedup_key")),
    )
    op.create_index(
        op.f("ix_notifications_user_id_created_at"),
        "notifications",
        ["user_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "post_its",
        sa.Column("id", GUID, nullable=False),
        sa.Column("author_id", GUID, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("posted_at", INSTANT, nullable=False),
        sa.Column("valid_until_on", sa.Date(), nullable=True),
        sa.Column("priority_boost", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name=op.f("fk_post_its_author_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_its")),
    )
    op.create_index(op.f("ix_post_its_feed_xid"), "post_its", ["feed_xid"], unique=False)
    op.create_index(
        op.f("ix_post_its_valid_until_on"), "post_its", ["valid_until_on"], unique=False
    )
    op.create_table(
        "post_it_customers",
        sa.Column("id", GUID, nullable=False),
        sa.Column("post_it_id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_post_it_customers_customer_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["post_it_id"],
            ["post_its.id"],
            name=op.f("fk_post_it_customers_post_it_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_it_customers")),
        sa.UniqueConstraint(
            "post_it_id", "customer_id", name=op.f("uq_post_it_customers_post_it_id_customer_id")
        ),
    )
    op.create_index(
        op.f("ix_post_it_customers_customer_id"), "post_it_customers", ["customer_id"], unique=False
    )
    op.create_table(
        "post_it_receipts",
        sa.Column("id", GUID, nullable=False),
        sa.Column("post_it_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("read_at", INSTANT, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_it_id"],
            ["post_its.id"],
            name=op.f("fk_post_it_receipts_post_it_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_post_it_receipts_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_it_receipts")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_post_it_receipts_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_post_it_receipts_feed_xid"), "post_it_receipts", ["feed_xid"], unique=False
    )
    op.create_index(
        op.f("ix_post_it_receipts_post_it_id_user_id"),
        "post_it_receipts",
        ["post_it_id", "user_id"],
        unique=False,
    )
    op.create_table(
        "post_it_recipients",
        sa.Column("id", GUID, nullable=False),
        sa.Column("post_it_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("team_id", GUID, nullable=True),
        sa.CheckConstraint(
            "(user_id IS NULL) <> (team_id IS NULL)",
            name=op.f("ck_post_it_recipients_user_or_team"),
        ),
        sa.ForeignKeyConstraint(
            ["post_it_id"],
            ["post_its.id"],
            name=op.f("fk_post_it_recipients_post_it_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["teams.id"],
            name=op.f("fk_post_it_recipients_team_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_post_it_recipients_user_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_it_recipients")),
        sa.UniqueConstraint(
            "post_it_id", "team_id", name=op.f("uq_post_it_recipients_post_it_id_team_id")
        ),
        sa.UniqueConstraint(
            "post_it_id", "user_id", name=op.f("uq_post_it_recipients_post_it_id_user_id")
        ),
    )
    op.create_index(
        op.f("ix_post_it_recipients_team_id"), "post_it_recipients", ["team_id"], unique=False
    )
    op.create_index(
        op.f("ix_post_it_recipients_user_id"), "post_it_recipients", ["user_id"], unique=False
    )
    _feed(
        "post_its",
        "post_it_receipts",
    )


def downgrade() -> None:
    op.drop_table("post_it_recipients")
    op.drop_table("post_it_receipts")
    op.drop_table("post_it_customers")
    op.drop_table("post_its")
    op.drop_table("notifications")
