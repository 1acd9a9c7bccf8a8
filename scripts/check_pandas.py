"""Reads observations.csv with pandas, with the types that datapackage.json states, and compares it with observations.jsonl.

usage: check_pandas.py FOLDER
"""
import json
import pathlib
import sys
from decimal import Decimal

import pandas

folder = pathlib.Path(sys.argv[1])
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
types = {"string": "string", "integer": "Int64", "boolean": "boolean", "date": "string", "number": "string", "any": "string"}


def frame(name):
    resource = next(r for r in package["resources"] if r["path"] == f"{name}.csv")
    fields = resource["schema"]["fields"]
    data = pandas.read_csv(
        folder / f"{name}.csv", dtype={f["name"]: types[f["type"]] for f in fields}, keep_default_na=False, na_values=[""])
    assert list(data.columns) == [f["name"] for f in fields], f"{name}.csv: the header is not the package's"
    for field in fields:
        column = data[field["name"]].dropna()
        if field["type"] == "number":
            column.map(Decimal)
        if field["type"] == "date":
            pandas.to_datetime(column, format="%Y-%m-%d")
    return data


for resource in package["resources"]:
    if resource["path"].endswith(".csv"):
        data = frame(resource["path"].removesuffix(".csv"))
        print(f"pandas reads {resource['path']}: {len(data)} rows, {len(data.columns)} columns")

table = frame("observations")
assert len(table) > 0, "observations.csv has no row"
assert table["observation_id"].is_unique, "observation_id is not unique"
lines = [json.loads(line, parse_float=Decimal, parse_int=Decimal)
         for line in (folder / "observations.jsonl").read_text(encoding="utf-8").splitlines()]
assert len(lines) == len(table), f"observations.jsonl has {len(lines)} rows, the CSV {len(table)}"
array = json.loads((folder / "observations.json").read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
assert array == lines, "observations.json and observations.jsonl differ"
# JSON has what CSV has: an empty cell is null, a number keeps its digits. CSV puts a space for a line break.
for row, line in zip(table.astype(object).where(table.notna(), None).to_dict("records"), lines):
    assert list(row) == list(line), f"{line['observation_id']}: other columns in CSV and JSON"
    for name, value in line.items():
        cell = row[name]
        if isinstance(value, Decimal) and cell is not None:
            cell = Decimal(str(cell))
        if isinstance(value, str):
            value = value.replace("\n", " ").replace("\r", " ") or None
        assert cell == value, f"{line['observation_id']}: {name} is {cell!r} in CSV, {value!r} in JSON"
    assert line["text"] in line["sentence"], f"{line['observation_id']}: the sentence lacks {line['text']}"
print(f"the CSV and both JSON files agree on {len(lines)} observations, in every column")
