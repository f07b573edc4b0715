"""Post-its and the morning page as they are painted for the documents."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cockpit.app.listed_rows import listed_rows
from cockpit.app.window import Desk
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.actions import ActionId
from cockpit.ui.post_its.composer import PostItComposer


def _screen(desk: Desk, settle: Callable[[], None], *, action: ActionId) -> QWidget:
    desk.window.action(action).trigger()
    settle()
    return desk.window


def _composer(desk: Desk, settle: Callable[[], None]) -> QWidget:
    """Write about three customers who are leaving their cycle."""
    table = desk.window.work_list.table
    assert table is not None  # noqa: S101 - the picture is taken once the list is there
    rows = table.rows(range(min(200, len(table))))
    late = [one.customer_id for one in rows if one.status is LifecycleStatus.AT_RISK]
    desk.window.post_its.write_about(late[:3])
    settle()
    dialog = QApplication.activeModalWidget() or desk.window.findChildren(QDialog)[-1]
    assert isinstance(dialog, PostItComposer)  # noqa: S101 - it has just been opened
    dialog.body.setPlainText("Frete por nossa conta acima de R$ 1.500 até sexta: liguem hoje.")
    return dialog


def _client(desk: Desk, settle: Callable[[], None]) -> QWidget:
    """Look at a client whom a post-it raises."""
    table = desk.window.work_list.table
    assert table is not None  # noqa: S101 - the picture is taken once the list is there
    raised = [one for one in listed_rows(table) if one.post_it]
    desk.window.work_list.show_customer(raised[0].customer_id)
    settle()
    return desk.window


MORNING_SCREENS: dict[str, Callable[[Desk, Callable[[], None]], QWidget]] = {
    "morning": partial(_screen, action=ActionId.MORNING),
    "post_its": partial(_screen, action=ActionId.POST_ITS),
    "post_it_new": _composer,
    "post_it_client": _client,
}
