"""One Node process that annotates: lines go into it and answers come out, and neither waits for the other."""

import os
import selectors
import subprocess
import tempfile
import time
from collections import deque
from typing import Optional, Sequence

from .errors import ChildDied, YoronError

#: Bytes that are read, and written, at a time.
CHUNK = 1 << 18
#: Of what the child says on its way out, so much is told.
TOLD = 2_000
#: A start may take so many seconds on a busy machine, however little patience its answers get.
START_PATIENCE = 120.0
HELLO = b'{"id":"hello","text":""}\n'


class Child:
    """
    A running `yoron annotate`.

    Both pipes are looked at together and never waited for alone: whoever writes a batch and then reads its answers stands still
    for ever as soon as both pipes are full. One thread does it all, so that none is left behind when a task is given up.
    What the child says on stderr goes to a file, since a pipe that nobody reads is a third one that fills.
    """

    def __init__(self, command: Sequence[str], *, patience: float = 600.0):
        self.patience = patience
        self._unsent: deque[bytes] = deque()
        self._partial = bytearray()
        self._said = tempfile.TemporaryFile(prefix="yoron-stderr-")
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                bufsize=0,
                # Of what the executor is told, only what a program needs to run: NODE_OPTIONS would make other bytes.
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
                close_fds=True,
            )
        except OSError as error:
            self._said.close()
            raise YoronError(f"cannot start {command[0]}: {error.strerror}; {_START_NEXT}") from error
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        os.set_blocking(self._stdin.fileno(), False)
        os.set_blocking(self._stdout.fileno(), False)
        self._ears = selectors.DefaultSelector()
        self._ears.register(self._stdout, selectors.EVENT_READ)
        self._mouth = selectors.DefaultSelector()
        self._mouth.register(self._stdin, selectors.EVENT_WRITE)
        self._both = selectors.DefaultSelector()
        self._both.register(self._stdout, selectors.EVENT_READ)
        self._both.register(self._stdin, selectors.EVENT_WRITE)
        self._greet(command)

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, line: bytes) -> None:
        """Puts a line behind those that wait to be written."""
        self._unsent.append(line)

    def write_what_fits(self) -> None:
        """Writes of what waits as much as the pipe takes now."""
        while self._unsent and self._mouth.select(0):
            self._write_once()

    def answers(self, patience: Optional[float] = None) -> list[bytes]:
        """Returns the answers that are there, at least one; writes meanwhile. Raises ChildDied where none comes any more."""
        patience = self.patience if patience is None else patience
        deadline = time.monotonic() + patience
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise ChildDied(f"no answer for {patience:g} seconds")
            for key, _ in (self._both if self._unsent else self._ears).select(left):
                if key.fileobj is self._stdin:
                    self._write_once()
                    continue
                came = self._read_once()
                if came:
                    return came

    def said(self) -> str:
        """Returns the last that the child said on stderr."""
        size = self._said.seek(0, os.SEEK_END)
        self._said.seek(max(0, size - TOLD))
        return self._said.read().decode("utf-8", "replace").strip()

    def kill(self) -> None:
        """Ends the child at once; what it would still have answered is nobody's."""
        for selector in (self._ears, self._mouth, self._both):
            selector.close()
        self._process.kill()
        self._process.wait()
        for stream in (self._stdin, self._stdout, self._said):
            try:
                stream.close()
            except OSError:
                pass

    def _write_once(self) -> None:
        piece = self._unsent.popleft()
        # A write for each line would cost more than the line.
        if len(piece) < CHUNK and self._unsent:
            pieces, size = [piece], len(piece)
            while self._unsent and size < CHUNK:
                pieces.append(self._unsent.popleft())
                size += len(pieces[-1])
            piece = b"".join(pieces)
        try:
            written = os.write(self._stdin.fileno(), piece)
        except BlockingIOError:
            written = 0
        except OSError as error:
            raise ChildDied(self._end()) from error
        if written < len(piece):
            self._unsent.appendleft(memoryview(piece)[written:].tobytes() if written else piece)

    def _read_once(self) -> list[bytes]:
        try:
            came = os.read(self._stdout.fileno(), CHUNK)
        except BlockingIOError:
            return []
        if not came:
            raise ChildDied(self._end())
        if b"\n" not in came:
            self._partial += came
            return []
        lines = (bytes(self._partial) + came).split(b"\n")
        self._partial = bytearray(lines.pop())
        return lines

    def _end(self) -> str:
        """Returns how it ended, once it has."""
        try:
            status = self._process.wait(5)
        except subprocess.TimeoutExpired:
            return "it closed its pipes"
        return f"it ended by signal {-status}" if status < 0 else f"it ended with status {status}"

    def _greet(self, command: Sequence[str]) -> None:
        """A child that cannot answer an empty text has no use: it is told at once, not blamed on the first row."""
        self.send(HELLO)
        try:
            (answer, *more) = self.answers(max(self.patience, START_PATIENCE))
        except ChildDied as error:
            said = self.said()
            self.kill()
            raise YoronError(f"{' '.join(command)} does not work: {error}; {said or _START_NEXT}") from error
        if more or not answer.startswith(b'{"id":"hello"'):
            self.kill()
            raise YoronError(f"{' '.join(command)} is no yoron annotate: it answered {answer[:200]!r}")


_START_NEXT = "check that the archive is of this machine's kind (manifest.json says which) and was unpacked whole"
