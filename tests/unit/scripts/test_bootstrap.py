from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scripts import bootstrap

if TYPE_CHECKING:
    from pathlib import Path


class Workshop:
    """A project's folder whose environment is only pretended to be made; notes what is done."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.done: list[str] = []
        self.is_interrupted = False
        self._monkeypatch = monkeypatch
        (folder / "pyproject.toml").write_text("")
        (folder / "constraints.txt").write_text("")
        monkeypatch.setattr(bootstrap, "ROOT", folder)
        monkeypatch.setattr(bootstrap, "VENV", folder / ".venv")
        monkeypatch.setattr(bootstrap, "VENV_PYTHON", folder / ".venv" / "python")
        monkeypatch.setattr(bootstrap, "make_environment", self._make)
        monkeypatch.setattr(bootstrap, "pip", self._pip)
        project = '[project]\ndependencies = ["run"]\n[project.optional-dependencies]\n'
        (folder / "pyproject.toml").write_text(project + 'dev = ["tool"]\n')

    def prepare(self, *, with_tools: bool = False) -> list[str]:
        self.done.clear()
        bootstrap.prepare(with_tools=with_tools)
        return list(self.done)

    def runs_another_python(self) -> None:
        self._monkeypatch.setattr(bootstrap, "interpreter_mark", lambda: "python 9.9.9")

    def _make(self) -> None:
        self.done.append("make")
        bootstrap.VENV.mkdir(exist_ok=True)
        for path in bootstrap.VENV.iterdir():
            path.unlink()
        bootstrap.VENV_PYTHON.write_text("")

    def _pip(self, arguments: list[str]) -> None:
        if self.is_interrupted:
            raise KeyboardInterrupt
        self.done.append("install " + " ".join(arguments[4:]))


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return Workshop(tmp_path, monkeypatch)


def test_the_first_time_makes_the_environment_and_the_second_does_nothing(
    workshop: Workshop,
) -> None:
    assert workshop.prepare() == ["make", "install run"]
    assert workshop.prepare() == []


def test_the_tools_are_added_to_what_the_program_needs(workshop: Workshop) -> None:
    workshop.prepare()

    assert workshop.prepare(with_tools=True) == ["install run tool"]
    assert workshop.prepare(with_tools=True) == []
    assert workshop.prepare() == []


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_changed_requirements_are_installed_into_the_same_environment(
    workshop: Workshop, name: str
) -> None:
    workshop.prepare()
    with (workshop.folder / name).open("a") as file:
        file.write("# changed\n")

    assert workshop.prepare() == ["install run"]


def test_another_python_gets_a_new_environment(workshop: Workshop) -> None:
    workshop.prepare()
    workshop.runs_another_python()

    assert workshop.prepare() == ["make", "install run"]


@pytest.mark.parametrize("is_first", [True, False])
def test_an_interrupted_installation_is_never_believed(workshop: Workshop, is_first: bool) -> None:
    if not is_first:
        workshop.prepare()
        (workshop.folder / "constraints.txt").write_text("# changed\n")
    workshop.is_interrupted = True
    with pytest.raises(KeyboardInterrupt):
        workshop.prepare()
    workshop.is_interrupted = False

    assert workshop.prepare() == ["make", "install run"]


@pytest.mark.parametrize("version", [(3, 8, 18), (3, 10, 13), (3, 14, 0)])
def test_an_unsuitable_python_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], version: tuple[int, ...]
) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", version)

    with pytest.raises(SystemExit) as stopped:
        bootstrap.main(["run"])

    said = capsys.readouterr().err
    assert stopped.value.code == 1
    assert said.count("\n") == 1
    assert f"this is Python {version[0]}.{version[1]}:" in said


def test_the_tests_are_spread_unless_the_caller_chooses() -> None:
    assert bootstrap.parallel(["tests/unit", "-x"])[0] == "-n"
    assert bootstrap.parallel(["-n0"]) == []
    assert bootstrap.parallel(["--pdb"]) == []


def test_without_an_administrators_rights_the_one_command_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(bootstrap, "administrator_prefix", lambda: None)

    with pytest.raises(SystemExit) as stopped:
        bootstrap.install_system_packages(["python3.11-venv"], "It is needed")

    said = capsys.readouterr().err
    assert stopped.value.code == 1
    assert "sudo apt install python3.11-venv" in said
