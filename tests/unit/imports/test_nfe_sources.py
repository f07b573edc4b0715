"""Folders and ZIPs of NF-e: each document once, in order, and nothing that was made to hurt."""

import io
import os
import random
import zipfile
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import InvoiceEventRecord, InvoiceRecord, RowProblem
from cockpit.domain.import_sources import Container, ImportMapping
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.nfe import (
    InvoiceFile,
    holds_invoices,
    open_invoices,
    own_documents,
    preview_invoices,
)
from cockpit.imports.nfe import invoice_file as module
from cockpit.imports.nfe.xml import MOST_BYTES
from cockpit.imports.reader import ImportFileReader
from tests.support.nfe_files import OWN, Item, Nfe, Title, cancellation, cnpj, trade, with_item

_CLOCK = AsOfClock(date(2026, 3, 16))
_SUPPLIER = cnpj("998887770001")
_TAIL = b"</nfeProc>"


def _open(path: Path) -> InvoiceFile:
    return open_invoices(path, _CLOCK, frozenset({OWN}))


def _reasons(path: Path) -> list[str]:
    records = [record for _, record in _open(path).lines()]
    return [
        one.reasons[0].key.removeprefix("imports.") if isinstance(one, RowProblem) else "taken"
        for one in records
    ]


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_folder_is_read_with_its_folders_and_zips_and_events_come_last(tmp_path: Path) -> None:
    first, second, third = (Nfe(number=number) for number in (1, 2, 3))
    (tmp_path / "a-evento.xml").write_bytes(cancellation(first.access_key))
    (tmp_path / "danfe.pdf").write_bytes(b"%PDF")
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "b.XML").write_bytes(first.xml())
    _zip(tmp_path / "c.zip", {"março/2.xml": second.xml(), "__MACOSX/._2.xml": b"x", "l.txt": b""})
    (tmp_path / "d.xml").write_bytes(third.xml())
    opened = _open(tmp_path)
    batch = next(opened.batches())

    assert [one.name for one in opened.documents] == [
        "2026/b.XML",
        "c.zip/março/2.xml",
        "d.xml",
        "a-evento.xml",
    ]
    assert [type(record) for _, record in batch.records] == [InvoiceRecord] * 3 + [
        InvoiceEventRecord
    ]
    assert [line for line, _ in batch.records] == [1, 2, 3, 4]
    assert batch.cells[4] == ("a-evento.xml",)
    assert (opened.size, opened.headers, opened.kind) == (4, ("arquivo",), ImportKind.INVOICES)
    assert opened.format.container is Container.XML


def test_a_file_alone_and_a_zip_alone_are_read(tmp_path: Path) -> None:
    (tmp_path / "one.xml").write_bytes(Nfe().xml())
    archive = _zip(tmp_path / "many.zip", {"1.xml": Nfe(number=1).xml(), "2.xml": b"<"})

    assert _reasons(tmp_path / "one.xml") == ["taken"]
    assert _reasons(archive) == ["taken", "xml_broken"]


def test_batches_are_the_same_each_time_and_account_for_each_document_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH_SIZE", 4)
    for invoice in trade(10):
        (tmp_path / f"{invoice.access_key}.xml").write_bytes(invoice.xml())
    first, second = list(_open(tmp_path).batches()), list(_open(tmp_path).batches())

    assert first == second
    assert [_outline(batch) for batch in first] == [(0, 1, 4, 4), (1, 5, 8, 8), (2, 9, 10, 10)]
    assert [line for batch in first for line, _ in batch.records] == list(range(1, 11))


def _outline(batch: LineBatch) -> tuple[int, int, int, int]:
    return batch.ordinal, batch.first_line, batch.last_line, batch.position


def test_the_hash_follows_names_contents_and_whose_they_are(tmp_path: Path) -> None:
    file = tmp_path / "1.xml"
    file.write_bytes(Nfe().xml())
    other = open_invoices(tmp_path, _CLOCK, frozenset({cnpj("555555550001")}))
    hashes = {_open(tmp_path).sha256, other.sha256}
    file.write_bytes(Nfe(total="1.00").xml())
    hashes.add(_open(tmp_path).sha256)
    file.rename(tmp_path / "2.xml")
    hashes.add(_open(tmp_path).sha256)

    assert len(hashes) == 4
    assert _open(tmp_path).sha256 in hashes


