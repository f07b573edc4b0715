"""What the form says of one objection, as plain texts."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.natural_date import parse
from cockpit.domain.objections import ObjectionDraft, Wait
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import ObjectionState, WaitCondition

NEW = "new"
OWN, KIND = "own:", "kind:"
_WORKED = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class ObjectionText(StorableTexts):
    """The texts of one objection.

    Attributes:
        objection: Key of the objection's choice, or an empty text.
        objection_name: The words of a new one.
        objection_state: How it stands after the call; empty means open.
        wait: Key of what it waits on.
        wait_until: The day that it waits on, with its full date where it was understood.
        argument: Key of the counter-argument that was used.
        worked: ``yes``, ``no``, or an empty text where nobody can tell yet.
    """

    objection: str = ""
    objection_name: str = ""
    objection_state: str = ""
    wait: str = ""
    wait_until: str = ""
    argument: str = ""
    worked: str = ""

    @property
    def state(self) -> ObjectionState:
        """Return how the objection stands after the call."""
        return ObjectionState(self.objection_state or ObjectionState.OPEN)

    def draft(self, now: datetime) -> ObjectionDraft:
        """Return what is to be stored.

        Args:
            now: The local instant by which a day in words is meant.

        Raises:
            BadInputError: Something is missing, or the day cannot be understood.
        """
        key = self.objection
        made = ObjectionDraft(
            objection_id=UUID(key.removeprefix(OWN)) if key.startswith(OWN) else None,
            kind_id=UUID(key.removeprefix(KIND)) if key.startswith(KIND) else None,
            new_name=self.objection_name.strip() if key == NEW else "",
            state=self.state,
            wait=self._wait(now) if self.state is ObjectionState.WAITING else None,
            argument_id=UUID(self.argument) if self.argument else None,
            worked=_WORKED.get(self.worked) if self.argument else None,
        )
        made.check()
        return made

    def _wait(self, now: datetime) -> Wait | None:
        word, _, reference = self.wait.partition(":")
        if not word:
            return None
        condition, until_on = WaitCondition(word), None
        if condition is WaitCondition.DATE and self.wait_until.strip():
            moment = parse(self.wait_until, now=now)
            if moment is None:
                raise BadInputError("date_unknown")
            until_on = moment.day
        return Wait(condition, until_on, UUID(reference) if reference else None)

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> "ObjectionText":
        """Return the stored text; what is not known is left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: str(value) for name, value in document.items() if name in known})
