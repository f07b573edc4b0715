"""NF-e files as an import reads them: one line per XML, invoices before what happened to them."""

import hashlib
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import ClassVar
from xml.etree.ElementTree import Element

from cockpit.domain.clock import Clock
from cockpit.domain.documents import parse_tax_id
from cockpit.domain.errors import BadInputError
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import ImportRecord, InvoiceRecord, RowProblem
from cockpit.domain.import_sources import Container, FilePreview, ImportMapping, SourceFormat
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, RowVerdict
from cockpit.imports.cells import RejectedError
from cockpit.imports.file_access import refuse_special
from cockpit.imports.nfe.event import read_event
from cockpit.imports.nfe.invoice import read_invoice
from cockpit.imports.nfe.parties import root_of
from cockpit.imports.nfe.sources import BROKEN_ZIP, Document, contents, documents
from cockpit.imports.nfe.xml import parse
from cockpit.imports.words import single_line

#: Documents per transaction.
BATCH_SIZE = 500

_SAMPLE_LINES = 20
_HEAD = 2_000
_PORTAL = b"portalfiscal.inf.br"
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_PARTY = re.compile(rb"\s*<(?:[\w.-]+:)?(?:CNPJ|CPF)>\s*([0-9A-Za-z]{11,14})\s*<")
_INVOICES = frozenset(("nfeProc", "NFe"))
_EVENTS = frozenset(("procEventoNFe", "evento", "procCancNFe"))
#: Roots that people take for invoices, and what to tell them.
_OTHERS = {
    "resNFe": "invoice_summary_only",
    "resEvento": "invoice_summary_only",
    "procInutNFe": "invoice_numbers_unused",
    "ProcInutNFe": "invoice_numbers_unused",
    "inutNFe": "invoice_numbers_unused",
    "cteProc": "invoice_of_transport",
    "cteOSProc": "invoice_of_transport",
    "CTe": "invoice_of_transport",
    "procEventoCTe": "invoice_of_transport",
    "mdfeProc": "invoice_of_transport",
    "MDFe": "invoice_of_transport",
}


def holds_invoices(path: Path) -> bool:
    """Return whether a path is a folder, a ZIP of files, or an XML of the tax authority's kind.

    Raises:
        BadInputError: It is a device or a pipe.
    """
    refuse_special(path)
    if path.is_dir():
        return True
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                names = archive.namelist()
            is_office_file = "[Content_Types].xml" in names or "mimetype" in names
            return not is_office_file
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, *BROKEN_ZIP):
        return False
    root = _ROOT.search(head)
    name = root[1].decode("ascii", "replace") if root else ""
    return name in _INVOICES | _EVENTS | _OTHERS.keys() or (
        path.suffix.lower() == ".xml" and _PORTAL in head
    )


def own_documents(mappings: Sequence[ImportMapping]) -> frozenset[str]:
    """Return the company's own CNPJs, as mappings of invoices name them."""
    texts = [
        text
        for mapping in mappings
        if mapping.kind is ImportKind.INVOICES
        for text in mapping.columns.get("empresa", ())
    ]
    return frozenset(found.text for text in texts if (found := parse_tax_id(text)))


def open_invoices(path: Path, clock: Clock, own: frozenset[str] = frozenset()) -> "InvoiceFile":
    """Find the documents in an XML file, a ZIP or a folder, and tell whose they are.

    Where nobody says which company is ours, it is the one that stands in most of the invoices,
    as issuer or recipient; of two that stand in as many, the one that issued more.

    Args:
        path: The file or folder.
        clock: Tells which invoices lie in the future.
        own: The company's own CNPJs.

    Raises:
        BadInputError: It cannot be read, is a device or a pipe, or has no XML file.
    """
    refuse_special(path)
    found = documents(path)
    if not found:
        raise BadInputError("import_no_invoices", file=path.name)
    digest = hashlib.sha256()
    counted: Counter[str] = Counter()
    issued: Counter[str] = Counter()
    events: list[Document] = []
    invoices: list[Document] = []
    for document, content in zip(found, contents(found), strict=True):
        data = content if isinstance(content, bytes) else content.key.encode()
        digest.update(f"{document.name}\0{len(data)}\0".encode())
        digest.update(data)
        if _is_event(data):
            events.append(document)
            continue
        invoices.append(document)
        issuer, recipient = _party(data, b"emit>"), _party(data, b"dest>")
        counted.update({issuer, recipient} - {""})
        issued[issuer] += 1
    roots = frozenset(map(root_of, own)) or _most_frequent(counted, issued)
    # Told or found out, it is the same reading: an import goes on once the company is known.
    digest.update(repr(sorted(roots)).encode())
    return InvoiceFile(tuple(invoices + events), roots, digest.hexdigest(), clock)


