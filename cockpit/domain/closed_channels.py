"""What "do not contact" leaves to be seen: a closed channel's number, address or link never is."""

from collections.abc import Collection

from cockpit.domain.vocabulary import Channel

_NUMBERED = frozenset({Channel.PHONE, Channel.WHATSAPP})


def shows_numbers(closed: Collection[Channel]) -> bool:
    """Return whether any channel is open that a number is for."""
    return not frozenset(closed) >= _NUMBERED


def open_name(name: str, closed: Collection[Channel]) -> str:
    """Return a person's name as it may be seen.

    Who is known by nothing but an e-mail address is called by it; where e-mail is closed, by what
    stands before the ``@``.
    """
    return name.partition("@")[0] if Channel.EMAIL in closed else name


def open_email(address: str, closed: Collection[Channel]) -> str:
    """Return an e-mail address, or an empty text where e-mail is closed."""
    return "" if Channel.EMAIL in closed else address
