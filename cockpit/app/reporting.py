"""Who makes each report, wired to a session; their code is read at the first report."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cockpit.app.session import Session
from cockpit.domain.reports import ReportName
from cockpit.services.ports import CurrentUser
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
    asking = session if reader is None else replace(session, user=reader)
    return ReportService(asking.database, asking.clock, asking.user, _builders(asking))


def report_files_of(session: Session) -> ReportFileService:
    """Return who writes reports into files."""
    from cockpit.reports.writers import writer_of  # noqa: PLC0415 - see above

    return ReportFileService(reports_of(session), writer_of, session.audit)


def report_mail_of(session: Session) -> "ReportMailService":
    """Return who sends scheduled reports."""
    from cockpit.messaging.mail import SmtpSender  # noqa: PLC0415 - see above
    from cockpit.messaging.passwords import (  # noqa: PLC0415 - see above
        PASSWORD_VARIABLE,
        KeyringPasswords,
    )
    from cockpit.reports.letters import LetterPacker  # noqa: PLC0415 - see above
    from cockpit.services.reporting.mail import ReportMailService  # noqa: PLC0415 - see above

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
    def reactivation() -> ReportBuilder:
        from cockpit.services.reporting.builders.reactivation import (  # noqa: PLC0415 - see above
            ReactivatedReport,
        )

        return ReactivatedReport(session.reactivation)

    def histogram() -> ReportBuilder:
        from cockpit.services.reporting.builders.histogram import (  # noqa: PLC0415 - see above
            HistogramReport,
        )

        return HistogramReport(session.past_states)

    def contacts() -> ReportBuilder:
        from cockpit.services.reporting.builders.contacts import (  # noqa: PLC0415 - see above
            ContactsReport,
        )

        return ContactsReport(session.indicators)

    def objections() -> ReportBuilder:
        from cockpit.services.reporting.builders.objections import (  # noqa: PLC0415 - see above
            ObjectionsReport,
        )

        return ObjectionsReport(session.indicators)

    def portfolio() -> ReportBuilder:
        from cockpit.services.reporting.builders.portfolio import (  # noqa: PLC0415 - see above
            PortfolioDayReport,
        )

        return PortfolioDayReport(session.past_states)

    def bridge() -> ReportBuilder:
        from cockpit.services.reporting.builders.bridge import (  # noqa: PLC0415 - see above
            BridgeReport,
        )

        return BridgeReport(session.past_states)

    def campaigns() -> ReportBuilder:
        from cockpit.services.reporting.builders.campaigns import (  # noqa: PLC0415 - see above
            CampaignsReport,
        )

        return CampaignsReport(session.campaigns)

    return {
        ReportName.CONTACTS: contacts,
        ReportName.OBJECTIONS: objections,
        ReportName.REACTIVATION: reactivation,
        ReportName.PORTFOLIO: portfolio,
        ReportName.BRIDGE: bridge,
        ReportName.HISTOGRAM: histogram,
        ReportName.CAMPAIGNS: campaigns,
    }
