"""How the list's values become texts at present."""

from cockpit.services.ports import WorkTable
from cockpit.ui.context import UiContext
from cockpit.ui.work_list.cell_texts import Style


def style_of(ctx: UiContext, table: WorkTable | None) -> Style:
    """Return the style for a table's day and instant; without one, of the clock's."""
    clock = ctx.clock
    if table is None:
        return Style(ctx.language, clock.zone, clock.today(), clock.now())
    return Style(ctx.language, clock.zone, table.as_of, table.now)
