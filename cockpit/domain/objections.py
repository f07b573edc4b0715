"""Objections: the catalogue with its answers, and what a call does to a customer's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import ObjectionState, WaitCondition


@dataclass(frozen=True, slots=True)
class Argument:
    """A counter-argument with its measured success.

    Attributes:
        used: How often it was used and judged; ``worked`` of them it did.
    """

    argument_id: UUID
    kind_id: UUID
    text: str
    used: int
    worked: int


@dataclass(frozen=True, slots=True)
class ObjectionKind:
    """An objection of the catalogue."""

    kind_id: UUID
    code: str
    name: str
    category: str
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """What an objection waits on.

    Attributes:
        until_on: For ``DATE``.
        reference_id: The title, promotion or product; None for a promotion means any.
    """

    condition: WaitCondition
    until_on: date | None = None
    reference_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class WaitSubject:
    """Something that an objection of this customer can wait on, by name."""

    condition: WaitCondition
    reference_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ObjectionDraft(StorableTexts):
    """What a contact says of one objection.

    Attributes:
        objection_id: An objection that is there; None opens a new one.
        kind_id: From the catalogue; None with ``new_name`` adds a kind to it.
        state: How it stands after the call.
        wait: What it waits on; needed where it waits.
        argument_id: The counter-argument that was used.
        worked: How it went; None where nobody can tell yet.
    """

    objection_id: UUID | None
    kind_id: UUID | None
    new_name: str = ""
    state: ObjectionState = ObjectionState.OPEN
    wait: Wait | None = None
    argument_id: UUID | None = None
    worked: bool | None = None
    note: str = ""

    def check(self) -> None:
        """Raise ``BadInputError`` where something is missing."""
        if self.objection_id is None and self.kind_id is None and not self.new_name.strip():
            raise BadInputError("objection_needs_name")
        if self.state is ObjectionState.WAITING:
            wait = self.wait
            if wait is None or (wait.condition is WaitCondition.DATE and wait.until_on is None):
                raise BadInputError("objection_needs_condition")


def by_success(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Return answers with those that probably work best first.

    Few uses say little: Laplace's rule of succession (one success and one failure taken for
    granted) keeps one lucky call from outdoing an answer that works nearly always.
    """
    return tuple(
        sorted(
            arguments,
            key=lambda one: ((one.worked + 1) / (one.used + 2), one.used),
            reverse=True,
        )
    )
