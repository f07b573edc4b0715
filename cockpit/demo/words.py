"""The words from which the company is invented, read from ``resources/demo/words.toml``."""

import tomllib
from dataclasses import dataclass
from random import Random
from typing import Any, Self

import resources


@dataclass(frozen=True, slots=True)
class City:
    """A city, its state and its area code."""

    name: str
    state: str
    area_code: str


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists, by section of the file."""

    sections: dict[str, Any]

    @classmethod
    def load(cls) -> Self:
        """Read the file."""
        content = resources.path("demo", "words.toml").read_text(encoding="utf-8")
        return cls(tomllib.loads(content))

    def person(self, random: Random) -> str:
        """Return the name of an invented person."""
        names = self.sections["names"]
        return f"{random.choice(names['first'])} {random.choice(names['last'])}"

    def company(self, random: Random, kinds: list[str]) -> str:
        """Return the trade name of an invented company of one of these kinds."""
        names = self.sections["names"]
        kind = random.choice(kinds)
        pattern = random.random()
        if pattern < 0.45:
            return f"{kind} {random.choice(names['places'])}"
        if pattern < 0.75:
            return f"{kind} {random.choice(names['families'])}"
        if pattern < 0.9:
            return f"{random.choice(names['coined'])} {kind}"
        first, second = random.sample(names["families"], 2)
        return f"{kind} {first} & {second}"

    def city(self, random: Random) -> City:
        """Return a city; the first ones of the list are the most frequent."""
        cities = self.sections["names"]["cities"]
        position = int(len(cities) * random.random() ** 1.6)
        return City(*cities[position].split(";"))

    def street(self, random: Random) -> tuple[str, str]:
        """Return a district and one of its streets; no street lies in two."""
        districts = self.sections["districts"]
        district = random.choice(list(districts))
        return district, random.choice(districts[district])

    def note(self, random: Random, kind: str, **values: str) -> str:
        """Return a note as an operator writes it."""
        return str(random.choice(self.sections["notes"][kind])).format(**values)
