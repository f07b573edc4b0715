"""A shared server: which customers left whose sight."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")


def upgrade() -> None:
    op.create_table(
        "customer_departures",
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", "user_id", name=op.f("pk_customer_departures")),
    )
    name = op.f("ix_customer_departures_feed_xid")
    op.create_index(name, "customer_departures", ["feed_xid"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER tr_customer_departures_renew_feed BEFORE INSERT OR UPDATE "
            "ON customer_departures FOR EACH ROW EXECUTE FUNCTION giro_renew_feed()"
        )


def downgrade() -> None:
    op.drop_table("customer_departures")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION IF EXISTS giro_note_owner_left() CASCADE")
        op.execute("DROP FUNCTION IF EXISTS giro_note_loan_ended() CASCADE")
