"""Index corrections alone: an index of mostly nothing misleads SQLite about what it finds there."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

INDEX = "ix_contacts_amends_id"
IS_CORRECTION = sa.text("amends_id IS NOT NULL")


def upgrade() -> None:
    op.drop_index(op.f(INDEX), table_name="contacts")
    op.create_index(
        op.f(INDEX),
        "contacts",
        ["amends_id"],
        sqlite_where=IS_CORRECTION,
        postgresql_where=IS_CORRECTION,
    )


def downgrade() -> None:
    op.drop_index(op.f(INDEX), table_name="contacts")
    op.create_index(op.f(INDEX), "contacts", ["amends_id"], unique=False)
