"""Outcomes, reasons and campaigns by the words that another system has for them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select

from cockpit.data.imports.memory import RunMemory
from cockpit.domain.ids import new_id
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import QueueEffect
from models import Campaign, Outcome, Reason

_CODE_LENGTH = 60
#: The codes of the program's own outcomes and reasons have no colon.
_FOREIGN = "erp:"
_NO_OUTCOME = "Contato registrado em outro sistema"


class ContactWords:
    """Finds outcomes, reasons and campaigns by name, and makes the missing ones.

    A word that the company does not use itself is kept, but offered to nobody: its outcome and its
    reason are inactive and move no customer in the queue, its campaign is over.
    """

    def __init__(self, connection: Connection, memory: RunMemory) -> None:
        self._connection = connection
        self._is_trial = memory.is_trial
        self._today = memory.today
        self._outcomes = self._load(Outcome)
        self._reasons = self._load(Reason)
        self._campaigns = self._load(Campaign)

    def outcome(self, word: str) -> UUID:
        """Return the outcome of a word; a contact without one still has an outcome."""
        shown = word.strip() or _NO_OUTCOME
        row = {
            "code": _code(shown),
            "name": shown,
            "queue_effect": QueueEffect.NONE,
            "is_reached": False,
            "is_active": False,
        }
        return self._find(Outcome, self._outcomes, shown, row)

    def reason(self, word: str) -> UUID | None:
        """Return the reason of a word; None for an empty one."""
        if not plain(word):
            return None
        row = {"code": _code(word), "name": word.strip(), "is_active": False}
        return self._find(Reason, self._reasons, word, row)

    def campaign(self, name: str, day: date) -> UUID | None:
        """Return the campaign of a name; a new one is of that day. None for an empty name."""
        if not plain(name):
            return None
        row = {"name": name.strip(), "starts_on": day, "ends_on": max(day, self._today)}
        return self._find(Campaign, self._campaigns, name, row)

    def _load(self, entity: type[Outcome | Reason | Campaign]) -> dict[str, UUID]:
        statement = select(entity.name, entity.id).order_by(entity.id.desc())
        return {plain(name): key for name, key in self._connection.execute(statement)}

    def _find(
        self,
        entity: type[Outcome | Reason | Campaign],
        known: dict[str, UUID],
        word: str,
        row: dict[str, Any],
    ) -> UUID:
        name = plain(word)
        # Long words that begin alike have one code.
        found = known.get(name) or known.get(_code(word))
        if found is None:
            found = new_id()
            if not self._is_trial:
                self._connection.execute(insert(entity).values(id=found, **row))
            known[_code(word)] = found
        known[name] = found
        return found


def _code(word: str) -> str:
    return (_FOREIGN + plain(word))[:_CODE_LENGTH]
