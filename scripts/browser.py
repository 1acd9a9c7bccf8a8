"""A headless Chromium that notes every request and every line of its console."""
import json
import pathlib

import axe_core_python
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

AXE = pathlib.Path(axe_core_python.__file__).parent / "axe.min.js"
# Rules of WCAG 2 at levels A and AA, and what axe calls best practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


class Browser:
    """One window; `problems` are whatever went wrong in it."""

    def __init__(self, width=1280, height=900, dark=False, script=True):
        options = webdriver.ChromeOptions()
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=en",
                         f"--window-size={width},{height}", "--disable-background-networking", "--no-first-run"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        if not script:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.binary_location = "/usr/bin/chromium"
        service = webdriver.ChromeService(executable_path="/usr/bin/chromedriver")
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.set_script_timeout(60)
        self.problems, self.requests = [], 0
        media = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                 {"name": "prefers-reduced-motion", "value": "reduce"}]
        self.command("Emulation.setEmulatedMedia", features=media)
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def open(self, address):
        self.driver.get("about:blank")
        self.driver.get(address)
        self.collect()

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def wait(self, condition, what):
        WebDriverWait(self.driver, 30, poll_frequency=0.02).until(lambda _: condition(), what)

    def collect(self):
        """Notes requests that are for no file, and what the console says."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                address = message["params"]["request"]["url"]
                self.requests += 1
                if not address.startswith(("file://", "about:", "data:", "chrome:")):
                    self.problems.append(f"a request leaves: {address}")
        for entry in self.driver.get_log("browser"):
            self.problems.append(f"console: {entry['level']}: {entry['message']}")

    def violations(self):
        """What axe has to say against the page: rule, what it is about, the first elements."""
        self.run(AXE.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(
            "const done = arguments[1];"
            "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}, resultTypes: ['violations']})"
            ".then((result) => done(result.violations.map((v) => [v.id, v.help, v.nodes.length,"
            " v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? ''))])),"
            " (error) => done([['axe', String(error), 0, []]]));", TAGS)
        return [f"{rule}: {text} ({count}): {' | '.join(nodes)}" for rule, text, count, nodes in found]

    def close(self):
        self.collect()
        self.driver.quit()
