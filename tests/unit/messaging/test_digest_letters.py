"""A digest's letter: both languages, everything escaped, the same in text."""

from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.clock import AsOfClock
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import MailSecurity, MailServer
from cockpit.domain.notices import Digest, DigestLetter, PictureBar
from cockpit.messaging.digest_letters import DigestLetterWriter
from cockpit.messaging.mail import digest_letter_of
from tests.support.notice_fakes import cycle_left, left_customer, portfolio, portfolios, recipient

TODAY = date(2022, 3, 22)
SERVER = MailServer("localhost", 25, MailSecurity.NONE, "", "Giro", "giro@giro.example")
PNG = b"\x89PNG a picture"


class Painter:
    """Keeps what it was to paint."""

    def __init__(self) -> None:
        self.painted: list[tuple[str, Sequence[PictureBar]]] = []

    def paint(self, title: str, bars: Sequence[PictureBar]) -> bytes:
        self.painted.append((title, bars))
        return PNG


def letter(digest: Digest, language: str = "pt_BR", painter: Painter | None = None) -> DigestLetter:
    writer = DigestLetterWriter(painter)
    return writer.write(digest, recipient(language=language), new_id(), today=TODAY)


class Words(HTMLParser):
    """Collects what a page shows, and checks that its tags are closed."""

    _VOID = frozenset({"meta", "img", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self._VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(data.strip())

    def close(self) -> None:
        super().close()
        assert self._open == []


def words_of(page: str) -> list[str]:
    parser = Words()
    parser.feed(page)
    parser.close()
    return parser.words


def test_a_seller_reads_whom_to_call() -> None:
    made = letter(cycle_left(left_customer("Acme", 123_456)))
    assert made.subject == "Giro: 1 cliente da sua carteira fora do ciclo de compra"
    assert made.text.startswith("Olá, Ana.\n")
    assert "Acme     Em risco     31/01/2022                 16 dias  50 dias" in made.text
    assert "R$ 1.234,56" in words_of(made.html)


def test_a_manager_reads_each_portfolio_and_the_total() -> None:
    made = letter(portfolios(portfolio("Ana Prado", 100_000), portfolio("Bia", 50_000)))
    last = [line for line in made.text.splitlines() if line.startswith("Total")]
    assert last[0].split() == ["Total", "80", "18", "14", "4", "R$", "1.500,00", "R$", "20.000,00"]
    assert made.subject == "Giro: carteiras em 22/03/2022"


def test_english_is_complete() -> None:
    made = letter(cycle_left(left_customer(cents=123_456), left_customer(), count=60), "en")
    assert made.subject == "Giro: 60 of your customers left their purchase cycle"
    assert "R$ 1,234.56" in made.text
    assert "And 58 more" in made.text
    assert 'lang="en"' in made.html


def test_another_language_is_portuguese() -> None:
    assert letter(portfolios(portfolio("Ana")), "tlh").subject.startswith("Giro: carteiras")


def test_who_was_erased_since_has_no_name() -> None:
    assert "Cliente removido" in letter(cycle_left(left_customer(""))).text


@given(st.text(min_size=1, max_size=40))
def test_no_name_becomes_markup(name: str) -> None:
    made = letter(cycle_left(left_customer(f"<script>{name}")))
    assert "<script" not in made.html
    words_of(made.html)


def test_the_picture_travels_inside_with_its_words() -> None:
    painter = Painter()
    made = letter(portfolios(portfolio("Ana Prado", 123_456_00)), painter=painter)
    ((title, bars),) = painter.painted
    assert title == "R$ em risco por carteira"
    assert [(bar.label, bar.figure) for bar in bars] == [("Ana", "R$ 123.456")]
    assert "R$ em risco por carteira: Ana R$ 123.456" in made.html
    mail = digest_letter_of(made, SERVER, AsOfClock(TODAY))
    assert mail["Message-ID"] == f"<{made.message_id}@giro.example>"
    images = [part for part in mail.walk() if part.get_content_type() == "image/png"]
    own = f"{made.message_id}.picture@giro"
    assert [part["Content-ID"] for part in images] == [f"<{own}>"]
    assert images[0].get_content() == PNG
    assert "cid:picture" in made.html
    page = mail.get_body(("html",))
    assert isinstance(page, EmailMessage)
    assert f'src="cid:{own}"' in page.get_content()


def test_without_a_painter_there_is_no_picture() -> None:
    made = letter(portfolios(portfolio("Ana")))
    assert made.picture is None
    assert "<img" not in made.html
    mail = digest_letter_of(made, SERVER, AsOfClock(TODAY))
    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]


def test_no_letter_asks_anything_of_the_network() -> None:
    made = letter(cycle_left(left_customer()), painter=Painter())
    assert "http" not in made.html
    assert "url(" not in made.html
