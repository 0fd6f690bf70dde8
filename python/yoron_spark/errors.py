"""What goes wrong, in the words of who can mend it."""


class YoronError(Exception):
    """Says what went wrong and the next step; a task that raises it fails and is tried again by Spark."""


class ChildDied(Exception):
    """Says that the process that annotates is gone, or answers no more; never leaves this package."""
