"""The unit of work for reading: one connection, one transaction, and the repositories on it."""

from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.facts import FactWriter
from cockpit.data.imports.repository import SqlImportRepository
from cockpit.data.repositories.agenda import SqlAgendaRepository
from cockpit.data.repositories.contacts import SqlContactRepository
from cockpit.data.repositories.customers import SqlCustomerRepository
from cockpit.data.repositories.fits import SqlFitRepository
from cockpit.data.repositories.metrics import SqlMetricsRepository
from cockpit.data.repositories.order_book import SqlOrderBookRepository
from cockpit.data.repositories.policies import SqlPolicyRepository
from cockpit.data.repositories.portfolio import SqlPortfolioRepository
from cockpit.data.repositories.queue import SqlQueueRepository
from cockpit.data.repositories.reference import SqlReferenceRepository
from cockpit.data.repositories.reminders import SqlReminderRepository
from cockpit.data.repositories.rules_in_force import RulesInForce
from cockpit.data.repositories.saved_views import SqlViewRepository
from cockpit.data.repositories.settings import SqlSettingsRepository
from cockpit.data.repositories.work_list import SqlWorkListRepository
from cockpit.data.rules_memory import RulesMemory
from cockpit.data.transaction import Transaction

if TYPE_CHECKING:
    from cockpit.data.audit.repository import SqlAuditRepository
    from cockpit.data.exports import SqlExportRepository
    from cockpit.data.repositories.agenda_view import SqlAgendaViewRepository
    from cockpit.data.repositories.attachments import SqlAttachmentRepository
    from cockpit.data.repositories.cadence import SqlCadenceRepository
    from cockpit.data.repositories.calendars import SqlCalendarRepository
    from cockpit.data.repositories.campaigns import SqlCampaignRepository
    from cockpit.data.repositories.days_off import SqlDayOffRepository
    from cockpit.data.repositories.duties import SqlDutyRepository
    from cockpit.data.repositories.figures import SqlFigureRepository
    from cockpit.data.repositories.frozen_periods import SqlFrozenPeriodRepository
    from cockpit.data.repositories.messages import SqlMessageRepository
    from cockpit.data.repositories.mixes import SqlSegmentMixRepository
    from cockpit.data.repositories.morning import SqlMorningRepository
    from cockpit.data.repositories.notices import SqlNoticeRepository
    from cockpit.data.repositories.objections import SqlObjectionRepository
    from cockpit.data.repositories.order_follow_ups import SqlOrderFollowUpRepository
    from cockpit.data.repositories.past_days import SqlPastRepository
    from cockpit.data.repositories.pitches import SqlPitchRepository
    from cockpit.data.repositories.post_its import SqlPostItRepository
    from cockpit.data.repositories.quotes import SqlQuoteRepository
    from cockpit.data.repositories.reactivation import SqlReactivationRepository
    from cockpit.data.repositories.reports import SqlReportRepository
    from cockpit.data.repositories.review import SqlReviewRepository
    from cockpit.data.repositories.rules import SqlRuleRepository
    from cockpit.data.repositories.stories import SqlStoryRepository
    from cockpit.data.repositories.visits import SqlVisitRepository
    from cockpit.data.repositories.wall import SqlWallRepository
    from cockpit.data.repositories.wishes import SqlWishRepository
    from cockpit.data.repositories.working_days import SqlWorkingDayRepository


