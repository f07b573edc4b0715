"""Choosing the language of the windows while they are open."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources
from cockpit.domain.formats import Language

_NAME = "giro-translator"
_log = logging.getLogger(__name__)

#: English is written the British way, because Giro shows days as dd/mm/yyyy in both languages.
_LOCALES = {Language.PORTUGUESE: "pt_BR", Language.ENGLISH: "en_GB"}


def install_language(app: QCoreApplication, language: Language) -> None:
    """Translate the application; each widget receives ``QEvent.LanguageChange``.

    Replaces what an earlier call installed. Qt's own texts (standard buttons, shortcuts) come from
    the translations that Qt brings, where it brings them.
    """
    for former in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(QLocale(_LOCALES[language]))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _install(app, f"qtbase_{language}", qt_folder)
    if not _install(app, f"giro_{language}", str(resources.path("translations"))):
        _log.warning("no translations for %s", language)


def _install(app: QCoreApplication, name: str, folder: str) -> bool:
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if not translator.load(name, folder):
        translator.deleteLater()
        return False
    return app.installTranslator(translator)
