"""A section that is a list, and what is decided about the record that is chosen in it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.runtime.task_runner import Lane
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import divider
from cockpit.ui.widgets.section import Section

T = TypeVar("T")


class ListSection(Section):
    """Reads in a moment; whatever is refused is said, and the list is read again."""

    #: What there is was read and is in sight.
    listed = Signal()

    @override
    def _waiting_sentence(self) -> str:
        return self.tr("Reading…")

    def _change(self, work: Callable[[], T], *, key: str, on_result: Callable[[T], None]) -> None:
        """Carry out in the background what was decided."""
        self._ctx.runner.submit(
            work,
            lane=Lane.WRITE,
            owner=self,
            key=key,
            on_result=on_result,
            on_error=self._on_refused,
        )

    def _on_refused(self, error: Exception) -> None:
        """Say why, and read again: it is not any more what it was when it was decided about."""
        self.message_raised.emit(sentence_of(error, self._ctx.language))
        self.reload()


def lay_out_list(
    body: QWidget, table: QWidget, labels: Sequence[QLabel], buttons: Sequence[QPushButton]
) -> None:
    """Put a list over what is said of the chosen record, and what can be decided about it."""
    line = QHBoxLayout()
    line.setSpacing(Space.S)
    for button in buttons:
        line.addWidget(button)
    line.addStretch()
    foot = QVBoxLayout()
    foot.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    foot.setSpacing(Space.S)
    for label in labels:
        foot.addWidget(label)
    foot.addLayout(line)
    layout = QVBoxLayout(body)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(table, 1)
    layout.addWidget(divider(body))
    layout.addLayout(foot)
