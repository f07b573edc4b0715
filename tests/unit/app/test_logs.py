"""The log tells where the program failed, and nothing that a customer said."""

import io
import logging
from pathlib import Path

import pytest

from cockpit.app.logs import LOG_BYTES, LOG_COUNT, LOGGERS, start_logging, stop_logging

SECRET = "Maria da Silva, 082.459.488-61"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "giro.log"


def test_a_traceback_that_another_handler_wrote_first_stays_out(tmp_path: Path, log: Path) -> None:
    elsewhere = logging.getLogger("cockpit.test")
    other = logging.StreamHandler(io.StringIO())
    elsewhere.addHandler(other)
    start_logging(tmp_path)
    try:
        raise KeyError(SECRET)
    except KeyError:
        elsewhere.exception("storing failed")
    finally:
        stop_logging()
        elsewhere.removeHandler(other)
    assert SECRET in other.stream.getvalue()
    assert "KeyError" in log.read_text(encoding="utf-8")
    assert SECRET not in log.read_text(encoding="utf-8")


def test_an_exceptions_text_never_reaches_the_log(tmp_path: Path, log: Path) -> None:
    start_logging(tmp_path)
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as cause:
            raise ValueError(f"cannot store {SECRET}") from cause
    except ValueError:
        logging.getLogger("cockpit.test").exception("storing failed")
    finally:
        stop_logging()
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "KeyError" in written
    assert "test_logs.py" in written
    assert not any(part in written for part in SECRET.split())


def test_the_log_is_cut_into_a_few_files_of_a_megabyte(tmp_path: Path) -> None:
    start_logging(tmp_path)
    try:
        logger = logging.getLogger("cockpit.test")
        for _ in range(7 * LOG_BYTES // 10_000):
            logger.warning("x" * 10_000)
    finally:
        stop_logging()
    files = list(tmp_path.glob("giro.log*"))
    assert len(files) == LOG_COUNT
    assert all(file.stat().st_size <= LOG_BYTES + 20_000 for file in files)


def test_nothing_stays_behind(tmp_path: Path) -> None:
    start_logging(tmp_path)
    stop_logging()
    assert not any(logging.getLogger(name).handlers for name in LOGGERS)
