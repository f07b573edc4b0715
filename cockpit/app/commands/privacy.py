"""``privacy``: erases a person, after showing what that takes; again after a restore."""

import sys

import resources
from cockpit.app.erasures import NAME, note_erasure, noted_erasures
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import write_json, write_lines
from cockpit.app.server_administration import administration
from cockpit.app.terminal import one_line
from cockpit.data.server.erasing.administration import Erased, Whom, erase, whom
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import integer
from cockpit.domain.messages import MessageValue
from cockpit.domain.vocabulary import PersonKind


def run(options: Options, paths: Paths) -> int:
    """Run the chosen action."""
    if options.privacy.privacy_action == "replay":
        return _replay(options, paths)
    return _erase(options, paths)


def _erase(options: Options, paths: Paths) -> int:
    asked = options.privacy
    with administration(options, paths) as connection:
        one = whom(connection, asked.erased_customer, asked.erased_person)
        is_company = one.entity == "customers" and one.kind is PersonKind.COMPANY
        if is_company and not asked.is_even_company:
            raise BadInputError("erase_company", word=one.customer)
        is_machine = asked.is_privacy_json
        if asked.is_erasing_tried or not asked.is_erasing_sure:
            tried = erase(connection, one.entity, one.key, is_trial=True)
            if is_machine:
                write_json(_told(one, tried))
                return 0
            _show(options, one, tried)
            if asked.is_erasing_tried:
                _say(options, "tried")
                return 0
            _say(options, "ask")
            if sys.stdin.readline().strip().lower() not in {"sim", "s", "yes", "y"}:
                _say(options, "kept")
                return 0
        # Noted before: a server that is set back must not bring anybody back, whatever happens now.
        noted = note_erasure(paths.home, one.entity, one.key, SystemClock().now())
        done = erase(connection, one.entity, one.key)
    if is_machine:
        write_json(_told(one, done))
        return 0
    _say(options, "done", row=str(one.key))
    _say(options, "laptops")
    _say(options, "noted", file=str(noted))
    return 0


def _replay(options: Options, paths: Paths) -> int:
    """Erase again who was erased; who is not in this database is told and passed by."""
    path = options.privacy.erasures or paths.home / NAME
    known = noted_erasures(path)
    with administration(options, paths) as connection:
        for entity, key in known:
            try:
                done = erase(connection, entity, key)
            except BadInputError:
                _say(options, "unknown", row=str(key))
            else:
                rows = sum(done.rows.values())
                words = "again_one" if rows == 1 else "again"
                _say(options, words, row=str(key), count=integer(rows, options.language))
    return 0


def _told(one: Whom, done: Erased) -> dict[str, object]:
    return {"entity": one.entity, "key": str(one.key), "rows": dict(done.rows), "facts": done.facts}


def _show(options: Options, one: Whom, tried: Erased) -> None:
    """Tell whom it is about and what it takes, a sentence each."""
    is_person = one.entity == "contact_persons"
    _say(options, "person" if is_person else "customer", name=one.name, customer=one.customer)
    sentences = resources.catalogue("privacy", options.language)
    for table, count in sorted(tried.rows.items()):
        key = f"rows_{table}" if f"rows_{table}" in sentences else "rows"
        if count == 1 and f"{key}_one" in sentences:
            key += "_one"
        _say(options, key, count=integer(count, options.language), table=table)
    if not tried.rows:
        _say(options, "nothing")
    _say(options, "stays")


def _say(options: Options, key: str, **values: MessageValue) -> None:
    write_lines([one_line(resources.text(f"privacy.{key}", options.language, **values))])
