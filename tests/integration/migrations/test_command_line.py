"""A developer's plain `alembic` works on a database named by -x or by the environment."""

from argparse import Namespace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect

from tests.support.migrated import MIGRATIONS, opened


def config(*arguments: str) -> Config:
    made = Config(cmd_opts=Namespace(x=list(arguments)))
    made.set_main_option("script_location", str(MIGRATIONS))
    made.set_main_option("path_separator", "newline")
    return made


def test_the_database_is_named_by_an_argument(empty_database_url: str) -> None:
    command.upgrade(config(f"url={empty_database_url}"), "0001")
    assert "users" in tables(empty_database_url)


def test_the_database_is_named_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'named.db'}"
    monkeypatch.setenv("GIRO_DATABASE_URL", url)
    command.upgrade(config(), "0001")
    assert "users" in tables(url)


def test_without_a_name_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIRO_DATABASE_URL", raising=False)
    with pytest.raises(SystemExit, match="Name a database"):
        command.upgrade(config(), "head")


def tables(url: str) -> list[str]:
    with opened(url) as engine:
        return inspect(engine).get_table_names()
