"""The lines of an invented customer's story, section by section."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from cockpit.domain.sections import (
    AuditLine,
    CaseLine,
    Delivery,
    ObjectionLine,
    OrderLine,
    OrderStory,
    PitchVersion,
    ProductState,
    ProductUse,
    QuoteStory,
    StoryEntry,
    StoryKind,
    TitleLine,
)
from cockpit.domain.vocabulary import (
    Channel,
    ObjectionState,
    OrderKind,
    QuoteState,
    ServiceCaseKind,
    ServiceCaseState,
    WaitCondition,
)

STORY_DAY = date(2022, 3, 22)
_PRODUCTS = (
    ("1010", "Parafuso sextavado M8 x 30, caixa com 100", "Fixação", 7_420),
    ("1020", "Rolamento rígido de esferas 6204 2RS", "Rolamentos", 4_890),
    ("1030", "Correia em V A-42", "Correias e polias", 2_890),
    ("1040", "Graxa de lítio, balde de 20 kg", "Lubrificantes", 54_900),
    ("1050", 'Disco de corte 7", caixa com 25', "Abrasivos e corte", 16_750),
)
PRICE = UUID(int=0xA1)
DELIVERY = UUID(int=0xA2)
STOCK = UUID(int=0xA3)


def _at(day: date, hour: int = 14, minute: int = 20) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=UTC)


def _ago(today: date, days: int) -> date:
    return today - timedelta(days=days)


def timeline(today: date) -> tuple[StoryEntry, ...]:
    wrong, right = UUID(int=0xC1), UUID(int=0xC2)
    entries = (
        (
            StoryKind.AGENDA,
            1,
            True,
            "scheduled",
            "",
            "Retornar com a tabela nova",
            "Ana",
            None,
            None,
        ),
        (
            StoryKind.POST_IT,
            2,
            True,
            "",
            "",
            "Cliente antigo da casa: tratar com carinho.",
            "Marisa",
            None,
            None,
        ),
        (
            StoryKind.MESSAGE,
            3,
            True,
            "sent",
            "Tabela de março",
            "Segue a tabela.",
            "Ana",
            Channel.EMAIL,
            None,
        ),
        (
            StoryKind.OBJECTION,
            4,
            True,
            "opened",
            "Preço acima do concorrente",
            "Achou 8% mais caro",
            "Ana",
            None,
            None,
        ),
        (StoryKind.TITLE, 9, False, "overdue", "48120/1", "", "", None, 140_300),
        (
            StoryKind.CASE,
            12,
            True,
            "open",
            "Rolamento com código trocado",
            "Vieram 6205 no lugar de 6204.",
            "",
            None,
            None,
        ),
        (StoryKind.QUOTE, 20, False, "open", "ORC-00417", "", "Ana", None, 312_500),
        (StoryKind.PITCH, 21, True, "", "", "Voltar pela linha de fixação.", "Ana", None, None),
        (StoryKind.ORDER, 41, False, "sale", "48120", "Faturado", "Ana", None, 280_600),
    )
    others = tuple(
        StoryEntry(
            kind=kind,
            at=_at(_ago(today, days)),
            has_time=has_time,
            code=code,
            title=title,
            detail=detail,
            who=who,
            person="Márcia Prado" if kind is StoryKind.MESSAGE else "",
            channel=channel,
            cents=cents,
            key=UUID(int=0xD00 + position),
        )
        for position, (kind, days, has_time, code, title, detail, who, channel, cents) in enumerate(
            entries
        )
    )
    contacts = (
        _contact(
            right, _at(_ago(today, 4), 15), "Pediu orçamento", "Quer 40 caixas.", amends=wrong
        ),
        _contact(wrong, _at(_ago(today, 4)), "Não atendeu", "Quer 4 caixas.", is_amended=True),
        _contact(UUID(int=0xC3), _at(_ago(today, 30)), "Venda realizada", "Fechou a reposição."),
    )
    return tuple(sorted((*others, *contacts), key=lambda entry: entry.at, reverse=True))


def _contact(
    key: UUID,
    at: datetime,
    outcome: str,
    note: str,
    *,
    amends: UUID | None = None,
    is_amended: bool = False,
) -> StoryEntry:
    return StoryEntry(
        kind=StoryKind.CONTACT,
        at=at,
        has_time=True,
        code="",
        title=outcome,
        detail=note,
        who="Ana",
        person="Márcia Prado",
        channel=Channel.PHONE,
        cents=None,
        key=key,
        amends=amends,
        is_amended=is_amended,
    )


def _lines() -> tuple[OrderLine, ...]:
    return tuple(
        OrderLine(code, name, 12_000 * (position + 1), cents, cents * 12 * (position + 1))
        for position, (code, name, _, cents) in enumerate(_PRODUCTS[:3])
    )


def orders(today: date) -> tuple[OrderStory, ...]:
    deliveries = tuple(Delivery)
    return tuple(
        OrderStory(
            order_id=UUID(int=0xE00 + number),
            number=str(48_120 - 37 * number),
            kind=OrderKind.RETURN if number == 3 else OrderKind.SALE,
            ordered_on=_ago(today, 41 + 17 * number),
            net_cents=280_600 - 9_000 * number,
            state_text="Faturado" if number else "Em separação",
            delivery=deliveries[number % len(deliveries)],
            promised_on=_ago(today, 36 + 17 * number),
            delivered_on=None if number < 3 else _ago(today, 35 + 17 * number),
            lines=_lines(),
        )
        for number in range(6)
    )


def products(today: date) -> tuple[ProductUse, ...]:
    states = (
        ProductState.LAPSED,
        ProductState.DUE,
        ProductState.REGULAR,
        ProductState.ONCE,
        ProductState.LAPSED,
    )
    return tuple(
        ProductUse(
            code=code,
            name=name,
            family=family,
            state=state,
            order_count=1 if state is ProductState.ONCE else 12 - 2 * position,
            interval_days=None if state is ProductState.ONCE else 16 + position,
            last_on=_ago(today, 50 - 7 * position),
            silence_days=50 - 7 * position,
            total_cents=cents * (60 - 9 * position),
            share=0.4 - 0.08 * position,
            usual_quantity_milli=12_000,
            last_unit_cents=cents,
        )
        for position, (state, (code, name, family, cents)) in enumerate(
            zip(states, _PRODUCTS, strict=True)
        )
    )


def titles(today: date) -> tuple[TitleLine, ...]:
    return (
        TitleLine(
            UUID(int=0xF1), "48120/2", _ago(today, 41), _ago(today, -15), 140_300, 0, None, -15
        ),
        TitleLine(
            UUID(int=0xF2), "48120/1", _ago(today, 41), _ago(today, 9), 140_300, 40_000, None, 9
        ),
        TitleLine(
            UUID(int=0xF3),
            "48083/1",
            _ago(today, 58),
            _ago(today, 30),
            135_800,
            135_800,
            _ago(today, 28),
            None,
        ),
    )


def quotes(today: date) -> tuple[QuoteStory, ...]:
    return (
        QuoteStory(
            UUID(int=0x101),
            "ORC-00417",
            _ago(today, 20),
            _ago(today, -10),
            QuoteState.OPEN,
            312_500,
            "Ana",
            "",
            _lines(),
        ),
        QuoteStory(
            UUID(int=0x102),
            "ORC-00388",
            _ago(today, 90),
            _ago(today, 60),
            QuoteState.LOST,
            98_000,
            "Ana",
            "Achou o prazo longo",
            _lines()[:1],
        ),
    )


def objections(today: date) -> tuple[ObjectionLine, ...]:
    return (
        ObjectionLine(
            UUID(int=0x111),
            PRICE,
            "Preço acima do concorrente",
            ObjectionState.OPEN,
            _at(_ago(today, 4)),
            None,
            None,
            None,
            "",
            None,
            "Achou 8% mais caro",
        ),
        ObjectionLine(
            UUID(int=0x112),
            STOCK,
            "Estoque ainda cheio",
            ObjectionState.OPEN,
            _at(_ago(today, 40)),
            None,
            WaitCondition.DATE,
            _ago(today, 1),
            "",
            _at(_ago(today, 1), 9),
            "",
        ),
        ObjectionLine(
            UUID(int=0x113),
            DELIVERY,
            "Prazo de entrega longo",
            ObjectionState.WAITING,
            _at(_ago(today, 60)),
            None,
            WaitCondition.PROMOTION,
            None,
            "Semana da manutenção",
            None,
            "",
        ),
        ObjectionLine(
            UUID(int=0x114),
            PRICE,
            "Preço acima do concorrente",
            ObjectionState.OVERCOME,
            _at(_ago(today, 200)),
            _at(_ago(today, 190)),
            None,
            None,
            "",
            None,
            "",
        ),
    )


def cases(today: date) -> tuple[CaseLine, ...]:
    return (
        CaseLine(
            UUID(int=0x121),
            "AT-0417",
            ServiceCaseKind.COMPLAINT,
            ServiceCaseState.OPEN,
            _at(_ago(today, 12)),
            None,
            "Rolamento com código trocado",
            "Vieram 6205 no lugar de 6204.",
            "",
        ),
        CaseLine(
            UUID(int=0x122),
            "AT-0311",
            ServiceCaseKind.DEFECT,
            ServiceCaseState.RESOLVED,
            _at(_ago(today, 120)),
            _at(_ago(today, 112)),
            "Correia rompeu com um mês de uso",
            "",
            "Trocada sem custo.",
        ),
    )


def pitches(today: date) -> tuple[PitchVersion, ...]:
    return (
        PitchVersion(
            UUID(int=0x131),
            _at(_ago(today, 21)),
            "Ana",
            "Trocou de comprador",
            "Custo por hora de uso",
            "5% na linha de fixação",
            "Voltar pela fixação",
        ),
        PitchVersion(UUID(int=0x132), _at(_ago(today, 80)), "Bruno", "Preço", "", "", "Recuperar"),
    )


def audit(today: date) -> tuple[AuditLine, ...]:
    return (
        AuditLine(_at(_ago(today, 1)), "Ana", "claim_finished", ""),
        AuditLine(_at(_ago(today, 4), 15), "Ana", "contact_amended", "Pediu orçamento"),
        AuditLine(_at(_ago(today, 9)), "Ana", "queue_skipped", "Ligar à tarde"),
        AuditLine(_at(_ago(today, 400)), "", "imported_new", "clientes.csv"),
    )
