"""What holds of the gap review's page: one file, for everybody, on every screen and on paper."""

import subprocess

from facts import expect_equal, expect_nothing
from look_facts import fits_the_window, is_without_fault
from page_probe import NARROW, visit

LANGUAGES = ["en", "pl", "lv", "ru"]
# The width of A4 between the margins, in CSS pixels.
PAPER = {"viewport": {"width": 688, "height": 990}}
ONE_ROW = "id,time,channel,language,reason\n1,2026-10-02,chat,en,where is my refund\n"


def check_reports(facts, browser, signpost, content, folder):
    """`content`: the sample help centre with its log; `folder`: where reports are written."""
    folder.mkdir()
    (folder / "one.csv").write_text(ONE_ROW, encoding="utf-8")
    kinds = {f"October in {language}": ["--period", "2026-10", "--language", language]
             for language in LANGUAGES}
    kinds |= {"a week": ["--period", "2026-W44"], "a day": ["--period", "2026-10-03"],
              "one contact": [folder / "one.csv"]}
    pages = {name: folder / f"{name.replace(' ', '-')}.html" for name in kinds}
    for name, options in kinds.items():
        subprocess.run(
            [signpost, "gaps", *options, "--content", content, "--format", "html",
             "--output", pages[name]], check=True, capture_output=True)
    # Dark and forced colours are the same in each language and of each log.
    one = "October in en"
    for look, options, names, shown in (
        ("light", {}, kinds, [is_without_fault, is_one_file_without_script, names_what_it_links_to]),
        ("narrow", NARROW, kinds, [fits_the_window]),
        ("320 pixels", {"viewport": {"width": 320, "height": 640}}, kinds, [fits_the_window]),
        ("paper", PAPER, kinds, [loses_nothing_on_paper]),
        ("narrow and dark", {**NARROW, "color_scheme": "dark"}, [one], [is_without_fault]),
        ("dark", {"color_scheme": "dark"}, [one], [is_without_fault]),
        ("forced colours", {"forced_colors": "active"}, [one], [is_without_fault]),
    ):
        with visit(browser, **options) as opened:
            for name in names:
                opened.open(pages[name].as_uri())
                for fact in shown:
                    words = fact.__name__.replace("_", " ")
                    facts.check(f"review of {name} {words}, {look}", fact, opened)


def is_one_file_without_script(opened):
    others = [url for url, _ in opened.transfers if url != opened.page.url]
    expect_nothing(others, "requests")
    count = opened.page.locator("script, link, img, iframe, object, [onload], [onclick]").count()
    expect_equal(count, 0, "elements that do or load something")
    policy = opened.page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
    assert policy.startswith("default-src 'none'"), policy


def names_what_it_links_to(opened):
    expect_nothing(opened.page.evaluate("""[...document.querySelectorAll("a")]
      .filter(a => !document.querySelector(a.hash)).map(a => a.outerHTML)"""), "dead links")


def loses_nothing_on_paper(opened):
    """What scrolls on a screen is cut on paper."""
    opened.page.emulate_media(media="print")
    expect_nothing(opened.page.evaluate("""[...document.querySelectorAll(".scroll")]
      .filter(e => e.scrollWidth > e.clientWidth + 1)
      .map(e => `${e.getAttribute("aria-label")}: ${e.scrollWidth} > ${e.clientWidth}`)"""),
      "cut off")
    fits_the_window(opened)
