"""Whether a laptop is told of news: of its own rows at once, of others' never, and none is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, insert, text

from cockpit.data.server.prepare import prepare
from cockpit.data.server.sync.upkeep import tidy
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Company, Notification, Order, OrderItem
from tests.integration.server.sync.laptops import Laptop
from tests.support.team import TeamDatabase

_HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_PHONE = "UPDATE phones SET extension = :note WHERE customer_id = :whose"


@dataclass
class Desk:
    """A laptop that has read everything, and the company's writers.

    Attributes:
        mine: The customer that it carries.
        other: One of somebody else's.
        said: What it says of itself.
    """

    team: TeamDatabase
    laptop: Laptop
    mine: UUID
    other: UUID
    said: dict[str, Any] = field(default_factory=dict)

    def greet(self) -> dict[str, Any]:
        """Ask for news, and go on from where the server says."""
        answer = self.laptop.greet(**self.said)
        if not answer["has_news"]:
            self.said["cursor"] = max(self.said["cursor"], answer["cursor"])
        return answer

    @property
    def has_news(self) -> bool:
        """Ask for news."""
        return bool(self.greet()["has_news"])

    def read(self) -> None:
        """Stand where a reading of now would have come to."""
        self.said = {
            "epoch": self.laptop.greet()["epoch"],
            "carried": self.laptop.ask("SELECT giro_sync_digest()"),
            "cursor": self.laptop.ask(_HORIZON),
        }

    def write(self, statement: str, **values: object) -> None:
        """Write past the program, as an ERP does."""
        with self.team.superuser.begin() as connection:
            connection.execute(text(statement), values)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in a transaction that stays open for a while."""
        with self.team.superuser.begin() as connection:
            yield connection

    def pass_time(self, transactions: int) -> None:
        """Let many transactions go by that write nothing."""
        engine = self.team.superuser.execution_options(isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(
                text(
                    f"""DO $$ BEGIN FOR number IN 1..{transactions} LOOP
                        PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$"""
                )
            )


@pytest.fixture
def desk(team_database: TeamDatabase, customers: list[UUID]) -> Desk:
    laptop = Laptop.of(team_database.join("bia", Role.EXTERNAL_SELLER))
    desk = Desk(team_database, laptop, customers[0], customers[1])
    owned = "UPDATE customers SET owner_id = :me WHERE id = :key"
    desk.write(owned, me=laptop.person.user.user_id, key=desk.mine)
    desk.read()
    return desk


def test_of_its_own_rows_it_is_told_and_of_others_not(desk: Desk) -> None:
    assert not desk.has_news
    desk.write(_PHONE, note="1", whose=desk.other)
    assert not desk.has_news
    desk.write(_PHONE, note="1", whose=desk.mine)
    assert desk.has_news


def test_of_parts_of_others_rows_it_is_not_told(desk: Desk) -> None:
    company = new_id()
    with desk.writing() as connection:
        connection.execute(insert(Company).values(id=company, code="1", name="Café Ltda."))
    for whose, is_told in ((desk.other, False), (desk.mine, True)):
        key = new_id()
        with desk.writing() as connection:
            connection.execute(
                insert(Order).values(
                    id=key, company_id=company,
                    customer_id=whose, number=str(key)[-6:], kind="sale",
                    ordered_on=date(2026, 3, 2), net_cents=100,
                )
            )  # fmt: skip
        desk.read()
        with desk.writing() as connection:
            connection.execute(
                insert(OrderItem).values(
                    id=new_id(), order_id=key, line=1, description="Café", quantity_milli=1_000,
                    unit_cents=100, total_cents=100,
                )
            )  # fmt: skip
        assert desk.has_news == is_told


def test_of_anothers_notice_it_is_not_told(desk: Desk) -> None:
    other = desk.team.join("rui", Role.EXTERNAL_SELLER).user.user_id
    desk.read()
    for whose, is_told in ((other, False), (desk.laptop.person.user.user_id, True)):
        with desk.writing() as connection:
            connection.execute(
                insert(Notification).values(
                    id=new_id(), user_id=whose, kind="collision", channel="screen", state="sent",
                    dedup_key=str(whose),
                )
            )  # fmt: skip
        assert desk.has_news == is_told


def test_what_goes_is_news(desk: Desk) -> None:
    desk.write("DELETE FROM phones WHERE customer_id = :whose", whose=desk.mine)
    assert desk.has_news


def test_a_slow_writer_is_not_lost_however_far_the_laptop_goes_on(desk: Desk) -> None:
    desk.read()
    before = desk.said["cursor"]
    with desk.writing() as connection:
        connection.execute(text(_PHONE), {"note": "1", "whose": desk.mine})
        desk.pass_time(1_500)
        assert not desk.has_news
    assert desk.has_news
    desk.read()
    assert desk.said["cursor"] > before + 1_000


def test_a_laptop_with_nothing_to_read_goes_on_from_where_it_was_told(desk: Desk) -> None:
    before = desk.said["cursor"]
    desk.write(_PHONE, note="1", whose=desk.other)
    desk.pass_time(1_500)
    assert not desk.has_news
    assert desk.said["cursor"] > before + 1_000
    assert not desk.has_news
    desk.write(_PHONE, note="1", whose=desk.mine)
    assert desk.has_news


def test_whose_deletions_are_forgotten_is_not_let_go_on(desk: Desk) -> None:
    desk.pass_time(1_500)
    oldest = desk.laptop.ask(_HORIZON)
    desk.write(
        """INSERT INTO settings (id, scope, key, value, created_at, updated_at)
        VALUES (:id, 'company', 'server.tombstones_from', to_jsonb(CAST(:oldest AS bigint)), now(),
            now())""",
        id=new_id(),
        oldest=oldest,
    )
    answer = desk.greet()
    assert (answer["oldest_cursor"], answer["cursor"], answer["has_news"]) == (oldest, 0, True)


def test_a_table_that_nobody_marked_yet_is_asked(desk: Desk) -> None:
    """As after an upgrade: who wrote before it left no marks."""
    with desk.team.superuser.begin() as connection:
        connection.execute(text("ALTER TABLE phones DISABLE TRIGGER tr_phones_marked"))
        connection.execute(text(_PHONE), {"note": "1", "whose": desk.mine})
        connection.execute(text("ALTER TABLE phones ENABLE TRIGGER tr_phones_marked"))
        connection.execute(text("DELETE FROM feed_marks"))
    with desk.team.superuser.connect() as connection:
        prepare(connection)
    assert desk.has_news


def test_upkeep_keeps_the_last_mark_of_each_table(desk: Desk) -> None:
    for note in ("1", "2", "3"):
        desk.write(_PHONE, note=note, whose=desk.mine)
    tidy(desk.team.join("chief", Role.MANAGER).engines)
    assert desk.has_news
    marks = "SELECT count(*) FROM feed_marks WHERE entity = 'phones'"
    with desk.team.superuser.connect() as connection:
        assert connection.execute(text(marks)).scalar_one() == 1
