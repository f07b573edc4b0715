"""Closing periods: figures that no later import changes, and what may be checked of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.changes import Topic
from cockpit.domain.closing import Check, Closing, ClosingRule, closable
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import Faces, FrozenPeriod, difference, totals_of
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.crediting import CreditReader
from cockpit.services.ledger import Ledger, may_read_closed, nobody_cancels
from cockpit.services.ports import CurrentUser, Database, ReadUnit

#: The company's setting: on which day of the next month a month is closed without anybody.
RULE = "closing.day"


@dataclass(frozen=True, slots=True)
class FrozenPeriodService:
    """Closes periods, one after the other, and works closed ones out anew."""

    database: Database
    reader: CreditReader
    user: CurrentUser

    @property
    def may_close(self) -> bool:
        """Return whether the user may close periods."""
        return self.user.may(Task.KEEP_FIGURES)

    def closings(self) -> tuple[Closing, ...]:
        """Return the closed periods, the newest first, with what became known of them since.

        Raises:
            ForbiddenError: The user sees no closed periods.
        """
        if not may_read_closed(self.user):
            raise ForbiddenError("closing_list_not_allowed")
        with self.database.report() as unit:
            ledger = Ledger(unit, self.reader, self.user, self.reader.clock.known_at)
            found = []
            for head in reversed(ledger.heads):
                told = ledger.told(head.period)
                later = ledger.told_later(head.period)
                found.append(
                    Closing(
                        frozen_id=head.frozen_id,
                        period=head.period,
                        frozen_at=head.frozen_at,
                        author=head.author,
                        totals=totals_of(day for part in told for day in part.days),
                        adjusted=totals_of(day for one in later for day in one.portion.days),
                    )
                )
        return tuple(found)

    def closable(self) -> tuple[Period, ...]:
        """Return the months that may be closed next, each with all before it: oldest first."""
        with self.database.read() as unit:
            closed = [one.period for one in unit.frozen_periods.periods()]
        return closable(closed, today=self.reader.clock.today())

    def close(
        self, period: Period, *, is_cancelled: Callable[[], bool] = nobody_cancels
    ) -> FrozenPeriod:
        """Close a period: store its figures and names as they are known now.

        What became known of earlier closed periods since the last closing is stored with it, as
        its adjustments.

        Raises:
            ForbiddenError: The user may not close periods.
            BadInputError: It is not over, not whole months, or does not follow the last closed
                one; or an import is under way.
            ConflictError: Somebody closed it meanwhile.
            CancelledError: The user stopped it; nothing was stored.
        """
        if not self.may_close:
            raise ForbiddenError("closing_not_allowed")
        with self.database.report() as unit:
            self._check(unit, period)
            frozen = self._frozen(unit, period, is_cancelled)
        totals = totals_of(frozen.credits)
        detail = {
            "from": period.first.isoformat(),
            "until": period.last.isoformat(),
            "returns": totals.returns,
            "cents": totals.cents,
            "corrected": len(frozen.corrections),
        }
        with self.database.write() as unit:
            unit.frozen_periods.add(frozen)
            deed = Deed(AuditAction.PERIOD_CLOSED, "frozen_periods", frozen.frozen_id, detail)
            unit.audit.record(deed, user=self.user, at=self.reader.clock.now())
            unit.changed(Topic.SETTINGS, customer_ids=[])
        return frozen

    def check(self, period: Period, *, is_cancelled: Callable[[], bool] = nobody_cancels) -> Check:
        """Work a closed period out anew from what was known at its closing, and compare.

        An import that was undone since left nothing behind, so that its part cannot be worked
        out again: the stored figures are what was told.

        Only who sees all contacts can: what others see would be worked out as a difference.

        Raises:
            ForbiddenError: The user may not close periods.
            BadInputError: It is not closed.
            CancelledError: The user stopped it.
        """
        if not self.may_close:
            raise ForbiddenError("closing_check_not_allowed")
        with self.database.report() as unit:
            found = unit.frozen_periods.some([period])
            if not found:
                raise BadInputError("period_not_closed")
            frozen = found[0]
            ledger = Ledger(unit, self.reader, self.user, frozen.known_at, is_cancelled)
            again = self.reader.valued(unit, period, known_at=frozen.known_at)
            differing = difference(again, frozen.credits)
            faces = Faces()
            if differing:
                faces = ledger.faces(differing)
        return Check(period, totals_of(frozen.credits), totals_of(again), differing, faces)

    def rule(self) -> ClosingRule:
        """Return when months are closed without anybody."""
        with self.database.read() as unit:
            return ClosingRule.of(unit.settings.get(SettingScope.COMPANY, None, RULE))

    def set_rule(self, rule: ClosingRule) -> None:
        """Say when months are closed without anybody.

        Raises:
            ForbiddenError: The user may not close periods.
        """
        if not self.may_close or not self.user.may(Task.CHANGE_COMPANY_SETTINGS):
            raise ForbiddenError("closing_not_allowed")
        with self.database.write() as unit:
            unit.settings.put(SettingScope.COMPANY, None, RULE, rule.day)
            detail = {"name": RULE, "day": rule.day}
            deed = Deed(AuditAction.SETTING_CHANGED, "settings", None, detail)
            unit.audit.record(deed, user=self.user, at=self.reader.clock.now())
            unit.changed(Topic.SETTINGS, customer_ids=[])

    def close_due(self) -> tuple[Period, ...]:
        """Close the months whose day has come; return which. For programs beside the window.

        While an import is under way, and by who may not, nothing is closed: the next one will.
        """
        with self.database.read() as unit:
            is_waiting = unit.reactivation.has_open_import()
        if is_waiting or not self.may_close:
            return ()
        rule = self.rule()
        today = self.reader.clock.today()
        due = [one for one in self._next_months() if rule.is_due(one, today)]
        for period in due:
            self.close(period)
        return tuple(due)

    def _next_months(self) -> tuple[Period, ...]:
        """Return what follows the last closed month; before the first closing the last one."""
        with self.database.read() as unit:
            is_first = not unit.frozen_periods.periods()
        months = self.closable()
        return months[-1:] if is_first else months

    def _check(self, unit: ReadUnit, period: Period) -> None:
        today = self.reader.clock.today()
        if not period.is_whole_months:
            raise BadInputError("closing_whole_months")
        if period.last >= today:
            raise BadInputError("closing_not_over", last=period.last)
        closed = [one.period for one in unit.frozen_periods.periods()]
        last: date | None = max((one.last for one in closed), default=None)
        if last is not None and period.first != last + timedelta(days=1):
            raise BadInputError("closing_in_order", first=last + timedelta(days=1))
        if unit.reactivation.has_open_import():
            raise BadInputError("closing_import_open")

    def _frozen(
        self, unit: ReadUnit, period: Period, is_cancelled: Callable[[], bool]
    ) -> FrozenPeriod:
        clock = self.reader.clock
        frozen_at = clock.now()
        known_at = clock.known_at or frozen_at
        # Closed periods are compared as they were told; worked out anew they would hide an
        # import that was undone.
        told = Ledger(unit, self.reader, self.user, None, is_cancelled)
        corrections = told.corrections([one.period for one in told.heads], known_at=known_at)
        credits = self.reader.valued(unit, period, known_at=known_at)
        faces = told.faces([*credits, *(day for days in corrections.values() for day in days)])
        return FrozenPeriod(
            frozen_id=new_id(),
            period=period,
            frozen_at=frozen_at,
            known_at=known_at,
            author_id=self.user.user_id,
            author=self.user.name,
            credits=credits,
            corrections=corrections,
            faces=faces,
        )
