"""Counts a register of people into a data package with DuckDB. BEYOND-ONE-BROWSER.md explains it.

aggregate.py REGISTER OUT --countries COUNTRIES.csv [--source DIR] [--least 5] [--version 1.0.0] [--created 2026-01-31]

REGISTER is one file, CSV or Parquet by its ending, or a pattern of several. DIR holds meetings.csv, places.csv and paragraphs.csv. Only what
is in this file is DuckDB's own; the statements in sql/ run on any engine.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

import duckdb

HERE = Path(__file__).parent
REGISTER_TYPES = {
    "person": "VARCHAR",
    "day": "DATE",
    "meeting": "VARCHAR",
    "place": "VARCHAR",
    "country": "VARCHAR",
    "role": "VARCHAR",
    "para": "INTEGER",
}
COUNTED = ["attendance", "events", "participation"]


def statement(name):
    return (HERE / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def quoted(text):
    return "'" + str(text).replace("'", "''") + "'"


def connect(register, source, least):
    """What the statements read: the register, the meetings, and the least count that is stated."""
    engine = duckdb.connect()
    types = ", ".join(f"{quoted(name)}: {quoted(kind)}" for name, kind in REGISTER_TYPES.items())
    if str(register).endswith(".parquet"):
        rows = f"read_parquet({quoted(register)})"
    else:
        rows = f"read_csv({quoted(register)}, header = true, columns = {{{types}}})"
    engine.execute(f"CREATE VIEW register AS SELECT * FROM {rows}")
    engine.execute(
        f"CREATE TABLE meetings AS SELECT * FROM read_csv({quoted(source / 'meetings.csv')}, header = true, all_varchar = true)"
    )
    engine.execute(f"CREATE TABLE settings AS SELECT {int(least)} AS least_count")
    engine.execute(statement("views"))
    return engine


def descriptor(version, created):
    package = json.loads((HERE / "datapackage.json").read_text(encoding="utf-8"))
    package["version"] = version
    package["created"] = f"{created}T00:00:00Z"
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def aggregate(register, out, countries, source, least, version, created):
    """Writes the package. What is wrong with the register comes back as sentences, and then nothing is written."""
    engine = connect(register, source, least)
    troubles = engine.execute(statement("checks")).fetchall()
    if troubles:
        return [f"{meeting}: {trouble}" for trouble, meeting in troubles]
    out.mkdir(parents=True, exist_ok=True)
    for table in COUNTED:
        target = quoted(out / f"{table}.csv")
        engine.execute(f"COPY ({statement(table)}) TO {target} (FORMAT csv, HEADER)")
    shutil.copyfile(countries, out / "countries.csv")
    for table in ["places", "paragraphs"]:
        shutil.copyfile(source / f"{table}.csv", out / f"{table}.csv")
    (out / "datapackage.json").write_text(descriptor(version, created), encoding="utf-8")
    return []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("register")
    parser.add_argument("out", type=Path)
    parser.add_argument("--countries", type=Path, required=True)
    parser.add_argument("--source", type=Path, default=HERE / "source")
    parser.add_argument("--least", type=int, default=5)
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--created", default="2026-01-31")
    troubles = aggregate(**vars(parser.parse_args()))
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
