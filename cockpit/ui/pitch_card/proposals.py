"""What the notes begin with where nobody wrote any: the card's own facts, in words."""

import resources
from cockpit.domain.formats import Language
from cockpit.domain.pitch import PitchCard
from cockpit.ui.pitch_card.notes_editor import NoteTexts


def proposed(card: PitchCard, language: Language) -> NoteTexts:
    """Return the notes that a card proposes; the best answer to each objection is enough."""
    best = [answer.arguments[0].text for answer in card.answers if answer.arguments]
    return NoteTexts(
        why_stopped="\n".join(resources.text(one.sentence, language) for one in card.evidence),
        arguments="\n".join(best),
        offer="\n".join(resources.text(one, language) for one in card.offer.promotions),
        goal=resources.text(card.goal, language),
    )
