"""What holds of pages as they are seen: wide, narrow, dark, enlarged, printed, without colours."""

from facts import expect_equal, expect_nothing
from page_probe import NARROW, visit

MOST_REQUESTS = 4
MOST_BYTES = 20_000
MOST_SHIFT = 0.01
# In pixels: what fingers hit, and how far the tabulator is followed.
TARGET = 44
STOPS = 12


def check_looks(facts, browser, host, name, paths, in_colours=True):
    """`paths`: one page of each kind. Colours are those of the page's kind, whatever it holds: of one
    site that has all kinds they are looked at, dark and forced too."""
    looks = {
        "light": ({}, [
            is_without_fault, loads_little, has_its_parts_in_order, shows_where_the_focus_is,
        ]),
        "narrow": (NARROW, [is_without_fault, has_targets_for_fingers]),
        "320 pixels": ({"viewport": {"width": 320, "height": 640}}, [fits_the_window]),
        "640 pixels": ({"viewport": {"width": 640, "height": 800}}, [fits_text_of_double_size]),
        "paper": ({}, [prints_the_answer_without_navigation]),
    }
    if in_colours:
        looks["narrow and dark"] = ({**NARROW, "color_scheme": "dark"}, [is_without_fault])
        looks["dark"] = ({"color_scheme": "dark"}, [is_without_fault])
        looks["forced colours"] = ({"forced_colors": "active"}, [is_without_fault])
    for look, (options, shown) in looks.items():
        with visit(browser, **options) as opened:
            for path in paths:
                opened.open(host.base + path)
                for fact in shown:
                    words = fact.__name__.replace("_", " ")
                    facts.check(f"{name}: {path} {words}, {look}", fact, opened)


def is_without_fault(opened):
    expect_nothing(opened.everything_wrong(), "complaints")
    expect_nothing(opened.axe(), "axe")
    fits_the_window(opened)
    shift = opened.page.evaluate("seen.shift")
    assert shift <= MOST_SHIFT, f"layout moved by {shift}"


def fits_the_window(opened):
    assert not opened.overflows(), "wider than the window"


def loads_little(opened):
    # These two search at once.
    if opened.page.locator("body.page-search, body.page-not-found").count():
        return
    total = sum(size for _, size in opened.transfers)
    assert len(opened.transfers) <= MOST_REQUESTS, f"requests: {opened.transfers}"
    assert total <= MOST_BYTES, f"{total} bytes"


def has_its_parts_in_order(opened):
    parts = opened.page.evaluate("""[...document.body.children]
      .map(e => e.matches("section") ? e.className : e.localName)
      .filter(name => name !== "script")""")
    orders = (
        ["a", "header", "main", "contact", "footer"],  # wherever there are channels
        ["a", "header", "main", "footer"],             # the page of channels itself
        ["main"],                                      # the choice of language
    )
    assert parts in orders, f"order {parts}"
    if parts[0] == "a":
        skip = opened.page.locator("body > a")
        expect_equal(skip.get_attribute("href"), "#_main", "first link")


def shows_where_the_focus_is(opened):
    for _ in range(STOPS):
        opened.page.keyboard.press("Tab")
        seen = opened.page.evaluate("""(() => {
          const e = document.activeElement
          const box = e.getBoundingClientRect()
          const styles = [getComputedStyle(e), getComputedStyle(e, "::after")]
          return {
            what: e.outerHTML.slice(0, 80), isOver: e === document.body,
            isInside: box.bottom > 0 && box.top < innerHeight,
            hasMark: styles.some(s => s.outlineStyle !== "none" && s.outlineWidth !== "0px"),
          }
        })()""")
        if seen["isOver"]:
            return
        assert seen["hasMark"], f"no mark on {seen['what']}"
        assert seen["isInside"], f"out of sight: {seen['what']}"


def fits_text_of_double_size(opened):
    opened.page.evaluate("document.documentElement.style.fontSize = '200%'")
    fits_the_window(opened)


def prints_the_answer_without_navigation(opened):
    page = opened.page
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible(), "no heading"
    # What holds now doesn't when the paper is read; what always holds does.
    for hidden in (".top", ".bottom nav", ".aside", "[data-channel]", ".due", ".done"):
        for part in page.locator(hidden).all():
            assert not part.is_visible(), f"{hidden} is printed"
    for part in page.locator(".state:not([data-channel])").all():
        assert part.is_visible(), "round the clock isn't printed"


def has_targets_for_fingers(opened):
    small = opened.page.evaluate(
        """smallest => [...document.querySelectorAll("button, summary, input")]
          .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < smallest)
          .map(e => e.outerHTML.slice(0, 60))""", TARGET)
    expect_nothing(small, "small targets")
