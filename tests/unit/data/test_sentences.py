"""Every trouble has its sentence in both languages."""

import re
from pathlib import Path

import pytest

import resources
from cockpit.domain.formats import Language

DATA = Path(__file__).parents[3] / "cockpit" / "data"
_RAISED = re.compile(r'Error\(\s*"([a-z_]+)"|Error, "([a-z_]+)"|\), "(server_[a-z_]+)"')
KEYS = sorted(
    {
        next(filter(None, found))
        for path in DATA.rglob("*.py")
        for found in _RAISED.findall(path.read_text(encoding="utf-8"))
    }
)


def test_the_troubles_are_found() -> None:
    assert {"disk_full", "server_password", "database_newer", "server_refused"} <= set(KEYS)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("key", KEYS)
def test_each_has_one_sentence_that_says_what_to_do(key: str, language: Language) -> None:
    template = resources.catalogue("error", language)[key]
    values = dict.fromkeys(re.findall(r"\{(\w+)", template), "x")
    sentence = resources.text(f"error.{key}", language, **values)
    assert sentence.endswith(".")
    assert ":" in sentence
    assert "{" not in sentence
