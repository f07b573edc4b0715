"""Products, prices, promotions, orders, quotes, opportunities, receivables, service cases."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
CODE = sa.String(20)


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
        "promotions",
        sa.Column("id", GUID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promotions")),
    )
    op.create_index(op.f("ix_promotions_feed_xid"), "promotions", ["feed_xid"], unique=False)
    op.create_table(
        "products",
        sa.Column("id", GUID, nullable=False),
        sa.Column("company_id", GUID, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("family", sa.Text(), nullable=True),
        sa.Column("brand", sa.Text(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("stock_state", sa.String(length=60), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["companies.id"],
            name=op.f("fk_products_company_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_products")),
        sa.UniqueConstraint("company_id", "code", name=op.f("uq_products_company_id_code")),
    )
    op.create_index(op.f("ix_products_feed_xid"), "products", ["feed_xid"], unique=False)
    op.create_table(
        "price_entries",
        sa.Column("id", GUID, nullable=False),
        sa.Column("product_id", GUID, nullable=False),
        sa.Column("price_list", sa.String(length=60), nullable=False),
        sa.Column("valid_from_on", sa.Date(), nullable=False),
        sa.Column("valid_until_on", sa.Date(), nullable=True),
        sa.Column("price_cents", sa.BigInteger(), nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"],
            ["products.id"],
            name=op.f("fk_price_entries_product_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_entries")),
        sa.UniqueConstraint(
            "product_id",
            "price_list",
            "valid_from_on",
            name=op.f("uq_price_entries_product_id_price_list_valid_from_on"),
        ),
    )
    op.create_index(op.f("ix_price_entries_feed_xid"), "price_entries", ["feed_xid"], unique=False)
    op.create_table(
        "promotion_items",
        sa.Column("id", GUID, nullable=False),
        sa.Column("promotion_id", GUID, nullable=False),
        sa.Column("product_id", GUID, nullable=False),
        sa.Column("discount_bp", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"],
            ["products.id"],
            name=op.f("fk_promotion_items_product_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["promotion_id"],
            ["promotions.id"],
            name=op.f("fk_promotion_items_promotion_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promotion_items")),
        sa.UniqueConstraint(
            "promotion_id", "product_id", name=op.f("uq_promotion_items_promotion_id_product_id")
        ),
    )
    op.create_index(
        op.f("ix_promotion_items_product_id"), "promotion_items", ["product_id"], unique=False
    )
    op.create_table(
        "opportunities",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("amount_cents", sa.BigInteger(), nullable=True),
        sa.Column("probability_bp", sa.Integer(), nullable=True),
        sa.Column("state", CODE, nullable=False),
        sa.Column("owner_id", GUID, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("state IN ('open', 'won', 'lost')", name=op.f("ck_opportunities_state")),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_opportunities_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name=op.f("fk_opportunities_owner_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunities")),
    )
    op.create_index(
        op.f("ix_opportunities_customer_id"), "opportunities", ["customer_id"], unique=False
    )
    op.create_index(op.f("ix_opportunities_feed_xid"), "opportunities", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_opportunities_owner_id"), "opportunities", ["owner_id"], unique=False)
    op.create_table(
        "orders",
        sa.Column("id", GUID, nullable=False),
        sa.Column("company_id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("access_key", sa.String(length=44), nullable=True),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("ordered_on", sa.Date(), nullable=False),
        sa.Column("net_cents", sa.BigInteger(), nullable=False),
        sa.Column("goods_cents", sa.BigInteger(), nullable=True),
        sa.Column("references_id", GUID, nullable=True),
        sa.Column("seller_name", sa.Text(), nullable=True),
        sa.Column("seller_id", GUID, nullable=True),
        sa.Column("state_text", sa.Text(), nullable=True),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("delivered_on", sa.Date(), nullable=True),
        sa.Column("import_id", GUID, nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("kind IN ('sale', 'return', 'cancelled')", name=op.f("ck_orders_kind")),
        sa.ForeignKeyConstraint(
            ["company_id"], ["companies.id"], name=op.f("fk_orders_company_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_orders_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_orders_import_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["references_id"],
            ["orders.id"],
            name=op.f("fk_orders_references_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["seller_id"], ["users.id"], name=op.f("fk_orders_seller_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint(
            "company_id", "number", "kind", name=op.f("uq_orders_company_id_number_kind")
        ),
    )
    op.create_index(
        "ix_orders_access_key",
        "orders",
        ["access_key"],
        unique=True,
        sqlite_where=sa.text("access_key IS NOT NULL"),
        postgresql_where=sa.text("access_key IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_orders_customer_id_ordered_on_kind_net_cents"),
        "orders",
        ["customer_id", "ordered_on", "kind", "net_cents"],
        unique=False,
    )
    op.create_index(op.f("ix_orders_feed_xid"), "orders", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_orders_import_id"), "orders", ["import_id"], unique=False)
    op.create_index(op.f("ix_orders_ordered_on"), "orders", ["ordered_on"], unique=False)
    op.create_index(op.f("ix_orders_references_id"), "orders", ["references_id"], unique=False)
    op.create_index(op.f("ix_orders_seller_id"), "orders", ["seller_id"], unique=False)
    op.create_table(
        "quotes",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("state", CODE, nullable=False),
        sa.Column("total_cents", sa.BigInteger(), nullable=False),
        sa.Column("seller_id", GUID, nullable=True),
        sa.Column("stopped_reason", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'won', 'lost', 'expired')", name=op.f("ck_quotes_state")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_quotes_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["seller_id"], ["users.id"], name=op.f("fk_quotes_seller_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
    )
    op.create_index(
        op.f("ix_quotes_customer_id_opened_on"),
        "quotes",
        ["customer_id", "opened_on"],
        unique=False,
    )
    op.create_index(op.f("ix_quotes_feed_xid"), "quotes", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_quotes_seller_id"), "quotes", ["seller_id"], unique=False)
    op.create_index(
        op.f("ix_quotes_state_expires_on"), "quotes", ["state", "expires_on"], unique=False
    )
    op.create_table(
        "order_items",
        sa.Column("id", GUID, nullable=False),
        sa.Column("order_id", GUID, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("product_id", GUID, nullable=True),
        sa.Column("product_code", sa.String(length=60), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("unit_cents", sa.BigInteger(), nullable=False),
        sa.Column("discount_cents", sa.BigInteger(), nullable=False),
        sa.Column("total_cents", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_order_items_order_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["product_id"],
            ["products.id"],
            name=op.f("fk_order_items_product_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_items")),
        sa.UniqueConstraint("order_id", "line", name=op.f("uq_order_items_order_id_line")),
    )
    op.create_index(op.f("ix_order_items_product_id"), "order_items", ["product_id"], unique=False)
    op.create_table(
        "quote_items",
        sa.Column("id", GUID, nullable=False),
        sa.Column("quote_id", GUID, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("product_id", GUID, nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("unit_cents", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"],
            ["products.id"],
            name=op.f("fk_quote_items_product_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quotes.id"], name=op.f("fk_quote_items_quote_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote_items")),
        sa.UniqueConstraint("quote_id", "line", name=op.f("uq_quote_items_quote_id_line")),
    )
    op.create_index(op.f("ix_quote_items_product_id"), "quote_items", ["product_id"], unique=False)
    op.create_table(
        "receivables",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("order_id", GUID, nullable=True),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("paid_cents", sa.BigInteger(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("import_id", GUID, nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_receivables_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["imports.id"],
            name=op.f("fk_receivables_import_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_receivables_order_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receivables")),
        sa.UniqueConstraint(
            "customer_id", "number", name=op.f("uq_receivables_customer_id_number")
        ),
    )
    op.create_index(
        op.f("ix_receivables_customer_id_due_on"),
        "receivables",
        ["customer_id", "due_on"],
        unique=False,
    )
    op.create_index(
        "ix_receivables_due_on_customer_id_unpaid",
        "receivables",
        ["due_on", "customer_id"],
        unique=False,
        sqlite_where=sa.text("paid_on IS NULL"),
        postgresql_where=sa.text("paid_on IS NULL"),
    )
    op.create_index(op.f("ix_receivables_feed_xid"), "receivables", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_receivables_import_id"), "receivables", ["import_id"], unique=False)
    op.create_index(op.f("ix_receivables_order_id"), "receivables", ["order_id"], unique=False)
    op.create_table(
        "service_cases",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("order_id", GUID, nullable=True),
        sa.Column("number", sa.String(length=60), nullable=True),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('complaint', 'exchange', 'defect', 'non_conformity', 'other')",
            name=op.f("ck_service_cases_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('open', 'resolved', 'rejected')", name=op.f("ck_service_cases_state")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_service_cases_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_service_cases_order_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_cases")),
    )
    op.create_index(
        op.f("ix_service_cases_customer_id_state"),
        "service_cases",
        ["customer_id", "state"],
        unique=False,
    )
    op.create_index(op.f("ix_service_cases_feed_xid"), "service_cases", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_service_cases_order_id"), "service_cases", ["order_id"], unique=False)
    _feed(
        "promotions",
        "products",
        "price_entries",
        "opportunities",
        "orders",
        "quotes",
        "receivables",
        "service_cases",
    )


def downgrade() -> None:
    op.drop_table("service_cases")
    op.drop_table("receivables")
    op.drop_table("quote_items")
    op.drop_table("order_items")
    op.drop_table("quotes")
    op.drop_table("orders")
    op.drop_table("opportunities")
    op.drop_table("promotion_items")
    op.drop_table("price_entries")
    op.drop_table("products")
    op.drop_table("promotions")
