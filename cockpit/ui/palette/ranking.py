"""How well a few letters mean a text; pure, without accents and case."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from cockpit.domain.plain_text import plain

T = TypeVar("T")

#: The worst match that still counts, for each word that was typed.
_EXACT, _START, _WORD_START, _INITIALS, _WITHIN, _SCATTERED = range(6)
_LEAST_WITHIN = 2
_LEAST_SCATTERED = 3


def distance(typed: str, text: str) -> int | None:
    """Return how far typed words are from a text; 0 is the text itself, None no match.

    Each word must occur: at the start of the text, at the start of one of its words, as initials of
    its words, anywhere within, or with its letters scattered over one word that begins with it.
    """
    words, sought = plain(text).split(), plain(typed).split()
    if sought == words:
        return _EXACT
    total = 0
    for word in sought:
        found = _distance_of(word, words)
        if found is None:
            return None
        total += found
    return total


def best(typed: str, items: Iterable[T], text_of: Callable[[T], str], *, limit: int) -> list[T]:
    """Return the items that some letters mean, the nearest first, at equal distance in order."""
    found = [(distance(typed, text_of(item)), item) for item in items]
    matching = [(far, item) for far, item in found if far is not None]
    matching.sort(key=lambda pair: pair[0])
    return [item for _far, item in matching[:limit]]


def _distance_of(word: str, words: Sequence[str]) -> int | None:
    if words and words[0].startswith(word):
        return _START
    if any(one.startswith(word) for one in words):
        return _WORD_START
    if len(word) > 1 and "".join(one[0] for one in words).startswith(word):
        return _INITIALS
    if len(word) >= _LEAST_WITHIN and any(word in one for one in words):
        return _WITHIN
    if len(word) >= _LEAST_SCATTERED and any(_is_scattered(word, one) for one in words):
        return _SCATTERED
    return None


def _is_scattered(word: str, within: str) -> bool:
    letters = iter(within)
    return within[0] == word[0] and all(letter in letters for letter in word)
