"""Digests as letters: HTML that mail programs understand, the same as text, and a picture."""

from datetime import date
from functools import cached_property
from uuid import UUID

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

import resources
from cockpit.domain.formats import Language
from cockpit.domain.notices import Digest, DigestLetter, Recipient
from cockpit.messaging.digest_words import words_of
from cockpit.services.ports import DigestPainter


class DigestLetterWriter:
    """Fills in the program's own templates; every value is escaped in the HTML."""

    def __init__(self, painter: DigestPainter | None) -> None:
        """Prepare the writer.

        Args:
            painter: Paints the picture; None where nobody can.
        """
        self._painter = painter

    def write(
        self, digest: Digest, recipient: Recipient, message_id: UUID, *, today: date
    ) -> DigestLetter:
        """Return the letter in the recipient's language."""
        language = _language(recipient.language)
        words = words_of(digest, recipient.name.partition(" ")[0], language, today)
        picture = None
        if self._painter is not None and words.bars:
            picture = self._painter.paint(words.picture_title, words.bars)
        values = {
            "letter": words,
            "lang": language.value.replace("_", "-"),
            "has_picture": picture is not None,
        }
        return DigestLetter(
            message_id=message_id,
            address=recipient.email,
            subject=words.subject,
            text=self._templates.get_template("digest.txt").render(values),
            html=self._templates.get_template("digest.html").render(values),
            picture=picture,
        )

    @cached_property
    def _templates(self) -> Environment:
        return Environment(
            loader=FileSystemLoader(resources.path("templates")),
            autoescape=select_autoescape(("html",)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )


def _language(stored: str) -> Language:
    return Language(stored) if stored in set(Language) else Language.PORTUGUESE
