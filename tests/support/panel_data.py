"""An invented customer with everything that the client panel shows, and fakes of the services."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from cockpit.domain.agenda import Reminder
from cockpit.domain.cadence import CadencePolicy, CadenceRules
from cockpit.domain.cadence_choice import CadenceFacts
from cockpit.domain.calling_window import Hours, Place, WindowRules, Wishes
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.contact import ContactDraft, Outcome, Reason
from cockpit.domain.customer import (
    ContactPerson,
    ContactSummary,
    CustomerPanel,
    CustomerProfile,
    NextContact,
    OrderSummary,
    PhoneNumber,
)
from cockpit.domain.drafts import DraftSummary
from cockpit.domain.explanation import explain
from cockpit.domain.ids import new_id
from cockpit.domain.next_step import Reach
from cockpit.domain.queue import Claim
from cockpit.domain.vocabulary import (
    AppointmentKind,
    Channel,
    CreditState,
    CustomerCategory,
    LifecycleStatus,
    OrderKind,
    PhoneKind,
    QueueEffect,
    ReminderState,
)
from cockpit.runtime.task_runner import Lane
from cockpit.services.contacts import FormOptions, Logged
from tests.support.call_fakes import FakeWriteUnit
from tests.support.cycle_data import make_picture, make_statistics, make_verdict
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.ui_data import TODAY, UiWorld

HOUR, DAY = 60, 24 * 60


def _outcome(
    code: str,
    name: str,
    effect: QueueEffect,
    wait: int | None = None,
    *,
    reason: bool = False,
    date: bool = False,
) -> Outcome:
    return Outcome(new_id(), code, name, effect, wait, True, reason, date)


OUTCOMES = (
    _outcome("sale", "Venda realizada", QueueEffect.SALE),
    _outcome("quote", "Pediu orçamento", QueueEffect.CALL_AGAIN, DAY, date=True),
    _outcome("later", "Ligar mais tarde", QueueEffect.CALL_AGAIN, 2 * HOUR, date=True),
    _outcome("no_decision", "Conversou, sem decisão", QueueEffect.CALL_AGAIN, 3 * DAY, date=True),
    _outcome("no_answer", "Não atendeu", QueueEffect.COOL_DOWN, 4 * HOUR),
    _outcome("busy", "Ocupado ou caixa postal", QueueEffect.COOL_DOWN, HOUR),
    _outcome("absent", "Responsável ausente", QueueEffect.CALL_AGAIN, DAY, date=True),
    _outcome("not_now", "Não vai comprar agora", QueueEffect.CLOSE_UNTIL, 30 * DAY, reason=True),
    _outcome("complaint", "Reclamação", QueueEffect.CALL_AGAIN, DAY, reason=True),
    _outcome("wrong_number", "Telefone errado", QueueEffect.NONE),
    _outcome("message", "Mensagem enviada", QueueEffect.COOL_DOWN, 2 * DAY),
    _outcome("stop", "Não quer mais contato", QueueEffect.DO_NOT_CONTACT, reason=True),
    _outcome("promised_payment", "Prometeu pagar", QueueEffect.CALL_AGAIN, 2 * DAY, date=True),
    _outcome("disputes_title", "Contesta o título", QueueEffect.CALL_AGAIN, DAY, date=True),
)
REASONS = (
    Reason(new_id(), "competitor", "Comprou do concorrente", None),
    Reason(new_id(), "price", "Preço", None),
    Reason(new_id(), "in_stock", "Ainda tem estoque", "not_now"),
    Reason(new_id(), "late", "Atraso na entrega", "complaint"),
)

_NOTES = (
    "Carlos disse que o estoque deu uma segurada em fevereiro, mas a linha de embalagens roda "
    "de novo a partir do dia 28. Pediu para ligar antes com a tabela nova e prazo de 28/42 dias.",
    "",
    "Reclamou do atraso do pedido 8841. Prometi retorno da expedição até sexta.",
    "Caixa postal duas vezes.",
    "Fechou 40 caixas; quer amostra do filme stretch de 25 micra.\nMandar catálogo por e-mail.",
)


def _phone(
    display: str, e164: str | None, kind: PhoneKind, *, primary: bool = False
) -> PhoneNumber:
    return PhoneNumber(display, display, e164, "", kind, primary)


def make_contact(number: int) -> ContactSummary:
    """Return the customer's contact of that number, 0 being the latest."""
    at = datetime.combine(TODAY - timedelta(days=6 + 17 * number), time(14, 32), DEFAULT_ZONE)
    outcome = OUTCOMES[(3, 4, 8, 5, 0)[number % 5]]
    return ContactSummary(
        contact_id=UUID(int=9000 + number),
        occurred_at=at.astimezone(UTC),
        channel=Channel.WHATSAPP if number % 4 == 3 else Channel.PHONE,
        attendant=("Ana Ribeiro", "Jonas Prado")[number % 2],
        person_name="Carlos" if number % 3 == 0 else "",
        outcome=outcome.name,
        reason="Atraso na entrega" if number % 5 == 2 else "",
        campaign="Volta às aulas" if number % 6 == 4 else "",
        note=_NOTES[number % 5],
    )


