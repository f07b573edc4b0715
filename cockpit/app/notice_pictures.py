"""The notices as they are painted for the documents: on screen, and as letters."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser, QWidget

from cockpit.app.listed_rows import listed_rows
from cockpit.app.window import Desk
from cockpit.domain.collisions import Collision, Talk
from cockpit.domain.ids import new_id
from cockpit.domain.notices import Digest, Notice, Recipient
from cockpit.domain.vocabulary import Channel
from cockpit.messaging.digest_letters import DigestLetterWriter
from cockpit.ui.actions import ActionId
from cockpit.ui.charts.digest_picture import DigestPicture
from cockpit.ui.notices.dialog import NoticesDialog

_LETTER_SIZE = (760, 820)


def notices(desk: Desk, settle: Callable[[], None]) -> QWidget:
    """Look at the newest notice."""
    desk.window.action(ActionId.NOTICES).trigger()
    settle()
    return _topmost(desk)


def notice_settings(desk: Desk, settle: Callable[[], None]) -> QWidget:
    """Decide when everybody is told."""
    desk.window.action(ActionId.NOTICE_SETTINGS).trigger()
    settle()
    return _topmost(desk)


def digest(desk: Desk, settle: Callable[[], None]) -> QWidget:
    """Read the newest notice's letter, as a plain mail program shows it."""
    inbox = desk.ctx.notices().inbox()
    told = next(one.told for one in inbox if isinstance(one.told, Digest))
    user = desk.ctx.user
    recipient = Recipient(user.user_id, user.name, user.role, None, (), "", desk.ctx.language.value)
    writer = DigestLetterWriter(DigestPicture())
    letter = writer.write(told, recipient, new_id(), today=desk.ctx.clock.today())
    page = QTextBrowser(desk.window)
    page.resize(*_LETTER_SIZE)
    picture = QImage.fromData(letter.picture or b"")
    image = QTextDocument.ResourceType.ImageResource
    page.document().addResource(image, QUrl("cid:picture"), picture)
    page.setHtml(letter.html)
    page.show()
    settle()
    return page


def collision(desk: Desk, settle: Callable[[], None]) -> QWidget:
    """Read that a colleague in the field talked with the same customer."""
    row = next(iter(listed_rows(desk.ctx.work_list.load())))
    me, now = desk.ctx.user, desk.ctx.clock.now()
    talks = (
        Talk(new_id(), "Rui Matos", now - timedelta(hours=3), Channel.VISIT, "Vai pensar"),
        Talk(me.user_id, me.name, now - timedelta(minutes=145), Channel.PHONE, "Orçamento pedido"),
    )
    told = Collision(row.customer_id, row.name, talks)
    dialog = NoticesDialog(desk.ctx, desk.window)
    dialog.open()
    dialog.show_notices([Notice(new_id(), now, None, told), *desk.ctx.notices().inbox()])
    settle()
    return dialog


def _topmost(desk: Desk) -> QWidget:
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    return next((one for one in dialogs if one.isVisible()), desk.window)
