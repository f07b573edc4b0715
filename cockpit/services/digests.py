"""Making everybody's notices and sending them by e-mail, by one program at a time.

However many programs look, a duty lets one work; each notice has a key of its user, kind, period
and channel, so that a duty that was lost in the middle tells nobody twice. A letter is stored as
under way before the server is asked and as sent afterwards; one whose program ended between the two
goes out again with the same Message-ID.
"""

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.digest_documents import to_document, told_on_last_day
from cockpit.domain.errors import MailError
from cockpit.domain.message_templates import MailServer
from cockpit.domain.notices import (
    DUTY,
    DUTY_LEASE,
    Audience,
    Digest,
    DigestLetter,
    DutyHold,
    LeftCustomer,
    NoticeKind,
    PortfolioState,
    Recipient,
    WaitingLetter,
    audience_of,
)
from cockpit.domain.vocabulary import NoticeChannel, NoticeState, Role
from cockpit.services.messages import stored_server
from cockpit.services.notices import is_new, made_for, note_made, schedule_of
from cockpit.services.ports import (
    CurrentUser,
    Database,
    DigestSender,
    DigestWriter,
    Passwords,
    ReadUnit,
    WriteUnit,
)

_MOST_CUSTOMERS = 50
#: The address is wrong: trying again changes nothing.
_FINAL = frozenset({"error.mail_address_refused", "error.mail_address_wrong"})
#: One letter's trouble; any other trouble is the server's, who is not asked again in this run.
_OWN_TROUBLE = _FINAL | {"error.mail_refused"}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A digest that somebody gets, or would get.

    Attributes:
        everybody: All customers who left; the digest names the dearest.
        is_told: Whether this period's was made before.
    """

    audience: Audience
    recipient: Recipient
    digest: Digest
    period: date
    everybody: tuple[LeftCustomer, ...] = ()
    is_told: bool = False


@dataclass(slots=True)
class DigestRun:
    """What came of one run.

    Attributes:
        made: Notices that were made.
        sent: Letters that the server took.
        failed: Letters that it did not take.
        trouble: Why the sending stopped; None where it did not.
        is_elsewhere: Whether another program is at it.
    """

    made: int = 0
    sent: int = 0
    failed: int = 0
    trouble: MailError | None = None
    is_elsewhere: bool = False


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
        with self.database.write() as unit:
            hold = unit.duties.take(DUTY, user=self.user, at=self.clock.now(), lease=DUTY_LEASE)
            unit.changed(customer_ids=[])
        if hold is None:
            return DigestRun(is_elsewhere=True)
        done = DigestRun()
        try:
            self._make(hold, done)
            self._send_all(hold, done)
        finally:
            with self.database.write() as unit:
                unit.duties.release(hold, at=self.clock.now())
                unit.changed(customer_ids=[])
        return done

    def preview(self) -> list[Prepared]:
        """Return what each would be told if their schedule's moment were now; nothing is stored."""
        with self.database.read() as unit:
            return list(self._prepared(unit, is_preview=True))

    def letter(self, prepared: Prepared, message_id: UUID) -> DigestLetter:
        """Return a digest as it would go out."""
        today = self.clock.today()
        return self.writer.write(prepared.digest, prepared.recipient, message_id, today=today)

    # --- making --------------------------------------------------------------------------------

    def _make(self, hold: DutyHold, done: DigestRun) -> None:
        """Store this period's notices, in one transaction with that they were made."""
        now = self.clock.now()
        with self.database.write() as unit:
            unit.changed(customer_ids=[])
            if not unit.duties.renew(hold, at=now, lease=DUTY_LEASE):
                done.is_elsewhere = True
                return
            has_server = stored_server(unit) is not None
            for one in self._prepared(unit, is_preview=False):
                done.made += self._add(unit, one, has_server=has_server)
            for audience, period in self._open_periods(unit):
                note_made(unit, audience, period)
            if done.made:
                unit.changed(Topic.NOTICES, customer_ids=[])

    def _add(self, unit: WriteUnit, one: Prepared, *, has_server: bool) -> bool:
        kind, user_id, now = one.digest.kind, one.recipient.user_id, self.clock.now()
        document = to_document(one.digest, one.everybody)
        is_added = unit.notices.add(
            user_id, kind, NoticeChannel.SCREEN, period=one.period, document=document, at=now
        )
        is_mailed = schedule_of(unit, one.audience).is_mailed
        if has_server and is_mailed and one.recipient.email:
            unit.notices.add(
                user_id, kind, NoticeChannel.EMAIL, period=one.period, document=document, at=now
            )
        return is_added

    def _open_periods(self, unit: ReadUnit) -> list[tuple[Audience, date]]:
        """Return the audiences whose moment has come, of the kinds that are asked for."""
        now, zone = self.clock.now(), self.clock.zone
        wanted = {one for one in Audience if self._is_wanted(one)}
        periods = ((one, schedule_of(unit, one).period(now, zone)) for one in wanted)
        return [
            (one, period)
            for one, period in periods
            if period is not None and is_new(period, made_for(unit, one))
        ]

    def _is_wanted(self, audience: Audience) -> bool:
        kind = NoticeKind.CYCLE_LEFT if audience is Audience.SELLERS else NoticeKind.PORTFOLIOS
        return kind in self.kinds

    def _prepared(self, unit: ReadUnit, *, is_preview: bool) -> Iterable[Prepared]:
        """Yield what is to be told; of a preview also what was told already."""
        open_periods = dict(self._open_periods(unit))
        now, zone, today = self.clock.now(), self.clock.zone, self.clock.today()
        recipients = unit.notices.recipients()
        portfolios = unit.notices.portfolios()
        for kind in self.kinds:
            for audience in Audience:
                schedule = schedule_of(unit, audience)
                period = schedule.period(now, zone)
                is_open = audience in open_periods
                if period is None or not (is_open or is_preview):
                    continue
                whom = [one for one in recipients if audience_of(kind, one.role) is audience]
                first = schedule.first_since(period)
                digests = (
                    _left(unit, whom, portfolios, first, today)
                    if kind is NoticeKind.CYCLE_LEFT
                    else _portfolios(whom, recipients, portfolios, first, today)
                )
                for recipient, digest, everybody in digests:
                    yield Prepared(
                        audience, recipient, digest, period, everybody, is_told=not is_open
                    )

    # --- sending -------------------------------------------------------------------------------

    def _send_all(self, hold: DutyHold, done: DigestRun) -> None:
        with self.database.write() as unit:
            unit.changed(customer_ids=[])
            if not unit.duties.renew(hold, at=self.clock.now(), lease=DUTY_LEASE):
                done.is_elsewhere = True
                return
            unit.notices.give_up_letters(at=self.clock.now())
            letters = unit.notices.waiting_letters(at=self.clock.now())
            server = stored_server(unit)
        if not letters or server is None:
            return
        password = self.passwords.password(server.host, server.login) if server.login else None
        if server.login and not password:
            # Another program of the company's may know it: the letters wait for that one.
            done.trouble = MailError("mail_no_password", host=server.host)
            return
        for letter in letters:
            if not self._begin(hold, letter):
                done.is_elsewhere = True
                return
            self._send(letter, server, password, done)
            if done.trouble is not None:
                return

    def _begin(self, hold: DutyHold, letter: WaitingLetter) -> bool:
        """Mark a letter as under way; False where another program has the duty now."""
        with self.database.write() as unit:
            unit.changed(customer_ids=[])
            return unit.duties.renew(
                hold, at=self.clock.now(), lease=DUTY_LEASE
            ) and unit.notices.begin_letter(letter, at=self.clock.now())

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
                state = NoticeState.FAILED if detail in _FINAL else NoticeState.WAITING
                if detail not in _OWN_TROUBLE:
                    done.trouble = error
        done.sent += state is NoticeState.SENT
        done.failed += state is not NoticeState.SENT
        if detail:
            _log.warning("a digest was not sent: %s", detail)
        with self.database.write() as unit:
            unit.changed(customer_ids=[])
            unit.notices.end_letter(waiting.notice_id, state, detail=detail, at=self.clock.now())


