"""E-mail reaches a real server, encrypted, once and readable; what goes wrong gets a sentence."""

import socket
import ssl
from dataclasses import replace
from uuid import UUID

import pytest

from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import MailError
from cockpit.domain.message_templates import MailSecurity, MailServer, OutgoingMessage
from cockpit.domain.vocabulary import Channel
from cockpit.messaging.mail import SmtpSender
from tests.support.mail_server import LOGIN, PASSWORD, mail_server

MESSAGE = OutgoingMessage(
    UUID(int=7), UUID(int=1), None, Channel.EMAIL, None,
    "compras@acatama.example", "Reposição: condições", "Olá, Márcia.\n.\nAté já — Ana",
)  # fmt: skip


def server(port: int, security: MailSecurity = MailSecurity.NONE) -> MailServer:
    login = LOGIN if security is MailSecurity.STARTTLS else ""
    return MailServer("127.0.0.1", port, security, login, "Ana Álvares", "vendas@giro.example")


def test_a_message_arrives_as_it_was_read() -> None:
    with mail_server() as (box, _):
        SmtpSender(SystemClock()).send(MESSAGE, server(box.port), None)
    (letter,) = box.letters
    assert letter["Subject"] == "Reposição: condições"
    assert letter["To"] == "compras@acatama.example"
    assert letter["From"].addresses[0].display_name == "Ana Álvares"
    assert letter["Message-ID"] == f"<{MESSAGE.message_id}@giro.example>"
    assert letter.get_content_type() == "text/plain"
    assert letter.get_content().splitlines() == MESSAGE.body.splitlines()


@pytest.mark.parametrize("security", [MailSecurity.STARTTLS, MailSecurity.TLS])
def test_an_encrypted_connection_carries_it(security: MailSecurity) -> None:
    with mail_server(security.value) as (box, trusted):
        SmtpSender(SystemClock(), trusted).send(MESSAGE, server(box.port, security), PASSWORD)
    assert len(box.letters) == 1


@pytest.mark.parametrize("security", [MailSecurity.STARTTLS, MailSecurity.TLS])
def test_a_server_whom_nobody_vouches_for_gets_neither_password_nor_letter(
    security: MailSecurity,
) -> None:
    with mail_server(security.value) as (box, _):
        sender = SmtpSender(SystemClock(), ssl.create_default_context())
        with pytest.raises(MailError) as caught:
            sender.send(MESSAGE, server(box.port, security), PASSWORD)
    assert caught.value.message.key == "error.mail_not_trusted"
    assert not box.letters


def test_a_wrong_password_gets_a_sentence() -> None:
    with mail_server("starttls") as (box, trusted):
        sender = SmtpSender(SystemClock(), trusted)
        with pytest.raises(MailError) as caught:
            sender.send(MESSAGE, server(box.port, MailSecurity.STARTTLS), "errada")
    assert caught.value.message.key == "error.mail_login_refused"


def test_an_address_that_the_server_refuses_gets_a_sentence() -> None:
    with mail_server() as (box, _):
        box.refused.add(MESSAGE.address)
        with pytest.raises(MailError) as caught:
            SmtpSender(SystemClock()).send(MESSAGE, server(box.port), None)
    assert caught.value.message.key == "error.mail_address_refused"


def test_a_server_that_does_not_answer_gets_a_sentence() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    with pytest.raises(MailError) as caught:
        SmtpSender(SystemClock()).send(MESSAGE, server(port), None)
    assert caught.value.message.key == "error.mail_unreachable"


def test_nothing_leaves_this_computer_unencrypted() -> None:
    away = replace(server(25), host="mail.giro.example")
    with pytest.raises(MailError) as caught:
        SmtpSender(SystemClock()).send(MESSAGE, away, None)
    assert caught.value.message.key == "error.mail_needs_encryption"


@pytest.mark.parametrize("address", ["a@b.c\nBcc: d@e.f", "ana", "", "@", "a@b.c, d@e.f"])
def test_what_is_no_single_address_is_not_sent(address: str) -> None:
    with mail_server() as (box, _):
        message = replace(MESSAGE, address=address)
        with pytest.raises(MailError):
            SmtpSender(SystemClock()).send(message, server(box.port), None)
    assert not box.letters
