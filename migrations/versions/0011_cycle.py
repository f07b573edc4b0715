"""The purchase-cycle engine: sufficient statistics, judgements, blocked periods, fits.

The judgements are a projection of the order book: the rows stay, as judgements of the engine
before, and the program replaces them when it opens the database.
"""

import uuid
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
CODE = sa.String(20)
DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")

STATUSES = "('new', 'active', 'at_risk', 'inactive', 'lost', 'recovered', 'blocked', 'prospect')"
NULLABLE: tuple[tuple[str, sa.types.TypeEngine[Any]], ...] = (
    ("silence_days", sa.Integer()),
    ("frequency_days", sa.Double()),
    ("cycles_late", sa.Double()),
    ("gap_quantile_bp", sa.Integer()),
    ("alive_bp", sa.Integer()),
    ("none_90_bp", sa.Integer()),
    ("next_order_p20_on", sa.Date()),
    ("next_order_p50_on", sa.Date()),
    ("next_order_p80_on", sa.Date()),
    ("recovered_on", sa.Date()),
)
AMOUNTS = ("value_cents", "lost_so_far_cents", "lost_12m_cents")
SCOPES: tuple[tuple[str, list[str], str], ...] = (
    ("everybody", [], "company_id IS NULL AND segment_id IS NULL"),
    ("company", ["company_id"], "segment_id IS NULL"),
    ("segment", ["segment_id"], "company_id IS NULL"),
)


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
    _make_statistics()
    _make_blocks()
    _fill_blocks()
    _widen_metrics()
    _widen_fits()
    _number_policies()
    _feed("customer_statistics", "customer_blocks")


def downgrade() -> None:
    for scope, _, _ in SCOPES:
        op.drop_index(f"ix_cycle_policies_version_of_{scope}", table_name="cycle_policies")
    _index_policies(is_unique=False)
    op.drop_index("ix_cycle_fits_fitted_at", table_name="cycle_fits")
    op.execute("UPDATE cycle_fits SET data_from_on = data_until_on WHERE data_from_on IS NULL")
    with op.batch_alter_table("cycle_fits") as fits:
        fits.drop_column("engine")
        fits.drop_column("is_published")
        fits.alter_column("data_from_on", existing_type=sa.Date(), nullable=False)
    _narrow_metrics()
    op.drop_table("customer_blocks")
    op.drop_table("customer_statistics")


def _make_statistics() -> None:
    op.create_table(
        "customer_statistics",
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("order_count", sa.Integer(), nullable=False),
        sa.Column("first_order_on", sa.Date(), nullable=True),
        sa.Column("last_order_on", sa.Date(), nullable=True),
        sa.Column("gap_weight", sa.Double(), nullable=False),
        sa.Column("gap_days", sa.Double(), nullable=False),
        sa.Column("gap_log_days", sa.Double(), nullable=False),
        sa.Column("gap_low_days", sa.Integer(), nullable=True),
        sa.Column("gap_high_days", sa.Integer(), nullable=True),
        sa.Column("mean_value_cents", sa.BigInteger(), nullable=False),
        sa.Column("future_count", sa.Integer(), nullable=False),
        sa.Column("event_days", sa.LargeBinary(), nullable=False),
        sa.Column("event_cents", sa.LargeBinary(), nullable=False),
        sa.Column("computed_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_customer_statistics_customer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customer_statistics")),
    )
    op.create_index(
        op.f("ix_customer_statistics_feed_xid"), "customer_statistics", ["feed_xid"], unique=False
    )


def _make_blocks() -> None:
    op.create_table(
        "customer_blocks",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("blocked_on", sa.Date(), nullable=False),
        sa.Column("unblocked_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("unblocked_on >= blocked_on", name=op.f("ck_customer_blocks_order")),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_customer_blocks_customer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_blocks")),
    )
    op.create_index(
        "ix_customer_blocks_customer_id_open",
        "customer_blocks",
        ["customer_id"],
        unique=True,
        sqlite_where=sa.text("unblocked_on IS NULL"),
        postgresql_where=sa.text("unblocked_on IS NULL"),
    )
    op.create_index(
        op.f("ix_customer_blocks_customer_id_blocked_on"),
        "customer_blocks",
        ["customer_id", "blocked_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_customer_blocks_feed_xid"), "customer_blocks", ["feed_xid"], unique=False
    )


def _fill_blocks() -> None:
    """Open a period for whoever is blocked; where nobody knows since when, it begins today."""
    customers = sa.table(
        "customers",
        sa.column("id", GUID),
        sa.column("is_blocked", sa.Boolean()),
        sa.column("blocked_at", INSTANT),
        sa.column("block_reason", sa.Text()),
    )
    blocks = sa.table(
        "customer_blocks",
        sa.column("id", GUID),
        sa.column("customer_id", GUID),
        sa.column("blocked_on", sa.Date()),
        sa.column("reason", sa.Text()),
    )
    connection = op.get_bind()
    is_sqlite = connection.dialect.name == "sqlite"
    statement = sa.select(customers.c.id, customers.c.blocked_at, customers.c.block_reason)
    rows = [
        {
            "id": uuid.uuid4().bytes if is_sqlite else uuid.uuid4(),
            "customer_id": key,
            "blocked_on": (blocked_at or datetime.now(UTC)).date(),
            "reason": reason,
        }
        for key, blocked_at, reason in connection.execute(statement.where(customers.c.is_blocked))
    ]
    if rows:
        connection.execute(sa.insert(blocks), rows)


