"""Where the customers are: invented streets and numbers, for the way from door to door."""

from random import Random

from cockpit.demo.customers import Client
from cockpit.demo.tables import Tables
from cockpit.demo.words import Words

#: What is made here leans on a seed of its own, so that nothing else of the company hangs on it.
_SEED = "addresses"
_LONGEST_STREET = 1_900
#: One address in so many has no number, as happens along the roads out of a city.
_EVERY = 41


def add_addresses(tables: Tables, words: Words, clients: list[Client], seed: int) -> None:
    """Add the main address of each customer, without postal codes: real ones lead elsewhere.

    To be called last: a key that is made takes one of the company's chances.
    """
    random = Random(f"{_SEED}/{seed}")  # noqa: S311 - invents a company, keeps no secret
    for number, client in enumerate(clients):
        district, street = words.street(random)
        door = str(random.randrange(12, _LONGEST_STREET))
        tables.add(
            "addresses",
            customer_id=client.key,
            kind="main",
            street=street,
            number="s/n" if number % _EVERY == _EVERY - 1 else door,
            district=district,
            city=client.city.name,
            state=client.city.state,
        )
