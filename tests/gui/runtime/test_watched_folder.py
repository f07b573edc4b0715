from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cockpit.runtime import watched_folder
from cockpit.runtime.watched_folder import DONE, PROBLEMS, TAKEN, WatchedFolder


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[[], WatchedFolder]]:
    made: list[WatchedFolder] = []

    def one() -> WatchedFolder:
        made.append(WatchedFolder(tmp_path))
        return made[-1]

    yield one
    for folder in made:
        folder.release()


Make = Callable[[], WatchedFolder]


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file() and path.suffix)


def test_a_file_is_taken_once_it_stands_still(tmp_path: Path, make: Make) -> None:
    folder = make()
    path = tmp_path / "clientes.csv"
    path.write_text("codigo")
    assert folder.take() == []
    path.write_text("codigo;razao_social")  # still being written
    assert folder.take() == []
    (taken,) = folder.take()
    assert taken == tmp_path / TAKEN / "clientes.csv"
    assert taken.read_text() == "codigo;razao_social"
    assert not path.exists()


@pytest.mark.parametrize("name", ["~$clientes.xlsx", ".clientes.csv", "foto.png", "a.csv.part"])
def test_what_is_no_export_is_left_alone(tmp_path: Path, make: Make, name: str) -> None:
    folder = make()
    (tmp_path / name).write_text("x")
    (tmp_path / "pasta.csv").mkdir()
    (tmp_path / "vazio.csv").touch()
    assert folder.take() == folder.take() == []
    assert (tmp_path / name).exists()


def test_loose_invoices_are_taken_together(tmp_path: Path, make: Make) -> None:
    folder = make()
    for number in range(3):
        (tmp_path / f"{number}.XML").write_text("<nfe/>")
    folder.take()
    (group,) = folder.take()
    assert (group.parent.name, files(group)) == (TAKEN, ["0.XML", "1.XML", "2.XML"])
    folder.put_aside(group, is_problem=False)
    assert files(tmp_path / DONE / group.name) == ["0.XML", "1.XML", "2.XML"]


def test_what_is_done_never_replaces_an_older_file(tmp_path: Path, make: Make) -> None:
    folder = make()
    for text in ("first", "second", "third"):
        (tmp_path / "p.csv").write_text(text)
        folder.take()
        (taken,) = folder.take()
        folder.put_aside(taken, is_problem=True)
    kept = sorted((tmp_path / PROBLEMS).iterdir())
    assert sorted(path.read_text() for path in kept) == ["first", "second", "third"]
    assert all(path.suffix == ".csv" for path in kept)


def test_what_a_killed_program_left_is_taken_by_the_next(tmp_path: Path, make: Make) -> None:
    left = tmp_path / TAKEN / "p.csv"
    left.parent.mkdir()
    left.write_text("x")
    assert make().take() == [left]


def test_one_program_at_a_time_looks_after_a_folder(tmp_path: Path, make: Make) -> None:
    first, second = make(), make()
    (tmp_path / "p.csv").write_text("x")
    for _ in range(2):
        first.take()
        assert second.take() == []
    first.release()
    assert names(second.take()) == ["p.csv"]


def test_what_another_program_holds_open_is_put_aside_later_and_not_taken_again(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make()
    (tmp_path / "p.csv").write_text("x")
    folder.take()
    (taken,) = folder.take()
    with monkeypatch.context() as held:
        held.setattr(watched_folder, "_move", lambda _path, _target: False)
        folder.put_aside(taken, is_problem=False)
        assert folder.take() == []
        assert taken.exists()
    assert folder.take() == []
    assert files(tmp_path / DONE) == ["p.csv"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        WatchedFolder(tmp_path / "nowhere").take()
