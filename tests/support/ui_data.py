"""Invented customers and a complete ``UiContext`` for the tests of the windows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication

from cockpit.domain.clock import AsOfClock
from cockpit.domain.contact import ContactDraft, Outcome, Reason
from cockpit.domain.customer import (
    ContactPerson,
    ContactSummary,
    CustomerPanel,
    CustomerProfile,
    OrderSummary,
    PhoneNumber,
)
from cockpit.domain.cycle import CycleStatistics, CycleVerdict
from cockpit.domain.cycle_reports import CyclePicture
from cockpit.domain.drafts import DraftSummary
from cockpit.domain.explanation import explain
from cockpit.domain.queue import Claim
from cockpit.domain.vocabulary import (
    Channel,
    CreditState,
    CustomerCategory,
    LifecycleStatus,
    OrderKind,
    PhoneKind,
    QueueEffect,
)
from cockpit.imports.csv_export import CsvTableWriter
from cockpit.imports.xlsx_export import XlsxTableWriter
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.cycle_keeper import CycleKeeper
from cockpit.runtime.day_keeper import DayKeeper
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.quiet_keeper import QuietKeeper
from cockpit.runtime.reminder_clock import ReminderClock
from cockpit.runtime.translation import install_language
from cockpit.services.contacts import FormOptions, Logged
from cockpit.services.exporting import ListExportService
from cockpit.services.ports import Popup
from cockpit.services.preferences import PreferenceService
from cockpit.services.reminders import ReminderService
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Theme
from tests.support.agenda_fakes import FakeAgenda
from tests.support.audit_fakes import FakeAuditService, FakeTrail
from tests.support.calendar_fakes import FakeCalendarFiles
from tests.support.call_fakes import FakeQueueService, FakeWriteUnit
from tests.support.campaign_fakes import FakeCampaignService
from tests.support.closing_fakes import FakeFrozenPeriods, FakeReactivation
from tests.support.cycle_fakes import FakePolicies, FakeReports
from tests.support.day_fakes import FakeWorkingDays
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.import_fakes import FakeImportRunner, FakeImports
from tests.support.indicator_fakes import FakeIndicators
from tests.support.keeper_fakes import UPKEEP, FakeProgram
from tests.support.list_data import (
    TODAY,
    FakeWorkListService,
)
from tests.support.message_fakes import FakeMessageService
from tests.support.notice_fakes import FakeNoticeService
from tests.support.past_fakes import FakePastStates
from tests.support.post_it_fakes import FakeMorningService, FakePostItService, make_morning
from tests.support.reach_fakes import FakeDayOffService, FakeReachService, FakeWishService
from tests.support.report_fakes import FakeReportFiles, FakeReportSchedules
from tests.support.review_fakes import FakeReviewService
from tests.support.rule_fakes import FakeRules
from tests.support.runtime_fakes import USER, FakeAlarm, FakeDatabase, FakeTime
from tests.support.story_data import FakeObjectionService, FakePitchService, FakeStoryService
from tests.support.visit_fakes import (
    FakeAttachmentService,
    FakeQuoteService,
    FakeVisitService,
)
from tests.support.wall_fakes import FakeWallService


def make_panel(row: dict[str, object]) -> CustomerPanel:
    """Return the client panel that goes with a line of the work list."""
    frequency, last = row["frequency_days"], row["last_order_on"]
    gap_low = None if frequency is None else round(frequency * 0.6)  # type: ignore[operator]
    gap_high = None if frequency is None else round(frequency * 1.4)  # type: ignore[operator]
    statistics = CycleStatistics(
        order_count=0 if last is None else 12 if frequency is not None else 1,
        last_order_on=last,  # type: ignore[arg-type]
        gap_low_days=gap_low,
        gap_high_days=gap_high,
        mean_value_cents=row["value_cents"],  # type: ignore[arg-type]
    )
    verdict = make_verdict(row)
    explanation = explain(statistics, verdict, TODAY)
    return CustomerPanel(_profile(row, statistics), verdict, explanation, _picture(row, verdict))


def make_verdict(row: dict[str, object]) -> CycleVerdict:
    """Return the judgement that goes with a line of the work list."""
    last, frequency = row["last_order_on"], row["frequency_days"]
    expected = [None, None, None]
    if isinstance(last, date):
        usual = timedelta(days=frequency or 40)  # type: ignore[arg-type]
        expected = [max(TODAY, last + share * usual) for share in (0.6, 1.0, 1.5)]  # type: ignore[misc]
    return CycleVerdict(
        status=row["status"],  # type: ignore[arg-type]
        own_status=row["status"],  # type: ignore[arg-type]
        fixed_status=row["status"],  # type: ignore[arg-type]
        silence_days=row["recency_days"],  # type: ignore[arg-type]
        frequency_days=frequency,  # type: ignore[arg-type]
        is_frequency_firm=frequency is not None,
        cycles_late=row["cycles_late"],  # type: ignore[arg-type]
        gap_quantile=row["gap_quantile"],  # type: ignore[arg-type]
        alive=None if last is None else 0.8,
        none_90=row["none_90"],  # type: ignore[arg-type]
        next_order_from_on=expected[0],
        next_order_on=expected[1],
        next_order_until_on=expected[2],
        trend=row["trend"],  # type: ignore[arg-type]
        value_cents=row["value_cents"],  # type: ignore[arg-type]
        value_12m_cents=row["value_cents"] * 9,  # type: ignore[operator]
        at_risk_cents=row["at_risk_cents"],  # type: ignore[arg-type]
        lost_so_far_cents=row["lost_so_far_cents"],  # type: ignore[arg-type]
        lost_12m_cents=row["value_cents"] * 3,  # type: ignore[operator]
    )


def _picture(row: dict[str, object], verdict: CycleVerdict) -> CyclePicture:
    orders = sorted(_orders(row), key=lambda order: order.ordered_on)
    return CyclePicture(
        today=TODAY,
        order_on=tuple(order.ordered_on for order in orders),
        value_cents=tuple(order.net_cents for order in orders),
        is_outlier=tuple(False for _ in orders),
        expected_from_on=verdict.next_order_from_on,
        expected_on=verdict.next_order_on,
        expected_until_on=verdict.next_order_until_on,
        silence_days=verdict.silence_days,
    )


def _profile(row: dict[str, object], statistics: CycleStatistics) -> CustomerProfile:
    number = row["customer_id"].int  # type: ignore[attr-defined]
    phone = str(row["phone"])
    digits = "".join(sign for sign in phone if sign.isdigit())
    numbers = (PhoneNumber(phone, phone, f"+55{digits}", "", PhoneKind.MOBILE, True),)
    return CustomerProfile(
        customer_id=row["customer_id"],  # type: ignore[arg-type]
        code=str(row["code"]),
        legal_name=f"{row['name']} Ltda.",
        trade_name=str(row["name"]),
        tax_id=str(row["tax_id"]),
        is_tax_id_valid=True,
        segment="Revenda",
        region="Interior",
        city=str(row["city"]),
        state=str(row["state"]),
        owner=str(row["owner"]),
        category=CustomerCategory.CUSTOMER,
        credit_state=CreditState.GOOD,
        credit_limit_cents=None,
        is_blocked=row["status"] is LifecycleStatus.BLOCKED,
        forbidden_channels=frozenset(),
        overdue_cents=123_456 if number % 3 == 0 else 0,
        open_case_count=number % 2,
        phones=numbers,
        persons=(ContactPerson(UUID(int=number << 64), "Márcia Prado", "Compras", "", True),),
        orders=tuple(_orders(row)),
        contacts=tuple(_contacts(number)),
        next_contact=None,
        statistics=statistics,
    )


def _orders(row: dict[str, object]) -> Iterator[OrderSummary]:
    day, value = row["last_order_on"], row["value_cents"]
    if not isinstance(day, date) or not isinstance(value, int):
        return
    for number in range(8):
        day -= timedelta(days=9 * number)
        cents = value * (80 + number * 7) // 100
        yield OrderSummary(
            UUID(int=number), str(48_210 - number * 37), OrderKind.SALE, day, cents, 6, "Faturado"
        )


def _contacts(number: int) -> Iterator[ContactSummary]:
    outcomes = ("Pedido fechado", "Pediu para ligar depois", "Não atendeu", "Enviado orçamento")
    notes = ("", "Pediu a tabela nova de tubos.", "", "Aguarda o frete para fechar.")
    for position, outcome in enumerate(outcomes):
        at = datetime(2022, 3, 18 - position * 4, 17, 20, tzinfo=UTC)
        key = UUID(int=(number << 8) + position)
        yield ContactSummary(
            key, at, Channel.PHONE, "Ana", "Márcia Prado", outcome, "", "", notes[position]
        )


@dataclass
class FakeCustomerService:
    """Returns a panel for each line of the fake work list."""

    work_list: FakeWorkListService

    def panel(self, customer_id: UUID) -> CustomerPanel | None:
        found = (row for row in self.work_list.rows if row["customer_id"] == customer_id)
        row = next(found, None)
        return None if row is None else make_panel(row)


_OUTCOMES = (
    ("order", "Pedido fechado", QueueEffect.SALE),
    ("callback", "Pediu para ligar depois", QueueEffect.CALL_AGAIN),
    ("no_answer", "Não atendeu", QueueEffect.CALL_AGAIN),
    ("busy", "Ocupado", QueueEffect.CALL_AGAIN),
    ("quote", "Enviado orçamento", QueueEffect.COOL_DOWN),
    ("refused", "Não vai comprar agora", QueueEffect.CLOSE_UNTIL),
    ("wrong_number", "Número errado", QueueEffect.NONE),
    ("no_contact", "Não quer mais contato", QueueEffect.DO_NOT_CONTACT),
)


@dataclass
class FakeContactService:
    """Offers a few outcomes and keeps what is logged."""

    logged: list[ContactDraft] = field(default_factory=list)

    def form_options(self) -> FormOptions:
        outcomes = tuple(
            Outcome(UUID(int=i), code, name, effect, 60, True, False, False)
            for i, (code, name, effect) in enumerate(_OUTCOMES)
        )
        reasons = tuple(
            Reason(UUID(int=i), code, name, None)
            for i, (code, name) in enumerate((("price", "Preço"), ("stock", "Ainda tem estoque")))
        )
        return FormOptions(outcomes, reasons)

    def log(
        self,
        draft: ContactDraft,
        *,
        status: LifecycleStatus,
        claim: Claim | None = None,
        behind: Callable[[Any], None],
    ) -> Logged:
        self.logged.append(draft)
        behind(FakeWriteUnit())
        return Logged()

    def cadence(self, customer_id: UUID, status: LifecycleStatus) -> None:
        """Know nothing of anybody."""

    def unsent(self, drafts: Sequence[DraftSummary]) -> tuple[DraftSummary, ...]:
        return tuple(
            replace(one, customer_name=f"Cliente {one.customer_id.int % 1000}") for one in drafts
        )

    def count_today(self) -> int:
        return len(self.logged)

    def today(self) -> date:
        return TODAY


@dataclass
class FakeNotifier:
    """Keeps what it was asked to show."""

    shown: list[Popup] = field(default_factory=list)
    takes_them: bool = True

    def notify(self, popup: Popup, then: Callable[[bool], None] | None = None) -> None:
        self.shown.append(popup)
        if then is not None:
            then(self.takes_them)


class UiWorld:
    """A context whose services are fakes, and the fakes themselves.

    Call ``close`` at the end: the feed and the reminder clock own timers.
    """

    def __init__(
        self,
        app: QApplication,
        *,
        work_list: FakeWorkListService | None = None,
        preferences: dict[str, object] | None = None,
        scheme: str = "light",
    ) -> None:
        self.database = FakeDatabase()
        self.clock = AsOfClock(TODAY)
        self.runner = ImmediateTaskRunner()
        self.feed = ChangeFeed(self.database, None)  # type: ignore[arg-type]
        self.work_list = work_list or FakeWorkListService()
        self.contacts = FakeContactService()
        self.queue = FakeQueueService(self.clock)
        customers = FakeCustomerService(self.work_list)
        self.reach = FakeReachService(self.clock, customers.panel)
        self.wishes = FakeWishService()
        self.days_off = FakeDayOffService()
        self.audit = FakeAuditService()
        self.stories = FakeStoryService({row["customer_id"]: row for row in self.work_list.rows})
        self.pitches, self.objections = FakePitchService(), FakeObjectionService()
        self.notifier = FakeNotifier()
        self.policies, self.reports = FakePolicies(), FakeReports()
        reminders = ReminderService(self.database, self.clock, USER)  # type: ignore[arg-type]
        self.imports, self.import_runner = FakeImports(), FakeImportRunner()
        self.messages = FakeMessageService()
        self.notices = FakeNoticeService()
        self.agenda, self.rules = FakeAgenda(self.clock, USER), FakeRules()
        self.calendars = FakeCalendarFiles()
        self.report_files = FakeReportFiles()
        self.report_schedules = FakeReportSchedules()
        self.post_its = FakePostItService()
        self.morning = FakeMorningService(make_morning(TODAY))
        self.wall = FakeWallService()
        self.visits, self.quotes = FakeVisitService(), FakeQuoteService()
        self.attachments = FakeAttachmentService()
        self.past_states = FakePastStates()
        self.review = FakeReviewService()
        self.indicators = FakeIndicators()
        self.campaigns = FakeCampaignService()
        self.reactivation, self.frozen_periods = FakeReactivation(), FakeFrozenPeriods()
        writers = (CsvTableWriter(), XlsxTableWriter())
        self.exports = ListExportService({one.suffix: one for one in writers}, FakeTrail())  # type: ignore[arg-type]
        self.keeper_program = FakeProgram()
        self.days = FakeWorkingDays(self.clock)
        self.day_keeper = DayKeeper(lambda: self.days, self.runner, self.feed, self.clock)
        self.cycle_keeper = CycleKeeper(self.keeper_program, UPKEEP, FakeTime())
        self.preferences = Preferences(
            PreferenceService(self.database, USER),  # type: ignore[arg-type]
            self.runner,
            {"theme": scheme, "language": "pt_BR", "morning.opens": False, **(preferences or {})},
        )
        self.reminder_clock = ReminderClock(
            reminders,
            self.runner,
            self.feed,
            self.clock,
            QuietKeeper(self.preferences, self.clock),
            alarm=FakeAlarm(),
        )
        self.theme = Theme(app)
        self.theme.apply(self.preferences.theme)
        install_language(app, self.preferences.language)
        self.ctx = UiContext(
            work_list=self.work_list,
            customers=customers,
            contacts=self.contacts,
            queue=self.queue,
            reach=self.reach,
            wishes=self.wishes,
            days_off=lambda: self.days_off,
            audit=lambda: self.audit,
            rules=lambda: self.rules,  # type: ignore[arg-type, return-value]
            stories=self.stories,
            pitches=self.pitches,
            agenda=lambda: self.agenda,  # type: ignore[arg-type, return-value]
            report_files=lambda: self.report_files,  # type: ignore[arg-type, return-value]
            report_schedules=lambda: self.report_schedules,  # type: ignore[arg-type, return-value]
            calendars=lambda: self.calendars,  # type: ignore[arg-type, return-value]
            post_its=lambda: self.post_its,  # type: ignore[arg-type, return-value]
            morning=lambda: self.morning,  # type: ignore[arg-type, return-value]
            wall=lambda: self.wall,  # type: ignore[arg-type, return-value]
            visits=lambda: self.visits,  # type: ignore[arg-type, return-value]
            quotes=lambda: self.quotes,  # type: ignore[arg-type, return-value]
            attachments=lambda _: self.attachments,  # type: ignore[arg-type, return-value]
            review=lambda: self.review,  # type: ignore[arg-type, return-value]
            campaigns=lambda: self.campaigns,  # type: ignore[arg-type, return-value]
            reactivation=lambda: self.reactivation,  # type: ignore[arg-type, return-value]
            indicators=lambda: self.indicators,
            past_states=lambda: self.past_states,
            frozen_periods=lambda: self.frozen_periods,  # type: ignore[arg-type, return-value]
            objections=self.objections,
            messages=lambda: self.messages,
            notices=lambda: self.notices,  # type: ignore[arg-type, return-value]
            reminders=reminders,
            policies=self.policies,
            reports=self.reports,
            imports=lambda: self.imports,
            exports=lambda: self.exports,
            runner=self.runner,
            feed=self.feed,
            reminder_clock=self.reminder_clock,
            day_keeper=self.day_keeper,
            cycle_keeper=self.cycle_keeper,
            import_runner=self.import_runner,
            preferences=self.preferences,
            clock=self.clock,
            user=USER,
            theme=self.theme,
            database_label="SQLite",
            notifier=self.notifier,  # type: ignore[arg-type]
        )

    def close(self) -> None:
        """Stop what runs."""
        self.import_runner.stop()
        self.cycle_keeper.stop()
        self.day_keeper.stop()
        self.reminder_clock.stop()
        self.feed.stop()
        self.runner.shutdown()
