"""A closed channel is in nothing that a screen, a letter or a file gets: no number, no address."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

import resources
from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calendar_files import CalendarFilter
from cockpit.domain.contact import ContactDraft
from cockpit.domain.contact_wishes import ClosingDraft
from cockpit.domain.errors import ForbiddenError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import MessageTemplate, OutgoingMessage, Tone
from cockpit.domain.post_its import PostItDraft
from cockpit.domain.receivers import receivers
from cockpit.domain.vocabulary import Channel, ImportKind, LifecycleStatus, QueueEffect
from cockpit.imports.csv_export import CsvTableWriter
from models import ContactPermission, ContactPerson, Phone

NUMBERS, ADDRESS = ("1135550101", "11991230001"), "compras@porto.example"
WEEK = timedelta(days=7)
FILE = f"""codigo;razao_social;telefone;celular;email
1;Loja do Porto;(11) 3555-0101;(11) 99123-0001;{ADDRESS}
2;Casa Alta;(11) 3555-0102;;
"""


class Desk:
    """A customer with numbers and an address, whom somebody called and wrote to."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session, self.folder = session, folder
        session.importing.run([folder / "clientes.csv"])
        rows = listed_rows(session.work_list.load())
        self.key = next(row.customer_id for row in rows if row.name == "Loja do Porto")
        self.log(QueueEffect.NONE, datetime.now(UTC) - timedelta(minutes=5))
        for channel, address in ((Channel.WHATSAPP, "+5511991230001"), (Channel.EMAIL, ADDRESS)):
            session.messages.hand_over(
                OutgoingMessage(new_id(), self.key, None, channel, None, address, "", "Bom dia")
            )

    def log(self, effect: QueueEffect, due_at: datetime | None = None) -> None:
        """Log a call with the person who is known by their address alone."""
        outcomes = self.session.contacts.form_options().outcomes
        outcome = next(one for one in outcomes if one.effect is effect and not one.needs_date)
        draft = ContactDraft(
            contact_id=new_id(),
            customer_id=self.key,
            occurred_at=datetime.now(UTC),
            channel=Channel.PHONE,
            outcome=outcome,
            person_name=ADDRESS,
            reason=next(iter(self.session.contacts.form_options().reasons)),
            next_contact=None if due_at is None else AppointmentDraft(due_at, has_time=True),
            cadence_reason="combinado com o cliente",
        )
        self.session.contacts.log(draft, status=LifecycleStatus.ACTIVE)

    def exported(self, kind: ImportKind, **how: bool) -> str:
        folder = self.folder / f"out{len(list(self.folder.iterdir()))}"
        (table,) = self.session.exporting.run(folder, CsvTableWriter(), kinds=(kind,), **how)
        return table.path.read_text(encoding="utf-8-sig")

    def rendered(self, channel: Channel) -> object:
        body = "{{ contato }} {{ primeiro_nome }}"
        template = MessageTemplate(
            new_id(), "x", "x", channel, Tone.NEUTRAL, "pt_BR", "", body, is_active=True
        )
        try:
            return self.session.messages.preview(template, self.key)
        except ForbiddenError:
            return None

    def reminders(self) -> object:
        return (
            self.session.reminders.raise_due().reminders
            or self.session.reminders.waiting(None).first
        )

    def letters(self) -> object:
        template = MessageTemplate(
            new_id(), "x", "x", Channel.EMAIL, Tone.NEUTRAL, "pt_BR", "Oi", "Oi", is_active=True
        )
        return self.session.messages.prepare(template, [self.key]).letters

    def agenda(self) -> object:
        service, today = self.session.agenda, self.session.clock.today()
        return [
            (service.days(today - WEEK, today + WEEK, owner), service.overdue(owner))
            for owner in service.owners()
        ]

    def calendar_file(self) -> object:
        path = self.folder / f"agenda{new_id()}.ics"
        say = partial(resources.text, language=Language.PORTUGUESE)
        self.session.calendars.export(path, CalendarFilter(None, with_cancelled=True), say=say)
        return path.read_text(encoding="utf-8")

    def post_its(self) -> object:
        draft = PostItDraft(new_id(), "Ofereça a linha nova", customer_ids=(self.key,))
        self.session.post_its.post(draft)
        return self.session.post_its.received(), self.session.post_its.sent()

    def receivers(self) -> object:
        panel = self.session.customers.panel(self.key)
        assert panel is not None
        return [receivers(panel.profile, channel) for channel in Channel]


