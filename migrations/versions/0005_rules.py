"""Versioned policies, message templates, saved filters."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"
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
        "message_templates",
        sa.Column("id", GUID, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("channel", CODE, nullable=False),
        sa.Column("tone", sa.String(length=60), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "channel IN ('phone', 'whatsapp', 'email', 'visit')",
            name=op.f("ck_message_templates_channel"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_templates")),
        sa.UniqueConstraint(
            "code",
            "channel",
            "tone",
            "language",
            name=op.f("uq_message_templates_code_channel_tone_language"),
        ),
    )
    op.create_index(
        op.f("ix_message_templates_feed_xid"), "message_templates", ["feed_xid"], unique=False
    )
    op.create_table(
        "cadence_policies",
        sa.Column("id", GUID, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("applies_to", DOCUMENT, nullable=False),
        sa.Column("parameters", DOCUMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author_id", GUID, nullable=True),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["users.id"],
            name=op.f("fk_cadence_policies_author_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cadence_policies")),
        sa.UniqueConstraint("name", "version", name=op.f("uq_cadence_policies_name_version")),
    )
    op.create_index(
        op.f("ix_cadence_policies_feed_xid"), "cadence_policies", ["feed_xid"], unique=False
    )
    op.create_table(
        "calling_window_policies",
        sa.Column("id", GUID, nullable=False),
        sa.Column("state", sa.String(length=2), nullable=True),
        sa.Column("parameters", DOCUMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author_id", GUID, nullable=True),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["users.id"],
            name=op.f("fk_calling_window_policies_author_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calling_window_policies")),
    )
    op.create_index(
        op.f("ix_calling_window_policies_feed_xid"),
        "calling_window_policies",
        ["feed_xid"],
        unique=False,
    )
    op.create_index(
        op.f("ix_calling_window_policies_state_version"),
        "calling_window_policies",
        ["state", "version"],
        unique=False,
    )
    op.create_table(
        "cycle_policies",
        sa.Column("id", GUID, nullable=False),
        sa.Column("company_id", GUID, nullable=True),
        sa.Column("segment_id", GUID, nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("parameters", DOCUMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author_id", GUID, nullable=True),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["users.id"],
            name=op.f("fk_cycle_policies_author_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["companies.id"],
            name=op.f("fk_cycle_policies_company_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["segment_id"],
            ["segments.id"],
            name=op.f("fk_cycle_policies_segment_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle_policies")),
    )
    op.create_index(
        op.f("ix_cycle_policies_company_id_segment_id_version"),
        "cycle_policies",
        ["company_id", "segment_id", "version"],
        unique=False,
    )
    op.create_index(
        op.f("ix_cycle_policies_feed_xid"), "cycle_policies", ["feed_xid"], unique=False
    )
    op.create_table(
        "offer_policies",
        sa.Column("id", GUID, nullable=False),
        sa.Column("role", CODE, nullable=True),
        sa.Column("parameters", DOCUMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author_id", GUID, nullable=True),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "role IN ('operator', 'external_seller', 'supervisor', 'manager', 'administrator')",
            name=op.f("ck_offer_policies_role"),
        ),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["users.id"],
            name=op.f("fk_offer_policies_author_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_policies")),
    )
    op.create_index(
        op.f("ix_offer_policies_feed_xid"), "offer_policies", ["feed_xid"], unique=False
    )
    op.create_index(
        op.f("ix_offer_policies_role_version"), "offer_policies", ["role", "version"], unique=False
    )
    op.create_table(
        "saved_filters",
        sa.Column("id", GUID, nullable=False),
        sa.Column("owner_id", GUID, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("screen", sa.String(length=60), nullable=False),
        sa.Column("definition", DOCUMENT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name=op.f("fk_saved_filters_owner_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filters")),
    )
    op.create_index(op.f("ix_saved_filters_feed_xid"), "saved_filters", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_saved_filters_owner_id"), "saved_filters", ["owner_id"], unique=False)
    _feed(
        "message_templates",
        "cadence_policies",
        "calling_window_policies",
        "cycle_policies",
        "offer_policies",
        "saved_filters",
    )


def downgrade() -> None:
    op.drop_table("saved_filters")
    op.drop_table("offer_policies")
    op.drop_table("cycle_policies")
    op.drop_table("calling_window_policies")
    op.drop_table("cadence_policies")
    op.drop_table("message_templates")
