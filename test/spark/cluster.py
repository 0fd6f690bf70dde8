"""A master and two workers of Spark on this machine, and what their processes do."""

import atexit
import os
import signal
import socket
import subprocess
import time
from typing import Iterator, Optional

import pyspark

HOME = os.path.dirname(pyspark.__file__)
TICKS = os.sysconf("SC_CLK_TCK")


class Cluster:
    """Real processes, each with its own log in a folder."""

    def __init__(self, folder: str, workers: int = 2):
        self.folder = folder
        self.workers: list[subprocess.Popen] = []
        # Tests that are broken off clean nothing up by themselves.
        atexit.register(self.stop)
        self.port = _free_port()
        self.master = self._start("master.Master", "--host", "127.0.0.1", "--port", str(self.port), "--webui-port", "0")
        self.url = f"spark://127.0.0.1:{self.port}"
        _wait("the master", lambda: _answers(self.port))
        self.workers += [self._worker(number) for number in range(workers)]
        _wait("the workers", lambda: self._said("master.Master").count("Registering worker") == workers)

    def _worker(self, number: int) -> subprocess.Popen:
        place = os.path.join(self.folder, f"worker-{number}")
        os.makedirs(place)
        return self._start(
            *("worker.Worker", self.url, "--host", "127.0.0.1", "--cores", "1", "--memory", "1g"),
            *("--webui-port", "0", "--work-dir", place),
        )

    def _start(self, what: str, *arguments: str) -> subprocess.Popen:
        # Of this process's environment nothing that would show a worker where the package lies.
        env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "YORON_HOME")}
        env.update(SPARK_HOME=HOME, SPARK_LOCAL_IP="127.0.0.1", SPARK_DAEMON_MEMORY="256m", SPARK_NO_DAEMONIZE="1")
        with open(os.path.join(self.folder, f"{what}.log"), "ab") as log:
            command = [os.path.join(HOME, "bin", "spark-class"), f"org.apache.spark.deploy.{what}", *arguments]
            return subprocess.Popen(command, env=env, stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def _said(self, what: str) -> str:
        with open(os.path.join(self.folder, f"{what}.log"), encoding="utf-8", errors="replace") as log:
            return log.read()

    def stop(self) -> None:
        atexit.unregister(self.stop)
        for process in [*self.workers, self.master]:
            for pid in [*descendants(process.pid), process.pid]:
                _kill(pid)
            process.wait()

    def kill_worker(self) -> None:
        """Ends a worker and all below it at once, as a machine does that loses its power."""
        worker = self.workers[0]
        for pid in [worker.pid, *descendants(worker.pid)]:
            _kill(pid)
        worker.wait()

    def children(self) -> list[int]:
        """Returns the processes that annotate."""
        return [pid for worker in self.workers for pid in descendants(worker.pid) if b"dist/cli/main.js" in _command(pid)]

    def memory(self) -> list[int]:
        """Returns the most memory that each process that annotates ever had, in MB."""
        return [peak_memory(pid) for pid in self.children()]

    def seconds(self) -> float:
        """Returns the processor time of the workers and of all below them."""
        return sum(seconds_of(pid) for worker in self.workers for pid in [worker.pid, *descendants(worker.pid)])


def descendants(pid: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            fields = _stat(int(entry))
            if fields is not None:
                children.setdefault(int(fields[1]), []).append(int(entry))

    def below(one: int) -> Iterator[int]:
        for child in children.get(one, []):
            yield child
            yield from below(child)

    return list(below(pid))


def seconds_of(pid: int) -> float:
    """Returns the processor time of a process and of its children that are gone."""
    fields = _stat(pid)
    return 0.0 if fields is None else sum(int(fields[place]) for place in (11, 12, 13, 14)) / TICKS


def peak_memory(pid: int) -> int:
    with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
        (line,) = (line for line in file if line.startswith("VmHWM:"))
    return int(line.split()[1]) // 1024


def wait_for(what: str, holds, seconds: float = 120.0) -> None:
    _wait(what, holds, seconds)


def _stat(pid: int) -> Optional[list[str]]:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            # The name of the program stands in brackets and may hold blanks.
            return file.read().rsplit(")", 1)[1].split()
    except OSError:
        return None


def _command(pid: int) -> bytes:
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read()
    except OSError:
        return b""


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _answers(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def _wait(what: str, holds, seconds: float = 120.0) -> None:
    """Waits for something that must come, but not for ever; a busy machine gets ten times as long."""
    end = time.monotonic() + seconds * 5
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(0.05)