def test_who_we_are_makes_the_same_import_whether_it_was_told_or_found_out(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(Nfe().xml())
    assert open_invoices(tmp_path, _CLOCK).sha256 == _open(tmp_path).sha256


def test_the_company_is_the_one_in_most_invoices_where_nobody_says_it(tmp_path: Path) -> None:
    for number in range(5):
        bought = Nfe(number=number, issuer=cnpj(f"5555555{number}0001"), recipient=OWN)
        (tmp_path / f"bought-{number}.xml").write_bytes(bought.xml())
    (tmp_path / "sold.xml").write_bytes(Nfe().xml())
    opened = open_invoices(tmp_path, _CLOCK)
    taken = [record for _, record in opened.lines() if isinstance(record, InvoiceRecord)]

    assert opened.own == {OWN[:8]}
    assert [record.order.company for record in taken] == [OWN]


def test_of_one_invoice_alone_the_issuer_is_the_company(tmp_path: Path) -> None:
    (tmp_path / "sold.xml").write_bytes(Nfe().xml())

    assert open_invoices(tmp_path, _CLOCK).own == {OWN[:8]}


def test_a_mapping_of_invoices_says_whose_they_are() -> None:
    named = ImportMapping(ImportKind.INVOICES, {"empresa": ("12.ABC.345/01DE-35", "")})
    other = ImportMapping(ImportKind.ORDERS, {"empresa": ("empresa",)})

    assert own_documents((other, named)) == {OWN}


def test_a_preview_shows_what_would_be_taken(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(Nfe().xml())
    (tmp_path / "2.xml").write_bytes(b"<NFe/>")
    preview = preview_invoices(tmp_path, _CLOCK, frozenset({OWN}))

    assert [type(record) for record in preview.records] == [InvoiceRecord, RowProblem]
    assert preview.cells == [("1.xml",), ("2.xml",)]
    assert (preview.mapping.kind, dict(preview.mapping.columns)) == (ImportKind.INVOICES, {})


def test_folders_zips_and_xml_are_invoices_and_spreadsheets_are_not(tmp_path: Path) -> None:
    sheet = _zip(tmp_path / "plan.xlsx", {"[Content_Types].xml": b"<Types/>"})
    (tmp_path / "a.xml").write_bytes(Nfe().xml())
    (tmp_path / "without-suffix").write_bytes(cancellation(Nfe().access_key))
    (tmp_path / "excel.xml").write_bytes(b'<?xml version="1.0"?><Workbook xmlns="urn:s"/>')
    (tmp_path / "a.csv").write_bytes(b"numero;cliente\n1;2\n")
    archive = _zip(tmp_path / "x.zip", {"1.xml": b"<NFe/>"})

    assert all(
        map(holds_invoices, (tmp_path, archive, tmp_path / "a.xml", tmp_path / "without-suffix"))
    )
    assert not any(
        map(holds_invoices, (sheet, tmp_path / "a.csv", tmp_path / "excel.xml", tmp_path / "-"))
    )


def test_a_folder_without_xml_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as caught:
        _open(tmp_path)

    assert caught.value.message.key == "error.import_no_invoices"


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.xml").write_bytes(Nfe().xml())
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "1.xml").write_bytes(Nfe().xml())
    (folder / "link.xml").symlink_to(outside / "secret.xml")
    (folder / "links").symlink_to(outside)
    os.mkfifo(folder / "pipe.xml")

    assert [one.name for one in _open(folder).documents] == ["1.xml"]


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>', "xml_document_type"),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "xml_document_type"),
        ('<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">', "xml_document_type"),
    ],
)
def test_document_types_and_entities_are_refused_unread(
    tmp_path: Path, head: str, reason: str
) -> None:
    data = Nfe().xml().decode()
    start = data.index("<nfeProc")
    for encoding in ("utf-8", "iso-8859-1"):
        text = data[:start].replace("UTF-8", encoding) + head + data[start:]
        (tmp_path / f"{encoding}.xml").write_bytes(text.encode(encoding))
    hidden = (f'<?xml version="1.0" encoding="UTF-16"?>{head}' + data[start:]).encode("utf-16")
    (tmp_path / "z.xml").write_bytes(hidden)

    assert _reasons(tmp_path) == [reason, reason, "xml_broken"]


