import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.errors import BadInputError
from cockpit.imports.csv_file import inspect

TEXT = "código;razão social\r\n1;Três Corações – Pães “da Vovó”\r\n"


def write(folder: Path, content: bytes) -> Path:
    path = folder / "file.csv"
    path.write_bytes(content)
    return path


def error(path: Path) -> str:
    with pytest.raises(BadInputError) as caught:
        inspect(path)
    return caught.value.message.key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_usual_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    content = TEXT.encode(encoding)
    file = inspect(write(tmp_path, content))
    assert "".join(file.lines()) == TEXT
    assert file.sha256 == sha256(content).hexdigest()


def test_stray_bytes_in_a_utf_8_file_spoil_nothing_else(tmp_path: Path) -> None:
    content = TEXT.encode() + "2;São João\r\n".encode("cp1252")
    assert "".join(inspect(write(tmp_path, content)).lines()) == TEXT + "2;São João\r\n"


def test_a_file_cut_within_a_letter_is_still_read(tmp_path: Path) -> None:
    assert "".join(inspect(write(tmp_path, TEXT.encode() + b"2;Jos\xc3")).lines()).startswith(TEXT)
    with_one_accent = "1;José\r\n2;Jos".encode() + b"\xc3"
    assert "".join(inspect(write(tmp_path, with_one_accent)).lines()).startswith("1;José\r\n2;Jos")
    whole = TEXT.encode("utf-16")
    assert "".join(inspect(write(tmp_path, whole + b"\x32")).lines()).startswith(TEXT)


def test_every_byte_of_windows_1252_is_some_letter(tmp_path: Path) -> None:
    content = bytes(range(0x80, 0x100))
    assert len("".join(inspect(write(tmp_path, content)).lines())) == 128


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    assert error(write(tmp_path, b"")) == "error.import_empty"
    assert error(write(tmp_path, bytes(range(256)) * 100)) == "error.import_not_a_table"
    assert error(write(tmp_path, b"x" * (3 << 20))) == "error.import_not_a_table"


def test_a_stray_zero_byte_does_not_cost_the_file(tmp_path: Path) -> None:
    text = "codigo;nome\n1;a\0b\n"
    assert "".join(inspect(write(tmp_path, text.encode())).lines()) == text


def test_a_codec_may_be_said(tmp_path: Path) -> None:
    path = write(tmp_path, "código;x\n".encode("cp850"))
    assert next(inspect(path, "cp850").lines()) == "código;x\n"
    for unknown in ("nonsense", "rot13", "base64", "a\0b"):
        with pytest.raises(BadInputError) as caught:
            inspect(path, unknown)
        assert caught.value.message.key == "error.import_unknown_encoding"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert error(tmp_path / "none.csv") == "error.import_file_missing"
    assert error(tmp_path) == "error.import_file_is_folder"
    assert error(tmp_path / "a\0b") == "error.import_file_unreadable"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_utf_8_is_never_mistaken(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = write(tmp_path_factory.mktemp("utf8"), text.encode())
    assert "".join(inspect(path).lines()) == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "cp037", "utf-7", "hz"]
)
@given(text=st.text(st.sampled_from("aç~+;-\r\n"), min_size=1), count=st.integers(1, 9))
def test_the_pieces_are_the_text_however_the_file_is_cut(
    tmp_path_factory: pytest.TempPathFactory, encoding: str, text: str, count: int
) -> None:
    content = text.encode(encoding, "replace")
    path = write(tmp_path_factory.getbasetemp(), content)
    file = inspect(path, encoding)
    pieces = list(file.pieces(count))
    assert b"".join(piece for _, piece in pieces).decode() == "".join(file.lines())
    assert pieces[-1][0] == file.size == len(content)
    assert "".join(file.lines()) == content.decode(encoding)


@pytest.mark.parametrize("change", ["grow", "touch", "shrink"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, change: str) -> None:
    path = write(tmp_path, b"a;b\n" * 100)
    pieces = inspect(path).pieces(10)
    next(pieces)
    if change == "touch":
        os.utime(path, (1, 1))
    else:
        path.write_bytes(b"a;b\n" * (101 if change == "grow" else 50))
    with pytest.raises(BadInputError) as caught:
        list(pieces)
    assert caught.value.message.key == "error.import_file_changed"


def test_a_file_that_vanishes_is_missed(tmp_path: Path) -> None:
    file = inspect(write(tmp_path, b"a;b\n"))
    file.path.unlink()
    with pytest.raises(BadInputError) as caught:
        list(file.pieces(10))
    assert caught.value.message.key == "error.import_file_missing"
