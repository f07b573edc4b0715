"""Reports made up for the writers' tests: every kind of cell, chart and trouble."""

from datetime import UTC, date, datetime

from cockpit.domain.figures import Defined
from cockpit.domain.indicators import Cut
from cockpit.domain.messages import Message
from cockpit.domain.periods import Period
from cockpit.domain.reports import (
    CellKind,
    ChartBar,
    ChartKind,
    KeyFigure,
    Narrowed,
    ReportChart,
    ReportColumn,
    ReportDocument,
    ReportName,
    ReportTable,
)

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
FEBRUARY = Period(date(2026, 2, 1), date(2026, 2, 28))
MADE_AT = datetime(2026, 4, 1, 12, 30, tzinfo=UTC)
FORMULA = '=HYPERLINK("http://evil.example";"Agro Sul")'
LONG = "Comércio e Distribuição de Produtos Agropecuários São João da Boa Esperança do Sul Ltda."
COLUMNS = (
    ReportColumn("company", CellKind.TEXT, 1.5),
    ReportColumn("client", CellKind.TEXT, 2.6),
    ReportColumn("contacted_on", CellKind.DAY),
    ReportColumn("days", CellKind.COUNT),
    ReportColumn("reach_rate", CellKind.SHARE),
    ReportColumn("median_days", CellKind.NUMBER),
    ReportColumn("value", CellKind.CENTS),
)
TOTAL = Message.of("document.total")


def table(count: int = 3, name: str = "reactivated") -> ReportTable:
    """Return a table with a name like a formula, a long one, and accents."""
    names = [FORMULA, LONG, "Acatama Brinquedos", "Açúcar & Cia <ME>"]
    rows = [
        (
            "Giro Indústria", f"{names[one % 4]}", date(2026, 3, 1 + one % 28), one,
            one / max(count, 1), one + 0.5, 100_050 + one,
        )
        for one in range(count)
    ]  # fmt: skip
    cents = sum(100_050 + one for one in range(count))
    return ReportTable(
        name, COLUMNS, rows, (TOTAL, None, None, sum(range(count)), None, None, cents)
    )


def document(
    *tables: ReportTable, chart: ReportChart | None = None, **changes: object
) -> ReportDocument:
    """Return a whole report."""
    values = {
        "name": ReportName.REACTIVATION,
        "company": "Indústria São José",
        "period": MARCH,
        "compared": FEBRUARY,
        "cut": Cut.SELLER,
        "narrowed": (Narrowed(Cut.REGION, ("Agreste", Message.of("document.none_region"))),),
        "known_on": date(2026, 4, 1),
        "made_at": MADE_AT,
        "made_by": "Marina Açaí",
        "figures": (
            KeyFigure(Defined.REACTIVATED, CellKind.COUNT, 12, 10),
            KeyFigure(Defined.RECOVERED, CellKind.CENTS, 123_456_78, 0),
            KeyFigure(Defined.DAYS_TO_RETURN, CellKind.NUMBER, None, 4.5),
            KeyFigure(Defined.REACH_RATE, CellKind.SHARE, 0.375, 0.5),
        ),
        "chart": chart,
        "tables": tables or (table(),),
        "notes": (Message.of("document.note_within", days=30),),
        "definitions": (Defined.REACTIVATED, Defined.RECOVERED, Defined.DAYS_TO_RETURN),
    }
    return ReportDocument(**(values | changes))  # type: ignore[arg-type]


def chart(kind: ChartKind) -> ReportChart:
    """Return a chart of each kind."""
    if kind is ChartKind.INTERVAL:
        bars = (
            ChartBar("Volta às aulas", 0.12, 0.02, 0.21),
            ChartBar(LONG, -0.03, -0.09, 0.04),
        )
        return ReportChart("uplifts", kind, CellKind.SHARE, bars)
    if kind is ChartKind.BRIDGE:
        bars = (
            ChartBar(Message.of("document.start"), 120, is_total=True),
            ChartBar("01/2026", 12), ChartBar("02/2026", -30), ChartBar("03/2026", 4),
            ChartBar(Message.of("document.end"), 106, is_total=True),
        )  # fmt: skip
        return ReportChart("active_bridge", kind, CellKind.COUNT, bars)
    names = ("Preço", "Já tem fornecedor", "Sem caixa agora", "Entrega demorou", LONG)
    bars = tuple(ChartBar(name, 50 - 9 * place) for place, name in enumerate(names))
    return ReportChart("objections", kind, CellKind.COUNT, bars)
