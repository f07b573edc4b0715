"""Connections to a shared server."""

from typing import Any

from sqlalchemy import URL, Engine, create_engine

_MINUTE = 60_000
_OPTIONS = f"-c statement_timeout={_MINUTE} -c idle_in_transaction_session_timeout={_MINUTE}"
#: A server that stopped answering is noticed within about half a minute.
_CONNECT: dict[str, Any] = {
    "application_name": "giro",
    "connect_timeout": 10,
    "client_encoding": "utf8",
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}


def writing_engine(url: URL) -> Engine:
    """Return an engine whose transactions read what is committed and may write.

    What the URL itself asks for goes before the settings of this module.
    """
    given = set(url.query)
    arguments = {name: value for name, value in _CONNECT.items() if name not in given}
    if "options" not in given:
        arguments["options"] = _OPTIONS
    return create_engine(
        url,
        connect_args=arguments,
        pool_size=4,
        max_overflow=4,
        pool_timeout=30,
        pool_pre_ping=True,
        hide_parameters=True,
    )


def reading_engine(writer: Engine) -> Engine:
    """Return an engine on the same connections whose transactions see one state and only read."""
    return writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