class SqlReadUnit:
    """A consistent view for reading; repositories are made when asked for."""

    def __init__(
        self, connection: Connection, viewer_id: UUID, memory: RulesMemory | None = None
    ) -> None:
        self._connection = connection
        self._viewer_id = viewer_id
        self._transaction = Transaction(connection)
        self._rules = RulesInForce(self._transaction, memory or RulesMemory())

    @cached_property
    def work_list(self) -> SqlWorkListRepository:
        """Reads for the work list."""
        return SqlWorkListRepository(self._connection, self._viewer_id)

    @cached_property
    def customers(self) -> SqlCustomerRepository:
        """Reads of customers."""
        return SqlCustomerRepository(self._connection, self._viewer_id)

    @cached_property
    def order_book(self) -> SqlOrderBookRepository:
        """The order book as columns."""
        return SqlOrderBookRepository(self._connection)

    @cached_property
    def metrics(self) -> SqlMetricsRepository:
        """Stored statistics and judgements."""
        return SqlMetricsRepository(self._connection)

    @cached_property
    def policies(self) -> SqlPolicyRepository:
        """Versions of the purchase-cycle policies."""
        return SqlPolicyRepository(self._connection)

    @cached_property
    def fits(self) -> SqlFitRepository:
        """Fitted parameters."""
        return SqlFitRepository(self._connection)

    @cached_property
    def contacts(self) -> SqlContactRepository:
        """The relationship log."""
        return SqlContactRepository(self._transaction, self._facts, self._rules)

    @cached_property
    def agenda(self) -> SqlAgendaRepository:
        """Next contacts and reminders."""
        return SqlAgendaRepository(self._transaction, self._facts)

    @cached_property
    def agenda_view(self) -> "SqlAgendaViewRepository":
        """The agenda as it is looked at; no start has to read its statements."""
        from cockpit.data.repositories.agenda_view import (  # noqa: PLC0415 - see above
            SqlAgendaViewRepository,
        )

        return SqlAgendaViewRepository(self._connection, self._viewer_id)

    @cached_property
    def calendars(self) -> "SqlCalendarRepository":
        """Next contacts as calendar files know them."""
        from cockpit.data.repositories.calendars import SqlCalendarRepository  # noqa: PLC0415

        return SqlCalendarRepository(self._connection)

    @cached_property
    def reminders(self) -> SqlReminderRepository:
        """Who is to be told of what."""
        return SqlReminderRepository(self._connection, self._facts)

    @cached_property
    def cadence(self) -> "SqlCadenceRepository":
        """Policies, former contacts and ways to reach, for the next step."""
        from cockpit.data.repositories.cadence import SqlCadenceRepository  # noqa: PLC0415

        return SqlCadenceRepository(self._connection, self._facts, self._rules)

    @cached_property
    def order_follow_ups(self) -> "SqlOrderFollowUpRepository":
        """Orders as they are followed up; one program a day asks."""
        from cockpit.data.repositories.order_follow_ups import (  # noqa: PLC0415 - see above
            SqlOrderFollowUpRepository,
        )

        return SqlOrderFollowUpRepository(self._connection)

    @cached_property
    def queue(self) -> SqlQueueRepository:
        """Claims, rests and calling hours."""
        return SqlQueueRepository(self._transaction, self._facts, self._rules)

    @cached_property
    def reference(self) -> SqlReferenceRepository:
        """Outcomes and reasons."""
        return SqlReferenceRepository(self._connection)

    @cached_property
    def settings(self) -> SqlSettingsRepository:
        """Small values by scope and name."""
        return SqlSettingsRepository(self._connection)

    @cached_property
    def imports(self) -> SqlImportRepository:
        """Imports, and what a trial of one reads."""
        return SqlImportRepository(self._connection)

    @cached_property
    def stories(self) -> "SqlStoryRepository":
        """Everything about one customer."""
        from cockpit.data.repositories.stories import SqlStoryRepository  # noqa: PLC0415

        return SqlStoryRepository(self._connection, self._viewer_id)

    @cached_property
    def mixes(self) -> "SqlSegmentMixRepository":
        """What each segment buys."""
        from cockpit.data.repositories.mixes import SqlSegmentMixRepository  # noqa: PLC0415

        return SqlSegmentMixRepository(self._connection)

    @cached_property
    def objections(self) -> "SqlObjectionRepository":
        """The catalogue of objections, and the customers' own."""
        from cockpit.data.repositories.objections import SqlObjectionRepository  # noqa: PLC0415

        return SqlObjectionRepository(self._transaction, self._facts)

    @cached_property
    def pitches(self) -> "SqlPitchRepository":
        """Pitch notes, and what an offer may be."""
        from cockpit.data.repositories.pitches import SqlPitchRepository  # noqa: PLC0415

        return SqlPitchRepository(self._connection, self._facts)

    @cached_property
    def morning(self) -> "SqlMorningRepository":
        """What the day holds for a user."""
        from cockpit.data.repositories.morning import SqlMorningRepository  # noqa: PLC0415

        return SqlMorningRepository(self._connection)

    @cached_property
    def post_its(self) -> "SqlPostItRepository":
        """What supervisors left for others."""
        from cockpit.data.repositories.post_its import SqlPostItRepository  # noqa: PLC0415

        return SqlPostItRepository(self._connection, self._facts)

    @cached_property
    def messages(self) -> "SqlMessageRepository":
        """Templates and sent messages; few units ask for them."""
        from cockpit.data.repositories.messages import SqlMessageRepository  # noqa: PLC0415

        return SqlMessageRepository(self._connection, self._facts)

    @cached_property
    def notices(self) -> "SqlNoticeRepository":
        """Who is told what; no start has to read its statements."""
        from cockpit.data.repositories.notices import SqlNoticeRepository  # noqa: PLC0415

        return SqlNoticeRepository(self._connection)

    @cached_property
    def duties(self) -> "SqlDutyRepository":
        """Who does what only one program may do."""
        from cockpit.data.repositories.duties import SqlDutyRepository  # noqa: PLC0415

        return SqlDutyRepository(self._connection)

    @cached_property
    def reports(self) -> "SqlReportRepository":
        """What reports are headed by, and who gets them; no start has to read its statements."""
        from cockpit.data.repositories.reports import SqlReportRepository  # noqa: PLC0415

        return SqlReportRepository(self._connection)

    @cached_property
    def exports(self) -> "SqlExportRepository":
        """Whole tables on their way out; no other start has to read their statements."""
        from cockpit.data.exports import SqlExportRepository  # noqa: PLC0415 - see above

        return SqlExportRepository(self._connection)

    @cached_property
    def views(self) -> SqlViewRepository:
        """Saved views of the work list."""
        return SqlViewRepository(self._connection)

    @cached_property
    def portfolio(self) -> SqlPortfolioRepository:
        """Portfolios and campaigns."""
        return SqlPortfolioRepository(self._connection)

    @cached_property
    def wall(self) -> "SqlWallRepository":
        """The moment of a team; few look at it."""
        from cockpit.data.repositories.wall import SqlWallRepository  # noqa: PLC0415

        return SqlWallRepository(self._connection)

    @cached_property
    def reactivation(self) -> "SqlReactivationRepository":
        """Contacts that may earn a credit; few ask for figures."""
        from cockpit.data.repositories.reactivation import (  # noqa: PLC0415
            SqlReactivationRepository,
        )

        return SqlReactivationRepository(self._connection)

    @cached_property
    def frozen_periods(self) -> "SqlFrozenPeriodRepository":
        """Closed periods, likewise."""
        from cockpit.data.repositories.frozen_periods import (  # noqa: PLC0415
            SqlFrozenPeriodRepository,
        )

        return SqlFrozenPeriodRepository(self._connection)

    @cached_property
    def rules(self) -> "SqlRuleRepository":
        """Published rules; few look at them as such."""
        from cockpit.data.repositories.rules import SqlRuleRepository  # noqa: PLC0415

        return SqlRuleRepository(self._connection)

    @cached_property
    def review(self) -> "SqlReviewRepository":
        """Contacts as they are read and judged; no start has to read its statements."""
        from cockpit.data.repositories.review import SqlReviewRepository  # noqa: PLC0415

        return SqlReviewRepository(self._connection, self._facts)

    @cached_property
    def campaigns(self) -> "SqlCampaignRepository":
        """Campaigns; no start has to read its statements."""
        from cockpit.data.repositories.campaigns import SqlCampaignRepository  # noqa: PLC0415

        return SqlCampaignRepository(self._connection)

    @cached_property
    def visits(self) -> "SqlVisitRepository":
        """Whom a seller visits; no start has to read its statements."""
        from cockpit.data.repositories.visits import SqlVisitRepository  # noqa: PLC0415

        return SqlVisitRepository(self._connection)

    @cached_property
    def quotes(self) -> "SqlQuoteRepository":
        """Quotes as they are taken, likewise."""
        from cockpit.data.repositories.quotes import SqlQuoteRepository  # noqa: PLC0415

        return SqlQuoteRepository(self._connection)

    @cached_property
    def attachments(self) -> "SqlAttachmentRepository":
        """Photos and files, likewise."""
        from cockpit.data.repositories.attachments import (  # noqa: PLC0415
            SqlAttachmentRepository,
        )

        return SqlAttachmentRepository(self._connection, self._facts)

    @cached_property
    def past_days(self) -> "SqlPastRepository":
        """What past days are judged by; no start has to read its statements."""
        from cockpit.data.repositories.past_days import SqlPastRepository  # noqa: PLC0415

        return SqlPastRepository(self._connection)

    @cached_property
    def figures(self) -> "SqlFigureRepository":
        """Facts for figures; no start has to read their statements."""
        from cockpit.data.repositories.figures import SqlFigureRepository  # noqa: PLC0415

        return SqlFigureRepository(self._connection)

    @cached_property
    def wishes(self) -> "SqlWishRepository":
        """How customers want to be contacted; no start has to read its statements."""
        from cockpit.data.repositories.wishes import SqlWishRepository  # noqa: PLC0415

        return SqlWishRepository(self._connection, self._facts)

    @cached_property
    def working_days(self) -> "SqlWorkingDayRepository":
        """The user's own working time; a window asks for it once its list is there."""
        from cockpit.data.repositories.working_days import (  # noqa: PLC0415
            SqlWorkingDayRepository,
        )

        return SqlWorkingDayRepository(self._connection, self._facts)

    @cached_property
    def audit(self) -> "SqlAuditRepository":
        """The audit trail; no start has to read its statements."""
        from cockpit.data.audit.repository import SqlAuditRepository  # noqa: PLC0415

        return SqlAuditRepository(self._connection, self._facts)

    @cached_property
    def days_off(self) -> "SqlDayOffRepository":
        """The days without calls; no start has to read its statements."""
        from cockpit.data.repositories.days_off import SqlDayOffRepository  # noqa: PLC0415

        return SqlDayOffRepository(self._connection, self._facts)

    @cached_property
    def _facts(self) -> FactWriter:
        return FactWriter(self._connection, self._transaction)
