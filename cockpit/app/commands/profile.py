"""``profile``: who may be at the program, where several share one file."""

import sys
from contextlib import suppress
from getpass import getpass

import resources
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import text_table, write_lines
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.data.profiles import ProfileBook
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.rights import Task


def run(options: Options, paths: Paths) -> int:
    """List, make, guard or take away profiles."""
    asked = options.profiles
    with open_session(options, paths) as session:
        if not session.store.is_sqlite:
            raise BadInputError("profile_on_server")
        book = ProfileBook(session.engines)
        if asked.profile_action == "list":
            write_lines(_listed(book, options))
            return 0
        if asked.profile_action == "passphrase":
            _guard(book, session, options)
        else:
            _manage(book, session, options)
    sys.stdout.write(resources.text("profile.done", options.language) + "\n")
    return 0


def _manage(book: ProfileBook, session: Session, options: Options) -> None:
    asked = options.profiles
    if not session.user.may(Task.MANAGE_PEOPLE):
        raise ForbiddenError("profile_not_allowed")
    if asked.profile_action == "remove":
        book.remove(asked.profile_login)
        return
    if not book.all():
        # Whoever makes the first profile stays who they are.
        user = session.user
        book.add(user.login, user.name, user.role)
    book.add(asked.profile_login, asked.profile_name, asked.profile_role)


def _guard(book: ProfileBook, session: Session, options: Options) -> None:
    login = options.profiles.profile_login or session.user.login
    if login != session.user.login and not session.user.may(Task.MANAGE_PEOPLE):
        raise ForbiddenError("profile_not_allowed")
    book.guard(login, _typed_twice(options))


def _typed_twice(options: Options) -> str:
    """Return a passphrase that was typed the same twice, or one line of a pipe."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first, second = (
        _typed(resources.text(f"profile.{key}", options.language)) for key in ("new", "again")
    )
    if first != second:
        raise BadInputError("passphrase_differs")
    return first


def _typed(sentence: str) -> str:
    with suppress(EOFError):
        return getpass(f"{sentence} ")
    return ""


def _listed(book: ProfileBook, options: Options) -> list[str]:
    def say(key: str) -> str:
        return resources.text(f"profile.{key}", options.language)

    rows = [
        (one.login, one.name, say(str(one.role)), say("yes" if one.is_guarded else "no"))
        for one in book.all()
    ]
    if not rows:
        return [say("none")]
    return text_table((say("login"), say("name"), say("role"), say("guarded")), rows)
