"""The call loop: changed customers, rests, what was done with offers, sent messages, segment mixes."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
OF_CUSTOMER = sa.text("entity = 'customers'")
UNDELIVERED = sa.text("promised_on IS NOT NULL AND delivered_on IS NULL")


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
        "customer_changes",
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("topics", sa.Integer(), nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customer_changes")),
    )
    op.create_index(
        op.f("ix_customer_changes_feed_xid"), "customer_changes", ["feed_xid"], unique=False
    )

    op.create_table(
        "segment_products",
        sa.Column("segment_id", GUID, nullable=False),
        sa.Column("product_id", GUID, nullable=False),
        sa.Column("buyer_count", sa.Integer(), nullable=False),
        sa.Column("peer_count", sa.Integer(), nullable=False),
        sa.Column("computed_for_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"],
            ["products.id"],
            name=op.f("fk_segment_products_product_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["segment_id"],
            ["segments.id"],
            name=op.f("fk_segment_products_segment_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("segment_id", "product_id", name=op.f("pk_segment_products")),
    )
    op.create_index(
        op.f("ix_segment_products_product_id"), "segment_products", ["product_id"], unique=False
    )

    op.create_table(
        "queue_events",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "skipped",
                "snoozed",
                "put_back",
                "undone",
                "overridden",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("until_at", INSTANT, nullable=True),
        sa.Column("occurred_at", INSTANT, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_queue_events_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_queue_events_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_events")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_queue_events_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_queue_events_customer_id_occurred_at"),
        "queue_events",
        ["customer_id", "occurred_at"],
        unique=False,
    )
    op.create_index(op.f("ix_queue_events_feed_xid"), "queue_events", ["feed_xid"], unique=False)

    op.create_table(
        "queue_holds",
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "cooling_down",
                "closed",
                "skipped",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("until_at", INSTANT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("set_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_queue_holds_customer_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_queue_holds_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_queue_holds")),
    )
    op.create_index(op.f("ix_queue_holds_feed_xid"), "queue_holds", ["feed_xid"], unique=False)

    op.create_table(
        "sent_messages",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("person_id", GUID, nullable=True),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "phone",
                "whatsapp",
                "email",
                "visit",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("template_id", GUID, nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "sent",
                "handed_over",
                "failed",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("occurred_at", INSTANT, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_sent_messages_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["contact_persons.id"],
            name=op.f("fk_sent_messages_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["template_id"],
            ["message_templates.id"],
            name=op.f("fk_sent_messages_template_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_sent_messages_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_messages")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_sent_messages_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_sent_messages_customer_id_occurred_at"),
        "sent_messages",
        ["customer_id", "occurred_at"],
        unique=False,
    )
    op.create_index(op.f("ix_sent_messages_feed_xid"), "sent_messages", ["feed_xid"], unique=False)
    op.add_column(
        "message_templates",
        sa.Column("name", sa.Text(), nullable=False, server_default=sa.text("''")),
    )
    op.add_column("objections", sa.Column("woken_at", INSTANT, nullable=True))
    op.create_index(
        "ix_orders_customer_id_undelivered",
        "orders",
        ["customer_id", "promised_on"],
        sqlite_where=UNDELIVERED,
        postgresql_where=UNDELIVERED,
    )
    op.create_index(
        "ix_import_rows_of_customers",
        "import_rows",
        ["entity_id"],
        sqlite_where=OF_CUSTOMER,
        postgresql_where=OF_CUSTOMER,
    )
    _feed("customer_changes", "queue_events", "queue_holds", "sent_messages")


def downgrade() -> None:
    op.drop_index("ix_import_rows_of_customers", table_name="import_rows")
    op.drop_index("ix_orders_customer_id_undelivered", table_name="orders")
    op.drop_column("objections", "woken_at")
    op.drop_column("message_templates", "name")
    for table in ("sent_messages", "queue_holds", "queue_events", "segment_products"):
        op.drop_table(table)
    op.drop_table("customer_changes")
