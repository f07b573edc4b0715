"""What follows on an import at once, in the program that made it."""

import logging
from collections.abc import Iterable

from cockpit.app.session import Session
from cockpit.domain.errors import GiroError
from cockpit.domain.import_results import ImportSummary
from cockpit.domain.vocabulary import ImportKind

#: What tells of orders, or of their deliveries.
_OF_ORDERS = frozenset({ImportKind.ORDERS, ImportKind.ITEMS, ImportKind.INVOICES})
_log = logging.getLogger(__name__)


def follow_orders(session: Session, summaries: Iterable[ImportSummary]) -> None:
    """Follow orders up where an import stored some.

    What was imported stays imported where that fails; the day's own round comes back to it.
    """
    if not any(one.import_id is not None and one.kind in _OF_ORDERS for one in summaries):
        return
    try:
        session.order_follow_ups.run()
    except GiroError as error:
        _log.warning("orders were not followed up after an import: %s", error.message.key)