#: Everything that is read of a customer to be shown, said, written or handed out, by its name.
PLACES: dict[str, Callable[[Desk], object]] = {
    "list": lambda desk: listed_rows(desk.session.work_list.load()),
    "panel": lambda desk: desk.session.customers.panel(desk.key),
    "story": lambda desk: desk.session.stories.story(desk.key),
    "reminders": Desk.reminders,
    "receivers": Desk.receivers,
    "call script": lambda desk: desk.rendered(Channel.PHONE),
    "WhatsApp": lambda desk: desk.rendered(Channel.WHATSAPP),
    "e-mail": lambda desk: desk.rendered(Channel.EMAIL),
    "letters": Desk.letters,
    "exported customers": lambda desk: desk.exported(ImportKind.CUSTOMERS),
    "exported contacts": lambda desk: desk.exported(ImportKind.CONTACTS),
}


#: Everything that is read of customers to be shown by name, and never with a number or an address.
SILENT_PLACES: dict[str, Callable[[Desk], object]] = {
    "agenda": Desk.agenda,
    "agenda's facts": lambda desk: desk.session.agenda.facts(desk.key),
    "calendar file": Desk.calendar_file,
    "morning page": lambda desk: desk.session.morning.read(),
    "post-its": Desk.post_its,
    "notices": lambda desk: desk.session.notices.inbox(),
    "reach": lambda desk: [desk.session.reach.look(desk.key, one) for one in Channel],
    "wishes": lambda desk: desk.session.wishes.wishes(desk.key),
}


@pytest.fixture
def desk(tmp_path: Path, program_url: str) -> Iterator[Desk]:
    (tmp_path / "clientes.csv").write_text(FILE, encoding="utf-8")
    with open_session(Options(database=program_url), Paths(tmp_path)) as session:
        yield Desk(session, tmp_path)


def shown(record: object) -> set[str]:
    """Return what of the customer's numbers and address a record holds."""
    text = str(record)
    digits = re.sub(r"\D", "", re.sub(r"UUID\('[^']*'\)", "", text))
    return {one for one in NUMBERS if one in digits} | ({ADDRESS} if ADDRESS in text else set())


def close(desk: Desk, words: str) -> None:
    """Let the customer close channels, in a file's words."""
    path = desk.folder / "pedidos_de_silencio.csv"
    path.write_text(f"codigo;razao_social;nao_contatar\n1;Loja do Porto;{words}\n", "utf-8")
    desk.session.importing.run([path])


def close_in_the_panel(desk: Desk, *channels: Channel) -> None:
    """Let somebody write down that these channels, and no others, are closed."""
    draft = ClosingDraft(frozenset(channels), "Pediu ao telefone")
    desk.session.wishes.close(desk.key, draft)


def places(desk: Desk) -> dict[str, set[str]]:
    return {name: shown(read(desk)) for name, read in PLACES.items()}


def test_no_place_shows_what_a_customer_closed(desk: Desk) -> None:
    assert {name for name, found in places(desk).items() if found} == set(PLACES)
    desk.log(QueueEffect.DO_NOT_CONTACT)
    assert places(desk) == {name: set() for name in PLACES}


def test_what_is_closed_in_the_panel_is_closed_in_every_place_and_opened_again(desk: Desk) -> None:
    before = places(desk)
    close_in_the_panel(desk, *Channel)
    assert places(desk) == {name: set() for name in PLACES}
    close_in_the_panel(desk)
    after = places(desk)
    del before["reminders"], after["reminders"]  # the next contact ended for good
    assert after == before


@pytest.mark.parametrize("channel", Channel)
def test_one_channel_closed_in_the_panel_is_closed_as_in_a_file(
    desk: Desk, channel: Channel
) -> None:
    close_in_the_panel(desk, channel)
    found = places(desk)
    may_call, may_write = channel is not Channel.PHONE, channel is not Channel.EMAIL
    assert bool(found["list"]) == may_call
    assert (ADDRESS in found["letters"]) == (ADDRESS in found["receivers"]) == may_write
    assert all(ADDRESS not in one for one in found.values()) == (not may_write)


