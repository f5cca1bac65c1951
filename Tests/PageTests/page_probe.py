"""Opens pages as a visitor would and records what a visitor shouldn't meet."""

import contextlib
import pathlib

import axe_playwright_python

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RUN_AXE = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target).join(", ")}`)
}"""
OBSERVE = """(() => {
  const seen = window.seen = { policy: [], shift: 0 }
  document.addEventListener("securitypolicyviolation", event =>
    seen.policy.push(`${event.violatedDirective} ${event.blockedURI}`))
  new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput) seen.shift += entry.value
  })).observe({ type: "layout-shift", buffered: true })
})()"""

# How long scripts have to do what they do on loading, in milliseconds.
SETTLE = 150

WIDE = {"viewport": {"width": 1280, "height": 900}}
NARROW = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}


class Visit:
    """A page that was opened, with its requests and its complaints. Opens others too, each as if it were
    the first, which costs a third less than a browser's new page for each."""

    def __init__(self, page):
        self.page = page
        self.complaints = []
        self.transfers = []
        self.requests = []
        self.urls = {}
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"exception: {error}"))
        page.on("request", lambda request: self.requests.append(request))
        page.on("requestfailed", self._failed)
        page.add_init_script(OBSERVE)
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on(
            "Network.responseReceived",
            lambda event: self.urls.__setitem__(event["requestId"], event["response"]["url"]),
        )
        session.on("Network.loadingFinished", self._loaded)

    def open(self, url, until=None):
        """Waits until it is loaded, or `until` such an element is there; forgets what was requested and
        complained of before."""
        # What the page before still loads isn't this one's.
        self.page.goto("about:blank")
        for seen in (self.complaints, self.transfers, self.requests, self.urls):
            seen.clear()
        # Searching goes on after loading.
        self.page.goto(url, wait_until="networkidle" if "?q=" in url and not until else "load")
        if until:
            self.page.wait_for_selector(until)
        else:
            self.page.wait_for_timeout(SETTLE)

    def _failed(self, request):
        if request in self.requests:
            self.complaints.append(f"failed: {request.url}")

    def _loaded(self, event):
        if url := self.urls.get(event["requestId"]):
            self.transfers.append((url, int(event["encodedDataLength"])))

    def _heard(self, message):
        # A missing page is answered by 404, which the browser reports as an error.
        if message.type in ("error", "warning") and "404" not in message.text:
            self.complaints.append(f"{message.type}: {message.text}")

    def scripts_and_data(self):
        """Scripts and JSON that were loaded, in their order, each with its bytes as compressed, without headers."""
        return self.page.evaluate("""performance.getEntriesByType("resource")
          .filter(entry => /[.]js(on)?$/.test(entry.name)).map(entry => [entry.name, entry.encodedBodySize])""")

    def everything_wrong(self):
        return self.complaints + self.page.evaluate("seen.policy")

    def axe(self):
        # The policy doesn't hold back what the browser's own debugger runs.
        self.page.evaluate(AXE)
        return self.page.evaluate(RUN_AXE)

    def overflows(self):
        return self.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")


@contextlib.contextmanager
def visit(browser, url=None, at=None, **options):
    """Opens `url`, if there is one; `at`: what its clock shows, else the true time; `options` as of a
    browser context."""
    context = browser.new_context(**{"reduced_motion": "reduce", **WIDE, **options})
    try:
        opened = Visit(context.new_page())
        if at:
            opened.page.clock.set_fixed_time(at)
        if url:
            opened.open(url)
        yield opened
    finally:
        context.close()
