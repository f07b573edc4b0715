"""A cell that does not hold what its column should."""

from cockpit.domain.messages import Message

_LONGEST_SHOWN = 40


class UnreadableError(ValueError):
    """A cell does not hold what its column should.

    Attributes:
        reason: Why, as a sentence for the user.
    """

    def __init__(self, key: str, text: str) -> None:
        self.reason = Message.of(f"imports.{key}", value=text[:_LONGEST_SHOWN])
        super().__init__(key)
