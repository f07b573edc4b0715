"""Nothing below a laptop's folder says a name, a document or a note, in whatever spelling."""

from base64 import b64encode
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from cockpit.app.cli import main
from cockpit.app.early_start import Start, lock_page, page_key, take_page
from cockpit.app.field.setup import set_up
from cockpit.app.options import FieldOptions, Options
from cockpit.app.page_keeping import PageKeeper
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.app.session import Session
from cockpit.app.window import open_desk
from cockpit.app.wiring import open_session
from cockpit.data.backup import back_up
from cockpit.domain.contact import ContactDraft
from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.ids import new_id
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.runtime.crash import report
from cockpit.services.attachments import AttachmentService
from cockpit.ui.theme import Theme
from tests.faults.field.plain_bytes import spellings
from tests.integration.field.conftest import Office
from tests.support.ended_windows import end_window

NAME, PERSON, TAX_ID = "Açougue São Joaquim", "Conceição Jacarandá", "52998224725"
NOTE, PITCH, DRAFT = "a cunhada decide na terça", "brigou com o motorista", "rascunho do coração"
INSIDE, ATTACHED = "conteúdo do orçamento", "orçamento do Joaquim.txt"
SECRETS = (NAME, "Joaquim", PERSON, "Conceição", TAX_ID, NOTE, PITCH, DRAFT, INSIDE, ATTACHED)
OPEN = Options(is_field=True)


def _leaks(folder: Path, *, least: int = 1) -> list[str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert len(files) >= least
    found = []
    for path in files:
        whole = path.read_bytes()
        for word in SECRETS:
            if any(form in whole for form in spellings(word)):
                found.append(f"{path.relative_to(folder)}: {word}")
            if any(form in path.name.encode() for form in spellings(word)):
                found.append(f"name of {path.name}")
    return found


@pytest.fixture
def told(office: Office) -> Office:
    with office.engines.writing() as connection:
        connection.execute(
            text(
                "UPDATE customers SET legal_name = :name, tax_id = :document, search_text = :name"
            ),
            {"name": NAME, "document": TAX_ID},
        )
        whose = connection.exec_driver_sql("SELECT id FROM customers LIMIT 1").scalar_one()
        connection.execute(
            text(
                """INSERT INTO contact_persons (id, customer_id, name, is_primary,
                    is_decision_maker, created_at, updated_at)
                VALUES (:id, :whose, :name, 1, 1, '2026-01-01', '2026-01-01')"""
            ),
            {"id": new_id().bytes, "whose": whose, "name": PERSON},
        )
    return office


def _work(session: Session, folder: Path) -> None:
    """Do what a seller does in a day, with words that nobody else may read."""
    clock, user, database = session.clock, session.user, session.database
    with database.read() as unit:
        outcome = unit.reference.outcomes()[0]
    with session.engines.reading() as connection:
        raw = connection.exec_driver_sql("SELECT customer_id FROM contact_persons").scalar_one()
    customer, contact = type(user.user_id)(bytes=raw), new_id()
    draft = ContactDraft(
        contact, customer, datetime.now(UTC), Channel.PHONE, outcome, note=NOTE
    )  # fmt: skip
    session.contacts.log(draft, status=LifecycleStatus.ACTIVE)
    session.pitches.save(PitchDraft(new_id(), customer, why_stopped=PITCH))
    session.wishes.set_wishes(customer, ContactWishes(Channel.WHATSAPP))
    file = folder / ATTACHED
    file.write_text(INSIDE * 50, encoding="utf-8")
    attachments = AttachmentService(database, clock, user, lambda content, _: content)
    attachments.add(file, attachment_id=new_id(), contact_id=contact, customer_id=customer)
    with session.engines.writing() as connection:
        connection.execute(
            text("UPDATE contact_persons SET note = :note"), {"note": f"{PERSON}, {NOTE}"}
        )
    session.audit.log_out()


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("is_wrapped", [False, True])
def test_nothing_in_the_folder_is_readable(  # noqa: PLR0917 - what a day needs
    paths: Paths,
    options: Options,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    is_wrapped: bool,
) -> None:
    phrase = "uma frase bem comprida"
    asked = FieldOptions("setup", has_passphrase=is_wrapped)
    chosen = Options(database=options.database, is_insecure=True, fielding=asked)
    set_up(chosen, paths, lambda: phrase, lambda _key: None)
    opened = Options(is_field=True, password=phrase if is_wrapped else None)
    monkeypatch.setenv(HOME_VARIABLE, str(paths.home))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    qapp = QApplication.instance()
    assert isinstance(qapp, QApplication)
    with open_session(opened, paths) as session:
        _work(session, elsewhere)
        key = session.engines.key
        assert key is not None
        with open_desk(session, qapp, opened) as desk:
            desk.window.show()
            desk.window.start()
            qtbot.waitUntil(lambda: desk.window.work_list.table is not None, timeout=20_000)
            qtbot.wait(1_500)
            start = Start(qapp, opened, paths, Theme(qapp), lock=lock_page(opened, paths))
            PageKeeper(desk, session, start).keep()
            assert paths.field_page.exists()
            assert _leaks(paths.home, least=4) == []  # the log of the file is still there
            page = take_page(opened, paths, page_key(opened, paths)[1])
            assert page is not None
            assert NAME in {row.name for row in page.rows}
            end_window(desk.window)
        back_up(paths.field_database, "0024", key)
    for words in (
        ["sync"],
        ["sync", "log"],
        ["sync", "waiting"],
        ["worklist"],
        ["field", "status"],
    ):
        monkeypatch.setattr("sys.stdin", StringIO(f"{phrase}\n"))
        main(words)
    assert NAME in capsys.readouterr().out
    try:
        raise RuntimeError(NOTE)
    except RuntimeError as error:
        (paths.logs / "crash.txt").write_text(report(error, "1"), encoding="utf-8")
    assert (paths.home / "backups").is_dir()
    assert _leaks(paths.home, least=4) == []
    for path in paths.home.rglob("*"):
        if path.is_file():
            whole = path.read_bytes()
            assert key not in whole
            assert key.hex().encode() not in whole
            assert phrase.encode() not in whole


@pytest.mark.usefixtures("told")
def test_the_search_finds_what_is_not_encrypted(paths: Paths, tmp_path: Path) -> None:
    """Each spelling is found where somebody wrote it, so that finding nothing says something."""
    for number, code in enumerate(("utf-8", "utf-16-le", "latin-1")):
        (paths.home / f"{number}.txt").write_bytes(f"x{PERSON}y".encode(code))
        assert _leaks(paths.home) != [], code
        (paths.home / f"{number}.txt").unlink()
    for before in range(3):
        said = b64encode(b"z" * before + PERSON.encode() + b" e mais")
        (paths.home / "packed").write_bytes(said)
        assert _leaks(paths.home) != [], before
