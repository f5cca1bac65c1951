"""What holds of the search on a company's own pages: another origin, strict policy, hostile style."""

import tempfile
import pathlib

from facts import expect_equal, expect_nothing
from page_probe import NARROW, visit
from static_host import StaticHost

# The most that the company's page allows: the help centre's scripts and data, no style but its own.
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Kilometr</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">
<script type="module" src="{site}/widget.js"></script></head>
<body><main><h1>Car sharing</h1>
<signpost-search><a href="{site}/en/">Help</a></signpost-search>
<section lang="pl-PL"><h2>Po polsku</h2><signpost-search target="_top"></signpost-search></section>
<h2>Latviski</h2><signpost-search lang="lv" placeholder="Kas noticis?"></signpost-search>
</main></body></html>
"""
STYLE = """* { color: #c00 !important; font: 40px/3 serif !important; text-transform: uppercase !important }
input, button, li, b, small, form { display: none !important; background: #000 !important }
"""
MOST_BYTES = 7_000


def check_widget(facts, browser, host):
    def opened_on(path="/", **options):
        return visit(browser, other.base + path, **options)

    def shows_a_box_in_the_language_around_it():
        with opened_on() as opened:
            expect_nothing(opened.everything_wrong(), "complaints")
            boxes = opened.page.locator("signpost-search input")
            expect_equal(boxes.count(), 3, "boxes")
            shown = [boxes.nth(n).get_attribute("placeholder") for n in range(3)]
            assert shown[0].startswith("Ask") and shown[1].startswith("Zapytaj"), shown
            expect_equal(shown[2], "Kas noticis?", "placeholder")

    def keeps_its_look_whatever_the_page_has():
        with opened_on() as opened:
            style = opened.page.locator("signpost-search input").first.evaluate(
                "e => (({ fontSize, color, display, textTransform }) => "
                "[fontSize, color, display, textTransform])(getComputedStyle(e))")
            expect_equal(style, ["16px", "rgb(23, 26, 30)", "inline-block", "none"], "style")

    def answers_from_the_other_origin():
        with opened_on() as opened:
            box = opened.page.locator("signpost-search input").nth(1)
            box.press_sequentially("zwrot pieniędzy")
            option = opened.page.locator("signpost-search").nth(1).locator("#_option-0")
            option.wait_for()
            expect_nothing(opened.everything_wrong(), "complaints")
            expect_nothing(opened.axe(), "axe")
            box.press("ArrowDown")
            expect_equal(box.get_attribute("aria-activedescendant"), "_option-0", "active")
            box.press("Enter")
            opened.page.wait_for_url(host.base + "/pl/payments/refund/")

    def leaves_nothing_in_the_pages_storage():
        with opened_on() as opened:
            opened.page.locator("signpost-search input").first.press_sequentially("refund")
            opened.page.locator("signpost-search").first.locator("#_option-0").wait_for()
            opened.page.evaluate("open = () => {}")
            opened.page.locator("signpost-search").first.locator("#_option-0").click()
            expect_equal(opened.page.evaluate("sessionStorage.length + localStorage.length"), 0, "items")

    def enter_leads_to_the_page_of_results():
        with opened_on() as opened:
            opened.page.locator("signpost-search input").first.fill("refund")
            opened.page.locator("signpost-search input").first.press("Enter")
            opened.page.wait_for_url(host.base + "/en/search/?q=refund")

    def nothing_found_leads_to_people():
        with opened_on() as opened:
            opened.page.locator("signpost-search input").first.press_sequentially("qqqqzzzz")
            link = opened.page.locator("signpost-search").first.locator(".panel p a")
            link.wait_for()
            expect_equal(link.get_attribute("href"), host.base + "/en/contact/", "link")

    def is_light_and_loads_nothing_more_until_it_is_wanted():
        with opened_on() as opened:
            own = [(url, size) for url, size in opened.transfers if url.startswith(host.base)]
            expect_equal(len(own), 1, "requests")
            assert own[0][1] <= MOST_BYTES, own

    def without_script_what_stands_inside_is_shown():
        with opened_on(java_script_enabled=False) as opened:
            assert opened.page.locator("signpost-search a").first.is_visible(), "no link"

    def is_without_fault(options):
        with opened_on("/plain.html", **options) as opened:
            opened.page.locator("signpost-search input").first.press_sequentially("refund")
            opened.page.locator("signpost-search").first.locator("#_option-0").wait_for()
            expect_nothing(opened.everything_wrong(), "complaints")
            expect_nothing(opened.axe(), "axe")
            assert not opened.overflows(), "wider than the window"

    with tempfile.TemporaryDirectory() as folder:
        page = PAGE.replace("{site}", host.base)
        pathlib.Path(folder, "index.html").write_text(page, encoding="utf-8")
        pathlib.Path(folder, "plain.html").write_text(
            page.replace("/page.css", "/plain.css"), encoding="utf-8")
        pathlib.Path(folder, "page.css").write_text(STYLE, encoding="utf-8")
        pathlib.Path(folder, "plain.css").write_text(":root { color-scheme: light dark }")
        pathlib.Path(folder, "_headers").write_text(
            "/*\n  Content-Security-Policy: default-src 'none'; style-src 'self'; img-src data:; "
            f"script-src {host.base}; connect-src {host.base}; form-action {host.base}\n")
        with StaticHost(folder) as other:
            for fact in (
                shows_a_box_in_the_language_around_it, keeps_its_look_whatever_the_page_has,
                answers_from_the_other_origin, leaves_nothing_in_the_pages_storage,
                enter_leads_to_the_page_of_results, nothing_found_leads_to_people,
                is_light_and_loads_nothing_more_until_it_is_wanted,
                without_script_what_stands_inside_is_shown,
            ):
                facts.check(f"widget: {fact.__name__.replace('_', ' ')}", fact)
            for look, options in {
                "light": {}, "dark": {"color_scheme": "dark"}, "narrow": NARROW,
                "forced colours": {"forced_colors": "active"},
            }.items():
                facts.check(f"widget: is without fault, {look}", is_without_fault, options)
