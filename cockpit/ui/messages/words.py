"""Words of the message screens, translated when they are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cockpit.domain.message_templates import PLACEHOLDERS, MailSecurity, Tone

translate = QCoreApplication.translate


def tone_word(tone: Tone) -> str:
    """Return the word for a tone."""
    match tone:
        case Tone.NEUTRAL:
            return translate("Messages", "Neutral")
        case Tone.FRIENDLY:
            return translate("Messages", "Friendly")
        case Tone.FORMAL:
            return translate("Messages", "Formal")


def security_word(security: MailSecurity) -> str:
    """Return the words for how a mail server is reached."""
    match security:
        case MailSecurity.STARTTLS:
            return translate("Messages", "STARTTLS (port 587)")
        case MailSecurity.TLS:
            return translate("Messages", "TLS (port 465)")
        case MailSecurity.NONE:
            return translate("Messages", "Unencrypted (this computer only)")


def left_open(*texts: str) -> Sequence[str]:
    """Return the placeholders that still stand in a text, as ``[cliente]``."""
    return [name for name in PLACEHOLDERS if any(f"[{name}]" in text for text in texts)]


def open_sentence(names: Sequence[str]) -> str:
    """Return the sentence about placeholders without a value."""
    shown = ", ".join(f"[{name}]" for name in names)
    words = translate("Messages", "Missing: %1. Write it in before the message leaves.")
    return words.replace("%1", shown)
