#!/usr/bin/env python3
"""Opens, searches, filters, clicks, follows and prints reports in a headless browser; status 1 where anything is wrong.

usage: scripts/check_report.py [--screenshots FOLDER] BIN OUT

BIN is the program, OUT a set that it made of samples/. With --screenshots, four pictures are made and nothing is checked.
"""
import argparse
import base64
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from selenium.webdriver.common.keys import Keys

import county_yearbooks
from browser import Browser

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLACES = ROOT / "Sources/CVocabulary/places.tsv"
# The longest that a search of 50,000 rows may take, from the last key to the rows on the screen, in milliseconds.
SLOWEST = 500


class Checks:
    def __init__(self):
        self.failures, self.count = [], 0

    def that(self, holds, what):
        self.count += 1
        if not holds:
            self.failures.append(what)
            print(f"check-report: {what}", file=sys.stderr)


def yearbooks(program, folder, county_count, first, last):
    """A report of invented yearbooks."""
    pages = county_yearbooks.write(folder / "pages", PLACES, county_count, first, last)
    (folder / "pipeline.json").write_text(json.dumps({
        "sources": [{"name": "yearbooks", "tier": "statistics", "folder": "pages"}],
        "output": {"folder": "out", "formats": ["csv"], "texts": True},
    }), encoding="utf-8")
    subprocess.run([program, "run", "--quiet", "--config", folder / "pipeline.json"], check=True)
    start = time.monotonic()
    subprocess.run([program, "report", "--quiet", "--output", folder / "out"], check=True)
    print(f"check-report: {pages} pages became a report in {time.monotonic() - start:.1f} s")
    return folder / "out/report"


def address(path):
    return path.resolve().as_uri()


def look(checks, browser, page, name):
    """What holds for every page: a title, landmarks, one first heading, headings in order, no empty link, axe content."""
    browser.open(address(page))
    checks.that(browser.driver.title, f"{name}: has no title")
    checks.that(len(browser.all("main")) == 1 and len(browser.all("header")) == 1 and len(browser.all("footer")) == 1,
                f"{name}: lacks a landmark")
    checks.that(len(browser.all("h1")) == 1, f"{name}: has not one first heading")
    empty = browser.run("return [...document.links].filter((a) => !a.getAttribute('href')).length")
    checks.that(empty == 0, f"{name}: {empty} links lead nowhere")
    wide = browser.run("return document.documentElement.scrollWidth - innerWidth")
    checks.that(wide <= 0, f"{name}: is {wide} pixels wider than the window")
    for violation in browser.violations():
        checks.that(False, f"{name}: axe: {violation}")
    checks.that(True, f"{name}: axe")


def keyboard(checks, browser, name):
    """Tab leads through the page in its order, and each stop can be seen."""
    browser.run("document.body.tabIndex = -1; document.body.focus()")
    places = []
    for _ in range(12):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        places.append(browser.run(
            "const e = document.activeElement; const s = getComputedStyle(e);"
            "window.stops = window.stops || []; window.stops.push(e);"
            "return [e.tagName, s.outlineStyle !== 'none' || e.closest('svg') !== null]"))
    checks.that(all(seen for _, seen in places), f"{name}: a stop of the keyboard cannot be seen: {places}")
    ordered = browser.run(
        "return window.stops.every((e, i, all) => i === 0 || e === all[i - 1] ||"
        " all[i - 1].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)")
    checks.that(ordered, f"{name}: the keyboard leaves the order of the page")


def evidence(checks, browser, report, name):
    """Clicks a mark, presses Enter on one, goes back, follows a figure of a region to its mark."""
    page = max((report / "documents").rglob("*.html"), key=lambda path: path.stat().st_size)
    browser.open(address(page))
    marks = browser.all(".page a.mark")
    checks.that(len(marks) > 5, f"{name}: {page.name} has {len(marks)} marks")
    checks.that(len(browser.all(".detail.open")) == 0, f"{name}: a detail is open before a mark was clicked")
    marks[0].click()
    opened = browser.all(".detail.open")
    checks.that(len(opened) == 1 and marks[0].text in opened[0].text, f"{name}: a click on a mark does not show it")
    checks.that(browser.run("return document.activeElement.classList.contains('detail')"), f"{name}: a click moves no focus")
    browser.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    checks.that(browser.driver.switch_to.active_element == marks[0], f"{name}: Escape does not lead back to the mark")
    marks[1].send_keys(Keys.ENTER)
    opened = browser.all(".detail.open")
    checks.that(len(opened) == 1 and marks[1].text in opened[0].text, f"{name}: Enter on a mark does not show it")
    figure = browser.all(".detail.open details summary")
    if figure:
        figure[0].click()
        checks.that("observation" in opened[0].text.lower(), f"{name}: the whole row is not shown")
    browser.one(".legend input").click()
    checks.that("hides-" in browser.one(".page").get_attribute("class"), f"{name}: the legend hides nothing")

    region = max((report / "regions").glob("[0-9]*.html"), key=lambda path: path.stat().st_size)
    browser.open(address(region))
    link = browser.one("table.figures td.number a")
    printed = link.text
    browser.run("arguments[0].scrollIntoView({block: 'center'})", link)
    link.click()
    browser.wait(lambda: browser.all(".detail.open"), "the evidence of a figure")
    opened = browser.one(".detail.open")
    mark = browser.one("a.mark[aria-current]")
    checks.that(printed in opened.text and mark.text in printed + mark.text, f"{name}: {printed} does not lead to its mark")
    checks.that(browser.run("const r = arguments[0].getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight", mark),
                f"{name}: the mark of {printed} is not in sight")
    browser.collect()


