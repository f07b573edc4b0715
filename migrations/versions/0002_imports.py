"""Imports, their rows' results and remembered column mappings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
CODE = sa.String(20)
DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "import_mappings",
        sa.Column("id", GUID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("headers", DOCUMENT, nullable=False),
        sa.Column("mapping", DOCUMENT, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mappings")),
        sa.UniqueConstraint("name", name=op.f("uq_import_mappings_name")),
    )
    op.create_table(
        "imports",
        sa.Column("id", GUID, nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("state", CODE, nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("finished_at", INSTANT, nullable=True),
        sa.Column("mapping", DOCUMENT, nullable=True),
        sa.Column("total_rows", sa.Integer(), nullable=False),
        sa.Column("new_rows", sa.Integer(), nullable=False),
        sa.Column("changed_rows", sa.Integer(), nullable=False),
        sa.Column("unchanged_rows", sa.Integer(), nullable=False),
        sa.Column("flagged_rows", sa.Integer(), nullable=False),
        sa.Column("rejected_rows", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('running', 'done', 'failed', 'undone')", name=op.f("ck_imports_state")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_imports_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_index(op.f("ix_imports_file_sha256"), "imports", ["file_sha256"], unique=False)
    op.create_index(op.f("ix_imports_started_at"), "imports", ["started_at"], unique=False)
    op.create_table(
        "import_rows",
        sa.Column("id", GUID, nullable=False),
        sa.Column("import_id", GUID, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("verdict", CODE, nullable=False),
        sa.Column("reason_code", sa.String(length=60), nullable=True),
        sa.Column("reason_values", DOCUMENT, nullable=True),
        sa.Column("entity_id", GUID, nullable=True),
        sa.Column("raw", DOCUMENT, nullable=True),
        sa.Column("before", DOCUMENT, nullable=True),
        sa.CheckConstraint(
            "verdict IN ('new', 'changed', 'unchanged', 'flagged', 'rejected')",
            name=op.f("ck_import_rows_verdict"),
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_import_rows_import_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
    )
    op.create_index(
        op.f("ix_import_rows_import_id_verdict"),
        "import_rows",
        ["import_id", "verdict"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_table("import_rows")
    op.drop_table("imports")
    op.drop_table("import_mappings")