def preview_invoices(path: Path, clock: Clock, own: frozenset[str] = frozenset()) -> FilePreview:
    """Read the first documents as they would be taken.

    Raises:
        BadInputError: It cannot be read, or has no XML file.
    """
    opened = open_invoices(path, clock, own)
    lines = list(islice(opened.lines(), _SAMPLE_LINES))
    return FilePreview(
        file_name=path.name,
        format=opened.format,
        headers=opened.headers,
        mapping=ImportMapping(ImportKind.INVOICES, {}),
        kinds=(ImportKind.INVOICES,),
        missing=(),
        sheets=(),
        lines=[line for line, _ in lines],
        cells=[(opened.documents[line - 1].name,) for line, _ in lines],
        records=[record for _, record in lines],
    )


@dataclass(frozen=True, slots=True)
class InvoiceFile:
    """NF-e documents in the order in which they are stored.

    Attributes:
        documents: Invoices, then events; the first one is line 1.
        own: The first eight characters of the company's own CNPJs.
        sha256: Hash of all names and contents, and of who we are.
        clock: Tells which invoices lie in the future.
    """

    documents: tuple[Document, ...]
    own: frozenset[str]
    sha256: str
    clock: Clock
    kind: ClassVar[ImportKind] = ImportKind.INVOICES
    headers: ClassVar[tuple[str, ...]] = ("arquivo",)
    format: SourceFormat = field(default=SourceFormat(container=Container.XML))

    @property
    def size(self) -> int:
        """Return the number of documents."""
        return len(self.documents)

    def batches(self) -> Iterator[LineBatch]:
        """Yield all documents; one that cannot be read is a rejected line like any other."""
        lines = self.lines()
        ordinal = 0
        while records := tuple(islice(lines, BATCH_SIZE)):
            first, last = records[0][0], records[-1][0]
            yield LineBatch(
                ordinal=ordinal,
                first_line=first,
                last_line=last,
                position=last,
                records=records,
                cells={line: (self.documents[line - 1].name,) for line, _ in records},
            )
            ordinal += 1

    def lines(self) -> Iterator[tuple[int, ImportRecord | RowProblem]]:
        """Yield each document's number with what it holds, or why it cannot be taken."""
        today = self.clock.today()
        seen: dict[str, bytes] = {}
        read = zip(self.documents, contents(self.documents), strict=True)
        for line, (document, content) in enumerate(read, start=1):
            try:
                record = _record(content, self.own, today)
                yield line, _once(record, seen) if isinstance(record, InvoiceRecord) else record
            except RejectedError as error:
                yield (
                    line,
                    RowProblem(line, RowVerdict.REJECTED, (error.reason,), (document.name,)),
                )


def _record(content: bytes | Message, own: frozenset[str], today: date) -> ImportRecord:
    if isinstance(content, Message):
        raise RejectedError(content)
    root, flags = parse(content)
    if root.tag in _INVOICES:
        record = read_invoice(root, own, today)
        return replace(record, flags=(*flags, *record.flags)) if flags else record
    if root.tag in _EVENTS:
        return read_event(root)
    raise _no_invoice(root)


def _once(record: InvoiceRecord, seen: dict[str, bytes]) -> InvoiceRecord:
    """Return an invoice, flagged if an earlier document states the same one alike.

    Args:
        record: The invoice.
        seen: Per access key the hash of what the first document of it states; it is added to.

    Raises:
        RejectedError: An earlier document states it otherwise.
    """
    key = record.order.access_key
    stated = hashlib.sha256(repr(record).encode()).digest()
    if key not in seen:
        seen[key] = stated
        return record
    if seen[key] != stated:
        raise RejectedError(Message.of("imports.invoice_contradicted"))
    return replace(record, flags=(*record.flags, Message.of("imports.invoice_repeated")))


def _no_invoice(root: Element) -> RejectedError:
    if root.tag in _OTHERS:
        return RejectedError(Message.of(f"imports.{_OTHERS[root.tag]}"))
    return RejectedError(Message.of("imports.xml_is_no_invoice", value=single_line(root.tag)[:40]))


def _is_event(data: bytes) -> bool:
    root = _ROOT.search(data, 0, _HEAD)
    return root is not None and root[1].decode("ascii", "replace") in _EVENTS


def _party(data: bytes, tag: bytes) -> str:
    """Return the root of the CNPJ or the CPF that follows a tag, or an empty text."""
    start = data.find(tag)
    found = _PARTY.match(data, start + len(tag)) if start >= 0 else None
    return root_of(found[1].decode()) if found else ""


def _most_frequent(counted: Counter[str], issued: Counter[str]) -> frozenset[str]:
    if not counted:
        return frozenset()
    return frozenset({max(counted, key=lambda root: (counted[root], issued[root], root))})
