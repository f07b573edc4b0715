"""The company itself: its teams, its people, what it sells and what it may hear."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from cockpit.demo.tables import Tables
from cockpit.demo.words import Words
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import Role

DEMO_LOGIN = "ana.prado"


@dataclass(frozen=True, slots=True)
class Product:
    """An article of the catalogue; the price is in cents."""

    key: UUID
    code: str
    name: str
    family: str
    price_cents: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who works here, with the device they write on."""

    user_id: UUID
    device_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Staff:
    """What the customers' stories refer to.

    Attributes:
        operators: The eight people who call.
        supervisors: One per team.
        segments: Keys by code.
        regions: Keys by state.
        objection_kinds: Keys by code.
    """

    company_id: UUID
    operators: tuple[Person, ...]
    supervisors: tuple[Person, ...]
    products: tuple[Product, ...]
    segments: dict[str, UUID]
    regions: dict[str, UUID]
    objection_kinds: dict[str, UUID]


def add_staff(tables: Tables, words: Words) -> Staff:
    """Add the company, its people and its catalogues."""
    names = words.sections["staff"]
    company_id = tables.add(
        "companies", code="1", name=names["company_legal"], trade_name=names["company"]
    )
    teams = [tables.add("teams", name=name) for name in names["teams"]]
    supervisors = [
        _add_person(tables, name, Role.SUPERVISOR, team)
        for name, team in zip(names["supervisors"], teams, strict=True)
    ]
    for team, supervisor in zip(tables.rows["teams"], supervisors, strict=True):
        team["supervisor_id"] = supervisor.user_id
    _add_person(tables, names["manager"], Role.MANAGER, None)
    operators = [
        _add_person(tables, name, Role.OPERATOR, teams[position % len(teams)])
        for position, name in enumerate(names["operators"])
    ]
    sections = words.sections
    regions = {
        name: tables.add("regions", code=f"R{position}", name=name)
        for position, name in enumerate(sorted(set(sections["regions"].values())), start=1)
    }
    return Staff(
        company_id,
        tuple(operators),
        tuple(supervisors),
        _add_products(tables, words, company_id),
        {
            one["code"]: tables.add("segments", code=one["code"], name=one["name"])
            for one in sections["segments"]
        },
        {state: regions[name] for state, name in sections["regions"].items()},
        _add_objections(tables, words),
    )


def _add_person(tables: Tables, name: str, role: Role, team_id: UUID | None) -> Person:
    login = plain(name).replace(" ", ".")
    user_id = tables.add(
        "users", login=login, name=name, role=role, team_id=team_id, email=f"{login}@giro.example"
    )
    return Person(user_id, tables.add("devices", user_id=user_id, name=f"pc-{login}"), name)


def _add_products(tables: Tables, words: Words, company_id: UUID) -> tuple[Product, ...]:
    products: list[Product] = []
    price_list_from = tables.as_of - timedelta(days=75)
    for family, lines in words.sections["products"].items():
        for line in lines:
            name, _, price = line.rpartition(";")
            code = f"{1000 + 10 * len(products)}"
            key = tables.add(
                "products", company_id=company_id, code=code, name=name, family=family, unit="UN"
            )
            products.append(Product(key, code, name, family, int(price)))
            tables.add(
                "price_entries", product_id=key, price_list="PADRAO",
                valid_from_on=price_list_from, price_cents=int(price),
            )  # fmt: skip
    promotion = tables.add(
        "promotions", name="Semana da manutenção", starts_on=tables.as_of - timedelta(days=5),
        ends_on=tables.as_of + timedelta(days=16), description="Descontos em rolamentos e correias",
    )  # fmt: skip
    for product in products[:9]:
        tables.add("promotion_items", promotion_id=promotion, product_id=product.key,
                   discount_bp=tables.random.choice((500, 700, 1000)))  # fmt: skip
    return tuple(products)


def _add_objections(tables: Tables, words: Words) -> dict[str, UUID]:
    kinds: dict[str, UUID] = {}
    for code, (name, *arguments) in words.sections["objections"].items():
        kinds[code] = tables.add("objection_kinds", code=code, name=name)
        for position, text in enumerate(arguments, start=1):
            tables.add("counter_arguments", objection_kind_id=kinds[code], text=text,
                       position=position)  # fmt: skip
    return kinds
