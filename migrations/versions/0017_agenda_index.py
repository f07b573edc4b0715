"""Find one person's next contacts of a time without reading everybody's."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_NEW, _OLD = "ix_appointments_user_id_state_due_at", "ix_appointments_user_id"


def upgrade() -> None:
    op.create_index(op.f(_NEW), "appointments", ["user_id", "state", "due_at"], unique=False)
    op.drop_index(op.f(_OLD), table_name="appointments")


def downgrade() -> None:
    op.create_index(op.f(_OLD), "appointments", ["user_id"], unique=False)
    op.drop_index(op.f(_NEW), table_name="appointments")
