"""``server keep``: the keeper of a team's server, run as a system service.

It ends at once and cleanly when it is told to: a transaction that is under way is undone, as if it
had not begun. A server that is away is waited for.
"""

import logging
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from types import FrameType

import resources
from cockpit.app.commands.cycle_refresh import refresh
from cockpit.app.commands.notify import digest_service, painter
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.reporting import report_mail_of
from cockpit.app.server_administration import server_of
from cockpit.app.session import Session
from cockpit.app.terminal import one_line
from cockpit.app.wiring import open_session
from cockpit.data.server.sync.upkeep import tidy
from cockpit.domain.errors import (
    BadInputError,
    DatabaseBusyError,
    DatabaseError,
    GiroError,
    ServerAwayError,
)
from cockpit.domain.formats import Language
from cockpit.domain.keeper import LEASE
from cockpit.domain.messages import MessageValue
from cockpit.domain.notices import NoticeKind
from cockpit.services.keeper import Job, KeeperService, Round, reap
from cockpit.services.ports import DigestPainter

#: Between two looks whether anything is due.
TICK_SECONDS = 15.0
#: Between two tries to reach a server that is away.
AWAY_SECONDS = 3.0
#: Work that could not be done in a single round.
NOT_ALL_DONE = 1
_MINUTE = timedelta(minutes=1)
_log = logging.getLogger(__name__)


class _StoppedError(SystemExit):
    """The system told the keeper to end; the driver cancels what it waits for."""


def run(options: Options, paths: Paths) -> int:
    """Keep until told to end; with ``--once`` do everything that is due, and end."""
    if options.as_of is not None:
        raise BadInputError("refresh_past_day")
    server = server_of(options, paths)
    terminal = _Terminal(options.language)
    try:
        with _told_to_end(), ExitStack() as stack:
            session = _opened(options, paths, terminal, stack)
            picture = stack.enter_context(painter())
            terminal.say("began", server=str(server))
            keeper = KeeperService(
                session.database, session.clock, session.user, _jobs(session, picture, terminal)
            )
            try:
                if options.server.is_once:
                    return _once(keeper, terminal)
                _go_on(keeper, session, terminal)
            finally:
                with suppress(DatabaseError):
                    keeper.release()
    except (_StoppedError, KeyboardInterrupt):
        terminal.say("ended")
    return 0


class _Terminal:
    """Says what changed: a round that is like the last one says nothing."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._state = ""

    def say(self, key: str, **values: MessageValue) -> None:
        """Print a line at once, for a service's log."""
        sys.stdout.write(one_line(resources.text(f"keeper.{key}", self._language, **values)) + "\n")
        sys.stdout.flush()

    def tell(self, came: Round) -> None:
        """Print what came of a round."""
        self._turn("on_duty" if came.is_on_duty else "standby")
        for name in came.done:
            _log.info("done: %s", name)
        for name, error in came.failed:
            reason = self.reason(error)
            self.say("failed", work=resources.text(f"keeper.{name}", self._language), reason=reason)

    def tell_away(self, error: DatabaseError) -> None:
        """Say once that the server is not there."""
        self._turn("away", reason=self.reason(error))

    def reason(self, error: Exception) -> str:
        """Return why, in words that hold nobody's data."""
        if isinstance(error, GiroError):
            return resources.text(error.message, self._language)
        return type(error).__name__

    def _turn(self, state: str, **values: MessageValue) -> None:
        if state != self._state:
            self._state = state
            self.say(state, **values)


def _jobs(session: Session, picture: DigestPainter | None, terminal: _Terminal) -> list[Job]:
    """Return the keeper's work, what is quick first."""

    def seal() -> None:
        mark = session.audit.seal()
        if mark is not None:
            _log.info("seal %s", mark)

    def judge() -> None:
        _log.info("cycles: %s", refresh(session, is_refit=False))

    def notify() -> None:
        if session.notices.is_due():
            digest_service(session, picture, tuple(NoticeKind)).run()
            report_mail_of(session).run()

    def tidy_laptops() -> None:
        tidied = tidy(session.store.engines)
        _log.info("laptops: %d loans ended, %d deletions", tidied.ended, tidied.forgotten)

    return [
        Job("reaping", _MINUTE, lambda: reap(session.database, session.clock)),
        Job("sealing", _MINUTE, seal),
        Job("cycles", timedelta(hours=1), judge, is_daily=True),
        Job("mixes", timedelta(hours=6), session.mixes.refresh_if_stale, is_daily=True),
        Job(
            "orders", timedelta(hours=1), session.order_follow_ups.run, is_daily=True
        ),
        Job("closings", timedelta(hours=1), session.frozen_periods.close_due, is_daily=True),
        Job("laptops", timedelta(hours=1), tidy_laptops),
        Job("notices", 5 * _MINUTE, notify),
    ]  # fmt: skip


def _opened(options: Options, paths: Paths, terminal: _Terminal, stack: ExitStack) -> Session:
    """Open the server, as soon as it is there: a machine may start the keeper first."""
    while True:
        try:
            return stack.enter_context(open_session(options, paths))
        except (ServerAwayError, DatabaseBusyError) as error:
            if options.server.is_once:
                raise
            terminal.tell_away(error)
            _rest(AWAY_SECONDS)


def _once(keeper: KeeperService, terminal: _Terminal) -> int:
    came = keeper.round()
    terminal.tell(came)
    return NOT_ALL_DONE if came.failed else 0


def _go_on(keeper: KeeperService, session: Session, terminal: _Terminal) -> None:
    """Work in rounds until told to end; the duty is held while a long work is under way."""
    ended = threading.Event()
    holding = threading.Thread(target=_hold, args=(keeper, ended), name="giro-duty", daemon=True)
    holding.start()
    try:
        while True:
            try:
                _look(session)
                terminal.tell(keeper.round())
                _rest()
            except DatabaseError as error:
                terminal.tell_away(error)
                _rest(AWAY_SECONDS)
    finally:
        ended.set()
        holding.join()


def _look(session: Session) -> None:
    """Ask whether the server is there: once it was not, nobody else is let pass before."""
    keeping = session.store.keeping
    if keeping is None:
        return
    try:
        keeping.board.note_answer(keeping.probe.look())
    except DatabaseError as error:
        keeping.board.note_error(error)
        raise


def _hold(keeper: KeeperService, ended: threading.Event) -> None:
    while not ended.wait(LEASE.total_seconds() / 4):
        with suppress(DatabaseError):
            if keeper.is_on_duty:
                keeper.renew()


def _rest(seconds: float = TICK_SECONDS) -> None:
    """Wait for the next round; a signal ends it."""
    threading.Event().wait(seconds)


@contextmanager
def _told_to_end() -> Iterator[None]:
    """End by an exception what is under way when the system says so; once."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise _StoppedError(0)

    former = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)
