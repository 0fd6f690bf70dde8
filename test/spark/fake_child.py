"""Stands for `yoron annotate` where a test needs one that misbehaves: argv[1] is what it does, argv[2] a file that it may count in."""

import json
import os
import signal
import sys
import time

kind, place = sys.argv[1], sys.argv[2]


def starts() -> int:
    """Counts its starts in a file."""
    with open(place, "a+") as file:
        file.write(".")
        file.seek(0)
        return len(file.read())


def answer(line: str) -> None:
    asked = json.loads(line)
    told = {"id": asked["id"], "sentences": [{"start": 0, "end": len(asked.get("text") or "")}]}
    if kind == "long":
        told["filler"] = "長" * 4_000
    sys.stdout.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n")


started = starts()
if kind == "mute":
    sys.stderr.write("dictionary is missing\n")
    sys.exit(3)
if kind == "loud":
    # More than a pipe holds: nobody would read it.
    sys.stderr.write("警告" * 200_000)
    sys.stderr.flush()
for number, line in enumerate(sys.stdin):
    text = json.loads(line).get("text") or ""
    if kind == "dies-once" and started == 1 and number == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    if kind in ("dies-of-poison", "dies-always") and ("毒" in text or (kind == "dies-always" and number > 0)):
        os._exit(9)
    if kind == "hangs" and "毒" in text:
        time.sleep(600)
    if kind == "skips" and number == 5:
        continue
    answer(line)
    sys.stdout.flush()
