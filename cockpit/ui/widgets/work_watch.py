"""What work in the background is told, and tells the window of itself."""

from threading import Event


class WorkWatch:
    """One piece of work; nothing in it belongs to the GUI thread.

    Attributes:
        stopped: Set when nobody waits any more.
        steps: How many of how many steps are done; of none as long as nobody knows.
    """

    def __init__(self) -> None:
        self.stopped = Event()
        self.steps = (0, 0)

    def tell(self, done: int, count: int) -> None:
        """Take note how many of how many steps are done."""
        self.steps = (done, count)
