"""What readers can send the company, by mail and by forms: what goes along, and nothing else."""

from urllib.parse import parse_qsl, unquote

import fixtures
from facts import expect_equal, expect_nothing
from page_probe import visit
from static_host import StaticHost

FORMS = {
    "signpost.yml": "title: Help\nbase-url: https://help.example.com\nlanguages: [en]\n"
                    "feedback: https://forms.example/feedback\n",
    "contact.yml": "time-zone: Europe/Riga\nchannels:\n"
                   "  - {id: phone, kind: phone, title: Phone, value: '+371 6000 0100', hours: {mon-sun: '8:00-20:00'},\n"
                   "     call-back: {value: 'https://forms.example/call', slot: 30 minutes}}\n"
                   "  - {id: mail, kind: mail, title: E-mail, value: help@example.com,\n"
                   "     post-to: 'https://forms.example/contact'}\n",
    "en/refund.md": "# How long does a refund take?\n\nTen days at most.\n",
}


def check_forms(facts, browser, host, signpost, folder):
    """`host` serves the sample, which has no forms and is written to by mail."""
    with StaticHost(fixtures.publish(signpost, FORMS, folder)) as other:
        for fact in (sends_why_an_article_did_not_help, asks_for_a_call, writes_from_the_contact_page,
                     sends_once_what_is_clicked_twice):
            facts.check(f"forms: {fact.__name__.replace('_', ' ')}", fact, browser, other)
    for fact in (
        tells_by_mail_what_was_searched_for, asks_by_mail_for_a_call_about_an_article, offers_times_once_it_is_opened, asks_by_mail_without_scripts,
    ):
        facts.check(f"by mail: {fact.__name__.replace('_', ' ')}", fact, browser, host)


def posted(page, act):
    """The fields of the form that `act` sends."""
    page.route("https://forms.example/**", lambda route: route.fulfill(body="Thank you."))
    with page.expect_request("https://forms.example/**") as request:
        act()
    page.wait_for_url("https://forms.example/**")
    return request.value.url, dict(parse_qsl(request.value.post_data, keep_blank_values=True))


def search_for_a_refund(page):
    page.locator("form.search input").fill("refund")
    page.keyboard.press("Enter")
    page.locator(".rows a").first.click()
    page.wait_for_url("**/refund/")


def sends_why_an_article_did_not_help(browser, host):
    with visit(browser, host.base + "/en/") as opened:
        page = opened.page
        search_for_a_refund(page)
        page.locator(".feedback summary").click()
        expect_nothing(opened.axe(), "axe")
        url, fields = posted(page, page.get_by_role("button", name="Out of date").click)
        expect_equal(url, "https://forms.example/feedback", "address")
        expect_equal(fields, {
            "article": "refund", "language": "en", "search": "refund", "reason": "outdated"}, "fields")


def asks_for_a_call(browser, host):
    with visit(browser, host.base + "/en/", timezone_id="Asia/Tokyo") as opened:
        page = opened.page
        search_for_a_refund(page)
        page.locator(".contact a", has_text="All hours").click()
        page.locator(".call-back summary").click()
        page.locator(".call-back select").wait_for()
        expect_nothing(opened.axe(), "axe")
        page.get_by_label("Your number").fill("+371 2000 0000")
        chosen = page.locator(".call-back select").input_value()
        shown = page.locator(".call-back option").first.inner_text()
        assert "your time)" in shown and "your time" not in chosen, shown
        url, fields = posted(page, page.locator(".call-back button").click)
        expect_equal(url, "https://forms.example/call", "address")
        expect_equal(fields, {
            "channel": "phone", "language": "en", "article": "/en/refund/", "search": "refund", "time": chosen,
            "number": "+371 2000 0000"}, "fields")
        assert "Europe/Riga" in chosen, chosen


def writes_from_the_contact_page(browser, host):
    with visit(browser, host.base + "/en/") as opened:
        page = opened.page
        search_for_a_refund(page)
        page.locator(".contact a", has_text="All hours").click()
        page.get_by_label("Your e-mail address").fill("anna@example.org")
        page.get_by_label("Your question").fill("Where is it?")
        expect_nothing(opened.axe(), "axe")
        url, fields = posted(page, page.locator(".write button", has_text="Send").last.click)
        expect_equal(url, "https://forms.example/contact", "address")
        expect_equal(fields, {
            "channel": "mail", "language": "en", "article": "/en/refund/", "search": "refund",
            "email": "anna@example.org", "message": "Where is it?"}, "fields")


def sends_once_what_is_clicked_twice(browser, host):
    with visit(browser, host.base + "/en/contact/") as opened:
        page = opened.page
        sent = []
        page.route("https://forms.example/**", lambda route: sent.append(route.request.url))
        page.get_by_label("Your e-mail address").fill("anna@example.org")
        page.get_by_label("Your question").fill("Where is it?")
        page.locator(".write button", has_text="Send").last.dblclick(no_wait_after=True)
        page.wait_for_timeout(500)
        expect_equal(sent, ["https://forms.example/contact"], "messages")


def tells_by_mail_what_was_searched_for(browser, host):
    with visit(browser, host.base + "/en/") as opened:
        page = opened.page
        search_for_a_refund(page)
        page.locator(".feedback summary").click()
        page.wait_for_timeout(300)
        link = unquote(page.get_by_role("link", name="Out of date").get_attribute("href"))
        for part in ("mailto:", "Out of date: How long does a refund take?", "/en/payments/refund/",
                     "Searched for: refund"):
            assert part in link, f"{part!r} isn't in {link}"


def asks_by_mail_for_a_call_about_an_article(browser, host):
    with visit(browser, host.base + "/en/") as opened:
        page = opened.page
        search_for_a_refund(page)
        page.locator(".contact .more a").click()
        block = page.locator(".call-back").first
        block.locator("summary").click()
        block.locator("select").wait_for()
        page.wait_for_timeout(300)
        block.locator("select").select_option(index=1)
        chosen = block.locator("select").input_value()
        text = unquote(block.locator("a").get_attribute("href"))
        assert text.endswith(
            f"When: {chosen}\r\nYour number: \r\n\r\n{host.base}/en/payments/refund/\r\n"
            "Searched for: refund"), text


def offers_times_once_it_is_opened(browser, host):
    with visit(browser, host.base + "/pl/contact/") as opened:
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


def asks_by_mail_without_scripts(browser, host):
    with visit(browser, host.base + "/pl/contact/", java_script_enabled=False) as opened:
        block = opened.page.locator(".call-back")
        block.locator("summary").click()
        expect_equal(block.locator("select").is_visible(), False, "times")
        assert block.locator("a").is_visible()
        assert block.locator("a").get_attribute("href").startswith("mailto:")
