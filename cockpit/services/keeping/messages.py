"""The record of sent messages, which waits on this computer while the server is away."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from typing_extensions import override

from cockpit.domain.errors import DatabaseError
from cockpit.domain.kept_writes import KeptKind
from cockpit.domain.message_templates import OutgoingMessage
from cockpit.domain.vocabulary import MessageState
from cockpit.domain.weather import state_after
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.keeping.records import kept
from cockpit.services.messages import MessageService, SentMessage, note_sent


@dataclass(frozen=True, slots=True)
class KeepingMessages(MessageService):
    """Sends messages; that one went out is never lost, or it would go out twice."""

    kept: KeptWrites

    @override
    def send_mail(self, message: OutgoingMessage, password: str | None = None) -> bool:
        """Hand an e-mail in, unless this very one went out and only its record waits."""
        if any(write.key == message.message_id for write in self.kept.waiting()):
            return False
        return MessageService.send_mail(self, message, password)

    @override
    def hand_over(self, message: OutgoingMessage) -> None:
        """Keep that a message was given to another program, which has it already."""
        try:
            MessageService.hand_over(self, message)
        except DatabaseError as error:
            if state_after(error) is None:
                raise
            self._keep(message, MessageState.HANDED_OVER, "")

    @override
    def _keep(
        self,
        message: OutgoingMessage,
        state: MessageState,
        detail: str,
        *,
        key: UUID | None = None,
    ) -> None:
        sent = SentMessage(message, state, detail, key or message.message_id)
        words = message.subject or message.body
        now = self.clock.now()
        write = kept(
            sent.key, KeptKind.MESSAGE, now, sent, customer_id=message.customer_id, words=words
        )
        note = partial(note_sent, sent, self.database, self.clock, self.user)
        self.kept.attempt(write, note, None)
