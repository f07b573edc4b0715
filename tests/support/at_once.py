"""Calls from several threads that begin together."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Barrier, Thread
from typing import TypeVar

Answer = TypeVar("Answer")

#: Well below the limit of a test: a thread that waits for ever fails its test, and not the run.
PATIENCE_SECONDS = 90.0


def at_once(calls: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """Make each call on a thread of its own, all at the same moment, and return their answers.

    Raises:
        Exception: The first call's that failed.
        TimeoutError: A call did not end in time. Its thread ends with the process.
    """
    barrier = Barrier(len(calls))
    answers: list[Future[Answer]] = [Future() for _ in calls]

    def work(call: Callable[[], Answer], answer: Future[Answer]) -> None:
        barrier.wait()
        try:
            answer.set_result(call())
        except BaseException as error:  # noqa: BLE001 - it is the test's
            answer.set_exception(error)

    for given in zip(calls, answers, strict=True):
        Thread(target=work, args=given, daemon=True).start()
    return [answer.result(PATIENCE_SECONDS) for answer in answers]
