"""The customers and prospects of the portfolio."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import Channel, CreditState, CustomerCategory, PersonKind
from models.base import Base, Fed, Identified, Stamped
from models.types import Cents, Code, State, closed, refers_to

_CODED = text("code IS NOT NULL")
_CODED_ALONE = text("code IS NOT NULL AND company_id IS NULL")


class Customer(Identified, Stamped, Fed, Base):
    """A company or person who buys, or may.

    Attributes:
        code: The ERP's number; a prospect has none.
        tax_id: CNPJ or CPF, unmasked and upper-case; kept even when it is not valid.
        tax_root: First 8 characters of a CNPJ, which a company's branches share.
        owner_id: The user whose portfolio the customer is in.
        preferred_from_minute: Minute of the customer's local day.
        preferred_weekdays: Seven bits, Monday is bit 0.
        search_text: Name, code, tax id, phones and city, lower-case and without accents.
    """

    __tablename__ = "customers"
    __table_args__ = (
        Index(
            "ix_customers_company_id_code",
            "company_id",
            "code",
            unique=True,
            sqlite_where=_CODED,
            postgresql_where=_CODED,
        ),
        # Two NULL companies count as different in a unique index.
        Index(
            "ix_customers_code_without_company",
            "code",
            unique=True,
            sqlite_where=_CODED_ALONE,
            postgresql_where=_CODED_ALONE,
        ),
    )

    company_id: Mapped[UUID | None] = mapped_column(refers_to("companies"))
    code: Mapped[Code | None]
    legal_name: Mapped[str]
    trade_name: Mapped[str | None]
    person_kind: Mapped[PersonKind] = mapped_column(
        closed(PersonKind, "person_kind"), default=PersonKind.UNKNOWN
    )
    tax_id: Mapped[str | None] = mapped_column(String(20), index=True)
    is_tax_id_valid: Mapped[bool] = mapped_column(default=False)
    tax_root: Mapped[str | None] = mapped_column(String(8), index=True)
    group_id: Mapped[UUID | None] = mapped_column(refers_to("corporate_groups"), index=True)
    segment_id: Mapped[UUID | None] = mapped_column(refers_to("segments"), index=True)
    region_id: Mapped[UUID | None] = mapped_column(refers_to("regions"), index=True)
    city: Mapped[str | None]
    state: Mapped[State | None]
    time_zone: Mapped[str | None] = mapped_column(String(40))
    owner_id: Mapped[UUID | None] = mapped_column(refers_to("users"), index=True)
    category: Mapped[CustomerCategory] = mapped_column(
        closed(CustomerCategory, "category"), default=CustomerCategory.PROSPECT
    )
    credit_state: Mapped[CreditState] = mapped_column(
        closed(CreditState, "credit_state"), default=CreditState.GOOD
    )
    credit_limit_cents: Mapped[Cents | None]
    is_blocked: Mapped[bool] = mapped_column(default=False)
    blocked_at: Mapped[datetime | None]
    block_reason: Mapped[str | None]
    preferred_channel: Mapped[Channel | None] = mapped_column(closed(Channel, "preferred_channel"))
    preferred_from_minute: Mapped[int | None]
    preferred_until_minute: Mapped[int | None]
    preferred_weekdays: Mapped[int | None]
    search_text: Mapped[str] = mapped_column(default="")
    first_seen_on: Mapped[date | None]
