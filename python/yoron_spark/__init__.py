"""
Japanese comments in Spark: `annotate` gives the layers of each text, `tables` the project's tables, computed by one Node
process a Python worker out of the archive that `yoron pack --spark` makes. See docs/cluster.md.
"""

from .errors import YoronError
from .schemas import declared, layer_names, table_names

__all__ = ["YoronError", "annotate", "layer_names", "table_names", "tables"]
__version__: str = declared()["version"]


def __getattr__(name: str):  # type: ignore[no-untyped-def]
    # Only who calls them needs pyspark: what runs elsewhere, in Ray or without any cluster, does not.
    if name in ("annotate", "tables"):
        from . import frames

        return getattr(frames, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
