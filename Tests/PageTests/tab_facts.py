"""What holds of the parts of an article that differ by platform: tabs without a script, remembered with one."""

import fixtures
from facts import expect_equal
from look_facts import is_without_fault, loads_little
from page_probe import NARROW, visit
from static_host import StaticHost

FILES = {
    "signpost.yml": "title: Clinic\nbase-url: https://help.example.com\nlanguages: [en]\n",
    "en/install.md": "# Install the app\n\nChoose your device.\n\n::: tabs\n== Android\n1. Open Google Play.\n2. Tap Install.\n3. Sign in.\n"
                     "== iOS\nTap Get.[^1]\n== Web\nSign in.\n:::\n\n## Afterwards\n\nSign in.\n\n[^1]: Not on older ones.\n",
    "en/remove.md": "# Remove the app\n\nAs any other.\n\n::: tabs\n== iPhone\nHold it.\n== Android\nDrag it.\n== iOS\nPress it.\n:::\n",
}
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1"


def check_tabs(facts, browser, signpost, folder):
    with StaticHost(fixtures.publish(signpost, FILES, folder)) as host:
        for fact in (
            are_chosen_without_a_script, are_gone_through_by_arrows, are_remembered_on_other_pages,
            of_the_own_device_are_seen_first, open_where_an_address_leads_into_them, are_printed_under_their_names,
        ):
            facts.check(f"tabs: {fact.__name__.replace('_', ' ')}", fact, browser, host.base + "/en/")
        for look, options in {
            "light": {}, "dark": {"color_scheme": "dark"}, "narrow": NARROW, "forced colours": {"forced_colors": "active"},
            "no script": {"java_script_enabled": False},
        }.items():
            with visit(browser, host.base + "/en/install/", **options) as opened:
                for fact in (is_without_fault, loads_little) if look != "no script" else (loads_little,):
                    facts.check(f"tabs: page {fact.__name__.replace('_', ' ')}, {look}", fact, opened)


def expect_shown(page, wanted):
    shown = [panel.inner_text().split("\n")[0] for panel in page.locator(".tab").all() if panel.is_visible()]
    expect_equal(shown, [wanted], "shown")


def are_chosen_without_a_script(browser, base):
    with visit(browser, base + "install/", java_script_enabled=False) as opened:
        expect_shown(opened.page, "Open Google Play.")
        opened.page.get_by_text("iOS").click()
        expect_shown(opened.page, "Tap Get.1")


def are_gone_through_by_arrows(browser, base):
    with visit(browser, base + "install/") as opened:
        opened.page.locator(".tabs input").first.focus()
        opened.page.keyboard.press("ArrowRight")
        expect_shown(opened.page, "Tap Get.1")
        mark = opened.page.locator(":checked + label").evaluate("e => getComputedStyle(e).outlineStyle")
        expect_equal(mark, "solid", "mark of the focus")


def are_remembered_on_other_pages(browser, base):
    with visit(browser, base + "install/") as opened:
        opened.page.get_by_text("iOS").click()
        opened.page.goto(base + "remove/")
        opened.page.wait_for_timeout(150)
        expect_shown(opened.page, "Press it.")


def of_the_own_device_are_seen_first(browser, base):
    with visit(browser, base + "install/", user_agent=IPHONE) as opened:
        expect_shown(opened.page, "Tap Get.1")


def open_where_an_address_leads_into_them(browser, base):
    with visit(browser, base + "install/#note-ref-1") as opened:
        expect_shown(opened.page, "Tap Get.1")
    with visit(browser, base + "install/") as opened:
        opened.page.locator(".note-back").click()
        opened.page.locator("#note-ref-1").wait_for()
        expect_shown(opened.page, "Tap Get.1")


def are_printed_under_their_names(browser, base):
    with visit(browser, base + "install/") as opened:
        opened.page.emulate_media(media="print")
        for part in opened.page.locator(".tab, .tabs > label").all():
            assert part.is_visible(), f"not printed: {part.text_content()}"
        tops = opened.page.locator(".tab, .tabs > label").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().top)")
        expect_equal(tops, sorted(tops), "order")
