"""Letters typed one after the other to choose from a list."""

from PySide6.QtCore import QElapsedTimer

#: Letters that follow each other faster than this, in milliseconds, belong together.
PAUSE_MS = 1000


class TypedLetters:
    """Collects letters until the operator pauses; Qt's own pause is too short for two words."""

    def __init__(self) -> None:
        self._letters = ""
        self._pause = QElapsedTimer()

    @property
    def is_open(self) -> bool:
        """Return whether another letter would belong to those before it."""
        return bool(self._letters) and self._pause.elapsed() < PAUSE_MS

    def add(self, letter: str) -> str:
        """Take one more letter and return all that belong together."""
        self._letters = self._letters + letter if self.is_open else letter
        self._pause.start()
        return self._letters

    def restart(self, letters: str = "") -> None:
        """Begin anew with these."""
        self._letters = letters
