"""The versions of a rule: who, when, why, what each changed, and the way back to one."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.rule_fields import fields_of
from cockpit.domain.rules import Difference, RuleReading, RuleVersion, differences
from cockpit.ui.context import UiContext
from cockpit.ui.rules.words import NOTHING, Names, difference_words, subject_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version with the one before it of the same subject.

    Attributes:
        is_in_force: Whether it is its subject's newest.
        zone: The zone in which its moment is shown.
    """

    version: RuleVersion
    former: RuleVersion | None
    is_in_force: bool
    zone: ZoneInfo

    def changes(self) -> tuple[Difference, ...]:
        """Return what it changed; nothing where it is the first."""
        if self.former is None:
            return ()
        fields = fields_of(self.version.kind, self.version.subject)
        return differences(fields, self.former.content, self.version.content)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One difference in words."""

    what: str
    before: str
    after: str


def version_lines(reading: RuleReading, zone: ZoneInfo) -> list[VersionLine]:
    """Return the versions of a kind as lines, in their order."""
    by_number = {(one.subject, one.version): one for one in reading.history}
    newest: dict[str, int] = {}
    for one in reading.history:
        newest[one.subject] = max(one.version, newest.get(one.subject, 0))
    return [
        VersionLine(
            one,
            by_number.get((one.subject, one.version - 1)),
            newest[one.subject] == one.version,
            zone,
        )
        for one in reading.history
    ]


def _published(line: VersionLine, language: Language) -> str:
    """Return day and first name: on a narrow screen the reason needs the room."""
    author = line.version.author.partition(" ")[0] or translate("VersionsView", "as it came")
    return f"{formats.day(line.version.published_at.astimezone(line.zone).date())} {author}"


def _published_in_full(line: VersionLine, language: Language) -> str:
    author = line.version.author or translate("VersionsView", "as it came")
    return f"{formats.moment(line.version.published_at, line.zone)}, {author}"


def _number(line: VersionLine, language: Language) -> str:
    number = formats.integer(line.version.version, language)
    state = translate("VersionsView", "in force")
    return f"{number} · {state}" if line.is_in_force else number


_VERSIONS: tuple[Column[VersionLine], ...] = (
    Column(lambda: translate("VersionsView", "Published at"), _published, tip=_published_in_full),
    Column(
        lambda: translate("VersionsView", "No."),
        _number,
        ink=lambda line: "accent" if line.is_in_force else "ink",
    ),
    Column(
        lambda: translate("VersionsView", "Why"),
        lambda line, language: line.version.note or NOTHING,
        tip=lambda line, language: line.version.note,
    ),
)
#: The number where subjects take the room of words.
_TICKED: Column[VersionLine] = Column(
    lambda: translate("VersionsView", "No."),
    lambda line, language: (
        formats.integer(line.version.version, language) + (" ✓" if line.is_in_force else "")
    ),
    ink=lambda line: "accent" if line.is_in_force else "ink",
    tip=lambda line, language: translate("VersionsView", "in force") if line.is_in_force else "",
)
_SUBJECT: Column[VersionLine] = Column(
    lambda: translate("VersionsView", "For"),
    lambda line, language: subject_word(line.version.kind, line.version.subject, language),
)
_CHANGES: tuple[Column[ChangeLine], ...] = (
    Column(
        lambda: translate("VersionsView", "What this version changed"),
        lambda line, language: line.what,
        tip=lambda line, language: line.what,
    ),
    Column(
        lambda: translate("VersionsView", "Before"),
        lambda line, language: line.before,
        tip=lambda line, language: line.before,
    ),
    Column(
        lambda: translate("VersionsView", "After"),
        lambda line, language: line.after,
        tip=lambda line, language: line.after,
    ),
)


class VersionsView(QWidget):
    """The history above, the chosen version's changes below."""

    #: This ``RuleVersion`` is to be in force again.
    roll_back_requested = Signal(object)

    def __init__(
        self, ctx: UiContext, parent: QWidget | None = None, *, has_subjects: bool = False
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        published, _, why = _VERSIONS
        columns = (published, _SUBJECT, _TICKED, why) if has_subjects else _VERSIONS
        self._names: Names = {}
        self._may_publish = False
        self._heading = ranked_label("heading", parent=self)
        self.roll_back_button = QPushButton(self)
        self.table: RecordTable[VersionLine] = RecordTable(
            ctx, columns, wide=len(columns) - 1, key=lambda line: line.version.version_id
        )
        self.changes: RecordTable[ChangeLine] = RecordTable(ctx, _CHANGES, wide=0)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.roll_back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addLayout(head)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.changes, 2)
        self.table.chosen.connect(self._on_table_chosen)
        self.table.opened.connect(self._on_table_opened)
        self.roll_back_button.clicked.connect(self._on_roll_back_clicked)
        self.retranslate()

    def show_lines(self, lines: Sequence[VersionLine], names: Names, *, may_publish: bool) -> None:
        """Show these versions."""
        self._names, self._may_publish = names, may_publish
        newest = {line.version.version_id for line in self.table.records.rows[:1]}
        self.table.set_rows(lines)
        is_new = bool(lines) and lines[0].version.version_id not in newest
        if is_new or (lines and self.table.current() is None):
            self.table.setCurrentIndex(self.table.records.index(0, 0))
        self._on_table_chosen(self.table.current())

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._heading.setText(self.tr("Versions"))
        self.roll_back_button.setText(self.tr("Return to this version…"))
        self.table.setAccessibleName(self._heading.text())
        self.changes.setAccessibleName(self.tr("What this version changed"))
        self.table.records.retranslate()
        self._on_table_chosen(self.table.current())

    @Slot(object)
    def _on_table_chosen(self, line: VersionLine | None) -> None:
        found = () if line is None else line.changes()
        language = self._ctx.language
        self.changes.set_rows(
            [ChangeLine(*difference_words(one, language, self._names)) for one in found]
        )
        can = self._may_publish and line is not None and not line.is_in_force
        self.roll_back_button.setEnabled(can)

    @Slot(object)
    def _on_table_opened(self, line: VersionLine) -> None:
        self._on_roll_back_clicked()

    @Slot()
    def _on_roll_back_clicked(self) -> None:
        line = self.table.current()
        if line is not None and self.roll_back_button.isEnabled():
            self.roll_back_requested.emit(line.version)
