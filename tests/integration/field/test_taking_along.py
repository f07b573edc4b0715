"""A window's portfolio comes from a real server, whichever way; each trouble is one sentence."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update

from cockpit.app import taking_along
from cockpit.app.field.choice import field_choice
from cockpit.app.field.synchronising import server_of
from cockpit.app.invitations import Invitation, new_code
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_choice import chosen_server
from cockpit.app.server_passwords import kept_password
from cockpit.app.store import open_store
from cockpit.app.taking_along import PortfolioTaking, address_of, taking_of
from cockpit.data.server.people import Newcomer, invite
from cockpit.data.url import PostgresqlServer, parse_address
from cockpit.domain.errors import BadInputError, DatabaseError, GiroError
from cockpit.domain.vocabulary import Role
from cockpit.runtime.taking_along import Wanted
from models import Customer, User
from tests.support.postgres import PostgresServer
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase

PASSWORD = "senha-da-ruiva"


@dataclass
class Seller:
    """Somebody with two customers and a password on a real server."""

    team: TeamDatabase
    login: str
    address: str
    paths: Paths

    def take(self, engines: object = None, **said: str) -> PortfolioTaking:
        made = PortfolioTaking(Options(is_insecure=True), self.paths, engines)  # type: ignore[arg-type]
        self.heard: list[str] = []
        self.rows: dict[str, int] = {}
        taken = made.take(Wanted(**said), self.heard.append, self.rows.__setitem__)
        assert taken.customers == self.rows["customers"] == 2
        return made

    def why(self, **said: str) -> str:
        with pytest.raises(GiroError) as error:
            self.take(**({"server": self.address, "login": self.login} | said))
        assert field_choice(self.paths) is None
        assert not self.paths.field_database.exists()
        return error.value.message.key.removeprefix("error.")


@pytest.fixture
def seller(team_database: TeamDatabase, tmp_path: Path) -> Seller:
    rui = team_database.join("rui", Role.EXTERNAL_SELLER)
    login = team_database.login_of("rui")
    _, rows = callable_customers(2)
    with team_database.superuser.begin() as connection:
        for row in rows["customers"]:
            connection.execute(insert(Customer).values(row | {"owner_id": rui.user.user_id}))
        connection.execute(text(f"ALTER ROLE \"{login}\" PASSWORD '{PASSWORD}'"))
    paths = Paths(tmp_path / "home")
    paths.ensure()
    return Seller(team_database, login, team_database.url(login), paths)


def test_from_the_server_that_is_open_nothing_is_asked(seller: Seller) -> None:
    with_password = parse_address(seller.address)
    assert isinstance(with_password, PostgresqlServer)
    person = seller.team.open(seller.login)
    options = Options(database=seller.address, is_insecure=True)
    made = PortfolioTaking(options, seller.paths, person.engines)
    assert made.server == str(person.engines.address)
    assert made.take(Wanted(), lambda _: None, lambda *_: None).customers == 2
    open_store(Options(is_field=True), seller.paths).close()


def test_by_an_invitation_which_is_used_up_by_the_first_try(
    seller: Seller, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, until = new_code(), datetime.now(UTC) + timedelta(days=1)
    login = seller.team.login_of("eva").replace("_", "")
    with seller.team.superuser.connect() as connection:
        invite(connection, Newcomer(login, "Eva", Role.EXTERNAL_SELLER, ""), code, until)
    with seller.team.superuser.begin() as connection:
        eva = select(User.id).where(User.database_role == login).scalar_subquery()
        connection.execute(update(Customer).values(owner_id=eva))
    server = parse_address(seller.team.url(login))
    assert isinstance(server, PostgresqlServer)
    line = Invitation(server, code, is_insecure=True).to_line()
    made = PortfolioTaking(Options(), seller.paths, None)
    heard: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr("cockpit.app.field.setup.choose_field", _failing)
        with pytest.raises(BadInputError):
            made.take(Wanted(invitation=line), heard.append, lambda *_: None)
    assert chosen_server(seller.paths) is not None
    wrapped = "\n".join(line[at : at + 40] for at in range(0, len(line), 40))
    assert made.take(Wanted(invitation=wrapped), heard.append, lambda *_: None).customers == 2
    assert heard[-4:] == ["accepting", "registering", "fetching", "judging"]
    choice = field_choice(seller.paths)
    assert choice is not None
    assert kept_password(server_of(choice)) not in {None, "", PASSWORD}


def test_what_cannot_be_judged_yet_does_not_undo_what_came(
    seller: Seller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cockpit.services.metrics.MetricsService.refresh_if_stale", _full)
    seller.take(server=seller.address, login=seller.login, password=PASSWORD)
    assert field_choice(seller.paths) is not None
    open_store(Options(is_field=True), seller.paths).close()


def _full(_service: object) -> bool:
    raise DatabaseError("disk_full")


def _failing(*_words: object) -> None:
    raise BadInputError("field_cancelled")


def test_each_trouble_of_a_server_is_one_sentence(
    seller: Seller, postgres_server: PostgresServer
) -> None:
    bare = postgres_server.create()
    assert seller.why(server=postgres_server.url(bare, seller.login)) == "server_not_prepared"
    postgres_server.drop(bare)
    nobody = "postgresql://127.0.0.1:1/giro?sslmode=disable"
    assert seller.why(server=nobody) == "server_missing"
    assert seller.why(server="postgresql://giro.invalid/giro") == "server_missing"
    with seller.team.superuser.begin() as connection:
        connection.execute(text("ALTER FUNCTION giro_sync_register RENAME TO giro_not_yet"))
    assert seller.why() == "field_ended_server_behind"
    with seller.team.superuser.begin() as connection:
        connection.execute(text("ALTER FUNCTION giro_not_yet RENAME TO giro_sync_register"))
        # Of nobody, and nobody who may be taken along.
        connection.execute(update(Customer).values(owner_id=None, is_blocked=True))
    assert seller.why() == "field_no_portfolio"
    with seller.team.superuser.begin() as connection:
        connection.execute(update(User).values(is_active=False))
    assert seller.why() == "server_not_invited"


def test_what_waits_for_the_server_here_is_delivered_first(
    seller: Seller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cockpit.app.field.places.waiting_here", lambda *_: [object(), object()])
    assert seller.why() == "field_undelivered"


@pytest.mark.parametrize(
    ("server", "login", "address"),
    [
        ("banco.empresa.example", "ana", "postgresql://ana@banco.empresa.example/giro"),
        (" banco:5433/vendas ", "ana", "postgresql://ana@banco:5433/vendas"),
        ("postgresql://rui@banco/giro", "ana", "postgresql://ana@banco/giro"),
        ("postgresql://rui@banco/giro", "", "postgresql://rui@banco/giro"),
        ("banco/giro", "ana@empresa", "postgresql://ana%40empresa@banco/giro"),
        ("[::1]:5432", "ana", "postgresql://ana@[::1]:5432/giro"),
    ],
)
def test_an_address_is_completed(server: str, login: str, address: str) -> None:
    assert address_of(server, login) == address


@pytest.mark.parametrize(
    "server", ["", "   ", "http://banco/giro", "sqlite:///a.db", "a b c", "/giro"]
)
def test_what_is_no_address_is_refused(server: str) -> None:
    with pytest.raises(BadInputError):
        address_of(server, "ana")


def test_only_a_window_on_its_own_file_or_on_a_server_offers_it() -> None:
    for nobody in (Options(is_field=True), Options(is_demo=True), Options(database="a.db")):
        assert taking_of(nobody) is None
    assert isinstance(taking_of(Options()), taking_along.PortfolioTaking)
