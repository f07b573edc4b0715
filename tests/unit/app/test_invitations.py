"""The line that carries an invitation, and which servers have to prove who they are."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.app.invitations import Invitation, new_code, new_password
from cockpit.data.server_tls import is_local, verified
from cockpit.data.url import PostgresqlServer, parse_address, parse_place
from cockpit.domain.errors import BadInputError

hosts = st.from_regex(r"[a-z][a-z0-9]{0,15}(\.[a-z][a-z0-9]{0,9}){0,2}", fullmatch=True)
names = st.from_regex(r"[a-z][a-z0-9._-]{0,20}", fullmatch=True)


def server(text: str) -> PostgresqlServer:
    address = parse_address(text)
    assert isinstance(address, PostgresqlServer)
    return address


@given(
    login=names, host=hosts, database=names, is_insecure=st.booleans(),
    breaks=st.lists(st.integers(0, 400)), before=st.sampled_from(["", "Olá,\n", "> "]),
)  # fmt: skip
def test_an_invitation_survives_a_letter_that_breaks_its_line(
    login: str, host: str, database: str, *, is_insecure: bool, breaks: list[int], before: str
) -> None:
    code = new_code()
    sent = Invitation(server(f"postgresql://{login}@{host}/{database}"), code, is_insecure)
    line = sent.to_line()
    for at in breaks:
        line = f"{line[:at]}\n  {line[at:]}"
    assert Invitation.from_line(before + line + "\n") == sent


@given(st.text())
def test_what_is_no_invitation_is_told(text: str) -> None:
    for line in (text, f"giro-convite:{text}"):
        with pytest.raises(BadInputError) as refused:
            Invitation.from_line(line)
        assert refused.value.message.key == "error.server_bad_invitation"


def test_a_code_shows_in_no_representation() -> None:
    invitation = Invitation(server("postgresql://ana@srv/giro"), "CODE")
    assert "CODE" not in repr(invitation)
    address = invitation.server.with_password("segredo")
    assert "segredo" not in f"{address} {address!r} {address.url} {address.url!r}"


def test_codes_and_passwords_differ_each_time() -> None:
    assert len({new_code() for _ in range(100)} | {new_password() for _ in range(100)}) == 200


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ana@/giro",
        "postgresql://ana@localhost/giro",
        "postgresql://ana@127.0.0.1:5433/giro",
        "postgresql://ana@[::1]/giro",
        "postgresql://ana@/giro?host=/var/run/postgresql",
        "postgresql://ana@/giro?host=localhost:5433",
    ],
)
def test_a_server_on_this_computer_proves_nothing(url: str) -> None:
    written = server(url).url
    assert is_local(written, environment={})
    assert verified(written, environment={}) == written


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ana@srv/giro",
        "postgresql://ana@10.0.0.5/giro",
        "postgresql://ana@localhost.example.org/giro",
        "postgresql://ana@127.0.0.1.example.org/giro",
        "postgresql://ana@/giro?host=localhost&host=srv",
        "postgresql://ana@/giro?host=localhost,srv",
        "postgresql://ana@localhost/giro?hostaddr=10.0.0.5",
        "postgresql://ana@localhost:5432,srv:5432/giro",
        "postgresql://ana@/giro?service=firma",
    ],
)
def test_any_other_server_proves_who_it_is(url: str) -> None:
    asked = verified(server(url).url, environment={}).query
    assert asked["sslmode"] == "verify-full"
    assert asked["sslrootcert"]


def test_the_environment_of_the_driver_counts() -> None:
    url = server("postgresql://ana@/giro").url
    assert verified(url, environment={"PGHOST": "srv"}).query["sslmode"] == "verify-full"
    assert "sslmode" not in verified(url, environment={"PGHOST": "/tmp"}).query
    away = server("postgresql://ana@srv/giro").url
    for mode in ("disable", "allow", "prefer", "require"):
        with pytest.raises(BadInputError):
            verified(away, environment={"PGSSLMODE": mode})


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "VERIFY-FULL", "x"])
def test_less_than_a_verified_server_is_taken_only_when_said(mode: str) -> None:
    url = server(f"postgresql://ana@srv/giro?sslmode={mode}").url
    with pytest.raises(BadInputError) as refused:
        verified(url, environment={})
    assert refused.value.message.key == "error.server_not_verified"
    assert verified(url, is_insecure=True, environment={}) == url


def test_an_own_authority_stays() -> None:
    url = server("postgresql://ana@srv/giro?sslrootcert=/etc/firma.pem").url
    asked = verified(url, environment={}).query
    assert asked == {"sslrootcert": "/etc/firma.pem", "sslmode": "verify-full"}
    assert (
        "sslrootcert"
        not in verified(
            server("postgresql://ana@srv/giro").url, environment={"PGSSLROOTCERT": "/x"}
        ).query
    )


@pytest.mark.parametrize(
    "document",
    [
        {"server": "postgresql://ana@srv/giro?passfile=/etc/passwd", "code": "c"},
        {"server": "postgresql://ana@srv/giro?service=other", "code": "c"},
        {"server": "postgresql://ana@srv/giro?password=x", "code": "c"},
        {"server": "postgresql://ana@srv/giro?require_auth=password", "code": "c"},
        {"server": "postgresql://ana@srv/giro?sslkey=/home/x", "code": "c"},
        {"server": "postgresql://a%00na@srv/giro", "code": "c"},
        {"server": "postgresql://ana@srv/giro", "code": "c\0"},
        {"server": ["postgresql://ana@srv/giro"], "code": {}},
        [1],
    ],
)
def test_an_invitation_chooses_no_files_and_no_other_server(document: object) -> None:
    packed = base64.urlsafe_b64encode(json.dumps(document).encode()).decode()
    with pytest.raises(BadInputError):
        Invitation.from_line(f"giro-convite:{packed}")


@pytest.mark.parametrize("depth", [800, 200_000])
def test_what_is_nested_without_end_is_no_invitation(depth: int) -> None:
    packed = base64.urlsafe_b64encode(b"[" * depth).decode()
    with pytest.raises(BadInputError):
        Invitation.from_line(f"giro-convite:{packed}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("srv", ("srv", None)),
        ("db.example.com:5433", ("db.example.com", 5433)),
        ("[fd00::1]:5433", ("fd00::1", 5433)),
        ("[FD00:0::1]", ("fd00::1", None)),
        ("fd00::1", ("fd00::1", None)),
    ],
)
def test_a_place_is_read(text: str, place: tuple[str, int | None]) -> None:
    assert parse_place(text) == place


@pytest.mark.parametrize(
    "text",
    ["", ":1", "srv:0", "srv:99999", "srv:x", "a:1:2", "a b", "a@b", "a/b?sslmode=disable",
     "[::1", "[1:2]:3", "a,b", "srv:\u0663"],
)  # fmt: skip
def test_what_is_no_place_is_told(text: str) -> None:
    with pytest.raises(BadInputError):
        parse_place(text)
