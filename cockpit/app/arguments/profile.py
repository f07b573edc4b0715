"""``profile``: who may be at the program, where several share one file."""

import argparse

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts
from cockpit.domain.vocabulary import Role

ACTIONS = ("list", "add", "passphrase", "remove")
OPTIONS = frozenset({"--name", "--role"})
_KEPT = argparse.SUPPRESS


def add_profile(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``profile``; what is left out stays as ``ProfileOptions`` has it."""
    profile = texts.command(commands, "profile", "profile")
    texts.add_common(profile)
    actions = texts.commands(profile, "profile_action", is_required=True)
    groups = {
        action: texts.add_common(
            texts.command(actions, action, f"profile_{action}", path="profile")
        )
        for action in ACTIONS
    }
    for action in ("add", "remove"):
        groups[action].add_argument("profile_login", metavar=texts("login"),
                                    help=texts("profile_login"))  # fmt: skip
    groups["passphrase"].add_argument("profile_login", nargs="?", default="",
                                      metavar=texts("login"),
                                      help=texts("profile_login"))  # fmt: skip
    add = groups["add"]
    add.add_argument("--name", dest="profile_name", default=_KEPT, metavar=texts("profile_shown"),
                     help=texts("profile_name"))  # fmt: skip
    add.add_argument("--role", dest="profile_role", type=_role, default=_KEPT,
                     metavar="|".join(Role), help=texts("profile_role"))  # fmt: skip


def _role(text: str) -> Role:
    """Return a role.

    Raises:
        BadInputError: There is none of that name.
    """
    return Role(values.OneOf("--role", tuple(Role))(text))
