"""Spark sessions for the tests: small, quiet, on the loopback alone."""

import os

from pyspark.sql import SparkSession


def session(master: str, **settings: str) -> SparkSession:
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master(master).appName("yoron-test")
    usual = {
        "spark.driver.memory": "1g",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4",
        # Few rows in one batch make many batches of few texts.
        "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
        "spark.log.level": "OFF",
        **settings,
    }
    for name, value in usual.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
