"""Asks whether an import that is under way is to stop."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cockpit.ui.widgets.question import Question

translate = QCoreApplication.translate


def stop_question(parent: QWidget, *, is_closing: bool) -> Question:
    """Return the question, in the present language.

    Args:
        parent: Whom it stands before.
        is_closing: Whether the window closes once the import has stopped.
    """
    stop = translate("ImportScreen", "Stop and close")
    if not is_closing:
        stop = translate("ImportScreen", "Stop")
    return Question(
        translate("ImportScreen", "Stop the import?"),
        [
            translate("ImportScreen", "What is stored already stays, and nothing is stored twice."),
            translate("ImportScreen", "It can be gone on with from the history whenever you like."),
        ],
        (stop, translate("ImportScreen", "Go on importing")),
        parent,
    )
