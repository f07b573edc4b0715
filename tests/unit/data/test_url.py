"""What stands behind ``--database``."""

from pathlib import Path

import pytest

from cockpit.data.url import PostgresqlServer, SqliteFile, parse_address
from cockpit.domain.errors import BadInputError


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/dados/giro.db", "/dados/giro.db"),
        ("sqlite:////dados/giro.db", "/dados/giro.db"),
        ("sqlite:///giro.db", str(Path("giro.db").absolute())),
        ("giro.db", str(Path("giro.db").absolute())),
        ("~/giro.db", str(Path("~/giro.db").expanduser())),
        ("  pasta com espaço/é.db ", str(Path("pasta com espaço/é.db").absolute())),
    ],
)
def test_a_path_is_an_embedded_file(text: str, path: str) -> None:
    assert parse_address(text) == SqliteFile(Path(path))


def test_a_drive_letter_is_no_scheme() -> None:
    address = parse_address(r"C:\dados\giro.db")
    assert isinstance(address, SqliteFile)
    assert address.path.name.endswith("giro.db")


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_a_servers_address_is_shown_without_the_password(scheme: str) -> None:
    address = parse_address(
        f"{scheme}://ana:s3gr3d0@servidor:5433/giro?password=outr0&sslmode=require"
    )
    assert isinstance(address, PostgresqlServer)
    assert address.url.drivername == "postgresql+psycopg"
    assert str(address) == "postgresql://ana@servidor:5433/giro"
    assert "s3gr3d0" not in repr(address)
    assert "outr0" not in repr(address)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://ana@a:5432,b:5433/giro", "postgresql://ana@a:5432,b:5433/giro"),
        ("postgresql://ana@/giro?host=/run/pg&port=5433", "postgresql://ana@/run/pg:5433/giro"),
        ("postgresql://ana@a/giro?host=b", "postgresql://ana@b/giro"),
    ],
)
def test_two_servers_never_share_a_name_under_which_passwords_are_kept(
    text: str, shown: str
) -> None:
    assert str(parse_address(text)) == shown


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "error.database_url_unknown"),
        (":memory:", "error.database_url_unknown"),
        ("sqlite://", "error.database_url_unknown"),
        ("sqlite://servidor/giro.db", "error.database_url_unknown"),
        ("mysql://ana:s3gr3d0@servidor/giro", "error.database_url_unknown"),
        ("postgres://ana:s3gr3d0@servidor/giro", "error.database_url_unknown"),
        ("postgresql://ana:s3gr3d0@servidor", "error.database_url_broken"),
        ("postgresql://ana:s3gr3d0@servidor:porta/giro", "error.database_url_broken"),
        ("postgresql:giro", "error.database_url_broken"),
        ("postgresql://ana:s3gr3d0@servidor/giro?port=porta", "error.database_url_broken"),
        ("postgresql://ana:s3gr3d0@servidor/giro?cor=azul", "error.database_url_broken"),
        ("postgresql://ana:s3gr3d0@servidor/giro?connect_timeout=x", "error.database_url_broken"),
        ("postgresql://ana:s3gr3d0@servidor/giro?plugin=os", "error.database_url_broken"),
        (f"postgresql://ana:s3gr3d0@{'x' * 70}/giro", "error.database_url_broken"),
        ("postgresql://ana:s3gr3d0\udcff@servidor/giro", "error.database_url_broken"),
        ("~ninguem-com-este-nome/giro.db", "error.database_url_unknown"),
    ],
)
def test_anything_else_is_refused_without_repeating_it(text: str, key: str) -> None:
    with pytest.raises(BadInputError) as caught:
        parse_address(text)
    assert caught.value.message.key == key
    assert "s3gr3d0" not in f"{caught.value!r} {caught.value.message} {caught.value.__cause__}"
