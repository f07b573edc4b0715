"""This moment: who is calling whom since when, who pauses, who is free; and each team's queue."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.eligibility import Bar, LedgerLine
from cockpit.domain.rights import Task
from cockpit.domain.wall import PersonNow, Presence, TeamNow, Wall
from cockpit.ui.context import UiContext
from cockpit.ui.ledger.words import bar_word, return_text
from cockpit.ui.theme import Space
from cockpit.ui.wall.words import (
    customer_text,
    presence_ink,
    presence_word,
    reais,
    since_text,
    team_word,
)
from cockpit.ui.widgets.ink_delegate import InkDelegate
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable

_MOST_TEAMS = 9
_CUSTOMER = 3


class NowPage(QWidget):
    """People on the left, queues on the right; the chosen team's reasons under them.

    Attributes:
        people: Those whom the viewer answers for, by team and name, and by nothing else.
        teams: Their queues.
        reasons: Why the chosen team's customers are in the queue or not.
    """

    #: Somebody's customer (UUID) is to be listed.
    customer_requested = Signal(object)
    #: The customers of this filter (Filter) are to be listed.
    filter_requested = Signal(object)
    #: The customer of this person (PersonNow) is to be taken over.
    take_over_requested = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._wall = Wall()
        self.people: RecordTable[PersonNow] = RecordTable(
            ctx,
            self._person_columns(),
            wide=_CUSTOMER,
            key=lambda one: one.colleague.user_id,
            parent=self,
        )
        self.teams: RecordTable[TeamNow] = RecordTable(
            ctx,
            self._team_columns(),
            key=lambda one: (one.team_id, one.is_shared),
            parent=self,
        )
        self.reasons: RecordTable[LedgerLine] = RecordTable(
            ctx,
            self._reason_columns(),
            is_strong=lambda one: one.bar is None,
            key=lambda one: one.bar,
            parent=self,
        )
        self.people.setItemDelegate(InkDelegate(self.people))
        self.teams.setItemDelegate(InkDelegate(self.teams))
        self._reasons_head = ranked_label("heading", parent=self)
        self._privacy = ranked_label("small", parent=self)
        self.take_button, self.list_button = QPushButton(self), QPushButton(self)
        self.take_button.setProperty("kind", "primary")
        self.take_button.setVisible(ctx.user.may(Task.TAKE_OVER))
        self._lay_out()
        self.people.chosen.connect(self._on_people_chosen)
        self.people.opened.connect(self._on_people_opened)
        self.teams.chosen.connect(self._on_teams_chosen)
        self.reasons.opened.connect(self._on_reasons_opened)
        self.take_button.clicked.connect(self.take_over)
        self.list_button.clicked.connect(self._on_list_button_clicked)
        self._retranslate()

    def show_wall(self, wall: Wall) -> None:
        """Show a moment; who and what is chosen stays chosen."""
        self._wall = wall
        self.people.set_rows(wall.people)
        self.teams.set_rows(wall.teams)
        self.teams.fit_height(_MOST_TEAMS)
        self._show_reasons()
        self._update_buttons()

    def take_focus(self) -> None:
        """Give the keyboard to the people."""
        self.people.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.people.current() is None and self.people.records.rows:
            self.people.setCurrentIndex(self.people.records.index(0, 0))

    @Slot()
    def take_over(self) -> None:
        """Ask for the chosen person's customer."""
        one = self.people.current()
        if one is not None and self._is_takeable(one):
            self.take_over_requested.emit(one)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_wall(self._wall)

    # --- building ------------------------------------------------------------------------------

    def _person_columns(self) -> tuple[Column[PersonNow], ...]:
        zone = self._ctx.clock.zone
        return (
            Column(lambda: self.tr("Team"), lambda one, _: one.team, ink=_quiet),
            Column(lambda: self.tr("Who"), lambda one, _: one.colleague.name),
            Column(lambda: self.tr("Now"), lambda one, _: presence_word(one.presence),
                   ink=lambda one: presence_ink(one.presence)),
            Column(lambda: self.tr("Customer"), lambda one, _: customer_text(one),
                   is_strong=lambda one: one.presence is Presence.CALLING),
            Column(lambda: self.tr("Since"), lambda one, _: since_text(one, zone), RIGHT),
        )  # fmt: skip

    def _team_columns(self) -> tuple[Column[TeamNow], ...]:
        def count(state: Presence) -> Column[TeamNow]:
            return Column(
                lambda: presence_word(state), lambda one, _: str(one.counts.get(state, "")), RIGHT
            )

        number = formats.integer
        return (
            Column(lambda: self.tr("Team"), lambda one, _: team_word(one)),
            count(Presence.CALLING),
            count(Presence.FREE),
            count(Presence.ON_BREAK),
            Column(lambda: self.tr("In the queue"),
                   lambda one, language: number(one.queued.count, language), RIGHT),
            Column(lambda: self.tr("Not now"),
                   lambda one, language: number(one.barred, language), RIGHT,
                   lambda: self.tr("Customers who may not be called now; why is told below")),
            Column(lambda: self.tr("Due"),
                   lambda one, language: number(one.callbacks.due, language), RIGHT,
                   lambda: self.tr("Callbacks whose time has come"),
                   ink=lambda one: "danger" if one.callbacks.due else "ink_quiet"),
            Column(lambda: self.tr("Later"),
                   lambda one, language: number(one.callbacks.later, language), RIGHT,
                   lambda: self.tr("Callbacks later today")),
        )  # fmt: skip

    def _reason_columns(self) -> tuple[Column[LedgerLine], ...]:
        clock = self._ctx.clock
        return (
            Column(lambda: self.tr("Why"), lambda one, language: bar_word(one.bar, language)),
            Column(lambda: self.tr("Customers"),
                   lambda one, language: formats.integer(one.count, language), RIGHT),
            Column(lambda: self.tr("R$ at risk"),
                   lambda one, language: reais(one.at_risk_cents, language), RIGHT),
            Column(lambda: self.tr("The first returns"),
                   lambda one, _: return_text(one.next_at, clock)),
        )  # fmt: skip

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.teams)
        head = QHBoxLayout()
        head.setContentsMargins(Space.M, Space.L, Space.M, Space.S)
        head.addWidget(self._reasons_head)
        right.addLayout(head)
        right.addWidget(self.reasons, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.people, 6)
        body.addWidget(divider(self, vertical=True))
        body.addLayout(right, 7)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        foot.setSpacing(Space.S)
        foot.addWidget(self.take_button)
        foot.addWidget(self.list_button)
        foot.addStretch()
        foot.addWidget(self._privacy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(divider(self))
        layout.addLayout(foot)

    def _retranslate(self) -> None:
        self.take_button.setText(self.tr("Take the call over…  T"))
        self.list_button.setText(self.tr("Show the customer  Enter"))
        self._privacy.setText(
            self.tr("This moment only: nobody's times are kept here, and nobody is ranked.")
        )
        self.people.setAccessibleName(self.tr("People"))
        self.teams.setAccessibleName(self.tr("Queues of the teams"))
        self.reasons.setAccessibleName(self.tr("Who may be called, and who may not"))

    # --- what is shown -------------------------------------------------------------------------

    def _show_reasons(self) -> None:
        team = self._team()
        lines = () if team is None else team.ledger.lines
        self.reasons.set_rows(sorted(lines, key=_rank))
        self._reasons_head.setText("" if team is None else team_word(team))

    def _team(self) -> TeamNow | None:
        return self.teams.current() or next(iter(self._wall.teams), None)

    def _update_buttons(self) -> None:
        one = self.people.current()
        self.take_button.setEnabled(one is not None and self._is_takeable(one))
        self.list_button.setEnabled(one is not None and bool(one.customer))

    def _is_takeable(self, one: PersonNow) -> bool:
        is_other = one.colleague.user_id != self._ctx.user.user_id
        return is_other and bool(one.customer) and self._ctx.user.may(Task.TAKE_OVER)

    # --- what the user does --------------------------------------------------------------------

    @Slot(object)
    def _on_people_chosen(self, one: PersonNow | None) -> None:
        self._update_buttons()

    @Slot(object)
    def _on_people_opened(self, one: PersonNow) -> None:
        if one.customer:
            self.customer_requested.emit(one.sign.customer_id)

    @Slot()
    def _on_list_button_clicked(self) -> None:
        one = self.people.current()
        if one is not None:
            self._on_people_opened(one)

    @Slot(object)
    def _on_reasons_opened(self, line: LedgerLine) -> None:
        team = self._team()
        if team is not None:
            self.filter_requested.emit(team.listed(line.bar))

    @Slot(object)
    def _on_teams_chosen(self, one: TeamNow | None) -> None:
        self._show_reasons()


def _quiet(_: PersonNow) -> str:
    return "ink_quiet"


def _rank(line: LedgerLine) -> tuple[bool, int, Bar | str]:
    return line.bar is not None, -line.count, line.bar or ""
