"""Lines of ``produtos`` into records."""

from cockpit.domain.import_records import ProductRecord
from cockpit.imports import answers
from cockpit.imports.cells import Cells


def read_product(cells: Cells) -> ProductRecord:
    """Return a line as a product, with what is odd about it.

    Raises:
        RejectedError: It has no code.
    """
    code = cells.needed("codigo", lambda _: cells.code("codigo"))
    name = cells.text("nome")
    if not name:
        cells.flag("product_without_name")
    return ProductRecord(
        code=code,
        name=name or code,
        unit=cells.label("unidade"),
        family=cells.label("familia"),
        brand=cells.label("marca"),
        company=cells.label("empresa"),
        is_active=cells.read("ativo", answers.is_active, otherwise=None),
        flags=tuple(cells.flags),
    )
