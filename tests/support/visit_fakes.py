"""A route, quotes and attachments without a database."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from cockpit.domain.quotes import OpenQuote, QuoteDraft, QuoteProduct, QuoteSheet
from cockpit.domain.visits import CityRoute, Place, VisitStop, routes
from cockpit.domain.vocabulary import LifecycleStatus
from tests.support.list_data import TODAY, customer_id

BOLT = QuoteProduct(UUID(int=0x71), "P1", "Parafuso sextavado", "UN", 1_000, 950)
NUT = QuoteProduct(UUID(int=0x72), "P2", "Porca", "UN", None, None)
#: In São Paulo at half past two in the afternoon.
DUE = datetime(2022, 3, 22, 17, 30, tzinfo=UTC)
_VISITED = datetime(2022, 3, 2, 15, 0, tzinfo=UTC)


def make_stops() -> list[VisitStop]:
    """Return five customers in two cities, and one who wants no visit."""
    late, fine = LifecycleStatus.AT_RISK, LifecycleStatus.ACTIVE
    return [
        VisitStop(customer_id(1), "Ferragens Aurora", Place("Rua A", "10", "Centro", "Itu", "SP",
                  "13300-010"), late, 1.8, 250_000, _VISITED),
        VisitStop(customer_id(2), "Casa Bela", Place("Rua B", "7", "Brasil", "Itu", "SP",
                  "13301-100"), fine, 0.2, 0),
        VisitStop(customer_id(3), "Depósito Central", Place("Av. C", "99", "", "Itu", "SP",
                  "13300-900"), fine, None, 10_000, is_forbidden=True),
        VisitStop(customer_id(4), "Lojas Dias", Place("Rua D", "1", "Centro", "Salto", "SP"),
                  late, 2.5, 90_000),
        VisitStop(customer_id(5), "Sem Endereço", Place()),
    ]  # fmt: skip


@dataclass
class FakeVisitService:
    """Returns a route, and a contact of late where one is set."""

    stops: list[VisitStop] = field(default_factory=make_stops)
    contact: tuple[UUID, datetime] | None = None

    def routes(self) -> tuple[CityRoute, ...]:
        return routes(self.stops)

    def recent_contact(self, customer_id: UUID) -> tuple[UUID, datetime] | None:
        return self.contact


@dataclass
class FakeQuoteService:
    """Keeps what is taken."""

    taken: list[QuoteDraft] = field(default_factory=list)
    today: date = TODAY
    open: list[OpenQuote] = field(default_factory=list)
    revised: list[tuple[QuoteDraft, OpenQuote]] = field(default_factory=list)
    trouble: Exception | None = None

    def sheet(self, customer_id: UUID) -> QuoteSheet:
        products, quotes = (BOLT, NUT), tuple(self.open)
        return QuoteSheet(customer_id, "Ferragens Aurora", products, 500, self.today, quotes)

    def revise(self, draft: QuoteDraft, before: OpenQuote) -> str:
        if self.trouble is not None:
            raise self.trouble
        self.revised.append((draft, before))
        return before.number

    def take(self, draft: QuoteDraft) -> str:
        self.taken.append(draft)
        return f"C-TEST-{len(self.taken)}"


@dataclass
class FakeAttachmentService:
    """Keeps which files were attached to which contact."""

    added: list[tuple[Path, UUID]] = field(default_factory=list)
    trouble: Exception | None = None
    content: bytes = b"%PDF-"

    def put_into(self, folder: Path, attachment_id: UUID) -> Path:
        if self.trouble is not None:
            raise self.trouble
        path = folder / "pedido.pdf"
        path.write_bytes(self.content)
        return path

    def add(self, path: Path, *, attachment_id: UUID, contact_id: UUID, customer_id: UUID) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.added.append((path, contact_id))
