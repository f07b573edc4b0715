"""The plan in the making: gesture by gesture, each worked out in the background."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from cockpit.domain.rebalance import Owner, Part, Plan, Totals
from cockpit.domain.wall import Colleague
from cockpit.runtime.task_runner import Lane
from cockpit.services.wall import Portfolios
from cockpit.ui.context import UiContext
from cockpit.ui.wall.portfolio_table import PortfolioRow


@dataclass(frozen=True)
class Draft:
    """A plan with what it makes of the portfolios."""

    plan: Plan = field(default_factory=Plan)
    before: Mapping[Owner, Totals] = field(default_factory=dict)
    after: Mapping[Owner, Totals] = field(default_factory=dict)


class Planning(QObject):
    """Holds the portfolios, how each takes part, and the drafts of a plan.

    Attributes:
        known: The portfolios; None until they are read.
        drafts: One per gesture; the first is what holds, the last what is looked at.
        parts: How each portfolio takes part, of whom it was said.
    """

    #: What is looked at is another.
    changed = Signal()
    #: Something went wrong in the background: the error.
    failed = Signal(object)

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.known: Portfolios | None = None
        self.drafts: list[Draft] = []
        self.parts: dict[Owner, Part] = {}

    @property
    def draft(self) -> Draft:
        """Return what is looked at."""
        return self.drafts[-1] if self.drafts else Draft()

    @property
    def is_under_way(self) -> bool:
        """Return whether anybody would move."""
        return self.draft.plan.count > 0

    def read(self) -> None:
        """Read the portfolios; a plan that was being made is dropped."""
        ctx = self._ctx

        def work() -> tuple[Portfolios, Draft]:
            known = ctx.wall().portfolios()
            return known, _drafted(Plan(known.holdings))

        self._run(work, self._on_read)

    def rethink(self, gesture: Callable[[Plan], Plan]) -> None:
        """Change the plan by a gesture."""
        plan = self.draft.plan
        self._run(lambda: _drafted(gesture(plan)), self._on_drafted)

    def step_back(self) -> bool:
        """Take the last gesture back; return whether there was one."""
        if len(self.drafts) < 2:
            return False
        self.drafts.pop()
        self.changed.emit()
        return True

    def part(self, owner: Owner) -> Part:
        """Return how a portfolio takes part; unless it is said, nobody's and empty ones do not."""
        is_filled = owner is not None and owner in self.draft.before
        return self.parts.get(owner, Part.SHARES if is_filled else Part.KEEPS)

    def turn(self, owner: Owner) -> None:
        """Let a portfolio take part in the next way."""
        ways = tuple(Part)
        if owner is None:
            ways = (Part.KEEPS, Part.GIVES)
        present = self.part(owner)
        self.parts[owner] = ways[(ways.index(present) + 1) % len(ways)]
        self.changed.emit()

    def rows(self) -> list[PortfolioRow]:
        """Return the portfolios, nobody's last."""
        if self.known is None:
            return []
        owners: list[Colleague | None] = [*self.known.owners, None]
        return [self._row(one) for one in owners]

    def _row(self, owner: Colleague | None) -> PortfolioRow:
        key, team = None, ""
        if owner is not None and self.known is not None:
            key, team = owner.user_id, self.known.team_name(owner)
        return PortfolioRow(
            owner,
            team,
            self.part(key),
            self.draft.before.get(key, Totals()),
            self.draft.after.get(key, Totals()),
        )

    def _run(self, work: Callable[[], object], on_result: Callable[..., None]) -> None:
        self._ctx.runner.submit(
            work,
            lane=Lane.READ,
            owner=self,
            key="plan",
            on_result=on_result,
            on_error=self.failed.emit,
        )

    def _on_read(self, read: tuple[Portfolios, Draft]) -> None:
        self.known, self.drafts = read[0], [read[1]]
        self.changed.emit()

    def _on_drafted(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.changed.emit()


def _drafted(plan: Plan) -> Draft:
    return Draft(plan, plan.before(), plan.after())