Told = tuple[Recipient, Digest, tuple[LeftCustomer, ...]]


def _left(
    unit: ReadUnit,
    whom: Collection[Recipient],
    portfolios: Collection[PortfolioState],
    first: date,
    today: date,
) -> Iterable[Told]:
    """Yield what sellers are told: who left their cycle since they were told last."""
    last = unit.notices.last_told(NoticeKind.CYCLE_LEFT)
    since = {one.user_id: first for one in whom}
    for user_id, stored in last.items():
        since[user_id] = _until(stored.get("until_on"), first)
    everybody = unit.notices.left_cycle(since=min(since.values(), default=first), until=today)
    for recipient in whom:
        start = since[recipient.user_id]
        told = told_on_last_day(last.get(recipient.user_id, {}))
        left = tuple(
            one
            for one in everybody
            if one.owner_id == recipient.user_id
            and one.since_on >= start
            and one.told_as not in told
        )
        if left:
            own = tuple(one for one in portfolios if one.owner_id == recipient.user_id)
            digest = Digest(
                kind=NoticeKind.CYCLE_LEFT,
                since_on=start,
                until_on=today,
                customers=left[:_MOST_CUSTOMERS],
                customer_count=len(left),
                customer_cents=sum(one.at_risk_cents for one in left),
                portfolios=own,
            )
            yield recipient, digest, left


def _portfolios(
    whom: Collection[Recipient],
    everybody: Collection[Recipient],
    portfolios: Collection[PortfolioState],
    first: date,
    today: date,
) -> Iterable[Told]:
    """Yield what those are told who answer for sellers: a supervisor of their teams alone."""
    team_of = {one.user_id: one.team_id for one in everybody}
    for recipient in whom:
        shown = tuple(portfolios)
        if recipient.role is Role.SUPERVISOR and recipient.led_team_ids:
            shown = tuple(
                one
                for one in portfolios
                if one.owner_id is not None and team_of.get(one.owner_id) in recipient.led_team_ids
            )
        if shown:
            digest = Digest(NoticeKind.PORTFOLIOS, first, today, portfolios=shown)
            yield recipient, digest, ()


def _until(stored: object, first: date) -> date:
    """Return until when somebody was told; a day that cannot be read is none."""
    try:
        return date.fromisoformat(stored) if isinstance(stored, str) else first
    except ValueError:
        return first
