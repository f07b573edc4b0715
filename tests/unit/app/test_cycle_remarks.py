"""What ``cycle`` says of order files beside the figures, in both languages."""

import io
import os
import sys
from pathlib import Path

import pytest

import resources
from cockpit.app import arguments
from cockpit.app.commands import cycle
from cockpit.app.commands.cycle_policies import changed
from cockpit.app.paths import Paths
from cockpit.domain.cycle_policy import CyclePolicy
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language

PURCHASE = "A,2024-03-01,10\n"


class Program:
    """Runs ``cycle`` in this process on an order file."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[str]) -> None:
        self.path = folder / "orders.csv"
        self._captured = captured

    def __call__(self, lines: str, *words: str) -> tuple[str, str]:
        """Return what it wrote to the output and to the error stream."""
        self.path.write_text("customer,date,value\n" + lines, encoding="utf-8")
        asked = ["cycle", *(words or ["score"]), "--orders", str(self.path)]
        assert cycle.run(arguments.parse([*asked]), Paths.of_user()) == 0
        written = self._captured.readouterr()
        return written.out, written.err

    def refuses(self, lines: str, *words: str, language: Language = Language.ENGLISH) -> str:
        """Return the sentence by which it refuses."""
        with pytest.raises(BadInputError) as refused:
            self(lines, *words)
        return resources.text(refused.value.message, language)


@pytest.fixture
def program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(tmp_path, capsys)


def test_documents_of_days_that_stand_for_no_date_are_counted(program: Program) -> None:
    old = "A,1970-01-01,5\nB,1979-12-31,5\n"
    output, remarks = program(PURCHASE + "A,1980-01-01,5\n" + old, "score", "--language", "en")
    assert remarks.splitlines()[0] == "2 documents dated before 01/01/1980 were not believed."
    assert output.splitlines()[1].startswith('"A",2,')
    _, remarks = program(PURCHASE + "A,1900-01-01,5\n")
    assert remarks.startswith("1 documento com data antes de 01/01/1980 não foi considerado.")


@pytest.mark.parametrize(
    "lines",
    ["A,2024-03-01,0\n", "A,2024-03-01,-5\nB,2024-03-02,0\n", "A,0001-01-01,5\n",
     "A,2024-03-01,5\nA,2024-03-02,-5\n"],
)  # fmt: skip
@pytest.mark.parametrize("words", [("score",), ("score", "--as-of", "2024-05-01"), ("fit",)])
def test_a_file_without_a_purchase_is_not_sent_to_another_day(
    program: Program, lines: str, words: tuple[str, ...]
) -> None:
    sentence = program.refuses(lines, *words)
    assert "holds no purchase" in sentence
    assert "--as-of" not in sentence


def test_a_day_before_all_purchases_is(program: Program) -> None:
    assert "--as-of" in program.refuses(PURCHASE, "score", "--as-of", "2023-05-01")


def test_the_only_order_is_spoken_of_as_one(program: Program) -> None:
    assert "The only order" in program.refuses("A,2024-03-99,1\n")
    sentence = program.refuses("A,2024-03-99,1\n", language=Language.PORTUGUESE)
    assert "linha 2" in sentence


def test_a_named_model_tells_what_it_left_out(program: Program) -> None:
    lines = "".join(f"C{n},2024-0{1 + n % 3}-0{m},5\n" for n in range(30) for m in range(1, n % 7))
    _, remarks = program(lines + "A,never,5\n", "fit", "--model", "bg_nbd", "--language", "en")
    assert remarks.startswith("1 line could not be read")


@pytest.mark.parametrize(
    ("language", "written", "histogram"),
    [
        ("en", "1 customer written",
         "· 1 customer · 1 completed interval, 1 silence that still lasts"),
        ("pt_BR", "1 cliente gravado",
         "· 1 cliente · 1 intervalo completo, 1 silêncio em aberto"),
    ],
)  # fmt: skip
def test_one_is_no_plural(
    program: Program, tmp_path: Path, language: str, written: str, histogram: str
) -> None:
    lines = PURCHASE + "A,2024-03-09,10\n"
    target = str(tmp_path / "scores.csv")
    assert written in program(lines, "score", "--output", target, "--language", language)[1]
    who = " ".join(written.split()[:2])
    assert f"· {who} ·" in program(lines, "fit", "--language", language)[0]
    assert histogram in program(lines, "histogram", "--language", language)[0]


def test_a_number_out_of_range_is_named_in_words_with_bounds_as_they_are_typed() -> None:
    for changes, english, portuguese in (
        (("false_alarm_budget", 0.0), "share of false alarms must lie between 1% and 60%",
         "a parte aceita de alarmes falsos precisa ficar entre 1% e 60%"),
        (("lost_days", 10), "in days, must lie between 90 and 3,650", "entre 90 e 3.650"),
        (("recovered_cycles", 99.0), "between 0 and 12:", "entre 0 e 12:"),
    ):  # fmt: skip
        with pytest.raises(BadInputError) as refused:
            changed(CyclePolicy(), [changes])
        assert english in resources.text(refused.value.message, Language.ENGLISH)
        assert portuguese in resources.text(refused.value.message, Language.PORTUGUESE)


@pytest.mark.parametrize(
    "field",
    ["false_alarm_budget", "inactive_return_share", "inactive_horizon_days",
     "inactive_horizon_cycles", "lost_days", "recovered_cycles", "fixed_at_risk_days",
     "fixed_inactive_days"],
)  # fmt: skip
@pytest.mark.parametrize("language", list(Language))
def test_every_number_of_a_rule_has_words(field: str, language: Language) -> None:
    with pytest.raises(BadInputError) as refused:
        changed(CyclePolicy(), [(field, -1)])
    assert field not in resources.text(refused.value.message, language)


@pytest.mark.parametrize("name", ["scores.xlsx", "scores.csv.gz", "scores.ods"])
def test_the_suffix_of_another_program_is_refused_unless_a_format_is_named(
    program: Program, tmp_path: Path, name: str
) -> None:
    words = ("score", "--output", str(tmp_path / name))
    assert "--format" in program.refuses(PURCHASE, *words)
    assert not (tmp_path / name).exists()
    program(PURCHASE, *words, "--format", "csv")
    assert (tmp_path / name).read_bytes().startswith(b"customer,")


@pytest.mark.parametrize("option", ["--output", "--orders"])
def test_an_empty_name_is_no_file(option: str) -> None:
    with pytest.raises(BadInputError) as refused:
        arguments.parse(["cycle", "score", option, ""])
    assert option in resources.text(refused.value.message, Language.ENGLISH)


@pytest.mark.parametrize("action", ["score", "backtest", "histogram"])
def test_a_closed_output_is_refused_unless_a_file_is_named(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        monkeypatch.setattr(sys, "stdout", nowhere)
        with pytest.raises(BadInputError) as refused:
            program(PURCHASE, action)
        assert refused.value.message.key == "error.output_not_written"
        program(PURCHASE, "score", "--output", str(tmp_path / "scores.csv"))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO()))
    program(PURCHASE, action)
