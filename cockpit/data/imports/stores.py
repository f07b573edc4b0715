"""Which store takes which records."""

from collections.abc import Callable
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.contact_store import ContactStore
from cockpit.data.imports.customer_store import CustomerStore
from cockpit.data.imports.invoice_store import InvoiceEventStore, InvoiceStore
from cockpit.data.imports.item_store import ItemStore
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.order_store import OrderStore
from cockpit.data.imports.product_store import ProductStore
from cockpit.data.imports.quote_store import QuoteStore
from cockpit.data.imports.receivable_store import ReceivableStore
from cockpit.data.imports.stored import RecordStore
from cockpit.domain.import_records import (
    CustomerRecord,
    ImportRecord,
    InvoiceEventRecord,
    InvoiceRecord,
    ItemRecord,
    OrderRecord,
    PastContactRecord,
    ProductRecord,
    QuoteRecord,
    ReceivableRecord,
)

MakeStore: TypeAlias = Callable[[Connection, RunMemory, UUID | None], RecordStore[Any]]

#: In the order in which the records of one batch are stored.
STORES: tuple[tuple[type[ImportRecord], MakeStore], ...] = (
    (CustomerRecord, CustomerStore),
    (ProductRecord, ProductStore),
    (OrderRecord, OrderStore),
    (ItemRecord, ItemStore),
    (ReceivableRecord, ReceivableStore),
    (QuoteRecord, QuoteStore),
    (PastContactRecord, ContactStore),
    (InvoiceRecord, InvoiceStore),
    (InvoiceEventRecord, InvoiceEventStore),
)
