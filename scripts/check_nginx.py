"""Fetches a county's site from nginx, from list pages and from a sitemap, and holds the whole path against the files themselves."""

import json
import pathlib
import subprocess
import sys
import tempfile

import county_site
import web_server

SETTINGS = "access_log {folder}/access.log; gzip on; gzip_types text/html text/xml; gzip_min_length 1;"


def run(binary: str, folder: pathlib.Path, *arguments: str, status: int = 0) -> str:
    done = subprocess.run([binary, *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode != status:
        sys.exit(f"xianzhi {' '.join(arguments)}: status {done.returncode}, not {status}\n{done.stderr}")
    return done.stdout


def configuration(folder: pathlib.Path, origin: str, source: dict, **more) -> None:
    text = {
        "sources": [{"name": "county", "refresh_days": 0, **source}],
        "fetch": {
            "contact": "office@example.org",
            "hosts": [origin.removeprefix("http://")],
            "addresses": ["127.0.0.0/8"],
            "delay_seconds": 0,
            "metrics": "metrics.prom",
        },
        **more,
    }
    (folder / "pipeline.json").write_text(json.dumps(text), encoding="utf-8")


def documents(text: str) -> dict[str, dict]:
    """Documents by id, without where they came from and what was read from the address."""
    found = {}
    for line in text.splitlines():
        document = json.loads(line)
        document.pop("source")
        found[document["document_id"] if "document_id" in document else document["id"]] = document
    return found


def check(condition: bool, message: str) -> None:
    if not condition:
        sys.exit("check-fetch: " + message)


def main() -> None:
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        port = web_server.free_port()
        origin = f"http://127.0.0.1:{port}"
        names = county_site.make(folder / "site", origin)
        settings = SETTINGS.format(folder=folder)
        with web_server.serving(folder, folder / "site", ["127.0.0.1"], port, settings):
            sources = {
                "list": {
                    "list": {
                        "url": f"{origin}/list.html", "links": f"{origin}/*.html", "links_path": "ul.news li a",
                        "next_path": "a.next", "since": "2020-01-01",
                    }
                },
                "numbered": {
                    "list": {
                        "url": f"{origin}/list.html", "links_path": "ul.news a", "next": "list_{n}.html",
                        "since": "2020-01-01",
                    }
                },
                "sitemap": {"sitemap": {"url": f"{origin}/sitemap.xml"}},
                "pages": {"pages": [f"{origin}/{name}" for name in names]},
            }
            plain = documents(run(binary, folder / "site", "extract", *names))
            for kind, source in sources.items():
                place = folder / kind
                place.mkdir()
                configuration(place, origin, source)
                listed = run(binary, place, "fetch", "--dry-run").splitlines()
                check(len(listed) == (len(names) if kind == "pages" else 1), f"{kind}: dry run lists {listed}")
                check(run(binary, place, "run", "--quiet") == "", f"{kind}: the first run is not silent")
                archives = [str(path) for path in sorted((place / "archive").glob("*.warc.gz"))]
                fetched = documents(run(binary, place, "extract", *archives))
                missing = [key for key, value in plain.items() if fetched.get(key) != value]
                check(not missing, f"{kind}: documents that differ from the files': {missing}")
                rows = (place / "out" / "documents.csv").read_text(encoding="utf-8").count(origin)
                articles = json.loads((place / "out" / "run.json").read_text())["counts"]["articles"]
                check(rows >= len(names), f"{kind}: {rows} documents of {len(names)}")
                first = (place / "out" / "observations.csv").read_bytes()
                made = (place / "out" / "run.json").read_bytes()
                run(binary, place, "run", "--quiet")
                check((place / "out" / "run.json").read_bytes() == made, f"{kind}: the second run did something")
                report = json.loads((place / "archive" / "run.json").read_text())["hosts"]["127.0.0.1"]
                check(report["pages"] == 0 and report["not_modified"] >= len(names), f"{kind}: not 304: {report}")
                run(binary, place, "status", "--rebuild")
                run(binary, place, "run", "--offline", "--quiet", "--force")
                check((place / "out" / "observations.csv").read_bytes() == first, f"{kind}: rebuilding changes rows")
                status = json.loads(run(binary, place, "status", "--format", "json"))["sources"][0]
                check(status["archived"] >= len(names) and status["failing"] == 0, f"{kind}: status {status}")
                print(f"{kind}: {len(names)} pages, {articles} articles, as the files themselves")
                subprocess.run([sys.executable, "-m", "warcio.cli", "check", *archives], check=True)
                index = subprocess.run(
                    [sys.executable, "-m", "warcio.cli", "index", "-f", "warc-type,warc-target-uri", *archives],
                    check=True, capture_output=True, text=True)
                lines = [json.loads(line) for line in index.stdout.splitlines()]
                responses = [line["warc-target-uri"] for line in lines if line["warc-type"] == "response"]
                check(set(f"{origin}/{name}" for name in names) <= set(responses), f"{kind}: index has {responses}")
                check(len(set(responses)) == len(responses), f"{kind}: pages stand twice in {responses}")
                warc = place / "warc"
                warc.mkdir()
                (warc / "pipeline.json").write_text(
                    json.dumps({"sources": [{"name": "county", "warc": "../archive"}]}), encoding="utf-8")
                run(binary, warc, "run", "--quiet")
                same = (warc / "out" / "observations.csv").read_bytes()
                check(same == first or kind != "pages", f"{kind}: a WARC source gives other rows")
            probe = run(binary, folder / "pages", "probe", f"{origin}/{names[0]}")
            check("allows it" in probe and "observations" in probe, f"probe says {probe}")
            run(binary, folder / "pages", "probe", f"{origin}/private/x.html", status=75)


main()
