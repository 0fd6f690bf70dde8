"""The types of layers and tables: those of the project, which `scripts/spark-schemas.ts` writes into schemas.json."""

import json
import pkgutil
from functools import lru_cache
from typing import Any, Sequence

import pyarrow as pa

from .errors import YoronError

_PLAIN = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    # As precise as they were said: 2022, 2022-09, 2022-09-15T12:34.
    "date": pa.string(),
    "timestamp": pa.string(),
}
#: What went wrong with a text; null where nothing did.
ERROR = pa.struct([pa.field("code", pa.string()), pa.field("message", pa.string())])


@lru_cache(maxsize=None)
def declared() -> dict[str, Any]:
    """Returns what schemas.json says: the version, the layers and the tables."""
    # By the loader and not by a path, since Spark imports packages out of zip files.
    text = pkgutil.get_data(__package__, "schemas.json")
    assert text is not None
    return json.loads(text)


def layer_names() -> list[str]:
    return list(declared()["layers"])


def table_names() -> list[str]:
    return list(declared()["tables"])


def layer_type(name: str) -> pa.DataType:
    """Returns the type of the column of a layer."""
    return _type(_known("layers", name))


def table_type(name: str) -> pa.DataType:
    """Returns the type of a table's rows, as a list."""
    return pa.list_(_struct(_known("tables", name)["columns"]))


def check_names(kind: str, names: Sequence[str]) -> None:
    """Raises an error that lists the known names where one is not among them, or stands twice."""
    for place, name in enumerate(names):
        _known(kind, name)
        if name in names[:place]:
            raise YoronError(f'{kind[:-1]} "{name}" is asked for twice')


def _known(kind: str, name: str) -> dict[str, Any]:
    found = declared()[kind].get(name)
    if found is None:
        raise YoronError(f'there is no {kind[:-1]} "{name}"; known {kind}: {", ".join(declared()[kind])}')
    return found


def _type(column: dict[str, Any]) -> pa.DataType:
    kind = column["type"]
    if kind == "list":
        return pa.list_(_struct(column["fields"]) if "fields" in column else _PLAIN[column["items"]])
    return _struct(column["fields"]) if kind == "struct" else _PLAIN[kind]


def _struct(columns: Sequence[dict[str, Any]]) -> pa.DataType:
    return pa.struct([pa.field(column["name"], _type(column)) for column in columns])
