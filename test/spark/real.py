"""The real command, and what it answers, for tests to compare with."""

import json
import os
import shutil
import subprocess
from typing import Any, Iterable, Sequence

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MAIN = os.path.join(ROOT, "dist", "cli", "main.js")
NODE = os.environ.get("YORON_NODE") or shutil.which("node") or "node"
FIVE = ["entities", "dates", "citations", "quotations", "sentiment"]


def cli(texts: Iterable[Any], *arguments: str) -> list[dict[str, Any]]:
    """Returns what `yoron annotate` answers to texts, or to objects with a text, by themselves."""
    asked = [text if isinstance(text, dict) else {"text": text} for text in texts]
    lines = "".join(json.dumps({"id": number, **one}) + "\n" for number, one in enumerate(asked))
    run = subprocess.run([NODE, MAIN, "annotate", *arguments], input=lines.encode(), stdout=subprocess.PIPE, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def canonical(rows: Sequence[dict[str, Any]]) -> bytes:
    """Returns rows as bytes, a line each, in which what is null is left out: answers leave some out, columns hold null."""
    return b"".join(json.dumps(_known(row), ensure_ascii=False, sort_keys=True).encode() + b"\n" for row in rows)


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _known(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, float) and value.is_integer():
        # JSON has one kind of number, and JavaScript writes 1, not 1.0.
        return int(value)
    return [_known(inner) for inner in value] if isinstance(value, list) else value
