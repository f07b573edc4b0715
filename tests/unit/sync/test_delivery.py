"""Delivering a document: what the server sets aside holds up nothing else."""

from collections.abc import Sequence
from uuid import UUID

from cockpit.domain.ids import new_id
from cockpit.domain.rescue import Rescued
from cockpit.domain.sync import MOST_LETTERS, MOST_SENT, Answer, Entry, Outcome, within_one_push
from cockpit.sync.delivery import deliver


class _Server:
    """Sets one entry aside; takes pieces of no attachment that it has not stored.

    Attributes:
        odd: Of which attachment no piece fits.
    """

    def __init__(self, refused: UUID, odd: UUID | None = None) -> None:
        self._refused, self.odd = str(refused), odd
        self.pieces: list[UUID] = []

    def register(self, device_id: UUID, name: str) -> None:
        """Know everybody."""

    def push(self, _device_id: UUID, entries: Sequence[Entry]) -> list[Outcome]:
        return [
            Outcome(
                one.number,
                Answer.QUARANTINED if one.row["id"] == self._refused else Answer.STORED,
            )
            for one in entries
        ]

    def send_content(self, whose: UUID, _part: int, _content: bytes) -> str:
        assert str(whose) != self._refused
        self.pieces.append(whose)
        return "does_not_fit" if whose == self.odd else ""


def test_pieces_of_what_was_set_aside_hold_up_no_others() -> None:
    odd, sound = new_id(), new_id()
    entries = [
        Entry(number, "attachments", {"id": str(key)}) for number, key in enumerate((odd, sound), 1)
    ]
    contents = [(odd, 0, b"a"), (sound, 0, b"b")]
    server = _Server(odd)
    rescued = Rescued(new_id(), new_id(), "", entries, contents)
    answers = deliver(rescued, server, "notebook")  # type: ignore[arg-type]
    assert answers == {Answer.QUARANTINED: 1, Answer.STORED: 1}
    assert server.pieces == [sound]


def test_pieces_that_do_not_fit_hold_up_no_others_and_are_told() -> None:
    odd, sound = new_id(), new_id()
    entries = [
        Entry(number, "attachments", {"id": str(key)}) for number, key in enumerate((odd, sound), 1)
    ]
    contents = [(odd, 0, b"a"), (odd, 1, b"a"), (sound, 0, b"b")]
    server = _Server(new_id(), odd)
    rescued = Rescued(new_id(), new_id(), "", entries, contents)
    answers = deliver(rescued, server, "notebook")  # type: ignore[arg-type]
    assert answers == {Answer.STORED: 2, Answer.QUARANTINED: 1}
    assert server.pieces == [odd, sound]


def test_a_push_is_as_long_as_a_server_likes_it() -> None:
    short = [Entry(number, "contacts", {"note": "curta"}) for number in range(600)]
    assert len(within_one_push(short)) == MOST_SENT
    long = [Entry(number, "contacts", {"note": "x" * (MOST_LETTERS // 3)}) for number in range(9)]
    assert [one.number for one in within_one_push(long)] == [0, 1, 2]
    huge = [Entry(0, "contacts", {"note": "x" * MOST_LETTERS * 2}), *short]
    assert [one.number for one in within_one_push(huge)] == [0]
