"""Imports that can be resumed and undone: their batches, and what a file last stated of an order.

The indexes over an order's import and seller go: nothing asks by them, and each line of an import
would pay for them.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")
COUNTS = ("new_rows", "changed_rows", "unchanged_rows", "flagged_rows", "rejected_rows")
UNASKED = ("import_id", "seller_id")


def upgrade() -> None:
    _make_batches()
    for name in ("size", "position", "batches_done"):
        kind = sa.Integer() if name == "batches_done" else sa.BigInteger()
        op.add_column("imports", sa.Column(name, kind, nullable=False, server_default=sa.text("0")))
    op.add_column(
        "imports", sa.Column("file_path", sa.Text(), nullable=False, server_default=sa.text("''"))
    )
    op.add_column("imports", sa.Column("format", DOCUMENT, nullable=True))
    op.add_column("imports", sa.Column("headers", DOCUMENT, nullable=True))
    op.add_column("imports", sa.Column("updated_at", INSTANT, nullable=True))
    op.execute("UPDATE imports SET updated_at = coalesce(finished_at, started_at)")
    op.add_column("import_rows", sa.Column("entity", sa.String(60), nullable=True))
    op.execute(
        "UPDATE import_rows SET entity = CASE WHEN (SELECT kind FROM imports "
        "WHERE imports.id = import_rows.import_id) = 'clientes' THEN 'customers' ELSE 'orders' END "
        "WHERE entity_id IS NOT NULL"
    )
    waiting = sa.text("entity = 'invoice_events.waiting'")
    op.create_index(
        "ix_import_rows_waiting_events",
        "import_rows",
        ["entity_id"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
    op.add_column("orders", sa.Column("digest", sa.BigInteger(), nullable=True))
    for name in UNASKED:
        op.drop_index(f"ix_orders_{name}", table_name="orders")
    op.drop_index("ix_orders_references_id", table_name="orders")
    op.create_index(
        "ix_orders_references_id",
        "orders",
        ["references_id"],
        sqlite_where=sa.text("references_id IS NOT NULL"),
        postgresql_where=sa.text("references_id IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_orders_references_id", table_name="orders")
    for name in ("references_id", *UNASKED):
        op.create_index(f"ix_orders_{name}", "orders", [name])
    op.drop_column("orders", "digest")
    op.drop_index("ix_import_rows_waiting_events", table_name="import_rows")
    op.drop_column("import_rows", "entity")
    for name in (
        "updated_at",
        "headers",
        "format",
        "file_path",
        "batches_done",
        "position",
        "size",
    ):
        op.drop_column("imports", name)
    op.drop_table("import_batches")


def _make_batches() -> None:
    op.create_table(
        "import_batches",
        sa.Column("id", GUID, nullable=False),
        sa.Column("import_id", GUID, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("first_line", sa.Integer(), nullable=False),
        sa.Column("last_line", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTS),
        sa.Column("entity", sa.String(60), nullable=True),
        sa.Column("first_id", GUID, nullable=True),
        sa.Column("id_count", sa.Integer(), nullable=False),
        sa.Column("new_lines", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["imports.id"],
            name=op.f("fk_import_batches_import_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batches")),
        sa.UniqueConstraint(
            "import_id", "ordinal", name=op.f("uq_import_batches_import_id_ordinal")
        ),
    )
