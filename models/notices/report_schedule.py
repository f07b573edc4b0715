"""The reports that come by e-mail."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed, Identified, Stamped
from models.types import Code, Document, refers_to


class ReportSchedule(Identified, Stamped, Fed, Base):
    """A report that somebody gets again and again.

    Attributes:
        user_id: Who gets it, and whose figures it tells.
        report: Which report.
        parameters: Cut, filter and which period before the day of sending.
        periodicity: How often.
        file_format: What is attached.
    """

    __tablename__ = "report_schedules"

    user_id: Mapped[UUID] = mapped_column(refers_to("users"), index=True)
    report: Mapped[Code]
    parameters: Mapped[Document]
    periodicity: Mapped[Code]
    file_format: Mapped[Code]
    is_active: Mapped[bool] = mapped_column(default=True)
