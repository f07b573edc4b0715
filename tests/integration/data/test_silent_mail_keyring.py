"""A desktop's keyring that hangs while e-mail is sent: waited for a few seconds, and said."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import which
from time import monotonic

import pytest

pytest.importorskip("secretstorage", reason="Linux only")
import resources
from cockpit.app.mail_passwords import KeyringPasswords
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import MailError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import MailSecurity, MailServer, OutgoingMessage
from cockpit.domain.vocabulary import Channel, MessageState, Role
from cockpit.messaging.mail import SmtpSender
from cockpit.messaging.renderer import JinjaRenderer
from cockpit.services.messages import MessageService
from tests.integration.data.conftest import World, customer
from tests.support.mail_server import mail_server
from tests.support.program import PATIENCE_SECONDS, ROOT, environment
from tests.support.secret_service import BUS, secret_service

pytestmark = pytest.mark.skipif(which("dbus-daemon") is None, reason="needs dbus-daemon")

#: The program's own limit, on a machine that is busy; before, there was none.
_MOST_SECONDS = 15


@pytest.fixture
def service(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MessageService:
    clock = AsOfClock(date(2026, 3, 16))
    user = replace(world.user, role=Role.SUPERVISOR)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return MessageService(
        world.database, clock, user, JinjaRenderer(), SmtpSender(clock), KeyringPasswords()
    )


def server(port: int, login: str) -> MailServer:
    return MailServer("127.0.0.1", port, MailSecurity.NONE, login, "Ana", "ana@giro.example")


def test_sending_says_so_and_a_typed_password_holds(
    service: MessageService, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    acme = new_id()
    world.load(customers=[customer(acme, trade_name="Acme")])
    letter = OutgoingMessage(
        new_id(), acme, None, Channel.EMAIL, None, "compras@acme.example", "Olá", "Tudo bem?"
    )
    with secret_service(is_silent=True) as address, mail_server() as (box, _):
        monkeypatch.setenv(BUS, address)
        service.set_server(server(box.port, "ana"), None)
        began = monotonic()
        with pytest.raises(MailError) as sending:
            service.send_mail(letter)
        with pytest.raises(MailError) as saving:
            service.set_server(server(box.port, "ana"), "segredo")
        assert monotonic() - began < 2 * _MOST_SECONDS
        assert box.letters == []
        assert service.passwords.password("127.0.0.1", "ana") == "segredo"
        service.set_server(server(box.port, ""), None)
        assert service.send_mail(letter), "a server without a login needs no keyring"
    said = resources.text(sending.value.message, Language.PORTUGUESE)
    assert said.startswith("O cofre de senhas deste computador não responde")
    assert "o resto foi salvo" in resources.text(saving.value.message, Language.PORTUGUESE)
    failed, sent = map(tuple, world.all_rows("sent_messages"))
    assert MessageState.FAILED.value in failed or MessageState.FAILED.value in sent
    assert MessageState.SENT.value in failed or MessageState.SENT.value in sent


def test_one_that_answers_keeps_it(tmp_path: Path) -> None:
    code = (
        "from cockpit.app.mail_passwords import KeyringPasswords as Kept\n"
        "Kept().keep('mail.example', 'ana', 'segredo')\n"
        "print(Kept().password('mail.example', 'ana'), Kept().password('mail.example', 'bia'))"
    )
    given = environment(tmp_path, XDG_CONFIG_HOME=str(tmp_path))
    given.pop("PYTHON_KEYRING_BACKEND", None)
    with secret_service() as address:
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={**given, BUS: address},
            capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=True,
        )  # fmt: skip
    assert done.stdout.split() == ["segredo", "None"]
