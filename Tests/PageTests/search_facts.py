"""What holds of search in the browser: keyboard, order of results, trouble, life without script."""

import json
import re
import subprocess
from urllib.parse import quote, unquote

from facts import expect_equal, expect_nothing
from page_probe import NARROW, visit

QUERIES = {
    "en": ["refund", "how do I get my money back", "fuel card", "car wont open", "parkng",
           "cancel", "invoice for my company", "19 years old", "CHILD SEAT", "kilometre", "opening hours"],
    "pl": ["zwrot pieniędzy", "zwrot pieniedzy", "karta paliwowa", "gdzie zaparkować auto",
           "faktura", "anulować rezerwacje", "wypadek co robic", "zmiana numeru telefonu",
           "pies w samochodzie", "ładowanie", "infolinia"],
    "lv": ["naudas atmaksa", "degvielas karte", "kur drīkst novietot auto", "rēķins",
           "atcelt rezervaciju", "auto nesākas", "avārija", "tālruņa numurs", "sūnis", "uzlāde"],
    "ru": ["возврат денег", "топливная карта", "где парковаться", "счёт", "счет на фирму",
           "отменить бронь", "авария", "собака в машине", "djpdhfn ltytu", "vozvrat deneg", "как позвонить"],
}
# For the first query and with gzip: the script, and what it reads of an index of some thirty articles.
MOST_BYTES = 20_000


