"""``field`` and ``sync`` with wrong words, or words in the wrong place: one sentence each."""

from pathlib import Path

import pytest

from cockpit.app.cli import main
from cockpit.app.field.setup import set_up
from cockpit.app.options import Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from tests.integration.field.conftest import Office

WRONG = {
    "sync foo": "use log, waiting, conflicts",
    "sync --mine 1": "sync conflicts --mine 1",
    "sync log --theirs 1": "sync conflicts --mine 1",
    "sync conflicts --mine 1 --theirs 1": "não os dois",
    "sync conflicts --mine 0": "“0” não é uma quantidade",
    "sync conflicts --mine 1": "Não há diferença de número 1",
    "field pack take --many 0": "“0” não é uma quantidade",
    "field pack take --days 0": "“0” não é uma quantidade",
    "field setup --lives-days 0": "“0” não é uma quantidade",
    "field deliver {home}/nada.json": "Não há documento em",
    "field deliver {home}": "não é um documento",
    "field rescue {home}": "já existe",
    "field rescue --from {home}/nada.db x.json": "Não há arquivo de campo",
}


@pytest.mark.parametrize("words", WRONG)
def test_what_is_wrong_is_one_sentence_and_nothing_is_sent(  # noqa: PLR0917 - fixtures
    words: str, office: Office, paths: Paths, options: Options,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:  # fmt: skip
    set_up(options, paths, str, lambda _key: None)
    monkeypatch.setenv(HOME_VARIABLE, str(paths.home))
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert main(words.format(home=paths.home).split()) == 2
    said = capsys.readouterr()
    assert not said.out
    assert WRONG[words] in said.err
    assert said.err.count("\n") == 1
    assert not office.sent


@pytest.mark.parametrize(
    "words",
    ["sync", "sync log", "field status", "field recover", "field forget --yes", "field pack"],
)
def test_before_it_is_set_up_each_says_so(
    words: str, paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(paths.home))
    assert main(words.split()) == 2
    assert "field setup" in capsys.readouterr().err
