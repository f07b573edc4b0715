"""The command line is understood, or answered in one sentence of the user's language."""

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from cockpit.app import arguments
from cockpit.app.arguments.cycle import ACTIONS, POLICY_ACTIONS
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import LifecycleStatus


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIRO_DATABASE_URL", "GIRO_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


def sentence(words: list[str], language: Language = Language.PORTUGUESE) -> str:
    with pytest.raises(BadInputError) as caught:
        arguments.parse(words)
    return resources.text(caught.value.message, language)


def test_no_argument_opens_the_cockpit_in_portuguese() -> None:
    options = arguments.parse([])
    assert (options.command, options.language, options.database) == ("", Language.PORTUGUESE, None)


@pytest.mark.parametrize(
    "words",
    [
        ["worklist", "--as-of", "2022-03-22", "--demo"],
        ["--as-of", "2022-03-22", "--demo", "worklist"],
        ["--demo", "worklist", "--as-of=2022-03-22"],
    ],
)
def test_common_options_stand_before_or_after_the_command(words: list[str]) -> None:
    options = arguments.parse(words)
    assert (options.command, options.as_of, options.is_demo) == (
        "worklist",
        date(2022, 3, 22),
        True,
    )


@pytest.mark.parametrize("language", Language)
def test_a_refused_status_names_each_one_in_the_users_words(language: Language) -> None:
    with pytest.raises(BadInputError) as refused:
        arguments.parse(["worklist", "--status", "vivo"])
    words = resources.text(refused.value.message, language).rstrip(".").partition(": use ")[2]
    assert set(arguments.parse(["worklist", "--status", words.replace(" ", "")]).statuses) == set(
        LifecycleStatus
    )


def test_statuses_are_understood_in_both_languages() -> None:
    options = arguments.parse(["worklist", "--status", "at_risk,inativo"])
    assert options.statuses == (LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE)


@pytest.mark.parametrize("written", ["Em risco", "em-risco", "em_risco", "at risk", "Pré-inativo"])
def test_a_status_may_be_written_as_the_list_shows_it(written: str) -> None:
    assert arguments.parse(["worklist", "--status", written]).statuses == (LifecycleStatus.AT_RISK,)


def test_the_environment_names_the_database_unless_the_option_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GIRO_DATABASE_URL", "from-environment.db")
    assert arguments.parse([]).database == "from-environment.db"
    assert arguments.parse(["--database", "given.db"]).database == "given.db"
    assert arguments.parse(["--demo"]).database is None


def test_files_to_import_keep_their_order() -> None:
    options = arguments.parse(["import", "b.csv", "a.csv"])
    assert list(options.files) == [Path("b.csv"), Path("a.csv")]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--bogus"], "“--bogus” não existe"),
        (["bogus"], "“bogus” não existe"),
        (["--data", "x.db"], "“--data” não existe"),
        (["--database"], "--database"),
        (["worklist", "--as-of", "22/03/2022"], "AAAA-MM-DD"),
        (["worklist", "--limit", "-3"], "“-3”"),
        (["worklist", "--limit", "many"], "“many” não é uma quantidade"),
        (["worklist", "--format", "xml"], "table, csv, json"),
        (["worklist", "--status", "vivo"], "“vivo”"),
        (["import"], "Falta um argumento"),
        (["screenshot", "cockpit"], "Falta um argumento"),
        (["screenshot", "kitchen", "a.png"], "“kitchen”"),
        (["screenshot", "cockpit", "a.png", "--size", "big"], "“big” não é um tamanho"),
        (["--language", "fr"], "pt_BR, en"),
        (["--demo", "--database", "x.db"], "Escolha um dos dois"),
        (["cycle"], "Falta um argumento em “python main.py cycle”"),
        (["cycle", "policy"], "Falta um argumento em “python main.py cycle policy”"),
        (["cycle", "guess"], "score, fit, refresh, backtest, histogram, simulate, policy"),
        (["cycle", "policy", "guess"], "use list, publish"),
        (["cycle", "score", "--orders"], "--orders"),
        (["cycle", "score", "--format", "table"], "csv, json, parquet"),
        (["cycle", "fit", "--model", "lstm"], "pareto_nbd"),
        (["cycle", "simulate", "--budget", "muito"], "“muito” não é uma parte do todo"),
        (["cycle", "simulate", "--budget", "120%"], "“120%”"),
        (["cycle", "simulate", "--recovered-cycles", "x"], "“x” não é um número"),
        (["cycle", "simulate", "--lost-days", "2,5"], "“2,5” não é uma quantidade"),
    ],
)
def test_what_cannot_be_used_gets_one_sentence(words: list[str], part: str) -> None:
    answer = sentence(words)
    assert part in answer
    assert "\n" not in answer


def test_an_order_file_takes_the_place_of_the_database() -> None:
    options = arguments.parse(["cycle", "score", "--orders", "p.csv", "--as-of", "2024-01-31"])
    assert (options.command, options.cycle.action) == ("cycle", "score")
    assert (options.cycle.orders, options.as_of) == (Path("p.csv"), date(2024, 1, 31))


def test_what_a_policy_is_to_have_differently_is_kept_in_order() -> None:
    options = arguments.parse(
        ["cycle", "policy", "publish", "--budget", "15%", "--recovered-cycles", "2,5",
         "--at-risk-days=45", "--rule", "fixed_days", "--note", "combinado"]
    )  # fmt: skip
    assert options.cycle.changes == (
        ("false_alarm_budget", 0.15),
        ("recovered_cycles", 2.5),
        ("fixed_at_risk_days", 45),
        ("kind", "fixed_days"),
    )
    assert (options.cycle.policy_action, options.cycle.note) == ("publish", "combinado")


CYCLE = [f"cycle {action}" for action in ACTIONS] + [
    f"cycle policy {action}" for action in POLICY_ACTIONS
]


@pytest.mark.parametrize("command", ["", *arguments.COMMANDS, *CYCLE])
@pytest.mark.parametrize(("language", "usage"), [("pt_BR", "uso: "), ("en", "usage: ")])
def test_help_speaks_one_language_only(
    command: str, language: str, usage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        arguments.parse([*command.split(), "--language", language, "--help"])
    printed = capsys.readouterr().out
    assert stopped.value.code == 0
    assert printed.startswith(usage)
    assert ("positional arguments" in printed, "show this help message" in printed) == (
        False,
        False,
    )


@given(st.lists(st.text(max_size=12), max_size=5))
def test_any_words_are_understood_or_refused_but_never_crash(words: list[str]) -> None:
    with contextlib.suppress(BadInputError, SystemExit):
        arguments.parse(words)
