"""Who is along, by the laptop's file."""

from collections.abc import Sequence
from uuid import UUID

from cockpit.data.engine import Engines
from cockpit.data.replica.forms import instant_of
from cockpit.domain.packs import PackedCustomer

#: An entry that begins where a former one of the same customer ended is its extension.
_PACKED = """SELECT c.id, coalesce(nullif(c.trade_name, ''), c.legal_name), c.city, c.state,
        p.expires_at,
        EXISTS (SELECT 1 FROM portfolio_entries AS former WHERE former.is_pack
            AND former.customer_id = p.customer_id AND former.user_id = p.user_id
            AND former.left_at = p.entered_at),
        EXISTS (SELECT 1 FROM contacts AS made WHERE made.customer_id = p.customer_id
            AND made.user_id = p.user_id AND made.recorded_at >= p.entered_at)
    FROM portfolio_entries AS p JOIN customers AS c ON c.id = p.customer_id
    WHERE p.is_pack AND p.left_at IS NULL AND p.expires_at NOTNULL
        AND p.user_id = (SELECT user_id FROM replicas)
    ORDER BY p.expires_at, c.city, 2, c.id"""


class SqlPackBook:
    """Implements ``cockpit.services.ports.packs.PackBook``."""

    def __init__(self, engines: Engines) -> None:
        """Take a laptop's open file."""
        self._engines = engines

    def packed(self) -> Sequence[PackedCustomer]:
        """Return who is along, those who go back first before the others."""
        with self._engines.reading() as connection:
            rows = connection.exec_driver_sql(_PACKED).all()
        return [
            PackedCustomer(
                UUID(bytes=key), name, city or "", state or "", instant_of(until),
                bool(is_extended), bool(is_contacted),
            )
            for key, name, city, state, until, is_extended, is_contacted in rows
        ]  # fmt: skip
