"""Where the unpacked archive of `yoron pack --spark` lies, and the command that it holds."""

import json
import os
import platform
import shutil
from typing import Iterator, Optional, Sequence

from .errors import YoronError
from .schemas import declared

#: The name behind `#` in --archives, under which Spark unpacks.
UNPACKED = "yoron"
MAIN = os.path.join("dist", "cli", "main.js")


def find_home(given: Optional[str] = None) -> str:
    """
    Returns the folder of the archive, or of an installed package: what is given, YORON_HOME, what Spark unpacked for
    `--archives yoron-spark.tar.gz#yoron`, the folder that this package lies in.
    """
    looked = [os.path.abspath(folder) for folder in _candidates(given)]
    for folder in looked:
        if os.path.isfile(os.path.join(folder, MAIN)):
            _check(folder)
            return folder
    raise YoronError(
        f"there is no yoron in {', '.join(looked)}; "
        f"give --archives yoron-spark.tar.gz#{UNPACKED}, or set YORON_HOME where it is unpacked on every machine"
    )


def command(home: str, arguments: Sequence[str], heap_megabytes: int) -> list[str]:
    """Returns the command that annotates."""
    node = os.path.join(home, "bin", "node")
    if not os.path.isfile(node):
        node = shutil.which("node") or node
    elif not os.access(node, os.X_OK):
        # Some unpack without rights.
        os.chmod(node, 0o755)
    return [node, f"--max-old-space-size={heap_megabytes}", os.path.join(home, MAIN), "annotate", "--lang", "en", *arguments]


def _candidates(given: Optional[str]) -> Iterator[str]:
    if given is not None:
        yield given
        return
    if os.environ.get("YORON_HOME"):
        yield os.environ["YORON_HOME"]
    try:
        from pyspark import SparkFiles

        yield os.path.join(SparkFiles.getRootDirectory(), UNPACKED)
    except Exception:  # noqa: BLE001 - without Spark, or outside of a task, there are no such files
        pass
    yield UNPACKED
    yield os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def _check(folder: str) -> None:
    """Raises where the archive is another version's, or of another kind of machine: its bytes would differ, or not run."""
    with open(os.path.join(folder, "package.json"), encoding="utf-8") as file:
        version = json.load(file)["version"]
    if version != declared()["version"]:
        raise YoronError(
            f"{folder} is yoron {version}, this yoron_spark {declared()['version']}; take the python folder of the same archive"
        )
    manifest = os.path.join(folder, "manifest.json")
    if not os.path.isfile(manifest):
        return
    with open(manifest, encoding="utf-8") as file:
        packed = json.load(file)["platform"]
    here = f"{platform.system().lower()}-{_MACHINES.get(platform.machine(), platform.machine())}"
    if packed != here:
        raise YoronError(f"{folder} is packed for {packed}, this machine is {here}; pack it there, or with --node of its kind")


_MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}
