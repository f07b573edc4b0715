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
from cockpit.domain.notices import DutyHold
from cockpit.domain.report_schedules import (
    REPORTS_DUTY,
    AttachedReport,
    ReportLetter,
    ReportSchedule,
    within_rights,
)
from cockpit.domain.reports import ReportDocument
from cockpit.domain.vocabulary import NoticeState
from cockpit.services.mail_duty import MailDuty, MailRun, password_of
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

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class ReportMailRun(MailRun):
    """What came of one run."""

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
        with self._duty.held() as hold:
            if hold is None:
                done.is_elsewhere = True
                return done
            self._make(hold, done)
            self._send_all(hold, done)
        return done

    @property
    def _duty(self) -> MailDuty:
        return MailDuty(REPORTS_DUTY, self.database, self.clock, self.user)

    def _make(self, hold: DutyHold, done: ReportMailRun) -> None:
        with self.database.write() as unit:
            if not self._duty.goes_on(unit, hold, done):
                return
            for one in unit.reports.schedules():
                if one.plan is not None and has_begun(one, self.clock):
                    due = one.plan.due(self.clock.now(), self.clock.zone)
                    done.made += unit.reports.add_letter(one, due, at=self.clock.now())

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
        try:
            password = password_of(server, self.passwords)
        except MailError as error:
            done.trouble = error
            return
        for letter in letters:
            with self.database.write() as unit:
                if not self._duty.goes_on(unit, hold, done):
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
            detail, state = error.message.key, done.refused(error)
        except GiroError as error:
            detail, state = error.message.key, NoticeState.FAILED
        except Exception as error:  # noqa: BLE001 - one report's fault keeps no other one back
            _log.critical("a report failed", exc_info=True)
            detail, state = type(error).__name__, NoticeState.WAITING
        done.count(state)
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
