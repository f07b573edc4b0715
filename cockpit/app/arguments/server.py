"""``server``: one database for the whole team, prepared, peopled and looked after."""

import argparse
from pathlib import Path

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts
from cockpit.domain.vocabulary import Role

ACTIONS = (
    "init",
    "upgrade",
    "invite",
    "accept",
    "revoke",
    "doctor",
    "keep",
    "migrate-from",
    "standby",
    "doorbell",
    "devices",
    "quarantine",
    "packs",
)
DOORBELL = ("on", "off")
DEVICES = ("list", "revoke", "allow", "repull", "key")
QUARANTINE = ("list", "show", "store", "discard")
PACKS = ("list", "end")
OPTIONS = frozenset(
    {
        "--admin",
        "--name",
        "--role",
        "--team",
        "--own-password",
        "--once",
        "--json",
        "--dry-run",
        "--administrator",
        "--host",
        "--reason",
    }
)
_KEPT = argparse.SUPPRESS


def add_server(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``server``; what is left out stays as ``ServerOptions`` has it."""
    server = texts.command(commands, "server", "server")
    texts.add_common(server)
    actions = texts.commands(server, "server_action", is_required=True)

    def action(name: str, key: str) -> argparse._ArgumentGroup:
        return texts.add_common(texts.command(actions, name, key, path="server"))

    _add_init(action("init", "server_init"), texts)
    action("upgrade", "server_upgrade")
    _add_invite(action("invite", "server_invite"), texts)
    _add_accept(action("accept", "server_accept"), texts)
    _add_login(action("revoke", "server_revoke"), texts)
    _add_json(action("doctor", "server_doctor"), texts)
    _add_keep(action("keep", "server_keep"), texts)
    _add_migrate(action("migrate-from", "server_migrate"), texts)
    _add_devices(action("devices", "server_devices"), texts)
    _add_quarantine(action("quarantine", "server_quarantine"), texts)
    _add_packs(action("packs", "server_packs"), texts)
    action("standby", "server_standby").add_argument(
        "standby", metavar=texts("standby"), help=texts("server_standby_address")
    )
    action("doorbell", "server_doorbell").add_argument(
        "doorbell", type=values.OneOf("doorbell", DOORBELL), metavar="|".join(DOORBELL),
        help=texts("server_doorbell_state"),
    )  # fmt: skip


def _add_init(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("--admin", dest="login", default=_KEPT, metavar=texts("login"),
                       help=texts("server_admin"))  # fmt: skip
    _add_name(group, texts)


def _add_invite(group: argparse._ArgumentGroup, texts: Texts) -> None:
    _add_login(group, texts)
    _add_name(group, texts)
    roles = tuple(Role)
    group.add_argument("--role", dest="role", type=values.OneOf("--role", roles), default=_KEPT,
                       metavar="|".join(roles), help=texts("server_role"))  # fmt: skip
    group.add_argument("--team", dest="team", default=_KEPT, metavar=texts("team"),
                       help=texts("server_team"))  # fmt: skip


def _add_accept(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("invitation", nargs="?", default=_KEPT, metavar=texts("invitation"),
                       help=texts("server_invitation"))  # fmt: skip
    group.add_argument("--own-password", dest="is_own_password", action="store_true",
                       default=_KEPT, help=texts("server_own_password"))  # fmt: skip


def _add_keep(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("--once", dest="is_once", action="store_true", default=_KEPT,
                       help=texts("server_once"))  # fmt: skip


def _add_migrate(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("source", type=Path, metavar=texts("file"),
                       help=texts("server_source"))  # fmt: skip
    group.add_argument("--dry-run", dest="is_move_trial", action="store_true", default=_KEPT,
                       help=texts("server_move_trial"))  # fmt: skip
    group.add_argument("--administrator", dest="file_administrator", default=_KEPT,
                       metavar=texts("login"), help=texts("server_move_person"))  # fmt: skip
    _add_json(group, texts)


def _add_devices(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("device_action", nargs="?", type=values.OneOf("devices", DEVICES),
                       default="list", metavar="|".join(DEVICES),
                       help=texts("server_device_action"))  # fmt: skip
    group.add_argument("device", nargs="?", default=_KEPT, metavar=texts("device"),
                       help=texts("server_device"))  # fmt: skip
    _add_json(group, texts)


def _add_quarantine(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("quarantine_action", nargs="?", type=values.OneOf("quarantine", QUARANTINE),
                       default="list", metavar="|".join(QUARANTINE),
                       help=texts("server_quarantine_action"))  # fmt: skip
    group.add_argument("quarantine_number", nargs="?", type=values.count,
                       default=0, metavar="N",
                       help=texts("server_quarantine_number"))  # fmt: skip
    group.add_argument("--reason", dest="quarantine_reason", default=_KEPT,
                       metavar=texts("reason"), help=texts("server_quarantine_reason"))  # fmt: skip
    _add_json(group, texts)


def _add_packs(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("packs_action", nargs="?", type=values.OneOf("packs", PACKS),
                       default="list", metavar="|".join(PACKS),
                       help=texts("server_pack_action"))  # fmt: skip
    group.add_argument("packs_seller", nargs="?", default=_KEPT, metavar=texts("seller"),
                       help=texts("server_pack_seller"))  # fmt: skip
    _add_json(group, texts)


def _add_login(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("login", metavar=texts("login"), help=texts("server_login"))


def _add_name(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("--name", dest="person_name", default=_KEPT,
                       metavar=texts("person_name"), help=texts("server_name"))  # fmt: skip
    group.add_argument("--host", dest="public_host", default=_KEPT, metavar=texts("host"),
                       help=texts("server_host"))  # fmt: skip


def _add_json(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("--json", dest="is_server_json", action="store_true", default=_KEPT,
                       help=texts("server_json"))  # fmt: skip
