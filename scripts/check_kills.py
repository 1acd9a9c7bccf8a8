"""Kills crawls at random moments, and looks at what the next whole run makes of them."""

import collections
import http.server
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import threading

import warcio.archiveiterator
import warcio.checker

# Several hosts, so that what comes at once is written together.
HOSTS = 5
PAGES = 300


class Site(http.server.BaseHTTPRequestHandler):
    """Three list pages that name 60 articles."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path.strip("/")
        if name == "robots.txt":
            return self.answer(404, b"none")
        if name.startswith("list"):
            first = int(name[4:] or 0) * 20
            links = "".join(f'<li><a href="/{n}.html">{n}</a></li>' for n in range(first, first + 20))
            following = f'<a class="next" href="/list{first // 20 + 1}">next</a>' if first < 40 else ""
            return self.answer(200, f"<html><body><ul>{links}</ul>{following}</body></html>".encode())
        text = f"<html><body><p>2023年全县粮食产量{name}吨。</p>{'县志' * 2000}{name}</body></html>"
        self.answer(200, text.encode())

    def answer(self, status: int, body: bytes):
        # In one piece: a head alone would wait for the client's delayed acknowledgement.
        head = f"HTTP/1.1 {status} -\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        self.wfile.write(head.encode() + body)

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    """One that expects its clients to be killed."""

    def handle_error(self, request, client_address):
        pass


class Silent:
    """What warcio's checker wants to know of its command line."""

    def __init__(self, inputs):
        self.inputs = inputs
        self.verbose = False


def configuration(port: int) -> dict:
    origins = [f"http://127.0.0.{number + 1}:{port}" for number in range(HOSTS)]
    return {
        "sources": [
            {
                "name": origin,
                "list": {
                    "url": f"{origin}/list0", "links": f"{origin}/*.html", "next_path": "a.next", "max_pages": 3,
                },
            }
            for origin in origins
        ],
        "fetch": {
            "contact": "office@example.org", "hosts": [f"127.0.0.*:{port}"], "addresses": ["127.0.0.0/8"],
            "delay_seconds": 0, "file_bytes": 65536,
        },
    }


def crawl(binary: str, folder: pathlib.Path) -> subprocess.Popen:
    return subprocess.Popen([binary, "fetch", "--quiet"], cwd=folder, stderr=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen) -> None:
    _, errors = process.communicate(timeout=120)
    if process.returncode != 0 or errors:
        sys.exit(f"check-kills: a whole run ended with {process.returncode}: {errors}")


def versions(folder: pathlib.Path) -> collections.Counter:
    """How often each page is in the archive; the archive is checked on the way."""
    files = sorted(str(path) for path in (folder / "archive").glob("*.warc.gz"))
    left = list((folder / "archive").glob("*.open"))
    if left:
        sys.exit(f"check-kills: files that are still open: {left}")
    if warcio.checker.Checker(Silent(files)).process_all() != 0:
        sys.exit("check-kills: warcio check found something")
    counts: collections.Counter = collections.Counter()
    for name in files:
        with open(name, "rb") as stream:
            for record in warcio.archiveiterator.ArchiveIterator(stream):
                if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                    counts[record.rec_headers.get_header("WARC-Target-URI")] += 1
    return counts


def main() -> None:
    binary, rounds = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2])
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 6)
    server = Server(("", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings = json.dumps(configuration(server.server_address[1]))
    length, torn, early = 2.0, 0, 0
    number = 0
    while number < rounds:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "pipeline.json").write_text(settings)
            process = crawl(binary, folder)
            try:
                process.wait(timeout=chance.uniform(0, length))
                early += 1
                # It was done before: the moments lie in a shorter time from now on.
                length *= 0.9
                process.communicate()
                continue
            except subprocess.TimeoutExpired:
                process.kill()
            process.communicate()
            number += 1
            finish(crawl(binary, folder))
            notes = json.loads((folder / "archive" / "run.json").read_text())["notes"]
            torn += any("torn" in note for note in notes)
            counts = versions(folder)
            pages = {url: count for url, count in counts.items() if url.endswith(".html")}
            if len(pages) != PAGES or set(pages.values()) != {1}:
                wrong = {url: count for url, count in pages.items() if count != 1}
                sys.exit(f"check-kills: round {number}: {len(pages)} pages, of which not once: {wrong}")
    print(f"{rounds} kills, {torn} of them tore a record ({early} more came too late): {PAGES} pages once each in every archive")


main()
