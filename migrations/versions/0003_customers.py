"""Customers, their people, numbers, places and wishes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
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
        "corporate_groups",
        sa.Column("id", GUID, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corporate_groups")),
    )
    op.create_index(op.f("ix_corporate_groups_code"), "corporate_groups", ["code"], unique=False)
    op.create_index(
        op.f("ix_corporate_groups_feed_xid"), "corporate_groups", ["feed_xid"], unique=False
    )
    op.create_table(
        "regions",
        sa.Column("id", GUID, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regions")),
        sa.UniqueConstraint("code", name=op.f("uq_regions_code")),
    )
    op.create_index(op.f("ix_regions_feed_xid"), "regions", ["feed_xid"], unique=False)
    op.create_table(
        "segments",
        sa.Column("id", GUID, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segments")),
        sa.UniqueConstraint("code", name=op.f("uq_segments_code")),
    )
    op.create_index(op.f("ix_segments_feed_xid"), "segments", ["feed_xid"], unique=False)
    op.create_table(
        "customers",
        sa.Column("id", GUID, nullable=False),
        sa.Column("company_id", GUID, nullable=True),
        sa.Column("code", sa.String(length=60), nullable=True),
        sa.Column("legal_name", sa.Text(), nullable=False),
        sa.Column("trade_name", sa.Text(), nullable=True),
        sa.Column("person_kind", CODE, nullable=False),
        sa.Column("tax_id", sa.String(length=20), nullable=True),
        sa.Column("is_tax_id_valid", sa.Boolean(), nullable=False),
        sa.Column("tax_root", sa.String(length=8), nullable=True),
        sa.Column("group_id", GUID, nullable=True),
        sa.Column("segment_id", GUID, nullable=True),
        sa.Column("region_id", GUID, nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=2), nullable=True),
        sa.Column("time_zone", sa.String(length=40), nullable=True),
        sa.Column("owner_id", GUID, nullable=True),
        sa.Column("category", CODE, nullable=False),
        sa.Column("credit_state", CODE, nullable=False),
        sa.Column("credit_limit_cents", sa.BigInteger(), nullable=True),
        sa.Column("is_blocked", sa.Boolean(), nullable=False),
        sa.Column("blocked_at", INSTANT, nullable=True),
        sa.Column("block_reason", sa.Text(), nullable=True),
        sa.Column("preferred_channel", CODE, nullable=True),
        sa.Column("preferred_from_minute", sa.Integer(), nullable=True),
        sa.Column("preferred_until_minute", sa.Integer(), nullable=True),
        sa.Column("preferred_weekdays", sa.Integer(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("first_seen_on", sa.Date(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "category IN ('customer', 'prospect')", name=op.f("ck_customers_category")
        ),
        sa.CheckConstraint(
            "credit_state IN ('good', 'watch', 'denied')", name=op.f("ck_customers_credit_state")
        ),
        sa.CheckConstraint(
            "person_kind IN ('company', 'individual', 'unknown')",
            name=op.f("ck_customers_person_kind"),
        ),
        sa.CheckConstraint(
            "preferred_channel IN ('phone', 'whatsapp', 'email', 'visit')",
            name=op.f("ck_customers_preferred_channel"),
        ),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["companies.id"],
            name=op.f("fk_customers_company_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["corporate_groups.id"],
            name=op.f("fk_customers_group_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name=op.f("fk_customers_owner_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["region_id"], ["regions.id"], name=op.f("fk_customers_region_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["segment_id"],
            ["segments.id"],
            name=op.f("fk_customers_segment_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
    )
    op.create_index(
        "ix_customers_code_without_company",
        "customers",
        ["code"],
        unique=True,
        sqlite_where=sa.text("code IS NOT NULL AND company_id IS NULL"),
        postgresql_where=sa.text("code IS NOT NULL AND company_id IS NULL"),
    )
    op.create_index(
        "ix_customers_company_id_code",
        "customers",
        ["company_id", "code"],
        unique=True,
        sqlite_where=sa.text("code IS NOT NULL"),
        postgresql_where=sa.text("code IS NOT NULL"),
    )
    op.create_index(op.f("ix_customers_feed_xid"), "customers", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_customers_group_id"), "customers", ["group_id"], unique=False)
    op.create_index(op.f("ix_customers_owner_id"), "customers", ["owner_id"], unique=False)
    op.create_index(op.f("ix_customers_region_id"), "customers", ["region_id"], unique=False)
    op.create_index(op.f("ix_customers_segment_id"), "customers", ["segment_id"], unique=False)
    op.create_index(op.f("ix_customers_tax_id"), "customers", ["tax_id"], unique=False)
    op.create_index(op.f("ix_customers_tax_root"), "customers", ["tax_root"], unique=False)
    op.create_table(
        "addresses",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("street", sa.Text(), nullable=True),
        sa.Column("number", sa.String(length=20), nullable=True),
        sa.Column("complement", sa.Text(), nullable=True),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=2), nullable=True),
        sa.Column("postal_code", sa.String(length=10), nullable=True),
        sa.Column("latitude_e6", sa.Integer(), nullable=True),
        sa.Column("longitude_e6", sa.Integer(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_addresses_customer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addresses")),
    )
    op.create_index(op.f("ix_addresses_customer_id"), "addresses", ["customer_id"], unique=False)
    op.create_index(op.f("ix_addresses_feed_xid"), "addresses", ["feed_xid"], unique=False)
    op.create_table(
        "contact_persons",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("job_title", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("is_decision_maker", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("data_origin", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_contact_persons_customer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_persons")),
    )
    op.create_index(
        op.f("ix_contact_persons_customer_id"), "contact_persons", ["customer_id"], unique=False
    )
    op.create_index(
        op.f("ix_contact_persons_feed_xid"), "contact_persons", ["feed_xid"], unique=False
    )
    op.create_table(
        "contact_permissions",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("person_id", GUID, nullable=True),
        sa.Column("channel", CODE, nullable=True),
        sa.Column("is_forbidden", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("author_id", GUID, nullable=False),
        sa.Column("stated_at", INSTANT, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "channel IN ('phone', 'whatsapp', 'email', 'visit')",
            name=op.f("ck_contact_permissions_channel"),
        ),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["users.id"],
            name=op.f("fk_contact_permissions_author_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_contact_permissions_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["contact_persons.id"],
            name=op.f("fk_contact_permissions_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_permissions")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_contact_permissions_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_contact_permissions_customer_id_stated_at"),
        "contact_permissions",
        ["customer_id", "stated_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_contact_permissions_feed_xid"), "contact_permissions", ["feed_xid"], unique=False
    )
    op.create_table(
        "phones",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("person_id", GUID, nullable=True),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("e164", sa.String(length=20), nullable=True),
        sa.Column("extension", sa.String(length=20), nullable=True),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("is_valid", sa.Boolean(), nullable=False),
        sa.Column("whatsapp_e164", sa.String(length=20), nullable=True),
        sa.Column("whatsapp_confirmed_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("kind IN ('mobile', 'fixed', 'unknown')", name=op.f("ck_phones_kind")),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_phones_customer_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["contact_persons.id"],
            name=op.f("fk_phones_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phones")),
    )
    op.create_index(op.f("ix_phones_customer_id"), "phones", ["customer_id"], unique=False)
    op.create_index(
        "ix_phones_customer_id_primary",
        "phones",
        ["customer_id"],
        unique=True,
        sqlite_where=sa.text("is_primary"),
        postgresql_where=sa.text("is_primary"),
    )
    op.create_index(op.f("ix_phones_e164"), "phones", ["e164"], unique=False)
    op.create_index(op.f("ix_phones_feed_xid"), "phones", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_phones_person_id"), "phones", ["person_id"], unique=False)
    _feed(
        "corporate_groups",
        "regions",
        "segments",
        "customers",
        "addresses",
        "contact_persons",
        "contact_permissions",
        "phones",
    )


def downgrade() -> None:
    op.drop_table("phones")
    op.drop_table("contact_permissions")
    op.drop_table("contact_persons")
    op.drop_table("addresses")
    op.drop_table("customers")
    op.drop_table("segments")
    op.drop_table("regions")
    op.drop_table("corporate_groups")
