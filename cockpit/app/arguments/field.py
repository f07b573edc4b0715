"""``field`` and ``sync``: a laptop that works without the server, and meets it at times."""

import argparse
from pathlib import Path

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts

ACTIONS = ("setup", "status", "recover", "forget", "pack", "rescue", "deliver")
PACKS = ("list", "offer", "take", "extend", "return")
SYNC_ACTIONS = ("log", "waiting", "conflicts")
OPTIONS = frozenset({
    "--passphrase", "--lives-days", "--discard", "--yes", "--json", "--once", "--mine", "--theirs",
    "--city", "--segment", "--many", "--days", "--from",
})  # fmt: skip
_KEPT = argparse.SUPPRESS
_SHOWN = values.OneOf("sync", ("", *SYNC_ACTIONS))


def add_field(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``field``; what is left out stays as ``FieldOptions`` has it."""
    field = texts.command(commands, "field", "field")
    texts.add_common(field)
    actions = texts.commands(field, "field_action", is_required=True)
    groups = {
        action: texts.add_common(texts.command(actions, action, f"field_{action}", path="field"))
        for action in ACTIONS
    }
    for action in ("setup", "recover"):
        _flag(groups[action], texts, "--passphrase", "has_passphrase", "field_passphrase")
    groups["setup"].add_argument("--lives-days", dest="lives_days", type=values.some,
                                 default=_KEPT, metavar="N", help=texts("field_lives"))  # fmt: skip
    groups["forget"].add_argument(
        "--discard", dest="discard", default=_KEPT, metavar="N", help=texts("field_unsent")
    )
    _flag(groups["forget"], texts, "--yes", "is_sure", "field_yes")
    _flag(groups["status"], texts, "--json", "is_field_json", "field_json")
    _add_pack(groups["pack"], texts)
    groups["rescue"].add_argument("--from", dest="rescue_from", type=Path, default=_KEPT,
                                  metavar="FIELD.DB", help=texts("field_from"))  # fmt: skip
    for action in ("rescue", "deliver"):
        groups[action].add_argument("rescue_document", type=Path, metavar="DOCUMENT",
                                    help=texts(f"field_{action}_document"))  # fmt: skip


def _add_pack(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("pack_action", nargs="?", type=values.OneOf("pack", PACKS), default="list",
                       metavar="|".join(PACKS), help=texts("field_pack_action"))  # fmt: skip
    for name in ("city", "segment"):
        group.add_argument(f"--{name}", dest=f"pack_{name}", default=_KEPT, metavar=name.upper(),
                           help=texts(f"field_pack_{name}"))  # fmt: skip
    for name in ("many", "days"):
        group.add_argument(f"--{name}", dest=f"pack_{name}", type=values.some, default=_KEPT,
                           metavar="N", help=texts(f"field_pack_{name}"))  # fmt: skip
    _flag(group, texts, "--json", "is_field_json", "field_json")


def add_sync(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``sync``."""
    sync = texts.add_common(texts.command(commands, "sync", "sync"))
    sync.add_argument("sync_action", nargs="?", default="", type=_SHOWN,
                      metavar="|".join(SYNC_ACTIONS), help=texts("sync_action"))  # fmt: skip
    _flag(sync, texts, "--once", "is_sync_once", "sync_once")
    _flag(sync, texts, "--json", "is_field_json", "field_json")
    for option in ("mine", "theirs"):
        sync.add_argument(f"--{option}", dest=option, type=values.some, default=_KEPT,
                          metavar="N", help=texts(f"sync_{option}"))  # fmt: skip


def _flag(group: argparse._ArgumentGroup, texts: Texts, option: str, dest: str, text: str) -> None:
    group.add_argument(option, dest=dest, action="store_true", default=_KEPT, help=texts(text))
