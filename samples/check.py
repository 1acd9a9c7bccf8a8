#!/usr/bin/env python3
"""Holds gold.tsv and gold-documents.tsv against the sample pages beside them.

    python3 samples/check.py

Every `left` + `surface` must stand exactly once in its page, read without white space and
without footnote marks such as [1]; fields must be well formed and fit together; what
gold-documents.tsv says of a page must stand on that page. Prints what is wrong and exits 1.
Python's standard library only.
"""
import html.parser
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ("doc left surface value low high relation unit about measure status period region "
           "place use").split()
DOCUMENT_COLUMNS = "doc title published author publisher original_url charset kind".split()
USES = {"indicator", "optional", "mention", "trap"}
RELATIONS = {"eq", "approx", "gt", "ge", "lt", "le", "range"}
MEASURES = {"level", "share", "change_rate", "change", "difference", "rank"}
DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?")
MOMENT = r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?|-Q[1-4]|-H[12])?"
PERIOD = re.compile(rf"{MOMENT}(/{MOMENT})?")
FOOTNOTE = re.compile(r"\[\d{1,2}\]")


class Text(html.parser.HTMLParser):
    """The characters of a page that are neither script nor style."""

    def __init__(self):
        super().__init__()
        self.pieces = []
        self.silent = False

    def handle_starttag(self, tag, attrs):
        self.silent = tag in ("script", "style")

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.silent = False

    def handle_data(self, data):
        if not self.silent:
            self.pieces.append(data)


def squeezed(text):
    return FOOTNOTE.sub("", re.sub(r"[\s\0]+", "", text))


def table(name, columns):
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    assert lines.pop() == "", f"{name}: no line feed at the end"
    assert lines[0].split("\t") == columns, f"{name}: other columns"
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        assert len(cells) == len(columns), f"{name}:{number}: {len(cells)} cells"
        yield f"{name}:{number}", dict(zip(columns, cells))


def wrong_fields(row):
    """What is malformed in a row or does not fit its other fields."""
    if row["use"] not in USES:
        yield "use"
    if not row["surface"]:
        yield "surface"
    if row["use"] == "trap":
        yield from (c for c in COLUMNS[3:-1] if row[c])
        return
    if row["relation"] not in RELATIONS:
        yield "relation"
    yield from (c for c in ("value", "low", "high") if row[c] and not DECIMAL.fullmatch(row[c]))
    if (row["relation"] == "range") != bool(row["low"] and row["high"]):
        yield "low, high"
    if row["relation"] == "range" and row["value"]:
        yield "value of a range"
    if row["use"] == "indicator":
        if not (row["value"] or row["low"]):
            yield "no value"
        if not row["about"]:
            yield "about"
        if row["measure"] not in MEASURES:
            yield "measure"
        if row["measure"] == "rank" and row["unit"]:
            yield "unit of a rank"
    if row["status"] not in ("", "actual", "target"):
        yield "status"
    yield from ("period " + p for p in row["period"].split("|") if p and not PERIOD.fullmatch(p))
    if row["region"] and not re.fullmatch(r"\d{6}(\|\d{6})*", row["region"]):
        yield "region"


def main():
    wrong = []
    documents = dict((row["doc"], row) for _, row in table("gold-documents.tsv", DOCUMENT_COLUMNS))
    texts = {}
    for name, row in documents.items():
        page = (HERE / name).read_bytes().decode(row["charset"])
        reader = Text()
        reader.feed(page)
        reader.close()
        texts[name] = squeezed("".join(reader.pieces))
        for field in ("title", "author", "publisher", "original_url"):
            if squeezed(row[field]) not in texts[name]:
                wrong.append(f"{name}: {field} is not on the page")
        year, _, rest = row["published"].partition("-")
        month, _, day = rest.partition("-")
        date = rf"{year}(-|年)0?{month.lstrip('0')}(-|月)0?{day.lstrip('0')}"
        if year and not re.search(date, texts[name]):
            wrong.append(f"{name}: published is not on the page")
    pages = {path.name for path in HERE.glob("*.html")}
    wrong += [f"{name}: page or row missing" for name in sorted(pages ^ set(documents))]
    seen = set()
    rows = 0
    for place, row in table("gold.tsv", COLUMNS):
        rows += 1
        key = squeezed(row["left"] + row["surface"])
        count = texts.get(row["doc"], "").count(key)
        if not FOOTNOTE.fullmatch(row["surface"]) and count != 1:
            wrong.append(f"{place}: {key} stands {count} times in {row['doc']}")
        if (row["doc"], row["left"], row["surface"]) in seen:
            wrong.append(f"{place}: a second row for {key}")
        seen.add((row["doc"], row["left"], row["surface"]))
        wrong += [f"{place}: {key}: wrong {field}" for field in wrong_fields(row)]
    for doc, row in documents.items():
        if (row["kind"] == "article") != any(d == doc for d, _, _ in seen):
            wrong.append(f"{doc}: {row['kind']}, but rows of gold say otherwise")
    print("\n".join(wrong + [f"{len(documents)} pages, {rows} rows, {len(wrong)} wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
