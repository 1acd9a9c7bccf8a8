"""What must hold of every observation, from the CSV files alone.

usage: check_figures.py FOLDER

The sentence contains the surface; value times the factor of its unit is the standard value, exactly, or to the twelve digits of a
rounded one; of the rows of a figure one at most is preferred; the panel has the preferred levels.
"""
import collections
import csv
import pathlib
import sys
from decimal import Context, Decimal, localcontext
from fractions import Fraction

folder = pathlib.Path(sys.argv[1])


def table(name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


observations = table("observations")
units = {u["unit_id"]: u for u in table("units")}
reprints = {d["document_id"] for d in table("documents") if d["duplicate_of"]}
converted = preferred = 0
figures = collections.defaultdict(list)
for row in observations:
    name = row["observation_id"]
    assert row["text"] in row["sentence"], f"{name}: the sentence lacks {row['text']}"
    unit = units.get(row["unit_id"])
    if unit and row["value"] and row["standard_value"]:
        exact = Fraction(row["value"]) * Fraction(int(unit["factor_numerator"]), int(unit["factor_denominator"]))
        stated = Fraction(row["standard_value"])
        if row["is_exact"] == "true":
            assert exact == stated, f"{name}: {row['value']} {row['unit']} is {exact}, not {stated}"
        else:
            with localcontext(Context(prec=12)):
                rounded = Decimal(exact.numerator) / Decimal(exact.denominator)
                assert +Decimal(row["standard_value"]) == rounded, f"{name}: {rounded}, not {row['standard_value']}"
        converted += 1
    if row["document_id"] in reprints:
        assert row["preferred"] == "false", f"{name}: a reprint is preferred"
    elif row["region_code"] and row["indicator_id"] and row["period"]:
        note = row["status_note"] if row["status_note"] in ("capacity", "norm") else ""
        columns = ("region_code", "place", "indicator_id", "measure", "breakdown", "status", "standard_unit", "period")
        figures[tuple(row[c] for c in columns) + (note,)].append(row["preferred"] == "true")
    else:
        assert row["preferred"] == "true", f"{name}: is compared with none, and not preferred"
for figure, flags in figures.items():
    assert sum(flags) == 1, f"{figure}: {sum(flags)} of {len(flags)} rows are preferred"

values = {(o["region_code"], o["period"], o["indicator_id"], Decimal(o["standard_value"])) for o in observations
          if o["preferred"] == "true" and o["measure"] == "level" and o["standard_value"] and not o["place"]}
cells = [(r["region_code"], r["period"], c, Decimal(v)) for r in table("panel") for c, v in list(r.items())[7:] if v]
for cell in cells:
    assert cell in values, f"{cell}: stands in panel.csv and is no preferred level"
assert cells and converted
print(f"{len(observations)} observations: {converted} conversions and {len(figures)} figures hold, {len(cells)} cells of the panel too")
