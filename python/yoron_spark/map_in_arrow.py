"""mapInArrow without pandas, which Spark asks the driver for and of which this way uses nothing."""

from typing import Any, Callable, Iterable, Iterator

from pyspark.sql import DataFrame
from pyspark.sql import types as spark

from .errors import YoronError


def map_in_arrow(df: DataFrame, function: Callable[[Iterable[Any]], Iterator[Any]], schema: spark.StructType) -> DataFrame:
    """Returns what `df.mapInArrow(function, schema)` does, where pandas is installed and where it is not."""
    try:
        import pandas  # noqa: F401
    except ImportError:
        return _without_pandas(df, function, schema)
    return df.mapInArrow(function, schema)


def _without_pandas(df: Any, function: Any, schema: spark.StructType) -> DataFrame:
    """Does what DataFrame.mapInArrow does behind its check."""
    try:
        from pyspark.sql.udf import UserDefinedFunction
        from pyspark.util import PythonEvalType

        udf = UserDefinedFunction(function, returnType=schema, evalType=PythonEvalType.SQL_MAP_ARROW_ITER_UDF)
        column = udf(*[df[name] for name in df.columns])
        return DataFrame(df._jdf.mapInArrow(column._jc, False, None), df.sparkSession)
    except (AttributeError, ImportError, TypeError) as error:
        # The insides of another version, or of Spark Connect.
        raise YoronError("this version of Spark needs pandas on the driver: pip install pandas") from error
