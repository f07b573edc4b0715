"""The order of a synchronisation, without a socket, a file or a clock.

``Round.run`` is a generator: it yields steps (``steps.py``), is sent their answers, and is thrown
the errors of those that failed. So every order of answers and failures can be tried in a test.

What is sent goes first, then the server's rows are read: they are stored only where nothing of the
user's waits to be judged, so the server alone compares. Whatever breaks, what was stored so far
stays, and the next synchronisation begins anew.
"""

from collections import Counter
from collections.abc import Generator
from dataclasses import replace
from typing import Any, TypeAlias

from cockpit.domain.errors import (
    ClonedError,
    DatabaseBusyError,
    ServerAwayError,
    ServerRefusedError,
)
from cockpit.domain.ids import new_id
from cockpit.domain.sync import (
    MOST_SENT,
    Answer,
    Greeting,
    Outcome,
    Pulled,
    Said,
    ServerSays,
    Standing,
    SyncEnd,
    SyncReport,
)
from cockpit.sync.steps import (
    Become,
    Count,
    Gather,
    Greet,
    Look,
    Note,
    NoteGreeting,
    Pull,
    Push,
    SendContents,
    Settle,
    Step,
    Stop,
    Store,
    Wipe,
)

Steps: TypeAlias = Generator[Step, Any, None]
#: The user writes between sending and storing so often at most; then the next time does it.
_TRIES = 4
#: While a server is set back to a copy its database is not there; nobody at a laptop can do more
#: about it than wait.
_BEING_RESTORED = "error.server_unknown_database"
_ENDS = {
    ServerSays.REVOKED: SyncEnd.REVOKED,
    ServerSays.UNKNOWN: SyncEnd.UNKNOWN_DEVICE,
    ServerSays.UPDATE_FIRST: SyncEnd.UPDATE_FIRST,
    ServerSays.SERVER_BEHIND: SyncEnd.SERVER_BEHIND,
}
#: Nothing can be sent under these, and somebody has to do something.
_CLOSED = frozenset({ServerSays.REVOKED, ServerSays.UNKNOWN})


