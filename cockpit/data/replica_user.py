"""Who a laptop's file belongs to."""

from sqlalchemy import select

from cockpit.data.engine import Engines
from cockpit.domain.errors import DatabaseError
from cockpit.domain.vocabulary import Role
from cockpit.services.ports import CurrentUser
from models import Replica, User

_OWNER = select(
    Replica.device_id, User.id, User.login, User.name, User.role, User.is_active
).outerjoin(User, User.id == Replica.user_id)
#: Whoever may more on the server does no more here: a laptop is for the own customers.
_FIELD_ROLES = frozenset({Role.OPERATOR, Role.EXTERNAL_SELLER})


def replica_user(engines: Engines) -> CurrentUser | None:
    """Return whose laptop's file this is; None where it is an ordinary one.

    Raises:
        DatabaseError: Its user is not in it yet, or an administrator closed their access.
    """
    with engines.reading() as connection:
        found = connection.execute(_OWNER).first()
    if found is None:
        return None
    if found.id is None:
        raise DatabaseError("field_not_synchronised")
    if not found.is_active:
        raise DatabaseError("user_inactive")
    role = found.role if found.role in _FIELD_ROLES else Role.EXTERNAL_SELLER
    return CurrentUser(found.id, found.device_id, found.login, found.name, role)
