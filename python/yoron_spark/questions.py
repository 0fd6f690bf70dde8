"""Arrow columns → the insides of the lines that ask."""

import json
from typing import Any, Iterator, Sequence

import pyarrow as pa

#: Rows that are taken out of Arrow at a time: a batch of long texts would be held twice otherwise.
SOME_ROWS = 64
#: Is asked in the place of a text whose bytes are none, so that every row has an answer.
NOTHING = b'"text":""'


def questions(
    batch: pa.RecordBatch, names: Sequence[str], always: Sequence[str], undecodable: "set[int]"
) -> Iterator[bytes]:
    """
    Returns the inside of a line's JSON object for each row: what is always said, then the columns of these names. The places
    of rows that hold bytes which are no UTF-8 are added to `undecodable`.
    """
    for start in range(0, batch.num_rows, SOME_ROWS):
        some = batch.slice(start, SOME_ROWS)
        columns = [_values(some.column(some.schema.get_field_index(name))) for name in names]
        for place, row in enumerate(zip(*columns), start):
            try:
                yield _inside(names, row, always)
            except UnicodeDecodeError:
                undecodable.add(place)
                yield NOTHING


def _values(column: pa.Array) -> list[Any]:
    """Returns texts as bytes: Spark's strings may hold bytes that are no UTF-8, which Arrow's own conversion refuses as a whole."""
    if _is_text(column.type):
        return column.cast(pa.large_binary()).to_pylist()
    if pa.types.is_list(column.type) and _is_text(column.type.value_type):
        return column.cast(pa.list_(pa.large_binary())).to_pylist()
    return column.to_pylist()


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_large_string(kind)


def _inside(names: Sequence[str], row: Sequence[Any], always: Sequence[str]) -> bytes:
    parts = list(always)
    for name, value in zip(names, row):
        # A text that is not there is asked for all the same: its answer is the protocol's own error.
        if value is not None or name == "text":
            parts.append(f'"{name}":{_json(value)}')
    return ",".join(parts).encode("utf-8")


def _json(value: Any) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8")
    elif isinstance(value, list):
        value = [one.decode("utf-8") if isinstance(one, bytes) else one for one in value]
    elif hasattr(value, "isoformat"):
        value = value.isoformat()[:10]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
