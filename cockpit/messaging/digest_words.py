"""What a digest's letter says: its sentences, its table and the bars of its picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import resources
from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.messages import MessageValue
from cockpit.domain.notices import (
    Digest,
    LeftCustomer,
    NoticeKind,
    PictureBar,
    PortfolioState,
)

_MOST_BARS = 8
_COUNTS = ("active", "at_risk", "inactive", "lost")
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table; figures stand on the right."""

    title: str
    side: str


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A letter's words.

    Attributes:
        preheader: What mail programs show beside the subject.
        picture_title: The picture's heading.
        picture_words: The picture in words, for who does not see it.
        total: The table's last row; empty without one.
        more: What the table leaves out; empty where it leaves out nothing.
        comments: How many comments wait to be read; empty without any.
    """

    subject: str
    preheader: str
    hello: str
    intro: str
    picture_title: str
    picture_words: str
    bars: tuple[PictureBar, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    more: str
    comments: str
    estimate: str
    closing: str

    @property
    def lines(self) -> list[str]:
        """Return the table as lines of plain text, its columns under each other."""
        titles = tuple(column.title for column in self.columns)
        table = [titles, *self.rows, *([self.total] if self.total else [])]
        widths = [max(len(row[place]) for row in table) for place in range(len(titles))]
        lines = [self._line(row, widths) for row in table]
        return [lines[0], "-" * len(_GAP.join("x" * width for width in widths)), *lines[1:]]

    def _line(self, row: Sequence[str], widths: Sequence[int]) -> str:
        cells = (
            cell.rjust(width) if column.side == "right" else cell.ljust(width)
            for cell, width, column in zip(row, widths, self.columns, strict=True)
        )
        return _GAP.join(cells).rstrip()


def words_of(digest: Digest, name: str, language: Language, today: date) -> LetterWords:
    """Return a digest's words.

    Args:
        digest: What is told.
        name: Whom.
        language: In which language.
        today: The day of the letter, by which days of this year are shortened.
    """
    words = _Words(language, today)
    return (
        words.of_customers(digest, name)
        if (digest.kind is NoticeKind.CYCLE_LEFT)
        else words.of_portfolios(digest, name)
    )


@dataclass(frozen=True, slots=True)
class _Words:
    language: Language
    today: date

    def of_customers(self, digest: Digest, name: str) -> LetterWords:
        count = digest.customer_count
        left_out = count - len(digest.customers)
        subject = self.say("subject_cycle_left", count=count)
        if count == 1:
            subject = self.say("subject_cycle_left_one")
        titles = ("customer", "status", "last_order", "frequency", "silence", "value")
        state = digest.total
        bars = tuple(
            PictureBar(
                getattr(state, one),
                self.say(one),
                formats.integer(getattr(state, one), self.language),
                is_strong=one == "at_risk",
            )
            for one in _COUNTS
        )
        return LetterWords(
            subject=subject,
            preheader=self.money(digest.customer_cents),
            hello=self.say("hello", name=name),
            intro=self.say("intro_cycle_left", since=digest.since_on),
            picture_title=self.say("picture_cycle_left"),
            picture_words=self.in_words("picture_cycle_left", bars),
            bars=bars,
            columns=self.columns(titles, left=2),
            rows=tuple(self.customer(one) for one in digest.customers),
            total=(self.say("total"), "", "", "", "", self.money(digest.customer_cents)),
            more=self.say("more", count=left_out) if left_out > 0 else "",
            comments=self.comments(digest.comment_count),
            estimate=self.say("estimate"),
            closing=self.say("closing"),
        )

    def of_portfolios(self, digest: Digest, name: str) -> LetterWords:
        titles = ("portfolio", *_COUNTS, "at_risk_cents", "lost_cents")
        bars = tuple(
            PictureBar(
                one.at_risk_cents / 100,
                self.owner(one).partition(" ")[0],
                f"R$ {formats.integer(round(one.at_risk_cents / 100), self.language)}",
                is_strong=place == 0,
            )
            for place, one in enumerate(digest.portfolios[:_MOST_BARS])
        )
        total = digest.total
        return LetterWords(
            subject=self.say("subject_portfolios", day=digest.until_on),
            preheader=self.money(total.at_risk_cents),
            hello=self.say("hello", name=name),
            intro=self.say("intro_portfolios", day=digest.until_on),
            picture_title=self.say("picture_portfolios"),
            picture_words=self.in_words("picture_portfolios", bars),
            bars=bars,
            columns=self.columns(titles, left=1),
            rows=tuple(self.portfolio(one, self.owner(one)) for one in digest.portfolios),
            total=self.portfolio(total, self.say("total")),
            more="",
            comments="",
            estimate=self.say("estimate"),
            closing=self.say("closing"),
        )

    def customer(self, one: LeftCustomer) -> tuple[str, ...]:
        return (
            one.name or self.say("gone"),
            resources.text(f"status.{one.status.value}", self.language),
            "" if one.last_order_on is None else formats.day(one.last_order_on),
            self.days(one.frequency_days),
            self.days(one.silence_days),
            self.money(one.at_risk_cents),
        )

    def portfolio(self, one: PortfolioState, name: str) -> tuple[str, ...]:
        counts = (formats.integer(getattr(one, count), self.language) for count in _COUNTS)
        return (name, *counts, self.money(one.at_risk_cents), self.money(one.lost_cents))

    def owner(self, one: PortfolioState) -> str:
        return one.owner_name or self.say("nobody")

    def columns(self, titles: Sequence[str], *, left: int) -> tuple[Column, ...]:
        sides = ["left"] * left + ["right"] * (len(titles) - left)
        named = zip(titles, sides, strict=True)
        return tuple(Column(self.say(title), side) for title, side in named)

    def in_words(self, title: str, bars: Sequence[PictureBar]) -> str:
        parts = ", ".join(f"{bar.label} {bar.figure}" for bar in bars)
        return f"{self.say(title)}: {parts}"

    def days(self, count: float | None) -> str:
        if count is None:
            return ""
        whole = round(count)
        return self.say("day_one") if whole == 1 else self.say("days", count=whole)

    def comments(self, count: int) -> str:
        if count == 1:
            return self.say("comment_one")
        return self.say("comments", count=count) if count else ""

    def money(self, cents: int) -> str:
        return formats.money(cents, self.language)

    def say(self, key: str, **values: MessageValue) -> str:
        return resources.text(f"notices.{key}", self.language, **values)
