import tomllib

import pytest

import resources
from cockpit.app.import_report import SHOWN_PROBLEMS, report_lines
from cockpit.domain.formats import Language
from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_results import ImportCounts, ImportSummary
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, RowVerdict


def summary(problem_count: int, rejected: int) -> ImportSummary:
    reasons = (
        Message.of("imports.order_repeated"),
        Message.of("imports.state_unknown", value="XX"),
    )
    problems = [
        RowProblem(n + 2, RowVerdict.REJECTED if n < rejected else RowVerdict.FLAGGED, reasons)
        for n in range(problem_count)
    ]
    counts = ImportCounts(new=1_300, flagged=problem_count - rejected, rejected=rejected)
    return ImportSummary("clientes.csv", ImportKind.CUSTOMERS, counts, problems)


def test_the_counts_come_first_then_a_line_per_problem() -> None:
    lines = report_lines(summary(2, rejected=1), Language.PORTUGUESE)
    assert lines[0] == (
        "clientes.csv (clientes): linhas 1.302; novas 1.300, alteradas 0, sem mudança 0, "
        "com aviso 1, recusadas 1."
    )
    assert lines[1].startswith("linha 2, recusada: ")
    assert lines[2].startswith("linha 3, aviso: ")
    assert lines[2].endswith("; UF “XX” não existe; ficou em branco")
    assert len(lines) == 3


def test_in_english_nothing_of_the_counts_is_portuguese() -> None:
    first = report_lines(summary(0, rejected=0), Language.ENGLISH)[0]
    assert first.startswith("clientes.csv: 1,300 lines of customers: 1,300 new")


def test_what_does_not_fit_is_counted() -> None:
    lines = report_lines(summary(SHOWN_PROBLEMS + 1_234, rejected=0), Language.PORTUGUESE)
    assert len(lines) == 1 + SHOWN_PROBLEMS + 1
    assert lines[-1] == "… e mais 1.234"


@pytest.mark.parametrize("language", Language)
def test_every_reason_that_the_importer_gives_has_a_sentence(language: Language) -> None:
    root = resources.path("..", "cockpit")
    parts = [*root.joinpath("imports").rglob("*.py"), *root.joinpath("app").rglob("import_*.py")]
    parts += root.joinpath("data", "imports").glob("*.py")
    sources = "".join(path.read_text(encoding="utf-8") for path in parts)
    path = resources.path("messages", language, "imports.toml")
    for name in set(tomllib.loads(path.read_text(encoding="utf-8"))) - set(ImportKind):
        first, _, rest = name.partition("_")
        # Some names are made of a fixed part and one that the case decides.
        made = (f'"imports.{first}_{{', f'}}_{rest}"')
        used = (f'"{name}"', f'"imports.{name}"', *made)
        assert any(one in sources for one in used), name
