"""The companies that sell."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped
from models.types import Code


class Company(Identified, Stamped, Fed, Base):
    """A selling company, as the ERP numbers it."""

    __tablename__ = "companies"

    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    trade_name: Mapped[str | None]
    tax_id: Mapped[str | None] = mapped_column(String(20))
    time_zone: Mapped[str] = mapped_column(String(40), default="America/Sao_Paulo")
