"""Texts that operators start from, and what becomes of them."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import Channel

#: What a template may name, as its writers know it; numbers are numbers, the rest are texts.
PLACEHOLDERS = (
    "cliente", "razao_social", "cnpj", "cidade", "contato", "primeiro_nome", "vendedor",
    "operador", "empresa", "ultimo_pedido", "dias_sem_comprar", "frequencia", "ticket",
    "titulos_vencidos", "valor_vencido", "vencimento_mais_antigo", "mais_comprado",
    "parou_de_comprar", "promocoes", "objecao", "hoje",
)  # fmt: skip


class Tone(StrEnum):
    """The variants of one template."""

    NEUTRAL = "neutral"
    FRIENDLY = "friendly"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class MessageTemplate(StorableTexts):
    """A message (e-mail, WhatsApp) or call script (phone) of one tone and language."""

    template_id: UUID
    code: str
    name: str
    channel: Channel
    tone: Tone
    language: str
    subject: str
    body: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class RenderedMessage:
    """A template with a customer's values.

    Attributes:
        missing: Placeholders without a value, as users know them; where there are any the text
            shows ``[nome]`` in their place and must not be sent.
    """

    subject: str
    body: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutgoingMessage(StorableTexts):
    """A message on its way to a customer.

    Attributes:
        message_id: Made when the preview opens, so that sending twice sends once.
        address: E-mail address, or number in E.164.
    """

    message_id: UUID
    customer_id: UUID
    person_id: UUID | None
    channel: Channel
    template_id: UUID | None
    address: str
    subject: str
    body: str


class MailSecurity(StrEnum):
    """How the connection to the mail server is kept from others."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer(StorableTexts):
    """Where e-mail is handed in; the password is with the system's keyring or asked for."""

    host: str
    port: int
    security: MailSecurity
    login: str
    sender_name: str
    sender_address: str
