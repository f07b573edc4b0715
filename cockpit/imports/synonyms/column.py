"""What a canonical column is called in the files of others, and how its cells look."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Content(Enum):
    """How the cells of a column look, where that tells one column from another."""

    ANY = auto()
    CODE = auto()
    NAME = auto()
    DAY = auto()
    AMOUNT = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """The headers that mean one canonical column, in comparable form (``words.word``).

    Attributes:
        words: In the order in which they are preferred; ``a1_cod+a1_loja`` are two columns that
            make one value together.
        unsure: Headers that may mean something else: they count only where the cells look so.
        content: How the cells look.
        joined_by: What stands between the parts of a value that is made of several columns.
    """

    words: Sequence[str]
    unsure: Sequence[str] = ()
    content: Content = Content.ANY
    joined_by: str = "-"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a kind of file is recognised by.

    Attributes:
        columns: Per canonical column its headers.
        required: Groups of columns of which one must be there.
        foreign: Beginnings of headers that speak for another kind of file.
        key: The column that is different in nearly every line; empty where there is none.
        names: Words in a file's name that speak for this kind.
    """

    columns: dict[str, Column]
    required: tuple[tuple[str, ...], ...]
    foreign: tuple[str, ...] = ()
    key: str = ""
    names: tuple[str, ...] = ()
