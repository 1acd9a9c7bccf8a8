"""Holds a copy for spreadsheets, as LibreOffice opened it and wrote it back, against the table it was made of.

usage: check_excel.py FOLDER TABLE WRITTEN_BACK

Numbers are compared as numbers, truth values in any case, text behind an apostrophe without it; nothing may have run.
"""
import csv
import json
import pathlib
import sys
from decimal import Decimal

folder, name, back = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
types = [f["type"] for f in next(r for r in package["resources"] if r["name"] == name)["schema"]["fields"]]


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def same(kind, cell, other):
    if cell == other:
        return True
    if kind in ("number", "integer"):
        return bool(cell) and bool(other) and abs(Decimal(cell) - Decimal(other)) <= abs(Decimal(cell)) * Decimal("1e-14")
    if kind == "boolean":
        return cell == other.lower()
    return kind == "string" and "'" + cell == other


data, copy = rows(folder / f"{name}.csv"), rows(back)
assert len(data) == len(copy) > 1, f"{name}: {len(data)} records, {len(copy)} came back"
assert data[0] == copy[0], f"{name}: another header"
for number, (record, other) in enumerate(zip(data, copy), 1):
    assert len(record) == len(other), f"{name}:{number}: {len(other)} cells"
    for column, kind, cell, changed in zip(data[0], types, record, other):
        assert same(kind, cell, changed), f"{name}:{number}: {column} was {cell!r} and came back as {changed!r}"
print(f"LibreOffice gives back {name}: {len(data) - 1} rows, {len(data[0])} columns")
