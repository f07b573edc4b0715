"""What a search over notes finds, said plainly once more: no code of the program's."""

import re
import unicodedata


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(one for one in parts if not unicodedata.combining(one)).lower()


def holds(typed: str, note: str) -> bool:
    """Return whether a note holds each word and quoted phrase, the last word as a beginning."""
    padded = " " + " ".join(re.findall("[a-z0-9]+", _bare(note))) + " "
    wanted: list[str] = []
    is_quoted, is_last_open = False, False
    for part in _bare(typed).split('"'):
        words = re.findall("[a-z0-9]+", part)
        if is_quoted and words:
            wanted.append(" ".join(words))
        else:
            wanted.extend(words)
        is_last_open = bool(words)
        is_quoted = not is_quoted
    if typed.count('"') % 2:  # the last part is an unfinished phrase
        is_last_open = True
    if not wanted:
        return False
    ends = [" "] * len(wanted)
    if is_last_open:
        ends[-1] = ""
    return all(f" {one}{end}" in padded for one, end in zip(wanted, ends, strict=True))
