"""Who left whose sight, so that their programs forget them too."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed


class CustomerDeparture(Fed, Base):
    """That a customer left somebody's portfolio, or the shared list.

    Written by triggers of a prepared server alone: whoever may no longer see a customer may not
    read either that they changed, and would keep them on the list.

    Attributes:
        customer_id: Who left. No foreign key, as with changes.
        user_id: Whose they were; the nil UUID stands for the shared list.
    """

    __tablename__ = "customer_departures"

    customer_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-10)
    user_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-9)
