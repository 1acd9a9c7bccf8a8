"""Reads archives of others: files that warcio writes in the manner of Common Crawl, held against the pages themselves."""

import csv
import gzip
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import warcio.statusandheaders
import warcio.warcwriter

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"
DATE = "2024-03-0{}T10:00:00Z"


def chunked(body: bytes) -> bytes:
    """The body in chunks of 1,000 bytes."""
    parts = [body[at : at + 1000] for at in range(0, len(body), 1000)] + [b""]
    return b"".join(b"%X;a=b\r\n%s\r\n" % (len(part), part) for part in parts)


class Archive:
    """A file as Common Crawl writes it: WARC 1.0, for each page a request, a response and metadata."""

    def __init__(self, path: pathlib.Path, gzipped: bool = True):
        self.stream = path.open("wb")
        self.writer = warcio.warcwriter.WARCWriter(self.stream, gzip=gzipped, warc_version="1.0")
        self.add("warcinfo", None, b"isPartOf: CC-MAIN-2024-10\r\npublisher: Common Crawl\r\n", "application/warc-fields")

    def record(self, kind, url, block, content_type=None, http=None, day=1, fields=None):
        headers = {"WARC-Date": DATE.format(day), **(fields or {})}
        record = self.writer.create_warc_record(
            url, kind, payload=io.BytesIO(block), warc_content_type=content_type or "", http_headers=http,
            warc_headers_dict=headers)
        self.writer.write_record(record)

    def add(self, kind, url, block, content_type):
        self.record(kind, url, block, content_type)

    def page(self, url, body, fields, status="200 OK", day=1, more=None):
        """A request, its response and what Common Crawl says of both."""
        make = warcio.statusandheaders.StatusAndHeaders
        request = make("GET / HTTP/1.1", [("Host", "www.county.example"), ("User-Agent", "CCBot/2.0")], is_http_request=True)
        self.record("request", url, b"", http=request, day=day)
        self.record("response", url, body, http=make(status, fields, protocol="HTTP/1.1"), day=day, fields=more)
        self.record("metadata", url, b"fetchTimeMs: 12\r\ncharset-detected: UTF-8\r\n", "application/warc-fields", day=day)


def fields(*more, content_type="text/html"):
    return [("Server", "nginx"), ("Content-Type", content_type), *more]


def write(folder: pathlib.Path, names: list[str]) -> int:
    """Writes the archives; how many findings they are to give."""
    pages = {name: (SAMPLES / name).read_bytes() for name in names}
    base = "http://www.county.example/"
    first = Archive(folder / "CC-MAIN-20240301-00001.warc.gz")
    # Common Crawl takes the codings off, and says so by other names.
    taken = [("X-Crawler-Content-Encoding", "gzip"), ("X-Crawler-Transfer-Encoding", "chunked")]
    for at, name in enumerate(names):
        body = pages[name]
        types = ["text/html", "Text/HTML;;charset=\"utf-8\"", "text/html; charset=UTF-8; boundary=x", "application/xhtml+xml", ""]
        type_ = types[at % len(types)]
        match at % 5:
            case 0: first.page(base + name, body, fields(*taken, ("Content-Length", str(len(body))), content_type=type_))
            case 1: first.page(base + name, chunked(body), fields(("Transfer-Encoding", "chunked"), content_type=type_))
            case 2: first.page(base + name, gzip.compress(body), fields(("Content-Encoding", "gzip"), content_type=type_))
            case 3: first.page(
                base + name, chunked(gzip.compress(body)),
                fields(("content-encoding", "GZIP"), ("transfer-encoding", "Chunked"), content_type=type_))
            # The codings are gone, and the fields were left.
            case 4: first.page(
                base + name, body, fields(("Content-Encoding", "br"), ("Transfer-Encoding", "chunked"), content_type=type_))
    # What is no page.
    first.page(base + "robots.txt", b"User-agent: *\n", fields(content_type="text/x-robots"))
    first.page(base + "seal.png", b"\x89PNG", fields(content_type="image/png"))
    first.page(base + "gone.html", b"<p>404</p>", fields(), status="404 Not Found")
    first.page(base + "moved.html", b"", fields(("Location", "/a.html")), status="301 Moved Permanently")
    first.record("response", "dns:www.county.example", b"20240301 www.county.example. 60 IN A 203.0.113.9", "text/dns")
    first.page(base + "long.html", b"<p>" + b"long " * 100, fields(), more={"WARC-Truncated": "length"})
    first.stream.close()
    # A later version, a revisit of it, the text that Common Crawl makes of it; and a file that is not compressed.
    second = Archive(folder / "CC-MAIN-20240302-00002.warc", gzipped=False)
    second.page(base + names[0], pages[names[0]] + b"<!-- newer -->", fields(), day=2)
    second.record(
        "revisit", base + names[0], b"", day=3, http=warcio.statusandheaders.StatusAndHeaders("304 Not Modified", []),
        fields={"WARC-Profile": "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"})
    second.record("conversion", base + names[0], "江口县的文字".encode(), "text/plain", day=3)
    # The same bytes are other characters in GB18030; that they are Big5 the server alone says.
    second.page(
        base + "big5.html", "<title>縣志</title><p>縣志</p>".encode("big5"), fields(content_type="text/html; charset=big5"))
    second.record("resource", base + "resource.html", "<title>县志</title>".encode("gbk"), "text/html; charset=gbk", day=2)
    second.stream.close()
    return 1


def run(binary: str, folder: pathlib.Path, *arguments: str) -> str:
    done = subprocess.run([binary, *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"check-warc: xianzhi {' '.join(arguments)}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def table(path: pathlib.Path) -> list[dict]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def main() -> None:
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    names = sorted(path.name for path in SAMPLES.glob("*.html"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "cc").mkdir()
        refused = write(folder / "cc", names)
        source = {"name": "Common Crawl", "warc": "cc", "tier": "government"}
        (folder / "pipeline.json").write_text(json.dumps({"sources": [source]}))
        run(binary, folder, "run", "--quiet")
        documents = {row["source"].rsplit("/", 1)[-1]: row for row in table(folder / "out" / "documents.csv")}
        if set(documents) != {*names, "big5.html", "resource.html"}:
            sys.exit(f"check-warc: the pages are {sorted(documents)}")
        titles = [documents[page]["title"] for page in ("big5.html", "resource.html")]
        if titles != ["縣志", "县志"]:
            sys.exit(f"check-warc: titles {titles}: the server's charset was not used")
        about = table(folder / "out" / "findings.csv")
        cut = [row for row in about if row["code"] == "truncated_page"]
        unread = [row for row in about if row["code"] in ("unreadable_file", "oversized_page")]
        if len(cut) != refused or unread:
            sys.exit(f"check-warc: findings {cut} {unread}")
        # Each page is what the file itself is, but the first, of which there is a later version.
        plain = [json.loads(line) for line in run(binary, SAMPLES, "extract", *names).splitlines()]
        for name, document in zip(names, plain):
            found = documents[name]
            same = found["document_id"] == document.get("document_id", document.get("id"))
            if same == (name == names[0]) or found["title"] != document.get("title"):
                sys.exit(f"check-warc: {name} is another document than the file: {found}")
        print(f"{len(documents)} pages of archives in the manner of Common Crawl, as the files themselves")


main()
