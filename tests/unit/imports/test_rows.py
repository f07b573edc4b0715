import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from cockpit.imports.rows import Row, Trouble, split_rows


def rows(text: str, width: int | None = None, delimiter: str = ";") -> list[Row]:
    return list(split_rows(iter(io.StringIO(text, newline="")), delimiter, width))


def test_a_quoted_cell_may_hold_the_delimiter_quotes_and_line_breaks() -> None:
    found = rows('1;"a;b";"say ""x"""\r\n2;"two\r\nlines";c\r\n3;d;e\r\n', 3)
    assert [(one.line, one.cells) for one in found] == [
        (1, ["1", "a;b", 'say "x"']),
        (2, ["2", "two\r\nlines", "c"]),
        (4, ["3", "d", "e"]),
    ]


def test_an_inch_sign_is_an_ordinary_character() -> None:
    assert rows('1;Tubo 3/4" aço;x\n2;y;z\n', 3)[0].cells == ["1", 'Tubo 3/4" aço', "x"]


def test_a_quote_that_never_closes_spoils_its_own_line_only() -> None:
    found = rows('1;"Agro;x\n' + "".join(f"{n};y;z\n" for n in range(2, 300)), 3)
    assert (found[0].cells, found[0].trouble) == (["1", '"Agro', "x"], Trouble.STRAY_QUOTE)
    assert [one.line for one in found] == list(range(1, 300))


def test_a_stray_quote_does_not_join_with_an_inch_sign_further_down() -> None:
    found = rows('1;"Agro;x\n2;y;z\n3;Tubo 3/4";10\n', 3)
    assert [one.cells[0] for one in found] == ["1", "2", "3"]


def test_a_file_that_ends_within_a_line_says_so() -> None:
    assert [one.is_cut for one in rows("1;2\n3;4")] == [False, True]


def test_old_macintosh_line_ends_part_lines() -> None:
    assert [one.cells for one in rows("a;b\rc;d\r")] == [["a", "b"], ["c", "d"]]


# A cell with line breaks and delimiters may look like whole rows; it is then read line by line.
cell = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters=excluded), max_size=12)
    for excluded in ("\0\r\n", "\0;,\t|")
)


@given(st.lists(st.lists(cell, min_size=3, max_size=3), max_size=20), st.sampled_from(";,\t|"))
def test_what_a_csv_writer_wrote_is_read_back(table: list[list[str]], delimiter: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    assert [one.cells for one in rows(stream.getvalue(), 3, delimiter)] == table


@given(st.text(st.sampled_from('a";\r\n'), max_size=60), st.sampled_from([None, 1, 2, 3]))
def test_no_line_is_lost_or_read_twice(text: str, width: int | None) -> None:
    lines = list(io.StringIO(text, newline=""))
    found = rows(text, width)
    starts = [one.line for one in found] + [len(lines) + 1]
    assert starts[0] == 1
    assert starts == sorted(set(starts))
    for one, end in zip(found, starts[1:], strict=True):
        if end - one.line > 1:
            assert any("\n" in cell or "\r" in cell for cell in one.cells)
