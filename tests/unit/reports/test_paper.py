"""A report on paper is read again by another library, and rendered by a third."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message
from cockpit.domain.reports import CellKind, ChartKind, KeyFigure, ReportDocument, ReportTable
from cockpit.reports.pdf_page import load_fonts, shown, width_of, wrapped
from cockpit.reports.pdf_report import PdfReport
from tests.support.report_documents import COLUMNS, LONG, MADE_AT, chart, document, table

PORTUGUESE = Language.PORTUGUESE


def written(
    tmp_path: Path, what: ReportDocument, language: Language = PORTUGUESE
) -> pypdf.PdfReader:
    path = tmp_path / "report.pdf"
    PdfReport().write_report(path, what, language)
    return pypdf.PdfReader(path)


def text_of(reader: pypdf.PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def test_the_page_says_whose_figures_these_are_of_which_days_and_who_made_them(
    tmp_path: Path,
) -> None:
    text = text_of(written(tmp_path, document()))
    for words in (
        "Indústria São José", "Clientes reativados", "Período: 01/03/2026 a 31/03/2026",
        "Comparado com 01/02/2026 a 28/02/2026", "Região: Agreste, Sem região",
        "Pelo que se sabia em 01/04/2026", "Gerado em 01/04/2026 09:30 por Marina Açaí",
        "Página 1 de 1", "R$ 123.456,78", "antes: 10 (+20,0%)",
    ):  # fmt: skip
        assert words in text, words


def test_every_row_and_the_total_are_there_with_accents_and_money(tmp_path: Path) -> None:
    text = " ".join(text_of(written(tmp_path, document(table(4)))).split())
    for words in ("Açúcar & Cia <ME>", "Acatama Brinquedos", '=HYPERLINK("http://evil.example"',
                  "04/03/2026", "R$ 1.000,53", "75,0%", "Total", "R$ 4.002,06"):  # fmt: skip
        assert words in text, words


def test_a_long_name_takes_several_lines_and_loses_nothing(tmp_path: Path) -> None:
    assert LONG in " ".join(text_of(written(tmp_path, document(table(2)))).split())


def test_heads_are_repeated_on_each_page_and_pages_are_counted(tmp_path: Path) -> None:
    reader = written(tmp_path, document(table(200)))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 3
    rows = [page for page in pages if re.search(r"Acatama Brinquedos", page)]
    assert all("Valor líquido" in page and "Cliente" in page for page in rows)
    for number, page in enumerate(pages, start=1):
        assert f"Página {number} de {len(pages)}" in page


def test_two_thousand_lines_are_all_there(tmp_path: Path) -> None:
    text = text_of(written(tmp_path, document(table(2000))))
    cents = {match.replace(".", "") for match in re.findall(r"R\$ (1\.0\d\d,\d\d)", text)}
    assert {f"{(100_050 + one) // 100},{(100_050 + one) % 100:02d}" for one in range(2000)} <= cents


def test_definitions_stand_at_the_end(tmp_path: Path) -> None:
    text = " ".join(text_of(written(tmp_path, document(table(3)))).split())
    assert "Definições" in text
    assert "Cada volta conta uma vez" in text.split("Definições")[1]


def test_the_other_language_is_complete(tmp_path: Path) -> None:
    text = text_of(written(tmp_path, document(), Language.ENGLISH))
    assert "Reactivated customers" in text
    assert "Page 1 of 1" in text
    assert "R$ 123,456.78" in text
    assert "Período" not in text


def test_a_report_about_nothing_says_so(tmp_path: Path) -> None:
    nothing = document(ReportTable("reactivated", COLUMNS, []), figures=(), company="")
    text = text_of(written(tmp_path, nothing))
    assert "Nada no período." in text


def test_wide_tables_lie_on_the_long_side(tmp_path: Path) -> None:
    wide = ReportTable("bridge", COLUMNS + COLUMNS[2:], [])
    upright, lying = written(tmp_path, document()), written(tmp_path, document(wide))
    assert upright.pages[0].mediabox.height > upright.pages[0].mediabox.width
    assert lying.pages[0].mediabox.width > lying.pages[0].mediabox.height


@pytest.mark.parametrize("kind", ChartKind)
def test_charts_are_drawn_as_lines_with_their_names_and_values(
    tmp_path: Path, kind: ChartKind
) -> None:
    reader = written(tmp_path, document(chart=chart(kind)))
    text = reader.pages[0].extract_text()
    made = chart(kind)
    assert len(reader.pages[0].images) == 0
    for one in made.bars:
        if isinstance(one.label, str):
            assert one.label.split()[0] in text
    expected = {ChartKind.BRIDGE: ("120", "+12", "-30", "106"), ChartKind.INTERVAL: ("12,0%",)}
    for value in expected.get(kind, ("50", "41", "14")):
        assert value in text


def test_the_typeface_travels_along(tmp_path: Path) -> None:
    fonts = written(tmp_path, document()).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    described = [
        one.get_object()["/FontDescriptor"].get_object()
        for one in fonts.values()
        if "/FontDescriptor" in one.get_object()
    ]
    assert described
    assert all("/FontFile2" in one for one in described)


def test_what_the_typeface_lacks_is_marked_and_breaks_nothing(tmp_path: Path) -> None:
    strange = document(made_by="安娜 \x00\u202e Ana\nSouza")
    assert "Ana Souza" in text_of(written(tmp_path, strange))
    assert shown("a\n b\t\u200bc").startswith("a b")


def test_a_long_word_in_many_columns_takes_no_room_of_figures(tmp_path: Path) -> None:
    columns = (*COLUMNS[1:2] * 7, *COLUMNS[6:] * 4)
    row = (*(LONG,) * 7, *(123_456_789_012,) * 4)
    text = text_of(written(tmp_path, document(ReportTable("bridge", columns, [row]))))
    assert " ".join(text.split()).count("R$ 1.234.567.890,12") == 4


def test_words_wider_than_their_column_are_broken() -> None:
    load_fonts()
    lines = wrapped("x" * 300, "InterPaper", 8, 60)
    assert "".join(lines) == "x" * 300
    assert all(width_of(one, "InterPaper", 8) <= 60 for one in lines)


def test_a_word_of_many_pages_is_not_measured_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_fonts()
    measured = []

    def counted(text: str, font: str, size: float) -> float:
        measured.append(len(text))
        return width_of(text, font, size)

    monkeypatch.setattr("cockpit.reports.pdf_page.width_of", counted)
    long = "Ação" * 5_000
    assert "".join(wrapped(long, "InterPaper", 8, 60)) == long
    assert sum(measured) < 10 * len(long)


def test_the_same_report_is_the_same_file(tmp_path: Path) -> None:
    files = []
    for name in ("one.pdf", "two.pdf"):
        PdfReport().write_report(tmp_path / name, document(made_at=MADE_AT), PORTUGUESE)
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1]


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler-utils")
def test_another_program_paints_it(tmp_path: Path) -> None:
    written(tmp_path, document(table(60), chart=chart(ChartKind.PARETO)))
    source, target = str(tmp_path / "report.pdf"), str(tmp_path / "page")
    done = subprocess.run(
        ["pdftoppm", "-r", "40", "-gray", source, target], capture_output=True, check=True
    )
    assert done.stderr == b""
    page = min(tmp_path.glob("page-*.pgm")).read_bytes()
    dark = sum(1 for one in page[20:] if one < 128)
    assert dark / len(page) > 0.01  # there is something on it


def test_a_message_in_a_cell_is_said_in_the_language(tmp_path: Path) -> None:
    rows = [(Message.of("status.lost"), "x", None, 1, None, None, 5)]
    text = text_of(written(tmp_path, document(ReportTable("moves", COLUMNS, rows))))
    assert "Perdido" in text


def test_a_rate_changes_by_points_as_on_the_screen(tmp_path: Path) -> None:
    rates = (
        KeyFigure(Defined.REACH_RATE, CellKind.SHARE, 0.728, 0.774),
        KeyFigure(Defined.INACTIVITY_RATE, CellKind.SHARE, 0.15, 0.0),
    )
    text = text_of(written(tmp_path, replace(document(), figures=rates)))
    assert "antes: 77,4% (-4,6 p.p.)" in text
    assert "antes: 0,0% (+15,0 p.p.)" in text
    english = text_of(written(tmp_path, replace(document(), figures=rates), Language.ENGLISH))
    assert "(-4.6 p.p.)" in english