class Round:
    """One synchronisation.

    Attributes:
        report: What was done so far.
    """

    def __init__(self, program: str) -> None:
        """Begin nothing yet.

        Args:
            program: This program's version.
        """
        self.report = SyncReport(SyncEnd.DONE)
        self._program = program
        self._reasons: Counter[str] = Counter()

    def run(self) -> Steps:
        """Yield the steps of a whole synchronisation; the report says how it ended."""
        try:
            yield from self._run()
        except DatabaseBusyError:
            self._end(SyncEnd.AWAY)
        except ServerAwayError:
            self._end(SyncEnd.AWAY)
            yield Note("away")
        except ServerRefusedError as error:
            yield from self._refused(error)
        figures = self._figures()
        if figures and self.report.end is SyncEnd.DONE:
            yield Note("synced", figures)

    def _run(self) -> Steps:
        standing: Standing = yield Look()
        greeting: Greeting = yield Greet(self._said(standing))
        if greeting.says in _CLOSED:
            yield from self._turned_away(standing, greeting)
            return
        yield NoteGreeting(greeting)
        if standing.stopped:
            yield Stop("")
        if standing.epoch not in {"", greeting.epoch}:
            yield Note("restored")
        if greeting.says is ServerSays.SERVER_BEHIND:
            yield from self._outdated(greeting)
            return
        yield from self._push()
        if greeting.says is ServerSays.UPDATE_FIRST:
            # What was said is never too old to be taken; what is read would not fit.
            yield from self._outdated(greeting)
            return
        if self.report.sent or self._is_news(standing, greeting):
            is_same = yield from self._pull(greeting)
            if not is_same:
                return
        refused: list[str] = yield SendContents()
        self._reasons.update(refused)
        aside = self.report.quarantined + len(refused)
        self.report = replace(self.report, quarantined=aside)

    def _refused(self, error: ServerRefusedError) -> Steps:
        if error.message.key == _BEING_RESTORED:
            self._end(SyncEnd.AWAY)
            yield Note("away")
            return
        self._end(SyncEnd.REFUSED)
        yield Stop("refused")
        yield Note("refused", {"why": error.message.key})

    def _turned_away(self, standing: Standing, greeting: Greeting) -> Steps:
        end = _ENDS[greeting.says]
        self._end(end)
        yield Stop(greeting.says.value)
        yield Note(end.value)
        if greeting.says is ServerSays.REVOKED:
            yield Wipe(standing.device_id)

    def _outdated(self, greeting: Greeting) -> Steps:
        """End where one of the two programs is too old; it is not told again each time."""
        end = _ENDS[greeting.says]
        self._end(end)
        yield Note(end.value)

    def _is_news(self, standing: Standing, greeting: Greeting) -> bool:
        return greeting.has_news or _is_stale(standing, greeting)

    # --- up -------------------------------------------------------------------------------------

    def _push(self) -> Steps:
        """Send all that waits; a file that is a copy of another laptop's becomes a new one."""
        while True:
            standing: Standing = yield Look()
            entries = yield Gather(MOST_SENT)
            if not entries:
                return
            try:
                outcomes = yield Push(standing.device_id, entries)
            except ClonedError:
                yield Become(new_id())
                yield Note("cloned")
                continue
            asked: int = yield Settle(outcomes)
            self._count(outcomes, asked)

    def _count(self, outcomes: list[Outcome], asked: int) -> None:
        report = self.report
        answers = [one.answer for one in outcomes]
        self._reasons.update(
            one.reason
            for one in outcomes
            if one.answer.is_refusal or one.answer is Answer.QUARANTINED
        )
        self.report = replace(
            report,
            sent=report.sent + len(answers),
            conflicts=report.conflicts + asked,
            quarantined=report.quarantined + answers.count(Answer.QUARANTINED),
        )

    # --- down -----------------------------------------------------------------------------------

    def _pull(self, greeting: Greeting) -> Generator[Step, Any, bool]:
        """Read and store what is new; return whether the server is still the one that greeted.

        One that was put back to an old copy this very moment may have lost what pieces belong to:
        it is greeted anew the next time.
        """
        for _ in range(_TRIES):
            standing: Standing = yield Look()
            known = yield Count()
            is_whole = _is_stale(standing, greeting)
            pulled: Pulled = yield Pull(self._said(standing), known, is_whole)
            if pulled.epoch != standing.epoch and standing.epoch:
                return False
            applied = yield Store(pulled)
            if applied.is_stored:
                self.report = replace(
                    self.report,
                    received=applied.received,
                    gone=applied.gone,
                    entered=applied.entered,
                    left=applied.left,
                    is_whole=pulled.is_whole,
                )
                if is_whole and standing.cursor:
                    yield Note("whole", {"is_asked": greeting.is_repull})
                return True
            yield from self._push()
        return True

    # --- words ----------------------------------------------------------------------------------

    def _said(self, standing: Standing) -> Said:
        return Said(
            device_id=standing.device_id,
            schema_revision=standing.own_revision,
            program=self._program,
            backlog=standing.waiting_count,
            epoch=standing.epoch,
            cursor=standing.cursor,
            carried=standing.carried,
        )

    def _end(self, end: SyncEnd) -> None:
        self.report = replace(self.report, end=end)

    def _figures(self) -> dict[str, object]:
        """Return what was done; nothing where there was nothing to do."""
        report = self.report
        names = ("sent", "received", "gone", "entered", "left", "conflicts", "quarantined")
        figures: dict[str, object] = {name: getattr(report, name) for name in names}
        if self._reasons:
            figures["reasons"] = dict(self._reasons)
        return {name: figure for name, figure in figures.items() if figure}


def _is_stale(standing: Standing, greeting: Greeting) -> bool:
    """Return whether what the file has cannot be gone on from: everything is read anew."""
    return (
        greeting.is_repull
        or standing.epoch != greeting.epoch
        or standing.cursor == 0
        or standing.cursor < greeting.oldest_cursor
        or standing.schema_revision != standing.own_revision
    )
