"""A queue of a million URLs: sitemaps name them, a run takes them in, and its memory is measured."""

import http.server
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading
import time

SITEMAPS, URLS = 20, 50_000
LIMIT = 100 << 20


class Site(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        origin = f"http://127.0.0.1:{self.server.server_address[1]}"
        name = self.path.strip("/")
        if name == "sitemap.xml":
            body = "".join(f"<sitemap><loc>{origin}/{n}.xml</loc></sitemap>" for n in range(SITEMAPS))
            body = f"<sitemapindex>{body}</sitemapindex>"
        elif name.endswith(".xml"):
            number = int(name[:-4])
            urls = "".join(
                f"<url><loc>{origin}/xwzx/bmdt/202206/t20220629_{number}{n:05}.html</loc></url>" for n in range(URLS)
            )
            body = f"<urlset>{urls}</urlset>"
        elif name == "robots.txt":
            body = "User-agent: *\n"
        else:
            body = f"<html><body>{name}</body></html>"
        data = body.encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(data)}\r\n\r\n"
        self.wfile.write(head.encode() + data)

    def log_message(self, *arguments):
        pass


def main() -> None:
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        settings = {
            "sources": [{"name": "county", "sitemap": {"url": f"http://127.0.0.1:{port}/sitemap.xml"}}],
            "fetch": {
                "contact": "office@example.org", "hosts": [f"127.0.0.1:{port}"], "addresses": ["127.0.0.1"],
                "delay_seconds": 0, "max_pages": 1000 + SITEMAPS + 1,
            },
        }
        (folder / "pipeline.json").write_text(json.dumps(settings))
        start = time.monotonic()
        subprocess.run([binary, "fetch", "--quiet"], cwd=folder, check=True)
        took = time.monotonic() - start
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10
        status = subprocess.run(
            [binary, "status", "--format", "json"], cwd=folder, check=True, capture_output=True, text=True)
        source = json.loads(status.stdout)["sources"][0]
        size = (folder / "archive" / "state.sqlite").stat().st_size
        print(
            f"{source['pages']} URLs, {source['archived']} fetched in {took:.0f} s, memory {most >> 20} MB, "
            f"state {size >> 20} MB")
        if source["pages"] != SITEMAPS * URLS + SITEMAPS + 1:
            sys.exit("check-queue: URLs were lost")
        if most >= LIMIT:
            sys.exit(f"check-queue: more memory than {LIMIT >> 20} MB")


main()
