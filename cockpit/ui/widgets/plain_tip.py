"""Tool tips with a customer's words: Qt takes a text with tags for markup, and must not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt


def plain_tip(text: str) -> str:
    """Return a text for a tool tip, shown letter by letter whatever stands in it."""
    if "<" not in text or not GuiQt.mightBeRichText(text):
        return text
    return GuiQt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)
