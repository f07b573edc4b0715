"""Words of notes, and where in a note they are found.

A word is a run of letters and digits, compared in small letters and without accents, whatever
engine looks for it. Letters are those of Portuguese and its neighbours; any other (ß, µ, Cyrillic)
parts words, in a note and in what is typed; only next to Chinese or Korean signs a file takes them
for a part of the word. ``finds`` says what a search means; both engines must
agree with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_ACCENTED = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
_BARE = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy"
_TO_BARE = str.maketrans(_ACCENTED, _BARE)
#: Accents that are characters of their own, as some systems write them: they are part of a word.
#: These are the ones that SQLite's full-text index takes for such.
_MARKS = frozenset(
    "".join(map(chr, (*range(0x300, 0x305), 0x306, 0x307, *range(0x308, 0x30D), 0x30F, 0x311,
                      0x31B, *range(0x323, 0x329), 0x32D, 0x32E, 0x330, 0x331)))
)  # fmt: skip
_QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    Attributes:
        text: In small letters, without accents.
        start: Where it begins in the text.
        end: The place after its last character.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other.

    Attributes:
        words: As ``Word.text`` has them; at least one.
        is_begun: Whether the last one is a word's beginning.
    """

    words: tuple[str, ...]
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class NoteSearch:
    """What is looked for: all of these phrases, anywhere in a note."""

    phrases: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything is looked for."""
        return bool(self.phrases)


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text in their order."""
    letters: list[str] = []
    start = 0
    for place, sign in enumerate(text):
        bare = sign.translate(_TO_BARE)
        if bare.isascii() and bare.isalnum():
            if not letters:
                start = place
            letters.append(bare.lower())
        elif letters and sign not in _MARKS:
            yield Word("".join(letters), start, place)
            letters = []
    if letters:
        yield Word("".join(letters), start, len(text))


def search_of(typed: str) -> NoteSearch:
    """Return what somebody looks for: words, quoted phrases, and the last word's beginning."""
    found: list[Phrase] = []
    parts = typed.split(_QUOTE)
    for number, part in enumerate(parts):
        words = tuple(one.text for one in words_of(part))
        if number % 2 and words:
            found.append(Phrase(words))
        else:
            found.extend(Phrase((one,)) for one in words)
    # An odd number of quotes leaves the last phrase open: it is being typed.
    is_open = len(parts) % 2 == 0
    if found and (is_open or any(words_of(parts[-1]))):
        found[-1] = Phrase(found[-1].words, is_begun=True)
    return NoteSearch(tuple(dict.fromkeys(found)))


def finds(search: NoteSearch, note: str) -> bool:
    """Return whether a note holds everything that is looked for."""
    words = tuple(words_of(note))
    return bool(search) and all(any(_places(one, words)) for one in search.phrases)


def marked(search: NoteSearch, note: str) -> tuple[tuple[int, int], ...]:
    """Return where a note holds what is looked for: from, up to and not with, without overlaps."""
    words = tuple(words_of(note))
    spans = sorted(span for one in search.phrases for span in _places(one, words))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _places(phrase: Phrase, words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """Yield where a phrase stands; of a begun word as far as it was typed."""
    length = len(phrase.words)
    *whole, last = phrase.words
    for first in range(len(words) - length + 1):
        here = words[first : first + length]
        if [one.text for one in here[:-1]] != whole:
            continue
        if here[-1].text == last:
            yield here[0].start, here[-1].end
        elif phrase.is_begun and here[-1].text.startswith(last):
            yield here[0].start, here[-1].start + len(last)
