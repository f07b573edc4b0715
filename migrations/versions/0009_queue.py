"""Claims, customers' figures, fitted cycles, frozen periods."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0009"
down_revision = "0008"
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
        "cycle_fits",
        sa.Column("id", GUID, nullable=False),
        sa.Column("fitted_at", INSTANT, nullable=False),
        sa.Column("data_from_on", sa.Date(), nullable=False),
        sa.Column("data_until_on", sa.Date(), nullable=False),
        sa.Column("customer_count", sa.Integer(), nullable=False),
        sa.Column("parameters", DOCUMENT, nullable=False),
        sa.Column("figures", DOCUMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle_fits")),
    )
    op.create_table(
        "frozen_periods",
        sa.Column("id", GUID, nullable=False),
        sa.Column("period_from_on", sa.Date(), nullable=False),
        sa.Column("period_until_on", sa.Date(), nullable=False),
        sa.Column("frozen_at", INSTANT, nullable=False),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("figures", DOCUMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_frozen_periods_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frozen_periods")),
        sa.UniqueConstraint(
            "period_from_on",
            "period_until_on",
            name=op.f("uq_frozen_periods_period_from_on_period_until_on"),
        ),
    )
    op.create_table(
        "claims",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("device_id", GUID, nullable=True),
        sa.Column("state", CODE, nullable=False),
        sa.Column("claimed_at", INSTANT, nullable=False),
        sa.Column("lease_until", INSTANT, nullable=False),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("finished_at", INSTANT, nullable=True),
        sa.CheckConstraint(
            "state IN ('active', 'finished', 'expired', 'released')", name=op.f("ck_claims_state")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_claims_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["device_id"], ["devices.id"], name=op.f("fk_claims_device_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_claims_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    op.create_index(
        "ix_claims_customer_id_active",
        "claims",
        ["customer_id"],
        unique=True,
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )
    op.create_index(
        op.f("ix_claims_customer_id_claimed_at"),
        "claims",
        ["customer_id", "claimed_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_claims_state_lease_until"), "claims", ["state", "lease_until"], unique=False
    )
    op.create_index(op.f("ix_claims_user_id"), "claims", ["user_id"], unique=False)
    op.create_table(
        "customer_metrics",
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("order_count", sa.Integer(), nullable=False),
        sa.Column("first_order_on", sa.Date(), nullable=True),
        sa.Column("last_order_on", sa.Date(), nullable=True),
        sa.Column("interval_count", sa.Integer(), nullable=False),
        sa.Column("interval_sum_days", sa.Integer(), nullable=False),
        sa.Column("frequency_days_milli", sa.BigInteger(), nullable=True),
        sa.Column("mean_value_cents", sa.BigInteger(), nullable=True),
        sa.Column("value_12m_cents", sa.BigInteger(), nullable=False),
        sa.Column("trend", CODE, nullable=True),
        sa.Column("statistics", DOCUMENT, nullable=True),
        sa.Column("lapse_probability_bp", sa.Integer(), nullable=True),
        sa.Column("status", CODE, nullable=False),
        sa.Column("status_since_on", sa.Date(), nullable=True),
        sa.Column("at_risk_cents", sa.BigInteger(), nullable=False),
        sa.Column("computed_for_on", sa.Date(), nullable=False),
        sa.Column("computed_at", INSTANT, nullable=False),
        sa.Column("engine", sa.String(length=60), nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "status IN ('new', 'active', 'at_risk', 'inactive', 'lost', 'recovered', 'blocked', 'prospect')",
            name=op.f("ck_customer_metrics_status"),
        ),
        sa.CheckConstraint(
            "trend IN ('up', 'flat', 'down')", name=op.f("ck_customer_metrics_trend")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_customer_metrics_customer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customer_metrics")),
    )
    op.create_index(
        op.f("ix_customer_metrics_feed_xid"), "customer_metrics", ["feed_xid"], unique=False
    )
    op.create_index(
        op.f("ix_customer_metrics_status_at_risk_cents"),
        "customer_metrics",
        ["status", "at_risk_cents"],
        unique=False,
    )
    _feed(
        "customer_metrics",
    )


def downgrade() -> None:
    op.drop_table("customer_metrics")
    op.drop_table("claims")
    op.drop_table("frozen_periods")
    op.drop_table("cycle_fits")
