"""The script of the call's campaign, with the customer's values, under the campaign's line."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.customer import CampaignChoice
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label


class ScriptNote(QWidget):
    """In sight where the chosen campaign has a script or a purpose."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._asked: tuple[UUID, UUID] | None = None
        self._purpose = ranked_label("small", parent=self)
        self._text = ranked_label("muted", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XS, 0, Space.XS, 0)
        layout.setSpacing(2)
        for label in (self._purpose, self._text):
            label.setWordWrap(True)
            layout.addWidget(label)
        self._retranslate()
        self.hide()

    def text(self) -> str:
        """Return the script in sight; empty without one."""
        return self._text.text()

    def show_for(self, campaign: CampaignChoice | None, customer_id: UUID | None) -> None:
        """Show what is said in calls for a campaign to a customer; nothing without either."""
        purpose = "" if campaign is None else campaign.purpose
        script = None if campaign is None else campaign.script_id
        self._purpose.setText(purpose)
        self._purpose.setVisible(bool(purpose))
        asked = None if script is None or customer_id is None else (script, customer_id)
        if asked != self._asked:
            self._asked = asked
            self._tell("")
            if asked is not None:
                self._ctx.runner.submit(
                    partial(_script, self._ctx, *asked),
                    lane=Lane.READ,
                    owner=self,
                    key="script",
                    on_result=partial(self._on_read, asked),
                    on_error=self._on_failed,
                )
        self.setVisible(bool(purpose or self._text.text()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_read(self, asked: tuple[UUID, UUID], text: str) -> None:
        if asked == self._asked:
            self._tell(text)

    def _tell(self, text: str) -> None:
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setVisible(bool(text or self._purpose.text()))

    def _on_failed(self, error: Exception) -> None:
        """Leave the script out: a call goes on without it."""
        if not isinstance(error, GiroError):
            raise error

    def _retranslate(self) -> None:
        self._text.setAccessibleName(self.tr("Script of the campaign"))


def _script(ctx: UiContext, template_id: UUID, customer_id: UUID) -> str:
    messages = ctx.messages()
    for template in messages.templates():
        if template.template_id == template_id:
            return messages.preview(template, customer_id).body.strip()
    return ""
