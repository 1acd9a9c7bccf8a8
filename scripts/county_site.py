"""A county's site made of samples/: two list pages, a sitemap, articles. Used by the checks of fetch."""

import gzip
import pathlib
import shutil

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"


def make(folder: pathlib.Path, origin: str) -> list[str]:
    """Writes the site into a folder; the names of its articles."""
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted(path.name for path in SAMPLES.glob("*.html"))
    for name in names:
        shutil.copy(SAMPLES / name, folder / name)
    half = (len(names) + 1) // 2
    pages = [names[:half], names[half:]]
    for number, part in enumerate(pages):
        items = "".join(
            f'<li><a href="{name}">{name}</a><span>2024-03-{day + 1:02}</span></li>' for day, name in enumerate(part)
        )
        old = '<li><a href="old-news.html">旧闻</a><span>2001-01-01</span></li>' if number else ""
        following = "" if number else '<a class="next" href="list_1.html">下一页</a>'
        text = (
            '<html><head><meta charset="utf-8"><title>要闻</title></head><body><div><a href="about.html">关于</a></div>'
            f'<ul class="news">{items}{old}</ul>{following}</body></html>'
        )
        (folder / ("list.html" if number == 0 else f"list_{number}.html")).write_text(text, encoding="utf-8")
    urls = "".join(f"<url><loc>{origin}/{name}</loc><lastmod>2024-03-01</lastmod></url>" for name in names)
    sitemap = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    (folder / "pages.xml.gz").write_bytes(gzip.compress(sitemap.encode()))
    (folder / "sitemap.xml").write_text(
        '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<sitemap><loc>{origin}/pages.xml.gz</loc></sitemap></sitemapindex>"
    )
    (folder / "robots.txt").write_text("User-agent: *\nDisallow: /private/\n")
    return names
