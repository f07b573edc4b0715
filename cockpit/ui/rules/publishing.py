"""What both editors of rules share: who may publish, whether it is meant, and the answer."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.rules.confirm_dialog import ConfirmDialog
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.section import Section

P = TypeVar("P")
#: So long nothing must change before a rule is tried.
DEBOUNCE_MS = 350


class PublishingSection(Section, Generic[P]):
    """Tries a rule a moment after it was written, and publishes it when that is meant.

    Attributes:
        undo_button: Back to the rule in force.
        publish_button: Asks whether the rule is meant.
    """

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._notice = ranked_label("notice", parent=self)
        self._trouble = ranked_label("alert", parent=self)
        for label in (self._notice, self._trouble):
            label.setWordWrap(True)
        self._trouble.hide()
        self.undo_button, self.publish_button = QPushButton(self), QPushButton(self)
        self.publish_button.setProperty("kind", "primary")
        self.publish_button.clicked.connect(self.publish)
        self._debounce = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self._debounce.timeout.connect(self.simulate)

    def notice(self) -> str:
        """Return why nothing can be published, or nothing."""
        return self._notice.text()

    def trouble(self) -> str:
        """Return what is said to be wrong, or nothing."""
        return self._trouble.text() if self._trouble.isVisibleTo(self) else ""

    @Slot()
    def simulate(self) -> None:
        """Ask at once what the rule in the form would change."""
        raise NotImplementedError

    @Slot()
    def publish(self) -> None:
        """Ask whether the rule is meant, and publish it."""
        raise NotImplementedError

    @override
    def retranslate(self) -> None:
        self.undo_button.setText(self.tr("Undo"))
        self.publish_button.setText(self.tr("Publish…"))
        self.publish_button.setToolTip(self.tr("Publish… (Ctrl+Enter)"))

    def _is_allowed(self) -> bool | None:
        """Return whether the user may publish; None until that was read."""
        raise NotImplementedError

    def _on_published(self, published: P) -> None:
        """Take note of the rule that is in force now."""
        raise NotImplementedError

    def _foot(self) -> QHBoxLayout:
        """Return both buttons in a row."""
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.undo_button)
        foot.addStretch()
        foot.addWidget(self.publish_button)
        return foot

    def _may_publish(self) -> bool:
        return bool(self._is_allowed()) and not self._ctx.is_as_of

    def _say_what_may_be_done(self) -> None:
        reason = ""
        if self._is_allowed() is False:
            reason = self.tr(
                "Only supervisors, managers and administrators publish rules. "
                "You can try one and see what it would change."
            )
        elif self._ctx.is_as_of:
            reason = self.tr(
                "A past day is shown: a rule can be tried but not published. "
                "Open Giro without --as-of to publish."
            )
        self._notice.setText(reason)
        self._notice.setVisible(bool(reason))
        self.publish_button.setVisible(self._is_allowed() is not False)

    def _say_trouble(self, error: GiroError) -> None:
        self._trouble.setText(self._error_sentence(error))
        self._trouble.show()

    def _ask_to_publish(
        self, title: str, sentences: Sequence[str], publish: Callable[[str], P]
    ) -> None:
        """Ask whether a rule is meant.

        Args:
            title: The question.
            sentences: What publishing does.
            publish: Does it in the background, with the note that was written to it.
        """
        dialog = ConfirmDialog(title, list(sentences), self.tr("Publish"), self)
        dialog.confirmed.connect(partial(self._publish, publish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _publish(self, publish: Callable[[str], P], note: str) -> None:
        self._trouble.hide()
        self.publish_button.setEnabled(False)
        self._ctx.runner.submit(
            partial(publish, note),
            lane=Lane.WRITE,
            owner=self,
            key="publish",
            on_result=self._on_published,
            on_error=self._on_publish_failed,
        )

    def _on_publish_failed(self, error: Exception) -> None:
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self.reload()  # somebody else may have published meanwhile
        self._say_trouble(error)
