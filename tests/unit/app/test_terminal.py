"""What values may do to a terminal: nothing."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.app.terminal import complain, is_unicode, one_line, prepare_streams


@given(st.text(st.characters(), max_size=3_000))
def test_whatever_a_sentence_repeats_it_is_one_printable_line_of_bounded_length(text: str) -> None:
    shown = one_line(text)
    assert shown == "" or shown.isprintable()
    assert len(shown) <= 900


def test_an_ordinary_sentence_stays_as_it_is() -> None:
    assert one_line("A pasta “São João” não existe.") == "A pasta “São João” não existe."


def test_an_endless_value_leaves_the_advice_at_the_end() -> None:
    assert one_line("x" * 100_000 + ": veja --help.").endswith(": veja --help.")


def test_a_closed_stream_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    prepare_streams()
    with sys.stdout as nowhere:
        assert nowhere.write("ninguém lê isto") == 15


def test_a_poor_encoding_takes_every_character(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = io.BytesIO()
    poor = io.TextIOWrapper(taken, encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", poor)
    prepare_streams()
    sys.stdout.write("São ↑ \udcff")
    sys.stdout.flush()
    assert taken.getvalue() == "São \\u2191 \\udcff".encode("cp1252")
    assert not is_unicode()


def test_trouble_that_cannot_be_told_is_no_further_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError

    monkeypatch.setattr(sys, "stderr", Full())
    complain("O disco está cheio.")
