"""Parts of a session whose code is read when the first one is asked for.

They stand on libraries that cost a start tenths of a second and that most starts never need.
"""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from cockpit.services.ports import Crediting, CycleAnalyst, MessageRenderer, WorkTableMaker

if TYPE_CHECKING:
    from cockpit.services.figure_memory import FigureMemory
    from cockpit.services.past_states import PastMemory
    from cockpit.services.ports.indicators import IndicatorEngine
    from cockpit.services.ports.past_states import PastJudge
    from cockpit.services.reading_memory import ReadingMemory


def load_analyst() -> CycleAnalyst:
    """Return who fits populations; loads the mathematics, which no window waits for."""
    from cockpit.analytics.analyst import KGridAnalyst  # noqa: PLC0415 - see above

    return KGridAnalyst()


def load_crediting() -> Crediting:
    """Return who gives credits; loads the arrays, which no other start needs."""
    from cockpit.analytics.indicators.crediting import (  # noqa: PLC0415 - see above
        ColumnCrediting,
    )

    return ColumnCrediting()


def load_past_judge() -> "PastJudge":
    """Return who judges past days; loads the mathematics, which no window waits for."""
    from cockpit.analytics.past_days.judge import KGridPastJudge  # noqa: PLC0415 - see above

    return KGridPastJudge()


def load_past_memory() -> "PastMemory":
    """Return what past days are kept in, empty; its code is read by those who ask for any."""
    from cockpit.services.past_states import PastMemory  # noqa: PLC0415 - see above

    return PastMemory()


def load_table_maker(zone: ZoneInfo) -> WorkTableMaker:
    """Return who makes the list's tables; loads the arrays, which no other start needs."""
    from cockpit.analytics.work_list.maker import (  # noqa: PLC0415 - see above
        ColumnTableMaker,
    )

    return ColumnTableMaker(zone)


def load_credit_memory() -> "ReadingMemory":
    """Return an empty memory of credits."""
    from cockpit.services.reading_memory import ReadingMemory  # noqa: PLC0415 - see above

    return ReadingMemory()


def load_figure_memory() -> "FigureMemory":
    """Return an empty memory of figures' columns."""
    from cockpit.services.figure_memory import FigureMemory  # noqa: PLC0415 - see above

    return FigureMemory()


def load_indicator_engine() -> "IndicatorEngine":
    """Return who works on the figures' columns; loads the arrays, which no window waits for."""
    from cockpit.analytics.indicators.engine import ColumnEngine  # noqa: PLC0415 - see above

    return ColumnEngine()


def load_renderer() -> MessageRenderer:
    """Return who fills in templates; loads the sandbox, which no other start needs."""
    from cockpit.messaging.renderer import JinjaRenderer  # noqa: PLC0415 - see above

    return JinjaRenderer()
