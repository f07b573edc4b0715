"""XML from anywhere into elements, and nothing but elements.

There is no document type and so no entity, nothing is fetched, and size and number of the elements
are limited before anything is parsed.
"""

import re
from xml.etree.ElementTree import Element, ParseError, XMLParser

from cockpit.domain.messages import Message
from cockpit.imports.cells import RejectedError

#: An invoice of 990 items, the most there may be, has about 2 MB.
MOST_BYTES = 5_000_000
#: Beginnings and ends of elements; that invoice has some 200,000.
_MOST_TAGS = 400_000

_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
#: Encodings in which "<!DOCTYPE" is written with the same bytes as in ASCII.
_ENCODINGS = frozenset(
    (
        b"utf-8",
        b"utf8",
        b"iso-8859-1",
        b"latin1",
        b"latin-1",
        b"us-ascii",
        b"ascii",
        b"windows-1252",
    )
)
#: Taken out before parsing, since almost all files have no other: that saves a third of the time.
_NAMESPACE = b' xmlns="http://www.portalfiscal.inf.br/nfe"'
#: Nothing is read of a signature, whose names may stay as they are.
_SIGNATURE = b"<Signature xmlns="
_UTF8_MARK = b"\xef\xbb\xbf"


def parse(data: bytes) -> tuple[Element, list[Message]]:
    """Return the root, its elements' names without namespaces, and what is odd about the text.

    Raises:
        RejectedError: It is no XML, has a document type, or is too large.
    """
    _check(data)
    data = data.replace(_NAMESPACE, b"")
    flags: list[Message] = []
    try:
        root = _parsed(data, None)
    except ParseError as error:
        if _is_utf8(data):
            raise RejectedError(Message.of("imports.xml_broken")) from error
        try:
            root = _parsed(data, "iso-8859-1")
        except ParseError:
            raise RejectedError(Message.of("imports.xml_broken")) from error
        flags.append(Message.of("imports.xml_encoding"))
    if data.count(b"xmlns") > data.count(_SIGNATURE):
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2]
    return root, flags


def _check(data: bytes) -> None:
    """Refuse what must not reach the parser.

    UTF-16, in which a document type would be written otherwise, has a NUL in every tag.
    """
    if not data.strip():
        raise RejectedError(Message.of("imports.xml_empty"))
    if len(data) > MOST_BYTES or data.count(b"<") > _MOST_TAGS:
        raise RejectedError(Message.of("imports.xml_too_large"))
    declared = _DECLARED.match(data.removeprefix(_UTF8_MARK))
    if b"\0" in data or (declared and declared[1].lower() not in _ENCODINGS):
        raise RejectedError(Message.of("imports.xml_broken"))
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RejectedError(Message.of("imports.xml_document_type"))


def _parsed(data: bytes, encoding: str | None) -> Element:
    parser = XMLParser(encoding=encoding)  # noqa: S314 - see _check: no document type gets here
    parser.feed(data)
    root: Element = parser.close()
    return root


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
