"""A page of the window that takes the desk's place."""

from typing import Protocol

from PySide6.QtCore import SignalInstance


class Page(Protocol):
    """What the window asks of such a page, besides being a widget."""

    @property
    def close_requested(self) -> SignalInstance:
        """Return the signal that it wants to give the desk its place back."""
        ...

    def open(self) -> None:
        """Show what is there now, with the keyboard where it belongs."""
        ...

    def reload(self) -> None:
        """Read again what it shows."""
        ...

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes."""
        ...

    def step_back(self) -> bool:
        """Undo one step within it; return whether there was one."""
        ...
