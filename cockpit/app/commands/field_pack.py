"""``field pack``: customers of the shared list taken along, kept for longer, and given back."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

import resources
from cockpit.app.field.choice import field_choice
from cockpit.app.options import Options
from cockpit.app.packing import pack_service
from cockpit.app.paths import Paths
from cockpit.app.report_text import write_json, write_lines
from cockpit.app.terminal import one_line
from cockpit.app.wiring import open_session
from cockpit.domain import formats
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import MessageValue
from cockpit.domain.packs import PackDone, PackedCustomer, PackOffer, PackPlace, PackWish
from cockpit.domain.plain_text import plain
from cockpit.services.packs import PackService

_NOT_HERE = 1


def run(options: Options, paths: Paths) -> int:
    """Do what is asked; 1 where it is done and the file has not heard of it yet."""
    if field_choice(paths) is None or not options.is_field:
        raise BadInputError("field_not_set_up")
    with open_session(options, paths) as session:
        told = _Told(options, session.clock)
        return _ACTIONS[options.fielding.pack_action](pack_service(session), told)


class _Told:
    """What was asked, and how it is answered."""

    def __init__(self, options: Options, clock: Clock) -> None:
        self.asked, self._language = options.fielding, options.language
        self.clock = clock

    def done(self, key: str, found: PackDone) -> int:
        """Say what was done."""
        if self.asked.is_field_json:
            write_json(asdict(found))
        else:
            until = "" if found.until is None else self.day(found.until)
            words = f"{key}_one" if found.count == 1 else key
            lines = [self.say(words, count=found.count, until=until)]
            self.write(lines if found.is_here else [*lines, self.say("pack_not_here")])
        return 0 if found.is_here else _NOT_HERE

    def day(self, at: datetime) -> str:
        """Return the day until whose end somebody is along."""
        return formats.day(at.astimezone(self.clock.zone).date())

    def write(self, lines: Sequence[str]) -> None:
        write_lines([one_line(line) for line in lines])

    def say(self, key: str, **values: MessageValue) -> str:
        return resources.text(f"field.{key}", self._language, **values)


def _list(packs: PackService, told: _Told) -> int:
    found = packs.packed()
    if told.asked.is_field_json:
        write_json([asdict(one) for one in found])
    else:
        told.write([_line(one, told) for one in found] or [told.say("pack_empty")])
    return 0


def _line(one: PackedCustomer, told: _Told) -> str:
    marks = {
        "pack_over": one.is_over(told.clock.now()),
        "pack_stayed": one.is_extended,
        "pack_contacted": one.is_contacted,
    }
    mark = "".join(told.say(key) for key, holds in marks.items() if holds)
    place = _city(one.city, one.state)
    return told.say("pack_line", until=told.day(one.until), name=one.name, place=place, mark=mark)


def _offer(packs: PackService, told: _Told) -> int:
    offer = packs.offered()
    if told.asked.is_field_json:
        write_json(asdict(offer))
        return 0
    head = told.say("pack_offer", room=offer.room, most=offer.most, longest=offer.longest)
    told.write([head, *(_place(one, told) for one in offer.places)])
    return 0


def _place(one: PackPlace, told: _Told) -> str:
    city = _city(one.city, one.state) or told.say("pack_no_city")
    return told.say("pack_place", count=one.count, city=city, segment=one.segment).rstrip()


def _take(packs: PackService, told: _Told) -> int:
    asked, offer = told.asked, packs.offered()
    wish = PackWish(
        asked.pack_many, asked.pack_days or offer.longest, asked.pack_city,
        _segment(offer, asked.pack_segment),
    )  # fmt: skip
    return told.done("pack_taken", packs.take(wish))


def _segment(offer: PackOffer, name: str) -> UUID | None:
    """Return the segment of a name, accents and capitals aside.

    Raises:
        BadInputError: Nobody who may be taken is in one of that name.
    """
    if not name:
        return None
    for one in offer.places:
        if one.segment_id is not None and plain(one.segment) == plain(name):
            return one.segment_id
    raise BadInputError("pack_no_segment", name=name)


def _extend(packs: PackService, told: _Told) -> int:
    days = told.asked.pack_days or packs.offered().longest
    return told.done("pack_extended", packs.extend(days, _chosen(packs, told)))


def _give_back(packs: PackService, told: _Told) -> int:
    return told.done("pack_returned", packs.give_back(_chosen(packs, told)))


def _chosen(packs: PackService, told: _Told) -> list[UUID] | None:
    """Return who of a city is along, named alone or with its state; None for everybody."""
    city = plain(told.asked.pack_city)
    if not city:
        return None
    return [
        one.customer_id
        for one in packs.packed()
        if city in {plain(one.city), plain(_city(one.city, one.state))}
    ]


def _city(city: str, state: str) -> str:
    return " - ".join(filter(None, (city, state)))


_ACTIONS: dict[str, Callable[[PackService, _Told], int]] = {
    "list": _list,
    "offer": _offer,
    "take": _take,
    "extend": _extend,
    "return": _give_back,
}
