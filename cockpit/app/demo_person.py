"""Who one is in the demo company: the operator Ana, or whoever of its people is named."""

from sqlalchemy import select

from cockpit.data.engine import Engines
from cockpit.demo.staff import DEMO_LOGIN
from cockpit.domain.errors import BadInputError
from models import User


def demo_person(engines: Engines, asked: str | None) -> str:
    """Return the login of whoever of the demo company's people is asked for.

    Raises:
        BadInputError: Nobody there is called so; it names all.
    """
    if asked is None:
        return DEMO_LOGIN
    with engines.reading() as connection:
        logins = connection.execute(select(User.login).order_by(User.login)).scalars().all()
    if asked not in logins:
        raise BadInputError("demo_person_unknown", name=asked, names=", ".join(logins))
    return asked
