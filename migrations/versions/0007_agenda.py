"""Next contacts, reminders, holidays, working time."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
CODE = sa.String(20)
DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")


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
        "calendar_days",
        sa.Column("id", GUID, nullable=False),
        sa.Column("day_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_optional", sa.Boolean(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_days")),
    )
    op.create_index(op.f("ix_calendar_days_day_on"), "calendar_days", ["day_on"], unique=False)
    op.create_index(op.f("ix_calendar_days_feed_xid"), "calendar_days", ["feed_xid"], unique=False)
    op.create_table(
        "work_sessions",
        sa.Column("id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_work_sessions_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_sessions")),
    )
    op.create_index(
        op.f("ix_work_sessions_user_id_started_at"),
        "work_sessions",
        ["user_id", "started_at"],
        unique=False,
    )
    op.create_table(
        "breaks",
        sa.Column("id", GUID, nullable=False),
        sa.Column("work_session_id", GUID, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.CheckConstraint("kind IN ('rest', 'meal', 'other')", name=op.f("ck_breaks_kind")),
        sa.ForeignKeyConstraint(
            ["work_session_id"],
            ["work_sessions.id"],
            name=op.f("fk_breaks_work_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_breaks")),
    )
    op.create_index(op.f("ix_breaks_work_session_id"), "breaks", ["work_session_id"], unique=False)
    op.create_table(
        "appointments",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("has_time", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("lead_minutes", sa.Integer(), nullable=False),
        sa.Column("created_by_id", GUID, nullable=True),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("replaced_by_id", GUID, nullable=True),
        sa.Column("contact_id", GUID, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('my_callback', 'team_callback', 'appointment', 'follow_up')",
            name=op.f("ck_appointments_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('open', 'done', 'replaced', 'cancelled')", name=op.f("ck_appointments_state")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_appointments_contact_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"],
            ["users.id"],
            name=op.f("fk_appointments_created_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_appointments_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"],
            ["appointments.id"],
            name=op.f("fk_appointments_replaced_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_appointments_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
    )
    op.create_index(
        op.f("ix_appointments_contact_id"), "appointments", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_appointments_customer_id_due_at"),
        "appointments",
        ["customer_id", "due_at"],
        unique=False,
    )
    op.create_index(
        "ix_appointments_customer_id_open",
        "appointments",
        ["customer_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(op.f("ix_appointments_feed_xid"), "appointments", ["feed_xid"], unique=False)
    op.create_index(
        op.f("ix_appointments_replaced_by_id"), "appointments", ["replaced_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_appointments_state_due_at"), "appointments", ["state", "due_at"], unique=False
    )
    op.create_index(op.f("ix_appointments_user_id"), "appointments", ["user_id"], unique=False)
    op.create_table(
        "appointment_events",
        sa.Column("id", GUID, nullable=False),
        sa.Column("appointment_id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("due_at", INSTANT, nullable=True),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("occurred_at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('scheduled', 'replaced', 'done', 'cancelled')",
            name=op.f("ck_appointment_events_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
            name=op.f("fk_appointment_events_appointment_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_appointment_events_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_appointment_events_user_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_events")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_appointment_events_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_appointment_events_appointment_id_occurred_at"),
        "appointment_events",
        ["appointment_id", "occurred_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_appointment_events_customer_id_occurred_at"),
        "appointment_events",
        ["customer_id", "occurred_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_appointment_events_feed_xid"), "appointment_events", ["feed_xid"], unique=False
    )
    op.create_table(
        "reminders",
        sa.Column("id", GUID, nullable=False),
        sa.Column("appointment_id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("remind_at", INSTANT, nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("raised_at", INSTANT, nullable=True),
        sa.Column("snoozed_until", INSTANT, nullable=True),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "state IN ('pending', 'raised', 'snoozed', 'done', 'cancelled')",
            name=op.f("ck_reminders_state"),
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointments.id"],
            name=op.f("fk_reminders_appointment_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_reminders_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_reminders_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint("customer_id", "due_at", name=op.f("uq_reminders_customer_id_due_at")),
    )
    op.create_index(
        op.f("ix_reminders_appointment_id"), "reminders", ["appointment_id"], unique=False
    )
    op.create_index(op.f("ix_reminders_feed_xid"), "reminders", ["feed_xid"], unique=False)
    op.create_index(
        op.f("ix_reminders_state_remind_at"), "reminders", ["state", "remind_at"], unique=False
    )
    op.create_table(
        "reminder_events",
        sa.Column("id", GUID, nullable=False),
        sa.Column("reminder_id", GUID, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("occurred_at", INSTANT, nullable=False),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("machine", sa.Text(), nullable=True),
        sa.Column("detail", DOCUMENT, nullable=True),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('armed', 'raised', 'opened', 'snoozed', 'done', 'cancelled', 'escalated')",
            name=op.f("ck_reminder_events_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["reminder_id"],
            ["reminders.id"],
            name=op.f("fk_reminder_events_reminder_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_reminder_events_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_events")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_reminder_events_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_reminder_events_feed_xid"), "reminder_events", ["feed_xid"], unique=False
    )
    op.create_index(
        op.f("ix_reminder_events_reminder_id_occurred_at"),
        "reminder_events",
        ["reminder_id", "occurred_at"],
        unique=False,
    )
    _feed(
        "calendar_days",
        "appointments",
        "appointment_events",
        "reminders",
        "reminder_events",
    )


def downgrade() -> None:
    op.drop_table("reminder_events")
    op.drop_table("reminders")
    op.drop_table("appointment_events")
    op.drop_table("appointments")
    op.drop_table("breaks")
    op.drop_table("work_sessions")
    op.drop_table("calendar_days")
