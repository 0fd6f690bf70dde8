"""Data frames of texts → data frames of layers and of tables."""

import json
import os
from typing import Any, Callable, Iterable, Iterator, Optional, Sequence, Union

from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as spark
from pyspark.storagelevel import StorageLevel

from .errors import YoronError
from .interpreter import settle_interpreter
from .map_in_arrow import map_in_arrow
from .schemas import check_names, layer_names, table_names
from .spark_types import ERROR, layer_field, table_field

#: A column's name, or the phrases that hold for every text.
Phrases = Union[str, Sequence[str], None]


def annotate(
    df: DataFrame,
    text: str = "text",
    id: str = "id",  # noqa: A002 - the name that the column has
    layers: Optional[Sequence[str]] = None,
    *,
    keep: Sequence[str] = (),
    published: Optional[str] = None,
    targets: Phrases = None,
    propositions: Phrases = None,
    partitions: Optional[int] = None,
    max_error_share: float = 0.1,
    arguments: Sequence[str] = (),
    home: Optional[str] = None,
    patience: float = 600.0,
    heap_megabytes: int = 1024,
) -> DataFrame:
    """
    Returns a row for each text: its id, a column for each layer, and `error` (null, or a struct of code and message).

    layers: of docs/spec/annotate.md; all by default. keep: further columns that go through. published: column of the day.
    targets, propositions: the column that holds a list of them, or the phrases themselves. partitions: spreads the rows over
    so many tasks first, whatever they were partitioned by. max_error_share: a task fails where more of its texts have an
    error; texts that are null do not count, nor do ten errors or fewer, unless it is 0. arguments: further ones of
    `yoron annotate` (`["--gazetteer", "names.tsv"]`; the files must be on every machine). home: the unpacked archive. patience:
    seconds without any answer after which a text counts as one that ended the process. heap_megabytes: of Node.
    """
    names = tuple(layer_names() if layers is None else layers)
    check_names("layers", names)
    kept = [id, *(name for name in keep if name != id)]
    return _mapped(
        df,
        {name: F.col(_quoted(name)) for name in kept},
        _Asked(text, published, targets, propositions, {}),
        [layer_field(name) for name in names],
        partitions,
        layers=names,
        tables=(),
        arguments=tuple(arguments),
        home=home,
        max_error_share=max_error_share,
        patience=patience,
        heap_megabytes=heap_megabytes,
    )


class Tables(dict):  # type: ignore[type-arg]
    """Data frames by the names of their tables, and `errors`; they share what is computed once, until `unpersist()`."""

    def __init__(self, shared: DataFrame, frames: "dict[str, DataFrame]"):
        super().__init__(frames)
        self._shared = shared

    def unpersist(self) -> None:
        self._shared.unpersist()


def tables(
    df: DataFrame,
    names: Optional[Sequence[str]] = None,
    text: str = "text",
    id: str = "id",  # noqa: A002 - the name that the column has
    discussion: Optional[str] = None,
    *,
    published: Optional[str] = None,
    targets: Phrases = None,
    propositions: Phrases = None,
    partitions: Optional[int] = None,
    max_error_share: float = 0.1,
    arguments: Sequence[str] = (),
    home: Optional[str] = None,
    patience: float = 600.0,
    heap_megabytes: int = 1024,
    storage: Optional[StorageLevel] = StorageLevel.DISK_ONLY,
) -> Tables:
    """
    Returns the project's tables (docs/tables.md) of these texts, each text a unit by itself: `discussion` and `unit` are what
    the columns `discussion` and `id` say. The table `errors` has discussion, unit, code and message.

    The texts are read once for all tables: what is computed is kept on the executors' disks. storage: how it is kept; None
    computes it for each table anew. For the other options see annotate.
    """
    wanted = tuple(table_names() if names is None else names)
    check_names("tables", wanted)
    kept = {
        "discussion": F.lit("lines") if discussion is None else F.coalesce(F.col(_quoted(discussion)).cast("string"), F.lit("lines")),
        "unit": F.coalesce(F.col(_quoted(id)).cast("string"), F.lit("")),
    }
    needed = [id] if discussion is None else [id, discussion]
    shared = _mapped(
        df,
        kept,
        _Asked(text, published, targets, propositions, {"discussion": "discussion", "unit": "unit"}, needed),
        [table_field(name) for name in wanted],
        partitions,
        layers=(),
        tables=wanted,
        arguments=tuple(arguments),
        home=home,
        max_error_share=max_error_share,
        patience=patience,
        heap_megabytes=heap_megabytes,
    )
    if storage is not None:
        shared = shared.persist(storage)
    frames = {name: shared.select(F.explode(_quoted(name)).alias("row")).select("row.*") for name in wanted}
    failed = shared.where("error IS NOT NULL").select("discussion", "unit", "error.code", "error.message")
    return Tables(shared, {**frames, "errors": failed})


