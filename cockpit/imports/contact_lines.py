"""Lines of ``contatos`` into records."""

from cockpit.domain.import_records import PastContactRecord
from cockpit.imports.cells import Cells
from cockpit.imports.customer_reference import customer_reference
from cockpit.imports.line_figures import LineFigures


def read_contact(cells: Cells, figures: LineFigures) -> PastContactRecord:
    """Return a line as a conversation that another system recorded, with what is odd about it.

    Raises:
        RejectedError: It has no customer, or its day cannot be told.
    """
    customer = cells.needed("cliente", lambda _: customer_reference(cells))
    occurred_at = cells.needed("data", figures.moment)
    if occurred_at.date() > figures.today:
        cells.flag("contact_in_future")
    return PastContactRecord(
        customer=customer,
        occurred_at=occurred_at,
        seller=cells.label("atendente"),
        person_name=cells.text("contato"),
        outcome=cells.text("ocorrencia"),
        reason=cells.text("motivo"),
        campaign=cells.label("campanha"),
        note=cells.note("observacao"),
        company=cells.label("empresa"),
        flags=tuple(cells.flags),
    )
