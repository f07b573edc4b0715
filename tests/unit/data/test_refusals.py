"""What a server says to who may not connect, without a code: who has to do something about it."""

import psycopg
import pytest

from cockpit.data.errors import translated
from cockpit.domain.errors import (
    DatabaseBusyError,
    DatabaseError,
    ServerAwayError,
    ServerRefusedError,
)

_AT = 'connection failed: connection to server at "10.0.0.1", port 5432 failed: FATAL:  '


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the database system is starting up", ServerAwayError),
        ("the database system is shutting down", ServerAwayError),
        ("the database system is in recovery mode", ServerAwayError),
        ("the database system is not yet accepting connections", ServerAwayError),
        ('database "giro" is not currently accepting connections', ServerAwayError),
        ('o banco de dados "giro" não está aceitando conexões no momento', ServerAwayError),
        ("o sistema de banco de dados está iniciando", ServerAwayError),
        ("o sistema de banco de dados está sendo desligado", ServerAwayError),
        ("canceling authentication due to timeout", ServerAwayError),
        ("terminating connection due to unexpected postmaster exit", ServerAwayError),
        ("terminating connection due to administrator command", ServerAwayError),
        ("SSL SYSCALL error: EOF detected", ServerAwayError),
        ("SSL connection has been closed unexpectedly", ServerAwayError),
        ("SSL error: unexpected eof while reading", ServerAwayError),
        ("could not send SSL negotiation packet: Broken pipe", ServerAwayError),
        ("server sent an error response during SSL exchange", ServerAwayError),
        ("SSL error: certificate verify failed", ServerRefusedError),
        ("server does not support SSL, but SSL was required", ServerRefusedError),
        ("sorry, too many clients already", DatabaseBusyError),
        ('too many connections for role "ana"', DatabaseBusyError),
        ("desculpe, muitos clientes conectados", DatabaseBusyError),
        ('password authentication failed for user "ana"', ServerRefusedError),
        ('role "ana" is not permitted to log in', ServerRefusedError),
        ('no pg_hba.conf entry for host "10.0.0.2"', ServerRefusedError),
        ('database "outro" does not exist', ServerRefusedError),
        ("something that nobody has heard of", ServerRefusedError),
    ],
)
def test_what_passes_by_itself_is_waited_for(words: str, kind: type[DatabaseError]) -> None:
    assert type(translated(psycopg.OperationalError(_AT + words))) is kind