def make_order(number: int, kind: OrderKind = OrderKind.SALE) -> OrderSummary:
    """Return the customer's order of that number, 0 being the latest."""
    day = TODAY - timedelta(days=50 + 16 * number + (number * 5) % 7)
    value = 182_340 + 31_977 * ((number * 7) % 5)
    order_id = UUID(int=7000 + number)
    return OrderSummary(
        order_id, str(8841 - 37 * number), kind, day, value, 3 + number % 6, "faturado"
    )


def make_panel(number: int = 0, **changes: object) -> CustomerPanel:
    """Return an invented customer that is far outside its cycle."""
    statistics = make_statistics()
    verdict = make_verdict()
    profile = CustomerProfile(
        customer_id=UUID(int=500 + number),
        code=str(10417 + number),
        legal_name="Adesivos Plásticos do Vale Indústria e Comércio Ltda.",
        trade_name=f"Adesivos Plásticos do Vale{f' {number}' if number else ''}",
        tax_id="12ABC34501DE35",
        is_tax_id_valid=True,
        segment="Embalagens",
        region="Sul",
        city="Caxias do Sul",
        state="RS",
        owner="Ana Ribeiro",
        category=CustomerCategory.CUSTOMER,
        credit_state=CreditState.GOOD,
        credit_limit_cents=5_000_000,
        is_blocked=False,
        forbidden_channels=frozenset(),
        overdue_cents=0,
        open_case_count=0,
        phones=(
            _phone("(54) 3221-4410", "+555432214410", PhoneKind.FIXED),
            _phone("(54) 99981-2044", "+5554999812044", PhoneKind.MOBILE, primary=True),
        ),
        persons=(
            ContactPerson(UUID(int=31), "Carlos Menegotto", "Compras", "", True),
            ContactPerson(UUID(int=32), "Rita", "Financeiro", "", False),
        ),
        orders=(
            make_order(20, OrderKind.RETURN),
            make_order(21, OrderKind.CANCELLED),
            *(make_order(position) for position in range(12)),
        ),
        contacts=tuple(make_contact(position) for position in range(14)),
        next_contact=make_next(timedelta(days=2, hours=5)),
        statistics=statistics,
    )
    profile = replace(profile, **changes)  # type: ignore[arg-type]
    explanation = explain(profile.statistics, verdict, TODAY)
    return CustomerPanel(profile, verdict, explanation, make_picture())


def make_next(wait: timedelta) -> NextContact:
    """Return a next contact that lies so far from nine o'clock of today."""
    due_at = datetime.combine(TODAY, time(9), DEFAULT_ZONE) + wait
    note = "Ligar com a tabela nova"
    return NextContact(
        UUID(int=41), AppointmentKind.MY_CALLBACK, due_at.astimezone(UTC), True, note, "Ana Ribeiro"
    )


def make_troubled_panel() -> CustomerPanel:
    """Return a customer with everything that can be the matter."""
    return make_panel(
        1,
        trade_name="Companhia Nacional de Embalagens Flexíveis e Adesivos Industriais do Vale",
        tax_id="00000154545485",
        is_tax_id_valid=False,
        credit_state=CreditState.DENIED,
        overdue_cents=1_234_567,
        open_case_count=2,
        forbidden_channels=frozenset({Channel.WHATSAPP, Channel.EMAIL}),
        next_contact=make_next(timedelta(days=-3)),
        phones=(
            replace(
                _phone("(54) 3221-4410", "+555432214410", PhoneKind.FIXED, primary=True),
                extension="214",
            ),
            _phone("3221-44", None, PhoneKind.UNKNOWN),
        ),
    )


def make_reminders(count: int) -> list[Reminder]:
    """Return raised reminders, the oldest first."""
    names = ("Agro Box", "Adesivos Plásticos do Vale", "Atlymb Tecnologia", "Cerâmica Jatobá")
    start = datetime.combine(TODAY, time(8, 40), DEFAULT_ZONE).astimezone(UTC)
    made = []
    for number in range(count):
        at = start - timedelta(days=count - 1 - number) if number < count - 2 else start
        at += timedelta(minutes=5 * number)
        made.append(
            Reminder(
                UUID(int=600 + number),
                UUID(int=500 + number),
                names[number % len(names)],
                "(54) 99981-2044",
                at,
                has_time=True,
                remind_at=at,
                state=ReminderState.RAISED,
                note=("Ligar com a tabela nova e o prazo de 28/42 dias que o Carlos pediu", "")[
                    number % 2
                ],
            )
        )
    return made


