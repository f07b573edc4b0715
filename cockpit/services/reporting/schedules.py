"""A user's own reports by e-mail."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ConflictError, ForbiddenError
from cockpit.domain.report_schedules import ReportPlan, ReportSchedule
from cockpit.domain.reports import CUTS, ReportName
from cockpit.domain.rights import Task
from cockpit.services.ports import CurrentUser, Database

#: Nobody reads more, and a mistaken script shall not fill the post.
MOST_SCHEDULES = 20


@dataclass(frozen=True, slots=True)
class ReportScheduleService:
    """Lists, adds and cancels; everybody has their own alone."""

    database: Database
    clock: Clock
    user: CurrentUser

    def mine(self) -> list[ReportSchedule]:
        """Return the user's schedules that this program understands, the oldest first."""
        with self.database.read() as unit:
            found = unit.reports.schedules(self.user.user_id)
        return [one for one in found if one.plan is not None]

    def next_due(self, plan: ReportPlan) -> date:
        """Return on which day a plan falls due next."""
        return plan.next_due(self.clock.now(), self.clock.zone)

    def email(self) -> str:
        """Return where the user gets e-mail; empty where nobody stored it."""
        with self.database.read() as unit:
            found = unit.notices.recipients()
        return next((one.email for one in found if one.user_id == self.user.user_id), "")

    def add(self, plan: ReportPlan) -> ReportSchedule:
        """Store a plan for the user.

        Raises:
            BadInputError: The plan makes no sense, or there are too many already.
            ForbiddenError: The user may not see this report.
        """
        if not plan.is_possible:
            raise BadInputError("report_schedule_hour")
        if plan.cut is not None and plan.cut not in CUTS[plan.report]:
            raise BadInputError("report_has_no_such_cut")
        if plan.report is ReportName.CAMPAIGNS and not self.user.may(Task.EDIT_CAMPAIGNS):
            raise ForbiddenError("campaign_results_not_allowed")
        if len(self.mine()) >= MOST_SCHEDULES:
            raise BadInputError("report_schedule_too_many", most=MOST_SCHEDULES)
        at = self.clock.now()
        with self.database.write() as unit:
            key = unit.reports.add_schedule(self.user.user_id, plan, at=at)
            unit.audit.record(self._deed("added", key, plan), user=self.user, at=at)
            unit.changed(Topic.SETTINGS, customer_ids=[])
        return ReportSchedule(key, self.user.user_id, plan, at)

    def remove(self, schedule: ReportSchedule) -> None:
        """Cancel a schedule of the user's; what waits to be sent is not sent.

        Raises:
            ConflictError: Somebody did so meanwhile.
        """
        at = self.clock.now()
        with self.database.write() as unit:
            key = schedule.schedule_id
            if not unit.reports.remove_schedule(key, user_id=self.user.user_id):
                raise ConflictError("report_schedule_gone")
            unit.audit.record(self._deed("removed", key, schedule.plan), user=self.user, at=at)
            unit.changed(Topic.SETTINGS, customer_ids=[])

    def _deed(self, what: str, key: UUID, plan: ReportPlan | None) -> Deed:
        report = "" if plan is None else plan.report.value
        detail = {"name": f"report_schedule.{what}", "report": report}
        return Deed(AuditAction.SETTING_CHANGED, "report_schedules", key, detail)
