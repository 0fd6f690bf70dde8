"""Compares an unpacked archive with its manifest: `python -m yoron_spark.verify FOLDER`."""

import hashlib
import json
import os
import sys


def damaged(folder: str) -> list[str]:
    """Returns the files of an archive that are not there, or not as they were packed."""
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
        packed = json.load(file)["files"]
    return [one["path"] for one in packed if _sum(os.path.join(folder, one["path"])) != one["sha256"]]


def _sum(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return ""


if __name__ == "__main__":
    wrong = damaged(sys.argv[1] if len(sys.argv) > 1 else "yoron")
    print("\n".join(f"damaged: {path}" for path in wrong) or "whole")
    sys.exit(1 if wrong else 0)
