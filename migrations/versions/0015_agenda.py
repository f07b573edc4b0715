"""Agenda: cadence, what reminders told whom, follow-up of orders, notices by e-mail, duties."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

GUID = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
INSTANT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
CHANNELS = ("phone", "whatsapp", "email", "visit")
GOALS = (
    "resume", "reach", "decide", "answer", "confirm_delivery", "settle_delay", "thank", "try_again",
)  # fmt: skip
OLD_HOLDS = ("cooling_down", "closed", "skipped")
HOLDS = (*OLD_HOLDS, "resting", "capped")
#: Who asked for something waits for an answer: the outcomes that come with the program.
REQUESTS = ("quote_requested", "complaint", "wants_renegotiation", "disputes_title")


def _closed(name: str, *codes: str) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, create_constraint=True, length=20)


def _feed_columns() -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
    )


def _refers(table: str, column: str, to: str, ondelete: str = "RESTRICT") -> sa.Constraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete=ondelete)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False)


def _feed(*tables: str) -> None:
    """Renew the feed at each write; SQLite is read by nobody else."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in tables:
        op.execute(
            f"CREATE TRIGGER tr_{table}_renew_feed BEFORE INSERT OR UPDATE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION giro_renew_feed()"
        )


def _holds(codes: Sequence[str], formerly: Sequence[str]) -> None:
    """Let a rest be of these kinds."""
    with op.batch_alter_table("queue_holds") as holds:
        holds.drop_constraint(op.f("ck_queue_holds_kind"), type_="check")
    with op.batch_alter_table("queue_holds") as holds:
        holds.alter_column(
            "kind",
            type_=_closed("kind", *codes),
            existing_type=sa.String(20),
            existing_nullable=False,
        )


