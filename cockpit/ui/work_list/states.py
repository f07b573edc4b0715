"""What stands in place of the list while there is nothing to show, or above it when it is old."""

from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

import resources
from cockpit.domain import formats
from cockpit.domain.errors import GiroError, ServerAwayError
from cockpit.domain.rights import Task
from cockpit.services.ports import WorkTable
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ElidedLabel
from cockpit.ui.widgets.state_view import StateView
from cockpit.ui.work_list.filter_bar import FilterBar

translate = QCoreApplication.translate
#: So much of a search is repeated where it finds nobody.
_LONGEST = 40
_TAKING_KEYS = "Ctrl+Shift+F6"


class StateAction(Enum):
    """What the button of a state does."""

    RETRY = "retry"
    IMPORT = "import"
    CLEAR = "clear"


class ListState(StateView):
    """Says why there are no rows, and offers the one thing to do about it."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(ctx.theme, parent)
        self._ctx = ctx
        self.action = StateAction.CLEAR

    def explain(
        self, table: WorkTable | None, error: Exception | None, bar: FilterBar, *, conditions: int
    ) -> None:
        """Say why there are no rows."""
        text = bar.query.strip()
        if table is None and error is not None:
            self.action = StateAction.RETRY
            self.show_state("alert", error_sentence(self._ctx, error), self.tr("Try again"))
        elif table is None:
            self.show_state("refresh", self.tr("Reading the work list…"))
        elif not len(table):
            self._explain_empty_company()
        elif conditions:
            self._offer_all("filter", self.tr("No customer meets this filter here."))
        elif text:
            shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            sentence = self.tr("No customer matches “{text}” here.").format(text=shown)
            self._offer_all("search", sentence)
        else:
            sentence = self.tr("No customer is in “{group}” today.")
            self._offer_all("check", sentence.format(group=bar.word(bar.group)))

    def _offer_all(self, icon: str, sentence: str) -> None:
        self.action = StateAction.CLEAR
        self.show_state(icon, sentence, self.tr("Clear filter"))

    def _explain_empty_company(self) -> None:
        self.action = StateAction.IMPORT
        if self._ctx.user.may(Task.IMPORT):
            sentence = self.tr(
                "There are no customers yet.\nImport the files of your ERP, or drop them here."
            )
            if self._ctx.joining is not None:
                more = self.tr("Invited to work with a team? Accept the invitation from the menu.")
                sentence = f"{sentence}\n{more}"
            if self._ctx.taking is not None:
                more = self.tr("On the road, without a network? Take your portfolio along: {keys}.")
                sentence = f"{sentence}\n{more.format(keys=_TAKING_KEYS)}"
            self.show_state("inbox", sentence, self.tr("Import files…"))
        else:
            sentence = self.tr(
                "There are no customers yet. Ask whoever looks after Giro to import them."
            )
            self.show_state("inbox", sentence)


class StaleNotice(QWidget):
    """A line over the list: it is an old one, and why."""

    #: The list is to be read again.
    retry_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._label = ElidedLabel("notice", self)
        self._button = QPushButton(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self.retry_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        self.hide()

    def explain(
        self, table: WorkTable | None, error: Exception | None, *, is_stale: bool, is_still: bool
    ) -> None:
        """Say what is the matter with the list shown, or hide."""
        self._button.setText(self.tr("Try again"))
        is_weather = self._ctx.weather is not None and isinstance(error, ServerAwayError)
        self._button.setVisible(error is not None and not is_weather)
        sentence = ""
        if table is not None and is_weather:  # the top bar says it, and it is read again by itself
            sentence = self.tr("List of {time}").format(time=self._time(table))
        elif table is not None and error is not None:
            sentence = self.tr("List of {time}: {error}").format(
                time=self._time(table), error=error_sentence(self._ctx, error)
            )
        elif table is not None and is_stale and table.as_of != self._ctx.clock.today():
            sentence = self.tr("List of {time}, being brought up to date…").format(
                time=self._time(table)
            )
        elif is_still:
            sentence = self.tr("The list stands still while so many rows are marked.")
        self._label.set_full_text(sentence)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """Return what is said."""
        return self._label.full_text()

    def _time(self, table: WorkTable) -> str:
        local = table.now.astimezone(self._ctx.clock.zone)
        if table.as_of == self._ctx.clock.today():
            return f"{local:%H:%M}"
        return formats.day(table.as_of)


def error_sentence(ctx: UiContext, error: Exception) -> str:
    """Return what to tell the user of an error."""
    if isinstance(error, GiroError):
        return resources.text(error.message, ctx.language)
    return translate("ListState", "The work list could not be read. Try again, or restart Giro.")
