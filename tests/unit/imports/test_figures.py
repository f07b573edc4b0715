import pytest

from cockpit.domain.import_sources import Container
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.figures import decimal_mark_of
from cockpit.imports.headers import Join, Layout
from cockpit.imports.rows import Row

LAYOUT = Layout(ImportKind.ORDERS, ("numero", "valor"), {"numero": (0,), "valor": (1,)})


def mark(*texts: str, container: Container = Container.CSV) -> str:
    rows = [Row(line, ["1.5", text]) for line, text in enumerate(texts, start=2)]
    return decimal_mark_of(LAYOUT, rows, container)


def test_only_columns_of_amounts_tell_the_decimal_mark() -> None:
    assert mark("7,25") == ","
    assert mark("7.25") == "."
    assert mark("725") == ""


@pytest.mark.parametrize("container", [Container.XLSX, Container.XLS, Container.ODS])
def test_the_numbers_of_a_spreadsheet_say_nothing_of_amounts_written_as_text(
    container: Container,
) -> None:
    assert mark("7.25", "1.234", container=container) == ""
    assert mark("7.25", "1.234,50", container=container) == ","


def test_a_joined_column_has_no_amounts_of_its_own() -> None:
    layout = Layout(ImportKind.ORDERS, ("a", "b"), {"numero": (2,)}, (Join((0, 1), "-"),))
    assert decimal_mark_of(layout, [Row(2, ["1.5", "2,5"])], Container.CSV) == ""
