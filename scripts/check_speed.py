"""The whole program on 20 hosts without a delay: pages a second, from nginx into the archive and the state."""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import county_site
import web_server

HOSTS, PAGES, LEAST = 20, 1000, 1000

# Nothing of it is to be the limit.
SETTINGS = "access_log off; keepalive_requests 100000; open_file_cache max=2000;"


def host(number: int) -> str:
    return f"127.0.0.{number + 1}"


def make_site(folder: pathlib.Path, port: int) -> int:
    """Writes 1,000 articles made of samples/ and a sitemap for each host; the bytes of an article in the mean."""
    folder.mkdir()
    samples = [path.read_bytes() for path in sorted(county_site.SAMPLES.glob("*.html"))]
    for number in range(PAGES):
        (folder / f"{number}.html").write_bytes(samples[number % len(samples)] + b"<!-- %d -->" % number)
    for number in range(HOSTS):
        urls = "".join(f"<url><loc>http://{host(number)}:{port}/{page}.html</loc></url>" for page in range(PAGES))
        (folder / f"sitemap{number}.xml").write_text(f"<urlset>{urls}</urlset>")
    return sum(map(len, samples)) // len(samples)


def main() -> None:
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    port = web_server.free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        size = make_site(folder / "site", port)
        sources = [
            {"name": host(number), "sitemap": {"url": f"http://{host(number)}:{port}/sitemap{number}.xml"}}
            for number in range(HOSTS)
        ]
        settings = {
            "contact": "office@example.org", "hosts": [f"127.0.0.*:{port}"], "addresses": ["127.0.0.0/8"],
            "delay_seconds": 0, "parallel_hosts": HOSTS,
        }
        (folder / "pipeline.json").write_text(json.dumps({"sources": sources, "fetch": settings}))
        addresses = [host(number) for number in range(HOSTS)]
        with web_server.serving(folder, folder / "site", addresses, port, SETTINGS):
            start = time.monotonic()
            subprocess.run([binary, "fetch", "--quiet"], cwd=folder, check=True)
            took = time.monotonic() - start
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = usage.ru_utime + usage.ru_stime
        hosts = json.loads((folder / "archive" / "run.json").read_text())["hosts"]
        pages = sum(found["pages"] for found in hosts.values())
        if pages != HOSTS * (PAGES + 1):
            sys.exit(f"check-speed: {pages} pages of {HOSTS * (PAGES + 1)}")
        print(
            f"{pages} pages of {size} bytes from {HOSTS} hosts in {took:.1f} s: {pages / took:.0f} pages/s, "
            f"{processor:.1f} s of processor, memory {usage.ru_maxrss >> 10} MB, "
            f"load {os.getloadavg()[0]:.1f}")
        # Where others use the machine too the time says little; then the processor's says what a second of it is worth.
        speed = pages / took if os.getloadavg()[0] < 2 * os.cpu_count() else pages / processor
        if speed < LEAST:
            sys.exit(f"check-speed: fewer than {LEAST} pages a second")


main()
