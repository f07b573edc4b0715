"""Each figure of the screens and reports has a title and a definition, and a place in the docs."""

import re
from pathlib import Path

import pytest

import resources
from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language

DOCS = Path(__file__).resolve().parents[3] / "docs" / "indicators.md"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("area", ["figure", "definition"])
def test_every_figure_is_defined_in_every_language(language: Language, area: str) -> None:
    texts = resources.catalogue(area, language)
    assert set(texts) == {one.value for one in Defined}
    assert all(text.strip() for text in texts.values())


def test_every_definition_stands_in_the_docs_under_its_name() -> None:
    named = set(re.findall(r"`([a-z_0-9]+)`", DOCS.read_text(encoding="utf-8")))
    assert {one.value for one in Defined} <= named
