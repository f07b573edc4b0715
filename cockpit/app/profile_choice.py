"""Who is at the program, where several share a file: told, or asked for at the start."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from getpass import getpass

import resources
from cockpit.app.display import missing_display_requirements
from cockpit.app.options import Options
from cockpit.app.other_user import OtherUserError
from cockpit.data.engine import Engines
from cockpit.data.profiles import ProfileBook
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.profiles import Profile

_TRIES = 3


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A profile that was chosen.

    Attributes:
        login: Whose.
        passphrase: What opened it, for the programs beside a window.
    """

    login: str
    passphrase: str | None = field(default=None, repr=False)


def choose_profile(engines: Engines, options: Options, *, may_ask: bool) -> SignedIn | None:
    """Return whose profile is opened; None where the file has none.

    Raises:
        BadInputError: There is no such profile, or nobody says which.
        ForbiddenError: The passphrase is not the profile's.
        OtherUserError: Somebody would have to be asked, and may not be here.
    """
    book = ProfileBook(engines)
    profiles = book.all()
    if not profiles:
        return None
    if options.profile is not None:
        return _told(book, profiles, options, may_ask=may_ask)
    if not may_ask:
        raise OtherUserError
    if not options.command and missing_display_requirements() is None:
        return _asked_in_window(book, profiles, options)
    if len(profiles) == 1:
        return _opened(book, profiles[0], options)
    raise BadInputError("profile_needed", names=", ".join(one.login for one in profiles))


def _told(
    book: ProfileBook, profiles: Sequence[Profile], options: Options, *, may_ask: bool
) -> SignedIn:
    for profile in profiles:
        if profile.login == options.profile:
            if profile.is_guarded and options.password is None and not may_ask:
                raise OtherUserError
            return _opened(book, profile, options)
    raise BadInputError("profile_unknown", name=options.profile or "")


def _opened(book: ProfileBook, profile: Profile, options: Options) -> SignedIn:
    """Open a profile with the passphrase that was handed over, or that the terminal gives."""
    if not profile.is_guarded:
        return SignedIn(profile.login)
    given = options.password
    for passphrase in [given] if given is not None else _typed(profile, options):
        if book.opens(profile, passphrase):
            return SignedIn(profile.login, passphrase)
    raise ForbiddenError("passphrase_wrong", name=profile.name)


def _typed(profile: Profile, options: Options) -> list[str]:
    if not sys.stdin.isatty():
        return []
    sentence = resources.text("profile.passphrase", options.language, name=profile.name)
    with suppress(EOFError):
        return [getpass(f"{sentence} ")]
    return []


def _asked_in_window(book: ProfileBook, profiles: Sequence[Profile], options: Options) -> SignedIn:
    from cockpit.app.profile_window import ask_in_window  # noqa: PLC0415 - Qt where it can

    check: Callable[[Profile, str], bool] = book.opens
    chosen = ask_in_window(profiles, check, options)
    if chosen is None:
        raise ForbiddenError("profile_not_chosen")
    profile, passphrase = chosen
    return SignedIn(profile.login, passphrase or None)
