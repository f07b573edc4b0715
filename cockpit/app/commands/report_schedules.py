"""``report schedule``: which reports the user gets by e-mail."""

import sys

import resources
from cockpit.app.options import Options
from cockpit.app.report_text import channel_words
from cockpit.app.session import Session
from cockpit.app.terminal import one_line
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Comparison, Cut
from cockpit.domain.messages import Message, MessageValue
from cockpit.domain.report_schedules import Repetition, ReportPlan, ReportSchedule, Span
from cockpit.domain.reports import ReportFormat, ReportName
from cockpit.services.reporting.narrowing import narrowing_of
from cockpit.services.reporting.schedules import ReportScheduleService


def run_schedules(session: Session, options: Options) -> int:
    """List, add or cancel.

    Raises:
        BadInputError: There is no such schedule, or the plan makes no sense.
    """
    service = ReportScheduleService(session.database, session.clock, session.user)
    language, chosen = options.language, options.reporting
    if chosen.schedule_action == "list":
        found = service.mine()
        for number, one in enumerate(found, start=1):
            _say("report_schedule_line", language, **_line(service, one, number, language))
        if not found:
            _say("report_no_schedules", language)
    elif chosen.schedule_action == "add":
        added = service.add(_plan(session, options))
        keys = [one.schedule_id for one in service.mine()]
        number = keys.index(added.schedule_id) + 1
        _tell("report_scheduled", _line(service, added, number, language), language)
        if not service.email():
            _say("report_no_email", language)
    else:
        found = service.mine()
        if not 0 < chosen.schedule_number <= len(found):
            raise BadInputError("report_schedule_unknown", number=chosen.schedule_number)
        gone = found[chosen.schedule_number - 1]
        line = _line(service, gone, chosen.schedule_number, language)
        service.remove(gone)
        _tell("report_unscheduled", line, language)
    return 0


def _say(key: str, language: Language, **values: MessageValue) -> None:
    sys.stdout.write(one_line(resources.text(f"cli.{key}", language, **values)) + "\n")


def _tell(key: str, line: dict[str, str], language: Language) -> None:
    _say(key, language, line=resources.text("cli.report_schedule_line", language, **line))


def _plan(session: Session, options: Options) -> ReportPlan:
    chosen = options.reporting
    return ReportPlan(
        report=ReportName(chosen.scheduled_report),
        file_format=ReportFormat(chosen.report_format or ReportFormat.PDF),
        repetition=Repetition(chosen.report_every),
        span=Span(chosen.report_span),
        hour=chosen.report_hour,
        comparison=Comparison(chosen.report_comparison or Comparison.NONE),
        cut=Cut(chosen.report_cut) if chosen.report_cut else None,
        narrowing=narrowing_of(
            session.database, chosen.report_only, channel_words(options.language)
        ),
    )


def _line(
    service: ReportScheduleService, one: ReportSchedule, number: int, language: Language
) -> dict[str, str]:
    plan = one.plan
    if plan is None:
        raise BadInputError("report_schedule_unknown", number=number)

    def text(key: str) -> str:
        return resources.text(key, language)

    return {
        "number": str(number),
        "title": resources.text(Message.of(f"document.title_{plan.report.value}"), language),
        "every": text(f"cli.report_every_{plan.repetition.value}"),
        "span": text(f"cli.report_span_{plan.span.value}"),
        "format": plan.file_format.value.upper(),
        "hour": str(plan.hour),
        "next": f"{service.next_due(plan):%d/%m/%Y}",
    }
