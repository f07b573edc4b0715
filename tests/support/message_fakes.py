"""Templates and messages without a database; the renderer is the real one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from cockpit.data.default_templates import default_templates
from cockpit.domain.errors import ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import (
    MailSecurity,
    MailServer,
    MessageTemplate,
    OutgoingMessage,
    RenderedMessage,
)
from cockpit.domain.vocabulary import Channel
from cockpit.messaging.renderer import JinjaRenderer
from cockpit.services.messages import BulkMail

VALUES: dict[str, object] = {
    "cliente": "Acatama Brinquedos", "razao_social": "Acatama Brinquedos Ltda.", "cidade": "Natal",
    "contato": "Márcia Prado", "primeiro_nome": "Márcia", "operador": "Ana", "empresa": "Giro Demo",
    "ultimo_pedido": "13/01/2022", "dias_sem_comprar": 68, "frequencia": 115, "hoje": "22/03/2022",
    "titulos_vencidos": 2, "valor_vencido": "R$ 812,40", "vencimento_mais_antigo": "02/02/2022",
}  # fmt: skip


@dataclass
class FakeMessageService:
    """Keeps what leaves.

    Attributes:
        values: What fills the placeholders.
        sent: What was handed to the server.
        handed_over: What was handed to another program.
        mail: The mail server; None while nobody set one.
        trouble: What sending raises.
        closed: Channels that the customers closed.
    """

    values: dict[str, object] = field(default_factory=lambda: dict(VALUES))
    sent: list[OutgoingMessage] = field(default_factory=list)
    handed_over: list[OutgoingMessage] = field(default_factory=list)
    stored: list[MessageTemplate] = field(default_factory=list)
    mail: MailServer | None = field(
        default_factory=lambda: MailServer(
            "127.0.0.1", 25, MailSecurity.NONE, "", "Ana", "ana@giro.example"
        )
    )
    trouble: Exception | None = None
    closed: frozenset[Channel] = frozenset()

    def templates(
        self, channel: Channel | None = None, *, only_active: bool = True
    ) -> list[MessageTemplate]:
        found = [
            MessageTemplate(
                row["id"], row["code"], row["name"], row["channel"], row["tone"], "pt_BR",
                row["subject"] or "", row["body"], True,
            )
            for row in default_templates()
        ]  # fmt: skip
        return [one for one in found if channel is None or one.channel is channel]

    def save_template(self, template: MessageTemplate) -> None:
        JinjaRenderer().check(template.subject, template.body)
        self.stored.append(template)

    def preview(
        self, template: MessageTemplate, customer_id: UUID, person_id: UUID | None = None
    ) -> RenderedMessage:
        if template.channel in self.closed:
            raise ForbiddenError("channel_closed")
        return JinjaRenderer().render(template.subject, template.body, self.values)

    def prepare(self, template: MessageTemplate, customer_ids: Sequence[UUID]) -> BulkMail:
        text = self.preview(template, customer_ids[0])
        letters = tuple(
            OutgoingMessage(
                new_id(), one, None, Channel.EMAIL, template.template_id, "a@b.example",
                text.subject, text.body,
            )
            for one in customer_ids
        )  # fmt: skip
        return BulkMail(letters, 1, 2, 0, self.mail is not None)

    def send_mail(self, message: OutgoingMessage, password: str | None = None) -> bool:
        if self.trouble is not None:
            raise self.trouble
        self.sent.append(message)
        return True

    def hand_over(self, message: OutgoingMessage) -> None:
        self.handed_over.append(message)

    def server(self) -> MailServer | None:
        return self.mail

    def set_server(self, server: MailServer | None, password: str | None) -> None:
        self.mail = server
