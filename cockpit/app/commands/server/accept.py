"""``server accept``: this computer works on the server from now on, as the invited person."""

import sys
from contextlib import suppress
from getpass import getpass

import resources
from cockpit.app.accepting import accept_invitation
from cockpit.app.commands.server.texts import Words
from cockpit.app.invitations import LEAST_LENGTH, Invitation
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.domain.errors import BadInputError


def run(options: Options, paths: Paths) -> int:
    """Accept an invitation; without a keyring the person chooses a password."""
    say = Words(options.language)
    line = options.server.invitation or _line(say)
    invitation = Invitation.from_line(line)
    chosen = _chosen(options) if options.server.is_own_password else None
    accepted = accept_invitation(
        invitation, paths, own_password=chosen, ask=lambda: _chosen(options)
    )
    say("accept_done", server=str(invitation.server))
    say("accept_kept" if accepted.is_random else "accept_own")
    return 0


def _line(say: Words) -> str:
    say("accept_ask")
    return sys.stdin.readline()


def _chosen(options: Options) -> str:
    """Ask for a password twice; it is not shown."""
    if not sys.stdin.isatty():
        raise BadInputError("server_no_password_terminal")
    with suppress(EOFError):
        first = getpass(_asked("accept_password", options))
        if len(first) < LEAST_LENGTH:
            raise BadInputError("server_short_password", length=LEAST_LENGTH)
        if getpass(_asked("accept_again", options)) == first:
            return first
    raise BadInputError("server_passwords_differ")


def _asked(key: str, options: Options) -> str:
    values = {"length": LEAST_LENGTH} if key == "accept_password" else {}
    return resources.text(f"server.{key}", options.language, **values) + " "
