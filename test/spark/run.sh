#!/usr/bin/env bash
# Tests of python/yoron_spark, with a real cluster on the loopback: test/spark/run.sh [MODULE…]
# Installs what is missing into a virtual environment outside of the tree ($YORON_SPARK_VENV), and skips aloud where it cannot.
# $YORON_SPARK_COUNTS names a file that gets a line "passed failed skipped" for each run.
set -uo pipefail
cd "$(dirname "$0")"
counts=${YORON_SPARK_COUNTS:-$(mktemp)}
venv=${YORON_SPARK_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/yoron/spark-4.3.0}

skip() {
  echo "SKIPPED: $1; the tests of python/yoron_spark are not run"
  echo "0 0 1" >>"$counts"
  exit 0
}

[ -f ../../dist/cli/main.js ] || { echo "build first: npm run build"; exit 1; }
[ "$(uname -s)" = Linux ] || skip "no Linux"
command -v python3 >/dev/null 2>&1 || skip "no python3"
if ! command -v java >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq openjdk-17-jre-headless; } >/dev/null 2>&1
fi
command -v java >/dev/null 2>&1 || skip "no Java, and it cannot be installed (apt-get install openjdk-17-jre-headless)"
if ! "$venv/bin/python" -c "import pyspark, pyarrow" 2>/dev/null; then
  rm -rf "$venv"
  { python3 -m venv "$venv" && "$venv/bin/pip" install -q --disable-pip-version-check pyspark==4.3.0 pyarrow; } ||
    skip "pyspark 4.3.0 and pyarrow cannot be installed (pip install pyspark==4.3.0 pyarrow)"
fi

# Loopback alone: a name of this machine that leads nowhere must not stop a driver.
export SPARK_LOCAL_IP=127.0.0.1 PYTHONPATH=../../python PYTHONDONTWRITEBYTECODE=1
touch "$counts"
limit=()
command -v timeout >/dev/null 2>&1 && limit=(timeout "${YORON_SPARK_LIMIT:-2400}")
status=0
# One process each: a session settles what the next would find.
for module in ${@:-test_child test_worker test_local test_cluster}; do
  echo "-- $module"
  told=$(wc -l <"$counts")
  "${limit[@]}" "$venv/bin/python" run_tests.py "$counts" "$module" && continue
  status=1
  # One that was stopped counted nothing.
  [ "$(wc -l <"$counts")" -gt "$told" ] || echo "0 1 0" >>"$counts"
done
exit $status
