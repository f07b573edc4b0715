"""Commands of an administrator on a database that nobody prepared."""

from pathlib import Path

import pytest

import resources
from cockpit.domain.formats import Language
from tests.support.program import run_here


@pytest.mark.parametrize(
    "command",
    [
        ["invite", "ana", "--name", "Ana", "--role", "operator"],
        ["revoke", "ana"],
        ["standby", "off"],
        ["doorbell", "on"],
        ["doctor"],
        ["upgrade"],
        ["keep", "--once"],
    ],
    ids=lambda words: words[0],
)
def test_each_says_that_nobody_prepared_it(
    command: list[str], postgres_empty_url: str, tmp_path: Path
) -> None:
    done = run_here("server", *command, home=tmp_path, GIRO_DATABASE_URL=postgres_empty_url)
    said = resources.text("error.server_not_prepared", Language.PORTUGUESE)
    assert (done.returncode, said in done.stderr) == (2, True)
