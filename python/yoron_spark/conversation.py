"""Questions to a child and their answers, in order, whatever happens to the child."""

import json
from collections import deque
from typing import Callable, Iterable, Iterator

from .child import Child
from .errors import ChildDied, YoronError

#: At most so many lines, and about so many bytes, are asked and not yet answered.
WINDOW_LINES = 512
WINDOW_BYTES = 1 << 20
#: What is written without looking for answers is at least so much.
WORTH_A_WRITE = 1 << 15
#: So many texts in a row may each end the process; more say that it is not the texts.
DEAD_LINES = 4


class Conversation:
    """
    One child at a time, and the number of the next line.

    Lines are numbered through the whole life of a conversation, and each answer must have the number of the line that is next:
    an answer that was left by somebody who stopped listening can never be taken for another's.
    """

    def __init__(self, start: Callable[[], Child]):
        self._start = start
        self._child = start()
        self._next = 0
        self.restarts = 0

    @property
    def pid(self) -> int:
        return self._child.pid

    def close(self) -> None:
        self._child.kill()

    def answers(self, batches: Iterable[Iterable[bytes]]) -> Iterator[bytes]:
        """
        Returns the answer to each line of some batches of lines, in their order; a line is the inside of its JSON object.

        A child that dies is started anew and asked again what it had not answered: the first of these alone, for it may be what
        killed it. A line that kills twice has an error as its answer, and the next goes on.
        """
        waiting: deque[tuple[int, bytes]] = deque()
        lines = _flat(batches, self._write)
        weight, unwritten, ended = 0, 0, False
        # The line that is asked alone, since it stood first when a child died, and how often one did.
        alone, deaths, dead_lines = -1, 0, 0
        while True:
            while not ended and alone < 0 and len(waiting) < WINDOW_LINES and (weight < WINDOW_BYTES or not waiting):
                inside = next(lines, None)
                if inside is None:
                    ended = True
                    break
                line = b'{"id":%d,%b}\n' % (self._next, inside)
                waiting.append((self._next, line))
                self._next += 1
                weight += len(line)
                unwritten += len(line)
                self._child.send(line)
                if unwritten >= WORTH_A_WRITE:
                    self._write()
                    unwritten = 0
            if not waiting:
                return
            try:
                answers = self._child.answers()
            except ChildDied as death:
                number, line = waiting[0]
                deaths = deaths + 1 if number == alone else 1
                alone = -1
                if deaths == 2:
                    dead_lines += 1
                    if dead_lines > DEAD_LINES:
                        raise YoronError(f"{dead_lines} texts one after another ended the process twice: {death}") from death
                    waiting.popleft()
                    weight -= len(line)
                    yield error_answer("child-died", f"annotating this text ended the process twice: {death}")
                self._start_anew()
                if waiting:
                    alone, line = waiting[0]
                    deaths = 0 if deaths == 2 else deaths
                    self._child.send(line)
                continue
            for answer in answers:
                number, line = _taken(waiting, answer)
                weight -= len(line)
                dead_lines = 0
                if number == alone:
                    alone = -1
                    for _, other in waiting:
                        self._child.send(other)
                yield answer

    def _write(self) -> None:
        try:
            self._child.write_what_fits()
        except ChildDied:
            # Told where the answers are waited for.
            pass

    def _start_anew(self) -> None:
        self._child.kill()
        self.restarts += 1
        self._child = self._start()


def error_answer(code: str, message: str) -> bytes:
    """Returns the answer to a line that the child cannot give itself."""
    return json.dumps({"id": -1, "error": {"code": code, "message": message}}).encode()


def _flat(batches: Iterable[Iterable[bytes]], before: Callable[[], None]) -> Iterator[bytes]:
    for batch in batches:
        yield from batch
        before()


def _taken(waiting: "deque[tuple[int, bytes]]", answer: bytes) -> "tuple[int, bytes]":
    """Returns the line that is answered, taken out of those that wait; its number must be that of the answer."""
    if waiting:
        number, line = waiting[0]
        head = b'{"id":%d' % number
        if answer.startswith(head) and answer[len(head) : len(head) + 1] in (b",", b"}"):
            waiting.popleft()
            return number, line
    asked = f"line {waiting[0][0]}" if waiting else "nothing"
    raise YoronError(f"asked {asked}, but the answer is {answer[:100]!r}; please report it")
