"""Companies, teams, users, devices, settings, and the feed that laptops pull."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
CODE = sa.String(20)
DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")

RENEW_FEED = """
CREATE FUNCTION giro_renew_feed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.feed_xid := pg_current_xact_id()::text::bigint;
    IF TG_OP = 'UPDATE' THEN
        NEW.row_version := OLD.row_version + 1;
    END IF;
    RETURN NEW;
END
$$
"""


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
        "companies",
        sa.Column("id", GUID, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("trade_name", sa.Text(), nullable=True),
        sa.Column("tax_id", sa.String(length=20), nullable=True),
        sa.Column("time_zone", sa.String(length=40), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_companies")),
        sa.UniqueConstraint("code", name=op.f("uq_companies_code")),
    )
    op.create_index(op.f("ix_companies_feed_xid"), "companies", ["feed_xid"], unique=False)
    op.create_table(
        "settings",
        sa.Column("id", GUID, nullable=False),
        sa.Column("scope", CODE, nullable=False),
        sa.Column("owner_id", GUID, nullable=True),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("value", DOCUMENT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "scope IN ('company', 'user', 'device')", name=op.f("ck_settings_scope")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings")),
        sa.UniqueConstraint(
            "scope", "owner_id", "key", name=op.f("uq_settings_scope_owner_id_key")
        ),
    )
    op.create_index(op.f("ix_settings_feed_xid"), "settings", ["feed_xid"], unique=False)
    op.create_index(
        "ix_settings_scope_key_without_owner",
        "settings",
        ["scope", "key"],
        unique=True,
        sqlite_where=sa.text("owner_id IS NULL"),
        postgresql_where=sa.text("owner_id IS NULL"),
    )
    op.create_table(
        "teams",
        sa.Column("id", GUID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("supervisor_id", GUID, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams")),
        sa.UniqueConstraint("name", name=op.f("uq_teams_name")),
    )
    op.create_index(op.f("ix_teams_feed_xid"), "teams", ["feed_xid"], unique=False)
    op.create_table(
        "users",
        sa.Column("id", GUID, nullable=False),
        sa.Column("login", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", CODE, nullable=False),
        sa.Column("team_id", GUID, nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("database_role", sa.String(length=63), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "role IN ('operator', 'external_seller', 'supervisor', 'manager', 'administrator')",
            name=op.f("ck_users_role"),
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["teams.id"], name=op.f("fk_users_team_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("login", name=op.f("uq_users_login")),
    )
    op.create_index(op.f("ix_users_feed_xid"), "users", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_users_team_id"), "users", ["team_id"], unique=False)
    op.create_table(
        "devices",
        sa.Column("id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("last_seen_at", INSTANT, nullable=True),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_devices_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
    )
    op.create_index(op.f("ix_devices_user_id"), "devices", ["user_id"], unique=False)
    # Teams and users refer to each other.
    with op.batch_alter_table("teams") as teams:
        teams.create_foreign_key(
            op.f("fk_teams_supervisor_id"), "users", ["supervisor_id"], ["id"], ondelete="RESTRICT"
        )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(RENEW_FEED)

    _feed(
        "companies",
        "settings",
        "teams",
        "users",
    )


def downgrade() -> None:
    with op.batch_alter_table("teams") as teams:
        teams.drop_constraint(op.f("fk_teams_supervisor_id"), type_="foreignkey")
    op.drop_table("devices")
    op.drop_table("users")
    op.drop_table("teams")
    op.drop_table("settings")
    op.drop_table("companies")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION giro_renew_feed()")
