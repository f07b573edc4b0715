"""Taking customers along, wired to an open laptop's file and its server."""

from cockpit.app.session import Session
from cockpit.domain.errors import BadInputError
from cockpit.services.field import FieldService
from cockpit.services.packs import PackService


def pack_service(session: Session, service: FieldService | None = None) -> PackService:
    """Return what takes customers along.

    Args:
        session: An open laptop's.
        service: What synchronises it, where that is there already.

    Raises:
        BadInputError: The database is no laptop's.
    """
    field = session.store.field
    if field is None:
        raise BadInputError("field_not_set_up")
    if service is None:
        judge = session.metrics.refresh_if_stale
        service = FieldService(field.synchroniser, field.book, session.clock, judge)
    return PackService(service, field.packs(), field.pack_book, session.audit.note_pack)