@dataclass
class FakeCustomers:
    """Answers with panels that a test can change, or raises.

    Attributes:
        asked: Whom it was asked for, in order.
    """

    panels: dict[UUID, CustomerPanel] = field(default_factory=dict)
    trouble: Exception | None = None
    asked: list[UUID] = field(default_factory=list)

    def add(self, panel: CustomerPanel) -> CustomerPanel:
        self.panels[panel.profile.customer_id] = panel
        return panel

    def panel(self, customer_id: UUID) -> CustomerPanel | None:
        self.asked.append(customer_id)
        if self.trouble is not None:
            raise self.trouble
        return self.panels.get(customer_id)


def open_all_day() -> CadenceFacts:
    """Return what the cadence knows of somebody new who can be called on any day and hour."""
    hours = Hours(time(0), time(0), frozenset(range(7)))
    reach = Reach(
        Place("SP", "São Paulo", DEFAULT_ZONE),
        Wishes(),
        WindowRules(default=hours),
        frozenset({Channel.PHONE, Channel.WHATSAPP}),
    )
    return CadenceFacts(CadencePolicy(rules=CadenceRules(caps=())), (), reach)


@dataclass
class FakeContacts:
    """Keeps what was logged, once per contact, as the database does; or raises.

    Attributes:
        calls: How often it was asked to log.
        claims: Under which claim each contact was made.
        answer: What becomes of the claims.
        facts: What the cadence knows of everybody.
    """

    logged: dict[UUID, tuple[ContactDraft, LifecycleStatus]] = field(default_factory=dict)
    trouble: Exception | None = None
    calls: int = 0
    claims: dict[UUID, Claim | None] = field(default_factory=dict)
    answer: Logged = field(default_factory=Logged)
    facts: CadenceFacts | None = field(default_factory=open_all_day)

    def form_options(self) -> FormOptions:
        return FormOptions(OUTCOMES, REASONS)

    def unsent(self, drafts: Sequence[DraftSummary]) -> tuple[DraftSummary, ...]:
        return tuple(
            replace(one, customer_name=f"Cliente {one.customer_id.int % 1000}") for one in drafts
        )

    def cadence(self, customer_id: UUID, status: LifecycleStatus) -> CadenceFacts | None:
        return self.facts

    def log(
        self,
        draft: ContactDraft,
        *,
        status: LifecycleStatus,
        claim: Claim | None = None,
        behind: Callable[[Any], None],
    ) -> Logged:
        self.calls += 1
        draft.check()
        if self.trouble is not None:
            raise self.trouble
        self.logged.setdefault(draft.contact_id, (draft, status))
        self.claims.setdefault(draft.contact_id, claim)
        behind(FakeWriteUnit())
        return self.answer


class HeldTaskRunner(ImmediateTaskRunner):
    """Holds every submission back until the test releases it, the newest read per owner and key."""

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[tuple[int, str], partial[None]] = {}

    def submit(self, work: Any, *, lane: Lane, owner: QObject, key: str, **how: Any) -> None:
        answer = partial(super().submit, work, lane=lane, owner=owner, key=key, **how)
        slot = (id(owner), f"{key}#{len(self._held)}" if lane is Lane.WRITE else key)
        self._held.pop(slot, None)
        self._held[slot] = answer

    def held(self, key: str) -> partial[None]:
        """Return the answer to one key, to be given alone."""
        slot = next(slot for slot in self._held if slot[1] == key)
        return self._held.pop(slot)

    def release(self) -> None:
        """Answer what is held, in order."""
        held, self._held = list(self._held.values()), {}
        for answer in held:
            answer()


class PanelWorld(UiWorld):
    """The windows' world with the services of the client's screens.

    Attributes:
        customers: Knows the panels that a test adds.
        log: Keeps what the form stores.
        shown: Windows that must live as long as the test: one that is collected while it paints
            takes the program along.
        ctx: The context with both.
    """

    def __init__(
        self,
        app: QApplication,
        *,
        preferences: dict[str, object] | None = None,
        scheme: str = "light",
        runner: ImmediateTaskRunner | None = None,
    ) -> None:
        super().__init__(app, preferences=preferences, scheme=scheme)
        self.customers = FakeCustomers()
        self.reach.panel = self.customers.panels.get
        self.log = FakeContacts()
        self.shown: list[QWidget] = []
        self.ctx = replace(
            self.ctx,
            customers=self.customers,  # type: ignore[arg-type]
            contacts=self.log,  # type: ignore[arg-type]
            runner=runner or self.runner,
        )
        self.feed.start()

    def raise_reminders(self, count: int) -> list[Reminder]:
        """Let so many reminders wait for an answer."""
        reminders = make_reminders(count)
        self.database.reminders.reminders = {one.reminder_id: one for one in reminders}
        return reminders
