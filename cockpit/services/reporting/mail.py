"""Making the reports that were scheduled and sending them, by one program at a time.

However many programs look, a duty lets one work; each sending has a key of its schedule and day, so
that a duty that was lost in the middle sends nothing twice. A letter is stored as under way before
the server is asked and as sent afterwards; one whose program ended between the two goes out again
with the same Message-ID.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.clock import Clock
from cockpit.domain.errors import GiroError, MailError
from cockpit.domain.message_templates import MailServer
from cockpit.domain.notices import DUTY_LEASE, DutyHold
from cockpit.domain.report_schedules import (
    REPORTS_DUTY,
    AttachedReport,
    ReportLetter,
    ReportSchedule,
    within_rights,
)
from cockpit.domain.reports import ReportDocument
from cockpit.domain.vocabulary import NoticeState
from cockpit.services.messages import stored_server
from cockpit.services.ports import (
    CurrentUser,
    Database,
    Passwords,
    ReadUnit,
    ReportPacker,
    ReportSender,
)
from cockpit.services.reporting.service import ReportService

#: Trying again changes nothing.
_FINAL = frozenset({"error.mail_address_refused", "error.mail_address_wrong"})
#: One letter's trouble; any other trouble is the server's, who is not asked again in this run.
_OWN_TROUBLE = _FINAL | {"error.mail_refused"}
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class ReportMailRun:
    """What came of one run.

    Attributes:
        made: Sendings that fell due.
        sent: Letters that the server took.
        failed: Letters that did not go out.
        trouble: Why the sending stopped; None where it did not.
        is_elsewhere: Whether another program is at it.
    """

    made: int = 0
    sent: int = 0
    failed: int = 0
    trouble: MailError | None = None
    is_elsewhere: bool = False

    @property
    def is_silent(self) -> bool:
        """Return whether there is nothing to tell."""
        return not (self.made or self.sent or self.failed)


@dataclass(frozen=True, slots=True)
class ReportMailService:
    """Sends scheduled reports; whoever calls it may do so too often.

    Attributes:
        reports: Returns who puts reports together for a reader, with their rights.
        packer: Writes the letter and its attachment.
    """

    database: Database
    clock: Clock
    user: CurrentUser
    reports: Callable[[CurrentUser], ReportService]
    packer: ReportPacker
    sender: ReportSender
    passwords: Passwords

    def run(self) -> ReportMailRun:
        """Note what fell due, and send what waits."""
        done = ReportMailRun()
        with self.database.read() as unit:
            if not is_due(unit, self.clock):
                return done
        with self.database.write() as unit:
            at = self.clock.now()
            hold = unit.duties.take(REPORTS_DUTY, user=self.user, at=at, lease=DUTY_LEASE)
            unit.changed(customer_ids=[])
        if hold is None:
            done.is_elsewhere = True
            return done
        try:
            self._make(hold, done)
            self._send_all(hold, done)
        finally:
            with self.database.write() as unit:
                unit.duties.release(hold, at=self.clock.now())
                unit.changed(customer_ids=[])
        return done

    def _make(self, hold: DutyHold, done: ReportMailRun) -> None:
        with self.database.write() as unit:
            unit.changed(customer_ids=[])
            if not self._holds(unit.duties.renew, hold, done):
                return
            for one in unit.reports.schedules():
                if one.plan is not None and has_begun(one, self.clock):
                    due = one.plan.due(self.clock.now(), self.clock.zone)
                    done.made += unit.reports.add_letter(one, due, at=self.clock.now())

    def _holds(self, renew: Callable[..., bool], hold: DutyHold, done: ReportMailRun) -> bool:
        """Go on holding the duty; False where another program has it now."""
        done.is_elsewhere = not renew(hold, at=self.clock.now(), lease=DUTY_LEASE)
        return not done.is_elsewhere

    def _send_all(self, hold: DutyHold, done: ReportMailRun) -> None:
        if done.is_elsewhere:
            return
        with self.database.write() as unit:
            unit.changed(customer_ids=[])
            unit.reports.give_up_letters(at=self.clock.now())
            letters = unit.reports.waiting_letters(at=self.clock.now())
            server = stored_server(unit)
        if not letters or server is None:
            return
        password = self.passwords.password(server.host, server.login) if server.login else None
        if server.login and not password:
            # Another program of the company's may know it: the letters wait for that one.
            done.trouble = MailError("mail_no_password", host=server.host)
            return
        for letter in letters:
            with self.database.write() as unit:
                unit.changed(customer_ids=[])
                if not self._holds(unit.duties.renew, hold, done):
                    return
                if not unit.reports.begin_letter(letter, at=self.clock.now()):
                    continue
            self._send(letter, server, password, done)
            if done.trouble is not None:
                return

    def _send(
        self, letter: ReportLetter, server: MailServer, password: str | None, done: ReportMailRun
    ) -> None:
        document, state, detail = None, NoticeState.SENT, ""
        try:
            document = self._document(letter)
            packed = None if document is None else self._packed(document, letter)
            if packed is None:
                state, detail = NoticeState.FAILED, "unreadable"
            else:
                self.sender.send_report(packed, server, password)
        except MailError as error:
            detail = error.message.key
            state = NoticeState.FAILED if detail in _FINAL else NoticeState.WAITING
            done.trouble = error if detail not in _OWN_TROUBLE else None
        except GiroError as error:
            detail, state = error.message.key, NoticeState.FAILED
        except Exception as error:  # noqa: BLE001 - one report's fault keeps no other one back
            _log.critical("a report failed", exc_info=True)
            detail, state = type(error).__name__, NoticeState.WAITING
        done.sent += state is NoticeState.SENT
        done.failed += state is not NoticeState.SENT
        if detail:
            _log.warning("a report was not sent: %s", detail)
        self._end(letter, document, state, detail)

    def _end(
        self, letter: ReportLetter, document: ReportDocument | None, state: NoticeState, detail: str
    ) -> None:
        """Store what became of a letter, and that rows left the house."""
        at = self.clock.now()
        with self.database.write() as unit:
            unit.changed(customer_ids=[])
            unit.reports.end_letter(letter.notice_id, state, detail=detail, at=at)
            if state is NoticeState.SENT and document is not None:
                told = {"rows": document.row_count, "to": str(letter.recipient.user_id)}
                what = f"report_{document.name.value}"
                deed = Deed(AuditAction.EXPORTED, what, letter.notice_id, told)
                unit.audit.record(deed, user=self.user, at=at)

    def _document(self, letter: ReportLetter) -> ReportDocument | None:
        """Return a letter's report, as far as its reader may see it; None where nothing tells."""
        plan, due, reader = letter.plan, letter.due, letter.recipient
        if plan is None or due is None or not reader.email:
            return None
        with self.database.read() as unit:
            people = unit.reports.supervised_by(reader.user_id)
        request = within_rights(plan.request(due), reader, people)
        asking = CurrentUser(
            reader.user_id, self.user.device_id, letter.login, reader.name, reader.role
        )
        return self.reports(asking).document(request)

    def _packed(self, document: ReportDocument, letter: ReportLetter) -> AttachedReport | None:
        return None if letter.plan is None else self.packer.pack(document, letter, letter.plan)


def has_begun(schedule: ReportSchedule, clock: Clock) -> bool:
    """Return whether a schedule was there when it last fell due."""
    if schedule.plan is None:
        return False
    due = schedule.plan.due(clock.now(), clock.zone)
    return schedule.plan.due_at(due, clock.zone) >= schedule.created_at


def is_due(unit: ReadUnit, clock: Clock) -> bool:
    """Return whether a report is to be made or sent now."""
    if unit.reports.waiting_letters(at=clock.now()):
        return True
    begun = [one for one in unit.reports.schedules() if has_begun(one, clock)]
    told = unit.reports.told([one.schedule_id for one in begun])
    return any(
        one.plan is not None and told.get(one.schedule_id) != one.plan.due(clock.now(), clock.zone)
        for one in begun
    )
