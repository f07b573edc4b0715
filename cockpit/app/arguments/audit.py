"""``audit``: who saw, changed and took out what, and whether anybody touched the record of it."""

import argparse
import re

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts
from cockpit.domain.audit import SealMark
from cockpit.domain.errors import BadInputError

ACTIONS = ("show", "verify")
OPTIONS = frozenset({"--since", "--until", "--login", "--action", "--customer", "--limit",
                     "--json", "--seal"})  # fmt: skip
_MARK = re.compile(r"([1-9][0-9]{0,17}):([0-9a-f]{64})")
_KEPT = argparse.SUPPRESS


def add_audit(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``audit``; what is left out stays as ``AuditOptions`` has it."""
    audit = texts.command(commands, "audit", "audit")
    texts.add_common(audit)
    actions = texts.commands(audit, "audit_action", is_required=True)

    show = texts.add_common(texts.command(actions, "show", "audit_show", path="audit"))
    for option, dest, text in (("--since", "since", "audit_since"),
                               ("--until", "until", "audit_until")):  # fmt: skip
        show.add_argument(option, dest=f"audit_{dest}", type=values.day, default=_KEPT,
                          metavar=texts("day"), help=texts(text))  # fmt: skip
    for option, dest, form in (("--login", "audit_login", "login"),
                               ("--action", "audit_deed", "audit_deed_form"),
                               ("--customer", "audit_customer", "audit_code")):  # fmt: skip
        show.add_argument(option, dest=dest, default=_KEPT, metavar=texts(form),
                          help=texts(dest))  # fmt: skip
    show.add_argument("--limit", dest="audit_limit", type=values.count, default=_KEPT,
                      metavar="N", help=texts("audit_limit"))  # fmt: skip
    verify = texts.add_common(texts.command(actions, "verify", "audit_verify", path="audit"))
    verify.add_argument("--seal", dest="kept_seal", type=seal_mark, default=_KEPT,
                        metavar=texts("audit_seal_form"), help=texts("audit_seal"))  # fmt: skip
    for group in (show, verify):
        group.add_argument("--json", dest="is_audit_json", action="store_true", default=_KEPT,
                           help=texts("audit_json"))  # fmt: skip


def seal_mark(text: str) -> SealMark:
    """Return a seal as ``audit verify`` writes it.

    Raises:
        BadInputError: It is none.
    """
    found = _MARK.fullmatch(text.strip().lower())
    if found is None:
        raise BadInputError("audit_seal_broken", value=text)
    return SealMark(int(found[1]), found[2])