def test_an_undefined_entity_is_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(Nfe().xml().replace(b"<mod>55", b"<mod>&e;55"))

    assert _reasons(tmp_path) == ["xml_broken"]


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "utf-32", "utf-16"])
def test_encodings_that_could_hide_something_are_not_read(tmp_path: Path, encoding: str) -> None:
    data = Nfe().xml().decode().replace("UTF-8", encoding)
    (tmp_path / "1.xml").write_bytes(data.encode(encoding))
    (tmp_path / "2.xml").write_bytes(data.encode())

    assert _reasons(tmp_path) == ["xml_broken", "xml_broken"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "xml_empty"),
        (b" \n ", "xml_empty"),
        (Nfe().xml() + b" " * MOST_BYTES, "xml_too_large"),
        (b"<a>" * 300_000 + b"</a>" * 300_000, "xml_too_large"),
        (b"<a>" * 100_000 + b"</a>" * 100_000, "xml_is_no_invoice"),
        (Nfe().xml()[:3000], "xml_broken"),
        (Nfe().xml().replace(b"<mod>", b"<mod>\0"), "xml_broken"),
        (Nfe().xml().removesuffix(_TAIL) + b"<det>" * 50_000, "xml_broken"),
    ],
)
def test_empty_cut_huge_and_deeply_nested_files_are_one_rejected_line(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    (tmp_path / "1.xml").write_bytes(data)
    (tmp_path / "2.xml").write_bytes(Nfe().xml())

    assert _reasons(tmp_path) == [reason, "taken"]


def test_a_zip_that_expands_beyond_belief_is_not_opened(tmp_path: Path) -> None:
    _zip(tmp_path / "bomb.zip", {f"{n}.xml": b"<a>" + b" " * 4_000_000 for n in range(30)})
    (tmp_path / "x.xml").write_bytes(Nfe().xml())

    assert _reasons(tmp_path) == ["zip_bomb", "taken"]


def test_a_zip_that_lies_about_its_sizes_is_not_believed(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "lie.zip", {"1.xml": b"<a>" + b" " * 30_000_000})
    data = bytearray(archive.read_bytes())
    size = (30_000_003).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (900).to_bytes(4, "little")
    archive.write_bytes(data)

    assert _reasons(archive) == ["zip_broken"]


def test_nested_encrypted_and_broken_zips_are_told_apart(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("1.xml", Nfe().xml())
    outer = _zip(tmp_path / "a.zip", {"inner.zip": inner.getvalue(), "secret.xml": Nfe().xml()})
    data = bytearray(outer.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    outer.write_bytes(data)
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 but not really")

    assert _reasons(tmp_path) == ["zip_nested", "zip_encrypted", "zip_broken"]


def test_names_in_a_zip_are_shown_and_lead_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    _zip(folder / "a.zip", {"../../evil.xml": Nfe().xml(), "/etc/x\x07.xml": Nfe(number=2).xml()})
    opened = _open(folder)

    assert _reasons(folder) == ["taken", "taken"]
    assert [one.name for one in opened.documents] == ["a.zip/../../evil.xml", "a.zip//etc/x .xml"]
    assert sorted(tmp_path.iterdir()) == [folder]


def test_two_members_of_one_name_are_two_documents(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.xml", Nfe(number=1).xml())
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("1.xml", Nfe(number=2).xml())
    numbers = [
        record.order.number
        for _, record in _open(tmp_path / "a.zip").lines()
        if isinstance(record, InvoiceRecord)
    ]

    assert numbers == ["NFE-1-1", "NFE-1-2"]


def test_a_file_that_disappears_meanwhile_is_a_rejected_line(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.xml").write_bytes(Nfe(number=number).xml())
    opened = _open(tmp_path)
    (tmp_path / "1.xml").unlink()
    (_, first), (_, second) = opened.lines()

    assert isinstance(first, RowProblem)
    assert first.reasons[0].key == "imports.xml_unreadable"
    assert isinstance(second, InvoiceRecord)


def test_thousands_of_damaged_files_are_each_accounted_for_and_none_changes_a_sum(
    tmp_path: Path,
) -> None:
    chance = random.Random(20260316)
    sold = Nfe(titles=(Title("001", "2026-04-01", "112.34"),), items=(Item(), Item(code="B")))
    returned = with_item(
        Nfe(number=2, direction="0", purpose="4", references=(sold.access_key,)), cfop="1202"
    )
    seeds = [sold.xml(), returned.xml(), cancellation(sold.access_key)]
    mutants = [_mutated(chance, chance.choice(seeds)) for _ in range(2_500)]
    archive = _zip(tmp_path / "damaged.zip", {f"{n:05d}.xml": m for n, m in enumerate(mutants)})
    opened = _open(archive)
    lines = list(opened.lines())

    assert [line for line, _ in lines] == list(range(1, len(mutants) + 1))
    assert {type(record) for _, record in lines} == {
        InvoiceRecord,
        InvoiceEventRecord,
        RowProblem,
    }
    for line, record in lines:
        if isinstance(record, InvoiceRecord):
            source = mutants[int(opened.documents[line - 1].name[-9:-4])]
            whole = f"<vNF>{record.order.net_cents / 100:.2f}</vNF>".encode() in source
            assert whole or "imports.invoice_partly" in {flag.key for flag in record.flags}
            assert record.order.access_key.encode() in source


def _mutated(chance: random.Random, data: bytes) -> bytes:
    """Damage a file: bytes changed, a piece cut out, doubled or moved, a tag or text exchanged."""
    text = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text))
        stop = min(start + chance.choice((1, 2, 8, 64, 512)), len(text))
        action = chance.randrange(6)
        if action == 0:
            text[start] = chance.randrange(256)
        elif action == 1:
            del text[start:stop]
        elif action == 2:
            text[start:start] = text[start:stop]
        elif action == 3:
            text[start:stop] = bytes(chance.randrange(256) for _ in range(stop - start))
        elif action == 4:
            text[start:start] = chance.choice(
                (b"<!DOCTYPE a>", b"<x>", b"</det>", b"&amp;", b"9999999", b"-", b"]]>", b"\xff")
            )
        else:
            piece = bytes(text[start:stop])
            del text[start:stop]
            at = chance.randrange(len(text)) if text else 0
            text[at:at] = piece
        if not text:
            break
    return bytes(text)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_device_is_refused_before_it_is_read(tmp_path: Path) -> None:
    pipe, device = tmp_path / "notas.xml", tmp_path / "lz.xml"
    os.mkfifo(pipe)
    device.symlink_to("/dev/null")  # as endless ones are, but harmless where the check fails
    reader = ImportFileReader(_CLOCK)
    other_end = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        content = b"numero;cliente\n" * 300
        os.write(other_end, content)
        for read, path in product((reader.open, reader.preview), (pipe, device)):
            with pytest.raises(BadInputError, match="import_not_a_file"):
                read(path)
        with pytest.raises(BadInputError, match="import_not_a_file"):
            _open(device)
        assert os.read(other_end, len(content) + 1) == content
    finally:
        os.close(other_end)


def test_an_invoice_that_comes_again_is_flagged_and_one_that_says_otherwise_rejected(
    tmp_path: Path,
) -> None:
    (tmp_path / "1.xml").write_bytes(Nfe().xml())
    (tmp_path / "2.xml").write_bytes(Nfe().xml() + b"\n")
    (tmp_path / "3.xml").write_bytes(Nfe(items=(Item(), Item())).xml())
    first, again, other = (record for _, record in _open(tmp_path).lines())
    assert isinstance(first, InvoiceRecord)
    assert isinstance(again, InvoiceRecord)
    assert first.flags == ()
    assert again.flags == (Message.of("imports.invoice_repeated"),)
    assert isinstance(other, RowProblem)
    assert other.reasons == (Message.of("imports.invoice_contradicted"),)
