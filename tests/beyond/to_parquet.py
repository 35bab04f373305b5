"""Turns a register in CSV into Parquet: to_parquet.py REGISTER.csv REGISTER.parquet"""

import sys

import duckdb

from aggregate import REGISTER_TYPES


def main(source, target):
    duckdb.read_csv(source, header=True, dtype=REGISTER_TYPES).write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
