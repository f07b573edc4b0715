"""Asking the server's functions as their owner; what they refuse is said in our own words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from cockpit.data.server.roles import act_as_owner
from cockpit.domain.errors import BadInputError

#: The SQLSTATE of what the functions themselves refuse; its message is a sentence's key.
_OURS = "GI001"


@contextmanager
def asking(connection: Connection, *, prefix: str = "") -> Iterator[None]:
    """Open a transaction as the schema's owner.

    Args:
        connection: Of a login that may act as the owner.
        prefix: What stands before the function's word in the sentence's key.

    Raises:
        BadInputError: A function refused.
    """
    try:
        with connection.begin():
            act_as_owner(connection)
            yield
    except DBAPIError as error:
        cause: Any = error.orig
        if getattr(cause, "sqlstate", None) != _OURS:
            raise
        raise BadInputError(f"{prefix}{cause.diag.message_primary}") from None
