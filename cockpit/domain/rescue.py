"""What was saved out of a laptop's file, as a document that the server takes in at any time."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from json import dumps, loads
from typing import Any
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.sync import Entry

_MARK, _VERSION = "giro field rescue", 1


@dataclass(frozen=True, slots=True)
class Rescued:
    """Facts, changes and attachments that the server may not have.

    Attributes:
        device_id: The laptop's key; ``user_id``, whose it is.
        server: The server's address, without a password.
        entries: In the order of their numbers.
        contents: Pieces of attachments: whose, which piece, and its bytes.
        missing: How many things were to be sent and could not be read.
    """

    device_id: UUID
    user_id: UUID
    server: str
    entries: Sequence[Entry] = field(repr=False)
    contents: Sequence[tuple[UUID, int, bytes]] = field(default=(), repr=False)
    missing: int = 0

    def to_text(self) -> str:
        """Return the document; its last line vouches for the rest of it."""
        document = {
            "device": str(self.device_id),
            "user": str(self.user_id),
            "server": self.server,
            "missing": self.missing,
            "entries": [[one.number, one.entity, one.row] for one in self.entries],
            "given_up": [one.number for one in self.entries if one.is_given_up],
            "contents": [
                [str(whose), part, b64encode(content).decode()]
                for whose, part, content in self.contents
            ],
        }
        whole = {"what": _MARK, "version": _VERSION, "sha256": _digest(document), "held": document}
        return dumps(whole, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_text(cls, text: str) -> "Rescued":
        """Read a document.

        Raises:
            BadInputError: It is none, or somebody changed it.
        """
        try:
            whole = loads(text)
            document = whole["held"]
            if (whole["what"], whole["version"]) != (_MARK, _VERSION):
                raise ValueError
            if whole["sha256"] != _digest(document):
                raise ValueError
            given_up = frozenset(document.get("given_up", ()))
            return cls(
                UUID(document["device"]),
                UUID(document["user"]),
                str(document["server"]),
                tuple(
                    Entry(int(number), str(what), row, is_given_up=number in given_up)
                    for number, what, row in document["entries"]
                ),
                tuple(
                    (UUID(whose), int(part), b64decode(content))
                    for whose, part, content in document["contents"]
                ),
                int(document["missing"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise BadInputError("field_no_rescue") from None


def _digest(document: dict[str, Any]) -> str:
    return sha256(dumps(document, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
