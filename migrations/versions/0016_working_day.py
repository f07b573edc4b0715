"""Working time: the last sign of life of a stretch, and the operator's corrections."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
KINDS = ("rest", "meal", "other")


def upgrade() -> None:
    op.add_column("work_sessions", sa.Column("seen_at", INSTANT, nullable=True))
    op.create_table(
        "work_corrections",
        sa.Column("id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("target_id", GUID, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(*KINDS, name="kind", native_enum=False, create_constraint=True, length=20),
            nullable=True,
        ),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("is_struck", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("occurred_at", INSTANT, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_work_corrections_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_corrections")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_work_corrections_device_id_device_seq")
        ),
    )
    for columns in (("user_id", "started_at"), ("feed_xid",)):
        name = op.f(f"ix_work_corrections_{'_'.join(columns)}")
        op.create_index(name, "work_corrections", list(columns), unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER tr_work_corrections_renew_feed BEFORE INSERT OR UPDATE "
            "ON work_corrections FOR EACH ROW EXECUTE FUNCTION giro_renew_feed()"
        )


def downgrade() -> None:
    op.drop_table("work_corrections")
    op.drop_column("work_sessions", "seen_at")
