"""The types of layers and tables as Spark has them, for the schema of a data frame."""

from typing import Any, Sequence

from pyspark.sql import types as spark

from .schemas import declared

_PLAIN = {
    "string": spark.StringType(),
    "integer": spark.LongType(),
    "number": spark.DoubleType(),
    "boolean": spark.BooleanType(),
    "date": spark.StringType(),
    "timestamp": spark.StringType(),
}
ERROR = spark.StructType([spark.StructField("code", spark.StringType()), spark.StructField("message", spark.StringType())])


def layer_field(name: str) -> spark.StructField:
    """Returns the column of a layer, which is null where the text has an error."""
    return spark.StructField(name, _type(declared()["layers"][name]))


def table_field(name: str) -> spark.StructField:
    """Returns the column that holds a table's rows."""
    return spark.StructField(name, spark.ArrayType(_struct(declared()["tables"][name]["columns"]), containsNull=False))


def _type(column: dict[str, Any]) -> spark.DataType:
    kind = column["type"]
    if kind == "list":
        inner = _struct(column["fields"]) if "fields" in column else _PLAIN[column["items"]]
        return spark.ArrayType(inner, containsNull=False)
    return _struct(column["fields"]) if kind == "struct" else _PLAIN[kind]


def _struct(columns: Sequence[dict[str, Any]]) -> spark.StructType:
    return spark.StructType(
        [spark.StructField(column["name"], _type(column), column.get("nullable", True)) for column in columns]
    )
