"""Companies, segments, regions and sellers that an import file calls by name."""

from uuid import UUID

from sqlalchemy import Connection, insert, select

from cockpit.domain.ids import new_id
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import Role
from models import Company, Region, Segment, User

_CODE_LENGTH = 60
_LOGIN_LENGTH = 80
#: No operating system and no server has a login with a colon: nobody can sign in as one of these.
SELLER_LOGIN = "erp:"
_OWN_COMPANY = ("1", "Minha empresa")


class ImportNames:
    """Finds rows by what people call them, and makes the missing ones."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._companies = self._load(Company)
        self._segments = self._load(Segment)
        self._regions = self._load(Region)
        users = connection.execute(select(User.name, User.id).order_by(User.id.desc()))
        self._users = {plain(name): key for name, key in users}

    def company(self, text: str) -> UUID | None:
        """Return the company of a code or name; None for an empty text."""
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

    def segment(self, text: str) -> UUID | None:
        """Return the segment of a name."""
        return self._find(Segment, self._segments, text, code=plain(text)[:_CODE_LENGTH])

    def region(self, text: str) -> UUID | None:
        """Return the region of a name."""
        return self._find(Region, self._regions, text, code=plain(text)[:_CODE_LENGTH])

    def seller(self, text: str) -> UUID | None:
        """Return the user of a name; an unknown one becomes a seller without a login."""
        known = plain(text)
        if not known:
            return None
        if known not in self._users:
            key = new_id()
            login = (SELLER_LOGIN + known)[:_LOGIN_LENGTH]
            self._connection.execute(
                insert(User).values(
                    id=key, login=login, name=text.strip(), role=Role.EXTERNAL_SELLER
                )
            )
            self._users[known] = key
        return self._users[known]

    def _load(self, entity: type[Company | Segment | Region]) -> dict[str, UUID]:
        rows = self._connection.execute(select(entity.id, entity.name, entity.code)).all()
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
            key = new_id()
            self._connection.execute(insert(entity).values(id=key, code=code, name=text.strip()))
            known[name] = known[plain(code)] = key
        return known[name]
