"""``field``: makes this computer a laptop in the field, and says how that stands."""

import sys
from dataclasses import replace
from getpass import getpass

import resources
from cockpit.app.field.choice import field_choice
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import write_lines
from cockpit.app.terminal import one_line
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.messages import MessageValue
from cockpit.domain.profiles import SHORTEST_PASSPHRASE

#: Whoever cannot see how much goes says that it may be anything.
_ALL = "all"


def run(options: Options, paths: Paths) -> int:
    """Run the chosen action."""
    actions = {
        "setup": _setup,
        "status": _status,
        "recover": _recover,
        "forget": _forget,
        "pack": _pack,
        "rescue": _rescue,
        "deliver": _deliver,
    }
    return actions[options.fielding.field_action](options, paths)


def _setup(options: Options, paths: Paths) -> int:
    from cockpit.app.field.setup import set_up  # noqa: PLC0415 - loads the server's driver
    from cockpit.app.first_judging import judge_everybody  # noqa: PLC0415 - see above

    typed: list[str] = []

    def passphrase() -> str:
        typed.append(_new_passphrase(options))
        return typed[-1]

    done = set_up(options, paths, passphrase, lambda key: _say(options, key))
    opened = replace(options, is_field=True, password=typed[-1] if typed else None)
    judge_everybody(opened, paths)
    words = "done_one" if done.report.entered == 1 else "done"
    _say(options, words, rows=done.report.received, customers=done.report.entered)
    _say(options, "under_passphrase" if done.is_under_passphrase else "in_keyring")
    return 0


def _pack(options: Options, paths: Paths) -> int:
    from cockpit.app.commands.field_pack import run as pack  # noqa: PLC0415 - see above

    return pack(options, paths)


def _recover(options: Options, paths: Paths) -> int:
    from cockpit.app.field.setup import recover  # noqa: PLC0415 - see above

    is_wrapped = recover(options, paths, lambda: _new_passphrase(options))
    _say(options, "recovered")
    _say(options, "under_passphrase" if is_wrapped else "in_keyring")
    return 0


def _status(options: Options, paths: Paths) -> int:
    from cockpit.app.commands import field_status  # noqa: PLC0415 - see above

    return field_status.run(options, paths)


def _forget(options: Options, paths: Paths) -> int:
    from cockpit.app.field.setup import forget  # noqa: PLC0415 - see above

    if field_choice(paths) is None:
        raise BadInputError("field_not_set_up")
    asked = options.fielding
    count = _waiting(options, paths)
    if count is None and asked.discard != _ALL:
        raise BadInputError("field_unsent_unknown")
    if count and asked.discard != str(count):
        raise BadInputError("field_unsent", count=str(count))
    if not asked.is_sure:
        _say(options, "forget_ask")
        if sys.stdin.readline().strip().lower() not in {"sim", "s", "yes", "y"}:
            _say(options, "kept")
            return 0
    forget(paths)
    _say(options, "forgotten")
    return 0


def _waiting(options: Options, paths: Paths) -> int | None:
    """Return how much the server has not; None where the file cannot be asked."""
    from cockpit.app.field.opening import open_field  # noqa: PLC0415 - see above

    try:
        opened = open_field(options, paths)
    except GiroError:
        return None
    try:
        return opened.field.synchroniser.backlog().total
    finally:
        opened.engines.close()


def _rescue(options: Options, paths: Paths) -> int:
    from cockpit.app.commands import field_rescue  # noqa: PLC0415 - see above

    return field_rescue.save(options, paths)


def _deliver(options: Options, paths: Paths) -> int:
    from cockpit.app.commands import field_rescue  # noqa: PLC0415 - see above

    return field_rescue.deliver(options, paths)


def _new_passphrase(options: Options) -> str:
    """Ask for a passphrase twice; a pipe's line counts once.

    Raises:
        BadInputError: It is too short, or the two differ.
    """
    if sys.stdin.isatty():
        first, again = (
            getpass(resources.text(f"field.{key}", options.language) + " ")
            for key in ("new_passphrase", "again")
        )
    else:
        first = again = sys.stdin.readline().rstrip("\r\n")
    if len(first) < SHORTEST_PASSPHRASE:
        raise BadInputError("passphrase_short", least=SHORTEST_PASSPHRASE)
    if first != again:
        raise BadInputError("passphrase_differs")
    return first


def _say(options: Options, key: str, **values: MessageValue) -> None:
    write_lines([one_line(resources.text(f"field.{key}", options.language, **values))])
