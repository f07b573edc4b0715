"""Who did something that the key for taking back may mean."""

from PySide6.QtCore import QObject, Signal


class UndoSource(QObject):
    """Says whether it did the last thing, and takes it back.

    Attributes:
        is_latest: Whether it is the last thing that the operator did.
    """

    #: There is something to take back, or nothing any more.
    latest_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_latest = False

    def undo(self) -> None:
        """Take the last change back."""
        raise NotImplementedError

    def step_aside(self) -> None:
        """Leave the key for taking back to the call that has begun."""
        self.set_latest(is_latest=False)

    def set_latest(self, *, is_latest: bool) -> None:
        """Note whether it did the last thing."""
        if is_latest is not self.is_latest:
            self.is_latest = is_latest
            self.latest_changed.emit()
