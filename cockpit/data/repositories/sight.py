"""Which customers somebody sees, where no policy of a server decides it.

A file's database shows every program everything, and so does a server to the program that makes
others' reports. What is told there follows the same rule as the policies (``data/server/access``):
one's own customers, those of whom one supervises, the shared list's, and those lent for a time.
"""

from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, or_, select

from cockpit.data.repositories.raw import fetch_columns, guids
from cockpit.domain.access import WIDE
from cockpit.domain.vocabulary import Role
from cockpit.services.ports import CurrentUser
from models import Customer, PortfolioEntry, Team, User


def customers_seen(connection: Connection, viewer: CurrentUser) -> frozenset[UUID] | None:
    """Return the customers whom somebody sees; None for all of them."""
    if viewer.role in WIDE:
        return None
    (keys,) = fetch_columns(connection, select(Customer.id).where(_is_seen(viewer)))
    return frozenset(guids(keys))


def _is_seen(viewer: CurrentUser) -> ColumnElement[bool]:
    me = viewer.user_id
    lent = select(PortfolioEntry.customer_id).where(
        PortfolioEntry.user_id == me,
        PortfolioEntry.left_at.is_(None),
        or_(PortfolioEntry.expires_at.is_(None), PortfolioEntry.expires_at > func.now()),
    )
    ways = [Customer.owner_id == me, Customer.id.in_(lent)]
    if viewer.role is Role.SUPERVISOR:
        teams = select(Team.id).where(Team.supervisor_id == me)
        ways.append(Customer.owner_id.in_(select(User.id).where(User.team_id.in_(teams))))
    if viewer.role is not Role.EXTERNAL_SELLER:
        ways.append(Customer.owner_id.is_(None))
    return or_(*ways)
