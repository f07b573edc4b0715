"""Keys, instants, documents and codes come back as they went in, on both engines."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role, SettingScope
from models import Device, Setting, User
from tests.support.migrated import opened

BRASILIA = timezone(timedelta(hours=-3))


def test_a_key_is_a_uuid_and_takes_sixteen_bytes(database_url: str) -> None:
    key = new_id()
    with opened(database_url) as engine, Session(engine) as session:
        session.add(Device(id=key, name="laptop"))
        session.commit()
        assert session.execute(select(Device.id)).scalar_one() == key
        raw = session.execute(text("SELECT id FROM devices")).scalar_one()
    assert raw == (key.bytes if engine.dialect.name == "sqlite" else key)


def test_a_row_without_a_key_gets_a_time_ordered_one(database_url: str) -> None:
    with opened(database_url) as engine, Session(engine) as session:
        first, second = Device(name="a"), Device(name="b")
        for device in (first, second):
            session.add(device)
            session.flush()
        assert first.id.version == 7
        ordered = session.execute(select(Device.name).order_by(Device.id)).scalars().all()
    assert ordered == ["a", "b"]


def test_a_text_is_no_key(database_url: str) -> None:
    with (
        opened(database_url) as engine,
        Session(engine) as session,
        pytest.raises(StatementError, match="takes a UUID, not str"),
    ):
        session.execute(select(Device).where(Device.id == str(new_id())))


def test_an_instant_of_another_zone_comes_back_in_utc(database_url: str) -> None:
    local = datetime(2026, 3, 22, 21, 30, 15, 123456, tzinfo=BRASILIA)
    with opened(database_url) as engine:
        with Session(engine) as session:
            session.add(Device(name="laptop", last_seen_at=local))
            session.commit()
        with Session(engine) as session:
            found = session.execute(select(Device.last_seen_at)).scalar_one()
    assert found == local
    assert found is not None
    assert found.tzinfo is UTC


def test_instants_sort_and_compare_as_instants(database_url: str) -> None:
    early = datetime(2026, 3, 22, 12, tzinfo=UTC)
    late = datetime(2026, 3, 22, 10, tzinfo=BRASILIA)
    with opened(database_url) as engine, Session(engine) as session:
        session.add_all(
            [Device(name="late", last_seen_at=late), Device(name="early", last_seen_at=early)]
        )
        session.commit()
        after = session.execute(select(Device.name).where(Device.last_seen_at > early)).scalars()
        assert after.all() == ["late"]


def test_a_naive_instant_is_refused(database_url: str) -> None:
    naive = datetime(2026, 3, 22, 12)  # noqa: DTZ001 - the point of the test
    with opened(database_url) as engine, Session(engine) as session:
        session.add(Device(name="laptop", last_seen_at=naive))
        with pytest.raises(StatementError, match="an instant needs a time zone"):
            session.flush()


@pytest.mark.parametrize("value", [{"a": [1, "é", None]}, [1, 2], "text", 3, True])
def test_a_document_comes_back(database_url: str, value: Any) -> None:
    with opened(database_url) as engine, Session(engine) as session:
        session.add(Setting(scope=SettingScope.COMPANY, key="k", value=value))
        session.commit()
        assert session.execute(select(Setting.value)).scalar_one() == value


def test_no_document_is_null_and_not_the_text_null(database_url: str) -> None:
    with opened(database_url) as engine, Session(engine) as session:
        session.add(Setting(scope=SettingScope.COMPANY, key="k", value=None))
        session.commit()
        found = session.execute(select(Setting.key).where(Setting.value.is_(None))).scalars()
        assert found.all() == ["k"]


def test_a_code_is_stored_by_its_value(database_url: str) -> None:
    with opened(database_url) as engine, Session(engine) as session:
        session.add(User(login="ana", name="Ana", role=Role.EXTERNAL_SELLER))
        session.commit()
        assert session.execute(text("SELECT role FROM users")).scalar_one() == "external_seller"
        assert session.execute(select(User.role)).scalar_one() is Role.EXTERNAL_SELLER


def test_the_database_itself_refuses_an_unknown_code(database_url: str) -> None:
    with opened(database_url) as engine:
        _user(engine)
        with engine.begin() as connection, pytest.raises(IntegrityError, match="ck_users_role"):
            connection.execute(text("UPDATE users SET role = 'emperor'"))


def _user(engine: Engine) -> None:
    with Session(engine) as session:
        session.add(User(login="ana", name="Ana", role=Role.OPERATOR))
        session.commit()
