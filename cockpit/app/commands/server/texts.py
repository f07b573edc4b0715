"""What the server's commands print."""

import sys

import resources
from cockpit.app.terminal import one_line
from cockpit.domain.formats import Language
from cockpit.domain.messages import MessageValue


class Words:
    """Prints sentences of the area ``server`` in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __call__(self, key: str, **values: MessageValue) -> None:
        """Print a sentence; a value never breaks a line of it."""
        text = resources.text(f"server.{key}", self._language, **values)
        sys.stdout.write("\n".join(map(one_line, text.splitlines())) + "\n")

    def plain(self, line: str) -> None:
        """Print a line that is to be copied, whole."""
        sys.stdout.write(f"{line}\n")
