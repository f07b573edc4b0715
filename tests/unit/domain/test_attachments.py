"""What may be attached, whatever it calls itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain import attachments
from cockpit.domain.attachments import clean_name, is_started, media_type_of, named_as
from cockpit.domain.errors import BadInputError


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\xff\xd8\xff\xe0rest", attachments.JPEG),
        (b"\x89PNG\r\n\x1a\nrest", attachments.PNG),
        (b"RIFF\x00\x00\x00\x00WEBPrest", attachments.WEBP),
        (b"\x00\x00\x00\x18ftypheicrest", attachments.HEIC),
        (b"%PDF-1.7", attachments.PDF),
        (b"nothing known", attachments.OTHER),
    ],
)
def test_the_content_says_what_it_is(content: bytes, media_type: str) -> None:
    assert media_type_of("photo.exe.txt.bin"[-4:], content) == media_type


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("photo.jpg", b"", "attachment_empty"),
        ("photo.jpg", b"MZ\x90\x00", "attachment_program"),
        ("list", b"\x7fELF", "attachment_program"),
        ("run", b"#!/bin/sh\n", "attachment_program"),
        ("invoice.pdf.exe", b"plain", "attachment_program"),
        ("invoice.exe.pdf", b"plain", "attachment_program"),
        ("INVOICE.HTA", b"plain", "attachment_program"),
        ("invoice.exe. ", b"plain", "attachment_program"),
        ("invoice.e\u202exe", b"plain", "attachment_program"),
        ("page.svg", b"<svg onload='x()'/>", "attachment_program"),
    ],
)
def test_programs_and_nothing_are_refused(name: str, content: bytes, key: str) -> None:
    with pytest.raises(BadInputError) as caught:
        media_type_of(name, content)
    assert caught.value.message.key == f"error.{key}"


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("fachada.jpg", "fachada.jpg"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\system.ini", "system.ini"),
        ('a\n"b"\'c.jpg', "a b 'c.jpg"),
        ("CON.jpg", "_CON.jpg"),
        ("...", "anexo"),
        ("", "anexo"),
        ("  .hidden ", "hidden"),
        (f"{'a' * 400}.jpeg", f"{'a' * 100}.jpeg"),
    ],
)
def test_names_lose_what_leads_elsewhere(name: str, cleaned: str) -> None:
    assert clean_name(name) == cleaned


@given(st.text(max_size=300))
def test_every_name_becomes_one_that_stays_in_its_folder(name: str) -> None:
    cleaned = clean_name(name)
    assert 0 < len(cleaned) <= 120
    assert not re.search(r'[\x00-\x1f/\\<>:"|?*\u202e]', cleaned)
    assert not cleaned.startswith(".")
    assert clean_name(cleaned) == cleaned


def test_a_name_says_what_the_content_is() -> None:
    assert named_as("photo.png", attachments.JPEG) == "photo.png.jpg"
    assert named_as("photo.JPEG", attachments.JPEG) == "photo.JPEG"
    assert named_as("list.docx", attachments.OTHER) == "list.docx"
    assert not is_started("list.docx")


@pytest.mark.parametrize("brand", [b"heic", b"avif", b"mif1"])
def test_a_picture_that_says_where_it_was_taken_is_refused(brand: bytes) -> None:
    media_type = media_type_of("a", b"\x00\x00\x00\x18ftyp" + brand + b"rest")
    with pytest.raises(BadInputError) as caught:
        attachments.check_silent("Loja.HEIC", media_type)
    assert caught.value.message.key == "error.attachment_says_where"
    attachments.check_silent("a.jpg", attachments.JPEG)
