"""Quotes taken at the customer's."""

from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import ConflictError
from cockpit.domain.quotes import OpenQuote, QuoteDraft, QuoteSheet, number_prefix, quote_number
from cockpit.services.ports import CurrentUser, Database


@dataclass(frozen=True, slots=True)
class QuoteService:
    """Takes the quotes of one user, within their autonomy."""

    database: Database
    clock: Clock
    user: CurrentUser

    def sheet(self, customer_id: UUID) -> QuoteSheet:
        """Return what a quote for a customer is written with.

        Raises:
            ConflictError: The customer is gone.
        """
        today = self.clock.today()
        with self.database.read() as unit:
            names = unit.customers.names([customer_id])
            if customer_id not in names:
                raise ConflictError("customer_gone")
            return QuoteSheet(
                customer_id,
                names[customer_id],
                tuple(unit.quotes.products(customer_id, today=today)),
                unit.pitches.discount_bp(self.user),
                today,
                tuple(unit.quotes.open_quotes(customer_id, user=self.user)),
            )

    def take(self, draft: QuoteDraft) -> str:
        """Store a quote as open; it is on disk when this returns, under the returned number.

        Storing the same draft twice stores it once.

        Raises:
            BadInputError: A line cannot be offered so: see the sentence.
            DatabaseError: Nothing was stored.
        """
        today = self.clock.today()
        with self.database.write() as unit:
            stored = unit.quotes.number_of(draft.quote_id)
            if stored is not None:
                return stored
            products = unit.quotes.products(draft.customer_id, today=today)
            draft.check(products, unit.pitches.discount_bp(self.user), today)
            device = self.user.device_id
            number = quote_number(device, unit.quotes.numbers(number_prefix(device)))
            unit.quotes.add(draft, number, user=self.user, today=today, at=self.clock.now())
            unit.changed(Topic.ORDERS, customer_ids=[draft.customer_id])
        return number

    def revise(self, draft: QuoteDraft, before: OpenQuote) -> str:
        """Change one's own open quote; it is on disk when this returns, under the returned number.

        Args:
            draft: How it shall be, under the quote's own key.
            before: How it was when the user began.

        Raises:
            BadInputError: A line cannot be offered so: see the sentence.
            ConflictError: It is answered by now, somebody changed it meanwhile, or it is gone.
            DatabaseError: Nothing was stored.
        """
        today = self.clock.today()
        with self.database.write() as unit:
            present = unit.quotes.open_quotes(draft.customer_id, user=self.user)
            quote = next((one for one in present if one.quote_id == draft.quote_id), None)
            if quote is None:
                raise ConflictError("quote_answered", number=before.number)
            if (quote.lines, quote.expires_on) != (before.lines, before.expires_on):
                raise ConflictError("quote_changed", number=before.number)
            products = unit.quotes.products(draft.customer_id, today=today)
            draft.check(products, unit.pitches.discount_bp(self.user), today)
            unit.quotes.change(draft, at=self.clock.now())
            unit.changed(Topic.ORDERS, customer_ids=[draft.customer_id])
        return quote.number
