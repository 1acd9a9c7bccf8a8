"""Reads the tables of a set by the rules that Stata has for what it imports, since Stata itself is not at hand.

usage: check_stata.py FOLDER

Rules: Stata 18, [U] 11.3 Naming conventions (at most 32 letters, digits and _, no digit first, reserved names); [D] import delimited
(names come in small letters by default, so that two must not differ by case alone); [R] Limits (32,767 variables).
"""
import csv
import pathlib
import re
import sys

RESERVED = set("_all _b _coef _cons _n _N _pi _pred _rc _skip byte double float if in int long str strL using with".split())
folder = pathlib.Path(sys.argv[1])
tables = 0
for path in sorted(folder.glob("*.csv")) + sorted(folder.glob("panel/*.csv")) + sorted(folder.glob("growth/*.csv")):
    with path.open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    for name in names:
        assert re.fullmatch("[A-Za-z_][A-Za-z0-9_]{0,31}", name), f"{path.name}: {name} is no name of a variable"
        assert name not in RESERVED and not re.fullmatch("str[0-9]+", name), f"{path.name}: {name} is reserved"
    lower = [name.lower() for name in names]
    assert len(set(lower)) == len(lower) <= 32767, f"{path.name}: two names differ by case alone"
    tables += 1

# The recipe of docs/analysts.md: columns 1 and 4 are text, and xtset needs each region and year only once.
with (folder / "panel.csv").open(encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
assert rows and [list(rows[0])[0], list(rows[0])[3]] == ["region_code", "period"], "stringcols(1 4) are other columns"
years = [(row["region_code"], row["period"]) for row in rows if re.fullmatch("[0-9]{4}", row["period"])]
assert len(set(years)) == len(years), "xtset: a region has a year twice"
print(f"the names of {tables} tables are names of Stata's variables; {len(years)} rows of years for xtset, each region's once")
