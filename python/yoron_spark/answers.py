"""Lines of answers → Arrow columns."""

import json
from typing import Any, Sequence

import pyarrow as pa
import pyarrow.json

from .errors import YoronError


def read_answers(answers: Sequence[bytes], types: Sequence[pa.Field]) -> list[pa.Array]:
    """
    Returns the fields of answers, one array each; what an answer does not have is null.

    A half of a surrogate pair, which no UTF-8 has, becomes U+FFFD: one code unit for one, so that all offsets stay right.
    """
    schema = pa.schema([pa.field("id", pa.int64()), *types])
    try:
        table = _read_fast(answers, schema)
    except pa.ArrowInvalid as error:
        table = _read_carefully(answers, schema, error)
    if table.num_rows != len(answers):
        raise YoronError(f"{len(answers)} answers gave {table.num_rows} rows; please report it")
    return [table.column(field.name).combine_chunks() for field in types]


def _read_fast(answers: Sequence[bytes], schema: pa.Schema) -> pa.Table:
    text = b"\n".join(answers) + b"\n"
    return pyarrow.json.read_json(
        pa.BufferReader(text),
        # One block: a line longer than a block is an error.
        read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(text) + 1),
        parse_options=pyarrow.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
    )


def _read_carefully(answers: Sequence[bytes], schema: pa.Schema, cause: pa.ArrowInvalid) -> pa.Table:
    rows = [_whole(json.loads(answer)) for answer in answers]
    unknown = {name for row in rows for name in row} - set(schema.names)
    if unknown:
        raise YoronError(f"answers hold {', '.join(sorted(unknown))}, which this version does not know: {cause}") from cause
    return pa.Table.from_pylist(rows, schema=schema)


def _whole(value: Any) -> Any:
    """Returns a value whose texts are whole characters."""
    if isinstance(value, str):
        # Most are.
        return value if value.isascii() else value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in value.items()}
    return [_whole(inner) for inner in value] if isinstance(value, list) else value