def upgrade() -> None:
    op.add_column(
        "outcomes",
        sa.Column("is_request", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    outcomes = sa.table("outcomes", sa.column("code"), sa.column("is_request"))
    op.execute(outcomes.update().where(outcomes.c.code.in_(REQUESTS)).values(is_request=sa.true()))
    with op.batch_alter_table("appointments") as appointments:
        appointments.add_column(sa.Column("goal", _closed("goal", *GOALS), nullable=True))
        appointments.add_column(sa.Column("channel", _closed("channel", *CHANNELS), nullable=True))
        appointments.add_column(sa.Column("deadline_at", INSTANT, nullable=True))
        appointments.add_column(sa.Column("calendar_uid", sa.String(255), nullable=True))
    _index("appointments", "calendar_uid")
    with op.batch_alter_table("reminders") as reminders:
        reminders.add_column(sa.Column("team_id", GUID, nullable=True))
        reminders.add_column(
            sa.Column("round", sa.Integer(), server_default=sa.text("0"), nullable=False)
        )
        reminders.add_column(sa.Column("escalated_at", INSTANT, nullable=True))
        reminders.create_foreign_key(
            op.f("fk_reminders_team_id"), "teams", ["team_id"], ["id"], ondelete="RESTRICT"
        )
    _index("reminders", "team_id")
    op.create_table(
        "reminder_raises",
        sa.Column("reminder_id", GUID, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("raised_at", INSTANT, nullable=False),
        sa.Column("shown_at", INSTANT, nullable=True),
        _refers("reminder_raises", "reminder_id", "reminders", "CASCADE"),
        _refers("reminder_raises", "user_id", "users"),
        sa.PrimaryKeyConstraint("reminder_id", "round", "user_id", name=op.f("pk_reminder_raises")),
    )
    _index("reminder_raises", "user_id", "shown_at")
    op.create_table(
        "order_follow_ups",
        sa.Column("id", GUID, nullable=False),
        sa.Column("order_id", GUID, nullable=False),
        sa.Column("kind", _closed("kind", "confirm", "late", "thank"), nullable=False),
        sa.Column("appointment_id", GUID, nullable=True),
        sa.Column("planned_at", INSTANT, nullable=False),
        *_feed_columns(),
        _refers("order_follow_ups", "order_id", "orders", "CASCADE"),
        _refers("order_follow_ups", "appointment_id", "appointments"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_follow_ups")),
        sa.UniqueConstraint("order_id", "kind", name=op.f("uq_order_follow_ups_order_id_kind")),
    )
    _index("order_follow_ups", "appointment_id")
    _index("order_follow_ups", "feed_xid")
    _create_decisions()
    op.add_column("work_sessions", sa.Column("device_id", GUID, nullable=True))
    with op.batch_alter_table("notifications") as notices:
        notices.add_column(
            sa.Column(
                "channel",
                _closed("channel", "screen", "email"),
                server_default=sa.text("'screen'"),
                nullable=False,
            )
        )
        notices.add_column(
            sa.Column(
                "state",
                _closed("state", "waiting", "under_way", "sent", "failed"),
                server_default=sa.text("'waiting'"),
                nullable=False,
            )
        )
        notices.add_column(sa.Column("tried_at", INSTANT, nullable=True))
        notices.add_column(
            sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False)
        )
        notices.add_column(sa.Column("detail", sa.Text(), nullable=True))
    op.add_column("post_its", sa.Column("withdrawn_at", INSTANT, nullable=True))
    op.create_table(
        "duties",
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_duties")),
    )
    _holds(HOLDS, OLD_HOLDS)
    _feed("order_follow_ups", "cadence_decisions")


def _create_decisions() -> None:
    op.create_table(
        "cadence_decisions",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("contact_id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("policy_id", GUID, nullable=True),
        sa.Column("step", sa.String(60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("proposed_at", INSTANT, nullable=True),
        sa.Column("channel", _closed("channel", *CHANNELS), nullable=True),
        sa.Column("goal", _closed("goal", *GOALS), nullable=True),
        sa.Column("chosen_at", INSTANT, nullable=True),
        sa.Column("breaches", DOCUMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("occurred_at", INSTANT, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        *_feed_columns(),
        _refers("cadence_decisions", "customer_id", "customers"),
        _refers("cadence_decisions", "contact_id", "contacts"),
        _refers("cadence_decisions", "user_id", "users"),
        _refers("cadence_decisions", "policy_id", "cadence_policies"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cadence_decisions")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_cadence_decisions_device_id_device_seq")
        ),
    )
    _index("cadence_decisions", "contact_id")
    _index("cadence_decisions", "customer_id", "occurred_at")
    _index("cadence_decisions", "feed_xid")


def downgrade() -> None:
    holds = sa.table("queue_holds", sa.column("kind"))
    op.execute(
        holds.update().where(holds.c.kind.in_(("resting", "capped"))).values(kind="cooling_down")
    )
    _holds(OLD_HOLDS, HOLDS)
    op.drop_table("duties")
    op.drop_column("post_its", "withdrawn_at")
    with op.batch_alter_table("notifications") as notices:
        for name in ("channel", "state"):
            notices.drop_constraint(op.f(f"ck_notifications_{name}"), type_="check")
        for name in ("detail", "attempts", "tried_at", "state", "channel"):
            notices.drop_column(name)
    op.drop_column("work_sessions", "device_id")
    for table in ("cadence_decisions", "order_follow_ups", "reminder_raises"):
        op.drop_table(table)
    op.drop_index(op.f("ix_reminders_team_id"), table_name="reminders")
    with op.batch_alter_table("reminders") as reminders:
        reminders.drop_constraint(op.f("fk_reminders_team_id"), type_="foreignkey")
        for name in ("escalated_at", "round", "team_id"):
            reminders.drop_column(name)
    op.drop_index(op.f("ix_appointments_calendar_uid"), table_name="appointments")
    with op.batch_alter_table("appointments") as appointments:
        for name in ("goal", "channel"):
            appointments.drop_constraint(op.f(f"ck_appointments_{name}"), type_="check")
        for name in ("calendar_uid", "deadline_at", "channel", "goal"):
            appointments.drop_column(name)
    op.drop_column("outcomes", "is_request")
