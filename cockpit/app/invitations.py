"""An invitation as a person carries it: one line that says where, who and the code for one use."""

import base64
import binascii
import json
import secrets
from dataclasses import dataclass
from datetime import timedelta

from cockpit.data.url import PostgresqlServer, parse_address
from cockpit.domain.errors import BadInputError

#: How long an invitation is good for.
VALIDITY = timedelta(days=3)
#: Own passwords are this long at least.
LEAST_LENGTH = 12
_MARK = "giro-convite:"
#: Longer than any invitation; what is nested that deep is none either.
_LONGEST = 4096
#: What an invitation may say of the way to a server. Files of this computer and other servers'
#: services are not an invitation's to choose.
SETTINGS = frozenset(
    {"host", "hostaddr", "port", "sslmode", "sslrootcert", "target_session_attrs", "options",
     "connect_timeout", "application_name", "gssencmode", "channel_binding"}
)  # fmt: skip
#: Letters and digits that nobody mistakes for others: 31 of them, 5 bits each and a little less.
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_CODE_LENGTH, _GROUP = 24, 4
_PASSWORD_BYTES = 32


@dataclass(frozen=True, slots=True)
class Invitation:
    """What lets somebody come in once.

    Attributes:
        server: The address with their login.
        code: Stands for the password until they have one.
        is_insecure: Whether the server proves nothing.
    """

    server: PostgresqlServer
    code: str
    is_insecure: bool = False

    def __repr__(self) -> str:
        return f"Invitation({self.server})"

    @property
    def address(self) -> str:
        """Return the server's address as text; it holds no password."""
        return self.server.url.set(drivername="postgresql").render_as_string()

    def to_line(self) -> str:
        """Return the line that is handed over."""
        document = {"server": self.address, "code": self.code, "insecure": self.is_insecure}
        packed = json.dumps(document, separators=(",", ":")).encode()
        return _MARK + base64.urlsafe_b64encode(packed).decode().rstrip("=")

    @classmethod
    def from_line(cls, line: str) -> "Invitation":
        """Read a line, wherever a letter broke it.

        Raises:
            BadInputError: It is none.
        """
        _before, mark, packed = "".join(line.split()).partition(_MARK)
        try:
            if not mark or len(packed) > _LONGEST:
                raise ValueError
            padded = packed + "=" * (-len(packed) % 4)
            document = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
            server = parse_address(str(document["server"]))
            if not isinstance(server, PostgresqlServer) or not server.url.username:
                raise ValueError
            code = str(document["code"])
            if server.password is not None or not code.isprintable():
                raise ValueError
            if not (server.url.username.isprintable() and SETTINGS.issuperset(server.url.query)):
                raise ValueError
            return cls(server, code, document.get("insecure") is True)
        except (
            ValueError,
            RecursionError,
            KeyError,
            TypeError,
            AttributeError,
            binascii.Error,
            BadInputError,
        ):
            raise BadInputError("server_bad_invitation") from None


def new_code() -> str:
    """Return a code of some 118 bits, in groups that can be read aloud."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
    return "-".join(letters[at : at + _GROUP] for at in range(0, _CODE_LENGTH, _GROUP))


def new_password() -> str:
    """Return a password that nobody has to remember."""
    return secrets.token_urlsafe(_PASSWORD_BYTES)
