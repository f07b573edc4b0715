"""The words by which each kind of file is recognised, in the usual ERPs and in hand-made ones."""

from collections.abc import Mapping
from types import MappingProxyType

from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.synonyms.column import Column, Content, Sheet
from cockpit.imports.synonyms.contacts import CONTACTS
from cockpit.imports.synonyms.customers import CUSTOMERS
from cockpit.imports.synonyms.items import ITEMS
from cockpit.imports.synonyms.orders import ORDERS
from cockpit.imports.synonyms.products import PRODUCTS
from cockpit.imports.synonyms.quotes import QUOTES
from cockpit.imports.synonyms.receivables import RECEIVABLES

__all__ = ["SHEETS", "Column", "Content", "Sheet"]

#: Per kind of table what it is recognised by; the order decides between equals.
SHEETS: Mapping[ImportKind, Sheet] = MappingProxyType(
    {
        ImportKind.CUSTOMERS: CUSTOMERS,
        ImportKind.ORDERS: ORDERS,
        ImportKind.ITEMS: ITEMS,
        ImportKind.RECEIVABLES: RECEIVABLES,
        ImportKind.QUOTES: QUOTES,
        ImportKind.PRODUCTS: PRODUCTS,
        ImportKind.CONTACTS: CONTACTS,
    }
)
