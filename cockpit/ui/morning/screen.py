"""What the day holds, on one quiet page: promises, changes, post-its, one's own last day.

Enter or a figure's number lists its customers; F8 begins to call; Escape goes to the list.
"""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.morning import Morning, MorningFigure, MorningKind
from cockpit.domain.post_its import PostIt, one_line
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.morning.words import (
    count_text,
    kind_word,
    reais_text,
    remark_text,
    result_text,
    scope_text,
)
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.state_view import StateView

#: The user's choice whether the page opens with the day's first start.
OPENS_KEY = "morning.opens"
_CONCERNS = (Topic.AGENDA, Topic.METRICS, Topic.POST_ITS, Topic.CONTACTS)
_WIDTH = 860
_MOST_POST_ITS = 5
_NOON, _EVENING = 12, 18


class MorningScreen(QWidget):
    """Figures that open the list behind them.

    Attributes:
        figures: One line per figure.
        post_its: Those to be read.
        page: What is shown; None until it is read.
    """

    #: Back to the list.
    close_requested = Signal()
    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)
    #: The post-its are to be read.
    post_its_requested = Signal()
    #: The first call is to begin.
    calling_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.page: Morning | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self._greeting = ranked_label("title", parent=self)
        self.figures: RecordTable[MorningFigure] = RecordTable(
            ctx,
            self._figure_columns(),
            is_strong=lambda one: one.count > 0,
            wide=1,
            key=lambda one: one.kind,
            parent=self,
        )
        self._scope = ranked_label("small", parent=self)
        self._post_it_head = ranked_label("heading", parent=self)
        self.post_its: RecordTable[PostIt] = RecordTable(
            ctx, self._post_it_columns(), wide=1, key=lambda one: one.post_it_id, parent=self
        )
        self._result_head = ranked_label("heading", parent=self)
        self.result = ranked_label("muted", parent=self)
        self._privacy = ranked_label("small", parent=self)
        self._state = StateView(ctx.theme, self)
        self._body = QWidget(self)
        self.opens_box = QCheckBox(self)
        self.list_button, self.call_button = QPushButton(self), QPushButton(self)
        self.call_button.setProperty("kind", "primary")
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show()

    def open(self) -> None:
        """Come into sight with what holds now."""
        self.opens_box.setChecked(bool(self._ctx.preferences.value(OPENS_KEY, True)))
        self.reload()
        self.figures.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def reload(self) -> None:
        """Read the page again."""
        self._ctx.runner.submit(
            partial(_read, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="read",
            on_result=self.show_page,
            on_error=self._on_error,
        )

    def show_page(self, page: Morning) -> None:
        """Show what was read."""
        self.page = page
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()

    # --- building ------------------------------------------------------------------------------

    def _figure_columns(self) -> tuple[Column[MorningFigure], ...]:
        order = tuple(MorningKind)
        return (
            Column(lambda: "", lambda one, _: str(order.index(one.kind) + 1), RIGHT, ink=_quiet),
            Column(lambda: "", lambda one, _: kind_word(one.kind), ink=_ink),
            Column(lambda: "", self._remark, ink=_quiet),
            Column(lambda: self.tr("Customers"), self._count, RIGHT, ink=_ink),
            Column(lambda: self.tr("R$ at risk"), reais_text, RIGHT, ink=_ink),
        )  # fmt: skip

    def _post_it_columns(self) -> tuple[Column[PostIt], ...]:
        return (
            Column(lambda: self.tr("From"), lambda one, _: one.author),
            Column(lambda: self.tr("Post-it"), lambda one, _: one_line(one.body),
                   tip=lambda one, _: one.body),
            Column(lambda: self.tr("Customers"), lambda one, _: str(len(one.customer_ids) or ""),
                   RIGHT),
        )  # fmt: skip

    def _remark(self, one: MorningFigure, language: formats.Language) -> str:
        return "" if self.page is None else remark_text(self.page, one, language)

    def _count(self, one: MorningFigure, language: formats.Language) -> str:
        return "" if self.page is None else count_text(self.page, one, language)

    def _lay_out(self) -> None:
        self._body.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, Space.XL, 0, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._greeting)
        column.addWidget(self.figures)
        column.addWidget(self._scope)
        for head, *parts in (
            (self._post_it_head, self.post_its),
            (self._result_head, self.result, self._privacy),
        ):
            column.addSpacing(Space.M)
            column.addWidget(head)
            for part in parts:
                column.addWidget(part)
        column.addStretch()
        middle = QHBoxLayout()
        middle.setContentsMargins(Space.L, 0, Space.L, 0)
        middle.addStretch(1)
        middle.addWidget(self._body, 20)
        middle.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        foot.setSpacing(Space.S)
        foot.addWidget(self.opens_box)
        foot.addStretch()
        foot.addWidget(self.list_button)
        foot.addWidget(self.call_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addLayout(middle, 1)
        layout.addWidget(self._state, 1)
        layout.addWidget(divider(self))
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        self.list_button.clicked.connect(self.close_requested)
        self.call_button.clicked.connect(self.calling_requested)
        self.opens_box.clicked.connect(self._on_opens_box_clicked)
        self.figures.opened.connect(self._on_figures_opened)
        self.post_its.opened.connect(self._on_post_its_opened)
        self._ctx.feed.changed.connect(self._on_feed_changed)
        bind_keys(self, {"F8": self.calling_requested.emit})
        for number, kind in enumerate(MorningKind, start=1):
            bind_keys(self, {f"{number}": partial(self._open, kind)})

    # --- what is shown -------------------------------------------------------------------------

    def _show(self) -> None:
        page = self.page
        self._body.setVisible(page is not None)
        self._state.setVisible(page is None)
        if page is None:
            self._state.show_state("refresh", self.tr("Reading what the day holds…"))
            return
        language = self._ctx.language
        self._greeting.setText(self._greeting_text())
        self.figures.set_rows(page.figures)
        self.figures.fit_height(len(page.figures))
        self._scope.setText(scope_text(page))
        self._post_it_head.setVisible(bool(page.post_its))
        self.post_its.setVisible(bool(page.post_its))
        self._post_it_head.setText(self.tr("%n post-it(s) to read", "", len(page.post_its)))
        self.post_its.set_rows(page.post_its[:_MOST_POST_ITS])
        self.post_its.fit_height(_MOST_POST_ITS)
        head = self.tr("Your last day")
        if page.result is not None:
            day = formats.short_day(page.result.day, page.today)
            head = self.tr("Your last day, {day}").format(day=day)
        self._result_head.setText(head)
        self.result.setText(result_text(page.result, language))

    def _greeting_text(self) -> str:
        clock = self._ctx.clock
        now = clock.now().astimezone(clock.zone)
        name = self._ctx.user.name.split(" ")[0]
        if now.hour < _NOON:
            words = self.tr("Good morning, {name}")
        elif now.hour < _EVENING:
            words = self.tr("Good afternoon, {name}")
        else:
            words = self.tr("Good evening, {name}")
        return words.format(name=name)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What the day holds"))
        self._back.set_title(self.tr("To the list"), "Esc")
        self._privacy.setText(self.tr("Only you see these figures."))
        self.opens_box.setText(self.tr("Show this page when the day begins"))
        self.list_button.setText(self.tr("To the list  Esc"))
        self.call_button.setText(self.tr("Begin to call  F8"))
        self.figures.setAccessibleName(self.tr("What the day holds"))
        self.post_its.setAccessibleName(self.tr("Post-its to read"))

    # --- what the user does --------------------------------------------------------------------

    def _open(self, kind: MorningKind) -> None:
        if self.page is not None:
            self._on_figures_opened(self.page.figure(kind))

    @Slot(object)
    def _on_figures_opened(self, figure: MorningFigure) -> None:
        if figure.customer_ids:
            self.customers_requested.emit(figure.customer_ids)

    @Slot(object)
    def _on_post_its_opened(self, one: PostIt) -> None:
        self.post_its_requested.emit()

    @Slot(bool)
    def _on_opens_box_clicked(self, is_checked: bool) -> None:
        self._ctx.preferences.set_value(OPENS_KEY, is_checked)

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self.isVisible() and notice.touches(*_CONCERNS):
            self.reload()

    def _on_error(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        if self.page is None:
            self._state.show_state("alert", sentence)


def _read(ctx: UiContext) -> Morning:
    return ctx.morning().read()


def _ink(one: MorningFigure) -> str:
    return "ink" if one.count else "ink_quiet"


def _quiet(one: MorningFigure) -> str:
    return "ink_quiet"
