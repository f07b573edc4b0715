"""``privacy``: what a person may ask for their data (LGPD)."""

import argparse
from pathlib import Path

from cockpit.app.arguments.texts import Parser, Texts

ACTIONS = ("erase-person", "replay")
OPTIONS = frozenset({"--person", "--dry-run", "--yes", "--even-company", "--json"})
_KEPT = argparse.SUPPRESS


def add_privacy(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``privacy``; what is left out stays as ``PrivacyOptions`` has it."""
    privacy = texts.command(commands, "privacy", "privacy")
    texts.add_common(privacy)
    actions = texts.commands(privacy, "privacy_action", is_required=True)
    erase = texts.add_common(
        texts.command(actions, "erase-person", "privacy_erase", path="privacy")
    )
    erase.add_argument("erased_customer", metavar=texts("erased_customer"),
                       help=texts("privacy_customer"))  # fmt: skip
    erase.add_argument("--person", dest="erased_person", default=_KEPT,
                       metavar=texts("person_name"), help=texts("privacy_person"))  # fmt: skip
    _flag(erase, texts, "--dry-run", "is_erasing_tried", "privacy_trial")
    _flag(erase, texts, "--yes", "is_erasing_sure", "field_yes")
    _flag(erase, texts, "--even-company", "is_even_company", "privacy_company")
    _flag(erase, texts, "--json", "is_privacy_json", "field_json")
    replay = texts.add_common(texts.command(actions, "replay", "privacy_replay", path="privacy"))
    replay.add_argument("erasures", nargs="?", type=Path, default=None, metavar=texts("file"),
                        help=texts("privacy_erasures"))  # fmt: skip


def _flag(group: argparse._ArgumentGroup, texts: Texts, option: str, dest: str, text: str) -> None:
    group.add_argument(option, dest=dest, action="store_true", default=_KEPT, help=texts(text))
