"""Crash dialog, tray, action registry, translations."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cockpit.domain.ids import new_id
from cockpit.services.ports import Popup
from cockpit.ui.crash_dialog import CrashDialog
from cockpit.ui.theme import Theme
from cockpit.ui.tray import TrayNotifier

ROOT = Path(__file__).resolve().parents[3]


def test_a_crash_report_can_be_copied(qtbot: QtBot):
    dialog = CrashDialog("Giro 0.1\nValueError")
    qtbot.addWidget(dialog)
    copy = next(one for one in dialog.findChildren(QPushButton) if one.isDefault())
    copy.click()
    assert QGuiApplication.clipboard().text() == "Giro 0.1\nValueError"


def test_without_a_tray_nothing_is_taken_and_nothing_breaks(qapp: QApplication):
    notifier = TrayNotifier(Theme(qapp))
    assert not notifier.is_available()
    assert notifier.notify(Popup("2 retornos agora", "08:00", (new_id(),))) is False


def test_every_text_is_translated_and_compiled():
    script = ROOT / "scripts" / "make_translations.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
