"""Runs the recipes of a document on a set of datasets: its blocks of python, r, sql duckdb and sql sqlite.

usage: check_recipes.py DOCUMENT FOLDER [--rows]

With --rows each query must find something, as it does in the samples.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import duckdb

document, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
blocks = re.findall(r"^```([a-z ]+)\n(.*?)^```$", document.read_text(encoding="utf-8"), re.M | re.S)
needs_rows = "--rows" in sys.argv[3:]
NOT_HERE = {"stata"}
run = 0
with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    (scratch / "out").symlink_to(folder)
    for kind, text in blocks:
        first = text.strip().splitlines()[0]
        if kind in NOT_HERE:
            print(f"not run here: {kind}: {first}")
            continue
        if kind == "python":
            subprocess.run([sys.executable, "-c", text], cwd=scratch, check=True)
        elif kind == "r":
            (scratch / "recipe.R").write_text(text, encoding="utf-8")
            subprocess.run(["Rscript", "--vanilla", "recipe.R"], cwd=scratch, check=True,
                           env={"LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"})
        elif kind == "sql sqlite":
            answer = subprocess.run(["sqlite3", "-bail", "-readonly", "out/xianzhi.sqlite"], input=text, cwd=scratch,
                                    check=True, capture_output=True, text=True).stdout
            assert answer.strip() or not needs_rows, f"no row: {first}"
        elif kind == "sql duckdb":
            statements = text.replace("'out/", f"'{folder}/")
            answer = duckdb.connect().execute(statements).fetchall()
            assert answer or not needs_rows, f"no row: {first}"
        else:
            raise SystemExit(f"{document}: nobody knows how to run a block of {kind}")
        run += 1
        print(f"{kind}: {first}")
assert run >= 6, f"only {run} recipes were found"