def search(checks, browser, report, name, least):
    """Words, filters, more rows, and how long they take."""
    start = time.monotonic()
    browser.open(address(report / "search.html"))
    browser.wait(lambda: "/" in browser.one("#count").text, "the rows of the search page")
    loaded = time.monotonic() - start
    total = browser.run("return xianzhiSearch.rows.length")
    checks.that(total >= least, f"{name}: the search page has {total} rows")
    count = lambda: int(browser.one("#count").text.split("/")[0].replace(",", ""))
    checks.that(count() == total, f"{name}: not all rows are shown at first")

    def asked(field, text):
        """Milliseconds from the last key to the frame in which the rows stand; the page waits 60 ms for a further key."""
        return browser.driver.execute_async_script(
            "const [id, text, done] = arguments; const input = document.getElementById(id);"
            "const start = performance.now(); input.value = text;"
            "new MutationObserver((_, observer) => { observer.disconnect(); requestAnimationFrame(() => setTimeout(() =>"
            " done(performance.now() - start))); }).observe(document.getElementById('count'), {childList: true});"
            "input.dispatchEvent(new Event('input', {bubbles: true}));", field, text)

    region, label = browser.run(
        "const row = xianzhiSearch.rows.find((row) => row.place[1] && row.name[0] && row.measure === 2);"
        "return [row.place[1], row.name[1]];")
    times = [asked("words", "增长"), asked("words", label), asked("region", region)]
    some = count()
    checks.that(0 < some < total, f"{name}: words and a region leave {some} of {total} rows")
    rows = browser.all("#results tbody tr")
    checks.that(rows and all(region in row.text for row in rows[:20]), f"{name}: rows of other regions than {region}")
    times.append(asked("measure", "2"))
    checks.that(0 < count() <= some, f"{name}: a filter by measure leaves {count()} of {some}")
    browser.one("button[type=reset]").click()
    browser.wait(lambda: count() == total, "all rows after the filters were cleared")
    browser.one("#words").send_keys("增长")
    browser.wait(lambda: count() < total, "the rows after typing")
    if not browser.one("#more").get_attribute("hidden"):
        before = len(browser.all("#results tbody tr"))
        browser.one("#more").click()
        checks.that(len(browser.all("#results tbody tr")) > before, f"{name}: the button shows no more rows")
    checks.that(max(times) <= SLOWEST, f"{name}: a search takes {max(times):.0f} ms")
    print(f"check-report: {name}: {total} rows read in {loaded:.2f} s, searched in {', '.join(f'{t:.0f}' for t in times)} ms")
    link = browser.one("#results td.number a")
    printed = link.text
    link.click()
    browser.wait(lambda: browser.all(".detail.open"), "the evidence of a row")
    checks.that(printed in browser.one(".detail.open").text, f"{name}: a row does not lead to its mark")
    browser.collect()


def overview(checks, browser, report, name):
    """The table of coverage is coloured anew for an indicator; the languages change."""
    browser.open(address(report / "index.html"))
    cells = lambda: browser.run("return [...document.querySelectorAll('#heat td')].map((c) => c.textContent + c.className).join()")
    before = cells()
    browser.run("const s = document.getElementById('indicator'); s.selectedIndex = 1; s.dispatchEvent(new Event('change'))")
    checks.that(cells() != before, f"{name}: the choice of an indicator changes nothing")
    browser.run("const s = document.getElementById('indicator'); s.selectedIndex = 0; s.dispatchEvent(new Event('change'))")
    checks.that(cells() == before, f"{name}: all indicators are not shown again")
    heading = lambda: browser.one("h1").text
    names = []
    for button in browser.all(".languages button"):
        button.click()
        names.append(heading())
    checks.that(len(set(names)) == 3, f"{name}: the languages show {names}")
    browser.all(".languages button")[1].click()


