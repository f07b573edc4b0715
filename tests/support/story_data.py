"""An invented customer's whole story, pitch card and objections, for the tests of the windows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.messages import Message
from cockpit.domain.objections import Argument, ObjectionKind, WaitSubject
from cockpit.domain.pitch import Answer, Cause, Evidence, Offer, PitchCard, PitchDraft
from cockpit.domain.sections import (
    CustomerStory,
    ProductIdea,
)
from cockpit.domain.vocabulary import (
    LifecycleStatus,
    WaitCondition,
)
from tests.support import story_lines
from tests.support.story_lines import DELIVERY, PRICE, STOCK, STORY_DAY


def make_catalogue() -> list[ObjectionKind]:
    """Return three kinds of objections with their answers."""
    return [
        ObjectionKind(
            PRICE,
            "PRECO",
            "Preço acima do concorrente",
            "price",
            (
                Argument(
                    UUID(int=0xB1),
                    PRICE,
                    "Compare o custo por hora de uso: a peça dura mais.",
                    14,
                    9,
                ),
                Argument(UUID(int=0xB2), PRICE, "Ofereça a faixa de desconto por volume.", 21, 8),
            ),
        ),
        ObjectionKind(
            DELIVERY,
            "PRAZO",
            "Prazo de entrega longo",
            "delivery",
            (
                Argument(
                    UUID(int=0xB3),
                    DELIVERY,
                    "Mostre o estoque local e a entrega em 24 horas.",
                    0,
                    0,
                ),
            ),
        ),
        ObjectionKind(STOCK, "ESTOQUE", "Estoque ainda cheio", "stock"),
    ]


def make_story(row: object, *, today: date = STORY_DAY) -> CustomerStory:
    """Return a story with a few lines in every section.

    Args:
        row: A line of the work list, or the same by field name.
        today: The day from which all others are counted.
    """
    customer_id, status = _field(row, "customer_id"), _field(row, "status")
    assert isinstance(customer_id, UUID)
    assert isinstance(status, LifecycleStatus)
    return CustomerStory(
        customer_id=customer_id,
        status=status,
        timeline=story_lines.timeline(today),
        orders=story_lines.orders(today),
        products=story_lines.products(today),
        ideas=(
            ProductIdea("1060", "Retentor 35x52x7", "Vedação", 18, 40),
            ProductIdea("1070", "Luva nitrílica, caixa com 100", "Proteção individual", 11, 40),
        ),
        titles=story_lines.titles(today),
        quotes=story_lines.quotes(today),
        objections=story_lines.objections(today),
        cases=story_lines.cases(today),
        pitches=story_lines.pitches(today),
        audit=story_lines.audit(today),
    )


def make_card(row: object) -> PitchCard:
    """Return a pitch card with each part filled."""
    customer_id = _field(row, "customer_id")
    assert isinstance(customer_id, UUID)
    price = make_catalogue()[0]
    return PitchCard(
        customer_id=customer_id,
        evidence=(
            Evidence(
                Cause.OVERDUE_TITLES,
                Message.of("pitch.overdue", count=3, amount=_money(4_210), days=_days(41)),
            ),
            Evidence(
                Cause.OPEN_CASE,
                Message.of(
                    "pitch.open_case",
                    kind=Message.of("pitch.case_complaint"),
                    days=_days(12),
                    title="Rolamento com código trocado",
                ),
            ),
            Evidence(
                Cause.LAPSED_PRODUCTS,
                Message.of("pitch.lapsed", count=4, names="Parafuso M8, Correia A-42"),
            ),
            Evidence(
                Cause.SHRINKING_VOLUME,
                Message.of("pitch.shrinking", before=_money(3_050), now=_money(1_100)),
            ),
        ),
        answers=(Answer(price.name, price.arguments),),
        offer=Offer(
            500,
            (
                Message.of(
                    "pitch.promotion",
                    name="Semana da manutenção",
                    percent=10,
                    product="Correia em V A-42",
                    until=STORY_DAY + timedelta(days=16),
                ),
            ),
        ),
        goal=Message.of("pitch.goal_collect", amount=_money(4_210)),
        is_credit_lane=True,
        script="Bom dia! Antes do pedido, vamos acertar os títulos em aberto?",
    )


def _money(reais: int) -> Message:
    return Message.of("pitch.money", reais=reais)


def _days(count: int) -> Message:
    return Message.of("pitch.days", count=count)


def _field(row: object, name: str) -> object:
    return row[name] if isinstance(row, Mapping) else getattr(row, name)


@dataclass
class FakeStoryService:
    """Returns a story for each customer that a test knows, or raises.

    Attributes:
        rows: Lines of the work list by customer; who is not there is gone.
        changes: Stories that a test made itself, by customer.
        asked: Whose story was asked for, in order.
    """

    rows: Mapping[UUID, object] = field(default_factory=dict)
    changes: dict[UUID, CustomerStory] = field(default_factory=dict)
    trouble: Exception | None = None
    asked: list[UUID] = field(default_factory=list)

    def story(self, customer_id: UUID) -> CustomerStory | None:
        self.asked.append(customer_id)
        if self.trouble is not None:
            raise self.trouble
        if customer_id in self.changes:
            return self.changes[customer_id]
        row = self.rows.get(customer_id)
        return None if row is None else make_story(row)


@dataclass
class FakePitchService:
    """Returns the same card for everybody and keeps what is saved."""

    saved: list[PitchDraft] = field(default_factory=list)
    cards: dict[UUID, PitchCard] = field(default_factory=dict)
    asked: list[UUID] = field(default_factory=list)

    def card(self, panel: CustomerPanel, story: CustomerStory) -> PitchCard:
        self.asked.append(story.customer_id)
        return self.cards.get(story.customer_id) or make_card(story)

    def save(self, draft: PitchDraft) -> bool:
        is_new = draft not in self.saved
        self.saved.append(draft)
        return is_new


@dataclass
class FakeObjectionService:
    """Offers a small catalogue and things to wait on."""

    kinds: list[ObjectionKind] = field(default_factory=make_catalogue)
    woken: list[UUID] = field(default_factory=list)

    def catalogue(self) -> list[ObjectionKind]:
        return self.kinds

    def wait_subjects(self, customer_id: UUID) -> list[WaitSubject]:
        return [
            WaitSubject(WaitCondition.RECEIVABLE_PAID, UUID(int=0xF2), "48120/1"),
            WaitSubject(WaitCondition.PROMOTION, UUID(int=0x141), "Semana da manutenção"),
            WaitSubject(WaitCondition.PRODUCT_AVAILABLE, UUID(int=0x142), "Correia em V A-42"),
        ]

    def wake(self) -> list[UUID]:
        woken, self.woken = self.woken, []
        return woken
