"""Outcomes, campaigns, contacts, objections, pitches."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
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
        "objection_kinds",
        sa.Column("id", GUID, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.String(length=60), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection_kinds")),
        sa.UniqueConstraint("code", name=op.f("uq_objection_kinds_code")),
    )
    op.create_index(
        op.f("ix_objection_kinds_feed_xid"), "objection_kinds", ["feed_xid"], unique=False
    )
    op.create_table(
        "outcomes",
        sa.Column("id", GUID, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("queue_effect", CODE, nullable=False),
        sa.Column("wait_minutes", sa.Integer(), nullable=True),
        sa.Column("is_reached", sa.Boolean(), nullable=False),
        sa.Column("needs_reason", sa.Boolean(), nullable=False),
        sa.Column("needs_date", sa.Boolean(), nullable=False),
        sa.Column("needs_objection", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "queue_effect IN ('none', 'call_again', 'cool_down', 'close_until', 'do_not_contact', 'sale')",
            name=op.f("ck_outcomes_queue_effect"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("code", name=op.f("uq_outcomes_code")),
    )
    op.create_index(op.f("ix_outcomes_feed_xid"), "outcomes", ["feed_xid"], unique=False)
    op.create_table(
        "reasons",
        sa.Column("id", GUID, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("outcome_code", sa.String(length=60), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reasons")),
        sa.UniqueConstraint("code", name=op.f("uq_reasons_code")),
    )
    op.create_index(op.f("ix_reasons_feed_xid"), "reasons", ["feed_xid"], unique=False)
    op.create_table(
        "counter_arguments",
        sa.Column("id", GUID, nullable=False),
        sa.Column("objection_kind_id", GUID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["objection_kind_id"],
            ["objection_kinds.id"],
            name=op.f("fk_counter_arguments_objection_kind_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter_arguments")),
    )
    op.create_index(
        op.f("ix_counter_arguments_feed_xid"), "counter_arguments", ["feed_xid"], unique=False
    )
    op.create_index(
        op.f("ix_counter_arguments_objection_kind_id"),
        "counter_arguments",
        ["objection_kind_id"],
        unique=False,
    )
    op.create_table(
        "campaigns",
        sa.Column("id", GUID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("goal", sa.Text(), nullable=True),
        sa.Column("script_id", GUID, nullable=True),
        sa.Column("owner_id", GUID, nullable=True),
        sa.Column("hold_out_bp", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name=op.f("fk_campaigns_owner_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["script_id"],
            ["message_templates.id"],
            name=op.f("fk_campaigns_script_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
    )
    op.create_index(op.f("ix_campaigns_feed_xid"), "campaigns", ["feed_xid"], unique=False)
    op.create_table(
        "campaign_members",
        sa.Column("id", GUID, nullable=False),
        sa.Column("campaign_id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("arm", CODE, nullable=False),
        sa.Column("state", sa.String(length=60), nullable=True),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("arm IN ('treated', 'hold_out')", name=op.f("ck_campaign_members_arm")),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_campaign_members_campaign_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_campaign_members_customer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_members")),
        sa.UniqueConstraint(
            "campaign_id", "customer_id", name=op.f("uq_campaign_members_campaign_id_customer_id")
        ),
    )
    op.create_index(
        op.f("ix_campaign_members_customer_id"), "campaign_members", ["customer_id"], unique=False
    )
    op.create_index(
        op.f("ix_campaign_members_feed_xid"), "campaign_members", ["feed_xid"], unique=False
    )
    op.create_table(
        "pitch_notes",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("author_id", GUID, nullable=False),
        sa.Column("written_at", INSTANT, nullable=False),
        sa.Column("why_stopped", sa.Text(), nullable=True),
        sa.Column("arguments", sa.Text(), nullable=True),
        sa.Column("offer", sa.Text(), nullable=True),
        sa.Column("goal", sa.Text(), nullable=True),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name=op.f("fk_pitch_notes_author_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_pitch_notes_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pitch_notes")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_pitch_notes_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_pitch_notes_customer_id_written_at"),
        "pitch_notes",
        ["customer_id", "written_at"],
        unique=False,
    )
    op.create_index(op.f("ix_pitch_notes_feed_xid"), "pitch_notes", ["feed_xid"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("person_id", GUID, nullable=True),
        sa.Column("person_name", sa.Text(), nullable=True),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("occurred_at", INSTANT, nullable=False),
        sa.Column("duration_seconds", sa.Integer(), nullable=True),
        sa.Column("channel", CODE, nullable=False),
        sa.Column("direction", CODE, nullable=False),
        sa.Column("outcome_id", GUID, nullable=False),
        sa.Column("reason_id", GUID, nullable=True),
        sa.Column("campaign_id", GUID, nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("potential_cents", sa.BigInteger(), nullable=True),
        sa.Column("forecast_on", sa.Date(), nullable=True),
        sa.Column("status_at_contact", CODE, nullable=True),
        sa.Column("policy_version", sa.Integer(), nullable=True),
        sa.Column("amends_id", GUID, nullable=True),
        sa.Column("order_id", GUID, nullable=True),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "channel IN ('phone', 'whatsapp', 'email', 'visit')", name=op.f("ck_contacts_channel")
        ),
        sa.CheckConstraint(
            "direction IN ('outbound', 'inbound')", name=op.f("ck_contacts_direction")
        ),
        sa.CheckConstraint(
            "status_at_contact IN ('new', 'active', 'at_risk', 'inactive', 'lost', 'recovered', 'blocked', 'prospect')",
            name=op.f("ck_contacts_status_at_contact"),
        ),
        sa.ForeignKeyConstraint(
            ["amends_id"], ["contacts.id"], name=op.f("fk_contacts_amends_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_contacts_campaign_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_contacts_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_contacts_order_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["outcome_id"],
            ["outcomes.id"],
            name=op.f("fk_contacts_outcome_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["contact_persons.id"],
            name=op.f("fk_contacts_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["reason_id"], ["reasons.id"], name=op.f("fk_contacts_reason_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_contacts_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_contacts_device_id_device_seq")
        ),
    )
    op.create_index(op.f("ix_contacts_amends_id"), "contacts", ["amends_id"], unique=False)
    op.create_index(op.f("ix_contacts_campaign_id"), "contacts", ["campaign_id"], unique=False)
    op.create_index(
        op.f("ix_contacts_customer_id_occurred_at"),
        "contacts",
        ["customer_id", "occurred_at"],
        unique=False,
    )
    op.create_index(op.f("ix_contacts_feed_xid"), "contacts", ["feed_xid"], unique=False)
    op.create_index(op.f("ix_contacts_order_id"), "contacts", ["order_id"], unique=False)
    op.create_index(
        op.f("ix_contacts_user_id_occurred_at"),
        "contacts",
        ["user_id", "occurred_at"],
        unique=False,
    )
    op.create_table(
        "argument_uses",
        sa.Column("id", GUID, nullable=False),
        sa.Column("contact_id", GUID, nullable=False),
        sa.Column("argument_id", GUID, nullable=False),
        sa.Column("worked", sa.Boolean(), nullable=True),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["argument_id"],
            ["counter_arguments.id"],
            name=op.f("fk_argument_uses_argument_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_argument_uses_contact_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_argument_uses")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_argument_uses_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_argument_uses_argument_id"), "argument_uses", ["argument_id"], unique=False
    )
    op.create_index(
        op.f("ix_argument_uses_contact_id"), "argument_uses", ["contact_id"], unique=False
    )
    op.create_index(op.f("ix_argument_uses_feed_xid"), "argument_uses", ["feed_xid"], unique=False)
    op.create_table(
        "contact_reviews",
        sa.Column("id", GUID, nullable=False),
        sa.Column("contact_id", GUID, nullable=False),
        sa.Column("reviewer_id", GUID, nullable=False),
        sa.Column("mark", sa.String(length=60), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("reviewed_at", INSTANT, nullable=False),
        sa.Column("device_id", GUID, nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_contact_reviews_contact_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"],
            ["users.id"],
            name=op.f("fk_contact_reviews_reviewer_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_reviews")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_contact_reviews_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_contact_reviews_contact_id"), "contact_reviews", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_contact_reviews_feed_xid"), "contact_reviews", ["feed_xid"], unique=False
    )
    op.create_table(
        "objections",
        sa.Column("id", GUID, nullable=False),
        sa.Column("customer_id", GUID, nullable=False),
        sa.Column("kind_id", GUID, nullable=False),
        sa.Column("contact_id", GUID, nullable=True),
        sa.Column("state", CODE, nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("wait_condition", CODE, nullable=True),
        sa.Column("wait_until_on", sa.Date(), nullable=True),
        sa.Column("wait_reference_id", GUID, nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("row_version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("feed_xid", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'overcome', 'waiting')", name=op.f("ck_objections_state")
        ),
        sa.CheckConstraint(
            "wait_condition IN ('date', 'receivable_paid', 'promotion', 'product_available')",
            name=op.f("ck_objections_wait_condition"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_objections_contact_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_objections_customer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["kind_id"],
            ["objection_kinds.id"],
            name=op.f("fk_objections_kind_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objections")),
    )
    op.create_index(op.f("ix_objections_contact_id"), "objections", ["contact_id"], unique=False)
    op.create_index(
        op.f("ix_objections_customer_id_state"),
        "objections",
        ["customer_id", "state"],
        unique=False,
    )
    op.create_index(op.f("ix_objections_feed_xid"), "objections", ["feed_xid"], unique=False)
    op.create_index(
        op.f("ix_objections_state_wait_condition"),
        "objections",
        ["state", "wait_condition"],
        unique=False,
    )
    op.create_table(
        "objection_events",
        sa.Column("id", GUID, nullable=False),
        sa.Column("objection_id", GUID, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("argument_id", GUID, nullable=True),
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
            "kind IN ('opened', 'argued', 'overcome', 'put_to_wait', 'woken')",
            name=op.f("ck_objection_events_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["argument_id"],
            ["counter_arguments.id"],
            name=op.f("fk_objection_events_argument_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["objection_id"],
            ["objections.id"],
            name=op.f("fk_objection_events_objection_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_objection_events_user_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objection_events")),
        sa.UniqueConstraint(
            "device_id", "device_seq", name=op.f("uq_objection_events_device_id_device_seq")
        ),
    )
    op.create_index(
        op.f("ix_objection_events_feed_xid"), "objection_events", ["feed_xid"], unique=False
    )
    op.create_index(
        op.f("ix_objection_events_objection_id_occurred_at"),
        "objection_events",
        ["objection_id", "occurred_at"],
        unique=False,
    )
    _feed(
        "objection_kinds",
        "outcomes",
        "reasons",
        "counter_arguments",
        "campaigns",
        "campaign_members",
        "pitch_notes",
        "contacts",
        "argument_uses",
        "contact_reviews",
        "objections",
        "objection_events",
    )


def downgrade() -> None:
    op.drop_table("objection_events")
    op.drop_table("objections")
    op.drop_table("contact_reviews")
    op.drop_table("argument_uses")
    op.drop_table("contacts")
    op.drop_table("pitch_notes")
    op.drop_table("campaign_members")
    op.drop_table("campaigns")
    op.drop_table("counter_arguments")
    op.drop_table("reasons")
    op.drop_table("outcomes")
    op.drop_table("objection_kinds")
