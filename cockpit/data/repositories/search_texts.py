"""What free text searches of a customer."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, func, select, update

from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.plain_text import plain
from models import Customer, Phone


def search_text(texts: Iterable[str | None], phones: Iterable[str | None]) -> str:
    """Return texts and phones' digits, lower-case and without accents.

    Args:
        texts: Names, code, document and city.
        phones: Numbers in any form.
    """
    digits = ("".join(filter(str.isdigit, phone or "")) for phone in phones)
    return plain(" ".join(filter(None, (*texts, *digits))))


def fill_missing(connection: Connection) -> None:
    """Give a search text to the customers that have none."""
    customers = connection.execute(
        select(
            Customer.id,
            Customer.legal_name,
            Customer.trade_name,
            Customer.code,
            Customer.tax_id,
            Customer.city,
        ).where(Customer.search_text == "")
    ).all()
    phones: dict[object, list[str | None]] = {}
    numbers = select(Phone.customer_id, func.coalesce(Phone.e164, Phone.raw))
    for customer_id, number in connection.execute(numbers):
        phones.setdefault(customer_id, []).append(number)
    by_key = Customer.id == bindparam("key")
    statement = update(Customer).where(by_key).values(search_text=bindparam("text"))
    rows = [
        {"key": key, "text": search_text(texts, phones.get(key, ()))} for key, *texts in customers
    ]
    for chunk in in_chunks(rows):
        connection.execute(statement, chunk)
