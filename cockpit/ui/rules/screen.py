"""The rules: the kinds with version, author and day on the left, the chosen one beside them."""

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.domain.formats import Language
from cockpit.domain.rules import RuleKind, RuleStanding
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.rules.cycle.move_dialog import NameOf
from cockpit.ui.rules.cycle.policy import PolicySection
from cockpit.ui.rules.editor import RuleEditor
from cockpit.ui.rules.words import NOTHING, kind_word, version_word
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable

translate = QCoreApplication.translate

#: The purchase cycle, which says its versions itself, takes the room of theirs.
_KINDS_WIDTH, _NAMES_WIDTH = 334, 142
_CONCERNS = (
    Topic.REFERENCE, Topic.SETTINGS, Topic.METRICS, Topic.QUEUE, Topic.AGENDA, Topic.CUSTOMERS,
)  # fmt: skip


def _columns(zone: ZoneInfo) -> tuple[Column[RuleStanding], ...]:
    def day(line: RuleStanding, language: Language) -> str:
        at = line.published_at
        return NOTHING if at is None else formats.day(at.astimezone(zone).date())

    def short(line: RuleStanding, language: Language) -> str:
        return f"{day(line, language)} {line.author.partition(' ')[0]}".strip()

    return (
        Column(
            lambda: translate("RulesScreen", "Rule"), lambda line, language: kind_word(line.kind)
        ),
        Column(
            lambda: translate("RulesScreen", "No."),
            lambda line, language: version_word(line.version, language),
            RIGHT,
        ),
        Column(
            lambda: translate("RulesScreen", "Published"),
            short,
            tip=lambda line, language: f"{day(line, language)} {line.author}".strip(),
        ),
    )


class RulesScreen(QWidget):
    """All rules; each is read when it comes into sight.

    Attributes:
        kinds: The list on the left.
        cycle: The purchase cycle's rules; None until they are looked at.
        editors: The other kinds' editors, those that were looked at.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: These customers (list of UUID) are to be listed.
    customers_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._ctx, self._name_of = ctx, name_of
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self.kinds: RecordTable[RuleStanding] = RecordTable(
            ctx, _columns(ctx.clock.zone), wide=0, key=lambda line: line.kind
        )
        self.cycle: PolicySection | None = None
        self.editors: dict[RuleKind, RuleEditor] = {}
        self.pages = QStackedWidget(self)
        self._kind = RuleKind.CYCLE
        self._lay_out()
        self._retranslate()
        self._connect()
        self.kinds.set_rows([RuleStanding(one) for one in RuleKind])

    @property
    def kind(self) -> RuleKind:
        """Return the kind in sight."""
        return self._kind

    def open(self) -> None:
        """Come into sight, at the kind that was shown last."""
        self._read()
        self.show_kind(self._kind)
        self.kinds.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_kind(self, kind: RuleKind) -> None:
        """Show one kind's rules."""
        self._kind = kind
        row = list(RuleKind).index(kind)
        if self.kinds.currentIndex().row() != row:
            self.kinds.setCurrentIndex(self.kinds.records.index(row, 0))
        page = self._page(kind)
        is_cycle = kind is RuleKind.CYCLE
        self.kinds.setFixedWidth(_NAMES_WIDTH if is_cycle else _KINDS_WIDTH)
        for column in range(1, self.kinds.records.columnCount()):
            self.kinds.setColumnHidden(column, is_cycle)
        self.pages.setCurrentWidget(page)
        page.open()

    def reload(self) -> None:
        """Read again what is in sight."""
        self._read()
        self._page(self._kind).reload()

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes."""
        for page in self._made():
            page.stop()

    def step_back(self) -> bool:
        """Return from the editor to the list of kinds; return whether there was a step."""
        focus = QApplication.focusWidget()
        if focus is None or focus is self.kinds or not self.pages.isAncestorOf(focus):
            return False
        self.kinds.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _made(self) -> list[PolicySection | RuleEditor]:
        cycle = [] if self.cycle is None else [self.cycle]
        return [*cycle, *self.editors.values()]

    def _page(self, kind: RuleKind) -> PolicySection | RuleEditor:
        if kind is RuleKind.CYCLE:
            if self.cycle is None:
                self.cycle = PolicySection(self._ctx, self._name_of, self)
                self.cycle.customer_requested.connect(self.customer_requested)
                self._take_in(self.cycle)
            return self.cycle
        if kind not in self.editors:
            editor = RuleEditor(self._ctx, kind, self)
            editor.customers_requested.connect(self.customers_requested)
            self._take_in(editor)
            self.editors[kind] = editor
        return self.editors[kind]

    def _take_in(self, page: PolicySection | RuleEditor) -> None:
        page.message_raised.connect(self.message_raised)
        self.pages.addWidget(page)

    def _lay_out(self) -> None:
        self.kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.kinds)
        body.addWidget(divider(self, vertical=True))
        body.addWidget(self.pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addLayout(body, 1)
        for number, kind in enumerate(RuleKind, 1):
            bind_keys(self, {f"Alt+{number}": partial(self.show_kind, kind)})
        bind_keys(self, {"Ctrl+Return": self._publish, "Ctrl+Enter": self._publish})

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.kinds.opened.connect(self._on_kind_opened)
        self._ctx.feed.changed.connect(self._on_feed_changed)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Rules"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self.kinds.setAccessibleName(self.tr("Kinds of rules"))

    def _read(self) -> None:
        self._ctx.runner.submit(
            self._ctx.rules().standings,
            lane=Lane.READ,
            owner=self,
            key="standings",
            on_result=self._on_standings,
            on_error=self._on_failed,
        )

    def _on_standings(self, standings: tuple[RuleStanding, ...]) -> None:
        self.kinds.set_rows(standings)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self.message_raised.emit(sentence_of(error, self._ctx.language))

    @Slot()
    def _publish(self) -> None:
        """Publish what is in sight, wherever on the screen the keyboard is."""
        self._page(self._kind).publish()

    @Slot(object)
    def _on_kind_chosen(self, line: RuleStanding | None) -> None:
        if line is not None and line.kind is not self._kind:
            self.show_kind(line.kind)

    @Slot(object)
    def _on_kind_opened(self, line: RuleStanding) -> None:
        """Go from the list into the editor."""
        self.show_kind(line.kind)
        page = self._page(line.kind)
        if isinstance(page, RuleEditor):
            page.take_focus()
        else:
            page.scopes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if not notice.touches(*_CONCERNS):
            return
        for page in self._made():
            page.expire()
        if self.isVisible():
            self._read()
            self._page(self._kind).open()
