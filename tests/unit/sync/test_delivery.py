"""Delivering a document: what the server sets aside holds up nothing else."""

from collections.abc import Sequence
from uuid import UUID

from cockpit.domain.ids import new_id
from cockpit.domain.rescue import Rescued
from cockpit.domain.sync import Answer, Entry, Outcome
from cockpit.sync.delivery import deliver


class _Server:
    """Sets one entry aside; takes pieces of no attachment that it has not stored."""

    def __init__(self, refused: UUID) -> None:
        self._refused = str(refused)
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

    def send_content(self, whose: UUID, _part: int, _content: bytes) -> None:
        assert str(whose) != self._refused
        self.pieces.append(whose)


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
