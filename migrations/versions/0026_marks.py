"""Which tables were written by which transactions, for laptops that ask whether there are news."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        # It gives a number now, and is made anew after the migrations.
        op.execute("DROP FUNCTION IF EXISTS giro_sync_news(bigint)")
    op.create_table(
        "feed_marks",
        sa.Column("entity", sa.String(60), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "feed_xid", name=op.f("pk_feed_marks")),
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION IF EXISTS giro_sync_mark() CASCADE")
        op.execute("DROP FUNCTION IF EXISTS giro_sync_news(bigint)")
    op.drop_table("feed_marks")
