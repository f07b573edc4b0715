"""Contacts that were corrected: which form of them counts, and whose they stay."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, select
from sqlalchemy.orm import aliased

from cockpit.data.repositories.figures.packing import code, instant, key, packed
from cockpit.domain.fact_columns import CHANNELS, NO_ROWS, Packed, PackedField
from models import Contact

_FORMER = aliased(Contact)
_CORRECTION = aliased(Contact)
_KEY = 16
_FORM = {
    "contact": PackedField(0, "key"),
    "outcome": PackedField(16, "key"),
    "campaign": PackedField(32, "key"),
    "channel": PackedField(48, "letter"),
}
_FORM_WIDTH = 49


@dataclass(frozen=True, slots=True)
class Corrections:
    """What became of contacts that somebody corrected, as it was known at an instant.

    Two laptops may correct the same contact: the correction that was written last counts. Keys are
    their 16 bytes: of half a million contacts thousands are corrected.

    Attributes:
        known_at: The instant; None for now.
        rows: Each correction: ``contact``, its key, ``former``, that of what it corrects, the
            ``logger`` of that, when it was ``recorded``; ``outcome``, ``campaign``, ``channel``.
        last: By the key of a contact's first form, which row is its last one.
    """

    known_at: datetime | None = None
    rows: Packed = NO_ROWS
    last: Mapping[bytes, int] = field(default_factory=dict)

    @classmethod
    def read(cls, connection: Connection, known_at: datetime | None) -> "Corrections":
        """Read the corrections that are known."""
        on = connection.dialect.name != "sqlite"
        # Looked up one by one: a join would walk through all contacts for a few thousand of them.
        # Where what is corrected cannot be seen nothing is packed.
        logger = select(_FORMER.user_id).where(_FORMER.id == Contact.amends_id).scalar_subquery()
        recorded = instant("recorded", Contact.recorded_at, is_server=on)
        pieces = (
            key("contact", Contact.id, is_server=on, is_certain=True),
            key("former", Contact.amends_id, is_server=on),
            key("logger", logger, is_server=on, is_certain=True),
            recorded,
            key("outcome", Contact.outcome_id, is_server=on, is_certain=True),
            key("campaign", Contact.campaign_id, is_server=on),
            code("channel", Contact.channel, CHANNELS, is_server=on),
        )
        statement = select(Contact.id).where(
            Contact.amends_id.is_not(None), is_known(Contact, known_at)
        )
        rows = packed(connection, pieces, statement)
        if not rows.count:
            return cls(known_at)
        contacts, former = rows.slices("contact", _KEY), rows.slices("former", _KEY)
        earlier = dict(zip(contacts, former, strict=True))
        written = list(zip(rows.slices("recorded", recorded.width), contacts, strict=True))
        last: dict[bytes, int] = {}
        for row, first in enumerate(former):
            while first in earlier:
                first = earlier[first]  # noqa: PLW2901 - a step back in the same chain
            if first not in last or written[row] > written[last[first]]:
                last[first] = row
        return cls(known_at, rows, last)

    @property
    def corrected(self) -> bytes:
        """Return the keys of the last forms."""
        keys = self._keys("contact")
        return b"".join(keys[row] for row in self.last.values())

    @property
    def first_loggers(self) -> bytes:
        """Return who logged these contacts first, parallel to ``corrected``."""
        loggers = dict(zip(self._keys("former"), self._keys("logger"), strict=True))
        return b"".join(loggers[first] for first in self.last)

    @property
    def dropped(self) -> bytes:
        """Return the keys of the forms that do not count: amended ones, and beaten corrections."""
        return b"".join({*self._keys("former"), *self._beaten()})

    @property
    def forms(self) -> Packed:
        """Return what contacts became, by the key of the first form, as ``ApproachFacts`` says."""
        columns = (self._keys("outcome"), self._keys("campaign"), self._slices("channel", 1))
        became = list(map(b"".join, zip(*columns, strict=True)))
        data = b"".join(first + became[row] for first, row in self.last.items())
        return Packed(data, len(self.last), _FORM_WIDTH, _FORM)

    def counts(self, contact: Any) -> ColumnElement[bool]:
        """Return whether a contact counts: known, corrected by no other, and not beaten.

        Args:
            contact: ``Contact`` or an alias of it.
        """
        corrected = select(_CORRECTION.amends_id).where(
            _CORRECTION.amends_id.is_not(None), is_known(_CORRECTION, self.known_at)
        )
        conditions = [contact.id.not_in(corrected), is_known(contact, self.known_at)]
        beaten = self._beaten()
        if beaten:
            conditions.append(contact.id.not_in([UUID(bytes=one) for one in sorted(beaten)]))
        return and_(*conditions)

    def _beaten(self) -> set[bytes]:
        """Return corrections that nobody corrected, but that do not count for a later one."""
        keys = self._keys("contact")
        counting = {keys[row] for row in self.last.values()}
        return set(keys) - counting - set(self._keys("former"))

    def _keys(self, name: str) -> list[bytes]:
        return self._slices(name, _KEY)

    def _slices(self, name: str, width: int) -> list[bytes]:
        return self.rows.slices(name, width) if self.rows.count else []


def is_known(contact: Any, known_at: datetime | None) -> ColumnElement[bool]:
    """Return whether a contact had reached the database by an instant; None for any.

    Args:
        contact: ``Contact`` or an alias of it.
        known_at: The instant.
    """
    if known_at is None:
        everything: ColumnElement[bool] = contact.id.is_not(None)
        return everything
    arrived = func.coalesce(contact.stored_at, contact.recorded_at, type_=contact.recorded_at.type)
    known: ColumnElement[bool] = arrived <= known_at
    return known
