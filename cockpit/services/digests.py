"""Making everybody's notices and sending them by e-mail, by one program at a time.

However many programs look, a duty lets one work; each notice has a key of its user, kind, period
and channel, so that a duty that was lost in the middle tells nobody twice. A letter is stored as
under way before the server is asked and as sent afterwards; one whose program ended between the two
goes out again with the same Message-ID.
"""

import logging
from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import MailError
from cockpit.domain.message_templates import MailServer
from cockpit.domain.notices import (
    DUTY,
    DigestLetter,
    DutyHold,
    NoticeKind,
    Recipient,
    WaitingLetter,
)
from cockpit.domain.vocabulary import NoticeState
from cockpit.services.mail_duty import MailDuty, MailRun, password_of
from cockpit.services.messages import stored_server
from cockpit.services.notice_maker import NoticeMaker, Prepared
from cockpit.services.ports import (
    CurrentUser,
    Database,
    DigestSender,
    DigestWriter,
    Passwords,
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class UnsentLetter:
    """A letter that the server did not take for its address's sake.

    Attributes:
        is_final: Whether it is not tried again.
    """

    recipient: Recipient
    is_final: bool


@dataclass(slots=True)
class DigestRun(MailRun):
    """What came of one run.

    Attributes:
        unsent: Letters that failed for their address's sake.
    """

    unsent: list[UnsentLetter] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DigestService:
    """Tells whom the schedules say; whoever calls it may do so too often."""

    database: Database
    clock: Clock
    user: CurrentUser
    writer: DigestWriter
    sender: DigestSender
    passwords: Passwords
    kinds: Collection[NoticeKind] = field(default=tuple(NoticeKind))

    def run(self) -> DigestRun:
        """Make the notices whose time has come, and send the letters that wait."""
        with self._duty.held() as hold:
            if hold is None:
                return DigestRun(is_elsewhere=True)
            done = DigestRun()
            self._make(hold, done)
            self._send_all(hold, done)
        return done

    def preview(self) -> list[Prepared]:
        """Return what each would be told if their schedule's moment were now; nothing is stored."""
        with self.database.read() as unit:
            return list(NoticeMaker(self.clock, self.kinds).prepared(unit, is_preview=True))

    def letter(self, prepared: Prepared, message_id: UUID) -> DigestLetter:
        """Return a digest as it would go out."""
        today = self.clock.today()
        return self.writer.write(prepared.digest, prepared.recipient, message_id, today=today)

    @property
    def _duty(self) -> MailDuty:
        return MailDuty(DUTY, self.database, self.clock, self.user)

    def _make(self, hold: DutyHold, done: DigestRun) -> None:
        maker = NoticeMaker(self.clock, self.kinds)
        with self.database.read() as reading:
            work = maker.prepare(reading)  # nobody's writing waits for it
        if not work.periods:
            return
        with self.database.write() as unit:
            if not self._duty.goes_on(unit, hold, done):
                return
            done.made = maker.store(unit, work)
            if done.made:
                unit.changed(Topic.NOTICES, customer_ids=[])

    def _send_all(self, hold: DutyHold, done: DigestRun) -> None:
        with self.database.write() as unit:
            if not self._duty.goes_on(unit, hold, done):
                return
            unit.notices.give_up_letters(at=self.clock.now())
            letters = unit.notices.waiting_letters(at=self.clock.now())
            server = stored_server(unit)
        if not letters or server is None:
            return
        try:
            password = password_of(server, self.passwords)
        except MailError as error:
            done.trouble = error
            return
        for letter in letters:
            with self.database.write() as unit:
                is_begun = self._duty.goes_on(unit, hold, done) and unit.notices.begin_letter(
                    letter, at=self.clock.now()
                )
            if not is_begun:
                done.is_elsewhere = True
                return
            self._send(letter, server, password, done)
            if done.trouble is not None:
                return

    def _send(
        self, waiting: WaitingLetter, server: MailServer, password: str | None, done: DigestRun
    ) -> None:
        state, detail = NoticeState.SENT, ""
        if waiting.digest is None or not waiting.recipient.email:
            state, detail = NoticeState.FAILED, "unreadable"
        else:
            letter = self.writer.write(
                waiting.digest, waiting.recipient, waiting.notice_id, today=self.clock.today()
            )
            try:
                self.sender.send_digest(letter, server, password)
            except MailError as error:
                detail = error.message.key
                state = done.refused(error)
        done.count(state)
        if state is not NoticeState.SENT and done.trouble is None:
            done.unsent.append(UnsentLetter(waiting.recipient, state is NoticeState.FAILED))
        if detail:
            _log.warning("a digest was not sent: %s", detail)
        with self.database.write() as unit:
            unit.changed(customer_ids=[])
            unit.notices.end_letter(waiting.notice_id, state, detail=detail, at=self.clock.now())
