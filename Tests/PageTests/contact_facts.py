"""What holds of asking for a call back: times once it is opened, and the one chosen in the mail."""

from urllib.parse import unquote

from facts import expect_equal, expect_nothing
from page_probe import visit


def check_contact(facts, browser, host):
    address = host.base + "/pl/contact/"

    def offers_times_once_it_is_opened():
        with visit(browser, address) as opened:
            block = opened.page.locator(".call-back")
            select = block.locator("select")
            expect_equal(select.is_visible(), False, "times before")
            block.locator("summary").press("Enter")
            select.wait_for()
            times = select.locator("option").evaluate_all("all => all.map(option => option.value)")
            assert len(times) > 5, times
            assert all("Europe/Riga" in time for time in times), times
            expect_nothing(opened.axe(), "axe")
            select.select_option(index=2)
            link = unquote(block.locator("a").get_attribute("href"))
            assert link.startswith("mailto:") and times[2] in link and "{time}" not in link, link
            expect_nothing(opened.everything_wrong(), "complaints")

    def asks_by_mail_without_scripts():
        with visit(browser, address, java_script_enabled=False) as opened:
            block = opened.page.locator(".call-back")
            block.locator("summary").click()
            expect_equal(block.locator("select").is_visible(), False, "times")
            assert block.locator("a").is_visible()
            assert block.locator("a").get_attribute("href").startswith("mailto:")

    for fact in (offers_times_once_it_is_opened, asks_by_mail_without_scripts):
        facts.check(f"call back: {fact.__name__.replace('_', ' ')}", fact)
