"""Connections to a shared server."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Engine, create_engine, event

from cockpit.data.revisions import own_revisions

if TYPE_CHECKING:
    import psycopg

_MINUTE = 60_000
#: The server in turn lets go of a program that is gone, with the locks that it held.
_OPTIONS = (
    f"-c statement_timeout={_MINUTE} -c idle_in_transaction_session_timeout={_MINUTE}"
    " -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
    " -c client_connection_check_interval=10s"
)
#: A server that stopped answering is noticed within about half a minute.
_CONNECT: dict[str, Any] = {
    "connect_timeout": 5,
    "client_encoding": "utf8",
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
    # A server that asks for the password itself would have it: none that a team works on does.
    "require_auth": "!password",
}


def writing_engine(url: URL) -> Engine:
    """Return an engine whose transactions read what is committed and may write.

    What the URL itself asks for goes before the settings of this module.
    """
    engine = create_engine(
        url,
        connect_args=connect_arguments(url),
        pool_size=4,
        max_overflow=4,
        pool_timeout=30,
        pool_pre_ping=True,
        hide_parameters=True,
    )
    _prepare_nothing_behind_a_pooler(engine)
    return engine


def connect_arguments(url: URL) -> dict[str, Any]:
    """Return what a connection is made with, beside what the URL itself asks for."""
    given = set(url.query)
    named = {"application_name": f"giro {own_revisions().head}", **_CONNECT}
    if isinstance(url.query.get("host"), tuple):
        named["target_session_attrs"] = "read-write"  # of several, the one that is no standby
    arguments = {name: value for name, value in named.items() if name not in given}
    if "options" not in given:
        arguments["options"] = _OPTIONS
    return arguments


def _prepare_nothing_behind_a_pooler(engine: Engine) -> None:
    """Prepare no statements where each transaction may run on another connection of the server.

    What one program prepared would be missing, or be there already, on the connection that the
    next transaction gets.
    """

    @event.listens_for(engine, "connect")
    def _connected(driver: "psycopg.Connection", record: object) -> None:
        if is_pooled(driver):
            driver.prepare_threshold = None
        driver.rollback()


def is_pooled(driver: "psycopg.Connection") -> bool:
    """Return whether a pooler stands before the server: it tells a process number of its own."""
    row = driver.execute("SELECT pg_backend_pid()").fetchone()
    return row is not None and row[0] != driver.info.backend_pid


def reading_engine(writer: Engine) -> Engine:
    """Return an engine on the same connections whose transactions see one state and only read."""
    return writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
