"""``field rescue`` and ``field deliver``: a damaged laptop's words, saved and brought home."""

import sys
from getpass import getpass
from pathlib import Path

import resources
from cockpit.app.field.rescue import bring, rescue
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import write_lines
from cockpit.app.terminal import one_line
from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import MessageValue
from cockpit.domain.sync import Answer

#: Something of it could not be saved, or was set aside by the server.
NOT_ALL = 1


def save(options: Options, paths: Paths) -> int:
    """Save what was never sent; 1 where some of it could not be read."""
    asked = options.fielding

    def ask_key(is_passphrase: bool) -> str | None:
        key = "passphrase" if is_passphrase else "rescue_key"
        if not sys.stdin.isatty():
            return sys.stdin.readline().rstrip("\r\n") or None
        return getpass(resources.text(f"field.{key}", options.language) + " ") or None

    found = rescue(asked.rescue_from, _document(options), paths, ask_key)
    _say(
        options, "rescued", count=len(found.entries), files=len(found.contents),
        document=str(asked.rescue_document),
    )  # fmt: skip
    if found.missing:
        _say(options, "rescue_missing", count=found.missing)
        return NOT_ALL
    return 0


def deliver(options: Options, paths: Paths) -> int:
    """Bring a document to the server; 1 where something of it was set aside there."""
    answers = bring(_document(options), options, paths)
    aside = sum(answers[one] for one in (Answer.QUARANTINED, Answer.CONFLICT, Answer.REJECTED))
    _say(
        options, "delivered", known=answers[Answer.KNOWN], aside=aside,
        count=answers[Answer.STORED] + answers[Answer.APPLIED],
    )  # fmt: skip
    return NOT_ALL if aside else 0


def _document(options: Options) -> Path:
    document = options.fielding.rescue_document
    if document is None:
        raise BadInputError("field_no_rescue")
    return document


def _say(options: Options, key: str, **values: MessageValue) -> None:
    write_lines([one_line(resources.text(f"field.{key}", options.language, **values))])
