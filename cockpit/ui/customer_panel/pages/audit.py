"""Who did what to the customer's data, and when."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.sections import AuditLine
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.audit_words import audit_detail, audit_word
from cockpit.ui.customer_panel.pages.page import Client, ClientPage
from cockpit.ui.customer_panel.pages.tables import ClientTable
from cockpit.ui.widgets.record_table import Column
from cockpit.ui.wishes.words import wishes_words

translate = QCoreApplication.translate


def _what(line: AuditLine) -> str:
    detail = audit_detail(line.code, line.detail)
    if line.wishes is not None:
        detail = wishes_words(line.wishes) or translate("AuditPage", "nothing special")
    return ": ".join(part for part in (audit_word(line.code), detail) if part)


class AuditPage(ClientPage):
    """One line per fact."""

    icon = "history"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        columns: tuple[Column[AuditLine], ...] = (
            Column(
                lambda: translate("AuditPage", "When"),
                lambda one, language: formats.moment(one.at, ctx.clock.zone),
            ),
            Column(
                lambda: translate("AuditPage", "Who"),
                lambda one, language: one.who or translate("AuditPage", "the program"),
            ),
            Column(
                lambda: translate("AuditPage", "What"),
                lambda one, language: _what(one),
            ),
        )
        self.table: ClientTable[AuditLine] = ClientTable(
            ctx, columns, self.body, key=lambda one: (one.at, one.code, one.detail), wide=2
        )
        self.content.addWidget(self.table)
        self.retranslate()

    @override
    def fill(self, client: Client, *, keep_place: bool) -> None:
        if client.story is not None:
            self.table.renew_rows(client.story.audit, keep_place=keep_place)

    @override
    def empty_sentence(self, client: Client) -> str:
        has_any = client.story is None or bool(client.story.audit)
        return "" if has_any else self.tr("Nothing was noted about this customer's data yet.")

    @override
    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Audit"))
