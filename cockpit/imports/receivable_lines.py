"""Lines of ``titulos`` into records."""

from cockpit.domain.import_records import ReceivableRecord
from cockpit.domain.messages import Message
from cockpit.imports import answers
from cockpit.imports.cells import Cells, RejectedError
from cockpit.imports.customer_reference import customer_reference
from cockpit.imports.line_figures import LineFigures, not_negative


def read_receivable(cells: Cells, figures: LineFigures) -> ReceivableRecord:
    """Return a line as an instalment to be paid, with what is odd about it.

    Raises:
        RejectedError: It has no number, customer or due day, or its amount cannot be told or is a
            credit of the customer's.
    """
    if answers.is_credit(cells.raw("tipo")):
        value = cells.raw("tipo")[:40]
        raise RejectedError(Message.of("imports.receivable_is_credit", value=value))
    number = cells.needed("numero", lambda _: cells.code("numero"))
    customer = cells.needed("cliente", lambda _: customer_reference(cells))
    due_on = figures.needed_day(cells, "vencimento")
    amount = not_negative(figures.needed_amount(cells, "valor"), cells, "valor")
    issued_on = figures.maybe_day(cells, "emissao")
    paid_on = figures.maybe_day(cells, "pago_em")
    if issued_on and issued_on > due_on:
        cells.flag("due_before_issue")
    if paid_on and paid_on > figures.today:
        cells.flag("paid_in_future")
    return ReceivableRecord(
        number=number,
        customer=customer,
        due_on=due_on,
        amount_cents=amount,
        order=cells.code("pedido"),
        issued_on=issued_on,
        paid_on=paid_on,
        company=cells.label("empresa"),
        flags=tuple(cells.flags),
    )
