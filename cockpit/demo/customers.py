"""The customers: who they are, where they are, how to reach them."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from cockpit.demo.documents import new_cnpj, new_cpf
from cockpit.demo.staff import Person, Staff
from cockpit.demo.tables import Row, Tables
from cockpit.demo.words import City, Words
from cockpit.domain.plain_text import plain
from cockpit.domain.states import time_zone
from cockpit.domain.vocabulary import Channel, CreditState, CustomerCategory, PersonKind, PhoneKind

CUSTOMER_COUNT = 600
SHARE_PROSPECTS = 0.07
SHARE_INDIVIDUALS = 0.06
SHARE_ALPHANUMERIC = 0.08
#: One customer in so many is called in the afternoon, in the middle of the week.
_EVERY = 97
_AFTERNOONS = {
    "preferred_from_minute": 14 * 60,
    "preferred_until_minute": 17 * 60,
    "preferred_weekdays": 0b01110,
}


@dataclass(frozen=True, slots=True)
class Client:
    """A customer in the making.

    Attributes:
        row: The row of ``customers``; a story may still change it.
        buyer: Name of the person to talk to.
        owner: The operator whose portfolio it is.
    """

    key: UUID
    row: Row
    city: City
    buyer: str
    buyer_id: UUID
    owner: Person
    is_prospect: bool


def add_customers(tables: Tables, words: Words, staff: Staff) -> list[Client]:
    """Add the customers with their people and phones."""
    taken: set[str] = set()
    return [_add_customer(tables, words, staff, number, taken) for number in range(CUSTOMER_COUNT)]


def _add_customer(
    tables: Tables, words: Words, staff: Staff, number: int, taken: set[str]
) -> Client:
    random = tables.random
    segment = random.choices(words.sections["segments"], weights=(9, 6, 5, 6, 4, 5, 7, 8))[0]
    city = words.city(random)
    owner = random.choice(staff.operators)
    is_prospect = random.random() < SHARE_PROSPECTS
    is_individual = random.random() < SHARE_INDIVIDUALS
    name = _free_name(words, tables, segment["kinds"], taken, is_individual=is_individual)
    if is_individual:
        legal, tax_id = name, new_cpf(random)
    else:
        legal = f"{name} {random.choice(words.sections['names']['legal_forms'])}"
        tax_id = new_cnpj(random, alphanumeric=random.random() < SHARE_ALPHANUMERIC)
    buyer = name if is_individual else words.person(random)
    phones = _phones(tables, city)
    code = str(10200 + 7 * number)
    key = tables.add(
        "customers",
        company_id=staff.company_id,
        code=code,
        legal_name=legal,
        trade_name=name,
        person_kind=PersonKind.INDIVIDUAL if is_individual else PersonKind.COMPANY,
        tax_id=tax_id,
        is_tax_id_valid=True,
        tax_root=None if is_individual else tax_id[:8],
        segment_id=staff.segments[segment["code"]],
        region_id=staff.regions[city.state],
        city=city.name,
        state=city.state,
        time_zone=time_zone(city.state, city.name),
        owner_id=owner.user_id,
        category=CustomerCategory.PROSPECT if is_prospect else CustomerCategory.CUSTOMER,
        credit_state=random.choices(list(CreditState), weights=(88, 9, 3))[0],
        credit_limit_cents=random.choice((500_000, 1_000_000, 2_500_000, 6_000_000)),
        preferred_channel=random.choice((None, None, None, Channel.PHONE, Channel.WHATSAPP)),
        **(_AFTERNOONS if number % _EVERY == _EVERY // 2 else {}),
        search_text=plain(" ".join((name, legal, code, tax_id, city.name, *phones))),
        first_seen_on=tables.as_of - timedelta(days=random.randrange(200, 1500)),
    )
    buyer_id = tables.add(
        "contact_persons", customer_id=key, name=buyer, is_primary=True,
        job_title=random.choice(words.sections["names"]["job_titles"]),
        email=f"{plain(buyer).split()[0]}@{plain(name).replace(' ', '').replace('&', '')}.example",
        data_origin="cadastro do cliente",
    )  # fmt: skip
    for position, e164 in enumerate(phones):
        tables.add(
            "phones", customer_id=key, raw=e164, e164=e164, is_primary=position == 0, is_valid=True,
            person_id=None if position == 0 else buyer_id,
            kind=PhoneKind.MOBILE if e164[5] == "9" else PhoneKind.FIXED,
        )  # fmt: skip
    return Client(key, tables.rows["customers"][-1], city, buyer, buyer_id, owner, is_prospect)


def _free_name(
    words: Words, tables: Tables, kinds: list[str], taken: set[str], *, is_individual: bool
) -> str:
    """Return a name that no other customer has."""
    while True:
        random = tables.random
        name = words.person(random) if is_individual else words.company(random, kinds)
        if name not in taken:
            taken.add(name)
            return name


def _phones(tables: Tables, city: City) -> list[str]:
    """Return one or two numbers, from blocks that are hardly ever given out."""
    random = tables.random
    fixed = f"+55{city.area_code}20{random.randrange(10**6):06d}"
    mobile = f"+55{city.area_code}900{random.randrange(10**6):06d}"
    return [fixed, mobile] if random.random() < 0.6 else [random.choice((fixed, mobile))]
