"""Lines of ``orcamentos`` into records."""

from cockpit.domain.import_records import QuoteRecord
from cockpit.imports import answers
from cockpit.imports.cells import Cells
from cockpit.imports.customer_reference import customer_reference
from cockpit.imports.line_figures import LineFigures, not_negative


def read_quote(cells: Cells, figures: LineFigures) -> QuoteRecord:
    """Return a line as a quote, with what is odd about it.

    Raises:
        RejectedError: It has no number, customer or day, or its value cannot be told.
    """
    number = cells.needed("numero", lambda _: cells.code("numero"))
    customer = cells.needed("cliente", lambda _: customer_reference(cells))
    opened_on = figures.needed_day(cells, "data")
    if opened_on > figures.today:
        cells.flag("quote_in_future")
    return QuoteRecord(
        number=number,
        customer=customer,
        opened_on=opened_on,
        total_cents=_total_cents(cells, figures),
        expires_on=figures.maybe_day(cells, "validade"),
        state=cells.read("situacao", answers.quote_state, otherwise=None),
        seller=cells.label("vendedor"),
        company=cells.label("empresa"),
        stopped_reason=cells.text("motivo"),
        flags=tuple(cells.flags),
    )


def _total_cents(cells: Cells, figures: LineFigures) -> int:
    """Return the value; zero, which is flagged, where the file has none."""
    if not cells.raw("valor"):
        cells.flag("quote_without_value")
        return 0
    return not_negative(figures.needed_amount(cells, "valor"), cells, "valor")
