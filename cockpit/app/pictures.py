"""Paints screens as they are: the real window, real data, no display."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from cockpit import __version__
from cockpit.app.agenda_pictures import AGENDA_SCREENS
from cockpit.app.application import make_application
from cockpit.app.calendar_pictures import calendar_export, calendar_import
from cockpit.app.call_pictures import CALL_SCREENS, Picture
from cockpit.app.campaign_pictures import CAMPAIGN_SCREENS
from cockpit.app.field_pictures import FIELD_SCREENS, sync_of
from cockpit.app.import_pictures import ImportPictures
from cockpit.app.indicator_pictures import INDICATOR_SCREENS
from cockpit.app.laptop_pictures import LAPTOP_SCREENS
from cockpit.app.listed_rows import listed_rows
from cockpit.app.morning_pictures import MORNING_SCREENS
from cockpit.app.notice_pictures import collision, digest, notice_settings, notices
from cockpit.app.options import Options
from cockpit.app.pack_pictures import PACK_SCREENS
from cockpit.app.report_pictures import REPORT_SCREENS
from cockpit.app.review_pictures import REVIEW_SCREENS
from cockpit.app.rule_pictures import RULE_SCREENS
from cockpit.app.session import Session
from cockpit.app.team_pictures import TEAM_SCREENS
from cockpit.app.wall_pictures import WALL_SCREENS
from cockpit.app.weather_pictures import WEATHER_SCREENS, weather_of
from cockpit.app.window import Desk, open_picture
from cockpit.app.working_day_pictures import WORKING_DAY_SCREENS
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import LifecycleStatus, Role
from cockpit.runtime.crash import report
from cockpit.runtime.task_runner import TaskRunner
from cockpit.ui.crash_dialog import CrashDialog
from cockpit.ui.shortcuts_sheet import ShortcutsSheet

_LOOK_MS = 15
_QUIET_LOOKS = 4


def paint(session: Session, options: Options) -> None:
    """Paint one screen into the options' file.

    Raises:
        BadInputError: The file cannot be written.
    """
    app = make_application()
    if options.screen.startswith(("import_", "notice_settings", "days_off", "post_it_new")):
        session = seen_as(session, Role.SUPERVISOR)
    if options.screen == "audit":
        session = seen_as(session, Role.ADMINISTRATOR)
    of_managers = ("wall", "closing", "review", "rules", "indicators", "campaigns", "cycle_policy")
    if options.screen.startswith(of_managers) and options.screen != "review_comments":
        session = seen_as(session, Role.MANAGER)
    made = (weather_of(options.screen, session.clock), sync_of(options.screen, session.clock))
    with open_picture(session, app, options, *made) as desk:
        desk.window.resize(*options.size)
        desk.window.show()
        desk.window.start()
        settle(desk.ctx.runner)
        shown = _SCREENS[options.screen](desk)
        settle(desk.ctx.runner)
        if not shown.grab().save(str(options.files[0]), "PNG"):
            raise BadInputError("picture_not_written", file=str(options.files[0]))


def seen_as(session: Session, role: Role) -> Session:
    """Return the session as somebody of another role would have it."""
    user = replace(session.user, role=role)
    return replace(session, user=user, policies=replace(session.policies, user=user))


def settle(runner: TaskRunner) -> None:
    """Let the window work until nothing is under way for a few looks in a row."""
    loop = QEventLoop()
    looks = 0

    def look() -> None:
        nonlocal looks
        looks = looks + 1 if runner.is_idle else 0
        if looks >= _QUIET_LOOKS:
            loop.quit()

    timer = QTimer(interval=_LOOK_MS)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()


def _cockpit(desk: Desk) -> QWidget:
    """Show a customer who is leaving their cycle, as nobody is better told what Giro is for."""
    for row in listed_rows(desk.ctx.work_list.load()):
        if row.status is LifecycleStatus.AT_RISK:
            desk.window.work_list.show_customer(row.customer_id)
            break
    settle(desk.ctx.runner)
    return desk.window


def _customer_cycle(desk: Desk) -> QWidget:
    _cockpit(desk)
    desk.window.customer_panel.show_cycle()
    return desk.window


def _reminders(desk: Desk) -> QWidget:
    _cockpit(desk)
    desk.window.show_reminders()
    return desk.window


def _cycle(desk: Desk, section: int) -> QWidget:
    desk.window.screens.show_cycle()
    assert desk.window.screens.cycle is not None  # noqa: S101 - it has just been made
    desk.window.screens.cycle.show_section(section)
    return desk.window


def _imports(desk: Desk, page: Callable[[ImportPictures], QWidget]) -> QWidget:
    with tempfile.TemporaryDirectory() as folder:
        return page(ImportPictures(desk, Path(folder), partial(settle, desk.ctx.runner)))


def _call_screen(desk: Desk, picture: Picture) -> QWidget:
    return picture(desk, partial(settle, desk.ctx.runner))


def _shortcuts(desk: Desk) -> QWidget:
    sheet = ShortcutsSheet(desk.window.shortcuts, desk.window)
    sheet.show()
    return sheet


def _crash(desk: Desk) -> QWidget:
    try:
        raise LookupError
    except LookupError as error:
        dialog = CrashDialog(report(error, __version__), desk.window)
    dialog.show()
    return dialog


def _empty(desk: Desk) -> QWidget:
    return desk.window


_SCREENS: dict[str, Callable[[Desk], QWidget]] = {
    "cockpit": _cockpit,
    "customer_cycle": _customer_cycle,
    "reminders": _reminders,
    "cycle_portfolio": partial(_cycle, section=0),
    "cycle_accuracy": partial(_cycle, section=1),
    "import_start": partial(_imports, page=ImportPictures.start),
    "import_columns": partial(_imports, page=ImportPictures.columns),
    "import_trial": partial(_imports, page=ImportPictures.trial),
    "import_progress": partial(_imports, page=ImportPictures.progress),
    "import_result": partial(_imports, page=ImportPictures.result),
    "import_history": partial(_imports, page=ImportPictures.history),
    **{name: partial(_call_screen, picture=one) for name, one in CALL_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in MORNING_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in AGENDA_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in WALL_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in REVIEW_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in RULE_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in INDICATOR_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in CAMPAIGN_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in WEATHER_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in FIELD_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in TEAM_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in WORKING_DAY_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in REPORT_SCREENS.items()},
    "calendar_export": partial(_call_screen, picture=calendar_export),
    "calendar_import": partial(_call_screen, picture=calendar_import),
    **{name: partial(_call_screen, picture=one) for name, one in LAPTOP_SCREENS.items()},
    **{name: partial(_call_screen, picture=one) for name, one in PACK_SCREENS.items()},
    "notices": partial(_call_screen, picture=notices),
    "notice_collision": partial(_call_screen, picture=collision),
    "notice_settings": partial(_call_screen, picture=notice_settings),
    "digest": partial(_call_screen, picture=digest),
    "shortcuts": _shortcuts,
    "crash": _crash,
    "empty": _empty,
}
