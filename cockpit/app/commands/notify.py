"""``notify``: makes everybody's notices and sends them; for cron, and beside the window."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from cockpit.app.display import missing_packages
from cockpit.app.mail_passwords import PASSWORD_VARIABLE, KeyringPasswords
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.reporting import report_mail_of
from cockpit.app.session import Session
from cockpit.app.terminal import one_line
from cockpit.app.wiring import open_session
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.notices import DigestLetter, NoticeKind, Recipient
from cockpit.messaging.digest_letters import DigestLetterWriter
from cockpit.messaging.mail import SmtpSender
from cockpit.services.digests import DigestRun, DigestService
from cockpit.services.notice_maker import Prepared
from cockpit.services.reporting.mail import ReportMailRun

if TYPE_CHECKING:
    from cockpit.services.ports import DigestPainter

#: The server did not take all letters.
NOT_ALL_SENT = 1


def run(options: Options, paths: Paths) -> int:
    """Make and send what is due; with ``--dry-run`` say what that would be."""
    chosen = options.notifying
    if options.as_of is not None and not chosen.is_preview:
        raise BadInputError("notices_past_day")
    with painter() as picture, open_session(options, paths) as session:
        kinds = (NoticeKind(chosen.notice_kind),) if chosen.notice_kind else tuple(NoticeKind)
        service = digest_service(session, picture, kinds)
        if chosen.is_preview:
            _preview(service, chosen.preview_folder, options.language)
            return 0
        if not isinstance(session.clock, AsOfClock):
            session.metrics.refresh_if_stale()
        code = _tell(service.run(), options.language)
        if chosen.notice_kind:
            return code
        return max(code, _tell_reports(report_mail_of(session).run(), options.language))


def digest_service(
    session: Session, painter: "DigestPainter | None", kinds: Sequence[NoticeKind]
) -> DigestService:
    """Return who makes and sends notices on a session's database."""
    return DigestService(
        database=session.database,
        clock=session.clock,
        user=session.user,
        writer=DigestLetterWriter(painter),
        sender=SmtpSender(session.clock),
        passwords=KeyringPasswords(os.environ.get(PASSWORD_VARIABLE)),
        kinds=kinds,
    )


def _tell(done: DigestRun, language: Language) -> int:
    """Say what was done; return the exit code."""
    if done.is_elsewhere:
        _say("notify_elsewhere", language)
    _say("notify_made", language, made=done.made, sent=done.sent, failed=done.failed)
    for one in done.unsent:
        key = "notify_address" if one.is_final else "notify_later"
        _say(key, language, name=one.recipient.name, email=_email(one.recipient, language))
    if done.trouble is not None:
        sys.stdout.write(one_line(resources.text(done.trouble.message, language)) + "\n")
    return NOT_ALL_SENT if done.failed or done.trouble is not None else 0


def _tell_reports(done: ReportMailRun, language: Language) -> int:
    """Say what became of the scheduled reports, where there were any; return the exit code."""
    if not done.is_silent:
        _say("report_mailed", language, made=done.made, sent=done.sent, failed=done.failed)
    if done.trouble is not None:
        sys.stdout.write(one_line(resources.text(done.trouble.message, language)) + "\n")
    return NOT_ALL_SENT if done.failed or done.trouble is not None else 0


def _preview(service: DigestService, folder: Path | None, language: Language) -> None:
    """Say who would be told how much; write the letters where that is wanted."""
    prepared = service.preview()
    for number, one in enumerate(prepared, start=1):
        state = "told" if one.is_told else "open"
        _say(
            f"notify_{one.digest.kind.value}",
            language,
            name=one.recipient.name,
            email=_email(one.recipient, language),
            count=one.digest.customer_count or len(one.digest.portfolios),
            state=resources.text(f"cli.notify_{state}", language),
        )
        if folder is not None:
            _write(folder, _file_name(number, one), service.letter(one, new_id()))
    if not prepared:
        _say("notify_nothing", language)


def _email(recipient: Recipient, language: Language) -> str:
    return recipient.email or resources.text("cli.notify_no_email", language)


def _file_name(number: int, one: Prepared) -> str:
    return f"{number:02d}_{one.digest.kind.value}"


def _write(folder: Path, name: str, letter: DigestLetter) -> None:
    """Write a letter as its reader sees it, the picture beside the page."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page = letter.html.replace("cid:picture", f"{name}.png")
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
        (folder / f"{name}.txt").write_text(letter.text, encoding="utf-8")
        if letter.picture is not None:
            (folder / f"{name}.png").write_bytes(letter.picture)
    except OSError as error:
        raise BadInputError("notices_folder", folder=str(folder)) from error


def _say(key: str, language: Language, **values: str | int) -> None:
    sys.stdout.write(one_line(resources.text(f"cli.{key}", language, **values)) + "\n")


@contextmanager
def painter() -> Iterator["DigestPainter | None"]:
    """Open what paints without a display; None where the machine has not the libraries."""
    if missing_packages("offscreen"):
        yield None
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - Qt loads only where it can

    from cockpit.ui.charts.digest_picture import DigestPicture  # noqa: PLC0415 - likewise
    from cockpit.ui.theme import load_fonts  # noqa: PLC0415 - likewise

    application = QGuiApplication(["giro"])
    load_fonts()
    yield DigestPicture()
    application.quit()
