"""Runs `xianzhi load` on one core and says how fast it wrote and how much memory it took.

usage: measure_load.py BIN OBSERVATIONS FOLDER COUNT
"""
import os
import pathlib
import resource
import subprocess
import sys
import time

binary, observations, folder, count = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4])
LEAST_RATE, MOST_MEMORY = 300, 300

core = min(os.sched_getaffinity(0))
start = time.monotonic()
subprocess.run([binary, "load", observations, "--output", folder], check=True,
               preexec_fn=lambda: os.sched_setaffinity(0, {core}))
wall = time.monotonic() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
processor = usage.ru_utime + usage.ru_stime
written = sum(f.stat().st_size for f in folder.resolve().rglob("*") if f.is_file()) / 1e6
memory = usage.ru_maxrss / 1024
rate = written / processor * 60
rows = sum(1 for _ in open(folder / "observations.csv", encoding="utf-8")) - 1
print(f"{rows} observations, {written:.0f} MB written in {wall:.1f} s ({processor:.1f} s of one core): "
      f"{rate:.0f} MB a minute, {memory:.0f} MB of memory")
assert rows == count, f"{count} observations went in, {rows} came out"
assert rate >= LEAST_RATE, f"slower than {LEAST_RATE} MB a minute"
assert memory <= MOST_MEMORY, f"more than {MOST_MEMORY} MB of memory"
