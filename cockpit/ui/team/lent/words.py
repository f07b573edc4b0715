"""What is said of customers whom sellers have along."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cockpit.domain.clock import Clock
from cockpit.domain.formats import Language, integer
from cockpit.domain.packs import LentCustomer
from cockpit.ui.sync.words import when_text

translate = QCoreApplication.translate


def along_text(one: LentCustomer, count: int, clock: Clock, language: Language) -> str:
    """Return what a seller has along, and what their laptop last told."""
    if count == 1:
        words = translate("Lent", "{seller} has 1 client of the shared list along.")
    else:
        words = translate("Lent", "{seller} has {count} clients of the shared list along.")
    said = words.format(seller=one.seller, count=integer(count, language))
    return f"{said} {heard_text(one, clock, language)}"


def heard_text(one: LentCustomer, clock: Clock, language: Language) -> str:
    """Return when the seller's laptop was heard of last, and what it had to send then."""
    if one.seen_at is None:
        return translate("Lent", "The laptop was not heard of since it was set up.")
    when = when_text(one.seen_at, clock)
    if not one.backlog:
        words = translate("Lent", "At the laptop's last contact ({when}) everything was sent.")
        return words.format(when=when)
    words = translate("Lent", "At the laptop's last contact ({when}) it had {count} to send.")
    return words.format(when=when, count=integer(one.backlog, language))


def title_text(whom: Sequence[LentCustomer], language: Language) -> str:
    """Return the question whether these, all of one seller, are to be brought back."""
    one = whom[0]
    if len(whom) == 1:
        words = translate("Lent", "Bring {name} back from {seller}?")
        return words.format(name=one.name, seller=one.seller)
    words = translate("Lent", "Bring all {count} clients back from {seller}?")
    return words.format(count=integer(len(whom), language), seller=one.seller)


def done_text(seller: str, count: int, language: Language) -> str:
    """Return how many came back."""
    if count == 0:
        return translate("Lent", "Nobody was left to bring back.")
    if count == 1:
        return translate("Lent", "1 client of {seller} is back on the shared list.").format(
            seller=seller
        )
    words = translate("Lent", "{count} clients of {seller} are back on the shared list.")
    return words.format(count=integer(count, language), seller=seller)
