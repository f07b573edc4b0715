"""Who makes each report, wired to a session.

Read at the first report; what writes and sends files is read when a file is wanted.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cockpit.app.late_parts import load_credit_memory, load_figure_memory, load_past_memory
from cockpit.app.session import Session
from cockpit.domain.reports import ReportName
from cockpit.services.ports import CurrentUser
from cockpit.services.reporting.builders.bridge import BridgeReport
from cockpit.services.reporting.builders.campaigns import CampaignsReport
from cockpit.services.reporting.builders.contacts import ContactsReport
from cockpit.services.reporting.builders.histogram import HistogramReport
from cockpit.services.reporting.builders.objections import ObjectionsReport
from cockpit.services.reporting.builders.portfolio import PortfolioDayReport
from cockpit.services.reporting.builders.reactivation import ReactivatedReport
from cockpit.services.reporting.parts import ReportBuilder
from cockpit.services.reporting.service import ReportFileService, ReportService

if TYPE_CHECKING:
    from cockpit.services.reporting.mail import ReportMailService


def reports_of(session: Session, reader: CurrentUser | None = None) -> ReportService:
    """Return who puts reports together.

    Args:
        session: Whose database and services are asked.
        reader: For whom, with their rights; None is the session's user.
    """
    asking = session
    if reader is not None:
        # What is kept of figures is as its reader may see them.
        asking = replace(
            session,
            user=reader,
            past_memory=load_past_memory,
            figure_memory=load_figure_memory,
            credit_memory=load_credit_memory,
        )
    return ReportService(asking.database, asking.clock, asking.user, _builders(asking))


def report_files_of(session: Session) -> ReportFileService:
    """Return who writes reports into files."""
    from cockpit.reports.writers import writer_of  # noqa: PLC0415 - read where it is used

    return ReportFileService(reports_of(session), writer_of, session.audit)


def report_mail_of(session: Session) -> "ReportMailService":
    """Return who sends scheduled reports."""
    from cockpit.app.mail_passwords import (  # noqa: PLC0415 - read where it is used
        PASSWORD_VARIABLE,
        KeyringPasswords,
    )
    from cockpit.messaging.mail import SmtpSender  # noqa: PLC0415 - read where it is used
    from cockpit.reports.letters import LetterPacker  # noqa: PLC0415 - read where it is used
    from cockpit.services.reporting.mail import ReportMailService  # noqa: PLC0415 - read where it is used

    return ReportMailService(
        database=session.database,
        clock=session.clock,
        user=session.user,
        reports=partial(reports_of, session),
        packer=LetterPacker(),
        sender=SmtpSender(session.clock),
        passwords=KeyringPasswords(os.environ.get(PASSWORD_VARIABLE)),
    )


def _builders(session: Session) -> Mapping[ReportName, Callable[[], ReportBuilder]]:
    """Return who makes which report; the session's services are made for the one that is asked."""
    return {
        ReportName.CONTACTS: lambda: ContactsReport(session.indicators),
        ReportName.OBJECTIONS: lambda: ObjectionsReport(session.indicators),
        ReportName.REACTIVATION: lambda: ReactivatedReport(session.reactivation),
        ReportName.PORTFOLIO: lambda: PortfolioDayReport(session.past_states),
        ReportName.BRIDGE: lambda: BridgeReport(session.past_states),
        ReportName.HISTOGRAM: lambda: HistogramReport(session.past_states),
        ReportName.CAMPAIGNS: lambda: CampaignsReport(session.campaigns),
    }
