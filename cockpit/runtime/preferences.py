"""The user's preferences: read from memory, written behind the GUI thread's back."""

from collections.abc import Mapping
from functools import partial
from typing import Literal, TypeVar, cast

from PySide6.QtCore import QObject, Signal, Slot

from cockpit.domain.formats import Language
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.services.preferences import PreferenceService

Theme = Literal["light", "dark", "system"]
T = TypeVar("T")

_THEMES: tuple[Theme, ...] = ("light", "dark", "system")


class Preferences(QObject):
    """Answers at once and stores in the background.

    A value that cannot be stored stays in force for this session, and the runner's ``failed`` says
    why it will not be there the next time.
    """

    #: A preference changed; its name (str): "theme", "language" or a key of ``set_value``.
    changed = Signal(str)

    def __init__(
        self,
        service: PreferenceService,
        runner: TaskRunner,
        values: Mapping[str, object],
        parent: QObject | None = None,
    ) -> None:
        """Start from values that the start-up has read with ``service.load()``."""
        super().__init__(parent)
        self._service = service
        self._runner = runner
        self._values = dict(values)
        self._set_here: set[str] = set()

    @property
    def theme(self) -> Theme:
        """Return the chosen look; "system" follows the desktop's."""
        stored = self._values.get("theme")
        return stored if stored in _THEMES else "system"

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self.set_value("theme", theme)

    @property
    def language(self) -> Language:
        """Return the language of the screens."""
        stored = self._values.get("language")
        known = {str(language) for language in Language}
        return Language(stored) if stored in known else Language.PORTUGUESE

    @language.setter
    def language(self, language: Language) -> None:
        self.set_value("language", str(language))

    def value(self, key: str, default: T) -> T:
        """Return a stored value, or the default where there is none of the default's type.

        A default of None accepts whatever is stored.
        """
        stored = self._values.get(key, default)
        if default is None or isinstance(stored, type(default)):
            return cast("T", stored)
        return default

    def under(self, *prefixes: str) -> dict[str, object]:
        """Return the values whose keys begin with one of these."""
        kept = self._values.items()
        return {key: value for key, value in kept if value is not None and key.startswith(prefixes)}

    def set_value(self, key: str, value: object) -> None:
        """Set a JSON value; unchanged ones are neither stored nor told."""
        if key in self._values and self._values[key] == value:
            return
        self._values[key] = value
        self._set_here.add(key)
        self._runner.submit(
            partial(self._service.store, key, value),
            lane=Lane.WRITE,
            owner=self,
            key=f"preference.{key}",
            on_result=self._on_stored,
        )
        self.changed.emit(key)

    @property
    def values(self) -> Mapping[str, object]:
        """Return every preference by name."""
        return dict(self._values)

    @Slot(object)
    def catch_up(self, stored: Mapping[str, object]) -> None:
        """Take in what another program stored or dropped; what was set here meanwhile stays."""
        for key in sorted({*stored, *self._values} - self._set_here):
            if self._values.get(key) != stored.get(key):
                self._values[key] = stored.get(key)
                self.changed.emit(key)

    def _on_stored(self, nothing: None) -> None:
        """Need nothing: the value has been in force since it was set."""
