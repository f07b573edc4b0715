"""How a number is dialled: by a link that the desktop opens, or a program of the company's choice.

The preference ``dial.command`` holds either a link (``tel:{number}``, ``sip:{number}@pbx.local``)
or a program with its arguments. A program is started detached and never through a shell, and the
number is nothing but a plus sign and digits by then.
"""

import re
import shlex

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from cockpit.domain.customer import PhoneNumber
from cockpit.runtime.preferences import Preferences

PREFERENCE = "dial.command"
DEFAULT = "tel:{number}"
_LINK = re.compile(r"(tel|sips?|callto):", re.IGNORECASE)
_PLAIN = re.compile(r"\+?[0-9]+")


def dial(number: PhoneNumber, preferences: Preferences) -> bool:
    """Hand a number to the telephone; return whether a program took it.

    A number that is not valid is left to the person: nothing is dialled.
    """
    if number.e164 is None or not _PLAIN.fullmatch(number.e164):
        return False
    command = preferences.value(PREFERENCE, DEFAULT).strip() or DEFAULT
    if _LINK.match(command):
        return QDesktopServices.openUrl(QUrl(_link(command, number)))
    return _start(command, number.e164)


def _link(command: str, number: PhoneNumber) -> str:
    """Return the link; the extension goes only into ``tel``, which alone knows one (RFC 3966)."""
    link = command.replace("{number}", number.e164 or "")
    is_tel = link.lower().startswith("tel:")
    extension = re.sub(r"[^0-9]", "", number.extension) if is_tel else ""
    return f"{link};ext={extension}" if extension else link


def _start(command: str, number: str) -> bool:
    try:
        program, *arguments = shlex.split(command)
    except ValueError:  # a quote that is not closed, or nothing at all
        return False
    filled = [one.replace("{number}", number) for one in arguments]
    if not any("{number}" in one for one in arguments):
        filled.append(number)
    started, _ = QProcess.startDetached(program, filled)
    return started
