"""What digests and reports share on their way out: a duty of one program; what trouble means."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cockpit.domain.clock import Clock
from cockpit.domain.errors import MailError
from cockpit.domain.message_templates import MailServer
from cockpit.domain.notices import DUTY_LEASE, DutyHold
from cockpit.domain.vocabulary import NoticeState
from cockpit.services.ports import CurrentUser, Database, Passwords, WriteUnit

#: The address is wrong: trying again changes nothing.
_FINAL = frozenset({"error.mail_address_refused", "error.mail_address_wrong"})
#: One letter's trouble; any other trouble is the server's, who is not asked again in this run.
_OWN_TROUBLE = _FINAL | {"error.mail_refused"}


@dataclass(slots=True)
class MailRun:
    """What came of one run.

    Attributes:
        made: What fell due and was made.
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

    def count(self, state: NoticeState) -> None:
        """Count a letter by what became of it."""
        self.sent += state is NoticeState.SENT
        self.failed += state is not NoticeState.SENT

    def refused(self, error: MailError) -> NoticeState:
        """Return what becomes of a letter that was not taken; the server's own trouble is kept."""
        if error.message.key not in _OWN_TROUBLE:
            self.trouble = error
        return NoticeState.FAILED if error.message.key in _FINAL else NoticeState.WAITING


@dataclass(frozen=True, slots=True)
class MailDuty:
    """A duty that one program at a time has.

    Attributes:
        name: Which.
    """

    name: str
    database: Database
    clock: Clock
    user: CurrentUser

    @contextmanager
    def held(self) -> Iterator[DutyHold | None]:
        """Hold the duty inside; None where another program has it."""
        with self.database.write() as unit:
            at = self.clock.now()
            hold = unit.duties.take(self.name, user=self.user, at=at, lease=DUTY_LEASE)
            unit.changed(customer_ids=[])
        try:
            yield hold
        finally:
            if hold is not None:
                with self.database.write() as unit:
                    unit.duties.release(hold, at=self.clock.now())
                    unit.changed(customer_ids=[])

    def goes_on(self, unit: WriteUnit, hold: DutyHold, done: MailRun) -> bool:
        """Go on holding it; False, and said, where another program has it now."""
        unit.changed(customer_ids=[])
        done.is_elsewhere = not unit.duties.renew(hold, at=self.clock.now(), lease=DUTY_LEASE)
        return not done.is_elsewhere


def password_of(server: MailServer, passwords: Passwords) -> str | None:
    """Return the password of a server; None where it asks for none.

    Raises:
        MailError: This computer does not know it, or its keyring does not answer. Another program
            of the company's may: the letters wait for that one.
    """
    if not server.login:
        return None
    password = passwords.password(server.host, server.login)
    if not password:
        raise MailError("mail_no_password", host=server.host)
    return password