def prints(checks, browser, report, name):
    """Pages become PDF, with all details of the evidence in it."""
    for page in [report / "index.html", max((report / "documents").rglob("*.html"), key=lambda p: p.stat().st_size)]:
        browser.open(address(page))
        document = base64.b64decode(browser.command("Page.printToPDF", printBackground=True)["data"])
        checks.that(document.startswith(b"%PDF") and document.count(b"/Type /Page") > 1, f"{name}: {page.name} does not print")


def without_script(checks, report, name):
    """Text, marks and details can be read where scripts are forbidden."""
    browser = Browser(script=False)
    try:
        page = max((report / "documents").rglob("*.html"), key=lambda path: path.stat().st_size)
        browser.open(address(page))
        checks.that(browser.one(".detail").is_displayed() and browser.one("a.mark").is_displayed(), f"{name}: needs scripts")
    finally:
        browser.close()


def examine(checks, report, name, least):
    for dark in [False, True]:
        browser = Browser(dark=dark)
        try:
            pages = [report / "index.html", report / "search.html", report / "regions/index.html",
                     max((report / "regions").glob("[0-9]*.html"), key=lambda path: path.stat().st_size)]
            documents = sorted((report / "documents").rglob("*.html"), key=lambda path: (path.stat().st_size, path))
            for page in pages + [documents[0], documents[-1]]:
                look(checks, browser, page, f"{name} {'dark' if dark else 'light'} {page.relative_to(report)}")
            if not dark:
                keyboard(checks, browser, name)
                overview(checks, browser, report, name)
                evidence(checks, browser, report, name)
                search(checks, browser, report, name, least)
                prints(checks, browser, report, name)
        finally:
            browser.close()
        for problem in browser.problems:
            checks.that(False, f"{name}: {problem}")
        checks.that(browser.requests > 10, f"{name}: requests were not seen, so that none could be refused")
    narrow = Browser(width=390, height=800)
    try:
        for page in ["index.html", "search.html"]:
            look(checks, narrow, report / page, f"{name} narrow {page}")
    finally:
        narrow.close()
    without_script(checks, report, name)


def screenshots(program, samples, folder):
    """Four pages as pictures: overview, region, evidence with a mark clicked, search in the dark."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        books = yearbooks(program, pathlib.Path(scratch), 12, 2014, 2023)
        browser = Browser(height=960)
        browser.open(address(books / "index.html"))
        browser.driver.save_screenshot(str(folder / "report-overview.png"))
        region = sorted((books / "regions").glob("[0-9]*.html"))[4]
        browser.open(address(region) + "#i-gdp")
        browser.driver.save_screenshot(str(folder / "report-region.png"))
        # The page with the most sorts of marks; of those with as many the shortest.
        page = max((samples / "report/documents").rglob("*.html"),
                   key=lambda path: (path.read_text(encoding="utf-8").count("data-kind="), -path.stat().st_size))
        browser.open(address(page))
        browser.run("document.querySelector('#text').scrollIntoView()")
        browser.all(".page a.mark.indicator")[2].click()
        browser.driver.save_screenshot(str(folder / "report-evidence.png"))
        browser.close()
        dark = Browser(height=960, dark=True)
        dark.open(address(books / "search.html") + "#words=%E5%A2%9E%E9%95%BF&indicator=%E7%B2%AE%E9%A3%9F")
        dark.wait(lambda: dark.all("#results tbody tr"), "rows")
        dark.driver.save_screenshot(str(folder / "report-search.png"))
        dark.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--screenshots", type=pathlib.Path)
    parser.add_argument("--counties", default=120, type=int, help="how many counties the large report has")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("samples", type=pathlib.Path)
    options = parser.parse_args()
    program = options.program.resolve()
    subprocess.run([program, "report", "--quiet", "--output", options.samples], check=True)
    if options.screenshots:
        screenshots(program, options.samples, options.screenshots)
        return 0
    checks = Checks()
    examine(checks, options.samples / "report", "samples", 300)
    with tempfile.TemporaryDirectory() as scratch:
        large = yearbooks(program, pathlib.Path(scratch), options.counties, 2012, 2023)
        browser = Browser()
        try:
            search(checks, browser, large, "yearbooks", 50_000 if options.counties >= 120 else 1)
        finally:
            browser.close()
        for problem in browser.problems:
            checks.that(False, f"yearbooks: {problem}")
    print(f"check-report: {checks.count} checks, {len(checks.failures)} failed")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