class _Asked:
    """The columns that a line is made of, and what every line says."""

    def __init__(
        self,
        text: str,
        published: Optional[str],
        targets: Phrases,
        propositions: Phrases,
        made: "dict[str, str]",
        needed: Sequence[str] = (),
    ):
        self.columns = {"text": text}
        self.made = made
        self.needed = needed
        self.always: list[str] = []
        if published is not None:
            self.columns["published"] = published
        for key, phrases in (("targets", targets), ("propositions", propositions)):
            if isinstance(phrases, str):
                self.columns[key] = phrases
            elif phrases is not None:
                self.always.append(f'"{key}":{json.dumps(list(phrases), ensure_ascii=False)}')


def _mapped(
    df: DataFrame,
    kept: "dict[str, Any]",
    asked: _Asked,
    made: "list[spark.StructField]",
    partitions: Optional[int],
    **plan: Any,
) -> DataFrame:
    for name in [*asked.columns.values(), *(asked.needed or kept)]:
        if name not in df.columns:
            raise YoronError(f'the frame has no column "{name}"; it has: {", ".join(df.columns)}')
    taken = [name for name in kept if name in {field.name for field in made} | {"error"}]
    if taken:
        raise YoronError(f'"{taken[0]}" is the name of a column that is made; rename the one of the frame')
    if not 0 <= plan["max_error_share"] <= 1:
        raise YoronError(f"max_error_share is from 0 to 1, not {plan['max_error_share']}")
    settle_interpreter(df.sparkSession)
    # Names of our own for all that is sent: a column may go through and be asked as well, and Spark takes a dot for a field.
    through = {name: f"kept_{place}" for place, name in enumerate(kept)}
    columns = {key: f"asked_{key}" for key in asked.columns}
    sent = df.select(
        *(column.alias(through[name]) for name, column in kept.items()),
        *(F.col(_quoted(name)).alias(columns[key]) for key, name in asked.columns.items()),
    )
    if partitions is not None:
        sent = sent.repartition(partitions)
    first = [spark.StructField(name, sent.schema[sent_as].dataType) for name, sent_as in through.items()]
    schema = spark.StructType([*first, *made, spark.StructField("error", ERROR)])
    details = {
        **plan,
        "kept": tuple(through.items()),
        "asked": (*columns.items(), *((key, through[name]) for key, name in asked.made.items())),
        "always": tuple(asked.always),
    }
    return map_in_arrow(sent, _on_worker(details), schema)


def _on_worker(details: "dict[str, Any]") -> Callable[[Iterable[Any]], Iterator[Any]]:
    """Returns the function that is sent: by its value, so that the workers need not have this package but in the archive."""
    unpacked = os.path.join("yoron", "python")

    def run(batches: Iterable[Any]) -> Iterator[Any]:
        import os
        import sys

        try:
            import yoron_spark.worker
        except ImportError:
            from pyspark import SparkFiles

            folders = [details["home"], os.environ.get("YORON_HOME")]
            sys.path += [os.path.join(folder, "python") for folder in folders if folder]
            sys.path += [os.path.join(SparkFiles.getRootDirectory(), unpacked), os.path.abspath(unpacked)]
            import yoron_spark.worker
        yield from yoron_spark.worker.annotated(batches, yoron_spark.worker.Plan(**details))

    return run


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"
