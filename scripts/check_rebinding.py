"""Names whose addresses change: what counts is the address of the connection that is made, not the one of an earlier answer.

The program's own look-up is used, in a mount namespace in which /etc/hosts is a file of this check. Where the system lets
nobody make one, as some containers do, nothing is checked, and that is said.
"""

import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

import web_server

HOST, ALLOWED, FORBIDDEN = "county.test", "127.0.0.1", "127.0.0.2"
# Longer than libcurl takes an answer for good.
CACHED = 61


class Server(http.server.ThreadingHTTPServer):
    """Serves a page under every name and closes each connection; counts them."""

    daemon_threads = True

    def __init__(self, address: str, port: int) -> None:
        super().__init__((address, port), Handler)
        self.connections, self.after = 0, lambda: None
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def get_request(self):
        self.connections += 1
        return super().get_request()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path != "/robots.txt"
        body = f"<p>{self.path}</p>".encode() if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.after()

    def log_message(self, *_) -> None:
        pass


def check(condition: bool, message: str) -> None:
    if not condition:
        sys.exit("check-rebinding: " + message)


def main() -> None:
    binary, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    hosts = folder / "hosts"
    hosts.write_text("")
    subprocess.run(["mount", "--bind", hosts, "/etc/hosts"], check=True)
    port = web_server.free_port()
    allowed, forbidden = Server(ALLOWED, port), Server(FORBIDDEN, port)

    def names(*addresses: str) -> None:
        hosts.write_text("".join(f"{address} {HOST}\n" for address in addresses))

    def fetch(place: str, delay: int = 0) -> tuple[int, dict]:
        where = folder / place
        where.mkdir(exist_ok=True)
        settings = {
            "contact": "office@example.org", "hosts": [f"{HOST}:{port}"], "addresses": [ALLOWED],
            "delay_seconds": delay, "attempts": 1,
        }
        source = {"name": "county", "refresh_days": 0, "pages": [f"http://{HOST}:{port}/a.html"]}
        (where / "pipeline.json").write_text(json.dumps({"sources": [source], "fetch": settings}))
        status = subprocess.run([binary, "fetch", "--quiet"], cwd=where, stderr=subprocess.DEVNULL).returncode
        return status, json.loads((where / "archive" / "run.json").read_text())["hosts"][HOST]

    names(ALLOWED)
    status, report = fetch("runs")
    check(status == 0 and report["pages"] == 1, f"the allowed address: {status}, {report}")
    names(FORBIDDEN)
    status, report = fetch("runs")
    check(status == 75 and report["failures"] == {"address-refused": 1}, f"another address: {status}, {report}")
    print("a name that leads elsewhere in the next run: refused")

    # The allowed address is tried first, and nothing listens there.
    allowed.shutdown()
    allowed.server_close()
    names(ALLOWED, FORBIDDEN)
    status, report = fetch("several")
    check(status == 75 and report["pages"] == 0, f"two addresses: {status}, {report}")
    print("a name with an address that may be talked to and one that may not: only the former is tried")

    allowed = Server(ALLOWED, port)
    allowed.after = lambda: names(FORBIDDEN)
    names(ALLOWED)
    # robots.txt comes from the allowed address, and by the time of the page the name leads elsewhere.
    status, report = fetch("connections", delay=CACHED)
    check(allowed.connections == 1, f"{allowed.connections} connections to the allowed address")
    check(status == 75 and report["failures"] == {"address-refused": 1}, f"between requests: {status}, {report}")
    print("a name that leads elsewhere after robots.txt: refused")

    check(forbidden.connections == 0, f"{forbidden.connections} connections to {FORBIDDEN}")


if len(sys.argv) > 2:
    main()
else:
    rights = [] if os.getuid() == 0 else ["--map-root-user"]
    namespace = ["unshare", *rights, "--mount"]
    if subprocess.run([*namespace, "true"], stderr=subprocess.DEVNULL).returncode != 0:
        print("names whose addresses change: NOT CHECKED, for no mount namespace can be made here")
        sys.exit()
    with tempfile.TemporaryDirectory() as name:
        program = str(pathlib.Path(sys.argv[1]).resolve())
        sys.exit(subprocess.run([*namespace, sys.executable, __file__, program, name]).returncode)
