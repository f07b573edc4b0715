"""An attachment is opened through a private file, and nothing of it stays."""

import gc
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.errors import BadInputError
from cockpit.ui.attachments.opener import AttachmentOpener
from tests.support.ui_data import UiWorld

KEY = UUID(int=5)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the desktop was asked to open."""
    found: list[Path] = []

    def note(link: QUrl) -> bool:
        found.append(Path(link.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return found


def test_the_file_is_private_and_gone_with_the_window(
    world: UiWorld, qtbot: QtBot, opened: list[Path]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    opener = AttachmentOpener(world.ctx, parent)
    opener.open(KEY)
    opener.open(KEY)
    first, second = opened
    assert not first.exists()
    assert second.read_bytes() == b"%PDF-"
    assert second.parent.stat().st_mode & 0o077 == 0
    opener.setParent(None)
    del opener
    gc.collect()
    assert not second.exists()


def test_what_has_not_arrived_is_said(
    world: UiWorld, qtbot: QtBot, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, words: said.append(words))
    world.attachments.trouble = BadInputError("attachment_elsewhere")
    AttachmentOpener(world.ctx, parent).open(KEY)
    assert opened == []
    assert "ainda não chegou" in said[0]
