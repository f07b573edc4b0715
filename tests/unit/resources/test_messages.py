"""The two languages say the same things, and nothing says what is not there."""

import ast
import string
import tomllib
from datetime import date
from pathlib import Path

import pytest

import resources
from cockpit.domain import errors
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message

ROOT = Path(__file__).resolve().parents[3]
ERRORS = {
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, errors.GiroError)
}
AREAS = sorted(path.stem for path in resources.path("messages", "pt_BR").glob("*.toml"))


def sentences(area: str, language: str) -> dict[str, str]:
    content = resources.path("messages", language, f"{area}.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def keys_in_code() -> set[str]:
    """Collect every literal that is a message's key: "error.…" through the error classes."""
    found: set[str] = set()
    for path in (*ROOT.glob("cockpit/**/*.py"), *ROOT.glob("resources/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            first = node.args[0]
            if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ERRORS:
                found.add(f"error.{first.value}")
            elif name in ("of", "text") and first.value.split(".")[0] in AREAS:
                found.add(first.value)
    return found


def test_both_languages_have_the_same_areas() -> None:
    english = sorted(path.stem for path in resources.path("messages", "en").glob("*.toml"))
    assert english == AREAS


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_have_the_same_sentences_with_the_same_values(area: str) -> None:
    portuguese, english = sentences(area, "pt_BR"), sentences(area, "en")
    assert {key: placeholders(text) for key, text in portuguese.items()} == {
        key: placeholders(text) for key, text in english.items()
    }


def test_every_key_in_the_code_has_a_sentence() -> None:
    known = {f"{area}.{key}" for area in AREAS for key in sentences(area, "pt_BR")}
    used = {key for key in keys_in_code() if key.split(".")[0] in AREAS}
    assert len(used) > 30
    assert used - known == set()


def test_numbers_and_days_are_written_as_the_language_does() -> None:
    lost = Message.of(
        "cycle.lost", silence=Message.of("cycle.days", count=1016), last=date(2022, 2, 17)
    )
    assert resources.text(lost, Language.PORTUGUESE) == "não compra há 1.016 dias, desde 17/02/2022"
    assert "1,016" in resources.text(lost, Language.ENGLISH)


def test_a_message_within_a_message_is_said_in_the_same_language() -> None:
    silence = Message.of("cycle.silence", silence=Message.of("cycle.days", count=1016))
    both = Message.of("cycle.sentence", clauses=(silence, Message.of("cycle.bought_today")))
    assert resources.text(both, Language.PORTUGUESE) == (
        "está há 1.016 dias sem comprar; comprou hoje"
    )
    assert resources.text(both, Language.ENGLISH) == "silent for 1,016 days; bought today"
