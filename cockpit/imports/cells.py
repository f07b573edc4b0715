"""The cells of one line by the name of their column, and what is odd about them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn, TypeVar

from cockpit.domain.messages import Message
from cockpit.domain.sheet_text import unguarded
from cockpit.imports import words
from cockpit.imports.unreadable import UnreadableError

T = TypeVar("T")

#: The longest code that the database keeps.
LONGEST_CODE = 60
#: Longer than any name, place or address; a list of endless ones would fill the memory.
LONGEST_TEXT = 300
#: Longer than anybody writes about one conversation.
LONGEST_NOTE = 4_000


class RejectedError(Exception):
    """Nothing sensible can be stored of a line.

    Attributes:
        reason: Why, as a sentence for the user.
    """

    def __init__(self, reason: Message) -> None:
        self.reason = reason
        super().__init__(reason.key)


@dataclass(slots=True)
class Cells:
    """One line of a file.

    Attributes:
        columns: Per canonical column its positions, from the header.
        values: The line's cells.
        flags: What is odd about the line, in the order in which it was found.
    """

    columns: Mapping[str, tuple[int, ...]]
    values: Sequence[str]
    flags: list[Message] = field(default_factory=list)

    def raw(self, column: str) -> str:
        """Return what a column holds, or an empty text; of several such columns the first."""
        for position in self.columns.get(column, ()):
            if position < len(self.values) and (text := self.values[position].strip()):
                return unguarded(text)
        return ""

    def place(self, column: str) -> int | None:
        """Return the position from which ``raw`` takes what a column holds."""
        for position in self.columns.get(column, ()):
            if position < len(self.values) and self.values[position].strip():
                return position
        return None

    def text(self, column: str) -> str:
        """Return a column as free text in one line; one that is no name any more is cut."""
        text = words.single_line(self.raw(column))
        if len(text) > LONGEST_TEXT:
            self.flag("text_too_long", column=column)
        return text[:LONGEST_TEXT].rstrip()

    def note(self, column: str) -> str:
        """Return a column as free text with its line breaks; an endless one is cut."""
        text = words.many_lines(self.raw(column))
        if len(text) > LONGEST_NOTE:
            self.flag("note_too_long", column=column)
        return text[:LONGEST_NOTE].rstrip()

    def code(self, column: str) -> str:
        """Return a column as a code, its zeros kept.

        Raises:
            RejectedError: It is longer than any code.
        """
        code = words.code(self.raw(column))
        if len(code) > LONGEST_CODE:
            raise RejectedError(Message.of("imports.code_too_long", column=column))
        return code

    def label(self, column: str) -> str:
        """Return the name of a segment, a region, a seller or a company; a long one is left out."""
        label = words.single_line(self.raw(column))
        if len(label) > LONGEST_CODE:
            self.flag("label_too_long", column=column)
            return ""
        return label

    def needed(self, column: str, reader: Callable[[str], T | None]) -> T:
        """Return a value that a line cannot do without.

        Args:
            column: The canonical name.
            reader: Reads the text; returns None or raises ``UnreadableError`` where it cannot.

        Raises:
            RejectedError: There is nothing to be read, or it cannot be read.
        """
        try:
            value = reader(self.raw(column))
        except UnreadableError as error:
            raise RejectedError(error.reason) from error
        if value is None or value == "":
            raise RejectedError(Message.of("imports.cell_missing", column=column))
        return value

    def read(self, column: str, reader: Callable[[str], T], otherwise: T) -> T:
        """Return a column's value; a blank or unreadable one, which is flagged, counts as another.

        Args:
            column: The canonical name.
            reader: Reads the text, or raises ``UnreadableError``.
            otherwise: What counts where there is nothing to be read.
        """
        text = self.raw(column)
        if not text:
            return otherwise
        try:
            return reader(text)
        except UnreadableError as error:
            self.flags.append(error.reason)
            return otherwise

    def flag(self, key: str, **values: str) -> None:
        """Note something odd."""
        self.flags.append(Message.of(f"imports.{key}", **values))

    def reject(self, key: str) -> NoReturn:
        """Say why the line cannot be taken.

        Raises:
            RejectedError: Always.
        """
        raise RejectedError(Message.of(f"imports.{key}"))
