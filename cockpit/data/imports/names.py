"""Companies, segments, regions and sellers that an import file calls by name."""

from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from cockpit.data.seller_logins import SELLER_LOGIN
from cockpit.domain.ids import new_id
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import Role
from models import Company, Region, Segment, User

_CODE_LENGTH = 60
_LOGIN_LENGTH = 80
_OWN_COMPANY = ("1", "Minha empresa")
_ROOT_LENGTH = 8
_DEFAULT_ZONE = "America/Sao_Paulo"


class ImportNames:
    """Finds rows by what people call them, and makes the missing ones.

    A trial makes keys without rows and remembers them for the rest of its run.
    """

    def __init__(self, *, is_trial: bool) -> None:
        self._is_trial = is_trial
        self._connection: Connection | None = None
        self._companies: dict[str, UUID] = {}
        self._segments: dict[str, UUID] = {}
        self._regions: dict[str, UUID] = {}
        self._users: dict[str, UUID] = {}
        self._documents: dict[str, UUID] = {}
        self._zones: dict[UUID, str] = {}

    def bind(self, connection: Connection) -> None:
        """Work in another transaction, with the names that others made meanwhile."""
        is_first = self._connection is None
        self._connection = connection
        if self._is_trial and not is_first:
            return
        self._companies = self._load(Company)
        self._segments = self._load(Segment)
        self._regions = self._load(Region)
        users = connection.execute(select(User.name, User.id).order_by(User.id.desc()))
        self._users = {_user_key(name): key for name, key in users}
        companies = connection.execute(
            select(Company.id, Company.tax_id, Company.time_zone).order_by(Company.id.desc())
        ).all()
        self._documents = {tax_id: key for key, tax_id, _zone in companies if tax_id}
        self._zones = {key: zone for key, _tax_id, zone in companies}

    def company(self, text: str) -> UUID | None:
        """Return the company of a code or name; None for an empty text.

        Codes of figures that differ by leading zeros alone are one company's, unless both are known
        already: spreadsheets drop such zeros.
        """
        name = plain(text)
        if name not in self._companies and name.isdecimal():
            alike = {
                key
                for known, key in self._companies.items()
                if known.isdecimal() and known.lstrip("0") == name.lstrip("0")
            }
            if len(alike) == 1:
                self._companies[name] = alike.pop()
        return self._find(Company, self._companies, text, code=text.strip()[:_CODE_LENGTH])

    def own_company(self) -> UUID:
        """Return the company of documents that name none: the only one, or a first one."""
        known = set(self._companies.values())
        if len(known) == 1:
            return known.pop()
        code, name = _OWN_COMPANY
        found = self._companies.get(code) or self._find(Company, self._companies, name, code=code)
        if found is None:  # pragma: no cover - the name is not empty
            raise AssertionError
        return found

    def company_of_document(self, tax_id: str) -> UUID | None:
        """Return the company that has invoices under a document; None where it is nobody's here.

        The only company takes the document where none has one yet. A branch of a known company
        (equal first eight characters) is another one, called by its document until somebody names
        it: its invoices have numbers of their own.
        """
        if tax_id in self._documents:
            return self._documents[tax_id]
        found: UUID | None
        if self._documents:
            roots = {known[:_ROOT_LENGTH] for known in self._documents}
            found = self.company(tax_id) if tax_id[:_ROOT_LENGTH] in roots else None
        elif len(set(self._companies.values())) <= 1:
            found = self.own_company()
        else:
            found = self.company(tax_id)
        if found is not None:
            self._documents[tax_id] = found
            if not self._is_trial:
                statement = update(Company).where(Company.id == found).values(tax_id=tax_id)
                self._bound.execute(statement)
        return found

    def companies(self) -> set[UUID]:
        """Return all companies."""
        return set(self._companies.values())

    def time_zone(self, company_id: UUID | None) -> str:
        """Return a company's IANA time zone; Brasília's where the company is not known."""
        return _DEFAULT_ZONE if company_id is None else self._zones.get(company_id, _DEFAULT_ZONE)

    def segment(self, text: str) -> UUID | None:
        """Return the segment of a name."""
        return self._find(Segment, self._segments, text, code=plain(text)[:_CODE_LENGTH])

    def region(self, text: str) -> UUID | None:
        """Return the region of a name."""
        return self._find(Region, self._regions, text, code=plain(text)[:_CODE_LENGTH])

    def seller(self, text: str) -> UUID | None:
        """Return the user of a name; an unknown one becomes a seller without a login."""
        known = _user_key(text)
        if not known:
            return None
        if known not in self._users:
            key = new_id()
            row = {
                "id": key,
                "login": SELLER_LOGIN + known,
                "name": text.strip(),
                "role": Role.EXTERNAL_SELLER,
            }
            if not self._is_trial:
                self._bound.execute(insert(User).values(row))
            self._users[known] = key
        return self._users[known]

    @property
    def _bound(self) -> Connection:
        if self._connection is None:  # pragma: no cover - a mistake in the program
            raise AssertionError("bind() comes first")
        return self._connection

    def _load(self, entity: type[Company | Segment | Region]) -> dict[str, UUID]:
        rows = self._bound.execute(select(entity.id, entity.name, entity.code)).all()
        by_name = {plain(name): key for key, name, _code in rows}
        return by_name | {plain(code): key for key, _name, code in rows}

    def _find(
        self,
        entity: type[Company | Segment | Region],
        known: dict[str, UUID],
        text: str,
        *,
        code: str,
    ) -> UUID | None:
        name = plain(text)
        if not name:
            return None
        if name not in known:
            # Long names that begin alike have one code.
            key = known.get(plain(code))
            if key is None:
                key = new_id()
                row = {"id": key, "code": code, "name": text.strip()}
                if not self._is_trial:
                    self._bound.execute(insert(entity).values(row))
            known[name] = known[plain(code)] = key
        return known[name]


def _user_key(name: str) -> str:
    """Return a name as it is compared, as much of it as a login holds."""
    return plain(name)[: _LOGIN_LENGTH - len(SELLER_LOGIN)]