def check_search(facts, browser, host, content, signpost):
    """`content`: the folder that the site was published from."""

    def search_box(opened):
        return opened.page.get_by_role("combobox")

    def type_query(opened, text):
        box = search_box(opened)
        box.press_sequentially(text)
        opened.page.wait_for_selector("#_option-0")
        return box

    def gives_what_the_command_gives(language):
        lines = [json.dumps({"id": q, "text": q, "lang": language}) for q in QUERIES[language]]
        output = subprocess.run(
            [signpost, "search", "--content", content, "--queries", "-", "--format", "json",
             "--limit", "50"],
            input="\n".join(lines) + "\n", capture_output=True, encoding="utf-8", check=True).stdout
        answers = [json.loads(line) for line in output.splitlines()]
        expect_equal(len(answers), len(QUERIES[language]), "answers of the command")
        with visit(browser) as opened:
            for answer in answers:
                query = answer["query"]
                address = f"{host.base}/{language}/search/?q={quote(query)}"
                opened.open(address, until="main.told:not(.busy)")
                opened.page.evaluate("document.querySelector('main button')?.click()")
                shown = opened.page.evaluate(
                    "[...document.querySelectorAll('main ol a')].map(a => a.pathname + decodeURI(a.hash))")
                wanted = ["/" + result["url"].split("//")[-1].split("/", 1)[-1]
                          for result in answer["results"]]
                expect_equal([unquote(a) for a in shown], [unquote(a) for a in wanted], repr(query))

    for language in QUERIES:
        facts.check(
            f"search: the page gives what the command gives, {language}",
            gives_what_the_command_gives, language)

    def is_a_combobox_that_preselects_nothing():
        with visit(browser, host.base + "/en/") as opened:
            box = search_box(opened)
            expect_equal(box.get_attribute("aria-expanded"), "false", "at first")
            type_query(opened, "refund")
            expect_equal(box.get_attribute("aria-expanded"), "true", "with suggestions")
            expect_equal(box.get_attribute("aria-activedescendant"), None, "active option")
            controlled = opened.page.locator("#" + box.get_attribute("aria-controls"))
            expect_equal(controlled.get_attribute("role"), "listbox", "controlled")

    def goes_by_arrows_and_enter():
        with visit(browser, host.base + "/en/") as opened:
            box = type_query(opened, "refund")
            box.press("ArrowDown")
            expect_equal(box.get_attribute("aria-activedescendant"), "_option-0", "after one arrow")
            box.press("ArrowUp")
            expect_equal(box.get_attribute("aria-activedescendant"), None, "back in the text")
            box.press("ArrowUp")
            last = opened.page.locator("[role=option]").last
            expect_equal(box.get_attribute("aria-activedescendant"), last.get_attribute("id"), "up")
            box.press("ArrowDown")
            box.press("ArrowDown")
            expect_equal(opened.page.evaluate("document.activeElement.id"), "_q", "focus")
            address = opened.page.locator("#_option-0").get_attribute("data-url")
            box.press("Enter")
            opened.page.wait_for_url("**" + address)

    def escape_closes_and_keeps_the_text():
        with visit(browser, host.base + "/en/") as opened:
            box = type_query(opened, "refund")
            box.press("Escape")
            assert not opened.page.locator(".panel").is_visible(), "panel is open"
            expect_equal(box.input_value(), "refund", "text")

    def leaving_the_box_closes_it():
        with visit(browser, host.base + "/en/") as opened:
            type_query(opened, "refund")
            opened.page.keyboard.press("Tab")
            opened.page.keyboard.press("Tab")
            assert not opened.page.locator(".panel").is_visible(), "panel is open"

    def enter_leads_to_the_page_of_results():
        with visit(browser, host.base + "/en/") as opened:
            type_query(opened, "refund").press("Enter")
            opened.page.wait_for_url("**/en/search/?q=refund")
            opened.page.wait_for_selector("main ol li")
            assert "refund" in opened.page.title(), opened.page.title()
            assert "refund" in opened.page.locator("h1").inner_text(), "heading"
            status = opened.page.locator("main [role=status]").inner_text()
            count = opened.page.locator("main ol li").count()
            assert str(count) in status, f"{status} for {count}"

    def a_pasted_message_leaves_room_for_its_results():
        message = ("I want my money back " * 15).strip()
        with visit(browser, f"{host.base}/en/search/?q={quote(message)}", **NARROW) as opened:
            place = opened.page.locator("main ol li").first.bounding_box()
            assert place["y"] < 500, f"results begin at {place['y']}"
            expect_equal(search_box(opened).input_value(), message, "text of the box")
        with visit(browser, host.base + "/en/", **NARROW) as opened:
            search_box(opened).fill(message)
            last = opened.page.locator(".panel .all")
            last.wait_for()
            assert last.bounding_box()["height"] < 120, "line that leads to all results"
            search_box(opened).press("Enter")
            opened.page.wait_for_url(f"**/en/search/?q={message.replace(' ', '+')}")

    def says_that_it_searches_where_the_network_is_slow():
        with visit(browser, host.base + "/en/") as opened:
            held = []
            opened.page.route("**/search/*.json", lambda route: held.append(route))
            search_box(opened).press_sequentially("refund")
            message = opened.page.locator(".panel p", has_text="Searching…")
            message.wait_for()
            opened.page.unroute("**/search/*.json")  # and what was held goes on
            opened.page.wait_for_selector("#_option-0")
            assert held and not message.is_visible(), "it still says so"

    def what_was_asked_before_the_script_had_come_is_found():
        with visit(browser, host.base + "/en/a-z/?q=refund") as opened:
            opened.page.wait_for_url("**/en/search/?q=refund")
            opened.page.wait_for_selector("main ol li")
            opened.open(host.base + "/en/a-z/")
            expect_equal(opened.page.url, host.base + "/en/a-z/", "the list itself")

    def results_show_the_passage_that_answers():
        for language, query, path, passage in (
            ("en", "refund", "/en/driving/end-the-rental/", "refund the lost minutes"),
            ("pl", "karta paliwowa", "/pl/driving/end-the-rental/", "kartę-klucz i kartę paliwową"),
            ("en", "when do you approve and send it", "/en/payments/refund/", "send the money · Finance · at most"),
            ("en", "category B", "/en/account/common-questions/#how-old-must-i-be", "category B licence"),
            ("pl", "nie oddali kaucji", "/pl/driving/end-the-rental/", re.compile("^Zakończymy wynajem")),
            ("en", "motorway", "/en/damage/breakdown-on-the-road/", "Warning: On a motorway"),
        ):
            with visit(browser, f"{host.base}/{language}/search/?q={quote(query)}") as opened:
                shown = opened.page.locator(f"li:has(a[href='{path}']) p:last-child", has_text=passage)
                shown.wait_for()
                assert shown.locator("mark").count() > 0, f"nothing marked in {shown.inner_text()}"
                expect_nothing(opened.everything_wrong(), "complaints")

    def ten_results_come_first_and_all_when_asked():
        with visit(browser, host.base + "/en/search/?q=car") as opened:
            rows = opened.page.locator("main ol li")
            button = opened.page.get_by_role("button", name="All results for “car”")
            button.wait_for()
            expect_equal(rows.count(), 10, "results at first")
            status = opened.page.locator("main [role=status]").inner_text()
            expect_nothing(opened.axe(), "axe")
            button.focus()
            opened.page.keyboard.press("Enter")
            expect_equal(status, f"{rows.count()} results", "all of them")
            expect_equal(button.count(), 0, "buttons left")
            focused = opened.page.evaluate("document.activeElement.getAttribute('href')")
            expect_equal(focused, rows.nth(10).locator("a").get_attribute("href"), "focus")
            expect_nothing(opened.everything_wrong(), "complaints")

    def results_are_found_again_as_they_were_left():
        """Also where the browser doesn't keep the page itself."""
        with visit(browser, host.base + "/en/search/?q=car") as opened:
            rows = opened.page.locator("main ol li")
            opened.page.get_by_role("button", name="All results for “car”").click()
            count = rows.count()
            link = rows.nth(count - 2).locator("a")
            link.scroll_into_view_if_needed()
            top = opened.page.evaluate("scrollY")
            address = link.get_attribute("href")
            link.click()
            opened.page.wait_for_url("**" + address)
            opened.page.go_back()
            rows.nth(count - 1).wait_for()
            expect_equal(opened.page.evaluate("scrollY"), top, "place on the page")

    def a_suggestion_opens_in_another_tab_when_asked():
        with visit(browser, host.base + "/en/") as opened:
            type_query(opened, "refund")
            option = opened.page.locator("#_option-0")
            for how in ({"modifiers": ["Control"]}, {"button": "middle"}):
                with opened.page.context.expect_page() as other:
                    option.click(**how)
                other.value.wait_for_url("**" + option.get_attribute("data-url"))
            option.click(button="right")
            expect_equal(opened.page.url, host.base + "/en/", "the page itself")

    def many_results_are_told_apart_by_topic():
        with visit(browser, host.base + "/en/search/?q=card") as opened:
            nav = opened.page.locator(".results nav")
            nav.wait_for()
            every = opened.page.locator("main ol li").count()
            expect_equal(nav.locator("[aria-current]").inner_text(), "All topics", "chosen at first")
            nav.get_by_text("Payments and refunds").click()
            opened.page.wait_for_url("**/search/?q=card&topic=payments")
            nav.wait_for()
            expect_equal(nav.locator("[aria-current]").inner_text(), "Payments and refunds", "chosen")
            shown = opened.page.locator("main ol li a").evaluate_all("all => all.map(a => a.pathname)")
            assert 0 < len(shown) < every, f"{len(shown)} of {every}"
            expect_nothing([path for path in shown if not path.startswith("/en/payments/")], "others")
            expect_nothing(opened.everything_wrong(), "complaints")
            expect_nothing(opened.axe(), "axe")

    def an_article_out_of_reach_leaves_its_summary():
        with visit(browser, host.base + "/en/") as opened:
            opened.page.route("**/en/driving/end-the-rental/", lambda route: route.abort())
            opened.page.goto(host.base + "/en/search/?q=refund", wait_until="networkidle")
            shown = opened.page.locator("li:has(a[href$='/end-the-rental/']) p:last-child")
            expect_equal(
                shown.inner_text(), "Park in the zone, put the cards back, take four photos and tap End.",
                "text")

    def a_click_opens_the_article():
        with visit(browser, host.base + "/en/") as opened:
            type_query(opened, "refund")
            address = opened.page.locator("#_option-0").get_attribute("data-url")
            opened.page.locator("#_option-0").click()
            opened.page.wait_for_url("**" + address)

    def unfinished_input_methods_are_left_alone():
        with visit(browser, host.base + "/en/") as opened:
            box = search_box(opened)
            box.focus()
            opened.page.evaluate("""(() => {
              const box = document.activeElement
              box.dispatchEvent(new CompositionEvent("compositionstart"))
              box.value = "refund"
              box.dispatchEvent(new InputEvent("input", { isComposing: true }))
            })()""")
            opened.page.wait_for_timeout(400)
            assert not opened.page.locator(".panel").is_visible(), "suggests while composing"
            opened.page.evaluate("document.activeElement.dispatchEvent(new CompositionEvent('compositionend'))")
            opened.page.wait_for_selector("#_option-0")

    def says_how_many_once_typing_has_paused():
        with visit(browser, host.base + "/en/") as opened:
            status = opened.page.locator("form [role=status]")
            expect_equal(status.inner_text(), "", "at first")
            type_query(opened, "refund")
            status.filter(has_text=re.compile(r"\d")).wait_for(state="attached")

    def loads_nothing_before_it_is_wanted_and_little_then():
        for language, query in (("en", "refund"), ("pl", "zwrot"), ("lv", "rēķins"), ("ru", "счёт")):
            with visit(browser, f"{host.base}/{language}/") as opened:
                assert not any("/search" in url for url, _ in opened.transfers), opened.transfers
                before = opened.scripts_and_data()
                type_query(opened, query)
                opened.page.wait_for_load_state("networkidle")
                later = opened.scripts_and_data()[len(before):]
                assert 0 < sum(size for _, size in later) <= MOST_BYTES, later

    def open_suggestions_are_without_fault(options):
        with visit(browser, **options) as opened:
            for path in ("/en/", "/pl/payments/refund/"):
                opened.open(host.base + path)
                type_query(opened, "refund").press("ArrowDown")
                expect_nothing(opened.everything_wrong(), "complaints")
                expect_nothing(opened.axe(), "axe")
                assert not opened.overflows(), "wider than the window"

    def markup_in_a_query_is_shown_as_text():
        query = "<img src=x onerror=alert(1)>\u0000\ud7ff\"'&"
        with visit(browser, f"{host.base}/en/search/?q={quote(query)}") as opened:
            expect_nothing(opened.everything_wrong(), "complaints")
            expect_equal(opened.page.locator("main img").count(), 0, "images")
            assert "<img" in opened.page.locator("h1").inner_text(), "the query is shown"

    def odd_queries_are_answered():
        with visit(browser) as opened:
            for query in ("a", "   ", "!?…", "слово " * 400, "zwrot-zwrot_zwrot", "日本語", "👍"):
                opened.open(f"{host.base}/pl/search/?q={quote(query)}")
                expect_nothing(opened.everything_wrong(), f"complaints on {query[:20]!r}")

    def nothing_found_says_so_and_puts_open_channels_first():
        with visit(browser, f"{host.base}/en/search/?q=qqqqzzzz") as opened:
            assert "qqqqzzzz" in opened.page.locator("h1").inner_text(), "heading"
            expect_equal(opened.page.locator("main [role=status] a").count(), 1, "link to the list")
            states = opened.page.evaluate(
                "[...document.querySelectorAll('.channels .state')].map(e => e.dataset.open)")
            known = [state for state in states if state]
            expect_equal(known, sorted(known, reverse=True), "open before closed")

    def what_is_found_moves_nothing_in_sight_and_leaves_no_gap():
        for path in ("search/?q=refund", "search/?q=qqqqzzzz", "search/", "no/such/page/"):
            for options in ({}, NARROW):
                with visit(browser, **options) as opened:
                    opened.open(f"{host.base}/en/{path}", until="main.told:not(.busy)")
                    expect_equal(opened.page.evaluate("seen.shift"), 0, f"{path} moved by")
                    least = opened.page.evaluate("getComputedStyle(document.querySelector('main')).minBlockSize")
                    assert least in ("0px", "auto"), f"{path}: at least {least} before the channels"
                    assert opened.page.locator(".contact").is_visible(), "no channels"

    def an_index_out_of_reach_is_told():
        with visit(browser, host.base + "/en/") as opened:
            opened.page.route("**/search/*.json", lambda route: route.abort())
            search_box(opened).press_sequentially("refund")
            link = opened.page.locator(".panel p a")
            link.wait_for()
            assert link.get_attribute("href").endswith("/en/a-z/"), "no way to the list"
            opened.page.unroute("**/search/*.json")
            search_box(opened).press_sequentially("s")
            opened.page.wait_for_selector("#_option-0")

    def without_script_the_form_leads_to_the_list():
        with visit(browser, host.base + "/en/", java_script_enabled=False) as opened:
            box = opened.page.locator("#_q")
            box.fill("refund")
            box.press("Enter")
            opened.page.wait_for_url("**/en/a-z/?q=refund")

    def without_script_every_article_is_reached():
        with visit(browser, host.base + "/en/a-z/", java_script_enabled=False) as opened:
            count = opened.page.locator(".letter li a").count()
            for path in {"/en/", "/en/search/"}:
                opened.page.goto(host.base + path)
                assert opened.page.locator("a[href='/en/a-z/']").count() >= 1, path
            output = subprocess.run(
                [signpost, "search", "--content", content, "--lang", "en", "--format", "json",
                 "--limit", "999", "a"], capture_output=True, encoding="utf-8").stdout
            assert count > 0 and output, "no article"

    def a_missing_address_suggests_by_its_words():
        with visit(browser, host.base + "/pl/platnosci/zwrot-pieniedzy.html") as opened:
            opened.page.wait_for_selector("main section ol li")
            expect_equal(opened.page.evaluate("document.documentElement.lang"), "pl", "language")
            first = opened.page.locator("main section ol a").first.get_attribute("href")
            expect_equal(first, "/pl/payments/refund/", "first suggestion")

    for fact in (
        is_a_combobox_that_preselects_nothing, goes_by_arrows_and_enter,
        escape_closes_and_keeps_the_text, leaving_the_box_closes_it,
        enter_leads_to_the_page_of_results, a_pasted_message_leaves_room_for_its_results,
        says_that_it_searches_where_the_network_is_slow,
        what_was_asked_before_the_script_had_come_is_found, results_show_the_passage_that_answers,
        ten_results_come_first_and_all_when_asked,
        an_article_out_of_reach_leaves_its_summary, many_results_are_told_apart_by_topic,
        results_are_found_again_as_they_were_left, a_suggestion_opens_in_another_tab_when_asked,
        a_click_opens_the_article,
        unfinished_input_methods_are_left_alone, says_how_many_once_typing_has_paused,
        loads_nothing_before_it_is_wanted_and_little_then, markup_in_a_query_is_shown_as_text,
        odd_queries_are_answered, nothing_found_says_so_and_puts_open_channels_first,
        what_is_found_moves_nothing_in_sight_and_leaves_no_gap, an_index_out_of_reach_is_told, without_script_the_form_leads_to_the_list,
        without_script_every_article_is_reached, a_missing_address_suggests_by_its_words,
    ):
        facts.check(f"search: {fact.__name__.replace('_', ' ')}", fact)
    for look, options in {"light": {}, "dark": {"color_scheme": "dark"}, "narrow": NARROW}.items():
        facts.check(
            f"search: open suggestions are without fault, {look}",
            open_suggestions_are_without_fault, options)
