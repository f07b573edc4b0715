"""Returns by customer: past days ask for those of later days, a fortieth of the order book."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_IS_RETURN = sa.text("kind = 'return'")


def upgrade() -> None:
    op.create_index(
        "ix_orders_customer_id_returned",
        "orders",
        ["customer_id", "ordered_on", "net_cents"],
        unique=False,
        sqlite_where=_IS_RETURN,
        postgresql_where=_IS_RETURN,
    )


def downgrade() -> None:
    op.drop_index("ix_orders_customer_id_returned", table_name="orders")