def test_agenda_calendar_morning_and_post_its_never_tell_a_number(desk: Desk) -> None:
    told = {name: read(desk) for name, read in SILENT_PLACES.items()}
    assert "Loja do Porto" in str(told["agenda"])
    assert "Loja do Porto" in str(told["calendar file"])
    assert {name for name, record in told.items() if shown(record)} == set()
    close_in_the_panel(desk, *Channel)
    assert {name for name, read in SILENT_PLACES.items() if shown(read(desk))} == set()


def test_no_place_shows_an_address_when_e_mail_alone_is_closed(desk: Desk) -> None:
    close(desk, "email")
    found = places(desk)
    assert all(ADDRESS not in one for one in found.values())
    assert found["exported customers"] == found["panel"] == set(NUMBERS)


def test_no_number_is_offered_for_a_call_when_calls_alone_are_closed(desk: Desk) -> None:
    close(desk, "telefone")
    found = places(desk)
    assert found["list"] == found["reminders"] == set()
    assert found["exported customers"] == {ADDRESS}
    assert found["receivers"] == {NUMBERS[1], ADDRESS}  # WhatsApp is open


def test_no_number_is_written_to_when_whatsapp_alone_is_closed(desk: Desk) -> None:
    close(desk, "whatsapp")
    found = places(desk)
    assert found["receivers"] == found["story"] == {ADDRESS}
    assert found["list"] == {NUMBERS[0]}


def close_for_the_person(desk: Desk, channel: Channel | None) -> None:
    """Let the one person there close a channel of their own; all numbers are theirs."""
    session = desk.session
    with session.store.engines.writing() as connection:
        (person_id,) = connection.execute(
            select(ContactPerson.id).where(ContactPerson.customer_id == desk.key)
        ).one()
        connection.execute(
            update(Phone).where(Phone.customer_id == desk.key).values(person_id=person_id)
        )
        connection.execute(
            insert(ContactPermission).values(
                id=new_id(), customer_id=desk.key, person_id=person_id, channel=channel,
                is_forbidden=True, author_id=session.user.user_id, stated_at=datetime.now(UTC),
                device_id=session.user.device_id, device_seq=10_000, content_sha256="0" * 64,
            )
        )  # fmt: skip


def test_no_place_shows_what_a_person_closed_of_their_own(desk: Desk) -> None:
    close_for_the_person(desk, None)
    assert places(desk) == {name: set() for name in PLACES}


def test_nobody_writes_to_a_person_who_closed_e_mail(desk: Desk) -> None:
    close_for_the_person(desk, Channel.EMAIL)
    found = places(desk)
    assert all(ADDRESS not in one for one in found.values())
    assert found["list"] == {NUMBERS[0]}
    assert found["exported customers"] == found["panel"] == set(NUMBERS)


def test_a_number_of_nobody_is_dialled_instead_of_a_person_who_wants_no_calls(desk: Desk) -> None:
    close_for_the_person(desk, Channel.PHONE)
    assert places(desk)["list"] == set()
    with desk.session.store.engines.writing() as connection:
        connection.execute(
            update(Phone)
            .where(Phone.customer_id == desk.key, Phone.is_primary.is_(False))
            .values(person_id=None)
        )
    found = places(desk)
    assert found["list"] == found["reminders"] == {NUMBERS[1]}


def test_importing_an_export_again_deletes_no_closed_number(desk: Desk) -> None:
    close(desk, "sim")
    before = desk.exported(ImportKind.CUSTOMERS, is_keeping_closed=True)
    assert shown(before) == {*NUMBERS, ADDRESS}
    path = desk.folder / "clientes.csv"
    path.write_text(desk.exported(ImportKind.CUSTOMERS), "utf-8")
    (summary,) = desk.session.importing.run([path])
    assert summary.counts.unchanged == summary.counts.total
    assert desk.exported(ImportKind.CUSTOMERS, is_keeping_closed=True) == before
