"""Templates, what fills them, and messages that go out once and stay in the story."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError, ForbiddenError, MailError
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import MailSecurity, MailServer, OutgoingMessage
from cockpit.domain.vocabulary import Channel, MessageState, Role
from cockpit.messaging.mail import SmtpSender
from cockpit.messaging.renderer import JinjaRenderer
from cockpit.services.messages import MessageService
from models.types import utc_now
from tests.integration.data.conftest import World, customer
from tests.support.mail_server import mail_server

TODAY = date(2026, 3, 16)


class Keyring(dict[tuple[str, str], str]):
    """Passwords in memory, in place of the system's keyring."""

    def password(self, host: str, login: str) -> str | None:
        return self.get((host, login))

    def keep(self, host: str, login: str, password: str) -> None:
        self[host, login] = password


@pytest.fixture
def service(world: World) -> MessageService:
    clock = AsOfClock(TODAY)
    user = replace(world.user, role=Role.SUPERVISOR)
    return MessageService(
        world.database, clock, user, JinjaRenderer(), SmtpSender(clock), Keyring()
    )


def message(acme: UUID) -> OutgoingMessage:
    return OutgoingMessage(
        new_id(), acme, None, Channel.EMAIL, None, "compras@acme.example", "Olá", "Tudo bem?"
    )


def use_server(service: MessageService, port: int) -> None:
    service.set_server(
        MailServer("127.0.0.1", port, MailSecurity.NONE, "", "Ana", "ana@giro.example"), None
    )


def test_an_empty_database_brings_templates_of_each_channel(service: MessageService) -> None:
    assert {one.channel for one in service.templates()} == {
        Channel.EMAIL, Channel.WHATSAPP, Channel.PHONE,
    }  # fmt: skip
    assert all(one.channel is Channel.WHATSAPP for one in service.templates(Channel.WHATSAPP))


def test_a_template_takes_the_customers_values(service: MessageService, world: World) -> None:
    acme, person = new_id(), new_id()
    world.load(
        customers=[customer(acme, trade_name="Acme", city="São Paulo")],
        contact_persons=[
            {"id": person, "customer_id": acme, "name": "Célia Prado", "is_primary": True}
        ],
        receivables=[
            {"customer_id": acme, "number": "1", "due_on": date(2026, 3, 1), "amount_cents": 9_050},
            {"customer_id": acme, "number": "2", "due_on": date(2026, 3, 16), "amount_cents": 700},
        ],
    )
    template = replace(
        service.templates(Channel.EMAIL)[0],
        subject="{{ cliente }}",
        body="{{ primeiro_nome }}: {{ titulos_vencidos }} de {{ valor_vencido }}, {{ cidade }}",
    )
    found = service.preview(template, acme)
    assert (found.subject, found.missing) == ("Acme", ())
    assert found.body == "Célia: 1 de R$ 90,50, São Paulo"


def test_a_template_is_stored_and_changed(service: MessageService) -> None:
    first = service.templates(Channel.EMAIL)[0]
    service.save_template(replace(first, body="Olá, {{ cliente }}.", name="Curto"))
    changed = [one for one in service.templates() if one.template_id == first.template_id]
    assert [(one.name, one.body) for one in changed] == [("Curto", "Olá, {{ cliente }}.")]


def test_a_wrong_template_is_not_stored(service: MessageService) -> None:
    first = service.templates(Channel.EMAIL)[0]
    with pytest.raises(BadInputError):
        service.save_template(replace(first, body="{{ cliente"))
    assert first in service.templates()


def test_operators_do_not_change_templates(service: MessageService) -> None:
    first = service.templates(Channel.EMAIL)[0]
    operator = replace(service, user=replace(service.user, role=Role.OPERATOR))
    with pytest.raises(ForbiddenError):
        operator.save_template(first)


def test_a_message_is_sent_once_and_kept(service: MessageService, world: World, acme: UUID) -> None:
    letter = message(acme)
    with mail_server() as (box, _):
        use_server(service, box.port)
        assert service.send_mail(letter)
        assert not service.send_mail(letter)
    assert len(box.letters) == 1
    (row,) = world.all_rows("sent_messages")
    assert MessageState.SENT.value in tuple(row)


def test_a_failed_message_is_kept_and_may_be_sent_again(
    service: MessageService, world: World, acme: UUID
) -> None:
    letter = message(acme)
    with mail_server() as (box, _):
        use_server(service, box.port)
        box.refused.add(letter.address)
        with pytest.raises(MailError):
            service.send_mail(letter)
        box.refused.clear()
        assert service.send_mail(letter)
    assert len(world.all_rows("sent_messages")) == 2


def test_without_a_server_nothing_is_sent(service: MessageService, acme: UUID) -> None:
    with pytest.raises(MailError) as caught:
        service.send_mail(message(acme))
    assert caught.value.message.key == "error.mail_no_server"


def test_a_closed_channel_stops_preview_sending_and_handing_over(
    service: MessageService, world: World, acme: UUID
) -> None:
    with world.database.write() as unit:
        unit.contacts.forbid(acme, user=world.user, reason="", at=utc_now())
    letter = message(acme)
    for attempt in (
        lambda: service.preview(service.templates(Channel.EMAIL)[0], acme),
        lambda: service.send_mail(letter),
        lambda: service.hand_over(replace(letter, channel=Channel.WHATSAPP)),
    ):
        with pytest.raises(ForbiddenError):
            attempt()
    assert not world.all_rows("sent_messages")
    mail = service.prepare(service.templates(Channel.EMAIL)[0], [acme])
    assert (mail.letters, mail.closed_count) == ((), 1)


def test_the_password_goes_to_the_keyring_alone(service: MessageService, world: World) -> None:
    server = MailServer("127.0.0.1", 587, MailSecurity.STARTTLS, "ana", "Ana", "ana@giro.example")
    service.set_server(server, "segredo")
    assert service.server() == server
    assert service.passwords.password("127.0.0.1", "ana") == "segredo"
    assert not any("segredo" in str(tuple(row)) for row in world.all_rows("settings"))
    service.set_server(None, None)
    assert service.server() is None


def test_many_letters_are_filled_in_for_those_who_can_get_one(
    service: MessageService, world: World
) -> None:
    full, nameless, without = new_id(), new_id(), new_id()
    world.load(
        customers=[
            customer(full, "1", trade_name="Um", city="Natal"),
            customer(nameless, "2", trade_name="Dois"),
            customer(without, "3", trade_name="Três", city="Natal"),
        ],
        contact_persons=[
            {"customer_id": one, "name": "Célia", "email": mail, "is_primary": True}
            for one, mail in ((full, "a@um.example"), (nameless, "b@dois.example"), (without, "?"))
        ],
    )
    template = replace(service.templates(Channel.EMAIL)[0], subject="Oi", body="{{ cidade }}")
    mail = service.prepare(template, [full, nameless, without])
    assert [(one.customer_id, one.address, one.body) for one in mail.letters] == [
        (full, "a@um.example", "Natal")
    ]
    assert (mail.without_address_count, mail.incomplete_count, mail.closed_count) == (1, 1, 0)
    assert not mail.has_server