def _widen_metrics() -> None:
    with op.batch_alter_table("customer_metrics") as metrics:
        for name in ("own_status", "fixed_status"):
            metrics.add_column(sa.Column(name, CODE, nullable=True))
        for name, kind in NULLABLE:
            metrics.add_column(sa.Column(name, kind, nullable=True))
        for name in AMOUNTS:
            metrics.add_column(sa.Column(name, sa.BigInteger(), nullable=True))
    op.execute(
        "UPDATE customer_metrics SET own_status = status, fixed_status = status, "
        "trend = coalesce(trend, 'flat'), value_cents = coalesce(mean_value_cents, 0), "
        "lost_so_far_cents = 0, lost_12m_cents = 0"
    )
    with op.batch_alter_table("customer_metrics") as metrics:
        for name in ("own_status", "fixed_status"):
            metrics.alter_column(name, existing_type=CODE, nullable=False)
            metrics.create_check_constraint(
                op.f(f"ck_customer_metrics_{name}"), f"{name} IN {STATUSES}"
            )
        metrics.alter_column("trend", existing_type=CODE, nullable=False)
        for name in AMOUNTS:
            metrics.alter_column(name, existing_type=sa.BigInteger(), nullable=False)
        for name in (
            "order_count", "first_order_on", "interval_count", "interval_sum_days",
            "frequency_days_milli", "mean_value_cents", "statistics", "lapse_probability_bp",
            "computed_at",
        ):  # fmt: skip
            metrics.drop_column(name)


def _narrow_metrics() -> None:
    with op.batch_alter_table("customer_metrics") as metrics:
        for name in ("own_status", "fixed_status"):
            metrics.drop_constraint(op.f(f"ck_customer_metrics_{name}"), type_="check")
    with op.batch_alter_table("customer_metrics") as metrics:
        for name in ("order_count", "interval_count", "interval_sum_days"):
            metrics.add_column(
                sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text("0"))
            )
        metrics.add_column(sa.Column("first_order_on", sa.Date(), nullable=True))
        metrics.add_column(sa.Column("frequency_days_milli", sa.BigInteger(), nullable=True))
        metrics.add_column(sa.Column("mean_value_cents", sa.BigInteger(), nullable=True))
        metrics.add_column(sa.Column("statistics", DOCUMENT, nullable=True))
        metrics.add_column(sa.Column("lapse_probability_bp", sa.Integer(), nullable=True))
        metrics.add_column(
            sa.Column(
                "computed_at", INSTANT, nullable=False, server_default=sa.text("'2000-01-01'")
            )
        )
        metrics.alter_column("trend", existing_type=CODE, nullable=True)
        for name in ("own_status", "fixed_status", *AMOUNTS, *(name for name, _ in NULLABLE)):
            metrics.drop_column(name)
    with op.batch_alter_table("customer_metrics") as metrics:
        for name, kind in (
            ("order_count", sa.Integer()), ("interval_count", sa.Integer()),
            ("interval_sum_days", sa.Integer()), ("computed_at", INSTANT),
        ):  # fmt: skip
            metrics.alter_column(name, existing_type=kind, server_default=None)


def _widen_fits() -> None:
    with op.batch_alter_table("cycle_fits") as fits:
        fits.add_column(
            sa.Column("is_published", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        fits.add_column(
            sa.Column("engine", sa.String(60), nullable=False, server_default=sa.text("'unknown'"))
        )
        fits.alter_column("data_from_on", existing_type=sa.Date(), nullable=True)
    with op.batch_alter_table("cycle_fits") as fits:
        fits.alter_column("is_published", existing_type=sa.Boolean(), server_default=None)
        fits.alter_column("engine", existing_type=sa.String(60), server_default=None)
    op.create_index(op.f("ix_cycle_fits_fitted_at"), "cycle_fits", ["fitted_at"], unique=False)


def _number_policies() -> None:
    _index_policies(is_unique=True)
    for scope, columns, condition in SCOPES:
        op.create_index(
            f"ix_cycle_policies_version_of_{scope}",
            "cycle_policies",
            [*columns, "version"],
            unique=True,
            sqlite_where=sa.text(condition),
            postgresql_where=sa.text(condition),
        )


def _index_policies(*, is_unique: bool) -> None:
    name = op.f("ix_cycle_policies_company_id_segment_id_version")
    op.drop_index(name, table_name="cycle_policies")
    op.create_index(
        name, "cycle_policies", ["company_id", "segment_id", "version"], unique=is_unique
    )
