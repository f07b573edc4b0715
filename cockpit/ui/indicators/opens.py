"""What opens the customers behind a figure."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from cockpit.domain.indicators import Opened, Question
from cockpit.ui.context import UiContext

if TYPE_CHECKING:
    from cockpit.domain.portfolio_figures import PortfolioClient

#: Finds them, off the GUI thread.
Opens: TypeAlias = Callable[[UiContext], Sequence[UUID]]


def those(customer_ids: Sequence[UUID]) -> Opens:
    """Return what opens exactly these."""
    return partial(_known, tuple(customer_ids))


def behind(question: Question, opened: Opened) -> Opens:
    """Return what opens the customers behind a figure of the indicators."""
    return partial(_behind, question, opened)


def keys_of(clients: "Sequence[PortfolioClient]") -> list[UUID]:
    """Return who they are, each once."""
    return list(dict.fromkeys(one.customer_id for one in clients))


def _known(customer_ids: tuple[UUID, ...], ctx: UiContext) -> Sequence[UUID]:
    return customer_ids


def _behind(question: Question, opened: Opened, ctx: UiContext) -> Sequence[UUID]:
    return ctx.indicators().clients(question, opened)
