"""Whom a line is about."""

from cockpit.domain.documents import parse_tax_id
from cockpit.imports.cells import Cells

_MASK = frozenset("./-")


def customer_reference(cells: Cells, column: str = "cliente") -> str:
    """Return the customer's code or document; a masked document loses its mask.

    A code keeps its dashes, and one whose figures would do for a document after zeros were added
    to them is a code: masks do not lose zeros.

    Raises:
        RejectedError: It is longer than any code.
    """
    customer = cells.code(column)
    if not _MASK.isdisjoint(customer):
        tax_id = parse_tax_id(customer)
        figures = sum(1 for letter in customer if letter.isalnum())
        if tax_id and tax_id.is_valid and len(tax_id.text) == figures:
            return tax_id.text
    return customer
