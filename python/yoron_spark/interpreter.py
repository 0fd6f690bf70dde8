"""Which Python the workers run."""

import os
import sys
import warnings
from typing import Any


def settle_interpreter(session: Any) -> None:
    """
    Has the workers of a local session run this Python, where nothing else is said, and warns where a cluster may run another.

    Without PYSPARK_PYTHON Spark takes the `python3` of the PATH: in a virtual environment that was not activated, or under
    an editor, that is one without pyarrow, and the job fails with words that name neither.
    """
    try:
        context = session.sparkContext
    except Exception:  # noqa: BLE001 - Spark Connect has none: the workers' Python is the server's
        return
    if os.environ.get("PYSPARK_PYTHON") or context.getConf().get("spark.pyspark.python"):
        return
    if context.master.startswith("local"):
        context.pythonExec = sys.executable
    elif context.pythonExec != sys.executable:
        warnings.warn(
            f"PYSPARK_PYTHON is not set: the workers run {context.pythonExec} of their own PATH, which needs pyarrow and the "
            f"minor version of {sys.executable}; set it before the session is made",
            stacklevel=4,
        )
