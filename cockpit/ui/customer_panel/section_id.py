"""The sections of the client panel, in the order of their keys."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from cockpit.domain.sections import CustomerStory, StoryKind
from cockpit.domain.vocabulary import ObjectionState, QuoteState, ServiceCaseState

translate = QCoreApplication.translate


class SectionId(StrEnum):
    """The sections; Alt+1 is the first, Alt+0 the tenth."""

    SUMMARY = "summary"
    TIMELINE = "timeline"
    ORDERS = "orders"
    PRODUCTS = "products"
    TITLES = "titles"
    QUOTES = "quotes"
    OBJECTIONS = "objections"
    SERVICE = "service"
    NOTES = "notes"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Tally:
    """How much a section holds, and whether something in it wants attention.

    Attributes:
        tone: ``ink_quiet``, or the colour's token of what stands out.
    """

    count: int = 0
    tone: str = "ink_quiet"


def section_word(section: SectionId) -> str:
    """Return a section's short name."""
    return {
        SectionId.SUMMARY: lambda: translate("Sections", "Summary"),
        SectionId.TIMELINE: lambda: translate("Sections", "History"),
        SectionId.ORDERS: lambda: translate("Sections", "Orders"),
        SectionId.PRODUCTS: lambda: translate("Sections", "Products"),
        SectionId.TITLES: lambda: translate("Sections", "Titles"),
        SectionId.QUOTES: lambda: translate("Sections", "Quotes"),
        SectionId.OBJECTIONS: lambda: translate("Sections", "Objections"),
        SectionId.SERVICE: lambda: translate("Sections", "Service"),
        SectionId.NOTES: lambda: translate("Sections", "Notes"),
        SectionId.AUDIT: lambda: translate("Sections", "Audit"),
    }[section]()


def tally(section: SectionId, story: CustomerStory) -> Tally:
    """Return what a section's label says besides its name."""
    return _TALLIES[section](story)


def _titles(story: CustomerStory) -> Tally:
    is_late = any((one.days_late or 0) > 0 for one in story.titles)
    return Tally(len(story.titles), "danger" if is_late else "ink_quiet")


def _quotes(story: CustomerStory) -> Tally:
    is_open = any(one.state is QuoteState.OPEN for one in story.quotes)
    return Tally(len(story.quotes), "warning" if is_open else "ink_quiet")


def _objections(story: CustomerStory) -> Tally:
    if any(one.woken_at is not None for one in story.objections):
        return Tally(len(story.objections), "success")
    is_open = any(one.state is ObjectionState.OPEN for one in story.objections)
    return Tally(len(story.objections), "warning" if is_open else "ink_quiet")


def _service(story: CustomerStory) -> Tally:
    is_open = any(one.state is ServiceCaseState.OPEN for one in story.cases)
    return Tally(len(story.cases), "warning" if is_open else "ink_quiet")


def _notes(story: CustomerStory) -> Tally:
    post_its = sum(one.kind is StoryKind.POST_IT for one in story.timeline)
    return Tally(len(story.pitches) + post_its)


_TALLIES: dict[SectionId, Callable[[CustomerStory], Tally]] = {
    SectionId.SUMMARY: lambda story: Tally(),
    SectionId.TIMELINE: lambda story: Tally(len(story.timeline)),
    SectionId.ORDERS: lambda story: Tally(len(story.orders)),
    SectionId.PRODUCTS: lambda story: Tally(len(story.products)),
    SectionId.TITLES: _titles,
    SectionId.QUOTES: _quotes,
    SectionId.OBJECTIONS: _objections,
    SectionId.SERVICE: _service,
    SectionId.NOTES: _notes,
    SectionId.AUDIT: lambda story: Tally(len(story.audit)),
}
